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

const WORKER = fileURLToPath(new URL('./simulate-worker.ts', import.meta.url));

/** Plays so many seeds, on all cores, a process each. A seed at which a process dies is reported as wrong. */
export async function playSpread(
  from: number,
  count: number,
  given: SimulateArguments,
  onReport: (report: ClusterReport) => void,
): Promise<void> {
  let next = from;
  const last = from + count - 1;
  const work = async (): Promise<void> => {
    let worker: ChildProcess | null = null;
    while (next <= last) {
      worker ??= fork(WORKER);
      const seed = next++;
      const report = await ask(worker, { seed, given });
      if (typeof report === 'string') worker = null;
      onReport(typeof report === 'string' ? fallen(seed, report) : report);
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
