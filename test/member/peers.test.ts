import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instant } from '../../src/base/instant.ts';
import type { MemberEffects } from '../../src/member/door.ts';
import type { PeerMessage } from '../../src/member/messages.ts';
import { Peers } from '../../src/member/peers.ts';
import { nameOf } from '../../src/placement/holder.ts';
import { holderOf } from '../placement/written.ts';
import { kept } from './kept.ts';
import { UNMET } from './member-alone.ts';

const LEASE = 1_000;
const NEVER_YET = Number.NEGATIVE_INFINITY;

class Cast {
  readonly peers = new Peers({ heartbeat: 200, lease: LEASE });
  sent: { readonly to: string; readonly message: PeerMessage }[] = [];
  readonly effects: MemberEffects = {
    ...UNMET,
    answer: () => assert.fail('nobody asked'),
    trace: () => assert.fail('nothing happened'),
    send: (to, message) => this.sent.push({ to: nameOf(to), message: kept(message) }),
  };

  up(name: string, at: Instant = 0) {
    return this.peers.onLineUp(holderOf(name), at);
  }

  /** Names of those who were sent a heartbeat. */
  beat(at: Instant): string[] {
    this.sent = [];
    this.peers.beat('cluster', 1, at, this.effects);
    return this.sent.map(({ to }) => to);
  }

  /** The peer acknowledges what was sent at `sentAt`, knowing a table of this version. */
  seen(name: string, sentAt: Instant, tableVersion = 1, known = 1): Instant {
    const peer = this.peers.of(holderOf(name), 0);
    const message = { type: 'heartbeat-seen', cluster: 'cluster', tableVersion, sentAt } as const;
    this.peers.onHeartbeatSeen(peer, message, known);
    return peer.coveredUntil;
  }
}

describe('cover', () => {
  it('lasts a lease from when the heartbeat was sent, not from when its answer came', () => {
    const cast = new Cast();
    assert.equal(cast.up('b').coveredUntil, NEVER_YET);
    assert.equal(cast.seen('b', 300), 300 + LEASE);
  });

  it('is that of the newest heartbeat, whatever comes late', () => {
    const cast = new Cast();
    cast.up('b');
    cast.seen('b', 500);
    assert.equal(cast.seen('b', 300), 500 + LEASE);
  });

  it('does not count from another incarnation', () => {
    const cast = new Cast();
    cast.up('b');
    cast.seen('b#2', 300);
    assert.equal(cast.peers.named('b#1')?.coveredUntil, NEVER_YET);
  });

  it('given under a newer table counts once we know that table, and no sooner', () => {
    const cast = new Cast();
    cast.up('b');
    cast.seen('b', 300);
    assert.equal(cast.seen('b', 500, 3, 1), 300 + LEASE);
    cast.peers.onTable(2);
    assert.equal(cast.peers.named('b#1')?.coveredUntil, 300 + LEASE);
    cast.peers.onTable(3);
    assert.equal(cast.peers.named('b#1')?.coveredUntil, 500 + LEASE);
    assert.equal(cast.peers.named('b#1')?.pending, null);
  });

  it('of two that wait for a table is the newer one’s', () => {
    const cast = new Cast();
    cast.up('b');
    cast.seen('b', 500, 2, 1);
    cast.seen('b', 300, 2, 1);
    cast.peers.onTable(2);
    assert.equal(cast.peers.named('b#1')?.coveredUntil, 500 + LEASE);
  });

  it('given under an older table counts at once', () => {
    assert.equal(new Cast().seen('b', 300, 1, 7), 300 + LEASE);
  });

  it('outlives the line', () => {
    const cast = new Cast();
    cast.up('b');
    cast.seen('b', 300);
    cast.peers.onLineDown(holderOf('b'), 400);
    cast.up('b', 450);
    assert.equal(cast.peers.named('b#1')?.coveredUntil, 300 + LEASE);
  });

  it('is over when our clock stood still, until it is given anew for what we sent since', () => {
    const cast = new Cast();
    cast.up('b');
    cast.seen('b', 500);
    cast.seen('b', 600, 2, 1);
    cast.peers.lapse(900);
    assert.equal(cast.peers.named('b#1')?.coveredUntil, NEVER_YET);
    cast.peers.onTable(2);
    assert.equal(cast.seen('b', 899), NEVER_YET);
    assert.equal(cast.seen('b', 899, 5, 1), NEVER_YET);
    cast.peers.onTable(5);
    assert.equal(cast.seen('b', 900), 900 + LEASE);
  });
});

describe('heartbeats', () => {
  it('go to everybody with a line, as often as they are due', () => {
    const cast = new Cast();
    cast.up('b');
    cast.up('c');
    cast.peers.onLineDown(holderOf('c'), 0);
    assert.deepEqual(cast.beat(0), ['b#1']);
    assert.deepEqual([cast.beat(199), cast.beat(200)], [[], ['b#1']]);
    assert.deepEqual(cast.sent[0]?.message, {
      type: 'heartbeat',
      cluster: 'cluster',
      tableVersion: 1,
      sentAt: 200,
    });
  });

  it('go at once over a new line, and after a sleep', () => {
    const cast = new Cast();
    cast.up('b');
    cast.beat(0);
    cast.up('c', 10);
    assert.deepEqual(cast.beat(10), ['b#1', 'c#1']);
    cast.peers.lapse(50);
    assert.deepEqual(cast.beat(50), ['b#1', 'c#1']);
  });
});

describe('our promise', () => {
  it('is given to the process that asks, from when it is given, and its answer names what it asked', () => {
    const cast = new Cast();
    const heartbeat = { type: 'heartbeat', cluster: 'cluster', tableVersion: 4, sentAt: 77 } as const;
    assert.equal(cast.peers.promisedTo(holderOf('b')), NEVER_YET);
    cast.peers.onHeartbeat(holderOf('b'), heartbeat, 'cluster', 9, 5_000, cast.effects);
    assert.equal(cast.peers.promisedTo(holderOf('b')), 5_000);
    assert.equal(cast.peers.promisedTo(holderOf('b#2')), NEVER_YET);
    assert.deepEqual(cast.sent, [
      { to: 'b#1', message: { type: 'heartbeat-seen', cluster: 'cluster', tableVersion: 9, sentAt: 77 } },
    ]);
  });

  it('is kept as long as its process is needed, or connected', () => {
    const cast = new Cast();
    const heartbeat = { type: 'heartbeat', cluster: 'cluster', tableVersion: 1, sentAt: 0 } as const;
    for (const name of ['b', 'c', 'd']) {
      cast.up(name);
      cast.peers.onHeartbeat(holderOf(name), heartbeat, 'cluster', 1, 100, cast.effects);
    }
    for (const name of ['c', 'd']) cast.peers.onLineDown(holderOf(name), 200);
    const standing = cast.peers.named('c#1');
    cast.peers.retain(({ member }) => member === 'c');
    assert.deepEqual(
      ['b', 'c', 'd'].map((name) => cast.peers.promisedTo(holderOf(name))),
      [100, 100, NEVER_YET],
    );
    assert.equal(cast.peers.named('c#1'), standing, 'whoever counts on it counts on this very one');
    assert.deepEqual([cast.peers.size, cast.peers.named('d#1')], [2, undefined]);
  });
});

it('a peer that is heard of is one without a line, since then', () => {
  const cast = new Cast();
  const peer = cast.peers.of(holderOf('b'), 70);
  assert.deepEqual([peer.up, peer.downSince, peer.upSince, peer.name], [false, 70, NEVER_YET, 'b#1']);
  assert.equal(cast.peers.of(holderOf('b'), 90), peer);
  assert.equal(peer.downSince, 70);
  peer.passedVersion = 5;
  cast.up('b', 100);
  assert.deepEqual([peer.up, peer.upSince, peer.passedVersion], [true, 100, 0]);
  cast.peers.onLineDown(holderOf('b'), 130);
  assert.deepEqual([peer.up, peer.downSince, peer.upSince], [false, 130, 100]);
});
