import { setTimeout as pause } from 'node:timers/promises';
import type { Address } from '../test/process/address.ts';
import { GatewayClient } from '../test/process/gateway-client.ts';
import { HoldfastProcess } from '../test/process/holdfast-process.ts';
import { acquire, release, set } from '../test/process/requests.ts';
import type { BenchOptions, Verdict } from './benchmark.ts';
import { type CrowdResult, playCrowd } from './handoff-crowd.ts';
import { sessionUri } from './load-plan.ts';
import { pinnedTo, pinSelfTo } from './machine.ts';
import { formatTable, median, percentile } from './table.ts';

const CLIENTS = 5;
const HOLD_MS = 50;
/** What five clients need if no time is lost between them, and a fifth of it on top. */
const MOST_FOR_FIVE_MS = CLIENTS * HOLD_MS * 1.2;
const MOST_HAND_OFF_P99_MS = 5;
/** How often the stock client asks again. */
const POLL_MS = 500;

/**
 * How a lock passes on. First five clients that each hold one session's lock for 50 ms, all arriving at once, beside
 * the same five polling as the stock client does where nobody may wait in line. Then a crowd, some of whose
 * clients vanish while they wait or just as their turn comes.
 */
export async function handoff(options: BenchOptions): Promise<Verdict> {
  // Away from the server's core: a clock that waits for a turn on it would time the scheduler.
  pinSelfTo(1);
  const waiting = await timeFive([], options.rounds);
  const polling = await timeFive(['--lock-wait=0s'], 1);
  const crowd = await crowdRounds(options.rounds);

  console.log(`${CLIENTS} clients hold one session's lock for ${HOLD_MS} ms each, all arriving at once\n`);
  const rows = [
    ['waiting in line', String(options.rounds), ms(percentile(waiting, 0.5)), ms(Math.max(...waiting))],
    [`polling every ${POLL_MS} ms`, '1', ms(percentile(polling, 0.5)), ms(Math.max(...polling))],
  ];
  console.log(formatTable(['', 'rounds', 'median ms', 'slowest ms'], rows));
  console.log(`\n${crowd.totals.sessions} x 5 clients, of whom some leave the line by reset or abandon their grant\n`);
  const handOffs = crowd.timedRounds.flat();
  const p99 = median(crowd.timedRounds.map((round) => percentile(round, 0.99)));
  const handOff = {
    p50: percentile(handOffs, 0.5),
    p99,
    p99OfAll: percentile(handOffs, 0.99),
    max: Math.max(...handOffs),
  };
  const { totals } = crowd;
  const rowsOfCrowd: ReadonlyArray<readonly [string, string]> = [
    ['grants read by their client', String(totals.granted)],
    ['waiters that reset in line', String(totals.left)],
    ['grants abandoned, release before reset', String(totals.releasedThenReset)],
    ['grants abandoned, reset before release', String(totals.resetThenReleased)],
    ['grants the server made and took back', String(crowd.takenBack)],
    ['holders that reset, then released from another connection', String(totals.resetWhileHolding)],
    ['hand-off p50 ms', ms(handOff.p50)],
    ['hand-off p99 ms, median of the rounds', ms(handOff.p99)],
    ['hand-off p99 ms, all rounds together', ms(handOff.p99OfAll)],
    ['hand-off slowest ms', ms(handOff.max)],
  ];
  console.log(formatTable(['crowd', ''], rowsOfCrowd));
  for (const failure of totals.failures.slice(0, 10)) console.log(failure);
  return {
    figures: { waiting, polling, crowd: totals, takenBack: crowd.takenBack, handOff },
    bounds: [
      { what: 'five clients, slowest round', measured: Math.max(...waiting), most: MOST_FOR_FIVE_MS, unit: ' ms' },
      { what: 'sessions whose grants were out of order of arrival', measured: totals.outOfOrder, most: 0, unit: '' },
      { what: 'locks left behind', measured: totals.leftBehind, most: 0, unit: '' },
      { what: 'other failures', measured: totals.failures.length, most: 0, unit: '' },
      { what: 'hand-off p99, median of the rounds', measured: p99, most: MOST_HAND_OFF_P99_MS, unit: ' ms' },
    ],
  };
}

async function timeFive(flags: readonly string[], rounds: number): Promise<number[]> {
  const holdfast = await HoldfastProcess.start({ flags, prefix: pinnedTo(0) });
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await timeFiveOnce(holdfast.gateway, sessionUri(round)));
  await holdfast.stop();
  return times;
}

async function timeFiveOnce(address: Address, uri: string): Promise<number> {
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => GatewayClient.connect(address)));
  for (const client of clients) await client.ask(set(uri));
  const start = performance.now();
  await Promise.all(clients.map((client) => takeHoldRelease(client, uri)));
  const time = performance.now() - start;
  for (const client of clients) client.close();
  return time;
}

/** What the stock client does for one page: ask until granted, work, release. */
async function takeHoldRelease(client: GatewayClient, uri: string): Promise<void> {
  let answer = await client.ask(acquire(uri));
  while (answer.status === 423) {
    await pause(POLL_MS);
    answer = await client.ask(acquire(uri));
  }
  await pause(HOLD_MS);
  const released = await client.ask(release(uri, answer.headers.get('lockcookie') ?? ''));
  if (released.status !== 200) throw new Error(`release: ${released.statusLine}`);
}

interface CrowdRounds {
  /** Of all rounds. */
  readonly totals: Omit<CrowdResult, 'handOffs'>;
  /** Hand-off times of each round but the first, in which both processes compile their hot paths. */
  readonly timedRounds: ReadonlyArray<readonly number[]>;
  /** Grants that met a connection already gone. */
  readonly takenBack: number;
}

async function crowdRounds(rounds: number): Promise<CrowdRounds> {
  // Nobody's wait ends before its turn comes.
  const holdfast = await HoldfastProcess.start({ flags: ['--lock-wait=3s'], prefix: pinnedTo(0) });
  const results: CrowdResult[] = [];
  for (let round = 0; round <= rounds; round++) results.push(await playCrowd(holdfast, round));
  const takenBack = await holdfast.metric('holdfast_gateway_undelivered_grants_total');
  await holdfast.stop();
  const totals = results.reduce((sum, result) => ({
    sessions: sum.sessions + result.sessions,
    granted: sum.granted + result.granted,
    left: sum.left + result.left,
    releasedThenReset: sum.releasedThenReset + result.releasedThenReset,
    resetThenReleased: sum.resetThenReleased + result.resetThenReleased,
    resetWhileHolding: sum.resetWhileHolding + result.resetWhileHolding,
    outOfOrder: sum.outOfOrder + result.outOfOrder,
    leftBehind: sum.leftBehind + result.leftBehind,
    failures: [...sum.failures, ...result.failures],
    handOffs: [],
  }));
  return { totals, timedRounds: results.slice(1).map((result) => result.handOffs), takenBack };
}

function ms(value: number): string {
  return value.toFixed(2);
}
