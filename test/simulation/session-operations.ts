import type { Duration, Instant } from '../../src/base/instant.ts';
import { type GetExclusive, UNINITIALIZED } from '../../src/member/door.ts';
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
import { type Counts, countsOf, NO_COUNTS } from './precedence.ts';
import type { Span, Terms } from './terms.ts';
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
  /** Whether it can take effect more than once, each time once what it did before is over. */
  readonly repeatable: boolean;
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
export function operationsOf(entries: readonly HistoryEntry[], terms: Terms, losses: readonly Span[]): Operations {
  const effective = entries.filter((entry) => !isVoid(entry));
  const numbers = new Numbers(effective);
  const tries = triesOf(effective);
  const touches = new Touches(entries, terms);
  const flagged = entries.some(({ command }) => command.type === 'set' && (command.flags & UNINITIALIZED) !== 0);
  const longestLease = longestLeaseOf(effective);
  const operations = effective.map((entry, index): Operation => {
    const outcome = isCertain(entry) ? entry.outcome : null;
    const several =
      (entry.requestId === null ? undefined : tries.get(nameOf(entry))) ??
      (mayTellAgain(entry, terms) ? { name: `tried anew ${index}`, number: index, operations: [] } : undefined);

    const isUntoldGrant = outcome === null && several === undefined && entry.command.type === 'getExclusive';
    const command = isUntoldGrant ? untoldGrant(entry.command, longestLease) : entry.command;
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
      // A lock of which nobody was told may be granted again, once it is over.
      repeatable: isUntoldGrant && terms.triedAnew(entry),
      counts: countsOf(outcome, several !== undefined, numbers),
      touchedBefore: touches.before(entry),
    };
  });
  const certain = operations.filter(({ outcome }) => outcome !== null);
  const changing = operations.filter(({ entry }) => canChange(entry.command, flagged));
  const uncertain = changing.flatMap((operation) => {
    const lives = livesOf(operation, losses);
    return operation.outcome === null ? lives : lives.slice(0, -1).map(untold);
  });
  for (const operation of certain) {
    if (!terms.triedAnew(operation.entry)) continue;
    const { command } = operation.entry;
    if (mayTellAgain(operation.entry, terms) || (command.type === 'get' && flagged)) uncertain.push(untold(operation));
    if (command.type === 'getExclusive')
      uncertain.push(earlierGrant(operation, untoldGrant(command, longestLease), numbers));
  }
  for (const operation of [...certain, ...uncertain]) operation.tries?.operations.push(operation);
  return { certain, uncertain: uncertain.sort((a, b) => a.from - b.from), numbers };
}

/**
 * Whether an earlier try of it, of which nobody heard, may have done what it tells of: took the uninitialized flag, or
 * the lock, whose lease another client has changed since.
 */
function mayTellAgain(entry: HistoryEntry, terms: Terms): boolean {
  const { command, outcome } = entry;
  if (outcome?.type !== 'found' && outcome?.type !== 'locked') return false;
  const isChanged =
    outcome.type === 'found' && command.type === 'getExclusive' && outcome.lockLease !== command.lockLease;
  return (outcome.flagTaken || isChanged) && terms.triedAnew(entry);
}

/** A lock that was granted to an earlier try of it, of which nobody heard, and is over by now. */
function earlierGrant(operation: Operation, command: GetExclusive, numbers: Numbers): Operation {
  const kind = ` ${kindOf(command, numbers)}`;
  return { ...untold(operation), tries: null, request: { ...operation.request, command }, kind, repeatable: true };
}

/** The same, done without anybody being told. */
function untold(operation: Operation): Operation {
  return { ...operation, outcome: null, counts: NO_COUNTS };
}

/**
 * The same once for each memory of its partition: what was done is undone when that is lost, and with it the memory that
 * it was done, so that whoever tries it still does it again.
 */
function livesOf(operation: Operation, losses: readonly Span[]): Operation[] {
  const { from, until } = operation;
  const between = losses.filter((loss) => loss.until >= from && loss.from <= until);
  if (between.length === 0) return [operation];
  const starts = [from, ...between.map((loss) => Math.max(from, loss.from))];
  const ends = [...between.map((loss) => Math.min(until, loss.until)), until];
  return starts.map((start, life) => ({ ...operation, from: start, until: ends[life] as Instant }));
}

function untoldGrant(command: GetExclusive, lockLease: Duration): GetExclusive {
  return { ...command, lockLease };
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
