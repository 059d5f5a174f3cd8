import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Row } from './row.ts';
import { ROWS } from './rows.ts';

/** What `npm run chaos` was asked for. */
export interface ChaosArguments {
  readonly rows: readonly Row[];
  readonly members: number;
  readonly coordination: 'embedded' | 'etcd';
  readonly copies: number;
  readonly partitions: number;
  /** Requests a second; null: `FULL_RATE`, or less where the machine is too busy for that. */
  readonly rate: number | null;
  readonly grpcShare: number;
  /** For what lasts a while in a row; null: the row's own. */
  readonly seconds: number | null;
  /** For what is repeated in a row; null: the row's own. */
  readonly times: number | null;
  readonly seed: number;
  readonly json: string | null;
  /** The program that is run. */
  readonly program: string;
  /** Whether histories and logs stay although a row passed. */
  readonly keep: boolean;
}

export const FULL_RATE = 2_000;

export type Asked =
  | { readonly type: 'play'; readonly asked: ChaosArguments }
  /** A folder that an earlier run left is judged once more. */
  | { readonly type: 'judge'; readonly folder: string }
  | { readonly type: 'wrong'; readonly why: string };

export const USAGE = `usage: npm run chaos -- [ROW...] [options]
       npm run chaos -- --judge FOLDER

${ROWS.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`).join('\n')}

--members N       members that hold partitions (3); 1 without etcd plays only rows that need no others
--coordination S  embedded or etcd (etcd; embedded for one member)
--copies N        copies of every partition (2)
--partitions N    (256)
--rate N          requests a second, both doors together (2000, or less if the machine is too busy for that)
--grpc-share X    the share of pages asked for over gRPC (0.25)
--seconds N       how long lasts what lasts in a row
--times N         how often is done what is done repeatedly
--seed S          what is drawn is drawn from this (1)
--json FILE       writes down all figures
--keep            keeps histories and logs of rows that pass, too
--program FILE    runs this in place of dist/main.js
--judge FOLDER    judges once more what an earlier run kept`;

const OPTIONS = {
  members: { type: 'string', default: '3' },
  coordination: { type: 'string' },
  copies: { type: 'string', default: '2' },
  partitions: { type: 'string', default: '256' },
  rate: { type: 'string' },
  'grpc-share': { type: 'string', default: '0.25' },
  seconds: { type: 'string' },
  times: { type: 'string' },
  seed: { type: 'string', default: '1' },
  json: { type: 'string' },
  keep: { type: 'boolean', default: false },
  program: { type: 'string', default: fileURLToPath(new URL('../../dist/main.js', import.meta.url)) },
  judge: { type: 'string' },
} as const;

export function parseChaosArguments(args: readonly string[]): Asked {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
    if (values.judge !== undefined) return { type: 'judge', folder: values.judge };
    const members = whole('members', values.members, 1, 9);
    const coordination = values.coordination ?? (members === 1 ? 'embedded' : 'etcd');
    if (coordination !== 'embedded' && coordination !== 'etcd') throw new Error('--coordination is embedded or etcd');
    if (coordination === 'embedded' && members > 1) throw new Error('members without etcd are alone: --members 1');
    const grpcShare = Number(values['grpc-share']);
    if (!(grpcShare >= 0 && grpcShare <= 1)) throw new Error('--grpc-share is from 0 to 1');
    const asked: ChaosArguments = {
      rows: rowsFor(positionals, members),
      members,
      coordination,
      copies: members === 1 ? 1 : whole('copies', values.copies, 1, 5),
      partitions: whole('partitions', values.partitions, 1, 1024),
      rate: values.rate === undefined ? null : whole('rate', values.rate, 1, 100_000),
      grpcShare,
      seconds: values.seconds === undefined ? null : whole('seconds', values.seconds, 1, 86_400),
      times: values.times === undefined ? null : whole('times', values.times, 1, 10_000),
      seed: whole('seed', values.seed, 0, Number.MAX_SAFE_INTEGER),
      json: values.json ?? null,
      program: values.program,
      keep: values.keep,
    };
    return { type: 'play', asked };
  } catch (error) {
    return { type: 'wrong', why: error instanceof Error ? error.message : String(error) };
  }
}

function rowsFor(names: readonly string[], members: number): Row[] {
  const possible = ROWS.filter(({ wantsCluster }) => members > 1 || !wantsCluster);
  if (names.length === 0) return possible;
  return names.map((name) => {
    const row = ROWS.find((each) => each.name === name);
    if (row === undefined) throw new Error(`there is no row ${name}`);
    if (!possible.includes(row)) throw new Error(`${name} needs several members`);
    return row;
  });
}

function whole(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) {
    throw new Error(`--${name} is a whole number, ${least} to ${most}`);
  }
  return number;
}
