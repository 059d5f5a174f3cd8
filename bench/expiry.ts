import { HoldfastProcess } from '../test/process/holdfast-process.ts';
import { until } from '../test/process/within.ts';
import { askedBySignal, COLLECTS } from './asked-by-signal.ts';
import type { Verdict } from './benchmark.ts';
import { Load } from './load.ts';
import type { LoadPlan } from './load-plan.ts';
import { pinnedTo, residentBytes } from './machine.ts';
import { Probe } from './probe.ts';
import { formatTable } from './table.ts';

const SESSIONS = 1_000_000;
const CONTENT_BYTES = 256;
const WARM_UP_SESSIONS = 2_000;
/** Heap and external memory afterwards, against a fresh process. */
const MOST_TIMES_FRESH = 1.2;
const MOST_SLOWEST_MS = 250;
/** The probe's session stays. */
const PROBED = 1;
const EXPIRY_BOUND = 60_000;

interface Memory {
  readonly heapUsed: number;
  readonly external: number;
  /** As the operating system sees it. */
  readonly resident: number;
}

/**
 * A million sessions with a timeout of a minute are created through the gateway and expire all together when the clock
 * is moved. Memory is measured after a collection: fresh (warmed up with a few sessions that expired), full, and when
 * all are gone. A probe on a connection of its own goes on asking all the while.
 */
export async function expiry(): Promise<Verdict> {
  const holdfast = await HoldfastProcess.start({
    flags: ['--max-memory=4GiB'],
    nodeFlags: COLLECTS,
    prefix: pinnedTo(0),
  });
  const load = new Load(pinnedTo(1));
  await load.whole(planFor(holdfast, WARM_UP_SESSIONS));
  await expireAll(holdfast);
  const fresh = await collect(holdfast);

  const early = await Probe.start(holdfast.gateway);
  const created = await load.whole(planFor(holdfast, SESSIONS));
  const slowestCreating = { probe: await early.stop(), load: created.max };
  const active = await holdfast.metric('holdfast_sessions');
  const full = await collect(holdfast);

  const late = await Probe.start(holdfast.gateway);
  const expiringMs = await expireAll(holdfast);
  const slowestExpiring = { probe: await late.stop() };
  const after = await collect(holdfast);
  load.close();
  await holdfast.stop();

  console.log(
    `${SESSIONS} sessions of ${CONTENT_BYTES} octets, created at ${(created.requests / created.seconds).toFixed(0)}/s, gone ${expiringMs.toFixed(0)} ms after the clock moved\n`,
  );
  const row = (name: string, memory: Memory): string[] => [
    name,
    mib(heapAndExternal(memory)),
    mib(memory.heapUsed),
    mib(memory.external),
    mib(memory.resident),
  ];
  const rows = [row('fresh, warmed up', fresh), row('full', full), row('all expired', after)];
  console.log(formatTable(['after a collection', 'heap + external MiB', 'heap', 'external', 'resident'], rows));
  console.log(
    `\nslowest request, ms: creating ${slowestCreating.probe.toFixed(1)} (probe) ${slowestCreating.load.toFixed(1)} (load), expiring ${slowestExpiring.probe.toFixed(1)} (probe)`,
  );
  console.log(`bytes per session: ${((heapAndExternal(full) - heapAndExternal(fresh)) / SESSIONS).toFixed(0)}`);
  return {
    figures: { fresh, full, after, created, active, expiringMs, slowestCreating, slowestExpiring },
    bounds: [
      { what: 'sessions not created', measured: SESSIONS + PROBED - active + created.errors, most: 0, unit: '' },
      {
        what: 'heap + external against a fresh process',
        measured: heapAndExternal(after) / heapAndExternal(fresh),
        most: MOST_TIMES_FRESH,
        unit: ' x',
      },
      {
        what: 'slowest request while creating',
        measured: Math.max(slowestCreating.probe, slowestCreating.load),
        most: MOST_SLOWEST_MS,
        unit: ' ms',
      },
      { what: 'slowest request while expiring', measured: slowestExpiring.probe, most: MOST_SLOWEST_MS, unit: ' ms' },
    ],
  };
}

function planFor(holdfast: HoldfastProcess, sessions: number): LoadPlan {
  return {
    targets: [holdfast.gateway],
    mix: 'create',
    connections: 64,
    sessions,
    contentBytes: CONTENT_BYTES,
    timeoutMinutes: 1,
    depth: 4,
  };
}

/** Moves the clock and waits until every session with a timeout of a minute is gone. @returns milliseconds */
async function expireAll(holdfast: HoldfastProcess): Promise<number> {
  const start = performance.now();
  await holdfast.advanceClock('61s');
  const areGone = async (): Promise<boolean> => (await holdfast.metric('holdfast_sessions')) <= PROBED;
  await until(areGone, 'all sessions expired', EXPIRY_BOUND, 50);
  return performance.now() - start;
}

/** What is left in the server's memory after a collection. */
async function collect(holdfast: HoldfastProcess): Promise<Memory> {
  const memory = await askedBySignal<Omit<Memory, 'resident'>>(holdfast);
  return { ...memory, resident: residentBytes(holdfast.pid) };
}

function heapAndExternal(memory: Memory): number {
  return memory.heapUsed + memory.external;
}

function mib(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
