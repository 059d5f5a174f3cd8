import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DeadlineHeap, type Timed } from '../../src/base/deadline-heap.ts';
import { NEVER } from '../../src/base/instant.ts';

test('gives back what is due, soonest first, and leaves the rest', () => {
  const instants = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 60 });
  fc.assert(
    fc.property(
      instants,
      fc.array(fc.nat(), { maxLength: 20 }),
      fc.integer({ min: 0, max: 100 }),
      (dues, removals, at) => {
        const heap = new DeadlineHeap<Timed>();
        const items = dues.map((dueAt): Timed => ({ dueAt, heapIndex: -1 }));
        for (const item of items) heap.add(item);
        const kept = new Set(items);
        for (const pick of removals) {
          const item = items[pick % Math.max(items.length, 1)];
          if (item === undefined) continue;
          heap.remove(item);
          kept.delete(item);
        }
        const expected = [...kept].map((item) => item.dueAt).sort((a, b) => a - b);
        assert.equal(heap.nextDueAt(), expected[0] ?? NEVER);
        const popped: number[] = [];
        for (let item = heap.popDue(at); item !== undefined; item = heap.popDue(at)) {
          assert.equal(item.heapIndex, -1);
          popped.push(item.dueAt);
        }
        assert.deepEqual(
          popped,
          expected.filter((due) => due <= at),
        );
        assert.equal(heap.size, expected.filter((due) => due > at).length);
      },
    ),
  );
});
