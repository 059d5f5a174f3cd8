import type { Address } from '../test/process/address.ts';
import { HoldfastProcess } from '../test/process/holdfast-process.ts';
import type { BenchOptions, Bound, Verdict } from './benchmark.ts';
import { Floor } from './floor.ts';
import { Load } from './load.ts';
import type { LoadPlan, Report } from './load-plan.ts';
import { pinnedTo } from './machine.ts';
import { measuredRound } from './measured-round.ts';
import { CONNECTIONS, CONTENT_BYTES, FIRST_WARM_UP_MS, plainLoad, SESSIONS, WARM_UP_MS } from './plain-load.ts';
import { recordAnswers } from './record-answers.ts';
import { formatTable, median } from './table.ts';

/** How many times the floor's CPU time per request ours may be. */
const MOST_TIMES_THE_FLOOR = { get: 1.25, 'exclusive-set': 1.6 };

type Mix = keyof typeof MOST_TIMES_THE_FLOOR;
const NAMES: Readonly<Record<Mix, string>> = { get: 'GET', 'exclusive-set': 'GetExclusive + Set' };

interface Target {
  readonly name: 'holdfast' | 'floor';
  readonly address: Address;
  readonly pid: number;
}

interface Round extends Report {
  readonly cpuPerRequest: number;
  readonly serverBusy: number;
}

/**
 * Server CPU time per request, beside a floor server under the same load in the same run: a bare `net` server that
 * answers each request with one write of the very bytes Holdfast would have sent.
 * The server under test has one core, the load generator another; rounds alternate between the two servers.
 */
export async function gateway(options: BenchOptions): Promise<Verdict> {
  const holdfast = await HoldfastProcess.start({ prefix: pinnedTo(0) });
  const load = new Load(pinnedTo(1));
  await load.whole(plainLoad('create', [holdfast.gateway]));
  const bounds: Bound[] = [];
  const figures: Record<string, unknown> = {};
  const rows: string[][] = [];
  for (const mix of ['get', 'exclusive-set'] as const) {
    const answers = await recordAnswers(holdfast.gateway, mix, CONTENT_BYTES);
    const floor = await Floor.start(pinnedTo(0), answers.toGet, answers.toPut);
    const targets: Target[] = [
      { name: 'holdfast', address: holdfast.gateway, pid: holdfast.pid },
      { name: 'floor', address: floor.address, pid: floor.pid },
    ];
    const rounds = await alternate(load, mix, targets, options);
    floor.stop();
    const ratio = median(
      rounds.holdfast.map((round, index) => round.cpuPerRequest / (rounds.floor[index]?.cpuPerRequest ?? NaN)),
    );
    rows.push(row(`${NAMES[mix]}, Holdfast`, rounds.holdfast, ratio), row(`${NAMES[mix]}, floor`, rounds.floor, null));
    figures[mix] = { ratio, ...rounds };
    bounds.push({
      what: `${NAMES[mix]}: CPU per request against the floor's`,
      measured: ratio,
      most: MOST_TIMES_THE_FLOOR[mix],
      unit: ' x',
    });
    const errors = [...rounds.holdfast, ...rounds.floor].reduce((sum, round) => sum + round.errors, 0);
    bounds.push({ what: `${NAMES[mix]}: answers other than 200`, measured: errors, most: 0, unit: '' });
  }
  load.close();
  await holdfast.stop();
  console.log(
    `${SESSIONS} sessions of ${CONTENT_BYTES} octets, ${CONNECTIONS} connections, medians of ${options.rounds} rounds of ${options.seconds} s\n`,
  );
  const header = [
    '',
    'CPU µs/request',
    'x floor',
    'requests/s',
    'p50 ms',
    'p99 ms',
    'p99.9 ms',
    'server busy',
    'generator busy',
  ];
  console.log(formatTable(header, rows));
  return { figures, bounds };
}

/**
 * A warmed-up round of each target in turn; who goes first alternates too, so that drift of the machine favours
 * neither.
 */
async function alternate(
  load: Load,
  mix: Mix,
  targets: readonly Target[],
  options: BenchOptions,
): Promise<Record<Target['name'], Round[]>> {
  const rounds: Record<Target['name'], Round[]> = { holdfast: [], floor: [] };
  for (let round = 0; round < options.rounds; round++) {
    const order = round % 2 === 0 ? targets : targets.toReversed();
    for (const target of order) {
      const warmUp = round === 0 ? FIRST_WARM_UP_MS : WARM_UP_MS;
      rounds[target.name].push(
        await playRound(load, plainLoad(mix, [target.address]), target.pid, warmUp, options.seconds),
      );
    }
  }
  return rounds;
}

async function playRound(load: Load, plan: LoadPlan, pid: number, warmUp: number, seconds: number): Promise<Round> {
  const { cpu, ...report } = await measuredRound(load, plan, [pid], warmUp, seconds);
  return { ...report, cpuPerRequest: cpu / report.requests, serverBusy: cpu / 1e6 / report.seconds };
}

function row(name: string, rounds: readonly Round[], ratio: number | null): string[] {
  const middle = (pick: (round: Round) => number): number => median(rounds.map(pick));
  return [
    name,
    middle((round) => round.cpuPerRequest).toFixed(2),
    ratio === null ? '' : ratio.toFixed(2),
    middle((round) => round.requests / round.seconds).toFixed(0),
    middle((round) => round.p50).toFixed(2),
    middle((round) => round.p99).toFixed(2),
    middle((round) => round.p999).toFixed(2),
    `${(middle((round) => round.serverBusy) * 100).toFixed(0)} %`,
    `${(middle((round) => round.busy) * 100).toFixed(0)} %`,
  ];
}
