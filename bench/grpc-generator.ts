import { performance } from 'node:perf_hooks';
import { GrpcConnection } from './grpc-connection.ts';
import type { GrpcPlan } from './grpc-plan.ts';
import { Histogram } from './histogram.ts';
import type { Instruction, Report } from './load-plan.ts';

/** The process that makes the load for the gRPC door: a closed loop, told what to do over IPC. */

const latencies = new Histogram();
let connections: GrpcConnection[] = [];
let errors = 0;
let markedAt = 0;
let markedCpu = process.cpuUsage();
let finished: Promise<unknown> = Promise.resolve();

async function begin(plan: GrpcPlan): Promise<void> {
  connections = Array.from({ length: plan.connections }, (_, index) => new GrpcConnection(plan, index, onAnswer));
  await Promise.all(connections.map((connection) => connection.connected));
  clear();
  finished = Promise.all(connections.map((connection) => connection.run()));
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

async function follow(instruction: Instruction<GrpcPlan>): Promise<void> {
  if (instruction.type === 'begin') await begin(instruction.plan);
  if (instruction.type === 'finish') await finished;
  if (instruction.type === 'end') await end();
  process.send?.(report());
}

process.on('message', (instruction: Instruction<GrpcPlan>) => void follow(instruction));
process.on('disconnect', () => process.exit(0));
