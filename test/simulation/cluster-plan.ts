import type { Duration } from '../../src/base/instant.ts';
import { Random } from '../../src/base/random.ts';
import type { ClientNumbers } from './cluster-clients.ts';
import type { SimulateArguments } from './simulate-arguments.ts';

/** What one seed plays. */
export interface ClusterPlan {
  readonly seed: number;
  readonly members: readonly string[];
  /** Ids for members that join later. */
  readonly spares: readonly string[];
  readonly copies: number;
  readonly partitions: number;
  readonly clients: ClientNumbers;
  /** The kinds of faults there are; null: drawn. */
  readonly faults: readonly string[] | null;
  /** How long there are faults. */
  readonly duration: Duration;
}

const MEMBERS = [3, 3, 3, 4, 4, 5, 6, 7];
const COPIES = [1, 2, 2, 2, 2, 3, 3];
const PARTITIONS = [8, 8, 16, 16, 32, 64];

function named(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
}

/** What was not given is drawn, and what was given changes nothing else that is drawn. */
export function drawPlan(seed: number, given: SimulateArguments): ClusterPlan {
  const random = new Random(seed);
  const oneOf = (choices: readonly number[]): number => choices[random.below(choices.length)] as number;
  const drawn = { members: oneOf(MEMBERS), copies: oneOf(COPIES), partitions: oneOf(PARTITIONS) };
  const clients = {
    jostling: 7 + random.below(5),
    hotKeys: 3 + random.below(5),
    visiting: 14 + random.below(8),
    dozing: 10 + random.below(15),
  };
  const members = given.members ?? drawn.members;
  return {
    seed,
    members: named('m', members),
    spares: named('s', 2),
    copies: given.copies ?? drawn.copies,
    partitions: given.partitions ?? drawn.partitions,
    clients,
    faults: given.faults,
    duration: given.minutes * 60_000,
  };
}
