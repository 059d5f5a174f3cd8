import { performance } from 'node:perf_hooks';
import { Histogram } from './histogram.ts';
import { LoadConnection } from './load-connection.ts';
import type { Instruction, LoadPlan, Report } from './load-plan.ts';
import { type Requests, requestsFor } from './load-requests.ts';
import { sessionNumbers } from './load-sessions.ts';

/** The process that makes the load: a closed loop over many connections, told what to do over IPC. */

const latencies = new Histogram();
let connections: LoadConnection[] = [];
let errors = 0;
let markedAt = 0;
let markedCpu = process.cpuUsage();
let finished: Promise<unknown> = Promise.resolve();

async function begin(plan: LoadPlan): Promise<void> {
  const every = plan.rate === undefined ? 0 : (1000 * plan.connections) / plan.rate;
  connections = Array.from({ length: plan.connections }, (_, index) => {
    const target = plan.targets[index % plan.targets.length];
    if (target === undefined) throw new Error('a load has a target');
    return new LoadConnection(target, plan.depth, every, onAnswer);
  });
  const numbers = sessionNumbers(plan);
  const requests = connections.map((_, index) => requestsFor(plan, numbers, index));
  await Promise.all(connections.map((connection) => connection.connected));
  clear();
  finished = Promise.all(connections.map((connection, index) => connection.run(requests[index] as Requests)));
  if (every > 0) pace();
}

/** A timer would round every planned time up to a millisecond; this process has a core to itself. */
function pace(): void {
  const now = performance.now();
  for (const connection of connections) connection.pace(now);
  if (connections.length > 0) setImmediate(pace);
}

function onAnswer(milliseconds: number, ok: boolean): void {
  latencies.record(milliseconds);
  if (!ok) errors++;
}

async function end(): Promise<void> {
  for (const connection of connections) connection.stop();
  await finished;
  for (const connection of connections) connection.close();
  connections = [];
}

function clear(): void {
  latencies.clear();
  errors = 0;
  markedAt = performance.now();
  markedCpu = process.cpuUsage();
}

function report(): Report {
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
}

async function follow(instruction: Instruction): Promise<void> {
  if (instruction.type === 'begin') await begin(instruction.plan);
  if (instruction.type === 'finish') await finished;
  if (instruction.type === 'end') await end();
  process.send?.(report());
}

process.on('message', (instruction: Instruction) => void follow(instruction));
process.on('disconnect', () => process.exit(0));
