import { FAULT_KINDS } from './world/fault-kinds.ts';

/** What `npm run simulate` was asked for. What is null is drawn from the seed. */
export interface SimulateArguments {
  readonly seed: number | null;
  /** How many seeds to play, from `from` on; null for one alone. */
  readonly seeds: number | null;
  readonly from: number;
  readonly members: number | null;
  readonly copies: number | null;
  readonly partitions: number | null;
  /** Of simulated time under faults. */
  readonly minutes: number;
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

const kinds: Kind = (text) => {
  const unknown = faultsIn(text).find((name) => FAULT_KINDS[name] === undefined);
  if (unknown === undefined) return text;
  throw new Error(`'none' or some of: ${Object.keys(FAULT_KINDS).join(', ')}`);
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
};

export const USAGE = [
  'npm run simulate -- --seed S [--members N] [--copies C] [--partitions P] [--minutes M | --hours H]',
  '                    [--faults none|KIND,KIND...] [--history FILE]',
  'npm run simulate -- --seeds K [--from S] [the same but --history]',
].join('\n');

const MINUTES = 10;

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
  const [history, faults] = [given.get('history'), given.get('faults')];
  const [seed, seeds, minutes, hours] = [number('seed'), number('seeds'), number('minutes'), number('hours')];
  if ((seed === null) === (seeds === null)) throw new Error('either --seed or --seeds');
  if (minutes !== null && hours !== null) throw new Error('either --minutes or --hours');
  if (seeds !== null && history !== undefined) throw new Error('--history is of one seed');
  return {
    seed,
    seeds,
    from: number('from') ?? 1,
    members: number('members'),
    copies: number('copies'),
    partitions: number('partitions'),
    minutes: minutes ?? (hours === null ? MINUTES : hours * 60),
    faults: typeof faults === 'string' ? faultsIn(faults) : null,
    history: typeof history === 'string' ? history : null,
  };
}

/** The line to paste that plays one seed of these again. */
export function commandFor(seed: number, given: SimulateArguments): string {
  const { members, copies, partitions, minutes } = given;
  const faults = given.faults === null ? null : `'${given.faults.join(',') || 'none'}'`;
  const options = Object.entries({ seed, members, copies, partitions, minutes, faults })
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `--${name} ${value}`);
  return `npm run simulate -- ${options.join(' ')}`;
}
