import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Handle, SlabAllocator } from '../../src/session/slab-allocator.ts';

const MIB = 1024 * 1024;
const NOTHING = new Uint8Array(0);

/** What a test holds: bytes, and where they should lie. */
interface Held {
  handle: Handle;
  bytes: Uint8Array;
}

function read(memory: SlabAllocator, { handle, bytes }: Held): Uint8Array {
  return memory.view(handle, bytes.length, 0, bytes.length);
}

/** Moves all that is to be moved and gives all back that is to be given back. */
function tidy(memory: SlabAllocator, held: readonly Held[]): void {
  memory.planMoves();
  for (const each of held) {
    const { length } = each.bytes;
    if (memory.mustMove(each.handle, length)) each.handle = memory.move(each.handle, length);
  }
  assert.equal(memory.isMoving, false, 'everything was moved');
  while (memory.hasSurplus) memory.giveBack(MIB);
}

test('a block is as large as asked for, and at most a thirty-second or 7 bytes larger', () => {
  const memory = new SlabAllocator();
  for (let length = 1; length <= 1_100_000; length += length < 10_000 ? 1 : 97) {
    const size = memory.blockSize(length);
    assert.ok(size >= length, `${length} in ${size}`);
    assert.ok(size - length <= Math.max(7, length / 32), `${length} in ${size}`);
  }
});

test('what was stored is read back whatever came, went and was moved around it, and all of it is given back', () => {
  const length = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 2 * MIB }));
  const act = fc.record({
    what: fc.constantFrom('store', 'replace', 'release', 'tidy'),
    length,
    fill: fc.integer({ min: 0, max: 255 }),
    pick: fc.nat(),
    kept: fc.integer({ min: 0, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 100 }), (acts) => {
      const memory = new SlabAllocator();
      const held: Held[] = [];
      for (const { what, length, fill, pick, kept } of acts) {
        const bytes = new Uint8Array(length).fill(fill);
        const index = pick % Math.max(held.length, 1);
        const chosen = held[index];
        if (what === 'tidy') {
          tidy(memory, held);
        } else if (what === 'store' || chosen === undefined) {
          const first = Math.min(kept, length);
          held.push({ handle: memory.store(bytes.subarray(0, first), bytes.subarray(first)), bytes });
        } else if (what === 'replace') {
          const stays = chosen.bytes.subarray(0, Math.min(kept, chosen.bytes.length));
          chosen.handle = memory.replaceAfter(chosen.handle, chosen.bytes.length, stays.length, bytes);
          const whole = new Uint8Array(stays.length + bytes.length);
          whole.set(stays);
          whole.set(bytes, stays.length);
          chosen.bytes = whole;
        } else {
          memory.release(chosen.handle, chosen.bytes.length);
          held.splice(index, 1);
        }
        for (const each of held) {
          assert.ok(Buffer.from(read(memory, each)).equals(each.bytes));
          assert.ok(memory.startsWith(each.handle, each.bytes.length, each.bytes.subarray(0, 61)));
        }
        const used = held.reduce((sum, { bytes }) => sum + memory.blockSize(bytes.length), 0);
        assert.equal(memory.usedBytes, used);
        assert.ok(memory.takenBytes >= used);
      }
      for (const { handle, bytes } of held) memory.release(handle, bytes.length);
      tidy(memory, []);
      assert.deepEqual([memory.usedBytes, memory.takenBytes, memory.isAtRest], [0, 0, true]);
    }),
    { numRuns: 60 },
  );
});

test('bytes that differ in a single place are told apart, wherever it is', () => {
  const memory = new SlabAllocator();
  const bytes = Uint8Array.from({ length: 93 }, (_, i) => 200 + i);
  const handle = memory.store(bytes, Uint8Array.of(1));
  assert.ok(memory.startsWith(handle, 94, bytes));
  for (let i = 0; i < bytes.length; i++) {
    const other = Uint8Array.from(bytes);
    other[i] = (bytes[i] as number) ^ 0x80;
    assert.equal(memory.startsWith(handle, 94, other), false, `at ${i}`);
  }
});

test('memory of what is gone is used again', () => {
  const memory = new SlabAllocator();
  const content = new Uint8Array(1_000);
  const handles = Array.from({ length: 5_000 }, () => memory.store(content, NOTHING));
  const taken = memory.takenBytes;
  assert.ok(taken >= 5_000 * 1_000 && taken <= 1.2 * 5_000 * 1_008, `${taken}`);
  for (const handle of handles) memory.release(handle, content.length);
  for (let i = 0; i < 5_000; i++) memory.store(content, NOTHING);
  assert.equal(memory.takenBytes, taken);
});

test('where few blocks are left among many, they are moved together and the rest is given back', () => {
  const memory = new SlabAllocator();
  const held: Held[] = [];
  for (let i = 0; i < 20_000; i++) {
    const bytes = new Uint8Array(1_000).fill(i);
    const handle = memory.store(bytes, NOTHING);
    if (i % 20 === 0) held.push({ handle, bytes });
    else held.push({ handle, bytes: NOTHING });
  }
  for (const { handle, bytes } of held) if (bytes === NOTHING) memory.release(handle, 1_000);
  const left = held.filter(({ bytes }) => bytes !== NOTHING);
  tidy(memory, left);
  assert.ok(memory.takenBytes < 1.5 * memory.usedBytes, `${memory.takenBytes} for ${memory.usedBytes}`);
  for (const each of left) assert.deepEqual(read(memory, each), each.bytes);
});

test('much memory is given back in portions', () => {
  const memory = new SlabAllocator();
  const content = new Uint8Array(10_000);
  const handles = Array.from({ length: 1_000 }, () => memory.store(content, NOTHING));
  for (const handle of handles) memory.release(handle, content.length);
  for (let taken = memory.takenBytes; taken > 0; taken = memory.takenBytes) {
    memory.giveBack(MIB);
    assert.ok(taken - memory.takenBytes <= MIB && memory.takenBytes < taken);
  }
  assert.equal(memory.hasSurplus, false);
});
