import type { Duration, Instant } from '../base/instant.ts';
import type { Replica } from '../replica/replica.ts';
import { NO_SLOT } from '../session/session-table.ts';
import type { SlabAllocator } from '../session/slab-allocator.ts';
import type { Voice } from './voice.ts';

/** How often expired sessions are looked for. */
const SWEEP_EVERY: Duration = 1_000;
/** How many are forgotten in one step: few, as requests wait meanwhile; more where steps are far apart. */
const LEAST_SWEPT = 32;
const SWEPT_PER_MS = 8;
const MOST_SWEPT = 512;
/** How soon it goes on while memory is being given back, and what it does of that in one step. */
const GIVE_BACK_EVERY: Duration = 20;
const GIVE_BACK_BYTES = 4 * 1024 * 1024;
/** Slots looked at for what is to be moved. */
const MOVE_BUDGET = 2_048;

/** Goes round through all copies for what nobody asks for: sessions and leases that ran out, memory with too much room. */
export class Sweeper {
  /** When the next sweep of all partitions begins, or the present one goes on. */
  dueAt: Instant = 0;
  private readonly replicas: readonly (Replica | null)[];
  private readonly memory: SlabAllocator;
  private sweptAt: Instant = 0;
  /** The partition at which the present sweep has arrived. */
  private sweepFrom = 0;
  /** Where moving out of sparse pages goes on. */
  private moveFrom = { partition: 0, slot: 0 };

  constructor(replicas: readonly (Replica | null)[], memory: SlabAllocator) {
    this.replicas = replicas;
    this.memory = memory;
  }

  sweep(at: Instant, voice: Voice): void {
    const earned = Math.floor(SWEPT_PER_MS * (at - this.sweptAt));
    let budget = Math.min(Math.max(LEAST_SWEPT, earned), MOST_SWEPT);
    this.sweptAt = at;
    for (; this.sweepFrom < this.replicas.length; this.sweepFrom++) {
      const replica = this.replicas[this.sweepFrom];
      replica?.copy.forgetOld(at);
      // Only a primary expires, as changes.
      if (!replica?.mayDecide(at)) continue;
      if (replica.copy.followed) voice.touch(this.sweepFrom);
      budget = replica.decider.expire(at, budget, voice);
      // The rest has its turn in the next step, so that requests do not wait for a million sessions to be forgotten.
      if (budget === 0) return;
    }
    this.sweepFrom = 0;
    const { memory } = this;
    memory.planMoves();
    this.moveOut();
    memory.giveBack(GIVE_BACK_BYTES);
    this.dueAt = at + (memory.isMoving || memory.hasSurplus ? GIVE_BACK_EVERY : SWEEP_EVERY);
  }

  /** In portions, round and round through all partitions, as long as there is something to move. */
  private moveOut(): void {
    let { partition, slot } = this.moveFrom;
    let budget = MOVE_BUDGET;
    for (let seen = 0; seen < this.replicas.length && budget > 0 && this.memory.isMoving; seen++) {
      const table = this.replicas[partition]?.copy.table;
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
}
