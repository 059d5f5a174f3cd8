import type { Cookie } from '../../src/member/door.ts';
import { MAX_COOKIE } from '../../src/session/cookie-counter.ts';
import type { HistoryOutcome } from './history.ts';
import type { Numbers } from './numbers.ts';
import type { Operation } from './session-operations.ts';
import type { Span } from './terms.ts';

/**
 * What an outcome tells of the session's present numbers, which only grow: the partition counts its locks and, in one
 * memory, its changes.
 */
export interface Counts {
  /** Of the session's newest lock; 0 if it tells nothing. */
  readonly cookie: Cookie;
  /** In which memory the session's version was made, and its number there; '' and 0 if it tells nothing. */
  readonly memory: string;
  readonly sequence: number;
  /** The version, by the number that stands for its text; 0 if it tells nothing. */
  readonly version: number;
}

export const NO_COUNTS: Counts = { cookie: 0, memory: '', sequence: 0, version: 0 };

export function countsOf(outcome: HistoryOutcome | null, isOneOfSeveral: boolean, numbers: Numbers): Counts {
  const text = versionIn(outcome, isOneOfSeveral);
  const [, memory = '', sequence = 0] = /^([0-9a-f]+)\.(\d+)$/.exec(text ?? '') ?? [];
  const version = text === null ? 0 : numbers.of(text);
  return { cookie: cookieIn(outcome), memory, sequence: Number(sequence), version };
}

/** Whether `one` took effect before `other`, whatever the order of the rest; false also where nobody can tell. */
export function precedes(one: Operation, other: Operation, losses: readonly Span[]): boolean {
  const [a, b] = [one.counts, other.counts];
  const isOlder =
    (a.memory !== '' && a.memory === b.memory && a.sequence < b.sequence) ||
    (a.cookie !== 0 && b.cookie !== 0 && isBefore(a.cookie, b.cookie));
  if (!isOlder || losses.length === 0) return isOlder;
  // With its memory a partition loses count.
  const [from, until] = [Math.min(one.from, other.from), Math.max(one.until, other.until)];
  return !losses.some((loss) => loss.from <= until && loss.until >= from);
}

/** Which operations tell of a number: until the last of them took effect, it stays. */
export class LastTold {
  private readonly last = new Map<number, Operation>();
  private readonly told: (counts: Counts) => number;
  private readonly invokedAt: ReadonlyMap<Operation, number>;

  /** `invokedAt`: by which index each was invoked, in order. */
  constructor(invokedAt: ReadonlyMap<Operation, number>, told: (counts: Counts) => number) {
    this.told = told;
    this.invokedAt = invokedAt;
    for (const operation of invokedAt.keys()) {
      const number = told(operation.counts);
      if (number !== 0) this.last.set(number, operation);
    }
  }

  /** Some operation other than `next` that tells of it and is in `open`, or invoked after `at`; undefined if there is none. */
  stillTelling(number: number, next: Operation, open: readonly Operation[], at: number): Operation | undefined {
    if (number <= 0) return undefined;
    const last = this.last.get(number);
    if (last !== undefined && (this.invokedAt.get(last) ?? 0) > at) return last;
    return open.find((other) => other !== next && this.told(other.counts) === number);
  }
}

/** Cookies go round after the largest one. */
export function isBefore(one: Cookie, other: Cookie): boolean {
  return (other - one + MAX_COOKIE) % MAX_COOKIE < MAX_COOKIE / 2 && one !== other;
}

function cookieIn(outcome: HistoryOutcome | null): Cookie {
  switch (outcome?.type) {
    case 'found':
    case 'locked':
      return outcome.cookie;
    case 'stale':
      return outcome.newest;
    default:
      return 0;
  }
}

function versionIn(outcome: HistoryOutcome | null, isOneOfSeveral: boolean): string | null {
  switch (outcome?.type) {
    case 'found':
    case 'described':
    case 'conflict':
      return outcome.version;
    case 'stored':
      // A repeat is told what was true at the first try.
      return isOneOfSeveral ? null : outcome.version;
    default:
      return null;
  }
}
