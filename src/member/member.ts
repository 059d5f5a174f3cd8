import { assert, unreachable } from '../base/assert.ts';
import { DeadlineHeap } from '../base/deadline-heap.ts';
import { type Duration, type Instant, NEVER } from '../base/instant.ts';
import { Random } from '../base/random.ts';
import { type Holder, sameHolder } from '../placement/holder.ts';
import { partitionOf } from '../placement/locate.ts';
import type { PartitionTable } from '../placement/partition-table.ts';
import { spread } from '../placement/spread.ts';
import { Replica, type Shared } from '../replica/replica.ts';
import type { Request } from '../replica/request.ts';
import { type Waiter, Waiters, type WaitLimits, type WaitLine } from '../replica/wait-line.ts';
import { type CoreGauges, newCoreCounters } from '../session/core-counters.ts';
import type { RuleOptions } from '../session/session-rules.ts';
import { NO_SLOT } from '../session/session-table.ts';
import { SlabAllocator } from '../session/slab-allocator.ts';
import type { MemberEffects } from './effects.ts';
import type { Input } from './input.ts';
import { Sources } from './sources.ts';
import { type ClusterShape, TableKeeper } from './table-keeper.ts';

export interface MemberOptions extends RuleOptions, WaitLimits, ClusterShape {
  /** This very process, as tables name it. */
  readonly self: Holder;
  /** Decides where cookies start and what versions are named by; drawn anew at every start of a process. */
  readonly seed: number;
  readonly rememberFor: Duration;
  readonly maxRememberedPerPartition: number;
}

/** What the newest table says of this member. */
export interface TableGauges {
  readonly version: number;
  readonly primaries: number;
  readonly replicas: number;
}

/** How often expired sessions are looked for, and how many are forgotten (or waiters dismissed) in one step. */
const SWEEP_EVERY: Duration = 1_000;
const SWEEP_BUDGET = 2_048;
/** Slots looked at in one sweep for what lies in pages that are being emptied. */
const MOVE_BUDGET = 50_000;

/**
 * One member's mind: told of requests and of time, it answers through the effects it is handed. Knows no clock, no
 * socket and no chance but its seed, so the same inputs give the same answers.
 *
 * Time never goes back from one step to the next.
 */
export class Member {
  readonly counters = newCoreCounters();
  readonly sources = new Sources();
  /** By partition; null where this member holds no copy. */
  private readonly replicas: (Replica | null)[];
  private readonly keeper: TableKeeper;
  private readonly self: Holder;
  private readonly shared: Shared;
  private readonly random: Random;
  private readonly memory = new SlabAllocator();
  private readonly timed = new DeadlineHeap<Waiter | WaitLine>();
  private readonly waiters: Waiters;
  private readonly memoryLimit: number;
  private draining = false;
  /** When the next sweep of all partitions begins, and the partition at which the present one has arrived. */
  private sweepAt: Instant = 0;
  private sweepFrom = 0;
  /** Where moving out of sparse pages goes on. */
  private moveFrom = { partition: 0, slot: 0 };

  constructor(options: MemberOptions) {
    this.memoryLimit = options.maxMemory;
    this.waiters = new Waiters(options, this.timed);
    this.self = options.self;
    this.shared = {
      memory: this.memory,
      waiters: this.waiters,
      counters: this.counters,
      rules: options,
      rememberFor: options.rememberFor,
      maxRememberedPerPartition: options.maxRememberedPerPartition,
    };
    this.random = new Random(options.seed);
    this.keeper = new TableKeeper(options, this.random);
    this.replicas = new Array<Replica | null>(options.partitions).fill(null);
  }

  step(input: Input, at: Instant, effects: MemberEffects): void {
    switch (input.type) {
      case 'request':
        this.onRequest(input, at, effects);
        return;
      case 'cancel': {
        const waiter = this.waiters.of(input.asker);
        if (waiter !== undefined) this.replicaAt(waiter.line.partition).cancel(waiter, at, effects);
        return;
      }
      case 'drain':
        this.draining = true;
        for (const waiter of this.waiters.all()) this.replicaAt(waiter.line.partition).dismiss(waiter, at, effects);
        return;
      case 'tick':
        this.onTick(at, effects);
        return;
      case 'table-seen':
        this.onTableSeen(input.document, effects);
        return;
      case 'members-seen':
        this.keeper.onMembersSeen(input.members);
        this.propose(effects);
        return;
      default:
        unreachable(input);
    }
  }

  /** When the next tick is wanted; NEVER if nothing will fall due. */
  wakeAt(): Instant {
    const sweepAt = this.memory.usedBytes > 0 ? this.sweepAt : NEVER;
    return Math.min(this.timed.nextDueAt(), sweepAt);
  }

  gauges(): CoreGauges {
    let sessions = 0;
    let contentBytes = 0;
    for (const replica of this.replicas) {
      sessions += replica?.table.size ?? 0;
      contentBytes += replica?.table.contentBytes ?? 0;
    }
    return {
      sessions,
      contentBytes,
      memoryBytes: this.memory.usedBytes,
      memoryLimit: this.memoryLimit,
      waiters: this.waiters.size,
    };
  }

  /** By the newest table; all 0 before there is one. */
  tableGauges(): TableGauges {
    const { table } = this.keeper;
    const load = table === null ? undefined : spread(table.partitions).get(this.self.member);
    const primaries = load?.primaries ?? 0;
    return { version: table?.version ?? 0, primaries, replicas: (load?.copies ?? 0) - primaries };
  }

  private onRequest(request: Request, at: Instant, effects: MemberEffects): void {
    const replica = this.replicas[partitionOf(request.key, this.replicas.length)];
    if (replica) replica.onRequest(request, !this.draining, at, effects);
    else effects.answer(request.asker, { type: 'moved' });
  }

  private onTableSeen(document: string | null, effects: MemberEffects): void {
    const sighting = this.keeper.onTableSeen(document);
    if (sighting.type === 'refused') effects.trace({ type: 'table-refused', reason: sighting.reason });
    if (sighting.type === 'adopted') this.adopt(sighting.table, effects);
    this.propose(effects);
  }

  private propose(effects: MemberEffects): void {
    const first = this.keeper.proposal();
    if (first !== null) effects.propose(null, first);
  }

  private adopt(table: PartitionTable, effects: MemberEffects): void {
    for (const [partition, entry] of table.partitions.entries()) {
      assert(entry.replicas.length === 0, 'one copy of each partition is kept');
      const isMine = sameHolder(entry.primary, this.self);
      const replica = this.replicas[partition];
      if (isMine && !replica) this.replicas[partition] = new Replica(partition, this.shared, this.random);
      assert(isMine || !replica, 'what a member alone holds passes to nobody');
    }
    const { version, cluster } = table;
    const { primaries, replicas } = this.tableGauges();
    effects.trace({ type: 'table-adopted', version, cluster, primaries, replicas });
  }

  private onTick(at: Instant, effects: MemberEffects): void {
    for (let budget = SWEEP_BUDGET; budget > 0; budget--) {
      const due = this.timed.popDue(at);
      if (due === undefined) break;
      if (due.kind === 'waiter') this.replicaAt(due.line.partition).dismiss(due, at, effects);
      else this.replicaAt(due.partition).onLeaseEnd(due, at, effects);
    }
    if (at >= this.sweepAt) this.sweep(at, effects);
  }

  private sweep(at: Instant, effects: MemberEffects): void {
    let budget = SWEEP_BUDGET;
    for (; this.sweepFrom < this.replicas.length; this.sweepFrom++) {
      budget = this.replicas[this.sweepFrom]?.expire(at, budget, effects) ?? budget;
      // The rest has its turn in the next step, so that requests do not wait for a million sessions to be forgotten.
      if (budget === 0) return;
    }
    this.sweepFrom = 0;
    this.sweepAt = at + SWEEP_EVERY;
    this.memory.pickSparsePages();
    this.moveOut();
  }

  /** In portions, round and round through all partitions, as long as there are pages to empty. */
  private moveOut(): void {
    let { partition, slot } = this.moveFrom;
    let budget = MOVE_BUDGET;
    for (let seen = 0; seen < this.replicas.length && budget > 0 && this.memory.emptyingPages > 0; seen++) {
      const table = this.replicas[partition]?.table;
      const next = table?.moveOut(slot, budget) ?? NO_SLOT;
      if (next !== NO_SLOT) {
        slot = next;
        break;
      }
      budget -= Math.max((table?.slots ?? 0) - slot, 0);
      partition = (partition + 1) % this.replicas.length;
      slot = 0;
    }
    this.moveFrom = { partition, slot };
  }

  private replicaAt(partition: number): Replica {
    const replica = this.replicas[partition];
    assert(replica !== null && replica !== undefined, 'whoever waits, waits at a partition that is held');
    return replica;
  }
}
