import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acquire, look, put } from '../room.ts';
import { FewMembers } from './few-members.ts';

const REMEMBER_FOR = 60_000;
/** So long after an entry was last heard of nobody remembers its numbers. */
const FORGET_ENTRY_AFTER = 300_000;
const SWEEP = 1_500;

describe('outcomes that are remembered', () => {
  it('by their names are forgotten in time, in every copy', () => {
    const cluster = new FewMembers(['a', 'b']);
    const { primary, replica } = cluster;
    const memory = () => [primary, replica].map((id) => cluster.member(id).gauges().memoryBytes);
    cluster.tell(primary, put('a'), 'stored');
    const before = memory();
    for (let round = 0; round < 2; round++) {
      for (let index = 0; index < 200; index++) cluster.tell(primary, put('b'), 'stored', { as: `${round}-${index}` });
      const full = memory();
      for (const [copy, bytes] of full.entries()) assert.ok(bytes > (before[copy] as number) + 200 * 100);
      cluster.run(REMEMBER_FOR + SWEEP);
      assert.deepEqual(memory(), before);
    }
  });

  it('by their numbers are forgotten when their entry is silent for long, in every copy', () => {
    const cluster = new FewMembers(['a', 'b', 'c']);
    const { primary, replica, third } = cluster;
    const records = () => [primary, replica].map((id) => cluster.member(id).loads().records);
    cluster.tell(third, put('a'), 'stored');
    assert.deepEqual(records(), [1, 1]);
    cluster.world.crash(third);
    cluster.run(FORGET_ENTRY_AFTER - SWEEP);
    assert.deepEqual(records(), [1, 1]);
    cluster.run(2 * SWEEP);
    assert.deepEqual(records(), [0, 0]);
  });

  it('are no more than what is open, while one request waits for long', () => {
    for (const from of ['third', 'replica', 'primary'] as const) {
      const cluster = new FewMembers(['a', 'b', 'c']);
      const { primary, replica } = cluster;
      const entry = cluster[from];
      cluster.tell(entry, put('a'), 'stored');
      cluster.tell(entry, acquire(), 'found');
      const waiter = cluster.ask(entry, acquire(60_000));
      for (let index = 0; index < 200; index++) {
        cluster.tell(entry, put('b'), 'stored', { key: `app/${2 + (index % 10)}` });
        for (const id of [primary, replica]) assert.ok(cluster.member(id).loads().records <= 2);
      }
      assert.equal(waiter.outcome, null);
    }
  });
});

/** Granted at an entry whose client is gone when the answer comes; the primary dies before it hears of that. */
function grantToNobody({ repeated, entryKnows }: { repeated: boolean; entryKnows: 'before' | 'after' }) {
  const cluster = new FewMembers(['a', 'b', 'c']);
  const { world, primary, replica, third } = cluster;
  cluster.tell(primary, put('a'), 'stored');
  world.network.slow(primary, third, [50, 50]);
  const first = cluster.ask(third, acquire(), { as: 'checkout' });
  cluster.run(10);
  const again = repeated ? cluster.tell(replica, acquire(), 'found', { as: 'checkout' }) : null;
  // The entry either has its answer, and nobody to hear it, or gives up before that has come.
  if (entryKnows === 'after') {
    world.pause(third);
    cluster.run(60);
  }
  first.cancel();
  if (entryKnows === 'before') cluster.run(5);
  world.crash(primary);
  world.resume(third);
  cluster.until(() => cluster.entry.primary.member === replica, 5_000);
  cluster.run(4_000);
  return { cluster, again };
}

describe('a lock that was granted to a client that has gone', () => {
  for (const entryKnows of ['before', 'after'] as const) {
    it(`stands after a takeover if a repeat was told of it (its entry knows ${entryKnows} the grant comes)`, () => {
      const { cluster, again } = grantToNobody({ repeated: true, entryKnows });
      const { replica } = cluster;
      assert.equal(again?.again, true);
      assert.equal(cluster.tell(replica, acquire(), 'locked').cookie, again.cookie);
      cluster.tell(replica, put('b', { cookie: again.cookie }), 'stored');
    });

    it(`is given back after a takeover if nobody was told of it (its entry knows ${entryKnows} the grant comes)`, () => {
      const { cluster } = grantToNobody({ repeated: false, entryKnows });
      const { replica } = cluster;
      assert.equal(cluster.tell(replica, look, 'described').lock, null);
      cluster.tell(replica, acquire(), 'found');
    });
  }
});
