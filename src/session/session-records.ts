import type { Duration, Instant } from '../base/instant.ts';
import type { Cookie } from './command.ts';
import type { Handle } from './slab-allocator.ts';
import type { SourceIndex } from './source.ts';

/** A place in the table of sessions. Means nothing once the session in it is gone. */
export type Slot = number;

/** Bytes of one record; `docs/session-record.md` lists the fields. */
export const RECORD_BYTES = 96;

const F64_STRIDE = RECORD_BYTES / 8;
const I32_STRIDE = RECORD_BYTES / 4;

// 64-bit fields, counted in eights from the start of the record.
const DEADLINE = 0;
const SINCE = 1;
const LEASE = 2;
const LEASE_END = 3;
const HOLDER_REQUEST = 4;
const VERSION = 5;
const SEQUENCE = 6;
// 32-bit fields, counted in fours.
const HASH = 14;
const KEY_HANDLE = 15;
const KEY_LENGTH = 16;
const CONTENT_HANDLE = 17;
const CONTENT_LENGTH = 18;
const TIMEOUT = 19;
const FLAGS = 20;
const COOKIE = 21;
const DIGEST = 22;
const STATE = 23;

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
 */
export class SessionRecords {
  capacity = 0;
  private floats = new Float64Array(0);
  private ints = new Int32Array(0);
  private uints = new Uint32Array(0);

  /** Makes room for `capacity` records, keeping those that fit. */
  resize(capacity: number): void {
    const floats = new Float64Array(capacity * F64_STRIDE);
    floats.set(this.floats.subarray(0, capacity * F64_STRIDE));
    this.floats = floats;
    this.ints = new Int32Array(floats.buffer);
    this.uints = new Uint32Array(floats.buffer);
    this.capacity = capacity;
  }

  clear(slot: Slot): void {
    this.floats.fill(0, slot * F64_STRIDE, (slot + 1) * F64_STRIDE);
  }

  /** When the session expires unrenewed; NEVER if it does not. */
  deadline(slot: Slot): Instant {
    return this.floats[slot * F64_STRIDE + DEADLINE] as number;
  }
  setDeadline(slot: Slot, deadline: Instant): void {
    this.floats[slot * F64_STRIDE + DEADLINE] = deadline;
  }

  /** Whether a lock was taken and not given back. It holds until `leaseEnd` all the same. */
  locked(slot: Slot): boolean {
    return ((this.ints[slot * I32_STRIDE + STATE] as number) & LOCK_MASK) !== 0;
  }
  /** Whether a repeat of the request that took the lock was told of it too. */
  toldAgain(slot: Slot): boolean {
    return ((this.ints[slot * I32_STRIDE + STATE] as number) & LOCK_MASK) === 2;
  }
  /** Of a standing lock. */
  setToldAgain(slot: Slot): void {
    this.setLock(slot, 2);
  }
  /** Writes all that is known of a new lock. */
  lock(slot: Slot, cookie: Cookie, since: Instant, lease: Duration, holder: SourceIndex, request: number): void {
    const i = slot * I32_STRIDE;
    const f = slot * F64_STRIDE;
    this.ints[i + STATE] =
      ((this.ints[i + STATE] as number) & ~(LOCK_MASK | HOLDER_MASK)) | 1 | (holder << HOLDER_SHIFT);
    this.ints[i + COOKIE] = cookie;
    this.floats[f + SINCE] = since;
    this.floats[f + LEASE] = lease;
    this.floats[f + LEASE_END] = since + lease;
    this.floats[f + HOLDER_REQUEST] = request;
  }
  /** Opens the lock; cookie, since and holder go on naming the last one. */
  unlock(slot: Slot): void {
    this.setLock(slot, 0);
  }
  /** The newest cookie, of a lock that stands or is over; 0 if there never was one. */
  cookie(slot: Slot): Cookie {
    return this.ints[slot * I32_STRIDE + COOKIE] as number;
  }
  holder(slot: Slot): SourceIndex {
    return ((this.ints[slot * I32_STRIDE + STATE] as number) & HOLDER_MASK) >>> HOLDER_SHIFT;
  }
  holderRequest(slot: Slot): number {
    return this.floats[slot * F64_STRIDE + HOLDER_REQUEST] as number;
  }
  /** When the newest lock was taken. */
  since(slot: Slot): Instant {
    return this.floats[slot * F64_STRIDE + SINCE] as number;
  }
  /** The full length of the lock's lease. */
  lease(slot: Slot): Duration {
    return this.floats[slot * F64_STRIDE + LEASE] as number;
  }
  leaseEnd(slot: Slot): Instant {
    return this.floats[slot * F64_STRIDE + LEASE_END] as number;
  }
  setLease(slot: Slot, lease: Duration, end: Instant): void {
    this.floats[slot * F64_STRIDE + LEASE] = lease;
    this.floats[slot * F64_STRIDE + LEASE_END] = end;
  }

  /** The sequence of the last Set. */
  version(slot: Slot): number {
    return this.floats[slot * F64_STRIDE + VERSION] as number;
  }
  setVersion(slot: Slot, sequence: number): void {
    this.floats[slot * F64_STRIDE + VERSION] = sequence;
  }

  /** The sequence of the last change of any kind. */
  sequence(slot: Slot): number {
    return this.floats[slot * F64_STRIDE + SEQUENCE] as number;
  }
  setSequence(slot: Slot, sequence: number): void {
    this.floats[slot * F64_STRIDE + SEQUENCE] = sequence;
  }

  /** Whole minutes; 0 means no expiry. */
  timeoutMinutes(slot: Slot): number {
    return this.ints[slot * I32_STRIDE + TIMEOUT] as number;
  }
  setTimeoutMinutes(slot: Slot, minutes: number): void {
    this.ints[slot * I32_STRIDE + TIMEOUT] = minutes;
  }

  flags(slot: Slot): number {
    return this.ints[slot * I32_STRIDE + FLAGS] as number;
  }
  setFlags(slot: Slot, flags: number): void {
    this.ints[slot * I32_STRIDE + FLAGS] = flags;
  }

  hash(slot: Slot): number {
    return this.uints[slot * I32_STRIDE + HASH] as number;
  }
  keyHandle(slot: Slot): Handle {
    return this.uints[slot * I32_STRIDE + KEY_HANDLE] as number;
  }
  /** 0 in a slot that holds no session. */
  keyLength(slot: Slot): number {
    return this.ints[slot * I32_STRIDE + KEY_LENGTH] as number;
  }
  setKey(slot: Slot, hash: number, handle: Handle, length: number): void {
    const i = slot * I32_STRIDE;
    this.uints[i + HASH] = hash;
    this.uints[i + KEY_HANDLE] = handle;
    this.ints[i + KEY_LENGTH] = length;
  }

  contentHandle(slot: Slot): Handle {
    return this.uints[slot * I32_STRIDE + CONTENT_HANDLE] as number;
  }
  contentLength(slot: Slot): number {
    return this.ints[slot * I32_STRIDE + CONTENT_LENGTH] as number;
  }
  setContent(slot: Slot, handle: Handle, length: number): void {
    this.uints[slot * I32_STRIDE + CONTENT_HANDLE] = handle;
    this.ints[slot * I32_STRIDE + CONTENT_LENGTH] = length;
  }

  /** A number that stands for all that copies of the session must agree in; 0 until it was first computed. */
  digest(slot: Slot): number {
    return this.ints[slot * I32_STRIDE + DIGEST] as number;
  }
  setDigest(slot: Slot, digest: number): void {
    this.ints[slot * I32_STRIDE + DIGEST] = digest;
  }

  /** How much later the deadline is than the other copies were surely told; MAX_LAG stands for that and all beyond. */
  lag(slot: Slot): Duration {
    return (this.ints[slot * I32_STRIDE + STATE] as number) >>> LAG_SHIFT;
  }
  /** Whether the deadline was moved on at a takeover, for a renewal that may have been lost. */
  extended(slot: Slot): boolean {
    return ((this.ints[slot * I32_STRIDE + STATE] as number) & EXTENDED) !== 0;
  }
  setLag(slot: Slot, lag: Duration, extended: boolean): void {
    const i = slot * I32_STRIDE + STATE;
    const whole = Math.min(Math.ceil(lag), MAX_LAG) << LAG_SHIFT;
    this.ints[i] = ((this.ints[i] as number) & (LOCK_MASK | HOLDER_MASK)) | (extended ? EXTENDED : 0) | whole;
  }

  private setLock(slot: Slot, lock: 0 | 2): void {
    const i = slot * I32_STRIDE + STATE;
    this.ints[i] = ((this.ints[i] as number) & ~LOCK_MASK) | lock;
  }
}
