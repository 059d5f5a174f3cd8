import { type Duration, type Instant, NEVER } from '../../src/base/instant.ts';
import {
  BAD_COOKIE,
  type Command,
  type Cookie,
  type Get,
  type GetExclusive,
  NO_COOKIE,
  type SetSession,
  UNINITIALIZED,
} from '../../src/session/command.ts';
import type { Outcome, Stale } from '../../src/session/outcome.ts';
import type { SourceIndex } from '../../src/session/source.ts';

export interface ModelRequest {
  readonly asker: number;
  readonly number: number;
  readonly source: SourceIndex;
  readonly key: string;
  readonly command: Command;
  readonly repeatId: string | null;
}

export interface ModelLock {
  readonly cookie: Cookie;
  readonly since: Instant;
  readonly holder: SourceIndex;
  readonly request: number;
  lease: Duration;
  leaseEnd: Instant;
  /** A repeat was told of it too, so that its client may hold it though the first answer was not delivered. */
  toldAgain: boolean;
}

export interface ModelSession {
  content: Uint8Array;
  timeoutMinutes: number;
  flags: number;
  version: number;
  /** Gone when this lies strictly in the past. */
  deadline: Instant;
  lock: ModelLock | null;
  /** The cookie of the newest lock, standing or over, and who took it; 0 and 0 if there never was one. */
  newest: Cookie;
  newestHolder: SourceIndex;
}

export interface ModelStaleWrite {
  readonly type: 'stale-write';
  readonly key: string;
  readonly command: 'set' | 'remove';
  readonly refused: SourceIndex;
  readonly refusedCookie: Cookie;
  readonly holder: SourceIndex;
  readonly holderCookie: Cookie;
}

/**
 * What one command does to one session at one instant: section 6 of the old protocol with our rules on top, written
 * from the documents and not from the core. Whoever asks has seen to it that what time does is done.
 *
 * Cookies and versions are the model's own numbers, each handed out once in its life.
 */
export class RulesModel {
  readonly sessions = new Map<string, ModelSession>();
  /** Whether the last command decided has changed its session: more than the expiry, which they all renew. */
  changed = false;
  /** The stale write that the last command decided was; null if it was none. */
  staleWrite: ModelStaleWrite | null = null;
  private readonly staleWrites: 'reject' | 'accept';
  private cookies = 0;
  private versions = 0;

  constructor(staleWrites: 'reject' | 'accept') {
    this.staleWrites = staleWrites;
  }

  /**
   * `full`: what memory says if this comes to store something; `waiters`: how many are in line.
   * The order of the checks is the rule.
   */
  decide(request: ModelRequest, waiters: number, at: Instant, full: boolean): Outcome {
    const { command, key } = request;
    this.changed = false;
    this.staleWrite = null;
    const session = this.sessions.get(key);
    if (session === undefined) {
      return command.type === 'set' ? this.create(key, command, at, full) : { type: 'missing' };
    }
    if (command.type === 'describe') return this.describe(session, waiters, at);
    session.deadline = deadlineFrom(at, session.timeoutMinutes);
    switch (command.type) {
      case 'get':
      case 'getExclusive':
        return this.read(request, command, session, at);
      case 'set':
        return this.overwrite(request, command, session, at, full);
      case 'releaseExclusive': {
        const flagTaken = this.takeFlag(session);
        if (command.cookie === NO_COOKIE || command.cookie === BAD_COOKIE) return { type: 'invalid', flagTaken };
        if (session.lock !== null && session.lock.cookie !== command.cookie) return locked(session.lock, at, flagTaken);
        if (session.lock !== null) this.changed = true;
        session.lock = null;
        return { type: 'released', flagTaken };
      }
      case 'renewExclusive':
        if (session.lock === null || session.lock.cookie !== command.cookie) return stale(session, at);
        session.lock.lease = command.lockLease;
        session.lock.leaseEnd = at + command.lockLease;
        this.changed = true;
        return { type: 'renewed', lockLease: command.lockLease };
      case 'remove': {
        const refusal = this.refusal(request, command.cookie, 'remove', session, at);
        if (refusal !== null) return refusal;
        this.sessions.delete(key);
        this.changed = true;
        return { type: 'removed' };
      }
      case 'resetTimeout':
        return { type: 'renewed', lockLease: 0 };
    }
  }

  private read(request: ModelRequest, command: Get | GetExclusive, session: ModelSession, at: Instant): Outcome {
    const flagTaken = this.takeFlag(session);
    if (session.lock !== null) return locked(session.lock, at, flagTaken);
    let lockLease = 0;
    if (command.type === 'getExclusive') {
      lockLease = command.lockLease;
      this.changed = true;
      session.newest = ++this.cookies;
      session.newestHolder = request.source;
      session.lock = {
        cookie: session.newest,
        since: at,
        holder: request.source,
        request: request.number,
        lease: lockLease,
        leaseEnd: at + lockLease,
        toldAgain: false,
      };
    }
    return {
      type: 'found',
      content: session.content,
      timeoutMinutes: session.timeoutMinutes,
      flagTaken,
      cookie: command.type === 'getExclusive' ? session.newest : 0,
      lockLease,
      again: false,
      versionMemory: 0,
      versionSequence: session.version,
    };
  }

  private create(key: string, command: SetSession, at: Instant, full: boolean): Outcome {
    if (command.onlyIfVersion !== null) return { type: 'conflict', version: null };
    if (full) return { type: 'full' };
    this.changed = true;
    this.sessions.set(key, {
      content: Uint8Array.from(command.content),
      timeoutMinutes: command.timeoutMinutes,
      flags: command.flags,
      version: ++this.versions,
      deadline: deadlineFrom(at, command.timeoutMinutes),
      lock: null,
      newest: 0,
      newestHolder: 0,
    });
    return { type: 'stored', created: true, versionMemory: 0, versionSequence: this.versions };
  }

  private overwrite(
    request: ModelRequest,
    command: SetSession,
    session: ModelSession,
    at: Instant,
    full: boolean,
  ): Outcome {
    const present = { memory: 0, sequence: session.version };
    if ((command.flags & UNINITIALIZED) !== 0) {
      return { type: 'stored', created: false, versionMemory: 0, versionSequence: session.version };
    }
    const refusal = this.refusal(request, command.cookie, 'set', session, at);
    if (refusal !== null) return refusal;
    if (command.onlyIfAbsent) return { type: 'conflict', version: present };
    if (command.onlyIfVersion !== null && command.onlyIfVersion.sequence !== session.version) {
      return { type: 'conflict', version: present };
    }
    if (full) return { type: 'full' };
    this.changed = true;
    session.content = Uint8Array.from(command.content);
    session.version = ++this.versions;
    session.lock = null;
    if (command.timeoutMinutes !== session.timeoutMinutes) {
      session.timeoutMinutes = command.timeoutMinutes;
      session.flags = command.flags;
      session.deadline = deadlineFrom(at, command.timeoutMinutes);
    }
    return { type: 'stored', created: false, versionMemory: 0, versionSequence: session.version };
  }

  private takeFlag(session: ModelSession): boolean {
    const set = (session.flags & UNINITIALIZED) !== 0;
    session.flags &= ~UNINITIALIZED;
    if (set) this.changed = true;
    return set;
  }

  // Why a Set or Remove under this cookie may not touch the session; null if it may.
  private refusal(
    request: ModelRequest,
    cookie: Cookie,
    command: 'set' | 'remove',
    session: ModelSession,
    at: Instant,
  ): Outcome | null {
    if (cookie === BAD_COOKIE) return { type: 'invalid', flagTaken: false };
    if (this.staleWrites === 'reject' && cookie > 0 && cookie !== session.newest) {
      this.staleWrite = {
        type: 'stale-write',
        key: request.key,
        command,
        refused: request.source,
        refusedCookie: cookie,
        holder: session.newestHolder,
        holderCookie: session.newest,
      };
      return stale(session, at);
    }
    if (session.lock !== null && session.lock.cookie !== cookie) return locked(session.lock, at, false);
    return null;
  }

  private describe(session: ModelSession, waiters: number, at: Instant): Outcome {
    const { lock } = session;
    return {
      type: 'described',
      contentBytes: session.content.length,
      timeoutMinutes: session.timeoutMinutes,
      timeLeft: session.deadline - at,
      uninitialized: (session.flags & UNINITIALIZED) !== 0,
      versionMemory: 0,
      versionSequence: session.version,
      lock:
        lock === null
          ? null
          : { age: at - lock.since, leaseLeft: lock.leaseEnd - at, holder: lock.holder, request: lock.request },
      waiters,
    };
  }
}

export function deadlineFrom(at: Instant, timeoutMinutes: number): Instant {
  return timeoutMinutes === 0 ? NEVER : at + timeoutMinutes * 60_000;
}

export function locked(lock: ModelLock, at: Instant, flagTaken: boolean): Outcome {
  return { type: 'locked', cookie: lock.cookie, age: at - lock.since, flagTaken };
}

function stale(session: ModelSession, at: Instant): Stale {
  const { lock, newest } = session;
  return { type: 'stale', newest, locked: lock !== null, age: lock === null ? 0 : at - lock.since };
}
