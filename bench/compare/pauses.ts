import { setTimeout as pause } from 'node:timers/promises';
import type { Address } from '../../test/process/address.ts';
import { HoldfastProcess } from '../../test/process/holdfast-process.ts';
import { until } from '../../test/process/within.ts';
import { askedBySignal, WATCHES_LOOP } from '../asked-by-signal.ts';
import type { Bound } from '../benchmark.ts';
import type { LoadPlan, Protocol } from '../load-plan.ts';
import { startMemcached } from '../memcached-process.ts';
import { Probe } from '../probe.ts';
import { RedisProcess } from '../redis-process.ts';
import { median } from '../table.ts';
import { type Findings, progress, type Row, type Stage } from './part.ts';
import {
  cellsOf,
  interleave,
  type Lane,
  noErrors,
  playRound,
  type Round,
  ratioOf,
  requestsPerSecond,
} from './rounds.ts';

const FEW = 10_000;
const MANY = 2_000_000;
const COME_AND_GO = 1_000_000;
/** Long enough to create them all. It passes in two steps: the gateway closes connections that are idle for as long. */
const COMES_FOR_MINUTES = 2;
const CONTENT_BYTES = 256;
/** Longer than any run: those that stay are renewed, and do not expire. */
const STAYS_MINUTES = 20_000;
const WARM_UP = { first: 3_000, other: 500 };
/** After each fourth pair a session comes, to expire after so many seconds. */
const NEWCOMERS = { every: 4, lifeSeconds: 5 };
/** By then as many expire as come. */
const CHURN_WARM_UP = 7_000;
const LEAST_CHURN_SECONDS = 5;
/** The gateway knows minutes alone, so Holdfast's clock is driven on: a minute passes in some five seconds. */
const DRIVE_EVERY_MS = 100;
const DRIVE_BY = '1200ms';
const EXPIRY_BOUND = 120_000;

const LEAST_THROUGHPUT = 0.9;
const MOST_PAUSE_MS = 20;

/** Two processes of a system: one with few sessions, one with many. */
interface Pair {
  readonly system: string;
  readonly protocol: Protocol;
  readonly few: Server;
  readonly many: Server;
}

interface Server {
  readonly address: Address;
  readonly pid: number;
  /** Around a measurement: lets time pass for newcomers. */
  readonly drive?: () => () => Promise<void>;
  /** Milliseconds, since it was last asked. */
  readonly longestPause?: () => Promise<number>;
  stop(): Promise<unknown>;
}

interface AtSize {
  readonly sessions: number;
  readonly fast: readonly Round[];
  readonly halfLoad: Round;
  readonly loopPause: number | null;
}

interface Played {
  readonly system: string;
  readonly sizes: readonly AtSize[];
}

/** In milliseconds, while so many sessions came, and while they expired: the loop's and the slowest of requests. */
interface Bursts {
  readonly sessions: number;
  readonly created: Burst;
  readonly expired: Burst;
}

interface Burst {
  readonly loopPause: number;
  readonly slowest: number;
  readonly took: number;
}

/** Whether many sessions slow down or hold up what few do not. */
export async function pauses(stage: Stage): Promise<Findings> {
  const played: Played[] = [];
  const [few, many] = [await startHoldfast(stage), await startHoldfast(stage)];
  const bursts = await comeAndGo(stage, many);
  played.push(await play(stage, { system: 'Holdfast', protocol: 'gateway', few: serverOf(few), many: serverOf(many) }));
  if (stage.has('redis-server')) {
    const [few, many] = [await RedisProcess.start(stage.pinned), await RedisProcess.start(stage.pinned)];
    played.push(await play(stage, { system: "Redis, the provider's scripts", protocol: 'redis', few, many }));
  }
  if (stage.has('memcached')) {
    const [few, many] = [await startMemcached(stage.pinned), await startMemcached(stage.pinned)];
    played.push(await play(stage, { system: 'memcached, gets + cas', protocol: 'memcached', few, many }));
  }
  return {
    title: `GetExclusive + Set, ${CONTENT_BYTES} B, 64 connections, sessions visited at random`,
    rows: [...played.flatMap(rowsOf), ...burstRows(bursts)],
    figures: { played, bursts },
    bounds: [...played.slice(0, 1).flatMap(boundsOf), ...burstBounds(bursts)],
  };
}

function startHoldfast({ pinned }: Stage): Promise<HoldfastProcess> {
  return HoldfastProcess.start({ flags: ['--max-memory=8GiB'], nodeFlags: WATCHES_LOOP, prefix: pinned });
}

function serverOf(holdfast: HoldfastProcess): Server {
  return {
    address: holdfast.gateway,
    pid: holdfast.pid,
    longestPause: async () => (await askedBySignal<{ longestPause: number }>(holdfast)).longestPause,
    drive: () => {
      let isStopping = false;
      const driven = (async () => {
        while (!isStopping) {
          await holdfast.advanceClock(DRIVE_BY);
          await pause(DRIVE_EVERY_MS);
        }
      })();
      return () => {
        isStopping = true;
        return driven;
      };
    },
    stop: () => holdfast.stop(),
  };
}

/** A million sessions are created as fast as they come, and expire all together. */
async function comeAndGo({ load, options }: Stage, holdfast: HoldfastProcess): Promise<Bursts> {
  const sessions = Math.round(COME_AND_GO * options.scale);
  progress(`pauses: ${sessions} sessions come and go`);
  const { address, longestPause } = serverOf(holdfast);
  const timed = async (work: () => Promise<number>): Promise<Burst> => {
    await longestPause?.();
    const probe = await Probe.start(address);
    const start = performance.now();
    const slowest = await work();
    const took = performance.now() - start;
    const probed = await probe.stop();
    return { loopPause: (await longestPause?.()) ?? Number.NaN, slowest: Math.max(slowest, probed), took };
  };
  const created = await timed(async () => {
    const plan = {
      ...planOf('gateway', address, sessions),
      mix: 'create',
      timeoutMinutes: COMES_FOR_MINUTES,
      depth: 4,
    } as const;
    return (await load.whole(plan)).max;
  });
  await holdfast.advanceClock('60s');
  const expired = await timed(async () => {
    await holdfast.advanceClock('61s');
    // The probe's stays.
    const areGone = async (): Promise<boolean> => (await holdfast.metric('holdfast_sessions')) <= 1;
    await until(areGone, 'all sessions expired', EXPIRY_BOUND, 50);
    return 0;
  });
  return { sessions, created, expired };
}

async function play({ load, options }: Stage, pair: Pair): Promise<Played> {
  const { system, protocol, few, many } = pair;
  const sizes = [
    { server: few, sessions: FEW },
    { server: many, sessions: Math.round(MANY * options.scale) },
  ];
  const lanes = sizes.map(
    ({ server, sessions }): Lane => ({
      name: system,
      plan: planOf(protocol, server.address, sessions),
      pids: [server.pid],
    }),
  );
  for (const { plan } of lanes) {
    progress(`pauses: ${plan.sessions} sessions, ${system}`);
    await load.whole({ ...plan, mix: 'create', depth: 4 });
  }
  const fast = await interleave(load, lanes, options, WARM_UP);
  const rate = median((fast[0] ?? []).map(requestsPerSecond)) / 2;
  const played: AtSize[] = [];
  for (const [index, { server, sessions }] of sizes.entries()) {
    const lane = lanes[index] as Lane;
    const plan = { ...lane.plan, rate, newcomers: NEWCOMERS };
    const stopDriving = server.drive?.();
    await server.longestPause?.();
    const seconds = Math.max(LEAST_CHURN_SECONDS, 5 * options.seconds);
    const halfLoad = await playRound(load, { ...lane, plan }, CHURN_WARM_UP, seconds);
    const loopPause = (await server.longestPause?.()) ?? null;
    await stopDriving?.();
    played.push({ sessions, fast: fast[index] ?? [], halfLoad, loopPause });
  }
  await few.stop();
  await many.stop();
  return { system, sizes: played };
}

function planOf(protocol: Protocol, target: Address, sessions: number): LoadPlan {
  return {
    protocol,
    targets: [target],
    mix: 'exclusive-set',
    connections: 64,
    sessions,
    atRandom: true,
    contentBytes: CONTENT_BYTES,
    timeoutMinutes: STAYS_MINUTES,
    depth: 1,
  };
}

function rowsOf({ system, sizes }: Played): Row[] {
  return [
    ...sizes.map(({ sessions, fast }) => ({
      name: `${sessions} sessions, as fast as it goes: ${system}`,
      cells: cellsOf(fast),
    })),
    ...sizes.map(({ sessions, halfLoad, loopPause }) => ({
      name: `${sessions} sessions, at half load, others come and expire: ${system}`,
      cells: { ...cellsOf([halfLoad], true), ...(loopPause === null ? {} : { loopPause }) },
    })),
  ];
}

function burstRows({ sessions, created, expired }: Bursts): Row[] {
  const row = (what: string, { loopPause, slowest }: Burst): Row => ({
    name: `${sessions} sessions ${what} at once: Holdfast`,
    cells: { loopPause, max: slowest },
  });
  return [row('come', created), row('expire', expired)];
}

function boundsOf({ system, sizes }: Played): Bound[] {
  const [few, many] = sizes;
  const errors = sizes.flatMap(({ fast, halfLoad }) => [...fast, halfLoad]);
  return [
    {
      what: `${system}: throughput with ${many?.sessions} sessions against ${few?.sessions}`,
      measured: ratioOf(many?.fast, few?.fast, requestsPerSecond),
      least: LEAST_THROUGHPUT,
      unit: ' x',
    },
    noErrors(`${system}, few and many sessions`, errors),
  ];
}

function burstBounds({ sessions, created, expired }: Bursts): Bound[] {
  return [
    {
      what: `longest pause of the loop while ${sessions} sessions come`,
      measured: created.loopPause,
      most: MOST_PAUSE_MS,
      unit: ' ms',
    },
    {
      what: `longest pause of the loop while ${sessions} sessions expire`,
      measured: expired.loopPause,
      most: MOST_PAUSE_MS,
      unit: ' ms',
    },
  ];
}
