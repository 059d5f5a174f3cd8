import type { WheelLinks } from '../base/deadline-wheel.ts';
import type { Duration, Instant } from '../base/instant.ts';
import type { BlockPool } from './block-pool.ts';
import type { Cookie } from './command.ts';
import { Expanse } from './expanse.ts';
import { LockRecords, NO_LOCK } from './lock-records.ts';
import type { Handle, SlabAllocator } from './slab-allocator.ts';
import type { SourceIndex } from './source.ts';

/** A place in the table of sessions. Means nothing once the session in it is gone. */
export type Slot = number;

/** Bytes of one record; `docs/session-record.md` lists the fields. */
export const RECORD_BYTES = 72;
/** Records lie in chunks of 2^5, so that a table grows without moving one. */
export const CHUNK_BITS = 5;
const CHUNK_MASK = 2 ** CHUNK_BITS - 1;
const STRIDE = RECORD_BYTES / 4;
const CHUNK_STRIDE = STRIDE * 2 ** CHUNK_BITS;
const NO_CHUNK = -1;
const NOTHING = new Expanse(0);

// Places of fields are counted in fours from the start of the record; those of 64 bits come first.
const DEADLINE = 0;
const VERSION = 2;
const SEQUENCE = 4;
const HASH = 6;
const BLOCK = 7;
const KEY_LENGTH = 8;
const CONTENT_LENGTH = 9;
const TIMEOUT = 10;
const COOKIE = 11;
const DIGEST = 12;
const STATE = 13;
const LOCK = 14;
const WHEEL_NEXT = 15;
const WHEEL_PREVIOUS = 16;
const WHEEL_FILED = 17;

// What TIMEOUT packs, from its lowest bit: the minutes, and of the flags the only one with a meaning.
const MINUTES_MASK = 0xf_ffff;
const FLAGS_SHIFT = 20;
const FLAGS_MASK = 1;

// What STATE packs, from its lowest bit: the lock (2 bits), whether the deadline was extended, the holder, the lag.
const LOCK_MASK = 0x3;
const EXTENDED = 0x4;
const HOLDER_SHIFT = 3;
const HOLDER_MASK = 0x1fff << HOLDER_SHIFT;
const LAG_SHIFT = 16;
/** The longest lag that can be told; what is longer counts as this. */
export const MAX_LAG: Duration = 0xffff;

/**
 * The small fields of all sessions of a partition, one record of fixed width per slot, in memory the garbage collector
 * does not look into. Knows where a field lies and nothing of what it means.
 *
 * Invariants: the chunk of every slot that holds a session is there; a slot has a lock record exactly while its lock
 * stands.
 */
export class SessionRecords implements WheelLinks {
  private readonly chunks: BlockPool;
  private readonly locks: LockRecords;
  /** Of each chunk where it begins, in fours. */
  private starts = new Int32Array(0);
  private ints = NOTHING.ints;
  private floats = NOTHING.floats;

  constructor(memory: SlabAllocator) {
    this.chunks = memory.tablePool(RECORD_BYTES * 2 ** CHUNK_BITS);
    this.locks = new LockRecords(memory);
  }

  /** Sees to it that there is memory for the slot's record, and sets all its fields to 0. */
  clear(slot: Slot): void {
    const chunk = slot >>> CHUNK_BITS;
    if (chunk >= this.starts.length || this.starts[chunk] === NO_CHUNK) this.addChunk(chunk);
    const at = this.at(slot);
    this.ints.fill(0, at, at + STRIDE);
  }

  /** The slot holds a session no more. */
  vacate(slot: Slot): void {
    this.unlock(slot);
    this.setKey(slot, 0, 0);
  }

  /** Of a slot whose chunk holds no session any more. */
  dropChunk(slot: Slot): void {
    const chunk = slot >>> CHUNK_BITS;
    this.chunks.release((this.starts[chunk] as number) / CHUNK_STRIDE);
    this.starts[chunk] = NO_CHUNK;
  }

  /** No slot holds a session. */
  startOver(): void {
    this.starts = new Int32Array(0);
  }

  /** Moves what is to be moved of the slot: its lock's record, and its chunk. */
  moveOut(slot: Slot): void {
    const chunk = slot >>> CHUNK_BITS;
    const block = (this.starts[chunk] as number) / CHUNK_STRIDE;
    if (this.chunks.mustMove(block)) this.starts[chunk] = this.chunks.move(block) * CHUNK_STRIDE;
    const lock = this.lockOf(slot);
    if (this.locks.mustMove(lock)) this.ints[this.at(slot) + LOCK] = this.locks.move(lock);
  }

  /** When the session expires unrenewed; NEVER if it does not. */
  deadline(slot: Slot): Instant {
    return this.float(slot, DEADLINE);
  }
  setDeadline(slot: Slot, deadline: Instant): void {
    this.setFloat(slot, DEADLINE, deadline);
  }

  /** Whether a lock was taken and not given back. It holds until `leaseEnd` all the same. */
  locked(slot: Slot): boolean {
    return (this.int(slot, STATE) & LOCK_MASK) !== 0;
  }
  /** Whether a repeat of the request that took the lock was told of it too. */
  toldAgain(slot: Slot): boolean {
    return (this.int(slot, STATE) & LOCK_MASK) === 2;
  }
  /** Of a standing lock. */
  setToldAgain(slot: Slot): void {
    this.setLock(slot, 2);
  }
  /** Writes all that is known of a new lock. */
  lock(slot: Slot, cookie: Cookie, since: Instant, lease: Duration, holder: SourceIndex, request: number): void {
    const at = this.at(slot);
    const state = this.ints[at + STATE] as number;
    this.ints[at + STATE] = (state & ~(LOCK_MASK | HOLDER_MASK)) | 1 | (holder << HOLDER_SHIFT);
    this.ints[at + COOKIE] = cookie;
    let lock = this.ints[at + LOCK] as number;
    if (lock === NO_LOCK) {
      lock = this.locks.take();
      this.ints[at + LOCK] = lock;
    }
    this.locks.write(lock, since, lease, request);
  }
  /** Opens the lock; cookie and holder go on naming the last one. */
  unlock(slot: Slot): void {
    const lock = this.lockOf(slot);
    if (lock === NO_LOCK) return;
    this.locks.release(lock);
    this.ints[this.at(slot) + LOCK] = NO_LOCK;
    this.setLock(slot, 0);
  }
  /** No lock stands; the last one had this cookie and holder. */
  setLastLock(slot: Slot, cookie: Cookie, holder: SourceIndex): void {
    this.unlock(slot);
    const at = this.at(slot);
    const state = this.ints[at + STATE] as number;
    this.ints[at + STATE] = (state & ~HOLDER_MASK) | (holder << HOLDER_SHIFT);
    this.ints[at + COOKIE] = cookie;
  }
  /** The newest cookie, of a lock that stands or is over; 0 if there never was one. */
  cookie(slot: Slot): Cookie {
    return this.int(slot, COOKIE);
  }
  /** Of the newest lock. */
  holder(slot: Slot): SourceIndex {
    return (this.int(slot, STATE) & HOLDER_MASK) >>> HOLDER_SHIFT;
  }
  /** Of a standing lock, as all that follows; 0 without one. */
  holderRequest(slot: Slot): number {
    return this.locks.request(this.lockOf(slot));
  }
  /** When it was taken. */
  since(slot: Slot): Instant {
    return this.locks.since(this.lockOf(slot));
  }
  /** The full length of its lease. */
  lease(slot: Slot): Duration {
    return this.locks.lease(this.lockOf(slot));
  }
  leaseEnd(slot: Slot): Instant {
    return this.locks.leaseEnd(this.lockOf(slot));
  }
  setLease(slot: Slot, lease: Duration, end: Instant): void {
    this.locks.setLease(this.lockOf(slot), lease, end);
  }

  /** The sequence of the last Set. */
  version(slot: Slot): number {
    return this.float(slot, VERSION);
  }
  setVersion(slot: Slot, sequence: number): void {
    this.setFloat(slot, VERSION, sequence);
  }

  /** The sequence of the last change of any kind. */
  sequence(slot: Slot): number {
    return this.float(slot, SEQUENCE);
  }
  setSequence(slot: Slot, sequence: number): void {
    this.setFloat(slot, SEQUENCE, sequence);
  }

  /** Whole minutes; 0 means no expiry. */
  timeoutMinutes(slot: Slot): number {
    return this.int(slot, TIMEOUT) & MINUTES_MASK;
  }
  setTimeoutMinutes(slot: Slot, minutes: number): void {
    const at = this.at(slot) + TIMEOUT;
    this.ints[at] = ((this.ints[at] as number) & ~MINUTES_MASK) | minutes;
  }

  flags(slot: Slot): number {
    return this.int(slot, TIMEOUT) >>> FLAGS_SHIFT;
  }
  /** Those without a meaning are not kept. */
  setFlags(slot: Slot, flags: number): void {
    const at = this.at(slot) + TIMEOUT;
    this.ints[at] = ((this.ints[at] as number) & MINUTES_MASK) | ((flags & FLAGS_MASK) << FLAGS_SHIFT);
  }

  hash(slot: Slot): number {
    return this.int(slot, HASH) >>> 0;
  }
  /** 0 in a slot that holds no session. */
  keyLength(slot: Slot): number {
    return this.int(slot, KEY_LENGTH);
  }
  setKey(slot: Slot, hash: number, length: number): void {
    const at = this.at(slot);
    this.ints[at + HASH] = hash;
    this.ints[at + KEY_LENGTH] = length;
  }

  /** Where the key is, and behind it the content. */
  block(slot: Slot): Handle {
    return this.int(slot, BLOCK) >>> 0;
  }
  setBlock(slot: Slot, handle: Handle): void {
    this.ints[this.at(slot) + BLOCK] = handle;
  }
  contentLength(slot: Slot): number {
    return this.int(slot, CONTENT_LENGTH);
  }
  setContentLength(slot: Slot, length: number): void {
    this.ints[this.at(slot) + CONTENT_LENGTH] = length;
  }

  /** A number that stands for all that copies of the session must agree in; 0 until it was first computed. */
  digest(slot: Slot): number {
    return this.int(slot, DIGEST);
  }
  setDigest(slot: Slot, digest: number): void {
    this.ints[this.at(slot) + DIGEST] = digest;
  }

  /** How much later the deadline is than the other copies were surely told; MAX_LAG stands for that and all beyond. */
  lag(slot: Slot): Duration {
    return this.int(slot, STATE) >>> LAG_SHIFT;
  }
  /** Whether the deadline was moved on at a takeover, for a renewal that may have been lost. */
  extended(slot: Slot): boolean {
    return (this.int(slot, STATE) & EXTENDED) !== 0;
  }
  setLag(slot: Slot, lag: Duration, extended: boolean): void {
    const at = this.at(slot) + STATE;
    const whole = Math.min(Math.ceil(lag), MAX_LAG) << LAG_SHIFT;
    this.ints[at] = ((this.ints[at] as number) & (LOCK_MASK | HOLDER_MASK)) | (extended ? EXTENDED : 0) | whole;
  }

  next(slot: Slot): number {
    return this.int(slot, WHEEL_NEXT);
  }
  setNext(slot: Slot, next: number): void {
    this.ints[this.at(slot) + WHEEL_NEXT] = next;
  }
  previous(slot: Slot): number {
    return this.int(slot, WHEEL_PREVIOUS);
  }
  setPrevious(slot: Slot, previous: number): void {
    this.ints[this.at(slot) + WHEEL_PREVIOUS] = previous;
  }
  filed(slot: Slot): number {
    return this.int(slot, WHEEL_FILED);
  }
  setFiled(slot: Slot, tick: number): void {
    this.ints[this.at(slot) + WHEEL_FILED] = tick;
  }

  private at(slot: Slot): number {
    return (this.starts[slot >>> CHUNK_BITS] as number) + (slot & CHUNK_MASK) * STRIDE;
  }
  private int(slot: Slot, field: number): number {
    return this.ints[this.at(slot) + field] as number;
  }
  private float(slot: Slot, field: number): number {
    return this.floats[(this.at(slot) + field) >>> 1] as number;
  }
  private setFloat(slot: Slot, field: number, value: number): void {
    this.floats[(this.at(slot) + field) >>> 1] = value;
  }

  private lockOf(slot: Slot): number {
    return this.int(slot, LOCK);
  }
  private setLock(slot: Slot, lock: 0 | 2): void {
    const at = this.at(slot) + STATE;
    this.ints[at] = ((this.ints[at] as number) & ~LOCK_MASK) | lock;
  }

  private addChunk(chunk: number): void {
    if (chunk >= this.starts.length) {
      const starts = new Int32Array(Math.max(2 * this.starts.length, chunk + 1)).fill(NO_CHUNK);
      starts.set(this.starts);
      this.starts = starts;
    }
    const block = this.chunks.take();
    this.starts[chunk] = block * CHUNK_STRIDE;
    ({ ints: this.ints, floats: this.floats } = this.chunks.expanseOf(block));
  }
}
