import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random } from '../../src/base/random.ts';
import { type ClusterFacts, judgeCluster } from './cluster-judge.ts';
import { drawPlan } from './cluster-plan.ts';
import { runCluster } from './cluster-run.ts';
import { entriesByKey, type HistoryEntry } from './history.ts';
import { judgeSession } from './linearizability.ts';
import { MUTATIONS } from './mutations.ts';
import { readArguments } from './simulate-arguments.ts';
import { acquire, EXACT, granted, op } from './sketch.ts';
import { CALM, type Span } from './terms.ts';

const SEEDS = [21, 22, 23];

/** Of those mistakes that leave many histories an order: what share must be caught, in percent; of the others, 90. */
const HARD: Readonly<Record<string, number>> = { 'locked instead of found': 60, 'found instead of missing': 75 };

describe('the judges of a cluster under faults', () => {
  const runs = SEEDS.map((seed) => runCluster(drawPlan(seed, readArguments(['--seed', `${seed}`, '--minutes', '1']))));

  it('find nothing where nothing is wrong, and know of upheavals', () => {
    for (const { report } of runs) assert.deepEqual(report.wrongs, []);
    assert.ok(runs.some(({ facts }) => facts.upheavalsOf(0).moves.length > 0));
    assert.ok(runs.every(({ facts }) => facts.disturbances.length > 0));
  });

  for (const [name, mutate] of Object.entries(MUTATIONS)) {
    it(`find one mistake among all: ${name}`, () => {
      const verdicts = runs.flatMap(({ entries, facts }, run) =>
        [...entriesByKey(entries)].flatMap(([key, mine]) => {
          const mistaken = mine.length < 30 ? null : mutate(mine, new Random(run));
          return mistaken === null ? [] : [verdictOn(key, mistaken, facts)];
        }),
      );
      const caught = verdicts.filter((type) => type === 'violation').length;
      assert.ok(verdicts.length >= 6, `there was occasion for it in ${verdicts.length} histories`);
      assert.ok(caught >= (verdicts.length * (HARD[name] ?? 90)) / 100, `caught in ${caught} of ${verdicts.length}`);
    });
  }

  it('hold grants to their order, but for times of trouble', () => {
    const waited = (client: number, [invoked, returned]: readonly [number, number], cookie: number) =>
      op(client, [invoked, returned], acquire(110_000, 1_000), granted('a', 'v1', cookie));
    const pair = [waited(1, [0, 900], 8), waited(2, [400, 800], 7)];
    const outOfTurn = (disturbances: readonly Span[]) =>
      judgeCluster(pair, { terms: EXACT, partitionOf: () => 0, upheavalsOf: () => CALM, disturbances }).filter(
        (wrong) => wrong.includes('granted before'),
      );
    assert.equal(outOfTurn([]).length, 1);
    assert.equal(outOfTurn([{ from: 901, until: 2_000 }]).length, 1);
    assert.equal(outOfTurn([{ from: 500, until: 600 }]).length, 0);
  });
});

function verdictOn(key: string, mistaken: readonly HistoryEntry[], { terms, partitionOf, upheavalsOf }: ClusterFacts) {
  return judgeSession(mistaken, terms, upheavalsOf(partitionOf(key))).type;
}
