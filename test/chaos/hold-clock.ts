import type { Instant } from '../../src/base/instant.ts';

/** For how long in all, so far, somebody has held the lock of one session, as far as its clients know. */
export class HoldClock {
  private holders = 0;
  private since: Instant = 0;
  private past = 0;

  begin(at: Instant): void {
    if (this.holders++ === 0) this.since = at;
  }

  end(at: Instant): void {
    if (--this.holders === 0) this.past += at - this.since;
  }

  /** `at`: now. */
  total(at: Instant): number {
    return this.past + (this.holders > 0 ? at - this.since : 0);
  }
}
