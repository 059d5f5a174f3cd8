import type { Duration, Instant } from '../base/instant.ts';
import type { BlockPool } from './block-pool.ts';
import type { SlabAllocator } from './slab-allocator.ts';

export const LOCK_BYTES = 32;
const STRIDE = LOCK_BYTES / 8;

const SINCE = 0;
const LEASE = 1;
const LEASE_END = 2;
const REQUEST = 3;

/** Names the record of a standing lock; 0 stands for none. */
export type LockNumber = number;
export const NO_LOCK: LockNumber = 0;

/**
 * What is known of a lock only while it stands: few sessions are locked at any instant, so this has records of its own.
 * Of no lock everything reads as 0.
 */
export class LockRecords {
  private readonly memory: SlabAllocator;
  private readonly pool: BlockPool;

  constructor(memory: SlabAllocator) {
    this.memory = memory;
    this.pool = memory.tablePool(LOCK_BYTES);
  }

  take(): LockNumber {
    this.memory.charge(LOCK_BYTES);
    return this.pool.take() + 1;
  }

  release(lock: LockNumber): void {
    this.memory.charge(-LOCK_BYTES);
    this.pool.release(lock - 1);
  }

  mustMove(lock: LockNumber): boolean {
    return lock !== NO_LOCK && this.pool.mustMove(lock - 1);
  }

  move(lock: LockNumber): LockNumber {
    return this.pool.move(lock - 1) + 1;
  }

  write(lock: LockNumber, since: Instant, lease: Duration, request: number): void {
    const { floats } = this.pool.expanseOf(lock - 1);
    const at = (lock - 1) * STRIDE;
    floats[at + SINCE] = since;
    floats[at + LEASE] = lease;
    floats[at + LEASE_END] = since + lease;
    floats[at + REQUEST] = request;
  }

  setLease(lock: LockNumber, lease: Duration, end: Instant): void {
    const { floats } = this.pool.expanseOf(lock - 1);
    const at = (lock - 1) * STRIDE;
    floats[at + LEASE] = lease;
    floats[at + LEASE_END] = end;
  }

  since(lock: LockNumber): Instant {
    return this.field(lock, SINCE);
  }

  lease(lock: LockNumber): Duration {
    return this.field(lock, LEASE);
  }

  leaseEnd(lock: LockNumber): Instant {
    return this.field(lock, LEASE_END);
  }

  request(lock: LockNumber): number {
    return this.field(lock, REQUEST);
  }

  private field(lock: LockNumber, field: number): number {
    if (lock === NO_LOCK) return 0;
    return this.pool.expanseOf(lock - 1).floats[(lock - 1) * STRIDE + field] as number;
  }
}
