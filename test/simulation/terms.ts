import { type Duration, type Instant, NEVER } from '../../src/base/instant.ts';

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
  readonly lingering: Duration;
}

/** What happened to the partition of a session that its clients could not see. */
export interface Upheavals {
  /** When another member took the partition over unplanned: standing lock leases begin anew. */
  readonly takeovers: readonly Instant[];
  /** Between which instants every copy was lost; sessions and remembered outcomes may be gone since. */
  readonly losses: readonly Loss[];
}

export interface Loss {
  readonly from: Instant;
  readonly until: Instant;
}

export const CALM: Upheavals = { takeovers: [], losses: [] };

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
export function latestLeaseEnd(from: Instant, lease: Duration, terms: Terms, { takeovers }: Upheavals): Instant {
  let end = from + longest(lease, terms) + terms.leaseLateness;
  for (const takeover of [...takeovers].sort((a, b) => a - b)) {
    if (takeover <= end) end = Math.max(end, takeover + longest(lease, terms) + terms.leaseLateness);
  }
  return end;
}
