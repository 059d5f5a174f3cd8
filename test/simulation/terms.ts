import { type Duration, type Instant, NEVER } from '../../src/base/instant.ts';
import type { HistoryEntry } from './history.ts';

/** What the clients of a history were promised, and how exactly; everything the judges need to know beside the history. */
export interface Terms {
  readonly staleWrites: 'reject' | 'accept';
  /** How long the first outcome of a request with an id is surely given again. */
  readonly rememberFor: Duration;
  /** By what share a member's clock may run fast or slow against true time: bounds every length of time from both sides. */
  readonly clockDrift: number;
  /** How long after its deadline a session with this timeout (in milliseconds) may still be found. */
  readonly expiryLateness: (timeout: Duration) => Duration;
  /** How long after the end of its lease a lock may still stand. */
  readonly leaseLateness: Duration;
  /** How long after its invocation a request without a certain outcome may still take effect; NEVER: for ever. */
  readonly lingering: (entry: HistoryEntry) => Duration;
  /**
   * Whether the cluster itself may have tried this request more than once: a lock may then have been granted to a try
   * before the one that was answered, and be over by now.
   */
  readonly triedAnew: (entry: HistoryEntry) => boolean;
  /** How much later still, after a takeover, a session with this timeout may be found. */
  readonly takeoverLateness: (timeout: Duration) => Duration;
  /**
   * How long what is left of a lock's lease, or the age of the lock, may be on its way from one member to another, where
   * it goes on counting: at every change of the primary a lease may end, and a lock seem younger, by so much more.
   */
  readonly transferDelay: Duration;
}

/** What happened to the partition of a session that its clients could not see. */
export interface Upheavals {
  /**
   * When another member took the partition over unplanned, in order: standing lock leases begin anew, at `until` at the
   * latest. From `from` on nobody may have been there to end what was over.
   */
  readonly takeovers: readonly Span[];
  /** When the partition passed from one primary to another in any way, in order. */
  readonly moves: readonly Instant[];
  /** Within which times every copy was lost; sessions and remembered outcomes may be gone since. */
  readonly losses: readonly Span[];
  /** When a member stood still, or its clock did: what it measured, or was sent meanwhile, may be longer by that. */
  readonly standstills: readonly Span[];
}

export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

export const CALM: Upheavals = { takeovers: [], moves: [], losses: [], standstills: [] };

const MINUTE: Duration = 60_000;

/** How long a session with this timeout lives unrenewed. */
export function lifeOf(timeoutMinutes: number): Duration {
  return timeoutMinutes === 0 ? NEVER : timeoutMinutes * MINUTE;
}

/** The shortest true time that a member's clock can take for `length`. */
export function shortest(length: Duration, terms: Terms): Duration {
  return length * (1 - terms.clockDrift);
}

/** The longest one. */
export function longest(length: Duration, terms: Terms): Duration {
  return length * (1 + terms.clockDrift);
}

/** The last instant at which a lock may stand whose lease was begun or renewed at `from` or before. */
export function latestLeaseEnd(from: Instant, lease: Duration, terms: Terms, upheavals: Upheavals): Instant {
  const { takeovers, moves } = upheavals;
  const length = longest(lease, terms) + terms.leaseLateness;
  let end = from + length;
  for (const takeover of takeovers) {
    if (takeover.from <= end) end = Math.max(end, takeover.until + length);
  }
  for (const move of moves) {
    if (from <= move && move <= end) end += terms.transferDelay;
  }
  return end + stoodStill(from, end, upheavals);
}

/** The last instant at which a session with this timeout may be found that was renewed at `from` or before. */
export function latestLife(from: Instant, timeout: Duration, terms: Terms, upheavals: Upheavals): Instant {
  const end = from + longest(timeout, terms) + terms.expiryLateness(timeout);
  const wasTakenOver = upheavals.takeovers.some((takeover) => takeover.until >= from && takeover.from <= end);
  return end + stoodStill(from, end, upheavals) + (wasTakenOver ? terms.takeoverLateness(timeout) : 0);
}

/** By how much less than the time between the two may have been measured. */
export function stoodStill(from: Instant, until: Instant, { standstills }: Upheavals): Duration {
  let sum = 0;
  for (const still of standstills) {
    if (still.from <= until + sum && still.until >= from) sum += still.until - still.from;
  }
  return sum;
}
