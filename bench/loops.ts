import type { Address } from '../test/process/address.ts';
import { HoldfastProcess } from '../test/process/holdfast-process.ts';
import { MachineProcess } from '../test/process/machine-process.ts';
import type { BenchOptions, Bound, Verdict } from './benchmark.ts';
import { Load } from './load.ts';
import type { Report } from './load-plan.ts';
import { pinnedTo } from './machine.ts';
import { measuredRound } from './measured-round.ts';
import { CONNECTIONS, CONTENT_BYTES, FIRST_WARM_UP_MS, plainLoad, SESSIONS, WARM_UP_MS } from './plain-load.ts';
import { formatTable, median } from './table.ts';

/** What two loops do in a second of CPU time, at least, of what one does. */
const LEAST_SHARE = 0.85;

interface Target {
  readonly loops: 1 | 2;
  readonly address: Address;
  readonly pids: readonly number[];
}

interface Round extends Report {
  /** Of all processes of the server, for a GetExclusive and its Set, in microseconds. */
  readonly cpuPerPair: number;
}

/**
 * What a GetExclusive and its Set cost where two members share a machine, beside a member alone in the same run. With one
 * copy: what is added is the way of every second request to the other member and back, and the hand-over of connections.
 * All server processes share one core and the load generator has the other.
 */
export async function loops({ rounds, seconds }: BenchOptions): Promise<Verdict> {
  const prefix = pinnedTo(0);
  const alone = await HoldfastProcess.start({ prefix });
  const machine = await MachineProcess.start({ members: 2, flags: ['--copies=1'], prefix });
  const targets: readonly Target[] = [
    { loops: 1, address: alone.gateway, pids: [alone.pid] },
    { loops: 2, address: machine.gateway, pids: machine.pids },
  ];
  const load = new Load(pinnedTo(1));
  for (const { address } of targets) await load.whole(plainLoad('create', [address]));
  const measured: Record<Target['loops'], Round[]> = { 1: [], 2: [] };
  for (let round = 0; round < rounds; round++) {
    // Who goes first alternates, so that drift of the machine favours neither.
    for (const target of round % 2 === 0 ? targets : targets.toReversed()) {
      const warmUp = round === 0 ? FIRST_WARM_UP_MS : WARM_UP_MS;
      measured[target.loops].push(await play(load, target, warmUp, seconds));
    }
  }
  load.close();
  await machine.stop();
  await alone.stop();

  const share = median(measured[1].map(({ cpuPerPair }, at) => cpuPerPair / (measured[2][at]?.cpuPerPair ?? NaN)));
  console.log(
    `${SESSIONS} sessions of ${CONTENT_BYTES} octets, one copy, ${CONNECTIONS} connections, medians of ${rounds} rounds of ${seconds} s; all loops on one core\n`,
  );
  const header = ['', 'CPU µs/pair', 'pairs per CPU second', 'pairs/s', 'p50 ms', 'p99 ms', 'generator busy'];
  console.log(formatTable(header, [row('one loop', measured[1]), row('two loops', measured[2])]));
  console.log(`\npairs per CPU second of two loops to those of one: ${share.toFixed(2)}`);
  const errors = [...measured[1], ...measured[2]].reduce((sum, round) => sum + round.errors, 0);
  const bounds: Bound[] = [
    { what: 'CPU per pair of two loops to that of one', measured: 1 / share, most: 1 / LEAST_SHARE, unit: ' x' },
    { what: 'answers other than 200', measured: errors, most: 0, unit: '' },
  ];
  return { figures: { share, one: measured[1], two: measured[2] }, bounds };
}

async function play(load: Load, { address, pids }: Target, warmUp: number, seconds: number): Promise<Round> {
  const { cpu, ...report } = await measuredRound(load, plainLoad('exclusive-set', [address]), pids, warmUp, seconds);
  return { ...report, cpuPerPair: (2 * cpu) / report.requests };
}

function row(name: string, rounds: readonly Round[]): string[] {
  const middle = (pick: (round: Round) => number): number => median(rounds.map(pick));
  const cpu = middle(({ cpuPerPair }) => cpuPerPair);
  return [
    name,
    cpu.toFixed(1),
    (1e6 / cpu).toFixed(0),
    middle(({ requests, seconds }) => requests / 2 / seconds).toFixed(0),
    middle(({ p50 }) => p50).toFixed(2),
    middle(({ p99 }) => p99).toFixed(2),
    `${(middle(({ busy }) => busy) * 100).toFixed(0)} %`,
  ];
}
