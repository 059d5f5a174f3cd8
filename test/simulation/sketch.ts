import type { Instant } from '../../src/base/instant.ts';
import { NO_COOKIE } from '../../src/member/door.ts';
import type { HistoryCommand, HistoryEntry, HistoryFound, HistoryOutcome, HistorySet } from './history.ts';
import type { Terms } from './terms.ts';

/** Histories by hand: commands, outcomes and entries in few words. All of one session unless told otherwise. */
export const KEY = 'app/1';
export const MINUTE = 60_000;

/** Exact clocks, no lateness, and nothing happens later than ten seconds after it was asked for. */
export const EXACT: Terms = {
  staleWrites: 'reject',
  rememberFor: 15_000,
  clockDrift: 0,
  expiryLateness: () => 0,
  leaseLateness: 0,
  lingering: () => 10_000,
  triedAnew: () => false,
  takeoverLateness: () => 0,
  transferDelay: 0,
};

export function put(content: string, rest: Partial<Omit<HistorySet, 'type' | 'content'>> = {}): HistoryCommand {
  return {
    type: 'set',
    content,
    cookie: NO_COOKIE,
    timeoutMinutes: 20,
    flags: 0,
    onlyIfAbsent: false,
    onlyIfVersion: null,
    ...rest,
  };
}

export const get: HistoryCommand = { type: 'get', wait: 0 };
export const acquire = (lockLease = 110_000, wait = 0): HistoryCommand => ({ type: 'getExclusive', wait, lockLease });
export const release = (cookie: number): HistoryCommand => ({ type: 'releaseExclusive', cookie });
export const prolong = (cookie: number, lockLease: number): HistoryCommand => ({
  type: 'renewExclusive',
  cookie,
  lockLease,
});
export const remove = (cookie: number = NO_COOKIE): HistoryCommand => ({ type: 'remove', cookie });
export const look: HistoryCommand = { type: 'describe' };
export const touch: HistoryCommand = { type: 'resetTimeout' };

export function found(content: string, version: string, rest: Partial<HistoryFound> = {}): HistoryFound {
  return { type: 'found', content, version, timeoutMinutes: 20, flagTaken: false, cookie: 0, lockLease: 0, ...rest };
}

export function granted(
  content: string,
  version: string,
  cookie: number,
  rest: Partial<HistoryFound> = {},
): HistoryFound {
  return found(content, version, { cookie, lockLease: 110_000, ...rest });
}

export const created = (version: string): HistoryOutcome => ({ type: 'stored', created: true, version });
export const stored = (version: string): HistoryOutcome => ({ type: 'stored', created: false, version });
export const locked = (cookie: number, age = 0): HistoryOutcome => ({ type: 'locked', cookie, age, flagTaken: false });
export const stale = (newest: number, isLocked = false): HistoryOutcome => ({
  type: 'stale',
  newest,
  locked: isLocked,
  age: 0,
});
export const conflict = (version: string | null): HistoryOutcome => ({ type: 'conflict', version });
export const missing: HistoryOutcome = { type: 'missing' };
export const removed: HistoryOutcome = { type: 'removed' };
export const released: HistoryOutcome = { type: 'released', flagTaken: false };
export const renewed = (lockLease = 0): HistoryOutcome => ({ type: 'renewed', lockLease });
export const unknown: HistoryOutcome = { type: 'unknown' };
export const moved: HistoryOutcome = { type: 'moved' };

interface Rest {
  readonly key?: string;
  readonly requestId?: string;
}

/** `client` asks at `invoked` and is told `outcome` at `returned`. */
export function op(
  client: number,
  [invoked, returned]: readonly [Instant, Instant],
  command: HistoryCommand,
  outcome: HistoryOutcome,
  { key = KEY, requestId }: Rest = {},
): HistoryEntry {
  return { client, key, command, invoked, returned, outcome, requestId: requestId ?? null };
}

/** `client` asks and never hears. */
export function lost(
  client: number,
  invoked: Instant,
  command: HistoryCommand,
  { key = KEY, requestId }: Rest = {},
): HistoryEntry {
  return { client, key, command, invoked, returned: null, outcome: null, requestId: requestId ?? null };
}
