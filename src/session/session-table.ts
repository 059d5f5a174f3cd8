import { assert } from '../base/assert.ts';
import { DeadlineWheel } from '../base/deadline-wheel.ts';
import { type Duration, type Instant, NEVER } from '../base/instant.ts';
import type { Key } from '../base/key.ts';
import type { Cookie } from './command.ts';
import { NumberSet } from './number-set.ts';
import { MAX_SLOTS, NO_SLOT, SessionIndex } from './session-index.ts';
import { CHUNK_BITS, MAX_LAG, RECORD_BYTES, SessionRecords, type Slot } from './session-records.ts';
import type { SlabAllocator } from './slab-allocator.ts';
import type { SourceIndex } from './source.ts';

export { NO_SLOT };

/** Sessions that may share all 32 bits of their hash. By chance not even a handful do; by design a client could make any number. */
const MAX_OF_ONE_HASH = 64;
const MINUTE = 60_000;
/** What a session costs beside its key and content: its record and, where segments are half full, its place in the index. */
export const SESSION_OVERHEAD_BYTES = RECORD_BYTES + 8;

/** How far a renewal may move a deadline before other copies must have heard of it; what a takeover adds to deadlines. */
export function slackOf(timeoutMinutes: number): Duration {
  return Math.min((timeoutMinutes * MINUTE) / 20, MINUTE);
}

/**
 * The sessions of one partition, found by key, held in numbered slots. No session object exists: callers read and
 * write fields by slot, so that where they lie is nobody else's business.
 *
 * Invariants: the taken slots are those that hold a session; every session that expires or is locked is in the wheel,
 * filed no later than that falls due.
 */
export class SessionTable {
  readonly records: SessionRecords;
  /** Sum of all contents' lengths. */
  contentBytes = 0;
  private readonly memory: SlabAllocator;
  private readonly taken = new NumberSet();
  private readonly index: SessionIndex;
  private readonly wheel: DeadlineWheel;

  /** `memory` is shared by all tables of a member; `secret` is any number, unknown to clients. */
  constructor(memory: SlabAllocator, secret: number) {
    this.memory = memory;
    this.records = new SessionRecords(memory);
    this.index = new SessionIndex(memory, this.records, secret);
    this.wheel = new DeadlineWheel(this.records, (slot) => this.dueAt(slot));
  }

  /** Sessions held. */
  get size(): number {
    return this.taken.count;
  }

  /** The slot under `key`, expired or not; NO_SLOT if there is none. */
  find(key: Key): Slot {
    return this.index.find(key);
  }

  /** Whether the slot holds a session. */
  has(slot: Slot): boolean {
    return this.taken.has(slot);
  }

  /** Whether the key that was just looked for in vain may be inserted. */
  hasPlace(): boolean {
    return this.index.namesakes < MAX_OF_ONE_HASH && this.size < MAX_SLOTS && this.memory.hasNumbersLeft();
  }

  /** A new session with nothing but its key and content; the caller writes the other fields, all 0 until then. */
  insert(key: Key, content: Uint8Array): Slot {
    const { records } = this;
    const slot = this.taken.take();
    records.clear(slot);
    records.setKey(slot, key.hash, key.bytes.length);
    records.setBlock(slot, this.memory.store(key.bytes, content));
    records.setContentLength(slot, content.length);
    this.memory.charge(SESSION_OVERHEAD_BYTES);
    this.contentBytes += content.length;
    this.index.enter(slot);
    return slot;
  }

  /** Forgets the session and gives its memory back. */
  remove(slot: Slot): void {
    const { records } = this;
    assert(this.has(slot), 'a removed slot holds a session');
    this.index.leave(slot);
    this.wheel.remove(slot);
    this.memory.release(records.block(slot), this.blockLength(slot));
    this.memory.charge(-SESSION_OVERHEAD_BYTES);
    this.contentBytes -= records.contentLength(slot);
    records.vacate(slot);
    this.taken.free(slot);
    if (this.size === 0 || !this.taken.hasAnyBeside(slot, CHUNK_BITS)) records.dropChunk(slot);
    if (this.size > 0) return;
    this.index.startOver();
    records.startOver();
  }

  /** The slot's key, as a view and under its hash; valid until the session is removed. */
  key(slot: Slot): Key {
    const { records } = this;
    const bytes = this.memory.view(records.block(slot), this.blockLength(slot), 0, records.keyLength(slot));
    return { hash: records.hash(slot), bytes };
  }

  /** A view that is valid until the content is replaced or the session removed. */
  content(slot: Slot): Uint8Array {
    const { records } = this;
    const length = this.blockLength(slot);
    return this.memory.view(records.block(slot), length, records.keyLength(slot), length);
  }

  /** A number for key and content, which begins with `start`. */
  digest(slot: Slot, start: number): number {
    return this.memory.digest(this.records.block(slot), this.blockLength(slot), start);
  }

  replaceContent(slot: Slot, content: Uint8Array): void {
    const { records } = this;
    const oldLength = this.blockLength(slot);
    const keyLength = records.keyLength(slot);
    records.setBlock(slot, this.memory.replaceAfter(records.block(slot), oldLength, keyLength, content));
    records.setContentLength(slot, content.length);
    this.contentBytes += keyLength + content.length - oldLength;
  }

  /** Lets the session live its timeout from `at` on. */
  renew(slot: Slot, at: Instant): void {
    const { records } = this;
    const minutes = records.timeoutMinutes(slot);
    if (minutes === 0) {
      records.setDeadline(slot, NEVER);
      return;
    }
    const deadline = at + minutes * MINUTE;
    records.setLag(slot, records.lag(slot) + Math.max(deadline - records.deadline(slot), 0), false);
    records.setDeadline(slot, deadline);
  }

  /**
   * Moves the deadline on, once, for a renewal that the former primary may have taken to its grave. What other copies
   * were told of it, nobody knows any more.
   */
  extend(slot: Slot): void {
    const { records } = this;
    if (records.timeoutMinutes(slot) === 0) return;
    const slack = records.extended(slot) ? 0 : slackOf(records.timeoutMinutes(slot));
    records.setDeadline(slot, records.deadline(slot) + slack);
    records.setLag(slot, MAX_LAG, true);
  }

  /** Whether other copies would let the session expire too early if they took over now. */
  isFarRenewed(slot: Slot): boolean {
    return this.records.lag(slot) > slackOf(this.records.timeoutMinutes(slot));
  }

  /** After fields that say when something falls due were written. */
  refile(slot: Slot, at: Instant): void {
    this.wheel.file(slot, at);
  }

  /** Gives the session a (new) timeout, from `at` on. */
  setTimeout(slot: Slot, minutes: number, at: Instant): void {
    this.records.setTimeoutMinutes(slot, minutes);
    this.renew(slot, at);
    this.wheel.file(slot, at);
  }

  /** Locks the session from `at` on, until `lease` has run out. */
  lock(slot: Slot, cookie: Cookie, at: Instant, lease: Duration, holder: SourceIndex, request: number): void {
    this.records.lock(slot, cookie, at, lease, holder, request);
    this.wheel.file(slot, at);
  }

  /** Lets the standing lock's lease run anew. */
  renewLease(slot: Slot, lease: Duration, at: Instant): void {
    this.records.setLease(slot, lease, at + lease);
    this.wheel.file(slot, at);
  }

  /**
   * Hands sessions that are past their deadline, or whose lock is past its lease, to `onDue`, which sees to that.
   * See DeadlineWheel.advance.
   */
  collectDue(at: Instant, budget: number, onDue: (slot: Slot) => void): number {
    return this.wheel.advance(at, budget, (slot) => {
      onDue(slot);
      if (this.has(slot)) this.wheel.file(slot, at);
    });
  }

  /** All sessions lie in slots below this. */
  get slots(): number {
    return this.taken.top;
  }

  /**
   * Moves what lies where room is being made, for `budget` slots from `from` on. Views taken before hold no longer.
   *
   * @returns where to go on; NO_SLOT when all slots were seen
   */
  moveOut(from: Slot, budget: number): Slot {
    const { memory, records } = this;
    if (from === 0) this.index.moveOut();
    const end = from + budget;
    for (let slot = this.next(from - 1); slot !== NO_SLOT; slot = this.next(slot)) {
      if (slot >= end) return slot;
      const block = records.block(slot);
      const length = this.blockLength(slot);
      if (memory.mustMove(block, length)) records.setBlock(slot, memory.move(block, length));
      records.moveOut(slot);
    }
    return NO_SLOT;
  }

  /** The session in the first used slot after `slot`; NO_SLOT at the end. Sessions may come and go between two calls. */
  next(slot: Slot): Slot {
    return this.taken.next(slot);
  }

  private dueAt(slot: Slot): Instant {
    const deadline = this.records.deadline(slot);
    return this.records.locked(slot) ? Math.min(deadline, this.records.leaseEnd(slot)) : deadline;
  }

  private blockLength(slot: Slot): number {
    return this.records.keyLength(slot) + this.records.contentLength(slot);
  }
}
