import { type Duration, type Instant, NEVER } from '../../src/base/instant.ts';
import {
  type Command,
  type Conflict,
  type Described,
  type Found,
  type Outcome,
  type SetSession,
  type Stale,
  type Stored,
  UNINITIALIZED,
  type Version,
} from '../../src/member/door.ts';
import type { Terms } from './terms.ts';

/**
 * One request as its client saw it. A client that asks again under the same request id makes a new entry: every try has
 * an invocation, a return and an outcome of its own, and what a repeat is told is itself a promise to be judged.
 * Entries with one request id, key and command are tries of one operation, of which the session rules let one act.
 */
export interface HistoryEntry {
  readonly client: number;
  readonly key: string;
  readonly command: HistoryCommand;
  /** Instants are of the simulation's own true time, which no member knows. */
  readonly invoked: Instant;
  /** Null while, or if, the client never heard. */
  readonly returned: Instant | null;
  /** Null if the client never heard: it may have happened, as with `unknown`. `moved` and `unavailable`: nothing has. */
  readonly outcome: HistoryOutcome | null;
  /** The client's own name for the request, null if it gave none. */
  readonly requestId: string | null;
}

/** The core's vocabulary, but for contents (a short tag each) and versions (text). */
export type HistoryCommand = Exclude<Command, SetSession> | HistorySet;

export interface HistorySet extends Omit<SetSession, 'content' | 'onlyIfVersion'> {
  readonly content: string;
  readonly onlyIfVersion: string | null;
}

export type HistoryOutcome =
  | Exclude<Outcome, Found | Stored | Stale | Conflict | Described>
  | HistoryFound
  | HistoryStored
  | HistoryStale
  | HistoryConflict
  | HistoryDescribed;

/** Here and below: what is null was not told, as the gateway does not tell everything. */
export interface HistoryFound extends Omit<Found, 'again' | 'content' | 'versionMemory' | 'versionSequence'> {
  readonly content: string;
  readonly version: string | null;
}

export interface HistoryStored {
  readonly type: 'stored';
  readonly created: boolean | null;
  readonly version: string | null;
}

export interface HistoryStale extends Omit<Stale, 'locked'> {
  readonly locked: boolean | null;
}

export interface HistoryConflict {
  readonly type: 'conflict';
  readonly version: string | null;
}

export interface HistoryDescribed {
  readonly type: 'described';
  readonly contentBytes: number;
  readonly timeoutMinutes: number;
  /** Null if the session does not expire. */
  readonly timeLeft: Duration | null;
  readonly uninitialized: boolean;
  readonly version: string;
  readonly lock: { readonly age: Duration; readonly leaseLeft: Duration } | null;
  readonly waiters: number;
}

type OpenEntry = { -readonly [Field in keyof HistoryEntry]: HistoryEntry[Field] };

/** Writes down what clients see, in the order in which they invoke. */
export class History {
  private readonly list: OpenEntry[] = [];

  get entries(): readonly HistoryEntry[] {
    return this.list;
  }

  /** Returns the number under which the outcome, if there ever is one, is written down. */
  invoked(client: number, key: string, command: Command, requestId: string | null, at: Instant): number {
    const entry = { client, key, command: recordCommand(command), invoked: at, returned: null, outcome: null };
    return this.list.push({ ...entry, requestId }) - 1;
  }

  returned(number: number, outcome: Outcome, at: Instant): void {
    const entry = this.list[number];
    if (entry === undefined || entry.returned !== null) throw new Error(`entry ${number} is not open`);
    if (at < entry.invoked) throw new Error(`entry ${number} would return before it was invoked`);
    entry.outcome = recordOutcome(outcome);
    entry.returned = at;
  }
}

/** Whether the client knows what its request did, or that it did nothing. */
export function isCertain({ outcome }: HistoryEntry): boolean {
  return outcome !== null && outcome.type !== 'unknown';
}

/** Whether the request surely met no session: nothing happened anywhere. */
export function isVoid({ outcome }: HistoryEntry): boolean {
  return outcome !== null && (outcome.type === 'moved' || outcome.type === 'unavailable');
}

/** Whether a stored Set has written, and not left alone what was there. */
export function isWrite(command: HistoryCommand, created: boolean | null): boolean {
  return command.type === 'set' && (created === true || (command.flags & UNINITIALIZED) === 0);
}

/** The last instant at which the request of `entry` can have done anything. */
export function lastEffect(entry: HistoryEntry, terms: Terms): Instant {
  return isCertain(entry) && entry.returned !== null ? entry.returned : entry.invoked + terms.lingering(entry);
}

/** A request id counts for one command on one session: used for another it names another request. */
export function nameOf({ command, requestId }: HistoryEntry): string {
  return `${command.type} ${requestId}`;
}

export function areTries(one: HistoryEntry, other: HistoryEntry): boolean {
  return one.requestId !== null && one.key === other.key && nameOf(one) === nameOf(other);
}

export function entriesByKey(entries: readonly HistoryEntry[]): Map<string, HistoryEntry[]> {
  const byKey = new Map<string, HistoryEntry[]>();
  for (const entry of entries) {
    const known = byKey.get(entry.key);
    if (known === undefined) byKey.set(entry.key, [entry]);
    else known.push(entry);
  }
  return byKey;
}

function recordCommand(command: Command): HistoryCommand {
  if (command.type !== 'set') return command;
  const { onlyIfVersion } = command;
  return {
    ...command,
    content: tagOf(command.content),
    onlyIfVersion: onlyIfVersion === null ? null : versionText(onlyIfVersion.memory, onlyIfVersion.sequence),
  };
}

function recordOutcome(outcome: Outcome): HistoryOutcome {
  switch (outcome.type) {
    case 'found': {
      const { again: _again, versionMemory, versionSequence, content, ...rest } = outcome;
      return { ...rest, content: tagOf(content), version: versionText(versionMemory, versionSequence) };
    }
    case 'stored': {
      const { type, created, versionMemory, versionSequence } = outcome;
      return { type, created, version: versionText(versionMemory, versionSequence) };
    }
    case 'conflict':
      return { type: 'conflict', version: outcome.version === null ? null : textOf(outcome.version) };
    case 'described': {
      const { versionMemory, versionSequence, timeLeft, lock, ...rest } = outcome;
      return {
        ...rest,
        timeLeft: timeLeft === NEVER ? null : timeLeft,
        version: versionText(versionMemory, versionSequence),
        lock: lock === null ? null : { age: lock.age, leaseLeft: lock.leaseLeft },
      };
    }
    default:
      return outcome;
  }
}

const LONGEST_TAG = 24;
/** Never begins as a checksum does. */
const PLAIN = /^[\x21\x22\x24-\x7e][\x21-\x7e]*$/;

/** Short plain text stands for itself; other content is known by its length and a checksum (32-bit FNV-1a). */
export function tagOf(content: Uint8Array): string {
  const text = content.length <= LONGEST_TAG ? new TextDecoder().decode(content) : '';
  if (PLAIN.test(text)) return text;
  let sum = 0x811c9dc5;
  for (const octet of content) sum = Math.imul(sum ^ octet, 0x01000193) >>> 0;
  return `#${content.length}:${sum.toString(16)}`;
}

function textOf(version: Version): string {
  return versionText(version.memory, version.sequence);
}

function versionText(memory: number, sequence: number): string {
  return `${memory.toString(16)}.${sequence}`;
}
