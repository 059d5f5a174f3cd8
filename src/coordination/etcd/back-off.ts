import type { Duration } from '../../base/instant.ts';
import type { Random } from '../../base/random.ts';

const FIRST: Duration = 100;
const LONGEST: Duration = 1_000;

/** How long to wait before the next try: longer each time, and not the same for all who lost the store together. */
export class BackOff {
  private readonly random: Random;
  private next = FIRST;

  constructor(random: Random) {
    this.random = random;
  }

  /** After one more failure. */
  delay(): Duration {
    const most = this.next;
    this.next = Math.min(most * 2, LONGEST);
    return most * (0.5 + 0.5 * this.random.fraction());
  }

  succeeded(): void {
    this.next = FIRST;
  }
}
