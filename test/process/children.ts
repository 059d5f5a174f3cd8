import type { ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();

process.once('exit', killTakenAlong);

/** All that are still running, without waiting for their end. */
export function killTakenAlong(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Whatever way this process ends, short of being killed outright, it takes `child` along. */
export function takeAlong(child: ChildProcess): void {
  running.add(child);
  child.once('exit', () => running.delete(child));
}
