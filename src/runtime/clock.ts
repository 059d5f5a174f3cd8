import type { Duration, Instant } from '../base/instant.ts';

/**
 * This process's time: the monotonic clock for everything that is measured or waited for, the wall clock for the one
 * date the old protocol shows. Both can be moved on together, for tests of what takes minutes.
 */
export class SystemClock {
  private offset: Duration = 0;

  now(): Instant {
    return performance.now() + this.offset;
  }

  /** Milliseconds since 1970. */
  wallTime(): number {
    return Date.now() + this.offset;
  }

  /** Moves both clocks on. Returns by how much they are ahead now. */
  advance(by: Duration): Duration {
    this.offset += by;
    return this.offset;
  }
}
