import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UNINITIALIZED } from '../../../src/member/door.ts';
import { acquire, get, look, put } from '../room.ts';
import { FewMembers } from './few-members.ts';

describe('a wall clock that is set forward a little', () => {
  for (const ids of [
    ['a', 'b'],
    ['a', 'b', 'c'],
  ]) {
    it(`costs no member its copies, of ${ids.length}`, () => {
      const cluster = new FewMembers(ids, { partitions: 8 });
      for (let index = 0; index < 30; index++) cluster.tell('a', put('one'), 'stored', { key: `app/${index}` });
      cluster.run(20_000);
      const { version } = cluster.table;
      const { now } = cluster;
      cluster.world.stepWallClock('a', 250);
      cluster.run(2_000);
      assert.equal(cluster.count('clock-jumped', { from: now, id: 'a' }), 1);
      assert.equal(cluster.count('replica-removed', { from: now }), 0);
      assert.equal(cluster.table.version, version);
      for (let index = 0; index < 30; index++) cluster.tell('a', put('two'), 'stored', { key: `app/${index}` });
      assert.ok(cluster.isWhole());
    });
  }
});

describe('a look that is repeated', () => {
  it('renews its session for whoever takes over, too', () => {
    const cluster = new FewMembers(['a', 'b', 'c']);
    const { world, primary, replica } = cluster;
    const at = (instant: number) => world.runUntil(begun + instant);
    cluster.tell(primary, put('one', { timeoutMinutes: 1, flags: UNINITIALIZED }), 'stored');
    const begun = cluster.now;
    assert.equal(cluster.tell(primary, get(), 'found', { as: 'look' }).flagTaken, true);
    at(14_000);
    assert.equal(cluster.tell(primary, get(), 'found', { as: 'look' }).flagTaken, true);
    world.crash(primary);
    at(71_000);
    cluster.tell(replica, look, 'described');
    at(14_000 + 60_000 + 10_000);
    cluster.tell(replica, look, 'missing');
  });
});

describe('the release of a grant that did not reach its client', () => {
  /** Its entry hears of the grant when its client is gone, and cannot reach the primary for so long. */
  function releasedAfter(cutOffFor: number): FewMembers {
    const cluster = new FewMembers(['a', 'b', 'c']);
    const { world, primary, third } = cluster;
    cluster.tell(primary, put('one'), 'stored');
    world.network.slow(primary, third, [20, 20]);
    const asked = cluster.ask(third, acquire(0, 600_000));
    cluster.run(10);
    world.pause(third);
    cluster.run(30);
    asked.cancel();
    cluster.cut(primary, third);
    world.resume(third);
    cluster.run(cutOffFor);
    cluster.tell(primary, acquire(), 'locked');
    cluster.mend(primary, third);
    cluster.run(1_000);
    return cluster;
  }

  it('is tried for as long as a lock lasts that nobody renews', () => {
    const cluster = releasedAfter(105_000);
    cluster.tell(cluster.primary, acquire(), 'found');
  });

  it('is given up then', () => {
    const cluster = releasedAfter(115_000);
    cluster.tell(cluster.primary, acquire(), 'locked');
    assert.equal(cluster.member(cluster.third).loads().errands, 0);
  });
});
