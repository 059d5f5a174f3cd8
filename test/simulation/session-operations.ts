import type { Instant } from '../../src/base/instant.ts';
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
  /** The last instant at which any other request can have renewed the session, if it began before this one ended. */
  readonly touchedBefore: Instant;
}

/** Several tries of one request under one id. */
export interface Tries {
  readonly name: string;
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
  const operations = effective.map((entry, index): Operation => {
    const isAlone = entry.requestId === null || !tries.has(nameOf(entry));
    return {
      entry,
      request: {
        asker: 0,
        number: index,
        source: 0,
        key: entry.key,
        command: commandFor(entry.command, numbers),
        repeatId: null,
      },
      outcome: isCertain(entry) ? entry.outcome : null,
      from: entry.invoked,
      until: lastEffect(entry, terms),
      tries: isAlone ? null : (tries.get(nameOf(entry)) ?? null),
      kind: isAlone ? kindOf(entry.command, numbers) : `${index}`,
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

/** Renewing the expiry is no change: it is accounted for by `touchedBefore`. */
function canChange(command: HistoryCommand, flagged: boolean): boolean {
  return command.type === 'get' ? flagged : command.type !== 'resetTimeout' && command.type !== 'describe';
}

/** By name; those with a single one are not in it. */
function triesOf(entries: readonly HistoryEntry[]): Map<string, Tries> {
  const seen = new Set<string>();
  const tries = new Map<string, Tries>();
  for (const entry of entries) {
    const name = nameOf(entry);
    if (entry.requestId !== null && seen.has(name)) tries.set(name, { name, operations: [] });
    seen.add(name);
  }
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
