import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Random } from '../../src/base/random.ts';
import { type Holder, type Holders, holds, sameHolder } from '../../src/placement/holder.ts';
import { nextStep, type Step } from '../../src/placement/next-step.ts';
import { EvolvingCluster, movementOf, plans, SEED } from './evolving-cluster.ts';

const holder = (name: string): Holder => ({ member: name.slice(0, 1), incarnation: Number(name.slice(1) || 1) });
const holders = (primary: string, ...replicas: string[]): Holders => ({
  primary: holder(primary),
  replicas: replicas.map(holder),
});

function after(present: Holders, step: Step): Holders {
  const others = present.replicas.filter((replica) => !sameHolder(replica, step.holder));
  if (step.type === 'add') return { ...present, replicas: [...present.replicas, step.holder] };
  if (step.type === 'drop') return { ...present, replicas: others };
  return { primary: step.holder, replicas: [...others, present.primary] };
}

/** The steps, each as a word and a member. */
function way(present: Holders, target: Holders, copies: number): string[] {
  const steps: string[] = [];
  for (let at = present; ; ) {
    const step = nextStep(at, target, copies);
    if (step === null) return steps;
    steps.push(`${step.type} ${step.holder.member}`);
    assert.ok(steps.length < 20, 'it ends');
    at = after(at, step);
  }
}

describe('the next step', () => {
  it('adds, hands over, and drops, in this order', () => {
    assert.deepEqual(way(holders('a', 'b'), holders('a', 'b'), 2), []);
    assert.deepEqual(way(holders('a', 'b'), holders('b', 'a'), 2), ['hand-over b']);
    assert.deepEqual(way(holders('a', 'b'), holders('a', 'c'), 2), ['add c', 'drop b']);
    assert.deepEqual(way(holders('a', 'b'), holders('c', 'b'), 2), ['add c', 'hand-over c', 'drop a']);
    assert.deepEqual(way(holders('a'), holders('b'), 1), ['add b', 'hand-over b', 'drop a']);
    assert.deepEqual(way(holders('a'), holders('b', 'c'), 2), ['add b', 'add c', 'hand-over b', 'drop a']);
  });

  it('goes by one copy at a time where all are others', () => {
    const steps = way(holders('a', 'b'), holders('c', 'd'), 2);
    assert.deepEqual(steps, ['add c', 'hand-over c', 'drop b', 'add d', 'drop a']);
  });

  it('drops what is too much, and adds nothing to it, where copies became fewer', () => {
    assert.deepEqual(way(holders('a', 'b', 'c'), holders('a', 'd'), 1), ['drop b', 'drop c', 'add d']);
  });

  it('drops the former self of a member before it adds the member', () => {
    assert.deepEqual(way(holders('a', 'b1'), holders('a', 'b2'), 2), ['drop b', 'add b']);
  });

  it('is nothing where the primary itself is a former self: others must act first', () => {
    assert.equal(nextStep(holders('a1'), holders('a2'), 1), null);
  });

  // The target is computed anew after every step, as members do, and the steps come in any order.
  it('leads every table to its target, with no more copies filled than the target said at first', () => {
    let filledBeyond = 0;
    fc.assert(
      fc.property(plans({ zones: 3, members: 10, partitions: 96, events: 2 }), fc.nat(), (plan, chance) => {
        const random = new Random(chance);
        const cluster = new EvolvingCluster(plan, 10);
        for (const event of plan.events) {
          const present = [...cluster.present];
          if (cluster.happen(event) === null) continue;
          const planned = movementOf(present, cluster.present).copies;
          let filled = 0;
          for (let steps = 0; ; steps++) {
            const target = cluster.target(cluster.members, present);
            const open = present.flatMap((now, partition) => {
              const step = nextStep(now, target[partition] as Holders, plan.copies);
              return step === null ? [] : [{ partition, step }];
            });
            if (open.length === 0) break;
            assert.ok(steps <= 5 * (planned + plan.partitions), 'it ends');
            const { partition, step } = open[random.below(open.length)] as (typeof open)[number];
            const before = present[partition] as Holders;
            const now = after(before, step);
            if (step.type === 'add') filled++;
            if (step.type === 'drop') assert.ok(holds(before, step.holder));
            assert.ok(now.replicas.length <= plan.copies);
            assert.equal(
              new Set([now.primary, ...now.replicas].map(({ member }) => member)).size,
              now.replicas.length + 1,
            );
            present[partition] = now;
          }
          cluster.present = present;
          assert.deepEqual(cluster.flaws(), []);
          filledBeyond = Math.max(filledBeyond, filled - planned);
        }
      }),
      { seed: SEED, numRuns: 60 },
    );
    assert.ok(filledBeyond <= 2, `${filledBeyond} copies more were filled`);
  });
});
