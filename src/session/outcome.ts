import type { Duration } from '../base/instant.ts';
import type { Cookie } from './command.ts';
import type { SourceIndex } from './source.ts';

/**
 * What a client is told. Closed: each door renders every member of this union in one table.
 * Where a command finds the session, `flagTaken` says that it took the uninitialized flag, whatever the outcome.
 */
export type Outcome =
  | Found
  | Locked
  | Missing
  | Stored
  | Stale
  | Conflict
  | Full
  | Released
  | Renewed
  | Removed
  | Described
  | Invalid
  | Moved
  | Unavailable
  | Unknown;

export type OutcomeType = Outcome['type'];

export const OUTCOME_TYPES: readonly OutcomeType[] = [
  'found',
  'locked',
  'missing',
  'stored',
  'stale',
  'conflict',
  'full',
  'released',
  'renewed',
  'removed',
  'described',
  'invalid',
  'moved',
  'unavailable',
  'unknown',
];

/** The session's content; after GetExclusive with the lock's cookie. */
export interface Found {
  readonly type: 'found';
  /** A view that holds only during the call that delivers the outcome: who keeps it, copies it. */
  readonly content: Uint8Array;
  readonly timeoutMinutes: number;
  readonly flagTaken: boolean;
  /** The granted lock's number; 0 after Get. */
  readonly cookie: Cookie;
  /** How long the granted lock holds unrenewed; 0 after Get. */
  readonly lockLease: Duration;
  /**
   * The lock was granted before, to the first try of this request, which may have heard of it: it must not be given
   * back because this repeat's client is gone.
   */
  readonly again: boolean;
  readonly versionMemory: number;
  readonly versionSequence: number;
}

/** The same with other content, such as a copy of the view. Spelled out: it is done for every read that is replicated. */
export function withContent(found: Found, content: Uint8Array): Found {
  return {
    type: 'found',
    content,
    timeoutMinutes: found.timeoutMinutes,
    flagTaken: found.flagTaken,
    cookie: found.cookie,
    lockLease: found.lockLease,
    again: found.again,
    versionMemory: found.versionMemory,
    versionSequence: found.versionSequence,
  };
}

/** Somebody else holds the lock. */
export interface Locked {
  readonly type: 'locked';
  readonly cookie: Cookie;
  /** Since the lock was taken; never negative. */
  readonly age: Duration;
  readonly flagTaken: boolean;
}

export interface Missing {
  readonly type: 'missing';
}

export interface Stored {
  readonly type: 'stored';
  /** Whether the session was not there before. */
  readonly created: boolean;
  readonly versionMemory: number;
  readonly versionSequence: number;
}

/** The cookie is of a lock that is over, and somebody took the session since. Nothing was changed. */
export interface Stale {
  readonly type: 'stale';
  /** The session's newest cookie; 0 if it was never locked. */
  readonly newest: Cookie;
  /** Whether that newest lock stands now. */
  readonly locked: boolean;
  /** Age of the standing lock; 0 if none. */
  readonly age: Duration;
}

/** The session was there already (only if absent), or is not of the version asked for. Nothing was changed. */
export interface Conflict {
  readonly type: 'conflict';
  /** The present version; null if there is no such session. */
  readonly version: { readonly memory: number; readonly sequence: number } | null;
}

/** Memory is at its ceiling: no new session, no large growth of an old one. Nothing was changed. */
export interface Full {
  readonly type: 'full';
}

export interface Released {
  readonly type: 'released';
  readonly flagTaken: boolean;
}

/** Expiry (ResetTimeout) or the lock's lease (RenewExclusive) runs anew. */
export interface Renewed {
  readonly type: 'renewed';
  /** The lease now running; 0 after ResetTimeout. */
  readonly lockLease: Duration;
}

export interface Removed {
  readonly type: 'removed';
}

export interface Described {
  readonly type: 'described';
  readonly contentBytes: number;
  readonly timeoutMinutes: number;
  /** Until expiry; NEVER if the session does not expire. */
  readonly timeLeft: Duration;
  readonly uninitialized: boolean;
  readonly versionMemory: number;
  readonly versionSequence: number;
  readonly lock: DescribedLock | null;
  readonly waiters: number;
}

export interface DescribedLock {
  readonly age: Duration;
  readonly leaseLeft: Duration;
  readonly holder: SourceIndex;
  /** The request the lock was granted to, for logs. */
  readonly request: number;
}

/** The command named a cookie that is none; found out only after the session was found (and renewed), as the old protocol has it. */
export interface Invalid {
  readonly type: 'invalid';
  readonly flagTaken: boolean;
}

/** This member no longer decides for the session's partition; ask again under the newer table. */
export interface Moved {
  readonly type: 'moved';
}

/** Surely nothing happened. */
export interface Unavailable {
  readonly type: 'unavailable';
  readonly reason: UnavailableReason;
}

export type UnavailableReason =
  | 'stopping'
  | 'replaced-by-second-try'
  | 'too-many-remembered'
  /** Nobody was allowed to decide it in the time there was. */
  | 'no-primary'
  | 'too-many-held'
  /** Its client had gone, or its entry was done with it. */
  | 'given-up';

/** It may have happened. */
export interface Unknown {
  readonly type: 'unknown';
}
