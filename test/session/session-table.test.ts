import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeKey } from '../../src/placement/locate.ts';
import { NO_SLOT, SessionTable } from '../../src/session/session-table.ts';
import { SlabAllocator } from '../../src/session/slab-allocator.ts';

const SECRET = 0x5eed_1234;

/** Keys of which several share a hash, so that searches pass over strangers. */
function keyOf(number: number) {
  const key = makeKey(new TextEncoder().encode(`app/${number}`));
  return { hash: key.hash % 13, bytes: key.bytes };
}

test('finds what was inserted and not removed, through growth and collisions', () => {
  const act = fc.record({ insert: fc.boolean(), number: fc.integer({ min: 0, max: 80 }) });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 300 }), (acts) => {
      const memory = new SlabAllocator();
      const table = new SessionTable(memory, SECRET);
      const model = new Map<number, Uint8Array>();
      for (const { insert, number } of acts) {
        const slot = table.find(keyOf(number));
        assert.equal(slot !== NO_SLOT, model.has(number));
        if (insert && slot === NO_SLOT) {
          const content = new Uint8Array(1 + number).fill(number);
          const fresh = table.insert(keyOf(number), content);
          table.setTimeout(fresh, 1, 0);
          model.set(number, content);
        } else if (!insert && slot !== NO_SLOT) {
          table.remove(slot);
          model.delete(number);
        }
        assert.equal(table.size, model.size);
      }
      for (const [number, content] of model) {
        const slot = table.find(keyOf(number));
        assert.deepEqual(table.content(slot), content);
        assert.deepEqual(table.key(slot), keyOf(number));
      }
      let seen = 0;
      for (let slot = table.next(NO_SLOT); slot !== NO_SLOT; slot = table.next(slot)) seen++;
      assert.equal(seen, model.size);
      for (let slot = table.next(NO_SLOT); slot !== NO_SLOT; slot = table.next(slot)) table.remove(slot);
      assert.equal(table.contentBytes, 0);
      assert.equal(memory.usedBytes, 0);
    }),
    { numRuns: 200 },
  );
});

test('a session whose timeout is shortened is collected after the shorter one', () => {
  const table = new SessionTable(new SlabAllocator(), SECRET);
  const slot = table.insert(keyOf(1), new Uint8Array(1));
  table.setTimeout(slot, 60, 0);
  table.setTimeout(slot, 1, 0);
  const due: number[] = [];
  table.collectDue(60_000, 10, (gone) => due.push(gone));
  assert.equal(due.length, 0);
  table.collectDue(63_000, 10, (gone) => due.push(gone));
  assert.deepEqual(due, [slot]);
});

test('a session without timeout is never collected, and is again once it has one', () => {
  const table = new SessionTable(new SlabAllocator(), SECRET);
  const slot = table.insert(keyOf(1), new Uint8Array(1));
  table.setTimeout(slot, 0, 0);
  const due: number[] = [];
  table.collectDue(400 * 86_400_000, 10, (gone) => due.push(gone));
  assert.equal(due.length, 0);
  table.setTimeout(slot, 1, 400 * 86_400_000);
  table.collectDue(400 * 86_400_000 + 63_000, 10, (gone) => due.push(gone));
  assert.deepEqual(due, [slot]);
});

test('keys made to share one hash find no place beyond a few dozen, and hold up nobody', () => {
  const table = new SessionTable(new SlabAllocator(), SECRET);
  const namesake = (number: number) => ({ hash: 7, bytes: new TextEncoder().encode(`app/${number}`) });
  let placed = 0;
  while (table.find(namesake(placed)) === NO_SLOT && table.hasPlace())
    table.insert(namesake(placed++), new Uint8Array(1));
  assert.equal(placed, 64);
  assert.equal(table.find({ hash: 8, bytes: namesake(0).bytes }), NO_SLOT);
  assert.ok(table.hasPlace());
});

test('what lies in pages that are being emptied is moved, and is still found as it was', () => {
  const memory = new SlabAllocator();
  const table = new SessionTable(memory, SECRET);
  const plainKey = (number: number) => makeKey(new TextEncoder().encode(`app/${number}`));
  const content = (number: number) => new Uint8Array(1_000).fill(number);
  for (let number = 0; number < 4_000; number++) table.insert(plainKey(number), content(number));
  for (let number = 0; number < 4_000; number++) if (number % 50 !== 0) table.remove(table.find(plainKey(number)));
  memory.pickSparsePages();
  assert.ok(memory.emptyingPages > 0);
  for (let slot = 0; slot !== NO_SLOT; slot = table.moveOut(slot, 100));
  assert.equal(memory.emptyingPages, 0);
  for (let number = 0; number < 4_000; number += 50) {
    assert.deepEqual(table.content(table.find(plainKey(number))), content(number));
  }
  assert.ok(memory.takenBytes <= 2 * memory.usedBytes + 4 * 64 * 1_024, `${memory.takenBytes} for ${memory.usedBytes}`);
});
