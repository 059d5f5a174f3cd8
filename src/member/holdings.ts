import { assert } from '../base/assert.ts';
import type { Duration, Instant } from '../base/instant.ts';
import type { Random } from '../base/random.ts';
import { type Holder, holds, nameOf, sameHolder } from '../placement/holder.ts';
import type { PartitionEntry, PartitionTable } from '../placement/partition-table.ts';
import { NO_CHANGE } from '../replica/change-log.ts';
import type { ReplicaEffects, RoleChanged } from '../replica/effects.ts';
import type {
  Abandon,
  Astray,
  CatchUp,
  CaughtUp,
  ChangeName,
  HandOver,
  Replicate,
  Replicated,
} from '../replica/messages.ts';
import { type Leftovers, Replica, type Role } from '../replica/replica.ts';
import type { Shared } from '../replica/shared.ts';
import type { Peers } from './peers.ts';

/** Over a new line the primary says so soon that a copy goes on being filled; without a line it is kept for a while. */
const SPOKEN_OF_WITHIN: Duration = 5_000;
const KEPT_FOR: Duration = 30_000;

/** Is given what a primary leaves behind that is one no more. */
export interface LeftoverTaker {
  /** `heir`: to whom the partition was handed over by our own wish, under which reign; null otherwise. */
  takeBack(
    partition: number,
    left: Leftovers,
    heir: { readonly name: string; readonly reign: number } | null,
    at: Instant,
  ): void;
}

/** Of a former primary, by name. */
export interface Handed {
  readonly from: string;
  readonly message: HandOver;
}

/** One copy, as it is seen from outside. */
export interface Holding {
  readonly partition: number;
  readonly role: Role;
  /** By the newest table. */
  readonly reign: number;
  readonly epoch: number;
  readonly life: number;
  readonly last: ChangeName;
  readonly committed: number;
  /** 0 for a copy that nobody follows. */
  readonly digest: number;
  readonly sessions: number;
  /** A primary whose copies all have what it has; a copy that is whole. */
  readonly inStep: boolean;
}

/**
 * The copies that a member holds, in the roles that the newest table gives it.
 */
export class Holdings {
  /** By partition; null where this member holds no copy. */
  readonly replicas: (Replica | null)[];
  /** When each partition's present reign was first known here. */
  readonly reignKnownAt: Instant[];
  /** The newest reign under which a partition's primary said goodbye. */
  readonly goodbyes = new Map<number, number>();
  private readonly self: Holder;
  private readonly shared: Shared;
  private readonly random: Random;
  private readonly peers: Peers;
  private readonly takeover: Duration;
  /** The epoch of the table under which a copy began to be filled. */
  private readonly filledUnder: number[];
  private readonly known: (PartitionEntry | undefined)[];
  /** The newest life of a partition of which a copy was held: it began empty no later than that. */
  private readonly lifeHeld: number[];
  /** Of partitions whose new table is not known here yet. */
  private readonly handed = new Map<number, Handed>();

  constructor(self: Holder, partitions: number, shared: Shared, random: Random, peers: Peers, takeover: Duration) {
    this.self = self;
    this.shared = shared;
    this.random = random;
    this.peers = peers;
    this.takeover = takeover;
    this.replicas = new Array<Replica | null>(partitions).fill(null);
    this.reignKnownAt = new Array<Instant>(partitions).fill(0);
    this.filledUnder = new Array<number>(partitions).fill(0);
    this.known = new Array<PartitionEntry | undefined>(partitions).fill(undefined);
    this.lifeHeld = new Array<number>(partitions).fill(-1);
  }

  entry(partition: number): PartitionEntry | undefined {
    return this.known[partition];
  }

  adopt(table: PartitionTable, taker: LeftoverTaker, at: Instant, effects: ReplicaEffects): void {
    for (const [partition, entry] of table.partitions.entries()) {
      const before = this.known[partition];
      if (before?.epoch === entry.epoch) {
        this.replicas[partition]?.settleUnchanged(at, effects);
        continue;
      }
      const knewReignAt = this.reignKnownAt[partition] as Instant;
      if (before?.reign !== entry.reign) this.reignKnownAt[partition] = at;
      this.known[partition] = entry;
      this.takeRole(partition, before, entry, knewReignAt, taker, at, effects);
    }
  }

  /** Whether anything here counts on this process: as a holder, or as one whose copy follows. */
  needs(holder: Holder): boolean {
    const name = nameOf(holder);
    return (
      this.known.some((entry) => entry !== undefined && holds(entry, holder)) ||
      this.replicas.some((replica) => replica?.followers.links.has(name))
    );
  }

  /** Of a former primary that has stopped, and knows that we are next. */
  onHandOver(message: HandOver, from: string, at: Instant, effects: ReplicaEffects): Replica | null {
    const { partition, reign } = message;
    const entry = this.known[partition];
    if (entry === undefined || entry.reign < reign) {
      this.handed.set(partition, { from, message });
      return null;
    }
    const replica = this.replicas[partition] ?? null;
    if (entry.reign !== reign || !sameHolder(entry.primary, this.self) || replica?.role !== 'primary') return null;
    assert(from !== nameOf(this.self), 'nobody hands over to himself');
    replica.actNow(from, message.renewals, at, effects);
    return replica;
  }

  /** A handover that had come before its table. */
  takeHanded(partition: number): Handed | null {
    const handed = this.handed.get(partition);
    if (handed === undefined) return null;
    const reign = this.known[partition]?.reign ?? 0;
    if (handed.message.reign > reign) return null;
    this.handed.delete(partition);
    return handed.message.reign === reign ? handed : null;
  }

  get handedPartitions(): number[] {
    return [...this.handed.keys()];
  }

  /** Returns whether that was news. */
  onGoodbye(partition: number, reign: number): boolean {
    if (reign <= (this.goodbyes.get(partition) ?? 0)) return false;
    this.goodbyes.set(partition, reign);
    return true;
  }

  /** The process ends: whoever holds a copy may take over without waiting for our promises' end. */
  leave(taker: LeftoverTaker, at: Instant, effects: ReplicaEffects): void {
    const goodbyes = new Map<string, { partition: number; reign: number }[]>();
    for (const [partition, replica] of this.replicas.entries()) {
      if (replica?.role !== 'primary') continue;
      const { reign } = replica.copy;
      // Only who was entitled to act may pass that on.
      if (at >= replica.actAt) {
        for (const { companion, named } of replica.followers.links.values()) {
          if (named) goodbyes.set(companion.name, [...(goodbyes.get(companion.name) ?? []), { partition, reign }]);
        }
      }
      taker.takeBack(partition, replica.resign(at), null, at);
    }
    for (const [name, partitions] of goodbyes) effects.send(name, { type: 'goodbye', partitions });
  }

  all(): Holding[] {
    return this.replicas.flatMap((replica, partition) => {
      const entry = this.known[partition];
      if (replica === null || entry === undefined) return [];
      const { copy, role, followers, following } = replica;
      const { reign, epoch, life } = entry;
      const isConfirmed = followers.confirmed === copy.sequence || !copy.followed;
      const inStep = role === 'primary' ? isConfirmed : following.whole;
      const last = { reign: copy.last.reign, sequence: copy.last.sequence };
      const digest = copy.followed ? copy.settledDigest() : 0;
      const { committed, table } = copy;
      return [{ partition, role, reign, epoch, life, last, committed, digest, sessions: table.size, inStep }];
    });
  }

  /** How many changes each copy has not acknowledged, over all partitions of which this member is primary. */
  lags(): { readonly peer: string; readonly unacknowledged: number }[] {
    const lags = new Map<string, number>();
    for (const replica of this.replicas) {
      if (replica?.role !== 'primary') continue;
      const { followers, copy } = replica;
      for (const { companion, acked } of followers.links.values()) {
        const behind = acked < 0 ? copy.log.size : copy.sequence - acked;
        lags.set(companion.name, (lags.get(companion.name) ?? 0) + behind);
      }
    }
    return Array.from(lags, ([peer, unacknowledged]) => ({ peer, unacknowledged }));
  }

  /** The longest tail, and the sum of all else. */
  loads(): { held: number; heldAnswers: number; tail: number; records: number } {
    const sum = { held: 0, heldAnswers: 0, tail: 0, records: 0 };
    for (const replica of this.replicas) {
      if (replica === null) continue;
      const { queued, heldAnswers, tail, records } = replica.loads;
      sum.held += queued;
      sum.heldAnswers += heldAnswers;
      sum.tail = Math.max(sum.tail, tail);
      sum.records += records;
    }
    return sum;
  }

  /** By role. */
  copies(): { primaryCopies: number; replicaCopies: number; fillingCopies: number } {
    const count = (role: Role): number => this.replicas.filter((replica) => replica?.role === role).length;
    return { primaryCopies: count('primary'), replicaCopies: count('replica'), fillingCopies: count('filling') };
  }

  contents(): { sessions: number; contentBytes: number } {
    let sessions = 0;
    let contentBytes = 0;
    for (const replica of this.replicas) {
      sessions += replica?.copy.table.size ?? 0;
      contentBytes += replica?.copy.table.contentBytes ?? 0;
    }
    return { sessions, contentBytes };
  }

  /** From a primary to a copy here: only if the table we know says that it is one. */
  onFromPrimary(from: string, message: Replicate | CatchUp | Abandon, at: Instant, effects: ReplicaEffects): void {
    const { partition, reign, link } = message;
    const entry = this.known[partition];
    const sender = this.peers.named(from)?.holder;
    if (entry === undefined || sender === undefined) return;
    if (entry.reign !== reign || !sameHolder(entry.primary, sender)) return;
    const replica = this.replicas[partition] ?? null;
    switch (message.type) {
      case 'replicate':
        if (replica !== null) replica.following.onReplicate(from, message, at, effects);
        else effects.send(from, { type: 'astray', partition, reign, link, last: NO_CHANGE, whole: false, tail: [] });
        return;
      case 'catch-up':
        // A holder is never emptied in place: but by a table that we do not know yet, this is none any more.
        if (replica?.role === 'replica') {
          if (message.epoch <= entry.epoch) return;
          this.drop(partition);
        }
        this.fillingFor(partition, message.epoch).following.onCatchUp(from, message, at, effects);
        return;
      case 'abandon':
        if (replica?.role === 'filling') this.drop(partition);
        return;
    }
  }

  /** From a copy to its primary here. */
  onFromCopy(from: string, message: Replicated | Astray | CaughtUp, at: Instant, effects: ReplicaEffects): void {
    const replica = this.replicas[message.partition];
    if (replica?.role !== 'primary' || replica.copy.reign !== message.reign) return;
    const { followers } = replica;
    if (message.type === 'replicated') followers.onReplicated(from, message, at, effects);
    else if (message.type === 'astray') followers.onAstray(from, message, at, effects);
    else followers.onCaughtUp(from, message, at);
  }

  /**
   * Copies that were being filled by a primary which has gone, or which does not speak of them any more over a new line:
   * its word to give them up was lost.
   */
  dropForsaken(at: Instant): void {
    for (const [partition, replica] of this.replicas.entries()) {
      if (replica?.role !== 'filling') continue;
      const entry = this.known[partition];
      const peer = entry === undefined ? undefined : this.peers.named(nameOf(entry.primary));
      // A whole one may be in a table by now that is not known here yet.
      const { heardAt, whole } = replica.following;
      const isForsaken =
        peer?.up === true
          ? heardAt < peer.upSince && at >= peer.upSince + SPOKEN_OF_WITHIN
          : !whole && at >= Math.max(heardAt, peer?.downSince ?? heardAt) + KEPT_FOR;
      if (isForsaken) this.drop(partition);
    }
  }

  private fillingFor(partition: number, epoch: number): Replica {
    const present = this.replicas[partition];
    this.filledUnder[partition] = epoch;
    if (present) return present;
    const replica = new Replica(partition, this.shared, this.random, false);
    this.replicas[partition] = replica;
    return replica;
  }

  private drop(partition: number): void {
    const replica = this.replicas[partition];
    if (!replica) return;
    replica.copy.release();
    this.replicas[partition] = null;
    this.lifeHeld[partition] = this.known[partition]?.life ?? -1;
  }

  private takeRole(
    partition: number,
    before: PartitionEntry | undefined,
    entry: PartitionEntry,
    knewReignAt: Instant,
    taker: LeftoverTaker,
    at: Instant,
    effects: ReplicaEffects,
  ): void {
    const isPrimary = sameHolder(entry.primary, this.self);
    const isReplica = entry.replicas.some((each) => sameHolder(each, this.self));
    const sameReign = before?.reign === entry.reign;
    const former = this.replicas[partition];
    if (former?.role === 'primary' && !(isPrimary && sameReign)) {
      const { handover } = former;
      const isHeir =
        handover?.asked === true && handover.to === nameOf(entry.primary) && before?.epoch === entry.epoch - 1;
      const entitled = at >= former.actAt;
      taker.takeBack(
        partition,
        former.resign(at),
        isHeir && entitled ? { name: handover.to, reign: entry.reign } : null,
        at,
      );
    }
    if (before !== undefined && entry.life > before.life) {
      this.drop(partition);
      this.lifeHeld[partition] = before.life;
    }
    let replica = this.replicas[partition] ?? null;
    if (replica === null && (isPrimary || isReplica)) {
      // At the beginning of a partition's life its holders hold nothing, and that is all there is.
      const begins = entry.life > (this.lifeHeld[partition] as number);
      replica = new Replica(partition, this.shared, this.random, begins);
      this.replicas[partition] = replica;
    }
    this.lifeHeld[partition] = entry.life;
    if (isPrimary) {
      assert(replica !== null, 'who is primary holds a copy');
      const companions = entry.replicas.map((holder) => this.peers.of(holder, at));
      if (sameReign) replica.followers.settle(entry.epoch, entry.replicas.map(nameOf), at, effects);
      else {
        const { how, actAt } = this.beginning(partition, before, entry, knewReignAt, at);
        replica.becomePrimary(entry.reign, entry.epoch, companions, how, actAt, at, effects);
      }
      if (replica.handover?.asked === true) replica.endHandover();
      return;
    }
    if (isReplica) {
      // Named by a table older than the one under which it began to be filled: that is over already.
      const isOld = replica?.role === 'filling' && entry.epoch < (this.filledUnder[partition] as number);
      if (replica !== null && !isOld) replica.becomeReplica();
      return;
    }
    if (replica !== null && !(replica.role === 'filling' && sameReign)) this.drop(partition);
  }

  /**
   * Rule 5: when a new primary may act. Nobody was before the first one. Else its own promises to the predecessor must
   * have lapsed, whose reign it may have learned of late; where reigns were missed, all it promised to anybody.
   */
  private beginning(
    partition: number,
    before: PartitionEntry | undefined,
    entry: PartitionEntry,
    knewReignAt: Instant,
    at: Instant,
  ): { readonly how: RoleChanged['how']; readonly actAt: Instant } {
    if (entry.epoch === 1) return { how: 'first', actAt: at };
    const isAnew = entry.epoch === entry.reign && entry.life > (before?.life ?? 0);
    if (isAnew) return { how: 'anew', actAt: at + this.takeover };
    const isDirect = before !== undefined && before.epoch === entry.epoch - 1;
    if (!isDirect) return { how: 'takeover', actAt: at + this.takeover };
    // Whoever takes over leaves his predecessor out; whoever hands over stays.
    const how = holds(entry, before.primary) ? 'handover' : 'takeover';
    if (this.goodbyes.get(partition) === before.reign) return { how, actAt: at };
    const promised = this.peers.promisedTo(before.primary);
    return { how, actAt: Math.max(promised, knewReignAt) + this.takeover };
  }
}
