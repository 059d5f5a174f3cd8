import { COMMAND_TYPES, OUTCOME_TYPES } from '../../src/member/door.ts';
import type { HistoryCommand, HistoryEntry, HistoryOutcome } from './history.ts';

/** `docs/simulation.md` describes these lines for readers outside this repository: it changes with them. */
type Kind = 'number' | 'string' | 'boolean' | 'string or null' | 'number or null' | 'boolean or null' | 'lock or null';
type Fields<T extends { readonly type: string }> = {
  readonly [Type in T['type']]: Readonly<Record<Exclude<keyof Extract<T, { type: Type }>, 'type'>, Kind>>;
};

const COMMANDS: Fields<HistoryCommand> = {
  get: { wait: 'number' },
  getExclusive: { wait: 'number', lockLease: 'number' },
  set: {
    cookie: 'number',
    content: 'string',
    timeoutMinutes: 'number',
    flags: 'number',
    onlyIfAbsent: 'boolean',
    onlyIfVersion: 'string or null',
  },
  releaseExclusive: { cookie: 'number' },
  renewExclusive: { cookie: 'number', lockLease: 'number' },
  remove: { cookie: 'number' },
  resetTimeout: {},
  describe: {},
};

const OUTCOMES: Fields<HistoryOutcome> = {
  found: {
    content: 'string',
    timeoutMinutes: 'number',
    flagTaken: 'boolean',
    cookie: 'number',
    lockLease: 'number',
    version: 'string or null',
  },
  locked: { cookie: 'number', age: 'number', flagTaken: 'boolean' },
  missing: {},
  stored: { created: 'boolean or null', version: 'string or null' },
  stale: { newest: 'number', locked: 'boolean or null', age: 'number' },
  conflict: { version: 'string or null' },
  full: {},
  released: { flagTaken: 'boolean' },
  renewed: { lockLease: 'number' },
  removed: {},
  described: {
    contentBytes: 'number',
    timeoutMinutes: 'number',
    timeLeft: 'number or null',
    uninitialized: 'boolean',
    version: 'string',
    lock: 'lock or null',
    waiters: 'number',
  },
  invalid: { flagTaken: 'boolean' },
  moved: {},
  unavailable: { reason: 'string' },
  unknown: {},
};

/** One line of JSON per entry. */
export function writeLines(entries: readonly HistoryEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}

/** Reads what `writeLines` wrote; a line that is none of its kind throws, named by its number and what is wrong with it. */
export function readLines(text: string): HistoryEntry[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => {
    try {
      return toEntry(JSON.parse(line));
    } catch (error) {
      throw new Error(`line ${index + 1}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  });
}

type Json = Readonly<Record<string, unknown>>;

function toEntry(value: unknown): HistoryEntry {
  const entry = object(value, 'the entry');
  check(entry, 'entry', {
    client: 'number',
    key: 'string',
    invoked: 'number',
    returned: 'number or null',
    requestId: 'string or null',
  });
  const command = object(entry['command'], 'command');
  if (!isOneOf(command['type'], COMMAND_TYPES)) throw new Error(`no such command: ${command['type']}`);
  check(command, command['type'], COMMANDS[command['type']]);
  const { outcome, returned, invoked } = entry;
  if ((outcome === null) !== (returned === null)) throw new Error('an outcome and its instant come together');
  if (typeof returned === 'number' && returned < Number(invoked)) throw new Error('it returns before it is invoked');
  if (outcome !== null) {
    const told = object(outcome, 'outcome');
    if (!isOneOf(told['type'], OUTCOME_TYPES)) throw new Error(`no such outcome: ${told['type']}`);
    check(told, told['type'], OUTCOMES[told['type']]);
  }
  return value as HistoryEntry;
}

function object(value: unknown, name: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${name} is no object`);
  return value as Json;
}

function isOneOf<T extends string>(value: unknown, known: readonly T[]): value is T {
  return known.some((each) => each === value);
}

function check(value: Json, name: string, fields: Readonly<Record<string, Kind>>): void {
  for (const [field, kind] of Object.entries(fields)) {
    if (!fits(value[field], kind)) throw new Error(`${name}.${field} is no ${kind}`);
  }
}

function fits(value: unknown, kind: Kind): boolean {
  switch (kind) {
    case 'string or null':
      return value === null || typeof value === 'string';
    case 'number or null':
      return value === null || typeof value === 'number';
    case 'boolean or null':
      return value === null || typeof value === 'boolean';
    case 'lock or null':
      if (value === null) return true;
      return typeof value === 'object' && 'age' in value && 'leaseLeft' in value;
    case 'number':
      return typeof value === 'number';
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
  }
}
