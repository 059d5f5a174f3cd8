import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Random } from '../../src/base/random.ts';
import { makeKey } from '../../src/placement/locate.ts';
import { NO_SLOT, SESSION_OVERHEAD_BYTES, SessionTable } from '../../src/session/session-table.ts';
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

test('grows by thousands and shrinks to nothing, and finds all there is all the while', () => {
  const memory = new SlabAllocator();
  const tables = [1, 2, 3].map((seed) => new SessionTable(memory, seed));
  const models = tables.map(() => new Map<number, Uint8Array>());
  const random = new Random(5);
  const plainKey = (number: number) => makeKey(new TextEncoder().encode(`app/${number}`));
  for (const [stage, insertsOfTen] of [9, 9, 2, 1, 8, 1, 0].entries()) {
    for (let step = 0; step < 8_000; step++) {
      const which = random.below(tables.length);
      const [table, model] = [tables[which] as SessionTable, models[which] as Map<number, Uint8Array>];
      const number = random.below(6_000);
      const key = plainKey(number);
      const slot = table.find(key);
      assert.equal(slot !== NO_SLOT, model.has(number));
      const content = new Uint8Array(1 + random.below(400)).fill(step);
      if (random.below(10) >= insertsOfTen) {
        if (slot !== NO_SLOT) table.remove(slot);
        model.delete(number);
        continue;
      }
      const present = slot === NO_SLOT ? table.insert(key, content) : slot;
      if (slot !== NO_SLOT) table.replaceContent(slot, content);
      table.setTimeout(present, 20, 0);
      if (random.below(4) === 0) table.lock(present, number + 1, 7, 10_000, 3, number);
      else table.records.unlock(present);
      model.set(number, content);
    }
    memory.planMoves();
    for (const table of tables) for (let slot = 0; slot !== NO_SLOT; slot = table.moveOut(slot, 1_000));
    assert.equal(memory.isMoving, false, `stage ${stage}`);
    while (memory.hasSurplus) memory.giveBack(1_024 * 1_024);
    for (const [which, table] of tables.entries()) {
      const model = models[which] as Map<number, Uint8Array>;
      let seen = 0;
      for (let slot = table.next(NO_SLOT); slot !== NO_SLOT; slot = table.next(slot)) seen++;
      assert.deepEqual([table.size, seen], [model.size, model.size]);
      for (const [number, content] of model) {
        const slot = table.find(plainKey(number));
        assert.deepEqual(table.content(slot), content);
        const { records } = table;
        const lock = [records.since(slot), records.leaseEnd(slot), records.holderRequest(slot)];
        assert.deepEqual(lock, records.locked(slot) ? [7, 10_007, number] : [0, 0, 0]);
      }
    }
  }
  const due: number[] = [];
  for (const table of tables)
    table.collectDue(30 * 60_000, 100_000, (slot) => due.push(slot) > 0 && table.remove(slot));
  assert.equal(
    due.length,
    models.reduce((sum, { size }) => sum + size, 0),
  );
  while (memory.hasSurplus) memory.giveBack(1_024 * 1_024);
  assert.deepEqual([memory.usedBytes, memory.takenBytes], [0, 0]);
});

test('growth costs no insertion more than a split of a segment', () => {
  const memory = new SlabAllocator();
  const table = new SessionTable(memory, SECRET);
  const content = new Uint8Array(100);
  let most = 0;
  for (let number = 0; number < 60_000; number++) {
    const taken = memory.takenBytes;
    table.insert(makeKey(new TextEncoder().encode(`app/${number}`)), content);
    most = Math.max(most, memory.takenBytes - taken);
  }
  const perSession = memory.takenBytes / 60_000 - 112;
  assert.ok(most <= 2 * 1_024 * 1_024, `${most} at once`);
  assert.ok(perSession < 1.25 * SESSION_OVERHEAD_BYTES, `${perSession} beside key and content`);
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

test('what lies where room is being made is moved, and is still found as it was', () => {
  const memory = new SlabAllocator();
  const table = new SessionTable(memory, SECRET);
  const plainKey = (number: number) => makeKey(new TextEncoder().encode(`app/${number}`));
  const content = (number: number) => new Uint8Array(1_000).fill(number);
  for (let number = 0; number < 4_000; number++) table.insert(plainKey(number), content(number));
  for (let number = 0; number < 4_000; number++) if (number % 50 !== 0) table.remove(table.find(plainKey(number)));
  memory.planMoves();
  assert.ok(memory.isMoving);
  for (let slot = 0; slot !== NO_SLOT; slot = table.moveOut(slot, 100));
  assert.equal(memory.isMoving, false);
  while (memory.hasSurplus) memory.giveBack(1_024 * 1_024);
  for (let number = 0; number < 4_000; number += 50) {
    assert.deepEqual(table.content(table.find(plainKey(number))), content(number));
  }
  // Of the records and the index, whatever chunk and segment still holds a session stays.
  assert.ok(memory.takenBytes <= 3 * 128 * 1_024 + 4_000 * SESSION_OVERHEAD_BYTES, `${memory.takenBytes} are taken`);
});
