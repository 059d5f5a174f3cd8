import { unreachable } from '../base/assert.ts';
import { DeadlineHeap } from '../base/deadline-heap.ts';
import { type Duration, type Instant, NEVER } from '../base/instant.ts';
import { Random } from '../base/random.ts';
import { partitionOf } from '../placement/locate.ts';
import type { Effects } from '../replica/effects.ts';
import { Replica, type Shared } from '../replica/replica.ts';
import { type Waiter, Waiters, type WaitLimits, type WaitLine } from '../replica/wait-line.ts';
import { type CoreGauges, newCoreCounters } from '../session/core-counters.ts';
import type { RuleOptions } from '../session/session-rules.ts';
import { NO_SLOT } from '../session/session-table.ts';
import { SlabAllocator } from '../session/slab-allocator.ts';
import type { Input } from './input.ts';
import { Sources } from './sources.ts';

export interface MemberOptions extends RuleOptions, WaitLimits {
  readonly partitions: number;
  /** Decides where cookies start and what versions are named by; drawn anew at every start of a process. */
  readonly seed: number;
  readonly rememberFor: Duration;
  readonly maxRememberedPerPartition: number;
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
  private readonly replicas: Replica[] = [];
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
    const shared: Shared = {
      memory: this.memory,
      waiters: this.waiters,
      counters: this.counters,
      rules: options,
      rememberFor: options.rememberFor,
      maxRememberedPerPartition: options.maxRememberedPerPartition,
    };
    const random = new Random(options.seed);
    for (let partition = 0; partition < options.partitions; partition++) {
      this.replicas.push(new Replica(partition, shared, random));
    }
  }

  step(input: Input, at: Instant, effects: Effects): void {
    switch (input.type) {
      case 'request':
        this.replicaAt(partitionOf(input.key, this.replicas.length)).onRequest(input, !this.draining, at, effects);
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
    for (const { table } of this.replicas) {
      sessions += table.size;
      contentBytes += table.contentBytes;
    }
    return {
      sessions,
      contentBytes,
      memoryBytes: this.memory.usedBytes,
      memoryLimit: this.memoryLimit,
      waiters: this.waiters.size,
    };
  }

  private onTick(at: Instant, effects: Effects): void {
    for (let budget = SWEEP_BUDGET; budget > 0; budget--) {
      const due = this.timed.popDue(at);
      if (due === undefined) break;
      if (due.kind === 'waiter') this.replicaAt(due.line.partition).dismiss(due, at, effects);
      else this.replicaAt(due.partition).onLeaseEnd(due, at, effects);
    }
    if (at >= this.sweepAt) this.sweep(at, effects);
  }

  private sweep(at: Instant, effects: Effects): void {
    let budget = SWEEP_BUDGET;
    for (; this.sweepFrom < this.replicas.length; this.sweepFrom++) {
      budget = this.replicaAt(this.sweepFrom).expire(at, budget, effects);
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
      const next = this.replicaAt(partition).table.moveOut(slot, budget);
      if (next !== NO_SLOT) {
        slot = next;
        break;
      }
      budget -= this.replicaAt(partition).table.size - slot;
      partition = (partition + 1) % this.replicas.length;
      slot = 0;
    }
    this.moveFrom = { partition, slot };
  }

  private replicaAt(partition: number): Replica {
    return this.replicas[partition] as Replica;
  }
}
