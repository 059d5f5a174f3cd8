import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random } from '../../src/base/random.ts';
import { type Holder, type Holders, holds, sameHolder, sameHolders } from '../../src/placement/holder.ts';
import { nextStep, type Step } from '../../src/placement/next-step.ts';
import { holdersOf } from '../../src/placement/partition-table.ts';
import { holdersWritten } from './written.ts';

function told(step: Step | null): string {
  if (step === null) return 'nothing';
  const { member, incarnation } = step.holder;
  return `${step.type} ${member}${incarnation === 1 ? '' : `#${incarnation}`}`;
}

function taken({ primary, replicas }: Holders, { type, holder: who }: Step): Holders {
  const others = replicas.filter((each) => !sameHolder(each, who));
  switch (type) {
    case 'add':
      return { primary, replicas: [...replicas, who] };
    case 'drop':
      return { primary, replicas: others };
    case 'hand-over':
      return { primary: who, replicas: [primary, ...others] };
  }
}

describe('the next step', () => {
  for (const [present, target, copies, step] of [
    ['a b', 'a b', 2, 'nothing'],
    ['a c b', 'a b c', 3, 'nothing'],
    ['a', 'a b', 2, 'add b'],
    ['a b', 'a c', 2, 'add c'],
    ['a b c', 'a c', 2, 'drop b'],
    ['a b c', 'a d', 2, 'drop b'],
    ['a b', 'b a', 2, 'hand-over b'],
    ['a b c', 'c b', 2, 'hand-over c'],
    ['a b', 'c b', 2, 'add c'],
    ['a', 'b', 1, 'add b'],
    ['a b', 'b', 1, 'hand-over b'],
    ['b a', 'b', 1, 'drop a'],
    ['a b', 'a b#2', 2, 'drop b'],
    ['a b c', 'b#2 c', 2, 'drop b'],
    // A former self is dead: it goes before anybody who lives.
    ['a b c d', 'a e c#2', 3, 'drop c'],
    ['a b c', 'a d b#2', 3, 'drop b'],
    ['a b c', 'a d c#2', 3, 'drop c'],
    // What is one copy too many goes last, and never before what is missing is there.
    ['a b c', 'd e f', 3, 'add d'],
    ['a b c d', 'd e f', 3, 'drop b'],
  ] as const) {
    it(`of ${present} towards ${target} with ${copies} copies is: ${step}`, () => {
      assert.equal(told(nextStep(holdersWritten(present), holdersWritten(target), copies, false)), step);
    });
  }

  for (const [present, target, copies, step] of [
    ['a b', 'b c', 2, 'hand-over b'],
    ['a b c d', 'd e f', 3, 'hand-over d'],
    ['a b', 'c b', 2, 'add c'],
    ['a b c', 'b#2 c', 2, 'drop b'],
  ] as const) {
    it(`of ${present} towards ${target} with ${copies} copies, while a leaves, is: ${step}`, () => {
      assert.equal(told(nextStep(holdersWritten(present), holdersWritten(target), copies, true)), step);
    });
  }
});

/** Of six members, in incarnations of its own choice. */
function drawn(chance: Random, most: number, incarnation: () => number): Holders {
  const left = ['a', 'b', 'c', 'd', 'e', 'f'];
  const pick = (): Holder => {
    const [member = ''] = left.splice(chance.below(left.length), 1);
    return { member, incarnation: incarnation() };
  };
  return { primary: pick(), replicas: Array.from({ length: chance.below(most) }, pick) };
}

it('from wherever a partition stands its steps lead to the target, with one holder too many at most and none too few', () => {
  const chance = new Random(20_2607);
  let longest = 0;
  for (let run = 0; run < 3_000; run++) {
    const copies = 1 + chance.below(4);
    const target = drawn(chance, copies, () => 2);
    const start = drawn(chance, copies + 1, () => 1 + chance.below(2));
    // Who takes the steps is the primary itself, in the newest incarnation: else it would not be there.
    let present: Holders = { ...start, primary: { ...start.primary, incarnation: 2 } };
    const leaves = !holds(target, present.primary) && chance.below(2) === 1;
    const returned = ({ member, incarnation }: Holder) =>
      holdersOf(target).some((each) => each.member === member && each.incarnation > incarnation);
    let fewest = Math.min(holdersOf(present).length, holdersOf(target).length);
    let steps = 0;
    const { primary } = present;
    const next = () => nextStep(present, target, copies, leaves && sameHolder(present.primary, primary));
    for (let step = next(); step !== null; step = next()) {
      if (step.type === 'add') assert.ok(holds(target, step.holder), 'somebody is filled in vain');
      if (step.type === 'hand-over') assert.ok(sameHolder(step.holder, target.primary), 'the wrong heir');
      if (step.type === 'drop') {
        assert.ok(!holds(target, step.holder), 'what is wanted is dropped');
        // Its memory went with the process.
        if (returned(step.holder)) fewest--;
      }
      present = taken(present, step);
      const all = holdersOf(present);
      assert.ok(all.length <= copies + 1, `${all.length} holders, ${copies} copies`);
      assert.ok(all.length >= fewest, `${all.length} holders, ${fewest} are the fewest`);
      assert.equal(new Set(all.map(({ member }) => member)).size, all.length, 'a member holds it twice');
      // Each copy comes or goes once, and the role moves once.
      assert.ok(++steps <= 2 * copies + 2, 'it does not end');
    }
    longest = Math.max(longest, steps);
    assert.ok(sameHolders(present, target), `it ends at ${JSON.stringify(present)}, not ${JSON.stringify(target)}`);
  }
  assert.ok(longest >= 8, `${longest} steps at most: nothing was tried that takes long`);
});
