import { setTimeout as pause } from 'node:timers/promises';
import type { BenchOptions, Bound } from '../benchmark.ts';
import type { Load } from '../load.ts';
import type { LoadPlan, Report } from '../load-plan.ts';
import { measuredRound } from '../measured-round.ts';
import { median } from '../table.ts';
import type { Cells } from './part.ts';

/** What a first warm-up should come to, and the longest it may take for it. */
const LEAST_REQUESTS = 40_000;
const MOST_WARM_UP = 20_000;

/** A load, and the processes of those who bear it. */
export interface Lane {
  readonly name: string;
  readonly plan: LoadPlan;
  readonly pids: readonly number[];
}

export interface Round extends Report {
  /** Of all server processes, microseconds per request. */
  readonly cpu: number;
  /** Share of the time, summed over the processes. */
  readonly serverBusy: number;
}

/** In milliseconds. */
export interface WarmUp {
  /** Before the first round of each lane, which compiles the hot path: on a busy machine longer, see below. */
  readonly first: number;
  /** Before each other. */
  readonly other: number;
}

/** Rounds of each lane in turn; whose turn is first moves on, so that drift of the machine favours nobody. */
export async function interleave(
  load: Load,
  lanes: readonly Lane[],
  { rounds, seconds }: BenchOptions,
  warmUp: WarmUp,
): Promise<Round[][]> {
  const played: Round[][] = lanes.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < lanes.length; turn++) {
      const at = (turn + round) % lanes.length;
      const lane = lanes[at] as Lane;
      if (round === 0) await compile(load, lane, warmUp.first);
      played[at]?.push(await playRound(load, lane, warmUp.other, seconds));
    }
  }
  return played;
}

/** Time alone does not warm a server up that gets no share of it. */
async function compile(load: Load, { plan }: Lane, milliseconds: number): Promise<void> {
  const end = performance.now() + MOST_WARM_UP;
  const wanted = plan.rate === undefined ? LEAST_REQUESTS : 0;
  await load.begin(plan);
  await pause(milliseconds);
  let requests = (await load.mark()).requests;
  while (requests < wanted && performance.now() < end) {
    await pause(milliseconds / 4);
    requests += (await load.mark()).requests;
  }
  await load.end();
}

export async function playRound(load: Load, { plan, pids }: Lane, warmUp: number, seconds: number): Promise<Round> {
  const { cpu, ...report } = await measuredRound(load, plan, pids, warmUp, seconds);
  return { ...report, cpu: cpu / report.requests, serverBusy: cpu / 1e6 / report.seconds };
}

/** Of the rounds of one lane, medians, but for errors. */
export function cellsOf(rounds: readonly Round[], isOpenLoop = false): Cells {
  const middle = (pick: (round: Round) => number): number => median(rounds.map(pick));
  return {
    cpu: middle(({ cpu }) => cpu),
    perSecond: middle(({ requests, seconds }) => requests / seconds),
    p50: middle(({ p50 }) => p50),
    p99: middle(({ p99 }) => p99),
    p999: middle(({ p999 }) => p999),
    ...(isOpenLoop ? { max: Math.max(...rounds.map(({ max }) => max)) } : {}),
    serverBusy: 100 * middle(({ serverBusy }) => serverBusy),
    // In an open loop it watches the clock all the time.
    ...(isOpenLoop ? {} : { generatorBusy: 100 * middle(({ busy }) => busy) }),
    errors: errorsOf(rounds),
  };
}

/** The median of what each round is to the other lane's round beside it. */
export function ratioOf(
  rounds: readonly Round[] | undefined,
  others: readonly Round[] | undefined,
  pick: (round: Round) => number = ({ cpu }) => cpu,
): number {
  if (rounds === undefined || others === undefined) return Number.NaN;
  return median(rounds.map((round, index) => pick(round) / pick(others[index] as Round)));
}

export function requestsPerSecond({ requests, seconds }: Round): number {
  return requests / seconds;
}

export function noErrors(what: string, rounds: readonly Round[]): Bound {
  return { what: `${what}: answers that are not what was asked for`, measured: errorsOf(rounds), most: 0, unit: '' };
}

function errorsOf(rounds: readonly Round[]): number {
  return rounds.reduce((sum, { errors }) => sum + errors, 0);
}
