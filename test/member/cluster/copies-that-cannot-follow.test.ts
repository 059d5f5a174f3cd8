import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { get, put, textOf } from '../room.ts';
import { FewMembers } from './few-members.ts';

const LEASE = 1_000;
/** Beside a deadline: a beat, a swap, and the way. */
const A_LITTLE = 250;

/** The third was filled, and its addition is asked for; but the primary's swap is lost. */
function withAdditionAsked(): FewMembers {
  const cluster = new FewMembers(['a', 'b', 'c']);
  const { primary } = cluster;
  cluster.tell(primary, put('one'), 'stored');
  cluster.loseReplica();
  cluster.loseSwaps(primary);
  cluster.untilTold(primary, 'swap-unsettled', 2_000);
  assert.deepEqual(cluster.replicas, []);
  return cluster;
}

describe('a copy whose addition was asked for, while another swap won', () => {
  it('covers its primary again once its line is back', () => {
    const cluster = withAdditionAsked();
    const { primary, third } = cluster;
    cluster.cut(primary, third);
    cluster.swapElsewhere();
    cluster.run(50);
    cluster.delaySwaps(primary, null);
    cluster.run(300);
    cluster.mend(primary, third);
    cluster.run(1_000);
    for (let minute = 0; minute < 3; minute++) {
      cluster.tell(primary, put(`${minute}`), 'stored');
      cluster.run(60_000);
    }
    assert.deepEqual(cluster.replicas, [third]);
    assert.ok(cluster.isWhole());
  });

  it('is waited for no more when it has died', () => {
    const cluster = withAdditionAsked();
    const { primary, third } = cluster;
    cluster.world.crash(third);
    cluster.run(50);
    cluster.swapElsewhere();
    cluster.run(50);
    cluster.tell(primary, put('two'), 'stored');
  });

  it('that broke is asked for anew only over a line', () => {
    const cluster = withAdditionAsked();
    const { primary, third } = cluster;
    cluster.delaySwaps(primary, null);
    cluster.cut(primary, third);
    cluster.swapElsewhere();
    cluster.run(3_000);
    assert.deepEqual(cluster.replicas, []);
    cluster.tell(primary, put('two'), 'stored');
  });
});

describe('a whole copy whose addition is asked for', () => {
  it('is kept while the line is down, and has everything when the swap lands late and the primary dies', () => {
    const cluster = new FewMembers(['a', 'b', 'c']);
    const { world, primary, third } = cluster;
    cluster.tell(primary, put('one'), 'stored');
    cluster.loseReplica();
    cluster.delaySwaps(primary, 40_000);
    cluster.untilTold(primary, 'swap-unsettled', 2_000);
    cluster.cut(primary, third);
    cluster.run(35_000);
    assert.deepEqual(
      cluster
        .member(third)
        .holds()
        .map(({ sessions, inStep }) => ({ sessions, inStep })),
      [{ sessions: 1, inStep: true }],
    );
    cluster.until(() => cluster.replicas.includes(third), 10_000);
    world.crash(primary);
    const found = cluster.told(cluster.ask(third, get()), 'found', 3_000);
    assert.equal(textOf(found), 'one');
    cluster.mend(primary, third);
    world.start(primary);
    cluster.until(() => cluster.replicas.includes(primary), 30_000);
    assert.equal(textOf(cluster.tell(primary, get(), 'found')), 'one');
  });
});

describe('a replica that acknowledges heartbeats and no changes', () => {
  for (const lost of ['what it is told', 'what it acknowledges']) {
    it(`is out of the table when the lease is over, and holds up nobody for long: lost is ${lost}`, () => {
      const cluster = new FewMembers(['a', 'b', 'c']);
      const { primary, replica } = cluster;
      cluster.tell(primary, put('one'), 'stored');
      cluster.run(5_000);
      if (lost === 'what it is told') cluster.swallow(primary, replica, 'replicate');
      else cluster.swallow(replica, primary, 'replicated');
      const write = cluster.ask(primary, put('two'));
      cluster.until(() => cluster.replicas.length === 0, LEASE + A_LITTLE);
      assert.ok(cluster.now >= write.since + LEASE);
      cluster.told(write, 'stored', LEASE + A_LITTLE);
    });
  }
});

describe('a copy that was filled but is not in the table', () => {
  /** How long writes took while the third was filled again and again, one every so often. */
  function writesMeanwhile(cluster: FewMembers, every: number): number[] {
    const { primary, replica } = cluster;
    cluster.world.crash(replica);
    cluster.run(4_000);
    const from = cluster.now;
    const writes = Array.from({ length: 10_000 / every }, (_, index) => {
      cluster.run(every);
      return cluster.ask(primary, put(`${index}`));
    });
    assert.ok(cluster.count('catch-up-began', { from, id: primary }) > 0);
    assert.deepEqual(cluster.replicas, []);
    cluster.run(3_000);
    return writes.map(({ took }) => took);
  }

  it('holds up each write for a second at most, though it acknowledges no change', () => {
    const cluster = new FewMembers(['a', 'b', 'c']);
    const { primary, third } = cluster;
    cluster.swallow(third, primary, 'replicated');
    const longest = Math.max(...writesMeanwhile(cluster, 333));
    assert.ok(longest <= LEASE + A_LITTLE, `${longest} ms`);
  });

  it('holds up each write for a second at most, though it acknowledges no change since it was whole', () => {
    const cluster = new FewMembers(['a', 'b', 'c']);
    const { world, primary, third } = cluster;
    // There are always changes under way, which it would have to have before its addition is asked for.
    cluster.slow(primary, third, 60);
    let isFilled = false;
    world.network.sift(third, primary, (message) => {
      if (message.type === 'caught-up') isFilled = true;
      if (message.type !== 'replicated') return message;
      const passes = isFilled;
      isFilled = false;
      return passes ? message : null;
    });
    const longest = Math.max(...writesMeanwhile(cluster, 50));
    assert.ok(longest <= LEASE + A_LITTLE, `${longest} ms`);
    assert.ok(longest > 500, 'it was required');
  });
});

describe('a slow line', () => {
  it('that once falters is no reason to discard what is acknowledged over it from then on', () => {
    const cluster = new FewMembers(['a', 'b', 'c']);
    const { world, primary, replica } = cluster;
    cluster.slow(primary, replica, 60);
    cluster.run(6_000);
    const { version } = cluster.table;
    world.network.slow(primary, replica, [509, 509]);
    const first = cluster.ask(primary, put('first'));
    cluster.run(20);
    cluster.slow(primary, replica, 60);
    cluster.told(first, 'stored', 800);
    assert.ok(first.took > 500, 'it faltered');
    for (let index = 0; index < 10; index++) cluster.told(cluster.ask(primary, put(`${index}`)), 'stored', 200);
    assert.equal(cluster.table.version, version);
    assert.deepEqual(cluster.replicas, [replica]);
  });
});
