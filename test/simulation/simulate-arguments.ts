import { groundOf, PLANTED_BUGS } from './planted/planted-bugs.ts';
import { AMBUSHES } from './world/ambushes.ts';
import { FAULT_KINDS } from './world/fault-kinds.ts';

/** What `npm run simulate` was asked for. What is null is drawn from the seed. */
export interface SimulateArguments {
  /** The bug to plant, or `all`; null: the source is played as it is. */
  readonly planted: string | null;
  /** The bug on whose hunting ground is played; null: on none. */
  readonly ground: string | null;
  readonly seed: number | null;
  /** How many seeds to play, from `from` on; null for one alone. */
  readonly seeds: number | null;
  readonly from: number;
  readonly members: number | null;
  readonly copies: number | null;
  readonly partitions: number | null;
  /** Of simulated time under faults; null: as many as usual. */
  readonly minutes: number | null;
  /** The kinds of faults there are; null: drawn. */
  readonly faults: readonly string[] | null;
  /** Where to write what the clients saw; null for nowhere. */
  readonly history: string | null;
}

type Kind = (text: string) => number | string;

const whole =
  (least: number, most: number): Kind =>
  (text) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most) throw new Error(`a whole number, ${least} to ${most}`);
    return number;
  };

const positive: Kind = (text) => {
  const number = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || number <= 0) throw new Error('a positive number');
  return number;
};

const path: Kind = (text) => text;

const bug: Kind = (text) => {
  if (text === 'all' || PLANTED_BUGS.some(({ name }) => name === text)) return text;
  throw new Error(`'all' or one of: ${PLANTED_BUGS.map(({ name }) => name).join(', ')}`);
};

const ground: Kind = (text) => {
  groundOf(text);
  return text;
};

const kinds: Kind = (text) => {
  const unknown = faultsIn(text).find((name) => FAULT_KINDS[name] === undefined && AMBUSHES[name] === undefined);
  if (unknown === undefined) return text;
  throw new Error(`'none' or some of: ${Object.keys({ ...FAULT_KINDS, ...AMBUSHES }).join(', ')}`);
};

function faultsIn(text: string): string[] {
  return text === 'none' ? [] : text.split(',');
}

const MOST_SEED = Number.MAX_SAFE_INTEGER;

const OPTIONS: Readonly<Record<string, Kind>> = {
  seed: whole(0, MOST_SEED),
  seeds: whole(1, 1_000_000),
  from: whole(0, MOST_SEED),
  members: whole(1, 9),
  copies: whole(1, 5),
  partitions: whole(1, 256),
  minutes: positive,
  hours: positive,
  faults: kinds,
  history: path,
  planted: bug,
  ground,
};

export const USAGE = [
  'npm run simulate -- --seed S [--members N] [--copies C] [--partitions P] [--minutes M | --hours H]',
  '                    [--faults none|KIND,KIND...] [--history FILE]',
  'npm run simulate -- --seeds K [--from S] [the same but --history]',
  'npm run simulate -- --planted NAME|all [--seeds K] [--from S]; or NAME and --seed S',
  'npm run simulate -- --ground NAME and --seed S, or --seeds K: where NAME is hunted, without it',
].join('\n');

/** Throws, in words, if that is not how it is asked. */
export function readArguments(list: readonly string[]): SimulateArguments {
  const given = new Map<string, number | string>();
  for (let index = 0; index < list.length; index += 2) {
    const [option = '', value] = list.slice(index, index + 2);
    const name = option.replace(/^--/, '');
    const kind = OPTIONS[name];
    if (!option.startsWith('--') || kind === undefined) throw new Error(`${option} is no option`);
    if (value === undefined) throw new Error(`${option} needs a value`);
    if (given.has(name)) throw new Error(`${option} is given twice`);
    try {
      given.set(name, kind(value));
    } catch (error) {
      throw new Error(`${option} ${value}: ${error instanceof Error ? error.message : error} is needed`);
    }
  }
  const number = (name: string): number | null => {
    const value = given.get(name);
    return typeof value === 'number' ? value : null;
  };
  const text = (name: string): string | null => {
    const value = given.get(name);
    return typeof value === 'string' ? value : null;
  };
  const [history, faults, planted] = [text('history'), text('faults'), text('planted')];
  const [seed, seeds, minutes, hours] = [number('seed'), number('seeds'), number('minutes'), number('hours')];
  if (seed !== null && seeds !== null) throw new Error('either --seed or --seeds');
  if (seed === null && seeds === null && planted === null) throw new Error('either --seed or --seeds');
  if (minutes !== null && hours !== null) throw new Error('either --minutes or --hours');
  if (seed === null && history !== null) throw new Error('--history is of one seed');
  if (planted === 'all' && seed !== null) throw new Error('--planted all needs more than one seed');
  return {
    planted,
    ground: text('ground') ?? (planted === 'all' ? null : planted),
    seed,
    seeds,
    from: number('from') ?? 1,
    members: number('members'),
    copies: number('copies'),
    partitions: number('partitions'),
    minutes: minutes ?? (hours === null ? null : hours * 60),
    faults: faults === null ? null : faultsIn(faults),
    history,
  };
}

/** The line to paste that plays one seed of these again. */
export function commandFor(seed: number, given: SimulateArguments): string {
  const { planted, ground, members, copies, partitions, minutes } = given;
  const faults = given.faults === null ? null : `'${given.faults.join(',') || 'none'}'`;
  const options = Object.entries({ planted, ground, seed, members, copies, partitions, minutes, faults })
    .filter(([name, value]) => value !== null && (name !== 'ground' || value !== planted))
    .map(([name, value]) => `--${name} ${value}`);
  return `npm run simulate -- ${options.join(' ')}`;
}
