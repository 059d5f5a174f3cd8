import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Handle, SlabAllocator } from '../../src/session/slab-allocator.ts';

test('a block is as large as asked for, and at most a quarter larger', () => {
  const memory = new SlabAllocator();
  for (let length = 1; length <= 40_000; length++) {
    const size = memory.blockSize(length);
    assert.ok(size >= length, `${length} in ${size}`);
    assert.ok(size <= Math.max(32, Math.ceil(length * 1.25)), `${length} in ${size}`);
  }
});

test('what was stored is read back whatever came and went around it, and all of it is given back', () => {
  const length = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 70_000 }));
  const act = fc.record({
    what: fc.constantFrom('store', 'replace', 'release'),
    length,
    fill: fc.integer({ min: 0, max: 255 }),
    pick: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 200 }), (acts) => {
      const memory = new SlabAllocator();
      const held: { handle: Handle; bytes: Uint8Array }[] = [];
      for (const { what, length, fill, pick } of acts) {
        const bytes = new Uint8Array(length).fill(fill);
        const index = pick % Math.max(held.length, 1);
        const chosen = held[index];
        if (what === 'store' || chosen === undefined) {
          held.push({ handle: memory.store(bytes), bytes });
        } else if (what === 'replace') {
          chosen.handle = memory.replace(chosen.handle, chosen.bytes.length, bytes);
          chosen.bytes = bytes;
        } else {
          memory.release(chosen.handle, chosen.bytes.length);
          held.splice(index, 1);
        }
        for (const { handle, bytes } of held) assert.ok(memory.equals(handle, bytes.length, bytes));
        assert.equal(
          memory.usedBytes,
          held.reduce((sum, { bytes }) => sum + memory.blockSize(bytes.length), 0),
        );
      }
      for (const { handle, bytes } of held) {
        assert.deepEqual(memory.view(handle, bytes.length), bytes);
        memory.release(handle, bytes.length);
      }
      assert.equal(memory.usedBytes, 0);
    }),
    { numRuns: 100 },
  );
});

test('pages that become empty are dropped, all but one of a size', () => {
  const memory = new SlabAllocator();
  const handles: Handle[] = [];
  const content = new Uint8Array(1_000);
  for (let i = 0; i < 5_000; i++) handles.push(memory.store(content));
  assert.ok(memory.takenBytes >= 5_000 * 1_000);
  for (const handle of handles) memory.release(handle, content.length);
  assert.equal(memory.takenBytes, 64 * 1_024);
});
