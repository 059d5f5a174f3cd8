import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_PARTITIONS, makeKey, partitionOf } from '../../src/placement/locate.ts';
import { stableHash } from '../../src/placement/stable-hash.ts';

describe('a key', () => {
  it('carries its octets and their hash', () => {
    const bytes = Buffer.from('/a/1');
    const key = makeKey(bytes);
    assert.equal(key.bytes, bytes);
    assert.equal(key.hash, stableHash(bytes));
  });

  it('belongs to one of 256 partitions unless told otherwise, by its hash alone', () => {
    assert.equal(DEFAULT_PARTITIONS, 256);
    for (let id = 0; id < 1_000; id++) {
      const key = makeKey(Buffer.from(`/lm/w3svc/1/root/shop(h=)/${id}`));
      assert.equal(partitionOf(key, DEFAULT_PARTITIONS), key.hash % 256);
      assert.equal(partitionOf(key, 1), 0);
    }
  });

  it('spreads evenly with others of its application', () => {
    const counts = new Array<number>(DEFAULT_PARTITIONS).fill(0);
    for (let id = 0; id < 25_600; id++) {
      const partition = partitionOf(makeKey(Buffer.from(`/lm/w3svc/1/root/shop(h=)/${id}`)), DEFAULT_PARTITIONS);
      counts[partition] = (counts[partition] ?? 0) + 1;
    }
    // A hundred each on average; fair chance strays by ten, and hardly ever by fifty.
    assert.ok(Math.min(...counts) > 50, `${Math.min(...counts)} in the emptiest`);
    assert.ok(Math.max(...counts) < 150, `${Math.max(...counts)} in the fullest`);
  });
});
