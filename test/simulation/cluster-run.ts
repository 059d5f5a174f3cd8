import type { Duration } from '../../src/base/instant.ts';
import { makeKey } from '../../src/member/door.ts';
import { partitionOf } from '../../src/placement/locate.ts';
import { ClusterClients } from './cluster-clients.ts';
import { type ClusterFacts, judgeCluster } from './cluster-judge.ts';
import type { ClusterPlan } from './cluster-plan.ts';
import { clusterTerms, REMEMBER_FOR } from './cluster-terms.ts';
import { ClusterWatch } from './cluster-watch.ts';
import { unsettled } from './convergence.ts';
import { type HistoryEntry, isCertain } from './history.ts';
import { LimitWatch } from './limits.ts';
import { unexplained } from './mismatches.ts';
import { givenUp, isGivenUp } from './patience.ts';
import { Faults } from './world/faults.ts';
import { World } from './world/world.ts';

/** What became of one seed. */
export interface ClusterReport {
  readonly seed: number;
  /** What was played, in words. */
  readonly cluster: string;
  /** What is wrong, in words; nothing if all is well. */
  readonly wrongs: readonly string[];
  /** Of everything that happened: equal for equal seeds. */
  readonly hash: string;
  readonly operations: number;
  readonly certain: number;
  readonly simulated: Duration;
  /** Real time, in milliseconds. */
  readonly played: Duration;
  readonly judged: Duration;
  readonly marks: Readonly<Record<string, number>>;
}

/** How long after the last fault the cluster may take until it answers every request. */
const RECOVERY: Duration = 30_000;
/** How long every request is then to be answered. */
const PROOF: Duration = 10_000;
/** How long, once nobody asks anything, until all is as it should be. */
const SETTLING: Duration = 90_000;
const LOOK_EVERY: Duration = 500;
const FORMING: Duration = 1_000;
const INSIST_EVERY: Duration = 5_000;

/** Plays one seed and judges it. */
export function runCluster(plan: ClusterPlan): {
  readonly report: ClusterReport;
  readonly entries: readonly HistoryEntry[];
  readonly facts: ClusterFacts;
} {
  const { seed, members, gateways, copies, partitions, duration } = plan;
  const begin = performance.now();
  const world = new World({
    seed,
    copies,
    partitions,
    bootstrapMembers: members.length,
    gateways,
    member: { rememberFor: REMEMBER_FOR, ...plan.member },
  });
  const watch = new ClusterWatch(world);
  // Until the first lines stand requests wait at their entries.
  watch.trouble(0, FORMING);
  const limits = new LimitWatch(world);
  const faults = new Faults(world, {
    seed,
    spares: plan.spares,
    pace: plan.pace,
    ...(plan.faults === null ? {} : { kinds: plan.faults }),
  });
  const clients = new ClusterClients(world, plan.clients, seed);
  const wrongs: string[] = [];
  try {
    for (const member of [...members, ...gateways]) world.start(member);
    if (faults.kinds.length > 0) faults.start(duration);
    clients.start();
    insist(world, faults);
    world.runUntil(duration);
    faults.quiet();
    world.runUntil(duration + RECOVERY + PROOF);
    clients.stop();
    wrongs.push(...settle(world, clients));
  } catch (error) {
    wrongs.push(`at ${world.now}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  const { entries } = clients.history;
  for (const { at, kind, what } of faults.inflicted) {
    watch.mark(`fault: ${kind}`);
    watch.trouble(at, at + lengthIn(what));
  }
  const judging = performance.now();
  wrongs.push(...watch.wrongs, ...unexplained(watch.mismatches, faults.garblings));
  // Those aimed at a takeover or at a fill count too, which no plan names.
  const befell = faults.inflicted.map(({ kind }) => kind);
  wrongs.push(...limits.wrongs, ...givenUp(entries, befell, duration));
  wrongs.push(...unanswered(entries, duration + RECOVERY, duration + RECOVERY + PROOF));
  const facts: ClusterFacts = {
    terms: clusterTerms(watch),
    partitionOf: (key) => partitionOf(makeKey(Buffer.from(key)), partitions),
    upheavalsOf: (partition) => watch.upheavalsOf(partition),
    disturbances: watch.disturbances,
  };
  wrongs.push(...judgeCluster(entries, facts));
  watch.mark('request repeated', clients.repeats);
  watch.mark('request repeated and answered again', answeredAgain(entries));
  const report = {
    seed,
    cluster: `${members.length} members${gateways.length > 0 ? ' and a gateway' : ''}, ${copies} copies, ${partitions} partitions, ${duration / 60_000} minutes`,
    wrongs,
    hash: world.hash,
    operations: entries.length,
    certain: entries.filter(isCertain).length,
    simulated: world.now,
    played: judging - begin,
    judged: performance.now() - judging,
    marks: Object.fromEntries([...watch.marks].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  return { report, entries, facts };
}

/** The operator of a cluster: says that members that were lost for good are, until it is heard. */
function insist(world: World, faults: Faults): void {
  for (const { kind, what } of faults.inflicted) {
    const [id = ''] = what.split(' ');
    if (kind !== 'loss for good') continue;
    const { incarnation } = world.process(id);
    const heard = world.live.some(({ member }) => {
      const known = member.table?.members.find((each) => each.id === id);
      return known === undefined || known.forgotten >= incarnation;
    });
    if (!heard) world.forget(id, incarnation);
  }
  world.in(INSIST_EVERY, () => insist(world, faults));
}

/** How long a fault lasted, as it says; some seconds if it says nothing. */
function lengthIn(what: string): Duration {
  const lengths = [...what.matchAll(/(\d+) ms/g)].map(([, length]) => Number(length));
  return Math.max(5_000, ...lengths);
}

function settle(world: World, clients: ClusterClients): string[] {
  const end = world.now + SETTLING;
  let left = ['nobody looked'];
  while (world.now < end && left.length > 0) {
    world.runUntil(world.now + LOOK_EVERY);
    left = unsettled(world);
    if (clients.open > 0) left.push(`${clients.open} clients wait for an answer`);
  }
  return left.map((wrong) => `${SETTLING / 1_000} s after the last request: ${wrong}`);
}

/** Requests without a certain outcome though all faults were healed long before. */
function unanswered(entries: readonly HistoryEntry[], from: Duration, until: Duration): string[] {
  const lost = entries.filter((entry) => entry.invoked >= from && entry.invoked < until && isGivenUp(entry));
  const [first] = lost;
  if (first === undefined) return [];
  const { client, key, command, invoked, outcome } = first;
  return [
    `${lost.length} requests had no certain outcome though all was healed; the first: client ${client}'s ` +
      `${command.type} of ${key} at ${invoked} (${JSON.stringify(outcome)})`,
  ];
}

/** How many repeats were told what a try before them was told. */
function answeredAgain(entries: readonly HistoryEntry[]): number {
  const told = new Set<string>();
  let count = 0;
  for (const { requestId, key, command, outcome } of entries) {
    if (requestId === null || (outcome?.type !== 'stored' && outcome?.type !== 'found')) continue;
    const answer = JSON.stringify([
      requestId,
      key,
      command.type,
      outcome.version,
      outcome.type === 'found' && outcome.cookie,
    ]);
    if (told.has(answer)) count++;
    told.add(answer);
  }
  return count;
}
