import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DeadlineHeap } from '../../src/base/deadline-heap.ts';
import { type Instant, NEVER } from '../../src/base/instant.ts';
import { Random } from '../../src/base/random.ts';
import { type Waiter, Waiters, type WaitLimits, type WaitLine } from '../../src/replica/wait-line.ts';
import { acquire } from '../member/room.ts';
import { request } from './parts.ts';

const LIMITS: WaitLimits = { maxWaitersPerSession: 5, maxWaitersPerSource: 4, maxWaiters: 8 };

function setUp(limits = LIMITS) {
  const heap = new DeadlineHeap<Waiter | WaitLine>();
  const waiters = new Waiters(limits, heap);
  const line = waiters.openLine(0, 3, 110_000);
  const join = (number: number, since: Instant, until = 5_000, source = 1) =>
    waiters.join(line, request(number, 'app/1', acquire(5_000), { source }), since, until);
  const order = () => line.waiters.map((waiter) => waiter.request.number);
  const waiter = (asker: number): Waiter => {
    const found = waiters.of(asker);
    assert.ok(found !== undefined, `${asker} does not wait`);
    return found;
  };
  return { heap, waiters, line, join, order, waiter };
}

describe('a line', () => {
  it('is in order of how long its clients have waited, whoever comes to it first', () => {
    const { join, order } = setUp({ ...LIMITS, maxWaitersPerSource: 10, maxWaitersPerSession: 10 });
    for (const [number, since] of [
      [1, 300],
      [2, 100],
      [3, 400],
      [4, 200],
      [5, 50],
    ] as const) {
      join(number, since);
    }
    assert.deepEqual(order(), [5, 2, 4, 1, 3]);
  });

  it('puts whoever has waited as long as another behind him', () => {
    const { join, order } = setUp();
    for (const number of [1, 2, 3]) join(number, 100);
    join(4, 99);
    assert.deepEqual(order(), [4, 1, 2, 3]);
  });

  it('keeps the place of the first try for the second, who waits until his own time', () => {
    const { waiters, line, join, order, waiter, heap } = setUp();
    join(1, 100, 1_000);
    join(2, 200, 2_000);
    const again = request(9, 'app/1', acquire(5_000), { source: 2 });
    assert.equal(waiters.replace(waiter(1), again, 9_000), 1);
    assert.deepEqual(order(), [9, 2]);
    assert.equal(waiters.of(1), undefined);
    assert.deepEqual([waiter(9).since, waiter(9).dueAt], [100, 9_000]);
    assert.equal(heap.nextDueAt(), 2_000);
    assert.equal(waiters.limitFor(line, 1), null, 'the first asks no more');
  });

  it('is due when its lock’s lease ends, and that moves', () => {
    const { waiters, line, heap } = setUp();
    assert.equal(heap.nextDueAt(), 110_000);
    waiters.leaseMoved(line, 50_000);
    assert.equal(heap.nextDueAt(), 50_000);
    waiters.closeLine(line);
    assert.equal(heap.nextDueAt(), NEVER);
  });

  it('lets nobody join beyond a limit, and says which', () => {
    const { waiters, line, join, waiter } = setUp();
    for (const number of [1, 2, 3, 4]) join(number, number, 5_000, 1);
    assert.equal(waiters.limitFor(line, 1), 'waiters-per-source');
    assert.equal(waiters.limitFor(line, 2), null);
    join(5, 5, 5_000, 2);
    assert.equal(waiters.limitFor(line, 3), 'waiters-per-session');
    const other = waiters.openLine(1, 4, 110_000);
    for (const number of [6, 7, 8]) waiters.join(other, request(number, 'app/2', acquire(1), { source: 3 }), 0, 5_000);
    assert.equal(waiters.limitFor(undefined, 9), 'waiters');
    waiters.leave(waiter(1));
    assert.deepEqual([waiters.limitFor(other, 1), waiters.size], [null, 7]);
  });
});

it('who waits is in line, by asker and in the heap, or nowhere, whatever comes and goes', () => {
  for (let seed = 0; seed < 20; seed++) {
    const random = new Random(seed);
    const { heap, waiters, line, join } = setUp({
      maxWaitersPerSession: 1e3,
      maxWaitersPerSource: 1e3,
      maxWaiters: 1e3,
    });
    const sinceOf = new Map<number, Instant>();
    let number = 0;
    for (let step = 0; step < 200; step++) {
      const pick = line.waiters[random.below(Math.max(1, line.waiters.length))];
      const roll = random.below(4);
      if (pick === undefined || roll < 2) {
        const since = random.below(50);
        join(++number, since, 1_000 + random.below(1_000), random.below(3));
        sinceOf.set(number, since);
      } else if (roll === 2) {
        waiters.leave(pick);
      } else {
        const again = request(++number, 'app/1', acquire(1), { source: random.below(3) });
        sinceOf.set(number, pick.since);
        waiters.replace(pick, again, 1_000 + random.below(1_000));
      }
      const places = line.waiters.map((waiter) => waiter.since);
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
      );
      assert.equal(waiters.size, line.waiters.length);
      assert.equal(heap.size, line.waiters.length + 1);
      for (const waiter of line.waiters) {
        const { asker } = waiter.request;
        assert.equal(waiters.of(asker), waiter);
        assert.equal(waiter.since, sinceOf.get(asker));
        assert.ok(waiter.heapIndex >= 0);
      }
    }
    for (const waiter of waiters.all()) waiters.leave(waiter);
    assert.deepEqual([waiters.size, heap.size, line.waiters.length], [0, 1, 0]);
    assert.equal(waiters.limitFor(line, 0), null);
  }
});
