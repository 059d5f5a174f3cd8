import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random } from '../../src/base/random.ts';
import { NumberedOutcomes } from '../../src/replica/numbered-outcomes.ts';
import type { Outcome } from '../../src/session/outcome.ts';

const REMOVED: Outcome = { type: 'removed' };
const LONG = 300_000;
const of = (number: number, entry = 'b#1') => ({ entry, number });

describe('outcomes by number', () => {
  it('are recalled for the entry that asked, under the number it asked under', () => {
    const numbered = new NumberedOutcomes();
    numbered.remember(of(7), REMOVED, 0);
    assert.equal(numbered.recall(of(7)), REMOVED);
    for (const other of [of(8), of(7, 'b#2'), of(7, 'c#1')]) assert.equal(numbered.recall(other), undefined);
    numbered.remember(of(7), { type: 'missing' }, 0);
    assert.deepEqual([numbered.recall(of(7))?.type, numbered.size], ['missing', 1]);
  });

  it('are dropped with the numbers their entry closes, and what comes under those is over', () => {
    const numbered = new NumberedOutcomes();
    for (const number of [3, 4, 5, 6]) numbered.remember(of(number), REMOVED, 0);
    numbered.remember(of(3, 'c#1'), REMOVED, 0);
    assert.equal(numbered.isOver(of(3)), false, 'nothing was closed yet');
    numbered.close({ entry: 'b#1', upTo: 5, open: [4] }, 0);
    assert.deepEqual(
      [3, 4, 5, 6].map((number) => [numbered.isOver(of(number)), numbered.recall(of(number))?.type]),
      [
        [true, undefined],
        [false, 'removed'],
        [true, undefined],
        [false, 'removed'],
      ],
    );
    assert.equal(numbered.recall(of(3, 'c#1')), REMOVED, 'another entry counts by itself');
    assert.equal(numbered.size, 3);
    numbered.remember(of(5), REMOVED, 0);
    assert.deepEqual([numbered.recall(of(5)), numbered.size], [undefined, 3], 'a late try leaves nothing behind');
  });

  it('stay closed, whatever comes late', () => {
    const numbered = new NumberedOutcomes();
    const open = () => [2, 4, 5, 6, 7, 8, 9].filter((number) => !numbered.isOver(of(number)));
    numbered.close({ entry: 'b#1', upTo: 9, open: [6, 8] }, 0);
    numbered.close({ entry: 'b#1', upTo: 5, open: [2, 5] }, 0);
    assert.deepEqual(open(), [6, 8]);
    numbered.close({ entry: 'b#1', upTo: 9, open: [4, 8] }, 0);
    assert.deepEqual(open(), [8]);
  });

  it('go with the change that never came to count', () => {
    const numbered = new NumberedOutcomes();
    numbered.remember(of(1), REMOVED, 0);
    numbered.forget(of(1));
    numbered.forget(of(1));
    assert.deepEqual([numbered.recall(of(1)), numbered.size, numbered.isOver(of(1))], [undefined, 0, false]);
  });

  it('are forgotten when nothing was heard of their entry for long, not before', () => {
    const numbered = new NumberedOutcomes();
    numbered.remember(of(1), REMOVED, 0);
    numbered.remember(of(1, 'c#1'), REMOVED, 0);
    numbered.close({ entry: 'b#1', upTo: 1, open: [1] }, 10);
    numbered.forgetOld(LONG - 1);
    assert.equal(numbered.size, 2);
    numbered.forgetOld(LONG);
    assert.deepEqual([numbered.recall(of(1))?.type, numbered.recall(of(1, 'c#1'))], ['removed', undefined]);
    numbered.forgetOld(LONG + 10);
    assert.deepEqual([numbered.size, numbered.openNumbers()], [0, []]);
  });
});

it('what one copy tells another makes that one answer the same, at every moment', () => {
  for (let seed = 0; seed < 20; seed++) {
    const random = new Random(seed);
    const first = new NumberedOutcomes();
    let newest = 0;
    let overs = 0;
    for (let step = 0; step < 150; step++) {
      const entry = random.below(2) === 0 ? 'b#1' : 'c#1';
      if (random.below(3) > 0) first.remember({ entry, number: ++newest }, REMOVED, step);
      else {
        const open = Array.from({ length: random.below(4) }, () => Math.max(1, newest - random.below(6)));
        first.close({ entry, upTo: newest - random.below(3), open }, step);
      }
      const second = new NumberedOutcomes();
      for (const { name, outcome } of first.records()) if (name !== null) second.remember(name, outcome, step);
      for (const open of first.openNumbers()) second.close(open, step);
      assert.equal(second.size, first.size);
      for (let number = Math.max(1, newest - 12); number <= newest + 1; number++) {
        for (const name of [of(number), of(number, 'c#1')]) {
          assert.equal(second.isOver(name), first.isOver(name));
          assert.equal(second.recall(name), first.recall(name));
          assert.ok(!first.isOver(name) || first.recall(name) === undefined);
          if (first.isOver(name)) overs++;
        }
      }
    }
    assert.ok(overs > 100);
  }
});
