import { setTimeout as pause } from 'node:timers/promises';
import { ClusterProcess } from '../../test/process/cluster-process.ts';
import { HoldfastProcess } from '../../test/process/holdfast-process.ts';
import { until } from '../../test/process/within.ts';
import { askedBySignal, COLLECTS } from '../asked-by-signal.ts';
import type { Bound } from '../benchmark.ts';
import type { Load } from '../load.ts';
import { type LoadPlan, sessionUri } from '../load-plan.ts';
import { storedKeyBytes } from '../load-sessions.ts';
import { residentBytes } from '../machine.ts';
import { startMemcached } from '../memcached-process.ts';
import { BENCH_PORT_OFFSET, settledPrimaries, tableVersion } from '../primaries.ts';
import { RedisProcess } from '../redis-process.ts';
import { redisKeys } from '../redis-scripts.ts';
import { settledResident } from '../settled-resident.ts';
import { type Findings, progress, type Row, type Stage } from './part.ts';

const SESSIONS = 1_000_000;
const CONTENTS = [256, 1_024];
/** Whose timeout Redis is let wait for. */
const WAITED_FOR = 256;
const WARM_UP_SESSIONS = 5_000;
/** Beyond all others, for the warm-up of a cluster, whose clock cannot be moved. */
const FIRST_WARM_UP = 50_000_000;
const FLAGS = ['--max-memory=8GiB'];
const EXPIRY_BOUND = 120_000;
const REDIS_EXPIRY_BOUND = 600_000;
const COLLECTION_MS = 3_000;

const MOST_BEYOND = 120;
const MOST_TIMES_FRESH = 1.3;

/** Resident memory in octets. Holdfast's is that after a collection of garbage. */
interface Measured {
  readonly system: string;
  readonly contentBytes: number;
  readonly keyBytes: number;
  readonly sessions: number;
  readonly fresh: number;
  readonly full: number;
  readonly expired: number | null;
}

/** What sessions take, and what is left when all have expired. */
export async function memory(stage: Stage): Promise<Findings> {
  const sessions = Math.round(SESSIONS * stage.options.scale);
  const measured: Measured[] = [];
  for (const contentBytes of CONTENTS) {
    const tell = (system: string): void =>
      progress(`memory: ${sessions} sessions of ${contentBytes} octets, ${system}`);
    tell('Holdfast');
    measured.push(await ofHoldfast(stage, sessions, contentBytes));
    tell('Holdfast with a replica');
    measured.push(...(await ofCopies(stage, sessions, contentBytes)));
    tell('Redis');
    if (stage.has('redis-server')) measured.push(await ofRedis(stage, sessions, contentBytes));
    tell('memcached');
    if (stage.has('memcached')) measured.push(await ofMemcached(stage, sessions, contentBytes));
  }
  return {
    title: `resident memory, ${sessions} sessions`,
    rows: measured.map(rowOf),
    figures: measured,
    bounds: CONTENTS.flatMap((contentBytes) => boundsOf(measured.filter((each) => each.contentBytes === contentBytes))),
  };
}

const ALONE = 'Holdfast';
const REPLICA = "Holdfast's replica";
const PRIMARY = 'Holdfast, primary of that replica';
const REDIS = 'Redis, as the provider stores';

async function ofHoldfast({ load, pinned }: Stage, sessions: number, contentBytes: number): Promise<Measured> {
  const holdfast = await HoldfastProcess.start({ flags: FLAGS, nodeFlags: COLLECTS, prefix: pinned });
  const resident = async (): Promise<number> => {
    await askedBySignal(holdfast);
    return residentBytes(holdfast.pid);
  };
  const expireAll = async (): Promise<void> => {
    await holdfast.advanceClock('21m');
    const areGone = async (): Promise<boolean> => (await holdfast.metric('holdfast_sessions')) === 0;
    await until(areGone, 'all sessions expired', EXPIRY_BOUND, 50);
  };
  const plan = planOf([holdfast.gateway], contentBytes);
  await create(load, { ...plan, sessions: WARM_UP_SESSIONS });
  await expireAll();
  const fresh = await resident();
  await create(load, { ...plan, sessions });
  const full = await resident();
  await expireAll();
  // Nobody tells a server to collect.
  const expired = await settledResident(holdfast.pid);
  await holdfast.stop();
  return { system: ALONE, contentBytes, keyBytes: storedKeyBytes(), sessions, fresh, full, expired };
}

/** All sessions are of partitions for which the first member decides, so that the second has nothing but replicas. */
async function ofCopies({ load, pinned }: Stage, sessions: number, contentBytes: number): Promise<Measured[]> {
  const shape = { members: 2, copies: 2, flags: FLAGS, nodeFlags: COLLECTS, portOffset: BENCH_PORT_OFFSET };
  const cluster = await ClusterProcess.start(shape, pinned);
  const settled = await settledPrimaries(cluster);
  const partitions = settled.of.get('member-0') ?? [];
  const pids = ['member-0', 'member-1'].map((member) => cluster.pidOf(member));
  const residents = async (): Promise<number[]> => {
    for (const pid of pids) process.kill(pid, 'SIGUSR2');
    await pause(COLLECTION_MS);
    return pids.map(residentBytes);
  };
  const plan = { ...planOf(cluster.gateways.slice(0, 1), contentBytes), partitions };
  await create(load, { ...plan, first: FIRST_WARM_UP, sessions: WARM_UP_SESSIONS });
  const fresh = await residents();
  await create(load, { ...plan, sessions });
  // Where copies changed hands meanwhile, nothing was measured.
  const full = (await tableVersion(cluster)) === settled.version ? await residents() : [];
  await cluster.stop();
  return [REPLICA, PRIMARY].map((system) => {
    const at = system === PRIMARY ? 0 : 1;
    const [before = Number.NaN, after = Number.NaN] = [fresh[at], full[at]];
    const keyBytes = storedKeyBytes();
    return { system, contentBytes, keyBytes, sessions, fresh: before, full: after, expired: null };
  });
}

async function ofRedis({ load, pinned }: Stage, sessions: number, contentBytes: number): Promise<Measured> {
  const redis = await RedisProcess.start(pinned);
  const fresh = residentBytes(redis.pid);
  const waits = contentBytes === WAITED_FOR;
  // Its clock cannot be moved: time enough to create all, and not more.
  const timeoutMinutes = waits ? 2 : 20;
  await create(load, { ...planOf([redis.address], contentBytes), protocol: 'redis', timeoutMinutes, sessions });
  const full = residentBytes(redis.pid);
  const keys = await redis.keys();
  if (keys !== 2 * sessions) throw new Error(`Redis has ${keys} keys of ${sessions} sessions`);
  if (waits) await until(async () => (await redis.keys()) === 0, 'all have expired', REDIS_EXPIRY_BOUND, 500);
  const expired = waits ? residentBytes(redis.pid) : null;
  await redis.stop();
  return { system: REDIS, contentBytes, keyBytes: redisKeys(0).data.length, sessions, fresh, full, expired };
}

async function ofMemcached({ load, pinned }: Stage, sessions: number, contentBytes: number): Promise<Measured> {
  const memcached = await startMemcached(pinned);
  const fresh = residentBytes(memcached.pid);
  await create(load, { ...planOf([memcached.address], contentBytes), protocol: 'memcached', sessions });
  const full = residentBytes(memcached.pid);
  await memcached.stop();
  const keyBytes = sessionUri(0).length;
  return { system: 'memcached', contentBytes, keyBytes, sessions, fresh, full, expired: null };
}

function planOf(targets: LoadPlan['targets'], contentBytes: number): Omit<LoadPlan, 'sessions'> {
  return { targets, mix: 'create', connections: 64, contentBytes, timeoutMinutes: 20, depth: 4 };
}

async function create(load: Load, plan: LoadPlan): Promise<void> {
  const { requests, errors } = await load.whole(plan);
  if (requests !== plan.sessions || errors > 0) {
    throw new Error(`${requests} of ${plan.sessions} sessions stored, ${errors} in vain`);
  }
}

function bytesPerSession({ full, fresh, sessions }: Measured): number {
  return (full - fresh) / sessions;
}

/** Of one session, octets beyond its key and its content. */
function beyond(measured: Measured): number {
  return bytesPerSession(measured) - measured.keyBytes - measured.contentBytes;
}

function rowOf(measured: Measured): Row {
  const { system, contentBytes, keyBytes, fresh, expired } = measured;
  return {
    name: `content ${contentBytes}, key ${keyBytes}: ${system}`,
    cells: {
      bytesPerSession: bytesPerSession(measured),
      bytesBeyond: beyond(measured),
      freshMebibytes: fresh / 2 ** 20,
      ...(expired === null ? {} : { timesFresh: expired / fresh }),
    },
  };
}

function boundsOf(measured: readonly Measured[]): Bound[] {
  const redis = measured.find(({ system }) => system === REDIS);
  return measured
    .filter(({ system }) => system === ALONE || system === REPLICA)
    .flatMap((each): Bound[] => {
      const what = `${each.system}, content ${each.contentBytes}: memory beyond key and content`;
      const bounds: Bound[] = [{ what, measured: beyond(each), most: MOST_BEYOND, unit: ' bytes' }];
      if (redis !== undefined) {
        bounds.push({ what: `${what} against Redis`, measured: beyond(each) / beyond(redis), most: 1, unit: ' x' });
      }
      if (each.expired !== null) {
        const left = each.expired / each.fresh;
        bounds.push({
          what: `${each.system}, content ${each.contentBytes}: resident memory after all expired against fresh`,
          measured: left,
          most: MOST_TIMES_FRESH,
          unit: ' x',
        });
      }
      return bounds;
    });
}
