import { setTimeout as pause } from 'node:timers/promises';
import type { Load } from './load.ts';
import type { Report } from './load-plan.ts';
import { cpuMicroseconds } from './machine.ts';

/** One round of a load, after a warm-up that does not count. */
export interface MeasuredRound extends Report {
  /** Of all server processes together, in microseconds. */
  readonly cpu: number;
}

/** `warmUp`: milliseconds. */
export async function measuredRound<Plan>(
  load: Load<Plan>,
  plan: Plan,
  pids: readonly number[],
  warmUp: number,
  seconds: number,
): Promise<MeasuredRound> {
  const cpu = (): number => pids.reduce((sum, pid) => sum + cpuMicroseconds(pid), 0);
  await load.begin(plan);
  await pause(warmUp);
  await load.mark();
  const before = cpu();
  await pause(seconds * 1_000);
  const report = await load.mark();
  const spent = cpu() - before;
  await load.end();
  return { ...report, cpu: spent };
}
