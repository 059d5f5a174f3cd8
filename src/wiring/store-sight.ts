import type { Duration } from '../base/instant.ts';
import type { Coordination, RegisteredMember } from '../coordination/coordination.ts';
import type { Clock } from '../member/door.ts';

/** Addresses of members that have gone are kept for so many: those that may come back. */
const MAX_ADDRESSES = 200;

/**
 * What the coordination store was last seen to say, whether it speaks at all, and whether the member believes it: for
 * those who look at the member.
 */
export class StoreSight {
  registered: readonly RegisteredMember[] = [];
  /** Why it is not reachable, in words; '' if it is. */
  trouble = '';
  /** Why the member does not believe the table that it shows, in words; '' if there is no such trouble. */
  refused = '';
  /** What it said, when it was last asked, that it holds as table; null before that. */
  held: { readonly document: string | null } | null = null;
  /** The last that was told of its table, by a watch or by itself. */
  private shown: string | null = null;
  private readonly coordination: Coordination;
  private readonly clock: Clock;
  private readonly addresses = new Map<string, string>();

  constructor(coordination: Coordination, clock: Clock) {
    this.coordination = coordination;
    this.clock = clock;
  }

  get reachable(): boolean {
    return this.trouble === '';
  }

  /** How long ago it last answered; null if it never did. */
  answeredAgo(): Duration | null {
    const { lastSuccess } = this.coordination.counters;
    return lastSuccess === null ? null : this.clock.now() - lastSuccess;
  }

  counts() {
    const { reads, swaps, swapsLost, failures } = this.coordination.counters;
    return { reads, swaps, swapsLost, failures, reachable: this.reachable, refused: this.refused !== '' };
  }

  /** Registered members that hold partitions, but for this one. */
  othersHolding(self: string): number {
    return this.registered.filter(({ member, gatewayOnly }) => !gatewayOnly && member !== self).length;
  }

  /** `host:port` of a member's line; remembered after its registration ended. */
  addressOf(member: string): string | null {
    return this.addresses.get(member) ?? null;
  }

  /** `ours`: the text of the member's table, here and below. `fresh` as a watcher of the store is told it. */
  sawTable(document: string | null, fresh: boolean, ours: string | null): void {
    this.shown = document;
    if (fresh) {
      this.trouble = '';
      this.held = { document };
    }
    this.tableIsOurs(ours);
  }

  /** The member was told of a table, and does not believe it. */
  tableRefused(reason: string, ours: string | null): void {
    this.refused = reason;
    this.tableIsOurs(ours);
  }

  /** The member has taken a table for true: the store's, or one that a peer knew first. */
  tableAdopted(ours: string | null): void {
    this.tableIsOurs(ours);
  }

  failed(reason: string): void {
    this.trouble = reason;
  }

  sawMembers(members: readonly RegisteredMember[]): void {
    this.registered = members;
    for (const { member, address } of members) {
      // The last to register is the last to be forgotten.
      this.addresses.delete(member);
      this.addresses.set(member, address);
    }
    for (const oldest of this.addresses.keys()) {
      if (this.addresses.size <= MAX_ADDRESSES) break;
      this.addresses.delete(oldest);
    }
  }

  /** What was refused came from elsewhere, or is over. */
  private tableIsOurs(ours: string | null): void {
    if (ours !== null && this.shown === ours) this.refused = '';
  }
}
