import { setTimeout as pause } from 'node:timers/promises';
import type { Address } from '../test/process/address.ts';
import { ClusterProcess, type ClusterShape } from '../test/process/cluster-process.ts';
import type { BenchOptions, Bound, Verdict } from './benchmark.ts';
import { Load } from './load.ts';
import type { LoadPlan, Report } from './load-plan.ts';
import { cpuMicroseconds, pinnedTo } from './machine.ts';
import { formatTable, median } from './table.ts';

const SHAPES: readonly ClusterShape[] = [
  { members: 1, copies: 1 },
  { members: 2, copies: 1 },
  { members: 2, copies: 2 },
  { members: 3, copies: 1 },
  { members: 3, copies: 2 },
];
const SESSIONS = 1_000;
const CONNECTIONS = 64;
const CONTENT_BYTES = 1_024;
const FIRST_WARM_UP_MS = 3_000;
const WARM_UP_MS = 1_000;

type Clients = 'on one member' | 'over all';

interface Row {
  readonly shape: ClusterShape;
  readonly clients: Clients;
  /** Of all members and of who runs them, for a GetExclusive and its Set, in microseconds. */
  readonly cpuPerPair: number;
  /** As fast as they go. */
  readonly pairsPerSecond: number;
  /** At half of that, from each request's planned time. */
  readonly halfLoad: Report;
  readonly errors: number;
}

/**
 * What a GetExclusive and its Set cost in clusters of one, two and three members with one and two copies. All server
 * processes share one core and the load generator has the other, so the CPU time is that of the whole cluster.
 */
export async function cluster(options: BenchOptions): Promise<Verdict> {
  const load = new Load(pinnedTo(1));
  const rows: Row[] = [];
  for (const shape of SHAPES) {
    const clustered = await ClusterProcess.start(shape, pinnedTo(0));
    const { gateways } = clustered;
    await load.whole(planFor('create', gateways.slice(0, 1)));
    rows.push(await measure(load, clustered, shape, 'on one member', gateways.slice(0, 1), options));
    if (shape.members > 1) rows.push(await measure(load, clustered, shape, 'over all', gateways, options));
    await clustered.stop();
  }
  load.close();
  const alone = rows[0]?.cpuPerPair ?? Number.NaN;
  console.log(
    `${SESSIONS} sessions of ${CONTENT_BYTES} octets, ${CONNECTIONS} connections, medians of ${options.rounds} rounds of ${options.seconds} s; all members on one core\n`,
  );
  const header = [
    'members, copies, clients',
    'CPU µs/pair',
    'x one member',
    'pairs/s',
    'p50 ms at half',
    'p99 ms',
    'p99.9 ms',
  ];
  console.log(
    formatTable(
      header,
      rows.map(({ shape, clients, cpuPerPair, pairsPerSecond, halfLoad }) => [
        `${shape.members}, ${shape.copies}, ${clients}`,
        cpuPerPair.toFixed(1),
        (cpuPerPair / alone).toFixed(2),
        pairsPerSecond.toFixed(0),
        halfLoad.p50.toFixed(2),
        halfLoad.p99.toFixed(2),
        halfLoad.p999.toFixed(2),
      ]),
    ),
  );
  const errors = rows.reduce((sum, row) => sum + row.errors, 0);
  const bounds: Bound[] = [{ what: 'answers other than 200', measured: errors, most: 0, unit: '' }];
  return { figures: rows, bounds };
}

async function measure(
  load: Load,
  clustered: ClusterProcess,
  shape: ClusterShape,
  clients: Clients,
  targets: readonly Address[],
  { rounds, seconds }: BenchOptions,
): Promise<Row> {
  const cpu: number[] = [];
  const speed: number[] = [];
  let errors = 0;
  for (let round = 0; round < rounds; round++) {
    await load.begin(planFor('exclusive-set', targets));
    await pause(round === 0 ? FIRST_WARM_UP_MS : WARM_UP_MS);
    await load.mark();
    const before = cpuOf(clustered);
    await pause(seconds * 1_000);
    const report = await load.mark();
    cpu.push((2 * (cpuOf(clustered) - before)) / report.requests);
    speed.push(report.requests / report.seconds / 2);
    errors += report.errors;
    await load.end();
  }
  const pairsPerSecond = median(speed);
  await load.begin({ ...planFor('exclusive-set', targets), rate: pairsPerSecond });
  await pause(WARM_UP_MS);
  await load.mark();
  await pause(seconds * 1_000);
  const halfLoad = await load.mark();
  await load.end();
  return { shape, clients, cpuPerPair: median(cpu), pairsPerSecond, halfLoad, errors: errors + halfLoad.errors };
}

/** Of all its processes, in microseconds. */
function cpuOf({ pids }: ClusterProcess): number {
  return pids.reduce((sum, pid) => sum + cpuMicroseconds(pid), 0);
}

function planFor(mix: LoadPlan['mix'], targets: readonly Address[]): LoadPlan {
  return {
    targets,
    mix,
    connections: CONNECTIONS,
    sessions: SESSIONS,
    contentBytes: CONTENT_BYTES,
    timeoutMinutes: 20,
    depth: 1,
  };
}
