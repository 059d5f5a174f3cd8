import type { Duration, Instant } from '../../src/base/instant.ts';
import { UNINITIALIZED } from '../../src/member/door.ts';
import type { ModelRequest } from '../session/rules-model.ts';
import {
  type HistoryCommand,
  type HistoryEntry,
  type HistoryOutcome,
  isCertain,
  isVoid,
  lastEffect,
  nameOf,
} from './history.ts';
import { Numbers, octetsOf } from './numbers.ts';
import { type Counts, countsOf } from './precedence.ts';
import type { Terms } from './terms.ts';
import { Touches } from './touches.ts';

/** One entry of a session's history, made ready to be placed in an order. */
export interface Operation {
  readonly entry: HistoryEntry;
  /** For the model of the rules, with contents and versions as numbers. */
  readonly request: ModelRequest;
  /** Null if its client does not know what it did. */
  readonly outcome: HistoryOutcome | null;
  readonly from: Instant;
  /** The last instant at which it can have taken effect. */
  readonly until: Instant;
  /** Not null if it is one of several tries. */
  readonly tries: Tries | null;
  /** Two of one kind do the same, whenever it is, and nobody can tell which of them it was. */
  readonly kind: string;
  readonly counts: Counts;
  /** The last instant at which any other request can have renewed the session, if it began before this one ended. */
  readonly touchedBefore: Instant;
}

/** Several tries of one request under one id. */
export interface Tries {
  readonly name: string;
  /** The number of the first request of them. */
  readonly number: number;
  readonly operations: Operation[];
}

export interface Operations {
  readonly certain: readonly Operation[];
  /** Those that may have happened; only such as could make a difference, by when they were invoked. */
  readonly uncertain: readonly Operation[];
  readonly numbers: Numbers;
}

/** `entries` of one session, in any order. Those that surely did nothing are left out. */
export function operationsOf(entries: readonly HistoryEntry[], terms: Terms): Operations {
  const effective = entries.filter((entry) => !isVoid(entry));
  const numbers = new Numbers(effective);
  const tries = triesOf(effective);
  const touches = new Touches(entries, terms);
  const flagged = entries.some(({ command }) => command.type === 'set' && (command.flags & UNINITIALIZED) !== 0);
  const longestLease = longestLeaseOf(effective);
  const operations = effective.map((entry, index): Operation => {
    const several = entry.requestId === null ? undefined : tries.get(nameOf(entry));
    const outcome = isCertain(entry) ? entry.outcome : null;
    const command =
      outcome === null && several === undefined && entry.command.type === 'getExclusive'
        ? { ...entry.command, lockLease: longestLease }
        : entry.command;
    return {
      entry,
      request: {
        asker: 0,
        number: index,
        source: 0,
        key: entry.key,
        command: commandFor(command, numbers),
        repeatId: null,
      },
      outcome,
      from: entry.invoked,
      until: lastEffect(entry, terms),
      tries: several ?? null,
      kind: `${several?.name ?? ''} ${kindOf(command, numbers)}`,
      counts: countsOf(outcome, several !== undefined, numbers),
      touchedBefore: touches.before(entry),
    };
  });
  for (const operation of operations) operation.tries?.operations.push(operation);
  return {
    certain: operations.filter(({ outcome }) => outcome !== null),
    uncertain: operations
      .filter(({ outcome, entry }) => outcome === null && canChange(entry.command, flagged))
      .sort((a, b) => a.from - b.from),
    numbers,
  };
}

/**
 * The lease that is ascribed to locks whose clients were never told of them. They may be released at any moment; only one
 * that stands for too long would tell its lease, and in exchange for that the search need not try each of them.
 */
function longestLeaseOf(entries: readonly HistoryEntry[]): Duration {
  let longest = 0;
  for (const { command } of entries) {
    if (command.type === 'getExclusive') longest = Math.max(longest, command.lockLease);
  }
  return longest;
}

/** Renewing the expiry is no change: it is accounted for by `touchedBefore`. */
function canChange(command: HistoryCommand, flagged: boolean): boolean {
  return command.type === 'get' ? flagged : command.type !== 'resetTimeout' && command.type !== 'describe';
}

/**
 * By name; those with a single one are not in it. Nor are those that ask for a lock of which nobody was told: that each
 * of them may be granted one is granted.
 */
function triesOf(entries: readonly HistoryEntry[]): Map<string, Tries> {
  const told = new Set(entries.filter(isCertain).map(nameOf));
  const seen = new Map<string, number>();
  const tries = new Map<string, Tries>();
  entries.forEach((entry, number) => {
    if (entry.requestId === null) return;
    const name = nameOf(entry);
    if (entry.command.type === 'getExclusive' && !told.has(name)) return;
    const first = seen.get(name);
    if (first === undefined) seen.set(name, number);
    else if (!tries.has(name)) tries.set(name, { name, number: first, operations: [] });
  });
  return tries;
}

function kindOf(command: HistoryCommand, numbers: Numbers): string {
  switch (command.type) {
    case 'get':
      return 'get';
    case 'getExclusive':
      return `getExclusive ${command.lockLease}`;
    case 'set':
      return JSON.stringify({ ...command, content: numbers.ofContent(command.content) });
    default:
      return JSON.stringify(command);
  }
}

function commandFor(command: HistoryCommand, numbers: Numbers): ModelRequest['command'] {
  if (command.type !== 'set') return command;
  const { content, onlyIfVersion } = command;
  return {
    ...command,
    content: octetsOf(numbers.ofContent(content)),
    onlyIfVersion: onlyIfVersion === null ? null : { memory: 0, sequence: numbers.of(onlyIfVersion) },
  };
}
