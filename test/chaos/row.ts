import { type Bound, holds } from '../../bench/benchmark.ts';
import type { Figures } from './figures.ts';
import type { Judgement } from './judge.ts';
import type { LoadReport } from './load-plan.ts';
import type { Stage } from './stage.ts';

/** What a row found beside what is measured in every row. */
export type Findings = readonly Bound[];

export interface Row {
  readonly name: string;
  readonly about: string;
  /** Whether it wants several members and etcd. */
  readonly wantsCluster: boolean;
  /** Whether members are to be joined by wires that can be cut. */
  readonly wired: boolean;
  /** Whether requests that cross a FIN are asked again: where members are stopped in order. */
  readonly asksCrossedAgain: boolean;
  /** The most that a client of a spared member may wait, in milliseconds; null: as long as it does not fail. */
  readonly longestWait: number | null;
  play(stage: Stage): Promise<Findings>;
  /** What is found in what the clients told afterwards. */
  readonly afterwards?: (stage: Stage, report: LoadReport) => Findings;
}

/** Everything a row measured. */
export interface RowResult {
  readonly row: string;
  /** Requests a second that were planned. */
  readonly rate: number;
  /** Of the last minute, everybody's on this machine. */
  readonly loadAverage: number;
  readonly report: LoadReport;
  readonly figures: Figures;
  readonly judgement: Judgement;
  /** Milliseconds. */
  readonly answeredAgain: number;
  readonly bounds: readonly Bound[];
}

export function boundsOf(row: Row, result: Omit<RowResult, 'row' | 'bounds'>, findings: Findings): Bound[] {
  const { figures, judgement } = result;
  const none = (what: string, measured: number): Bound => ({ what, measured, most: 0, unit: '' });
  const wait = { what: 'longest wait', measured: figures.longestWait, most: row.longestWait ?? 0, unit: ' ms' };
  return [
    none('lost or wrong sessions', judgement.wrong.length),
    none('locks held twice', judgement.heldTwice.length),
    none('cookies or versions given twice', judgement.doubles.length),
    none('sessions that could not be judged', judgement.undecided.length),
    none('failed requests, but for clients of harmed members', figures.failed),
    none('failed requests behind the member without partitions', figures.failedOfSheltered),
    none('pages that could not begin while somebody was spared', figures.unbegun),
    ...(row.longestWait === null ? [] : [wait]),
    ...findings,
  ];
}

export function passes({ bounds }: Pick<RowResult, 'bounds'>): boolean {
  return bounds.every(holds);
}
