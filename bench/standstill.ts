import { readFileSync } from 'node:fs';
import type { HoldfastProcess } from '../test/process/holdfast-process.ts';

/** How long actions are gathered, so that one standstill serves several. */
const GATHER_MS = 40;

/**
 * Holds the server's process still while several things are sent to it, so that it surely finds them together, in the
 * order in which they were sent, when it goes on. Time it stands still does not count.
 */
export class Standstill {
  private readonly holdfast: HoldfastProcess;
  private gathered: Array<() => void> = [];
  private next: Promise<void> | null = null;
  private stoodStill = 0;

  constructor(holdfast: HoldfastProcess) {
    this.holdfast = holdfast;
  }

  /** Milliseconds on a clock that stops while the server is held. */
  now(): number {
    return performance.now() - this.stoodStill;
  }

  /** Runs `action` within the next standstill, which comes soon. It may only send and reset. */
  during(action: () => void): Promise<void> {
    this.gathered.push(action);
    this.next ??= new Promise((resolve) => {
      setTimeout(() => {
        this.hold();
        resolve();
      }, GATHER_MS);
    });
    return this.next;
  }

  private hold(): void {
    const actions = this.gathered;
    this.gathered = [];
    this.next = null;
    const start = performance.now();
    this.holdfast.signal('SIGSTOP');
    // The signal takes effect when the process is next scheduled.
    const stat = `/proc/${this.holdfast.pid}/stat`;
    while (!/\) T /.test(readFileSync(stat, 'utf8')));
    this.stoodStill += performance.now() - start;
    for (const action of actions) action();
    this.holdfast.signal('SIGCONT');
  }
}
