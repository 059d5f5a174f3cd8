import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ClusterReport } from './cluster-run.ts';
import type { SimulateArguments } from './simulate-arguments.ts';

/** What a worker process is asked for; it answers with a report. */
export interface SeedTask {
  readonly seed: number;
  readonly given: SimulateArguments;
}

export interface SpreadOptions {
  /** The script of the workers: that of a copy, for one. */
  readonly script?: string;
  /** Whether anybody wants to know of this seed. Once of one not, of none after it either, and what is played is broken off. */
  readonly wants?: (seed: number) => boolean;
}

const WORKER = fileURLToPath(new URL('./simulate-worker.ts', import.meta.url));

/** A history's objects outlive many collections of a small young space. MiB. */
const YOUNG_SPACE = '--max-semi-space-size=64';

/** Plays so many seeds, on all cores, a process each. A seed at which a process dies is reported as wrong. */
export async function playSpread(
  from: number,
  count: number,
  given: SimulateArguments,
  onReport: (report: ClusterReport) => void,
  { script = WORKER, wants = () => true }: SpreadOptions = {},
): Promise<void> {
  let next = from;
  const last = from + count - 1;
  const playing = new Map<number, ChildProcess>();
  const work = async (): Promise<void> => {
    let worker: ChildProcess | null = null;
    while (next <= last && wants(next)) {
      worker ??= fork(script, { execArgv: [...process.execArgv, YOUNG_SPACE] });
      const seed = next++;
      playing.set(seed, worker);
      const report = await ask(worker, { seed, given });
      playing.delete(seed);
      if (typeof report === 'string') worker = null;
      if (wants(seed)) onReport(typeof report === 'string' ? fallen(seed, report) : report);
      for (const [unwanted, busy] of playing) if (!wants(unwanted)) busy.kill();
    }
    worker?.disconnect();
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), count) }, work));
}

/** The report, or how the worker ended instead. */
function ask(worker: ChildProcess, task: SeedTask): Promise<ClusterReport | string> {
  return new Promise((resolve) => {
    const onMessage = (message: unknown): void => {
      worker.off('exit', onExit);
      resolve(message as ClusterReport);
    };
    const onExit = (code: number | null, signal: string | null): void => {
      worker.off('message', onMessage);
      resolve(`the process that played it ended: ${signal ?? `code ${code}`}`);
    };
    worker.once('message', onMessage);
    worker.once('exit', onExit);
    worker.send(task);
  });
}

function fallen(seed: number, why: string): ClusterReport {
  const none = { operations: 0, certain: 0, simulated: 0, played: 0, judged: 0 };
  return { seed, cluster: '', wrongs: [why], hash: '', marks: {}, ...none };
}
