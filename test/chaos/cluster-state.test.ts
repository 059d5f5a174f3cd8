import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isWhole, type MemberShare, shareIn, unfair } from './cluster-state.ts';

const SHAPE = { partitions: 256, copies: 2 };
const share = (member: string, primaries: number, replicas: number, version = 9): MemberShare => ({
  member,
  version,
  primaries,
  replicas,
});

describe('the state of a cluster', () => {
  it("is read from its members' metrics", () => {
    const exposition = [
      'holdfast_partitions{role="primary"} 85',
      'holdfast_partitions{role="replica"} 86',
      'holdfast_table_version 412',
    ].join('\n');
    assert.deepEqual(shareIn('m0', exposition), share('m0', 85, 86, 412));
    assert.throws(() => shareIn('m0', ''), /holdfast_table_version|holdfast_partitions/);
  });

  it('is whole when those that live hold every copy, by one table', () => {
    const all = [share('m0', 86, 85), share('m1', 85, 86), share('m2', 85, 85)];
    assert.equal(isWhole(all, SHAPE), true);
    assert.equal(isWhole(all.slice(1), SHAPE), false);
    assert.equal(isWhole([...all.slice(1), share('m0', 86, 84)], SHAPE), false);
    assert.equal(isWhole([...all.slice(1), share('m0', 86, 85, 8)], SHAPE), false);
    assert.equal(isWhole([share('m0', 256, 0)], { ...SHAPE, copies: 1 }), true);
  });

  it('is fair within a twentieth, rounded outwards', () => {
    const three = [share('m0', 90, 81), share('m1', 81, 90), share('m2', 85, 85)];
    assert.deepEqual(unfair(three, SHAPE), []);
    assert.deepEqual(unfair([share('m0', 91, 80), ...three.slice(1)], SHAPE), ['m0: 91 primaries (81 to 90)']);
    assert.deepEqual(unfair([share('m0', 90, 91), ...three.slice(1)], SHAPE), ['m0: 181 copies (162 to 180)']);
    assert.equal(unfair([share('m0', 80, 81), ...three.slice(1)], SHAPE).length, 2);
  });
});
