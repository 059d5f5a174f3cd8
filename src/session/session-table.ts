import { assert } from '../base/assert.ts';
import { DeadlineWheel } from '../base/deadline-wheel.ts';
import { type Duration, type Instant, NEVER } from '../base/instant.ts';
import type { Key } from '../base/key.ts';
import type { Cookie } from './command.ts';
import { MAX_LAG, RECORD_BYTES, SessionRecords, type Slot } from './session-records.ts';
import type { SlabAllocator } from './slab-allocator.ts';
import type { SourceIndex } from './source.ts';

/** What a find gives where there is nothing, and what a cursor starts from. */
export const NO_SLOT: Slot = -1;

const SMALLEST_CAPACITY = 16;
/** Sessions that may share all 32 bits of their hash. By chance not even a handful do; by design a client could make any number. */
const MAX_OF_ONE_HASH = 64;
const MINUTE = 60_000;
/** What a session costs beside its key and content: record, two places in the index, three numbers in the wheel. */
export const SESSION_OVERHEAD_BYTES = RECORD_BYTES + 8 + 12;

/** How far a renewal may move a deadline before other copies must have heard of it; what a takeover adds to deadlines. */
export function slackOf(timeoutMinutes: number): Duration {
  return Math.min((timeoutMinutes * MINUTE) / 20, MINUTE);
}

/**
 * The sessions of one partition, found by key, held in numbered slots. No session object exists: callers read and
 * write fields by slot, so that where they lie is nobody else's business.
 *
 * Invariants: a slot below `top` holds a session or is on the list of free slots; the index has an entry for each
 * session and for nothing else, and is at most half full; every session that expires or is locked is in the wheel, filed
 * no later than that falls due.
 */
export class SessionTable {
  readonly records = new SessionRecords();
  /** Sessions held. */
  size = 0;
  /** Sum of their contents' lengths. */
  contentBytes = 0;
  private readonly memory: SlabAllocator;
  private readonly wheel: DeadlineWheel;
  /** Slot + 1, or 0: open addressing, linear probing. */
  private index = new Int32Array(0);
  private indexShift = 32;
  /** Slots from here on were never used. */
  private top = 0;
  private readonly free: Slot[] = [];
  private readonly secret: number;
  /** How many other sessions of the same hash the last search passed over. */
  private namesakes = 0;

  /** `memory` is shared by all tables of a member; `secret` is any number, unknown to clients. */
  constructor(memory: SlabAllocator, secret: number) {
    this.memory = memory;
    // Odd, so that multiplying by it loses nothing.
    this.secret = secret | 1;
    this.wheel = new DeadlineWheel((slot) => this.dueAt(slot));
    this.resize(SMALLEST_CAPACITY);
  }

  /** The slot under `key`, expired or not; NO_SLOT if there is none. */
  find(key: Key): Slot {
    const mask = this.index.length - 1;
    this.namesakes = 0;
    for (let at = this.home(key.hash); ; at = (at + 1) & mask) {
      const slot = (this.index[at] as number) - 1;
      if (slot === NO_SLOT) return NO_SLOT;
      if (this.records.hash(slot) !== key.hash) continue;
      if (this.memory.equals(this.records.keyHandle(slot), this.records.keyLength(slot), key.bytes)) return slot;
      this.namesakes++;
    }
  }

  /** Whether the key that was just looked for in vain may be inserted. */
  hasPlace(): boolean {
    return this.namesakes < MAX_OF_ONE_HASH;
  }

  /** A new session with nothing but its key and content; the caller writes the other fields, all 0 until then. */
  insert(key: Key, content: Uint8Array): Slot {
    const slot = this.free.pop() ?? this.takeTop();
    this.records.clear(slot);
    this.records.setKey(slot, key.hash, this.memory.store(key.bytes), key.bytes.length);
    this.records.setContent(slot, this.memory.store(content), content.length);
    this.memory.charge(SESSION_OVERHEAD_BYTES);
    this.contentBytes += content.length;
    this.size++;
    this.enter(slot);
    return slot;
  }

  /** Forgets the session and gives its memory back. */
  remove(slot: Slot): void {
    const { records } = this;
    assert(records.keyLength(slot) > 0, 'a removed slot holds a session');
    this.leave(slot);
    this.wheel.remove(slot);
    this.memory.release(records.keyHandle(slot), records.keyLength(slot));
    this.memory.release(records.contentHandle(slot), records.contentLength(slot));
    this.memory.charge(-SESSION_OVERHEAD_BYTES);
    this.contentBytes -= records.contentLength(slot);
    records.setKey(slot, 0, 0, 0);
    this.size--;
    this.free.push(slot);
    if (this.size === 0) this.startOver();
  }

  /** The slot's key, as a view and under its hash; valid until the session is removed. */
  key(slot: Slot): Key {
    const { records } = this;
    const bytes = this.memory.view(records.keyHandle(slot), records.keyLength(slot));
    return { hash: records.hash(slot), bytes };
  }

  /** A view that is valid until the content is replaced or the session removed. */
  content(slot: Slot): Uint8Array {
    return this.memory.view(this.records.contentHandle(slot), this.records.contentLength(slot));
  }

  replaceContent(slot: Slot, content: Uint8Array): void {
    const { records } = this;
    const oldLength = records.contentLength(slot);
    records.setContent(slot, this.memory.replace(records.contentHandle(slot), oldLength, content), content.length);
    this.contentBytes += content.length - oldLength;
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
      if (this.records.keyLength(slot) > 0) this.wheel.file(slot, at);
    });
  }

  /** All sessions lie in slots below this. */
  get slots(): number {
    return this.top;
  }

  /**
   * Moves keys and contents out of pages that are being emptied, for `budget` slots from `from` on. Views taken before
   * hold no longer.
   *
   * @returns where to go on; NO_SLOT when all slots were seen
   */
  moveOut(from: Slot, budget: number): Slot {
    const { memory, records } = this;
    const end = Math.min(from + budget, this.top);
    for (let slot = from; slot < end; slot++) {
      const keyLength = records.keyLength(slot);
      if (keyLength === 0) continue;
      const key = records.keyHandle(slot);
      if (memory.mustMove(key)) records.setKey(slot, records.hash(slot), memory.move(key, keyLength), keyLength);
      const content = records.contentHandle(slot);
      const length = records.contentLength(slot);
      if (memory.mustMove(content)) records.setContent(slot, memory.move(content, length), length);
    }
    return end < this.top ? end : NO_SLOT;
  }

  /** The session in the first used slot after `slot`; NO_SLOT at the end. Sessions may come and go between two calls. */
  next(slot: Slot): Slot {
    for (let next = slot + 1; next < this.top; next++) {
      if (this.records.keyLength(next) > 0) return next;
    }
    return NO_SLOT;
  }

  private dueAt(slot: Slot): Instant {
    const deadline = this.records.deadline(slot);
    return this.records.locked(slot) ? Math.min(deadline, this.records.leaseEnd(slot)) : deadline;
  }

  private takeTop(): Slot {
    if (this.top === this.records.capacity) this.resize(this.records.capacity * 2);
    return this.top++;
  }

  /** An empty table goes back to its smallest size, so that memory of gone sessions is returned. */
  private startOver(): void {
    this.free.length = 0;
    this.top = 0;
    if (this.records.capacity > SMALLEST_CAPACITY) this.resize(SMALLEST_CAPACITY);
  }

  private resize(capacity: number): void {
    this.records.resize(capacity);
    this.wheel.resize(capacity);
    this.index = new Int32Array(capacity * 2);
    this.indexShift = 32 - Math.log2(capacity * 2);
    if (this.size === 0) return;
    for (let slot = this.next(NO_SLOT); slot !== NO_SLOT; slot = this.next(slot)) this.enter(slot);
  }

  /**
   * Where the search for a hash begins. Sessions of one partition agree in their low bits, so all bits are mixed; and
   * nobody can choose keys that lie side by side without knowing the secret.
   */
  private home(hash: number): number {
    return Math.imul(hash, this.secret) >>> this.indexShift;
  }

  private enter(slot: Slot): void {
    const mask = this.index.length - 1;
    let at = this.home(this.records.hash(slot));
    while (this.index[at] !== 0) at = (at + 1) & mask;
    this.index[at] = slot + 1;
  }

  private leave(slot: Slot): void {
    const { index } = this;
    const mask = index.length - 1;
    let gap = this.home(this.records.hash(slot));
    while (index[gap] !== slot + 1) gap = (gap + 1) & mask;
    // Entries behind the gap move up, so that no search ends too early: all but those that would land before their home.
    for (let at = (gap + 1) & mask; index[at] !== 0; at = (at + 1) & mask) {
      const home = this.home(this.records.hash((index[at] as number) - 1));
      if (((at - home) & mask) < ((at - gap) & mask)) continue;
      index[gap] = index[at] as number;
      gap = at;
    }
    index[gap] = 0;
  }
}
