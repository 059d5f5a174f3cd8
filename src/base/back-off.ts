import type { Duration } from './instant.ts';
import type { Random } from './random.ts';

/** How long to wait before the next try: longer each time, and not the same for all who failed together. */
export class BackOff {
  private readonly random: Random;
  private readonly first: Duration;
  private readonly longest: Duration;
  private next: Duration;

  /** The first wait and the longest one; each is drawn from half of that to all of it. */
  constructor(random: Random, first: Duration, longest: Duration) {
    this.random = random;
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  /** After one more failure. */
  delay(): Duration {
    const most = this.next;
    this.next = Math.min(most * 2, this.longest);
    return most * (0.5 + 0.5 * this.random.fraction());
  }

  succeeded(): void {
    this.next = this.first;
  }

  /** There is no hurry: the next wait is of the longest. */
  slowDown(): void {
    this.next = this.longest;
  }
}
