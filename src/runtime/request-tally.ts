import { DurationTally } from '../base/duration-tally.ts';
import type { Duration } from '../base/instant.ts';
import { COMMAND_TYPES, type CommandType, type Door, OUTCOME_TYPES, type OutcomeType } from '../member/door.ts';

export const DOORS: readonly Door[] = ['gateway', 'grpc'];

const DOOR_AT: Readonly<Record<Door, number>> = { gateway: 0, grpc: 1 };
const COMMAND_AT = indexOf(COMMAND_TYPES);
const OUTCOME_AT = indexOf(OUTCOME_TYPES);

/** How many requests a door answered with one outcome. */
export interface RequestCount {
  readonly door: Door;
  readonly command: CommandType;
  readonly outcome: OutcomeType;
  readonly count: number;
}

/**
 * Counts answered requests. On the path of every request, so it writes to flat arrays and allocates nothing; the
 * exporter reads them when it is asked.
 */
export class RequestTally {
  /** By door, command and outcome, the last changing fastest. */
  private readonly counts = new Float64Array(DOORS.length * COMMAND_TYPES.length * OUTCOME_TYPES.length);
  /** How long a door's requests took. */
  readonly latencies: Readonly<Record<Door, DurationTally>> = {
    gateway: new DurationTally(),
    grpc: new DurationTally(),
  };

  /** @param latency from submit to answer, time in line included */
  count(door: Door, command: CommandType, outcome: OutcomeType, latency: Duration): void {
    const at =
      (DOOR_AT[door] * COMMAND_TYPES.length + COMMAND_AT[command]) * OUTCOME_TYPES.length + OUTCOME_AT[outcome];
    this.counts[at] = (this.counts[at] as number) + 1;
    this.latencies[door].add(latency);
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
}

function indexOf<T extends string>(names: readonly T[]): Readonly<Record<T, number>> {
  return Object.fromEntries(names.map((name, index) => [name, index])) as Record<T, number>;
}
