import type { Address } from '../test/process/address.ts';
import { ClusterProcess, type ClusterShape } from '../test/process/cluster-process.ts';
import type { BenchOptions, Bound, Verdict } from './benchmark.ts';
import { Load } from './load.ts';
import type { Report } from './load-plan.ts';
import { pinnedTo } from './machine.ts';
import { measuredRound } from './measured-round.ts';
import { CONNECTIONS, CONTENT_BYTES, FIRST_WARM_UP_MS, plainLoad, SESSIONS, WARM_UP_MS } from './plain-load.ts';
import { formatTable, median } from './table.ts';

const SHAPES: readonly ClusterShape[] = [
  { members: 1, copies: 1 },
  { members: 2, copies: 1 },
  { members: 2, copies: 2 },
  { members: 3, copies: 1 },
  { members: 3, copies: 2 },
];

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
    await load.whole(plainLoad('create', gateways.slice(0, 1)));
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
  const plan = plainLoad('exclusive-set', targets);
  const cpu: number[] = [];
  const speed: number[] = [];
  let errors = 0;
  for (let round = 0; round < rounds; round++) {
    const warmUp = round === 0 ? FIRST_WARM_UP_MS : WARM_UP_MS;
    const { cpu: spent, ...report } = await measuredRound(load, plan, clustered.pids, warmUp, seconds);
    cpu.push((2 * spent) / report.requests);
    speed.push(report.requests / report.seconds / 2);
    errors += report.errors;
  }
  const pairsPerSecond = median(speed);
  const half = { ...plan, rate: pairsPerSecond };
  const halfLoad = await measuredRound(load, half, clustered.pids, WARM_UP_MS, seconds);
  return { shape, clients, cpuPerPair: median(cpu), pairsPerSecond, halfLoad, errors: errors + halfLoad.errors };
}
