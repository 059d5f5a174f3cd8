import { performance } from 'node:perf_hooks';
import { Histogram } from './histogram.ts';
import type { Instruction, Report } from './load-plan.ts';

export type OnAnswer = (milliseconds: number, ok: boolean) => void;

/** A connection that asks until it is stopped. */
export interface Asking {
  readonly connected: Promise<unknown>;
  stop(): void;
  close(): void;
}

/** What a plan comes to. */
export interface Opened {
  readonly connections: readonly Asking[];
  /** Begins once all are connected, and resolves when the load has ended. */
  run(): Promise<unknown>;
}

/** The life of a process that makes load: it does what it is told over IPC, and tells what happened since the last time. */
export function generate<Plan>(open: (plan: Plan, onAnswer: OnAnswer) => Opened): void {
  const latencies = new Histogram();
  let connections: readonly Asking[] = [];
  let errors = 0;
  let markedAt = 0;
  let markedCpu = process.cpuUsage();
  let finished: Promise<unknown> = Promise.resolve();

  const onAnswer: OnAnswer = (milliseconds, ok) => {
    latencies.record(milliseconds);
    if (!ok) errors++;
  };

  const clear = (): void => {
    latencies.clear();
    errors = 0;
    markedAt = performance.now();
    markedCpu = process.cpuUsage();
  };

  const begin = async (plan: Plan): Promise<void> => {
    const opened = open(plan, onAnswer);
    connections = opened.connections;
    await Promise.all(connections.map((connection) => connection.connected));
    clear();
    finished = opened.run();
  };

  const end = async (): Promise<void> => {
    for (const connection of connections) connection.stop();
    await finished;
    for (const connection of connections) connection.close();
    connections = [];
  };

  const report = (): Report => {
    const milliseconds = performance.now() - markedAt;
    const cpu = process.cpuUsage(markedCpu);
    const told: Report = {
      requests: latencies.count,
      errors,
      seconds: milliseconds / 1000,
      busy: (cpu.user + cpu.system) / 1000 / milliseconds,
      p50: latencies.percentile(0.5),
      p99: latencies.percentile(0.99),
      p999: latencies.percentile(0.999),
      max: latencies.max,
    };
    clear();
    return told;
  };

  const follow = async (instruction: Instruction<Plan>): Promise<void> => {
    if (instruction.type === 'begin') await begin(instruction.plan);
    if (instruction.type === 'finish') await finished;
    if (instruction.type === 'end') await end();
    process.send?.(report());
  };

  process.on('message', (instruction: Instruction<Plan>) => void follow(instruction));
  process.on('disconnect', () => process.exit(0));
}
