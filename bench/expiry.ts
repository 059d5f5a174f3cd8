import { HoldfastProcess } from '../test/process/holdfast-process.ts';
import { until } from '../test/process/within.ts';
import { askedBySignal, COLLECTS } from './asked-by-signal.ts';
import type { Verdict } from './benchmark.ts';
import { Load } from './load.ts';
import { type LoadPlan, sessionUri } from './load-plan.ts';
import { pinnedTo } from './machine.ts';
import { Probe } from './probe.ts';
import { settledResident } from './settled-resident.ts';
import { formatTable } from './table.ts';

const SESSIONS = 1_000_000;
const CONTENT_BYTES = 256;
const WARM_UP_SESSIONS = 2_000;
const KEY_BYTES = decodeURIComponent(sessionUri(0)).length;
/** Of resident memory, beside key and content. */
const MOST_BESIDE = 120;
/** Resident memory afterwards, against a fresh process. */
const MOST_TIMES_FRESH = 1.3;
const MOST_PAUSE_MS = 20;
const MOST_SLOWEST_MS = 250;
/** The probe's session stays. */
const PROBED = 1;
const EXPIRY_BOUND = 60_000;

interface Memory {
  readonly heapUsed: number;
  readonly external: number;
  /** As the operating system sees it, before the collection: nobody tells a server to collect. */
  readonly resident: number;
  /** Of the loop, since memory was last looked at. */
  readonly longestPauseMs: number;
}

/**
 * A million sessions with a timeout of a minute are created through the gateway and expire all together when the clock
 * is moved. Memory is measured fresh (warmed up with a few sessions that expired), full, and when all are gone: resident
 * memory once it has settled by itself, the rest after a collection. A probe on a connection of its own goes on asking all the while.
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
  const beside = (full.resident - fresh.resident) / SESSIONS - KEY_BYTES - CONTENT_BYTES;
  const row = (name: string, memory: Memory): string[] => [
    name,
    mib(heapAndExternal(memory)),
    mib(memory.heapUsed),
    mib(memory.external),
    mib(memory.resident),
    memory.longestPauseMs.toFixed(1),
  ];
  const rows = [row('fresh, warmed up', fresh), row('full', full), row('all expired', after)];
  console.log(
    formatTable(['', 'heap + external MiB', 'heap', 'external', 'resident', 'longest pause before, ms'], rows),
  );
  console.log(
    `\nslowest request, ms: creating ${slowestCreating.probe.toFixed(1)} (probe) ${slowestCreating.load.toFixed(1)} (load), expiring ${slowestExpiring.probe.toFixed(1)} (probe)`,
  );
  console.log(`bytes per session beside ${KEY_BYTES} of key and ${CONTENT_BYTES} of content: ${beside.toFixed(0)}`);
  return {
    figures: { fresh, full, after, beside, created, active, expiringMs, slowestCreating, slowestExpiring },
    bounds: [
      { what: 'sessions not created', measured: SESSIONS + PROBED - active + created.errors, most: 0, unit: '' },
      { what: 'resident bytes per session beside key and content', measured: beside, most: MOST_BESIDE, unit: '' },
      {
        what: 'resident memory afterwards against a fresh process',
        measured: after.resident / fresh.resident,
        most: MOST_TIMES_FRESH,
        unit: ' x',
      },
      { what: 'longest pause while creating', measured: full.longestPauseMs, most: MOST_PAUSE_MS, unit: ' ms' },
      { what: 'longest pause while expiring', measured: after.longestPauseMs, most: MOST_PAUSE_MS, unit: ' ms' },
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

/** Waits until memory has settled, and tells what it has come to, and what is left of it after a collection. */
async function collect(holdfast: HoldfastProcess): Promise<Memory> {
  const resident = await settledResident(holdfast.pid);
  const memory = await askedBySignal<Omit<Memory, 'resident'>>(holdfast);
  return { ...memory, resident };
}

function heapAndExternal(memory: Memory): number {
  return memory.heapUsed + memory.external;
}

function mib(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
