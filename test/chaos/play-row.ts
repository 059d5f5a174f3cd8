import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Random } from '../../src/base/random.ts';
import { type ChaosArguments, FULL_RATE } from './chaos-arguments.ts';
import { Cluster } from './cluster.ts';
import { figuresOf } from './figures.ts';
import { hitchesIn } from './hitches.ts';
import { judgeFolder } from './judge.ts';
import { Load } from './load.ts';
import { monotonic } from './monotonic.ts';
import { boundsOf, type Findings, passes, type Row, type RowResult } from './row.ts';
import { Stage } from './stage.ts';
import type { Facts } from './terms-of-run.ts';

const SESSIONS = 5_000;
const CONTENDED = 50;
/** As the members are configured by default. */
const LOCK_LEASE = 110_000;
const LOCK_WAIT = 500;
/** Young processes spend their first seconds compiling what is called often, on every core: no row is about that. */
const WARM_UP = 10_000;
/** Where more than one request in a hundred waits longer while nothing is done, the machine has too little left for this. */
const BUSY = 60;
const LEAST_RATE = 250;

export const FACTS_FILE = 'facts.json';
/** Everything that was measured, each failed or slow request included. */
const RESULT_FILE = 'result.json';

/** A row that could not be begun, or not be measured; what it left is in `folder`. */
export class Unplayable extends Error {
  readonly folder: string;

  constructor(cause: unknown, folder: string) {
    super(wordsOf(cause), { cause });
    this.folder = folder;
  }
}

export interface Played {
  readonly result: RowResult;
  /** Where histories and logs are; null if they were thrown away. */
  readonly folder: string | null;
}

/** Plays a row with a cluster and a load of its own, and judges what its clients saw. */
export async function playRow(row: Row, asked: ChaosArguments, print: (text: string) => void): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), `holdfast-chaos-${row.name}-`));
  try {
    const result = await play(row, asked, folder, print);
    const isKept = asked.keep || !passes(result);
    if (!isKept) rmSync(folder, { recursive: true });
    return { result, folder: isKept ? folder : null };
  } catch (error) {
    throw new Unplayable(error, folder);
  }
}

async function play(
  row: Row,
  asked: ChaosArguments,
  folder: string,
  print: (text: string) => void,
): Promise<RowResult> {
  const random = new Random(asked.seed);
  const { members, coordination, copies, partitions, program } = asked;
  const wired = row.wired && coordination === 'etcd';
  const cluster = await Cluster.start({ members, coordination, copies, partitions, wired, program, folder }, random);
  let load: Load | null = null;
  try {
    load = await Load.start({
      doors: cluster.doors,
      partitions,
      sessions: SESSIONS,
      contended: CONTENDED,
      rate: asked.rate ?? FULL_RATE,
      grpcShare: asked.grpcShare,
      seed: asked.seed,
      lockLease: LOCK_LEASE,
      lockWait: LOCK_WAIT,
      asksCrossedAgain: row.asksCrossedAgain,
      folder,
    });
    await load.begin();
    await pause(WARM_UP);
    await load.measure();
    const rate = asked.rate ?? (await bearable(load, print));
    const stage = new Stage(cluster, load, random, asked, print);
    let isPlayed = true;
    const findings = await row.play(stage).catch((error: unknown): Findings => {
      isPlayed = false;
      return [{ what: `not played to its end: ${wordsOf(error)}`, measured: 1, most: 0, unit: '' }];
    });
    // Where the cluster is broken every session would be waited for in vain.
    const report = await load.end(isPlayed);
    // What could still disturb the judge is gone before he begins.
    load.close();
    await cluster.close();
    const afterwards = row.afterwards?.(stage, report) ?? [];
    return conclude(row, stage, { rate, report, findings: [...findings, ...afterwards] }, partitions, folder);
  } finally {
    load?.close();
    await cluster.close();
  }
}

/** Halves the load until the machine bears it, and says so. */
async function bearable(load: Load, print: (text: string) => void): Promise<number> {
  for (let rate = FULL_RATE; ; rate /= 2) {
    if (rate < FULL_RATE) {
      await load.setRate(rate);
      // What has piled up goes first.
      await pause(WARM_UP);
      await load.measure();
    }
    await pause(WARM_UP);
    const p99 = await load.measure();
    if (p99 <= BUSY || rate <= LEAST_RATE) return rate;
    print(
      `  THE MACHINE IS TOO BUSY for ${rate} requests a second: one in a hundred waits ${p99.toFixed(0)} ms in peace`,
    );
  }
}

function conclude(
  row: Row,
  stage: Stage,
  { rate, report, findings }: Pick<RowResult, 'rate' | 'report'> & { readonly findings: Findings },
  partitions: number,
  folder: string,
): RowResult {
  const now = monotonic();
  const facts: Facts = {
    partitions,
    disturbances: stage.faults.map(({ from, until }) => ({ from, until: Math.min(until, now) })),
    hitches: hitchesIn(stage.cluster.logLines(), Date.now() - now),
    standstills: stage.standstills,
    losses: stage.losses,
  };
  writeFileSync(join(folder, FACTS_FILE), `${JSON.stringify(facts, null, 2)}\n`);
  const measured = {
    rate,
    loadAverage: loadavg()[0] ?? Number.NaN,
    report,
    figures: figuresOf(report, stage.harms),
    judgement: judgeFolder(folder, facts),
    answeredAgain: stage.longestUntilAnswered,
  };
  const result = { row: row.name, ...measured, bounds: boundsOf(row, measured, findings) };
  writeFileSync(join(folder, RESULT_FILE), `${JSON.stringify(result, null, 2)}\n`);
  return result;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
