import { setTimeout as pause } from 'node:timers/promises';
import { residentBytes } from './machine.ts';

const STEADY_MS = 3_000;
const STEADY_BYTES = 1024 * 1024;
const SETTLE_BOUND = 60_000;

/** A process's resident memory once it has not fallen for a while: what is free is given back in portions. */
export async function settledResident(pid: number): Promise<number> {
  const start = performance.now();
  let least = residentBytes(pid);
  let since = start;
  while (performance.now() - since < STEADY_MS && performance.now() - start < SETTLE_BOUND) {
    await pause(100);
    const now = residentBytes(pid);
    if (now > least - STEADY_BYTES) continue;
    least = now;
    since = performance.now();
  }
  return residentBytes(pid);
}
