import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random } from '../../../src/base/random.ts';
import { Agenda } from './agenda.ts';

describe('the agenda', () => {
  it('lets things happen in the order of their instants, and of one instant as they went in', () => {
    const random = new Random(1);
    const agenda = new Agenda();
    const happened: { at: number; number: number }[] = [];
    for (let number = 0; number < 2_000; number++) {
      const at = random.below(300);
      agenda.at(at, () => {
        assert.equal(agenda.now, at);
        happened.push({ at, number });
      });
    }
    agenda.runUntil(150);
    assert.ok(happened.every(({ at }) => at <= 150));
    agenda.runUntil(1_000);
    assert.equal(happened.length, 2_000);
    assert.deepEqual(
      happened,
      happened.toSorted((one, other) => one.at - other.at || one.number - other.number),
    );
    assert.equal(agenda.now, 1_000);
  });

  it('lets what is put in late happen at once', () => {
    const agenda = new Agenda();
    agenda.runUntil(10);
    const happened: number[] = [];
    agenda.at(3, () => happened.push(agenda.now));
    agenda.runUntil(10);
    assert.deepEqual(happened, [10]);
  });

  it('settles when a condition holds, and no later', () => {
    const agenda = new Agenda();
    let done = 0;
    for (let at = 5; at <= 100; at += 5) agenda.at(at, () => done++);
    assert.ok(agenda.settle(() => done === 3, 50));
    assert.equal(agenda.now, 15);
    assert.ok(agenda.settle(() => done === 3, 50));
    assert.equal(agenda.now, 15);
    assert.ok(!agenda.settle(() => done === 1_000, 50));
    assert.equal(agenda.now, 50);
    assert.equal(done, 10);
  });
});
