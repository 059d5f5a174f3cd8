import type { Duration } from '../base/instant.ts';
import { COMMAND_TYPES, type CommandType, type Door, OUTCOME_TYPES, type OutcomeType } from '../member/door.ts';

export const DOORS: readonly Door[] = ['gateway', 'grpc'];

/** Upper bounds of the latency histogram's buckets in milliseconds, ascending; one more bucket takes the rest. */
export const LATENCY_BOUNDS: readonly Duration[] = [
  0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000,
];

const DOOR_AT: Readonly<Record<Door, number>> = { gateway: 0, grpc: 1 };
const COMMAND_AT = indexOf(COMMAND_TYPES);
const OUTCOME_AT = indexOf(OUTCOME_TYPES);
const BUCKETS = LATENCY_BOUNDS.length + 1;

/** How many requests a door answered with one outcome. */
export interface RequestCount {
  readonly door: Door;
  readonly command: CommandType;
  readonly outcome: OutcomeType;
  readonly count: number;
}

/** How long a door's requests took. */
export interface Latencies {
  readonly door: Door;
  /** Requests up to and including each of LATENCY_BOUNDS; the last entry is all of them. */
  readonly cumulative: readonly number[];
  /** Milliseconds, all together. */
  readonly sum: Duration;
}

/**
 * Counts answered requests. On the path of every request, so it writes to flat arrays and allocates nothing; the
 * exporter reads them when it is asked.
 */
export class RequestTally {
  /** By door, command and outcome, the last changing fastest. */
  private readonly counts = new Float64Array(DOORS.length * COMMAND_TYPES.length * OUTCOME_TYPES.length);
  /** By door and bucket. */
  private readonly buckets = new Float64Array(DOORS.length * BUCKETS);
  private readonly sums = new Float64Array(DOORS.length);

  /** @param latency from submit to answer, time in line included */
  count(door: Door, command: CommandType, outcome: OutcomeType, latency: Duration): void {
    const doorAt = DOOR_AT[door];
    const at = (doorAt * COMMAND_TYPES.length + COMMAND_AT[command]) * OUTCOME_TYPES.length + OUTCOME_AT[outcome];
    this.counts[at] = (this.counts[at] as number) + 1;

    // Nearly all fall into the first buckets, so searching from the front is the short way.
    let bucket = 0;
    while (bucket < LATENCY_BOUNDS.length && latency > (LATENCY_BOUNDS[bucket] as number)) bucket++;
    const bucketAt = doorAt * BUCKETS + bucket;
    this.buckets[bucketAt] = (this.buckets[bucketAt] as number) + 1;
    this.sums[doorAt] = (this.sums[doorAt] as number) + latency;
  }

  /** What occurred at least once. */
  requestCounts(): RequestCount[] {
    const result: RequestCount[] = [];
    let at = 0;
    for (const door of DOORS) {
      for (const command of COMMAND_TYPES) {
        for (const outcome of OUTCOME_TYPES) {
          const count = this.counts[at++] as number;
          if (count > 0) result.push({ door, command, outcome, count });
        }
      }
    }
    return result;
  }

  /** One for each door. */
  latencies(): Latencies[] {
    return DOORS.map((door, doorAt) => {
      let total = 0;
      const cumulative: number[] = [];
      for (let bucket = 0; bucket < BUCKETS; bucket++) {
        total += this.buckets[doorAt * BUCKETS + bucket] as number;
        cumulative.push(total);
      }
      return { door, cumulative, sum: this.sums[doorAt] as number };
    });
  }
}

function indexOf<T extends string>(names: readonly T[]): Readonly<Record<T, number>> {
  return Object.fromEntries(names.map((name, index) => [name, index])) as Record<T, number>;
}
