import { fileURLToPath } from 'node:url';
import type { Address } from '../test/process/address.ts';
import { HoldfastProcess } from '../test/process/holdfast-process.ts';
import type { BenchOptions, Bound, Verdict } from './benchmark.ts';
import { Floor } from './floor.ts';
import type { GrpcPlan } from './grpc-plan.ts';
import { Load } from './load.ts';
import type { Report } from './load-plan.ts';
import { pinnedTo } from './machine.ts';
import { measuredRound } from './measured-round.ts';
import { formatTable, median } from './table.ts';

const GENERATOR = fileURLToPath(new URL('./grpc-generator.ts', import.meta.url));
const FLOOR = fileURLToPath(new URL('./grpc-floor-server.js', import.meta.url));

/** How many times the CPU time of the floor's call a call of ours may take. */
const MOST_TIMES_THE_FLOOR = 1.15;
/** What part of a call's CPU time a command of a Pipe may take. */
const MOST_OF_A_CALL = 1 / 5;

const SESSIONS = 1_000;
const CONTENT_BYTES = 1_024;
/** The first rounds compile the hot path; a second before each round lets it settle. */
const FIRST_WARM_UP_MS = 3_000;
const WARM_UP_MS = 1_000;

type Mix = 'get' | 'exclusive-set';
const NAMES: Readonly<Record<Mix, string>> = { get: 'Get', 'exclusive-set': 'GetExclusive + Set' };

interface Way {
  readonly name: string;
  readonly server: 'holdfast' | 'floor';
  readonly plan: Pick<GrpcPlan, 'way' | 'connections' | 'inFlight' | 'commandsPerMessage'>;
}

/** 64 calls in flight: by few clients with many each, which shares the cost of a read and a write, and by many with one. */
const FEW = { way: 'unary', connections: 8, inFlight: 8, commandsPerMessage: 1 } as const;
const MANY = { way: 'unary', connections: 64, inFlight: 1, commandsPerMessage: 1 } as const;
const PIPE = { way: 'pipe', connections: 8, inFlight: 64 } as const;

const WAYS = {
  few: { name: 'unary, 8 x 8', server: 'holdfast', plan: FEW },
  fewFloor: { name: 'floor, 8 x 8', server: 'floor', plan: FEW },
  many: { name: 'unary, 64 x 1', server: 'holdfast', plan: MANY },
  manyFloor: { name: 'floor, 64 x 1', server: 'floor', plan: MANY },
  pipe: { name: 'Pipe, 8 x 64', server: 'holdfast', plan: { ...PIPE, commandsPerMessage: 64 } },
  single: { name: 'Pipe, 8 x 64, one to a message', server: 'holdfast', plan: { ...PIPE, commandsPerMessage: 1 } },
} as const satisfies Record<string, Way>;

type WayName = keyof typeof WAYS;
type Rounds = Readonly<Record<WayName, Round[]>>;
const WAY_NAMES = Object.keys(WAYS) as readonly WayName[];
/** What each is held against. */
const FLOOR_OF: Readonly<Record<WayName, WayName | null>> = {
  few: 'fewFloor',
  fewFloor: null,
  many: 'manyFloor',
  manyFloor: null,
  pipe: 'fewFloor',
  single: 'fewFloor',
};

interface Round extends Report {
  readonly cpuPerCommand: number;
  readonly serverBusy: number;
}

/**
 * Server CPU time per command, by a call of its own and by Pipe, beside a floor server in the same run: a bare
 * @grpc/grpc-js server whose handler decodes the same request type and gives back a prepared message of the same type
 * and size. The server under test has one core, the load generator another; rounds alternate between the ways.
 */
export async function grpc(options: BenchOptions): Promise<Verdict> {
  const holdfast = await HoldfastProcess.start({ prefix: pinnedTo(0) });
  const floor = await Floor.run(pinnedTo(0), FLOOR, [String(CONTENT_BYTES)]);
  const servers = {
    holdfast: { address: holdfast.grpc, pid: holdfast.pid },
    floor: { address: floor.address, pid: floor.pid },
  };
  const load = new Load<GrpcPlan>(pinnedTo(1), GENERATOR);
  await load.whole(planFor('create', WAYS.pipe, holdfast.grpc));
  const bounds: Bound[] = [];
  const figures: Record<string, unknown> = {};
  const rows: string[][] = [];
  for (const mix of ['get', 'exclusive-set'] as const) {
    const rounds: Rounds = { few: [], fewFloor: [], many: [], manyFloor: [], pipe: [], single: [] };
    for (let round = 0; round < options.rounds; round++) {
      for (const name of round % 2 === 0 ? WAY_NAMES : WAY_NAMES.toReversed()) {
        const way = WAYS[name];
        const { address, pid } = servers[way.server];
        const warmUp = round === 0 ? FIRST_WARM_UP_MS : WARM_UP_MS;
        rounds[name].push(await playRound(load, planFor(mix, way, address), pid, warmUp, options.seconds));
      }
    }
    rows.push(...WAY_NAMES.map((name) => row(mix, name, rounds)));
    figures[mix] = rounds;
    bounds.push(...boundsOf(mix, rounds));
  }
  load.close();
  floor.stop();
  await holdfast.stop();
  console.log(`${SESSIONS} sessions of ${CONTENT_BYTES} octets; connections x commands in flight on each;`);
  console.log(`medians of ${options.rounds} rounds of ${options.seconds} s\n`);
  const speeds = ['commands/s', 'p50 ms', 'p99 ms', 'p99.9 ms', 'server busy', 'generator busy'];
  console.log(formatTable(['', 'CPU µs/command', 'x floor', 'x unary', ...speeds], rows));
  return { figures, bounds };
}

function planFor(mix: GrpcPlan['mix'], { plan }: Way, target: Address): GrpcPlan {
  return { ...plan, target, mix, sessions: SESSIONS, contentBytes: CONTENT_BYTES };
}

async function playRound(
  load: Load<GrpcPlan>,
  plan: GrpcPlan,
  pid: number,
  warmUp: number,
  seconds: number,
): Promise<Round> {
  const { cpu, ...report } = await measuredRound(load, plan, [pid], warmUp, seconds);
  return { ...report, cpuPerCommand: cpu / report.requests, serverBusy: cpu / 1e6 / report.seconds };
}

/** The median of what `name` took against `base`, round by round. */
function times(rounds: Rounds, name: WayName, base: WayName | null): number {
  if (base === null) return Number.NaN;
  return median(rounds[name].map((round, at) => round.cpuPerCommand / (rounds[base][at]?.cpuPerCommand ?? Number.NaN)));
}

function boundsOf(mix: Mix, rounds: Rounds): Bound[] {
  const errors = Object.values(rounds)
    .flat()
    .reduce((sum, round) => sum + round.errors, 0);
  return [
    ...(['few', 'many'] as const).map((name) => ({
      what: `${NAMES[mix]}, ${WAYS[name].name}: CPU per call against the floor's`,
      measured: times(rounds, name, FLOOR_OF[name]),
      most: MOST_TIMES_THE_FLOOR,
      unit: ' x',
    })),
    {
      what: `${NAMES[mix]}, ${WAYS.pipe.name}: CPU per command against that of a unary call, ${FEW.connections} x ${FEW.inFlight}`,
      measured: times(rounds, 'pipe', 'few'),
      most: MOST_OF_A_CALL,
      unit: ' x',
    },
    { what: `${NAMES[mix]}: answers other than expected`, measured: errors, most: 0, unit: '' },
  ];
}

function row(mix: Mix, name: WayName, rounds: Rounds): string[] {
  const middle = (pick: (round: Round) => number): number => median(rounds[name].map(pick));
  return [
    `${NAMES[mix]}, ${WAYS[name].name}`,
    middle((round) => round.cpuPerCommand).toFixed(2),
    FLOOR_OF[name] === null ? '' : times(rounds, name, FLOOR_OF[name]).toFixed(2),
    WAYS[name].plan.way === 'pipe' ? times(rounds, name, 'few').toFixed(3) : '',
    middle((round) => round.requests / round.seconds).toFixed(0),
    middle((round) => round.p50).toFixed(2),
    middle((round) => round.p99).toFixed(2),
    middle((round) => round.p999).toFixed(2),
    `${(middle((round) => round.serverBusy) * 100).toFixed(0)} %`,
    `${(middle((round) => round.busy) * 100).toFixed(0)} %`,
  ];
}
