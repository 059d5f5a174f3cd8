import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stableHash } from '../../src/placement/stable-hash.ts';

const hash = (text: string) => stableHash(Buffer.from(text));

describe('the stable hash', () => {
  it('is MurmurHash3_x86_32 with seed 0, by its published values', () => {
    assert.equal(hash(''), 0);
    assert.equal(hash('test'), 0xba6bd213);
    assert.equal(hash('hello'), 0x248bfa47);
    assert.equal(hash('hello, world'), 0x149bbb7f);
    assert.equal(hash('Hello, world!'), 0xc0363e43);
    assert.equal(hash('The quick brown fox jumps over the lazy dog'), 0x2e4ff723);
  });

  it('agrees with a slow reading of the definition at every length, and for octets above 127', () => {
    for (let length = 0; length <= 64; length++) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 151 + length * 37) & 0xff);
      assert.equal(stableHash(bytes), slowHash(bytes), `length ${length}`);
    }
  });

  // These values decide where sessions live. If this test fails, the hash is wrong, not the test.
  it('never changes for identities as they are', () => {
    assert.equal(hash('/LM/W3SVC/1/ROOT/shop(3eQk=)/4hhcdy45k1ulvz55bd2okyyw'), 0xb3e7dd9d);
    assert.equal(hash('shop/4hhcdy45k1ulvz55bd2okyyw'), 0x7c5fb867);
    assert.equal(hash('/café/ü'), 0xa345c214);
  });
});

/** In whole numbers without bounds, as the definition reads. */
function slowHash(bytes: Uint8Array): number {
  const mask = 0xffffffffn;
  const rotate = (value: bigint, by: bigint) => ((value << by) | (value >> (32n - by))) & mask;
  const mix = (block: bigint) => (rotate((block * 0xcc9e2d51n) & mask, 15n) * 0x1b873593n) & mask;
  let hash = 0n;
  for (let at = 0; at < bytes.length; at += 4) {
    const block = [...bytes.subarray(at, at + 4)].reduce(
      (sum, byte, place) => sum | (BigInt(byte) << BigInt(8 * place)),
      0n,
    );
    hash ^= mix(block);
    if (at + 4 <= bytes.length) hash = (rotate(hash, 13n) * 5n + 0xe6546b64n) & mask;
  }
  hash ^= BigInt(bytes.length);
  hash = ((hash ^ (hash >> 16n)) * 0x85ebca6bn) & mask;
  hash = ((hash ^ (hash >> 13n)) * 0xc2b2ae35n) & mask;
  return Number(hash ^ (hash >> 16n));
}
