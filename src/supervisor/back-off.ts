import type { Duration } from '../base/instant.ts';

/** Whoever lived this long did not die of how it was started. */
const LIVED: Duration = 10_000;
const FIRST: Duration = 200;
const LONGEST: Duration = 5_000;

/** How long to wait before what has died is started again: not at all, unless it dies again and again. */
export class BackOff {
  private pause: Duration = 0;

  /** @param lived how long it had been running */
  after(lived: Duration): Duration {
    if (lived >= LIVED) {
      this.pause = 0;
      return 0;
    }
    this.pause = this.pause === 0 ? FIRST : Math.min(this.pause * 2, LONGEST);
    return this.pause;
  }
}
