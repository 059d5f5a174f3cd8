import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unexplained } from './mismatches.ts';

const mismatch = (partition: number, peer: string, at = 0) => ({ partition, peer, at });

describe('copies that differ', () => {
  it('are found wherever nothing was garbled', () => {
    assert.deepEqual(unexplained([], []), []);
    assert.deepEqual(unexplained([mismatch(3, 'm2#1', 70)], []), ['digests differ: partition 3 at m2#1, 70']);
    assert.equal(unexplained([mismatch(3, 'm2#1')], [{ partition: 4, member: 'm2' }]).length, 1);
    assert.equal(unexplained([mismatch(3, 'm2#1')], [{ partition: 3, member: 'm1' }]).length, 1);
  });

  it('are explained by what was garbled, one by one', () => {
    const garbling = { partition: 3, member: 'm2' };
    assert.deepEqual(unexplained([mismatch(3, 'm2#1')], [garbling]), []);
    assert.equal(unexplained([mismatch(3, 'm2#1'), mismatch(3, 'm2#1')], [garbling]).length, 1);
    assert.deepEqual(unexplained([mismatch(3, 'm2#1'), mismatch(3, 'm2#4')], [garbling, garbling]), []);
  });
});
