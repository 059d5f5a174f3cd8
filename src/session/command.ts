import type { Duration } from '../base/instant.ts';
import type { Version } from './version.ts';

/**
 * What a client asks of one session. The names are those of ASP.NET's session-state store provider.
 * The rules for each, step by step, are in `session-rules.ts`.
 */
export type Command =
  | Get
  | GetExclusive
  | SetSession
  | ReleaseExclusive
  | RenewExclusive
  | Remove
  | ResetTimeout
  | Describe;

export type CommandType = Command['type'];

export const COMMAND_TYPES: readonly CommandType[] = [
  'get',
  'getExclusive',
  'set',
  'releaseExclusive',
  'renewExclusive',
  'remove',
  'resetTimeout',
  'describe',
];

/** A lock's number, 1 to 2147483647; or one of the two below. 0 is a number that never matches a lock. */
export type Cookie = number;
/** The client named no cookie. */
export const NO_COOKIE: Cookie = -1;
/** The client named something that is no cookie (text, a negative number, one beyond 32 bits). */
export const BAD_COOKIE: Cookie = -2;

/** Bit 0 of a session's flags: it was put there empty, to be initialized by whoever reads it first. */
export const UNINITIALIZED = 1;

/** One year. Sessions live no longer unrenewed; 0 stands for no expiry. */
export const MAX_TIMEOUT_MINUTES = 525_600;
export const DEFAULT_TIMEOUT_MINUTES = 20;

/** Read; renews; takes the uninitialized flag. */
export interface Get {
  readonly type: 'get';
  /** How long to stay in line while the session is locked; 0 answers `locked` at once. */
  readonly wait: Duration;
}

/** Read and lock. */
export interface GetExclusive {
  readonly type: 'getExclusive';
  readonly wait: Duration;
  /** How long the lock holds unrenewed; positive and finite. */
  readonly lockLease: Duration;
}

/** Store, and unlock if `cookie` is the lock's. */
export interface SetSession {
  readonly type: 'set';
  readonly cookie: Cookie;
  /** At least one octet. Belongs to the core from submit on: it is copied once, in the step that stores it. */
  readonly content: Uint8Array;
  /** 0 to MAX_TIMEOUT_MINUTES, checked at the door. */
  readonly timeoutMinutes: number;
  /** A signed 32-bit bit set; bit 0 is UNINITIALIZED: never overwrite. */
  readonly flags: number;
  readonly onlyIfAbsent: boolean;
  readonly onlyIfVersion: Version | null;
}

/** Unlock. */
export interface ReleaseExclusive {
  readonly type: 'releaseExclusive';
  readonly cookie: Cookie;
}

/** Prolong the lock's lease: it ends `lockLease` from now. */
export interface RenewExclusive {
  readonly type: 'renewExclusive';
  readonly cookie: Cookie;
  readonly lockLease: Duration;
}

/** Delete, as the lock's owner or while unlocked. */
export interface Remove {
  readonly type: 'remove';
  readonly cookie: Cookie;
}

/** Renew the expiry and nothing else. */
export interface ResetTimeout {
  readonly type: 'resetTimeout';
}

/** Look without touching: renews nothing, takes no flag. */
export interface Describe {
  readonly type: 'describe';
}
