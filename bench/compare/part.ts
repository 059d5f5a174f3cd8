import type { Bound } from '../benchmark.ts';
import type { Load } from '../load.ts';
import { formatTable } from '../table.ts';
import type { CompareOptions } from './options.ts';

/** What the comparison consists of: each part is called when the one before has ended, with no server left running. */
export type Part = (stage: Stage) => Promise<Findings>;

export interface Stage {
  readonly options: CompareOptions;
  /** The one process that makes all load of the part. */
  readonly load: Load;
  /** Command prefix of every server. */
  readonly pinned: readonly string[];
  /** Whether a program that is no part of this package is there. */
  has(program: 'redis-server' | 'memcached'): boolean;
}

export interface Findings {
  readonly title: string;
  readonly rows: readonly Row[];
  /** For --json: all that was measured. */
  readonly figures: unknown;
  readonly bounds: readonly Bound[];
}

export interface Row {
  readonly name: string;
  readonly cells: Cells;
}

export type Cells = Partial<Record<Column, number>>;

const COLUMNS = {
  cpu: { title: 'CPU µs/op', digits: 2 },
  timesFloor: { title: 'x floor', digits: 2 },
  timesRedis: { title: 'x Redis', digits: 2 },
  perSecond: { title: 'op/s', digits: 0 },
  p50: { title: 'p50 ms', digits: 2 },
  p99: { title: 'p99 ms', digits: 2 },
  p999: { title: 'p99.9 ms', digits: 2 },
  max: { title: 'slowest ms', digits: 1 },
  loopPause: { title: 'loop pause ms', digits: 1 },
  serverBusy: { title: 'servers busy %', digits: 0 },
  generatorBusy: { title: 'generator busy %', digits: 0 },
  bytesPerSession: { title: 'bytes/session', digits: 0 },
  bytesBeyond: { title: 'beyond key and content', digits: 0 },
  freshMebibytes: { title: 'fresh MiB', digits: 1 },
  timesFresh: { title: 'all expired, x fresh', digits: 2 },
  errors: { title: 'errors', digits: 0 },
} as const;

export type Column = keyof typeof COLUMNS;

/** With the columns in which anything was measured. */
export function renderFindings({ title, rows }: Findings): string {
  const columns = (Object.keys(COLUMNS) as Column[]).filter((column) =>
    rows.some(({ cells }) => cells[column] !== undefined),
  );
  const lines = rows.map(({ name, cells }) => [
    name,
    ...columns.map((column) => cells[column]?.toFixed(COLUMNS[column].digits) ?? ''),
  ]);
  return formatTable([title, ...columns.map((column) => COLUMNS[column].title)], lines);
}

/** Says on stderr how far the run is. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}
