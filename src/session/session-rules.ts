import type { Instant } from '../base/instant.ts';
import type { Key } from '../base/key.ts';
import type { Random } from '../base/random.ts';
import type { GetExclusive, ReleaseExclusive, Remove, RenewExclusive, SetSession } from './command.ts';
import { BAD_COOKIE, type Command, type Cookie, NO_COOKIE, UNINITIALIZED } from './command.ts';
import { CookieCounter, MAX_COOKIE } from './cookie-counter.ts';
import type { CoreCounters } from './core-counters.ts';
import type { Conflict, Described, Found, Full, Invalid, Locked, Missing, Outcome, Stale, Stored } from './outcome.ts';
import type { Slot } from './session-records.ts';
import { NO_SLOT, SESSION_OVERHEAD_BYTES, type SessionTable } from './session-table.ts';
import type { SlabAllocator } from './slab-allocator.ts';
import type { SourceIndex } from './source.ts';

/** Who asks, as far as a session remembers it of its lock's holder. */
export interface Client {
  readonly key: Key;
  readonly source: SourceIndex;
  readonly number: number;
}

/** Is told of every change in the step that makes it. Renewals of the expiry are none. */
export interface ChangeSink {
  /** The session in `slot` has changed; its fields are read from there. Returns the change's sequence. */
  changed(slot: Slot): number;
  /** The session in `slot` is about to be forgotten. */
  removing(slot: Slot): void;
}

export interface RuleOptions {
  /** Ceiling for keys, contents and records of all partitions together, in bytes. */
  readonly maxMemory: number;
  /** Whether a Set or Remove under a lock that has passed on is refused (ours) or not (the stock server's rule). */
  readonly staleWrites: 'reject' | 'accept';
}

/** What the rules of all partitions have in common. */
export interface RuleShared {
  readonly memory: SlabAllocator;
  readonly counters: CoreCounters;
  readonly rules: RuleOptions;
}

/** Live sessions may grow until memory is this much above its ceiling, at which new ones are refused. */
const GROWTH_HEADROOM = 1.1;
/**
 * The ceiling is for what sessions use. What is taken from the system for it is more, until pages that became sparse
 * are emptied; beyond so much more, nothing that takes a further page is stored.
 */
const TAKEN_HEADROOM = 1.5;
const TAKEN_AT_LEAST = 16 * 1024 * 1024;

const MISSING: Missing = { type: 'missing' };
const FULL: Full = { type: 'full' };
const REMOVED: Outcome = { type: 'removed' };
const RELEASED: Outcome = { type: 'released', flagTaken: false };
const RELEASED_FLAG: Outcome = { type: 'released', flagTaken: true };
const EXPIRY_RENEWED: Outcome = { type: 'renewed', lockLease: 0 };
const INVALID: Invalid = { type: 'invalid', flagTaken: false };
const INVALID_FLAG: Invalid = { type: 'invalid', flagTaken: true };
const NO_SUCH_SESSION: Conflict = { type: 'conflict', version: null };

/**
 * What each command does to a session and what its asker is told: the rules of the state-server protocol, step by step
 * and in its order (which decides the winner of two errors, and whether expiry is renewed), and our own on top: cookies
 * of one counter, lock leases, stale writes.
 *
 * Nobody waits here: a locked session is `locked`, and the replica decides whether the asker gets in line.
 */
export class SessionRules {
  private readonly table: SessionTable;
  private readonly changes: ChangeSink;
  private readonly memory: SlabAllocator;
  private readonly counters: CoreCounters;
  private readonly options: RuleOptions;
  private readonly cookies: CookieCounter;
  /** Names this partition's memory in versions. */
  versionMemory: number;

  constructor(table: SessionTable, changes: ChangeSink, { memory, counters, rules }: RuleShared, random: Random) {
    this.table = table;
    this.changes = changes;
    this.memory = memory;
    this.counters = counters;
    this.options = rules;
    this.cookies = new CookieCounter(1 + random.below(MAX_COOKIE));
    this.versionMemory = random.below(2 ** 48);
  }

  get newestCookie(): Cookie {
    return this.cookies.newest;
  }
  /** As the partition's primary has it, in a copy. */
  set newestCookie(cookie: Cookie) {
    this.cookies.newest = cookie;
  }

  expired(slot: Slot, at: Instant): boolean {
    return this.table.records.deadline(slot) < at;
  }

  /** Whether the lock's lease has run out while the lock was still taken. */
  leaseOver(slot: Slot, at: Instant): boolean {
    return this.table.records.locked(slot) && this.table.records.leaseEnd(slot) <= at;
  }

  expire(slot: Slot): void {
    this.counters.sessionsExpired++;
    this.forget(slot);
  }

  /** Unlocks; the cookie stays the newest, so that the late holder may still store if nobody locks meanwhile. */
  endLease(slot: Slot): void {
    this.counters.leasesEnded++;
    this.unlock(slot);
  }

  /**
   * Carries `command` out on the session in `slot`, which is neither expired nor under a lapsed lease, or on none
   * (NO_SLOT): then a Set creates it.
   */
  decide(slot: Slot, command: Command, client: Client, at: Instant): Outcome {
    if (slot === NO_SLOT) return command.type === 'set' ? this.create(command, client.key, at) : MISSING;
    if (command.type === 'describe') return this.describe(slot, at);
    this.table.renew(slot, at);
    switch (command.type) {
      case 'get': {
        const flagTaken = this.takeFlag(slot);
        return this.isLocked(slot) ? this.locked(slot, flagTaken, at) : this.found(slot, flagTaken, 0, 0);
      }
      case 'getExclusive':
        return this.getExclusive(slot, command, client, at);
      case 'set':
        return this.set(slot, command, at);
      case 'releaseExclusive':
        return this.releaseExclusive(slot, command, at);
      case 'renewExclusive':
        return this.renewExclusive(slot, command, at);
      case 'remove':
        return this.remove(slot, command, at);
      case 'resetTimeout':
        return EXPIRY_RENEWED;
    }
  }

  /**
   * Whether a lock whose answer did not reach its client must stand all the same: a repeat was told of it since, so its
   * client may hold it.
   */
  mustStand(slot: Slot, cookie: Cookie): boolean {
    const { records } = this.table;
    return slot !== NO_SLOT && records.locked(slot) && records.toldAgain(slot) && records.cookie(slot) === cookie;
  }

  /**
   * What `found` looks like for a lock that was granted before and still stands. `again`: the client itself has asked
   * again; else its entry has, which told it nothing yet.
   */
  foundAgain(slot: Slot, flagTaken: boolean, again: boolean): Found {
    const { records } = this.table;
    if (again && !records.toldAgain(slot)) {
      records.setToldAgain(slot);
      this.changes.changed(slot);
    }
    return { ...this.found(slot, flagTaken, records.cookie(slot), records.lease(slot)), again };
  }

  /** The lock was granted to a client that had gone: as if it had released it. */
  giveBack(slot: Slot): void {
    this.unlock(slot);
  }

  private getExclusive(slot: Slot, command: GetExclusive, client: Client, at: Instant): Outcome {
    const flagTaken = this.takeFlag(slot);
    if (this.isLocked(slot)) return this.locked(slot, flagTaken, at);
    const { records } = this.table;
    const cookie = this.cookies.next(records.cookie(slot));
    this.table.lock(slot, cookie, at, command.lockLease, client.source, client.number);
    this.changes.changed(slot);
    this.counters.locksGranted++;
    return this.found(slot, flagTaken, cookie, command.lockLease);
  }

  private create(command: SetSession, key: Key, at: Instant): Outcome {
    if (command.onlyIfVersion !== null) return NO_SUCH_SESSION;
    const { memory } = this;
    const length = key.bytes.length + command.content.length;
    if (memory.usedBytes + memory.blockSize(length) + SESSION_OVERHEAD_BYTES > this.options.maxMemory) return FULL;
    if (!this.mayTake(memory.bytesToTake(length))) return FULL;
    if (!this.table.hasPlace()) return FULL;
    const slot = this.table.insert(key, command.content);
    this.table.records.setFlags(slot, command.flags);
    this.table.setTimeout(slot, command.timeoutMinutes, at);
    this.counters.sessionsCreated++;
    return this.stored(slot, true);
  }

  private set(slot: Slot, command: SetSession, at: Instant): Outcome {
    const { records } = this.table;
    // Two servers may both find no session and both put an empty one there: the second must not undo what came between.
    if ((command.flags & UNINITIALIZED) !== 0) return this.storedAs(records.version(slot), false);
    if (command.cookie === BAD_COOKIE) return INVALID;
    if (this.isStale(slot, command.cookie)) return this.stale(slot, at);
    if (this.lockedAgainst(slot, command.cookie)) return this.locked(slot, false, at);
    if (command.onlyIfAbsent || !this.isOfVersion(slot, command)) {
      return { type: 'conflict', version: { memory: this.versionMemory, sequence: records.version(slot) } };
    }
    const keyLength = records.keyLength(slot);
    if (!this.mayGrow(keyLength + records.contentLength(slot), keyLength + command.content.length)) return FULL;
    this.table.replaceContent(slot, command.content);
    // Under a new timeout the stock server replaces the whole item, and only then do the request's flags count.
    if (command.timeoutMinutes !== records.timeoutMinutes(slot)) {
      records.setFlags(slot, command.flags);
      this.table.setTimeout(slot, command.timeoutMinutes, at);
    }
    records.unlock(slot);
    return this.stored(slot, false);
  }

  private releaseExclusive(slot: Slot, command: ReleaseExclusive, at: Instant): Outcome {
    const flagTaken = this.takeFlag(slot);
    if (command.cookie < 0) return flagTaken ? INVALID_FLAG : INVALID;
    if (this.isLocked(slot)) {
      if (command.cookie !== this.table.records.cookie(slot)) return this.locked(slot, flagTaken, at);
      this.unlock(slot);
    }
    return flagTaken ? RELEASED_FLAG : RELEASED;
  }

  private renewExclusive(slot: Slot, command: RenewExclusive, at: Instant): Outcome {
    const { records } = this.table;
    if (!this.isLocked(slot) || command.cookie !== records.cookie(slot)) return this.stale(slot, at);
    this.table.renewLease(slot, command.lockLease, at);
    this.changes.changed(slot);
    return { type: 'renewed', lockLease: command.lockLease };
  }

  private remove(slot: Slot, command: Remove, at: Instant): Outcome {
    if (command.cookie === BAD_COOKIE) return INVALID;
    if (this.isStale(slot, command.cookie)) return this.stale(slot, at);
    if (this.lockedAgainst(slot, command.cookie)) return this.locked(slot, false, at);
    this.counters.sessionsRemoved++;
    this.forget(slot);
    return REMOVED;
  }

  private describe(slot: Slot, at: Instant): Described {
    const { records } = this.table;
    return {
      type: 'described',
      contentBytes: records.contentLength(slot),
      timeoutMinutes: records.timeoutMinutes(slot),
      timeLeft: records.deadline(slot) - at,
      uninitialized: (records.flags(slot) & UNINITIALIZED) !== 0,
      versionMemory: this.versionMemory,
      versionSequence: records.version(slot),
      lock: this.isLocked(slot)
        ? {
            age: at - records.since(slot),
            leaseLeft: records.leaseEnd(slot) - at,
            holder: records.holder(slot),
            request: records.holderRequest(slot),
          }
        : null,
      waiters: 0,
    };
  }

  private isLocked(slot: Slot): boolean {
    return this.table.records.locked(slot);
  }

  private lockedAgainst(slot: Slot, cookie: Cookie): boolean {
    return this.isLocked(slot) && cookie !== this.table.records.cookie(slot);
  }

  /** Whether the cookie is of a lock that is over while the session has been locked anew since, or was never this session's. */
  private isStale(slot: Slot, cookie: Cookie): boolean {
    if (this.options.staleWrites === 'accept' || cookie === NO_COOKIE || cookie === 0) return false;
    return cookie !== this.table.records.cookie(slot);
  }

  private isOfVersion(slot: Slot, command: SetSession): boolean {
    const wanted = command.onlyIfVersion;
    if (wanted === null) return true;
    return wanted.memory === this.versionMemory && wanted.sequence === this.table.records.version(slot);
  }

  private mayGrow(from: number, to: number): boolean {
    const growth = this.memory.blockSize(to) - this.memory.blockSize(from);
    if (growth <= 0) return true;
    if (this.memory.usedBytes + growth > this.options.maxMemory * GROWTH_HEADROOM) return false;
    return this.mayTake(this.memory.bytesToTake(to));
  }

  private mayTake(bytes: number): boolean {
    if (bytes === 0) return true;
    const ceiling = Math.max(this.options.maxMemory * TAKEN_HEADROOM, this.options.maxMemory + TAKEN_AT_LEAST);
    return this.memory.takenBytes + bytes <= ceiling;
  }

  private takeFlag(slot: Slot): boolean {
    const flags = this.table.records.flags(slot);
    if ((flags & UNINITIALIZED) === 0) return false;
    this.table.records.setFlags(slot, flags & ~UNINITIALIZED);
    this.changes.changed(slot);
    return true;
  }

  private unlock(slot: Slot): void {
    this.table.records.unlock(slot);
    this.changes.changed(slot);
  }

  private forget(slot: Slot): void {
    this.changes.removing(slot);
    this.table.remove(slot);
  }

  private found(slot: Slot, flagTaken: boolean, cookie: Cookie, lockLease: number): Found {
    const { records } = this.table;
    return {
      type: 'found',
      content: this.table.content(slot),
      timeoutMinutes: records.timeoutMinutes(slot),
      flagTaken,
      cookie,
      lockLease,
      again: false,
      versionMemory: this.versionMemory,
      versionSequence: records.version(slot),
    };
  }

  locked(slot: Slot, flagTaken: boolean, at: Instant): Locked {
    const { records } = this.table;
    return { type: 'locked', cookie: records.cookie(slot), age: at - records.since(slot), flagTaken };
  }

  private stale(slot: Slot, at: Instant): Stale {
    const { records } = this.table;
    const locked = records.locked(slot);
    return { type: 'stale', newest: records.cookie(slot), locked, age: locked ? at - records.since(slot) : 0 };
  }

  private stored(slot: Slot, created: boolean): Stored {
    const sequence = this.changes.changed(slot);
    this.table.records.setVersion(slot, sequence);
    return this.storedAs(sequence, created);
  }

  private storedAs(versionSequence: number, created: boolean): Stored {
    return { type: 'stored', created, versionMemory: this.versionMemory, versionSequence };
  }
}
