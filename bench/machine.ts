import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';

/** One line on what the figures were measured on. */
export function machineLine(): string {
  const [first] = cpus();
  return `${first?.model.trim() ?? 'unknown CPU'}, ${availableParallelism()} cores, node ${process.version}, ${process.platform}`;
}

/** The command prefix that keeps a process on one core, or nothing where that cannot be done. */
export function pinnedTo(core: number): string[] {
  const canPin = availableParallelism() >= 2 && spawnSync('taskset', ['-V']).status === 0;
  return canPin ? ['taskset', '-c', String(core)] : [];
}

/** Keeps this very process, all its threads, on one core, where that can be done. */
export function pinSelfTo(core: number): void {
  if (pinnedTo(core).length > 0) spawnSync('taskset', ['-acp', String(core), String(process.pid)]);
}

/** CPU time that all threads of the process have used so far, user and system, in microseconds. */
export function cpuMicroseconds(pid: number): number {
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const [ran = '0'] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
    nanoseconds += Number(ran);
  }
  return nanoseconds / 1000;
}

/** Resident memory of the process in bytes. */
export function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
}
