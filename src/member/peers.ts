import type { Duration, Instant } from '../base/instant.ts';
import { type Holder, nameOf } from '../placement/holder.ts';
import type { Companion } from '../replica/link.ts';
import type { MemberEffects } from './effects.ts';
import type { Heartbeat, HeartbeatSeen } from './messages.ts';

/** Another process, in one incarnation. */
export interface Peer extends Companion {
  readonly holder: Holder;
  up: boolean;
  coveredUntil: Instant;
  /** When the present or last line came up. */
  upSince: Instant;
  /** When a line last went down, or it was first heard of without one. */
  downSince: Instant;
  /** The newest table it was heard to know. */
  tableVersion: number;
  /** The newest table it was passed over the present line. */
  passedVersion: number;
  /** An acknowledgement given under a table that we do not know yet: it counts once we do. */
  pending: { readonly sentAt: Instant; readonly tableVersion: number } | null;
}

export interface PeerTimes {
  readonly heartbeat: Duration;
  readonly lease: Duration;
}

const NOT_YET: Instant = Number.NEGATIVE_INFINITY;

/**
 * Who else there is, whose promises we have, and whom we gave ours.
 *
 * A peer that acknowledges our heartbeat will not act in our place for `takeover` from then; we count on that for `lease`
 * from when we sent it, which is over sooner. It counts only from that very incarnation, and only if the peer knew no
 * newer table than we do: one that took a partition from us goes on acknowledging for the others.
 */
export class Peers {
  private readonly peers = new Map<string, Peer>();
  private readonly times: PeerTimes;
  /** When each process was last given our promise, by name. */
  private readonly promised = new Map<string, Instant>();
  private beatAt: Instant = NOT_YET;
  /** Acknowledgements of heartbeats that were sent before count no more: our clock stood still meanwhile. */
  countFrom: Instant = NOT_YET;

  constructor(times: PeerTimes) {
    this.times = times;
  }

  get size(): number {
    return this.peers.size;
  }

  all(): Iterable<Peer> {
    return this.peers.values();
  }

  named(name: string): Peer | undefined {
    return this.peers.get(name);
  }

  /** A peer that was never heard of is one without a line. */
  of(holder: Holder, at: Instant): Peer {
    const name = nameOf(holder);
    let peer = this.peers.get(name);
    if (peer === undefined) {
      const unheard = {
        up: false,
        upSince: NOT_YET,
        coveredUntil: NOT_YET,
        downSince: at,
        tableVersion: 0,
        passedVersion: 0,
        pending: null,
      };
      peer = { holder, name, ...unheard };
      this.peers.set(name, peer);
    }
    return peer;
  }

  onLineUp(holder: Holder, at: Instant): Peer {
    const peer = this.of(holder, at);
    peer.up = true;
    peer.upSince = at;
    peer.passedVersion = 0;
    this.beatAt = NOT_YET;
    return peer;
  }

  onLineDown(holder: Holder, at: Instant): Peer {
    const peer = this.of(holder, at);
    peer.up = false;
    peer.downSince = at;
    return peer;
  }

  /** Forgets those that are neither connected nor needed. */
  retain(isNeeded: (holder: Holder) => boolean): void {
    for (const [name, { up, holder }] of this.peers) {
      if (up || isNeeded(holder)) continue;
      this.peers.delete(name);
      this.promised.delete(name);
    }
  }

  /** When the next heartbeats are due; only with somebody to hear them. */
  beat(cluster: string, tableVersion: number, at: Instant, effects: MemberEffects): void {
    if (at < this.beatAt + this.times.heartbeat) return;
    this.beatAt = at;
    for (const { up, holder } of this.peers.values()) {
      if (up) effects.send(holder, { type: 'heartbeat', cluster, tableVersion, sentAt: at });
    }
  }

  /** Our promise to the sender runs from `at`, which is not before its heartbeat was sent. */
  onHeartbeat(
    from: Holder,
    message: Heartbeat,
    cluster: string,
    tableVersion: number,
    at: Instant,
    effects: MemberEffects,
  ): void {
    this.promised.set(nameOf(from), at);
    effects.send(from, { type: 'heartbeat-seen', cluster, tableVersion, sentAt: message.sentAt });
  }

  onHeartbeatSeen(peer: Peer, { sentAt, tableVersion }: HeartbeatSeen, known: number): void {
    if (sentAt < this.countFrom) return;
    if (tableVersion <= known) this.cover(peer, sentAt);
    else if (peer.pending === null || sentAt >= peer.pending.sentAt) peer.pending = { sentAt, tableVersion };
  }

  /** We know this table now: what was acknowledged under it counts. */
  onTable(version: number): void {
    for (const peer of this.peers.values()) {
      if (peer.pending === null || peer.pending.tableVersion > version) continue;
      this.cover(peer, peer.pending.sentAt);
      peer.pending = null;
    }
  }

  /** Nobody's promise counts any more until it is given anew. */
  lapse(at: Instant): void {
    this.countFrom = at;
    this.beatAt = NOT_YET;
    for (const peer of this.peers.values()) {
      peer.coveredUntil = NOT_YET;
      peer.pending = null;
    }
  }

  /** When this process was last promised that we do not act in its place. */
  promisedTo(holder: Holder): Instant {
    return this.promised.get(nameOf(holder)) ?? NOT_YET;
  }

  private cover(peer: Peer, sentAt: Instant): void {
    peer.coveredUntil = Math.max(peer.coveredUntil, sentAt + this.times.lease);
  }
}
