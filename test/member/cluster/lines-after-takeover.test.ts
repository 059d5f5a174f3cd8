import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Cookie } from '../../../src/member/door.ts';
import { acquire, put } from '../room.ts';
import { type Asked, FewMembers } from './few-members.ts';

/** One client holds a lock and another waits for it when the primary dies; the holder stores while the line gathers. */
function storedWhileGathering(): { cluster: FewMembers; waiter: Asked } {
  const cluster = new FewMembers(['a', 'b', 'c']);
  const { world, primary, replica, third } = cluster;
  cluster.tell(primary, put('one'), 'stored');
  const cookie: Cookie = cluster.tell(third, acquire(), 'found').cookie;
  const waiter = cluster.ask(third, acquire(20_000));
  cluster.run(10);
  world.crash(primary);
  cluster.untilTold(replica, 'became-primary', 5_000);
  const store = cluster.ask(third, put('two', { cookie }));
  cluster.told(store, 'stored', 3_000);
  assert.equal(waiter.outcome, null, 'the line still gathers');
  return { cluster, waiter };
}

it('a lock that was freed while the line gathers is not for somebody new who would not wait', () => {
  const { cluster, waiter } = storedWhileGathering();
  const refusal = cluster.tell(cluster.replica, acquire(0), 'locked');
  assert.equal(cluster.told(waiter, 'found', 1_000).cookie, refusal.cookie);
});

it('a lock that was freed while the line gathers is for whoever waited, though somebody new would wait', () => {
  const { cluster, waiter } = storedWhileGathering();
  const late = cluster.ask(cluster.replica, acquire(20_000));
  const { cookie } = cluster.told(waiter, 'found', 1_000);
  assert.equal(late.outcome, null);
  cluster.tell(cluster.replica, put('three', { cookie }), 'stored');
  cluster.told(late, 'found');
});
