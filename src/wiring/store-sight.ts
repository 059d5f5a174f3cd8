import type { Duration } from '../base/instant.ts';
import type { Coordination, RegisteredMember } from '../coordination/coordination.ts';
import type { Clock } from '../member/door.ts';

/** Addresses of members that have gone are kept for so many: those that may come back. */
const MAX_ADDRESSES = 200;

/** What the coordination store was last seen to say, and whether it speaks at all: for those who look at the member. */
export class StoreSight {
  registered: readonly RegisteredMember[] = [];
  /** Why it is not reachable, in words; '' if it is. */
  trouble = '';
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
    return { reads, swaps, swapsLost, failures, reachable: this.reachable };
  }

  /** `host:port` of a member's line; remembered after its registration ended. */
  addressOf(member: string): string | null {
    return this.addresses.get(member) ?? null;
  }

  answered(): void {
    this.trouble = '';
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
}
