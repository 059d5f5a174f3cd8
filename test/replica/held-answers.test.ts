import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random } from '../../src/base/random.ts';
import { HeldAnswers } from '../../src/replica/held-answers.ts';
import { get } from '../member/room.ts';
import { request } from './parts.ts';

const MISSING = { type: 'missing' } as const;

function hold(held: HeldAnswers, sequence: number, number: number): void {
  held.hold(sequence, { request: request(number, 'app/1', get()), outcome: MISSING, since: 0 });
}

function released(held: HeldAnswers, sequence: number): number[] {
  const numbers: number[] = [];
  held.release(sequence, ({ request, outcome }) => {
    assert.equal(outcome, MISSING);
    numbers.push(request.number);
  });
  return numbers;
}

describe('answers that are held', () => {
  it('are told once what they saw is everywhere, and not before', () => {
    const held = new HeldAnswers();
    hold(held, 3, 30);
    hold(held, 5, 50);
    assert.deepEqual(released(held, 2), []);
    assert.deepEqual(released(held, 4), [30]);
    assert.equal(held.size, 1);
    assert.deepEqual(released(held, 5), [50]);
    assert.deepEqual(released(held, 9), []);
    assert.equal(held.size, 0);
  });

  it('are told in the order of what they saw; of one sequence, in the order of asking', () => {
    for (const last of [6, 4_000_000_000]) {
      const held = new HeldAnswers();
      for (const [sequence, number] of [
        [6, 1],
        [2, 2],
        [6, 3],
        [4, 4],
        [2, 5],
      ] as const) {
        hold(held, sequence, number);
      }
      assert.deepEqual(released(held, last), [2, 5, 4, 1, 3]);
    }
  });

  it('are all given back when a reign ends, and the next begins to count anew', () => {
    const held = new HeldAnswers();
    hold(held, 7, 1);
    assert.deepEqual(released(held, 6), []);
    hold(held, 8, 2);
    assert.deepEqual(
      held.takeAll().map(({ request }) => request.number),
      [1, 2],
    );
    assert.equal(held.size, 0);
    // Nothing was confirmed under the new reign yet, so that lower numbers may be waited for again.
    hold(held, 3, 3);
    assert.deepEqual(released(held, 3), [3]);
  });
});

it('each answer is told once, in order, in small steps and in leaps', () => {
  for (let seed = 0; seed < 30; seed++) {
    const random = new Random(seed);
    const held = new HeldAnswers();
    let open: { sequence: number; number: number }[] = [];
    let confirmed = 0;
    let told = 0;
    for (let number = 1; number <= 400; number++) {
      if (random.below(3) > 0) {
        const sequence = confirmed + 1 + random.below(20);
        hold(held, sequence, number);
        open.push({ sequence, number });
        continue;
      }
      confirmed += random.below(5) === 0 ? random.below(100_000) : random.below(8);
      const due = open.filter(({ sequence }) => sequence <= confirmed).sort((a, b) => a.sequence - b.sequence);
      open = open.filter(({ sequence }) => sequence > confirmed);
      assert.deepEqual(
        released(held, confirmed),
        due.map((each) => each.number),
      );
      assert.equal(held.size, open.length);
      told += due.length;
    }
    assert.ok(told > 100);
  }
});
