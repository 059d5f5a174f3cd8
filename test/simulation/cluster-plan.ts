import type { Duration } from '../../src/base/instant.ts';
import { Random } from '../../src/base/random.ts';
import type { MemberOptions } from '../../src/member/member-options.ts';
import type { ClientNumbers } from './cluster-clients.ts';
import { groundOf } from './planted/planted-bugs.ts';
import type { SimulateArguments } from './simulate-arguments.ts';
import type { FaultPace } from './world/faults.ts';
import { USUAL_REPLICATION } from './world/member-options.ts';

/** What one seed plays. */
export interface ClusterPlan {
  readonly seed: number;
  readonly members: readonly string[];
  /** Those that hold nothing, and pass on what they are asked. */
  readonly gateways: readonly string[];
  /** Ids for members that join later. */
  readonly spares: readonly string[];
  readonly copies: number;
  readonly partitions: number;
  readonly clients: ClientNumbers;
  /** The kinds of faults there are; null: drawn. */
  readonly faults: readonly string[] | null;
  /** What of their pace is not drawn. */
  readonly pace: Partial<FaultPace>;
  /** What members are made with in another way than usual. */
  readonly member: Partial<MemberOptions>;
  /** How long there are faults. */
  readonly duration: Duration;
}

const MEMBERS = [3, 3, 3, 4, 4, 5, 6, 7];
const COPIES = [1, 2, 2, 2, 2, 3, 3];
const PARTITIONS = [8, 8, 16, 16, 32, 64];
const MINUTES = 10;
/** The shortest end within what is under way at a busy moment. */
const TAIL_LENGTHS = [200, 200, 40, 8];

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
  const tailLength = oneOf(TAIL_LENGTHS);
  const hasGateway = random.below(4) === 3;
  const ground = groundOf(given.ground);
  const members = given.members ?? ground.members ?? drawn.members;
  return {
    seed,
    members: named('m', members),
    gateways: named('g', hasGateway && given.ground === null ? 1 : 0),
    spares: named('s', 2),
    copies: given.copies ?? ground.copies ?? drawn.copies,
    partitions: given.partitions ?? ground.partitions ?? drawn.partitions,
    clients: { ...clients, ...ground.clients },
    faults: given.faults ?? ground.faults ?? null,
    pace: ground.pace ?? {},
    member: { replication: { ...USUAL_REPLICATION, tailLength }, ...ground.member },
    duration: (given.minutes ?? ground.minutes ?? MINUTES) * 60_000,
  };
}
