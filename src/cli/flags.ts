import { nearest } from '../config/nearest.ts';

/** The flags a command takes: those with a value name it (`--address HOST:PORT`), switches have none. */
export type FlagSpecs = Readonly<Record<string, { readonly value: string | null; readonly help: string }>>;

export type ParsedArgs =
  | {
      readonly type: 'parsed';
      /** The values of the flags given; '' for a switch. */
      readonly flags: ReadonlyMap<string, string>;
      readonly words: readonly string[];
    }
  | { readonly type: 'error'; readonly line: string };

/**
 * `--name value`, `--name=value` and `--switch`, anywhere among the words; after `--` there are only words.
 *
 * @param words what the words are, as usage shows them: as many must be given
 */
export function parseFlags(args: readonly string[], specs: FlagSpecs, words: readonly string[]): ParsedArgs {
  const flags = new Map<string, string>();
  const given: string[] = [];
  let wordsAlone = false;
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    if (wordsAlone || !arg.startsWith('--')) {
      given.push(arg);
      continue;
    }
    if (arg === '--') {
      wordsAlone = true;
      continue;
    }
    const equals = arg.indexOf('=');
    const name = arg.slice(2, equals < 0 ? undefined : equals);
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (spec === undefined) return error(`unknown flag --${name}${suggestion(name, Object.keys(specs))}`);
    if (flags.has(name)) return error(`--${name} is given twice`);
    if (spec.value === null) {
      if (equals >= 0) return error(`--${name} takes no value`);
      flags.set(name, '');
      continue;
    }
    const value = equals < 0 ? left.shift() : arg.slice(equals + 1);
    if (value === undefined || value === '') return error(`--${name} needs a value: ${spec.value}`);
    flags.set(name, value);
  }
  const missing = words[given.length];
  if (missing !== undefined) return error(`${missing} is missing`);
  const extra = given[words.length];
  if (extra !== undefined) return error(`${JSON.stringify(extra)} is one word too many`);
  return { type: 'parsed', flags, words: given };
}

/** The flags as help shows them. */
export function describeFlags(specs: FlagSpecs): string {
  const rows = Object.entries(specs).map(([name, { value, help }]) => {
    return { flag: `--${name}${value === null ? '' : ` ${value}`}`, help };
  });
  const width = Math.max(...rows.map(({ flag }) => flag.length)) + 2;
  return rows.map(({ flag, help }) => `  ${flag.padEnd(width)}${help}\n`).join('');
}

function suggestion(name: string, names: readonly string[]): string {
  const candidate = nearest(name, names);
  return candidate === null ? '' : `; did you mean --${candidate}?`;
}

function error(line: string): ParsedArgs {
  return { type: 'error', line };
}
