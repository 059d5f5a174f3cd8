import { assert } from '../base/assert.ts';
import type { Duration, Instant } from '../base/instant.ts';
import type { EligibleMember } from '../placement/fair-shares.ts';
import { type Holder, type Holders, holds, nameOf, sameHolder } from '../placement/holder.ts';
import { nextStep } from '../placement/next-step.ts';
import {
  holdersOf,
  isOver,
  knownMember,
  type PartitionEntry,
  type PartitionTable,
  type TableChange,
} from '../placement/partition-table.ts';
import type { ReplicaEffects } from '../replica/effects.ts';
import { type Link, owes } from '../replica/link.ts';
import type { Replica } from '../replica/replica.ts';
import { allGone, isGone, type Living, livingOf, type Membership } from './membership.ts';
import type { Peer, Peers } from './peers.ts';
import type { Registration } from './registration.ts';

export interface PlanTimes {
  readonly heartbeat: Duration;
  readonly lease: Duration;
  readonly takeover: Duration;
  readonly bootstrapMembers: number;
}

/** What a plan is made from; all of it belongs to the member. */
export interface Surroundings {
  readonly self: Holder;
  readonly table: PartitionTable;
  readonly registered: readonly Registration[];
  readonly replicas: readonly (Replica | null)[];
  readonly peers: Peers;
  readonly wantsDrain: boolean;
  readonly toForget: readonly Holder[];
  /** When this member first knew of each partition's present reign. */
  readonly reignKnownAt: readonly Instant[];
  readonly goodbyes: ReadonlyMap<number, number>;
}

/** So many copies a member fills at a time where they are missing. */
const MAX_FILLS = 16;
/** And where they only move: members that come back need their time for whoever asks them. */
const MAX_MOVES = 8;
/** How long the first line to a peer may take. */
const FIRST_LINE: Duration = 3_000;
/** A handover is begun for so many partitions at a time: each of them decides nothing meanwhile. */
const MAX_HANDOVERS = 16;
/** And no more often than this, whatever may be handed over by then in one swap: until it begins, nobody waits for it. */
const HANDOVERS_EVERY: Duration = 250;
const HANDOVERS_EVERY_TO_LEAVE: Duration = 100;
/** For so long those of them that are ready wait for the others: what misses a swap waits for the next. */
const GATHERING: Duration = 30;
/**
 * What nobody waits for (copies added, and dropped) is asked for no more often than this, whatever has come up by then in
 * one swap: of two swaps at a time one is lost, and the other may be somebody's handover, which a partition waits for.
 */
const UNHURRIED_EVERY: Duration = 200;
/** No more often than this while another member hands over what it leads, to leave: the swaps are to be its own then. */
const UNHURRIED_BESIDE_DRAIN: Duration = 1_000;

/**
 * What a member wants of the table now, by the rules that say who may change what. Computed from the present state each
 * time; what it began to do towards it (fills, handovers) is in the replicas themselves.
 */
export class Planner {
  private readonly times: PlanTimes;
  private readonly membership: Membership;
  /** Since when all holders of a partition are known to be gone for good. */
  private readonly goneSince = new Map<number, Instant>();
  private living: Living = new Map();
  private isLeaving = false;
  private isAnotherHandingOver = false;
  private isGathering = false;
  /** When it last asked for what nobody waits for. */
  private unhurriedAt: Instant = Number.NEGATIVE_INFINITY;
  /** When it last began handovers. */
  private handoversAt: Instant = Number.NEGATIVE_INFINITY;

  constructor(times: PlanTimes, membership: Membership) {
    this.times = times;
    this.membership = membership;
  }

  /** Who should hold what now, as far as this member can tell; null if nobody may hold anything. */
  target(now: Surroundings, at: Instant): readonly Holders[] | null {
    return this.membership.targetFor(now.table, this.eligible(now, at), presentHolders(now));
  }

  plan(now: Surroundings, at: Instant, effects: ReplicaEffects): TableChange[] {
    const { self, table, registered, replicas } = now;
    this.membership.observe(table, registered, at);
    this.living = livingOf(table, registered);
    this.isLeaving = table.draining !== null && sameHolder(table.draining, self);
    this.isAnotherHandingOver = !this.isLeaving && isDrainerLeading(table);
    this.isGathering = waitsForHandovers(now, at);
    const eligible = this.eligible(now, at);
    const target = this.membership.targetFor(table, eligible, presentHolders(now));
    const changes: TableChange[] = [];
    const listed = new Set<string>();
    // A holder is a known member, in an incarnation that was heard of.
    const list = (holders: readonly Holder[]): void => {
      for (const { member: id, incarnation } of holders) {
        const zone = registered.find(({ member }) => member === id)?.zone ?? knownMember(table, id)?.zone ?? '';
        if ((knownMember(table, id)?.incarnation ?? 0) >= incarnation || listed.has(id)) continue;
        listed.add(id);
        changes.push({ type: 'member', id, incarnation, zone });
      }
    };
    for (const [partition, entry] of table.partitions.entries()) {
      const replica = replicas[partition] ?? null;
      const wanted = target?.[partition] ?? null;
      if (sameHolder(entry.primary, self)) {
        if (replica === null || at < replica.actAt) continue;
        const holders = this.wishOfPrimary(now, entry, wanted, replica, at, effects);
        if (holders === null) continue;
        list(holdersOf(holders));
        changes.push({ type: 'holders', partition, holders });
      } else if (replica?.role === 'replica' && this.mayTakeOver(now, partition, entry, replica, at)) {
        effects.trace({ type: 'asked-to-take-over', partition, peer: nameOf(entry.primary) });
        const others = entry.replicas.filter((each) => !sameHolder(each, self));
        changes.push({ type: 'holders', partition, holders: { primary: self, replicas: others } });
      } else if (wanted !== null && this.mayGiveOutAnew(now, partition, entry, wanted, at)) {
        effects.trace({ type: 'given-out-anew', partition, peer: nameOf(entry.primary) });
        list(holdersOf(wanted));
        changes.push({ type: 'anew', partition, holders: wanted });
      }
    }
    changes.push(...this.wishesForMembers(now, eligible, at));
    return changes;
  }

  private eligible({ self, table, registered, peers }: Surroundings, at: Instant): EligibleMember[] {
    const isHeard = (holder: Holder) => sameHolder(holder, self) || peers.named(nameOf(holder))?.up === true;
    const unheardFor = (holder: Holder) => (isHeard(holder) ? 0 : at - peers.of(holder, at).downSince);
    return this.membership.eligible(table, registered, isHeard, unheardFor, at);
  }

  private wishOfPrimary(
    now: Surroundings,
    entry: PartitionEntry,
    target: Holders | null,
    replica: Replica,
    at: Instant,
    effects: ReplicaEffects,
  ): Holders | null {
    const { table, peers, self } = now;
    const { followers } = replica;
    const without = (gone: Holder): Holders => ({
      primary: self,
      replicas: entry.replicas.filter((each) => !sameHolder(each, gone)),
    });
    for (const link of [...followers.links.values()]) {
      const peer = peers.named(link.companion.name);
      if (peer === undefined) continue;
      const goneForGood = isGone(peer.holder, this.living);
      if (!link.named && (link.broken || goneForGood)) followers.drop(link, at, effects);
      if (link.named && (goneForGood || this.mustGo(now, link, peer, replica.copy.sequence, at)))
        return without(peer.holder);
    }
    if (replica.handover !== null) return this.wishToHandOver(self, entry, replica, at);
    const step = target === null ? null : nextStep(entry, target, table.copies, this.isLeaving);
    for (const link of followers.links.values()) {
      const wanted = step?.type === 'add' && nameOf(step.holder) === link.companion.name;
      if (!link.named && !wanted) followers.drop(link, at, effects);
    }
    switch (step?.type) {
      case 'add': {
        const link = followers.links.get(nameOf(step.holder));
        if (link === undefined) {
          const isMissing = holdersOf(entry).length < table.copies;
          if (this.isAnotherHandingOver && !isMissing) return null;
          const peer = peers.named(nameOf(step.holder));
          // A line may look up for a while though nobody is at its other end.
          if (peer?.up === true && peer.coveredUntil > at && countFills(now) < (isMissing ? MAX_FILLS : MAX_MOVES))
            followers.fill(peer, at, effects);
          return null;
        }
        // All that was answered without the copy must be in it, and it must say the same of its sessions.
        const isWhole = link.joined && !link.broken && link.acked >= link.mustHave;
        if (!isWhole || !link.companion.up || !replica.mayDecide(at) || !this.hasTime(at)) return null;
        link.asked = true;
        return { primary: self, replicas: [...entry.replicas, step.holder] };
      }
      case 'hand-over': {
        if (!replica.mayDecide(at) || !this.mayBeginHandover(now, at)) return null;
        if (!followers.isNear(nameOf(step.holder))) return null;
        this.handoversAt = at;
        replica.beginHandover(nameOf(step.holder), at);
        // Asked for with all others that were begun with it, at the turn's end if it may be.
        return null;
      }
      case 'drop':
        return this.isCutOff(now, at) || !this.hasTime(at) ? null : without(step.holder);
      default:
        return null;
    }
  }

  private mayBeginHandover(now: Surroundings, at: Instant): boolean {
    const every = this.isLeaving ? HANDOVERS_EVERY_TO_LEAVE : HANDOVERS_EVERY;
    if (at !== this.handoversAt && at < this.handoversAt + every) return false;
    return countHandovers(now) < MAX_HANDOVERS;
  }

  private hasTime(at: Instant): boolean {
    const every = this.isAnotherHandingOver ? UNHURRIED_BESIDE_DRAIN : UNHURRIED_EVERY;
    if (at !== this.unhurriedAt && at < this.unhurriedAt + every) return false;
    this.unhurriedAt = at;
    return true;
  }

  /** The swap that ends a handover, as soon as nothing is unacknowledged: the partition decides nothing meanwhile. */
  private wishToHandOver(self: Holder, entry: PartitionEntry, replica: Replica, at: Instant): Holders | null {
    const { handover } = replica;
    assert(handover !== null, 'a handover was begun');
    const heir = entry.replicas.find((each) => nameOf(each) === handover.to);
    if (heir === undefined || at >= handover.since + this.times.lease) replica.endHandover();
    else if (replica.mayAskHandover() && !this.isGathering) {
      handover.asked = true;
      return { primary: heir, replicas: [self, ...entry.replicas.filter((each) => each !== heir)] };
    }
    return null;
  }

  /** Whether the replica keeps the partition from being served, or cannot be mended. It counts until it is known to be out. */
  private mustGo(now: Surroundings, link: Link, peer: Peer, sequence: number, at: Instant): boolean {
    if (link.broken) return true;
    const { heartbeat, lease } = this.times;
    // When a cluster forms, members know the table before their lines stand.
    const patience = peer.upSince === Number.NEGATIVE_INFINITY ? FIRST_LINE : 2 * heartbeat;
    const silent = !peer.up && at >= peer.downSince + patience;
    const asked = Math.max(peer.coveredUntil, peer.upSince, now.peers.countFrom);
    const uncovering = peer.up && at >= asked + lease;
    const stuck = peer.up && owes(link, sequence) && at >= link.progressAt + lease;
    return (silent || uncovering || stuck) && !this.isCutOff(now, at);
  }

  /**
   * Whether this member hears none of at least two others that are registered. It is more likely to be cut off itself
   * then, and if it removed copies it would take with it what nobody can reach.
   */
  private isCutOff({ registered, peers, self }: Surroundings, at: Instant): boolean {
    const others = registered.filter(({ member }) => member !== self.member);
    if (others.length < 2) return false;
    return !others.some((each) => {
      const peer = peers.named(nameOf(each));
      return peer?.up === true && peer.coveredUntil > at;
    });
  }

  /** Rule 4: our own promise to the primary has lapsed, or it has said goodbye itself. */
  private mayTakeOver(
    now: Surroundings,
    partition: number,
    entry: PartitionEntry,
    replica: Replica,
    at: Instant,
  ): boolean {
    if (!replica.following.whole) return false;
    if (now.goodbyes.get(partition) === entry.reign) return true;
    const since = Math.max(now.peers.promisedTo(entry.primary), now.reignKnownAt[partition] as Instant);
    return at >= since + this.times.takeover;
  }

  /** Rule 6: nobody who holds it can ever come back, and their promises have lapsed. One member does it: the new primary. */
  private mayGiveOutAnew(
    now: Surroundings,
    partition: number,
    entry: PartitionEntry,
    target: Holders,
    at: Instant,
  ): boolean {
    const { table, registered, self } = now;
    if (!allGone(entry, this.living)) {
      this.goneSince.delete(partition);
      return false;
    }
    const since = this.goneSince.get(partition);
    if (since === undefined) this.goneSince.set(partition, at);
    if (since === undefined || at < since + this.times.takeover || !sameHolder(target.primary, self)) return false;
    if (holdersOf(target).some((holder) => holds(entry, holder))) return false;
    // After all have restarted the first two would get everything.
    const anybodyLives = table.partitions.some((each) => !allGone(each, this.living));
    const remaining = table.members.filter(({ incarnation, forgotten }) => forgotten < incarnation).length;
    return anybodyLives || registered.length >= Math.min(this.times.bootstrapMembers, remaining);
  }

  private wishesForMembers(now: Surroundings, eligible: readonly EligibleMember[], at: Instant): TableChange[] {
    const { table, self, registered, toForget } = now;
    const changes: TableChange[] = [];
    const { draining } = table;
    if (now.wantsDrain && draining === null && !isOver(table, self)) {
      const others = eligible.filter(({ id }) => id !== self.member).length;
      const loads = table.partitions.some((entry) => holds(entry, self));
      const isWhole = table.partitions.every(
        (entry) => holdersOf(entry).length >= Math.min(table.copies, eligible.length),
      );
      if (others > 0 && loads && isWhole) changes.push({ type: 'draining', holder: self });
    }
    if (draining !== null && isFirst(self, registered)) {
      const isThere = registered.some((each) => sameHolder(each, draining));
      const isBack = registered.some(({ member }) => member === draining.member);
      const holdsAny = table.partitions.some((entry) => holds(entry, draining));
      if (!isThere && (isBack || !holdsAny || this.membership.isMissed(draining.member, false, at)))
        changes.push({ type: 'draining', holder: null });
    }
    if (isFirst(self, registered)) {
      for (const { id } of table.members) {
        const holdsAny = table.partitions.some((entry) => holdersOf(entry).some(({ member }) => member === id));
        if (!holdsAny && this.membership.isForgettable(id, at)) changes.push({ type: 'unlist', id });
      }
    }
    for (const { member: id, incarnation } of toForget) {
      const known = knownMember(table, id);
      if (known === null || known.forgotten >= incarnation) continue;
      // It came back, and went before any table had heard of that: with it its former selves are gone.
      if (incarnation > known.incarnation) changes.push({ type: 'member', id, incarnation, zone: known.zone });
      changes.push({ type: 'forget', id, incarnation });
    }
    return changes;
  }
}

/** As the table says, with the copies that are being filled as last replicas: the work done on them counts. */
function presentHolders({ table, self, replicas, peers }: Surroundings): Holders[] {
  return table.partitions.map((entry, partition) => {
    const replica = replicas[partition];
    if (!replica || !sameHolder(entry.primary, self) || replica.followers.links.size <= entry.replicas.length)
      return entry;
    const filling: Holder[] = [];
    for (const { named, companion } of replica.followers.links.values()) {
      const holder = peers.named(companion.name)?.holder;
      if (named || holder === undefined || holdersOf(entry).some(({ member }) => member === holder.member)) continue;
      if (entry.replicas.length + filling.length < table.copies) filling.push(holder);
    }
    return filling.length === 0 ? entry : { primary: entry.primary, replicas: [...entry.replicas, ...filling] };
  });
}

function countFills({ replicas }: Surroundings): number {
  let count = 0;
  for (const replica of replicas) {
    if (replica?.role !== 'primary') continue;
    for (const { named } of replica.followers.links.values()) if (!named) count++;
  }
  return count;
}

/** Whether a handover was begun a moment ago that may not be asked for yet. */
function waitsForHandovers({ replicas }: Surroundings, at: Instant): boolean {
  return replicas.some((replica) => {
    if (replica?.role !== 'primary' || replica.handover === null) return false;
    const { asked, since } = replica.handover;
    return !asked && at < since + GATHERING && !replica.mayAskHandover();
  });
}

function countHandovers({ replicas }: Surroundings): number {
  return replicas.filter((replica) => replica?.role === 'primary' && replica.handover !== null).length;
}

/** Whether whoever drains has handovers to do. */
function isDrainerLeading({ draining, partitions }: PartitionTable): boolean {
  return draining !== null && partitions.some(({ primary }) => sameHolder(primary, draining));
}

/** One member looks after what is nobody's own: the first in order. */
function isFirst(self: Holder, registered: readonly Registration[]): boolean {
  return registered.every(({ member }) => member >= self.member);
}
