import type { Address } from '../../test/process/address.ts';
import { HoldfastProcess } from '../../test/process/holdfast-process.ts';
import type { Bound } from '../benchmark.ts';
import { Floor } from '../floor.ts';
import type { LoadPlan, Protocol } from '../load-plan.ts';
import { startMemcached } from '../memcached-process.ts';
import { recordAnswers } from '../record-answers.ts';
import { RedisProcess } from '../redis-process.ts';
import { type Findings, progress, type Row, type Stage } from './part.ts';
import { cellsOf, interleave, type Lane, noErrors, type Round, ratioOf } from './rounds.ts';

/** More than there are connections, so that each has sessions of its own. */
const SESSIONS = 2_048;
const WARM_UP = { first: 3_000, other: 500 };
const LATER_WARM_UP = { first: 1_000, other: 500 };

/** Where the bounds are. */
const BOUND_BYTES = 1_024;
const BOUND_CONNECTIONS = 64;
const MOST_TIMES_FLOOR = 1.25;
const MOST_TIMES_REDIS = 0.8;

type Mix = 'get' | 'exclusive-set';
const MIXES: Readonly<Record<Mix, string>> = { get: 'GET', 'exclusive-set': 'GetExclusive + Set' };

interface System {
  readonly name: string;
  readonly protocol: Protocol;
  readonly address: Address;
  readonly pid: number;
  readonly mixes: Readonly<Partial<Record<Mix, string>>>;
}

interface Cell {
  readonly mix: Mix;
  readonly bytes: number;
  readonly connections: number;
  readonly rounds: Readonly<Record<string, readonly Round[]>>;
}

const HOLDFAST = 'Holdfast';
const FLOOR = 'floor';
const REDIS = "Redis, the provider's scripts";

/** Every system under every size, number of connections and kind of work. The floor repeats Holdfast's very answers. */
export async function throughput(stage: Stage): Promise<Findings> {
  const { load, options, pinned } = stage;
  const holdfast = await HoldfastProcess.start({ prefix: pinned });
  const redis = stage.has('redis-server') ? await RedisProcess.start(pinned) : null;
  const memcached = stage.has('memcached') ? await startMemcached(pinned) : null;
  const both = { get: '', 'exclusive-set': '' };
  const systems: System[] = [
    { name: HOLDFAST, protocol: 'gateway', address: holdfast.gateway, pid: holdfast.pid, mixes: both },
    ...(redis === null
      ? []
      : [
          { name: REDIS, protocol: 'redis', address: redis.address, pid: redis.pid, mixes: both } as const,
          { name: 'Redis', protocol: 'redis-plain', ...placeOf(redis), mixes: { get: ', bare GET' } } as const,
        ]),
    ...(memcached === null
      ? []
      : [
          {
            name: 'memcached',
            protocol: 'memcached',
            ...placeOf(memcached),
            mixes: { get: '', 'exclusive-set': ', gets + cas, no lock' },
          } as const,
        ]),
  ];
  const cells: Cell[] = [];
  for (const bytes of options.sizes) {
    for (const system of systems) {
      await load.whole({ ...planOf(system.protocol, system.address, 'create', bytes, BOUND_CONNECTIONS) });
    }
    for (const mix of ['get', 'exclusive-set'] as const) {
      const answers = await recordAnswers(holdfast.gateway, mix, bytes);
      const floor = await Floor.start(pinned, answers.toGet, answers.toPut);
      for (const [index, connections] of options.connections.entries()) {
        progress(`throughput: ${MIXES[mix]}, ${bytes} octets, ${connections} connections`);
        const lanes: Lane[] = [
          { name: FLOOR, plan: planOf('gateway', floor.address, mix, bytes, connections), pids: [floor.pid] },
          ...systems.flatMap(({ name, protocol, address, pid, mixes }) =>
            mixes[mix] === undefined
              ? []
              : [{ name: name + mixes[mix], plan: planOf(protocol, address, mix, bytes, connections), pids: [pid] }],
          ),
        ];
        const played = await interleave(load, lanes, options, index === 0 ? WARM_UP : LATER_WARM_UP);
        const rounds = Object.fromEntries(lanes.map(({ name }, lane) => [name, played[lane] as Round[]]));
        cells.push({ mix, bytes, connections, rounds });
      }
      floor.stop();
    }
  }
  await holdfast.stop();
  await redis?.stop();
  await memcached?.stop();
  return {
    title: `${SESSIONS} sessions, as fast as they go`,
    rows: cells.flatMap(rowsOf),
    figures: cells,
    bounds: cells.flatMap(boundsOf),
  };
}

function placeOf({ address, pid }: { address: Address; pid: number }): { address: Address; pid: number } {
  return { address, pid };
}

function planOf(
  protocol: Protocol,
  target: Address,
  mix: LoadPlan['mix'],
  contentBytes: number,
  connections: number,
): LoadPlan {
  return {
    protocol,
    targets: [target],
    mix,
    connections,
    sessions: SESSIONS,
    contentBytes,
    timeoutMinutes: 20,
    depth: 1,
  };
}

function rowsOf({ mix, bytes, connections, rounds }: Cell): Row[] {
  const size = bytes % 1_024 === 0 ? `${bytes / 1_024} KiB` : `${bytes} B`;
  return Object.entries(rounds).map(([name, played]) => {
    const redis = rounds[REDIS];
    return {
      name: `${MIXES[mix]}, ${size}, ${connections} connections: ${name}`,
      cells: {
        ...cellsOf(played),
        ...(name === FLOOR ? {} : { timesFloor: ratioOf(played, rounds[FLOOR]) }),
        ...(name === REDIS || redis === undefined ? {} : { timesRedis: ratioOf(played, redis) }),
      },
    };
  });
}

function boundsOf({ mix, bytes, connections, rounds }: Cell): Bound[] {
  const where = `${MIXES[mix]}, ${bytes} octets, ${connections} connections`;
  const errors = Object.values(rounds).flat();
  const bounds: Bound[] = errors.some((round) => round.errors > 0) ? [noErrors(where, errors)] : [];
  if (bytes !== BOUND_BYTES || connections !== BOUND_CONNECTIONS) return bounds;
  const against = (other: string, most: number): Bound => ({
    what: `${where}: CPU against ${other}`,
    measured: ratioOf(rounds[HOLDFAST], rounds[other]),
    most,
    unit: ' x',
  });
  if (mix === 'get') bounds.push(against(FLOOR, MOST_TIMES_FLOOR));
  else if (rounds[REDIS] !== undefined) bounds.push(against(REDIS, MOST_TIMES_REDIS));
  return bounds;
}
