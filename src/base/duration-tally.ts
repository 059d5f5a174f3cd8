import type { Duration } from './instant.ts';

/** Upper bounds of the buckets in milliseconds, ascending; one more bucket takes the rest. */
export const DURATION_BOUNDS: readonly Duration[] = [
  0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000,
];

/** How long something took, as a histogram. Counted with every request, so it allocates nothing. */
export class DurationTally {
  /** Milliseconds, all together. */
  sum: Duration = 0;
  private readonly buckets = new Float64Array(DURATION_BOUNDS.length + 1);

  add(duration: Duration): void {
    // Nearly all fall into the first buckets, so searching from the front is the short way.
    let bucket = 0;
    while (bucket < DURATION_BOUNDS.length && duration > (DURATION_BOUNDS[bucket] as number)) bucket++;
    this.buckets[bucket] = (this.buckets[bucket] as number) + 1;
    this.sum += duration;
  }

  /** How many took up to and including each of DURATION_BOUNDS; the last entry is all of them. */
  cumulative(): number[] {
    let total = 0;
    return Array.from(this.buckets, (count) => {
      total += count;
      return total;
    });
  }
}
