import { ClusterProcess } from '../../test/process/cluster-process.ts';
import type { Bound } from '../benchmark.ts';
import type { LoadPlan } from '../load-plan.ts';
import { BENCH_PORT_OFFSET, settledPrimaries, tableVersion } from '../primaries.ts';
import { RedisProcess } from '../redis-process.ts';
import { median } from '../table.ts';
import { type Findings, progress, type Row, type Stage } from './part.ts';
import { cellsOf, interleave, type Lane, noErrors, type Round, ratioOf, requestsPerSecond } from './rounds.ts';

const CONNECTIONS = 64;
const BASE: Omit<LoadPlan, 'targets' | 'mix'> = {
  connections: CONNECTIONS,
  sessions: 1_024,
  contentBytes: 1_024,
  timeoutMinutes: 20,
  depth: 1,
};
const WARM_UP = { first: 3_000, other: 500 };
const OPEN_WARM_UP = { first: 1_000, other: 500 };

const MOST_ON_PRIMARY = 0.8;
const MOST_SPREAD = 1.1;
const MOST_LATENCY = 1;

const ON_PRIMARY = "Holdfast, clients on the primary's member";
const SPREAD = 'Holdfast, clients over both members';
const REDIS = 'Redis and a replica, WAIT 1 after both scripts';
const REDIS_SETS = 'Redis and a replica, WAIT 1 after the Set alone';

/**
 * GetExclusive and Set where nothing is answered before a second process has it. The provider's first script writes too,
 * the lock: as Holdfast does, it waits for the replica; what it is without that is told beside.
 */
export async function copies(stage: Stage): Promise<Findings> {
  const { load, options, pinned } = stage;
  const cluster = await ClusterProcess.start({ members: 2, copies: 2, portOffset: BENCH_PORT_OFFSET }, pinned);
  const settled = await settledPrimaries(cluster);
  const redis = stage.has('redis-server') ? await RedisProcess.start(pinned) : null;
  const replica = redis === null ? null : await RedisProcess.replicaOf(redis, pinned);
  const { gateways, pids } = cluster;
  const [firstGateway] = gateways;
  const partitions = settled.of.get('member-0');
  if (firstGateway === undefined || partitions === undefined) throw new Error('the first member decides for none');
  const lane = (name: string, of: readonly number[], plan: Pick<LoadPlan, 'targets'> & Partial<LoadPlan>): Lane => ({
    name,
    plan: { ...BASE, mix: 'exclusive-set', ...plan },
    pids: of,
  });
  const lanes = [
    lane(ON_PRIMARY, pids, { targets: [firstGateway], partitions }),
    lane(SPREAD, pids, { targets: gateways }),
  ];
  if (redis !== null && replica !== null) {
    const of = [redis.pid, replica.pid];
    const plan = { targets: [redis.address], protocol: 'redis' } as const;
    lanes.push(lane(REDIS, of, { ...plan, waits: 'all' }), lane(REDIS_SETS, of, { ...plan, waits: 'sets' }));
  }
  for (const { plan } of lanes) await load.whole({ ...plan, mix: 'create' });

  progress('copies: as fast as they go');
  const fast = byName(lanes, await interleave(load, lanes, options, WARM_UP));
  const rates = lanes.map(({ name }) => median((fast.get(name) ?? []).map(requestsPerSecond)) / 2);
  progress('copies: at half load');
  const atOwnRate = lanes.map((each, index) => withRate(each, rates[index] as number));
  const own = byName(lanes, await interleave(load, atOwnRate, options, OPEN_WARM_UP));
  const slowest = Math.min(...rates);
  const atOneRate = lanes.map((each) => withRate(each, slowest));
  const same = byName(lanes, await interleave(load, atOneRate, options, OPEN_WARM_UP));

  const version = await tableVersion(cluster);
  await cluster.stop();
  await replica?.stop();
  await redis?.stop();
  return {
    title: 'GetExclusive + Set with a synchronous copy, 1 KiB, 64 connections',
    rows: [
      ...rowsOf('as fast as they go', fast),
      ...rowsOf('at half of its own speed', own, true),
      ...rowsOf(`at half of the slowest's speed`, same, true),
    ],
    figures: { partitions, fast: [...fast], own: [...own], same: [...same], tables: [settled.version, version] },
    bounds: [
      ...(redis === null ? [] : boundsAgainstRedis(fast, same)),
      noErrors('with a copy', [fast, own, same].flatMap((each) => [...each.values()]).flat()),
      { what: 'changes of the table meanwhile', measured: version - settled.version, most: 0, unit: '' },
    ],
  };
}

type ByName = ReadonlyMap<string, readonly Round[]>;

function byName(lanes: readonly Lane[], played: ReadonlyArray<readonly Round[]>): ByName {
  return new Map(lanes.map(({ name }, index) => [name, played[index] ?? []]));
}

function withRate(lane: Lane, rate: number): Lane {
  return { ...lane, plan: { ...lane.plan, rate } };
}

function rowsOf(how: string, rounds: ByName, isOpenLoop = false): Row[] {
  const redis = rounds.get(REDIS);
  return [...rounds].map(([name, played]) => ({
    name: `${how}: ${name}`,
    cells: {
      ...cellsOf(played, isOpenLoop),
      ...(name === REDIS || redis === undefined ? {} : { timesRedis: ratioOf(played, redis) }),
    },
  }));
}

function boundsAgainstRedis(fast: ByName, same: ByName): Bound[] {
  const redis = fast.get(REDIS);
  return [
    {
      what: "with a copy, clients on the primary's member: CPU against Redis",
      measured: ratioOf(fast.get(ON_PRIMARY), redis),
      most: MOST_ON_PRIMARY,
      unit: ' x',
    },
    {
      what: 'with a copy, clients over both members: CPU against Redis',
      measured: ratioOf(fast.get(SPREAD), redis),
      most: MOST_SPREAD,
      unit: ' x',
    },
    {
      what: "with a copy, clients on the primary's member: p99 at half of the slowest's speed against Redis",
      measured: ratioOf(same.get(ON_PRIMARY), same.get(REDIS), ({ p99 }) => p99),
      most: MOST_LATENCY,
      unit: ' x',
    },
  ];
}
