import type { Instant } from '../base/instant.ts';
import { type Holder, holds, nameOf, sameHolder } from '../placement/holder.ts';
import { isOver, knownMember, type PartitionTable } from '../placement/partition-table.ts';
import type { Waiters } from '../replica/wait-line.ts';
import type { CoreGauges } from '../session/core-counters.ts';
import type { SlabAllocator } from '../session/slab-allocator.ts';
import type { EntryDesk } from './entry-desk.ts';
import type { Holdings } from './holdings.ts';
import type { MemberOptions } from './member-options.ts';
import type { Peers } from './peers.ts';
import type { Planner, Surroundings } from './planner.ts';
import type { TableKeeper } from './table-keeper.ts';

/** What a member consists of, as far as it is looked at here. */
export interface Parts {
  readonly options: MemberOptions;
  readonly memory: SlabAllocator;
  readonly waiters: Waiters;
  readonly peers: Peers;
  readonly keeper: TableKeeper;
  readonly holdings: Holdings;
  readonly desk: EntryDesk;
  readonly planner: Planner;
}

/** How a member stands: what edges and checkers ask of it, and which changes nothing. */
export class Standing {
  private readonly parts: Parts;
  private readonly self: Holder;

  constructor(parts: Parts) {
    this.parts = parts;
    this.self = parts.options.self;
  }

  /** Whether it holds nothing that somebody else could. */
  get isDrained(): boolean {
    const { table } = this.parts.keeper;
    if (table === null || !table.partitions.some((entry) => holds(entry, this.self))) return true;
    return !this.hasOthers(table);
  }

  /**
   * Whether it has all that it should hold now, so that it is worth sending clients to: each such copy is in the table,
   * and whole, or primary and entitled to act. A gateway only: whether there is any primary to pass requests on to.
   */
  isInStep(now: Surroundings, at: Instant): boolean {
    const { options, peers, planner } = this.parts;
    const { self } = this;
    const { table, registered } = now;
    if (options.gatewayOnly) return table.partitions.some(({ primary }) => peers.named(nameOf(primary))?.up === true);
    // What it should hold is not known before it is seen to be there itself.
    const isListed = registered.some((each) => sameHolder(each, self));
    if (!isListed && knownMember(table, self.member)?.incarnation !== self.incarnation) return false;
    const target = planner.target(now, at);
    return target === null || target.every((wanted, partition) => !holds(wanted, self) || this.serves(partition, at));
  }

  /** How much waits here, of all that has a limit. */
  get loads() {
    const { holdings, desk, waiters, peers } = this.parts;
    return { ...holdings.loads(), ...desk.loads, waiters: waiters.size, peers: peers.size };
  }

  get gauges(): CoreGauges {
    const { options, memory, waiters, holdings, desk } = this.parts;
    const { held, heldAnswers } = holdings.loads();
    const { idle, early } = desk.loads;
    return {
      ...holdings.contents(),
      ...holdings.copies(),
      memoryBytes: memory.usedBytes,
      memoryLimit: options.maxMemory,
      waiters: waiters.size,
      heldRequests: idle + early + held,
      heldAnswers,
      underCopied: this.underCopied(),
    };
  }

  /** Registered; or in the table and heard, for a registration may lapse, and a store forget. */
  private hasOthers(table: PartitionTable): boolean {
    const { keeper, peers } = this.parts;
    const isOther = (holder: Holder): boolean => holder.member !== this.self.member && !isOver(table, holder);
    return (
      keeper.registered.some(isOther) ||
      table.members
        .map(({ id: member, incarnation }) => ({ member, incarnation }))
        .some((holder) => isOther(holder) && peers.named(nameOf(holder))?.up === true)
    );
  }

  private serves(partition: number, at: Instant): boolean {
    const { holdings } = this.parts;
    const replica = holdings.replicas[partition];
    const entry = holdings.entry(partition);
    if (!replica || entry === undefined || !holds(entry, this.self)) return false;
    return replica.role === 'primary' ? at >= replica.actAt : replica.following.whole;
  }

  private underCopied(): number {
    const { table } = this.parts.keeper;
    if (table === null) return 0;
    return table.partitions.filter(
      ({ primary, replicas }) => sameHolder(primary, this.self) && replicas.length + 1 < table.copies,
    ).length;
  }
}
