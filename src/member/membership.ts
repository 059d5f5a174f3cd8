import type { Duration, Instant } from '../base/instant.ts';
import type { EligibleMember } from '../placement/fair-shares.ts';
import { type Holder, type Holders, sameHolder } from '../placement/holder.ts';
import { isOver, type PartitionTable } from '../placement/partition-table.ts';
import { Preferences } from '../placement/preference.ts';
import { targetOf } from '../placement/target.ts';
import type { Registration } from './registration.ts';

/** One that is not registered though we hear it, no sooner than this: the store may have been away. */
const HEARD_MISSED_AFTER: Duration = 30_000;

/** The table does not grow with every id there ever was. */
const UNLISTED_AFTER: Duration = 600_000;

/**
 * Who is there and may hold copies, by the coordination store and the table; and the target that follows from it.
 */
export class Membership {
  private readonly preferences: Preferences;
  private readonly missedAfter: Duration;
  /** Since when a member of the table is not registered, in any incarnation. */
  private readonly absentSince = new Map<string, Instant>();
  private target: { readonly from: string; readonly holders: readonly Holders[] | null } | null = null;

  /** `missedAfter`: a member that is gone is missed no sooner. */
  constructor(partitions: number, missedAfter: Duration) {
    this.preferences = new Preferences(partitions);
    this.missedAfter = missedAfter;
  }

  observe(table: PartitionTable, registered: readonly Registration[], at: Instant): void {
    for (const { id } of table.members) {
      if (registered.some(({ member }) => member === id)) this.absentSince.delete(id);
      else if (!this.absentSince.has(id)) this.absentSince.set(id, at);
    }
  }

  /** It has been away for so long that the table need not list it any more. */
  isForgettable(member: string, at: Instant): boolean {
    const since = this.absentSince.get(member);
    return since !== undefined && at >= since + UNLISTED_AFTER;
  }

  isMissed(member: string, isHeard: boolean, at: Instant): boolean {
    const since = this.absentSince.get(member);
    return since !== undefined && at >= since + (isHeard ? HEARD_MISSED_AFTER : this.missedAfter);
  }

  /**
   * Registered and not draining, or not yet missed; each in its newest incarnation. Whoever is registered but was out of
   * our reach for as long does not count for us: we could not fill it.
   */
  eligible(
    table: PartitionTable,
    registered: readonly Registration[],
    isHeard: (holder: Holder) => boolean,
    unheardFor: (holder: Holder) => Duration,
    at: Instant,
  ): EligibleMember[] {
    const members: EligibleMember[] = [];
    const mayHold = (holder: Holder): boolean =>
      !isOver(table, holder) && !(table.draining !== null && sameHolder(table.draining, holder));
    for (const { member, incarnation, zone } of registered) {
      const holder = { member, incarnation };
      if (mayHold(holder) && unheardFor(holder) < this.missedAfter) members.push({ id: member, incarnation, zone });
    }
    for (const { id, incarnation, zone } of table.members) {
      if (registered.some(({ member }) => member === id)) continue;
      const holder = { member: id, incarnation };
      if (!mayHold(holder) || this.isMissed(id, isHeard(holder), at)) continue;
      members.push({ id, incarnation, zone });
    }
    return members;
  }

  /** Computed anew only when something it depends on has changed. */
  targetFor(
    table: PartitionTable,
    eligible: readonly EligibleMember[],
    present: readonly Holders[],
  ): readonly Holders[] | null {
    const own = present.map((holders, at) => (holders === table.partitions[at] ? '' : holders.replicas.length)).join();
    const from = `${table.version} ${eligible.map(({ id, incarnation, zone }) => `${id}#${incarnation}@${zone}`).join(' ')} ${own}`;
    if (this.target?.from !== from) {
      const preference = this.preferences.of(eligible.map(({ id }) => id));
      this.target = { from, holders: targetOf({ members: eligible, copies: table.copies, present, preference }) };
    }
    return this.target.holders;
  }
}

/** The lowest incarnation of each member that may still live: those before are gone, with their memory. */
export type Living = ReadonlyMap<string, number>;

/** An id that came back, or that an operator spoke of, has no former self any more. */
export function livingOf(table: PartitionTable, registered: readonly Registration[]): Living {
  const living = new Map<string, number>();
  for (const { id, incarnation, forgotten } of table.members) living.set(id, Math.max(incarnation, forgotten + 1));
  for (const { member, incarnation } of registered) {
    living.set(member, Math.max(living.get(member) ?? 0, incarnation));
  }
  return living;
}

export function isGone({ member, incarnation }: Holder, living: Living): boolean {
  return incarnation < (living.get(member) ?? 0);
}

export function allGone({ primary, replicas }: Holders, living: Living): boolean {
  return isGone(primary, living) && replicas.every((replica) => isGone(replica, living));
}
