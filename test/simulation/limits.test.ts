import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LimitWatch } from './limits.ts';
import { FakeMember } from './world/fake-member.ts';
import { fakeWorld } from './world/fake-world.ts';

describe('limits', () => {
  it('are kept by what members tell of their queues, or that is told, once for each', () => {
    const loads = { held: 0, errands: 9_999, heldAnswers: 9_999, tail: 0, records: 9_999 };
    const replication = { tailLength: 100, portionBytes: 1, maxUncommitted: 10, maxQueued: 4 };
    const world = fakeWorld(['a', 'b'], {
      partitions: 2,
      member: { replication },
      makeMember: ({ self }) => Object.assign(new FakeMember(self), { loads: () => loads }),
    });
    const watch = new LimitWatch(world);
    const wrongsOf = (): number => {
      world.runUntil(world.now + 200);
      return watch.wrongs.length;
    };
    Object.assign(loads, { held: 8, tail: 145 });
    assert.equal(wrongsOf(), 0);
    Object.assign(loads, { held: 9 });
    assert.equal(wrongsOf(), 1);
    Object.assign(loads, { tail: 146 });
    assert.equal(wrongsOf(), 2);
    assert.match(
      watch.wrongs.join(),
      /over its limit: 9 requests queued at a, .*: 8 are the most.*146 changes in a tail/,
    );
  });
});
