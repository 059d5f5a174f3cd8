import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acquire, get, look, put, release } from '../room.ts';
import { FewMembers } from './few-members.ts';

describe('a client of an entry that holds nothing', () => {
  function locked(): { cluster: FewMembers; cookie: number } {
    const cluster = new FewMembers(['a', 'b', 'c']);
    cluster.tell(cluster.primary, put('one'), 'stored');
    const { cookie } = cluster.tell(cluster.primary, acquire(), 'found');
    return { cluster, cookie };
  }

  const waiters = (cluster: FewMembers): number => cluster.member(cluster.primary).loads().waiters;

  it('goes while it waits, and leaves neither the line longer nor a lock behind', () => {
    const { cluster, cookie } = locked();
    const asked = cluster.ask(cluster.third, acquire(30_000));
    cluster.run(20);
    assert.equal(waiters(cluster), 1);
    asked.cancel();
    cluster.run(20);
    assert.deepEqual([waiters(cluster), cluster.member(cluster.third).loads().errands], [0, 0]);
    cluster.tell(cluster.primary, release(cookie), 'released');
    assert.equal(cluster.tell(cluster.primary, look, 'described').lock, null);
  });

  it('goes while its request is on its way, and the lock that this gets is given back', () => {
    for (const wait of [0, 30_000]) {
      const { cluster, cookie } = locked();
      cluster.tell(cluster.primary, release(cookie), 'released');
      cluster.slow(cluster.primary, cluster.third, 20);
      const asked = cluster.ask(cluster.third, acquire(wait));
      cluster.run(5);
      asked.cancel();
      cluster.run(30);
      assert.notEqual(cluster.tell(cluster.primary, look, 'described').lock, null, 'it was granted');
      cluster.run(200);
      assert.equal(cluster.tell(cluster.primary, look, 'described').lock, null);
      assert.equal(cluster.member(cluster.third).loads().errands, 0);
    }
  });

  it('waits no longer when that entry stops', () => {
    const { cluster } = locked();
    const waiting = [get(30_000), acquire(30_000)].map((command) => cluster.ask(cluster.third, command));
    cluster.run(20);
    assert.equal(waiters(cluster), 2);
    cluster.world.drain(cluster.third);
    for (const asked of waiting) cluster.told(asked, 'locked');
    assert.equal(waiters(cluster), 0);
    cluster.run(500);
    assert.ok(!cluster.world.process(cluster.third).alive);
  });
});
