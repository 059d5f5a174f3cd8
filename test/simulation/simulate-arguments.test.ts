import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawPlan } from './cluster-plan.ts';
import { commandFor, readArguments } from './simulate-arguments.ts';

const read = (line: string) => readArguments(line.split(' '));

describe('the arguments of a simulation', () => {
  it('are a seed or a range of them, and what is not drawn', () => {
    const { seed, minutes, members } = read('--seed 7');
    assert.deepEqual({ seed, minutes, members }, { seed: 7, minutes: null, members: null });
    assert.equal(drawPlan(7, read('--seed 7')).duration, 600_000);
    assert.equal(read('--seed 7 --hours 2').minutes, 120);
    assert.equal(read('--seeds 500 --from 1000').from, 1_000);
    assert.equal(read('--seed 7 --history /tmp/x').history, '/tmp/x');
  });

  it('are refused in words', () => {
    for (const [line, why] of [
      ['', /no option/],
      ['--sed 1', /--sed is no option/],
      ['seed 1', /seed is no option/],
      ['--seed', /--seed needs a value/],
      ['--seed x', /--seed x: a whole number/],
      ['--seed -1', /a whole number/],
      ['--seed 1 --seed 2', /twice/],
      ['--seed 1 --minutes 0', /positive/],
      ['--seed 1 --copies 9', /1 to 5/],
      ['--seed 1 --faults pause,war', /'none' or some of: .*crash/],
      ['--members 3', /either --seed or --seeds/],
      ['--seed 1 --seeds 2', /either --seed or --seeds/],
      ['--seed 1 --minutes 1 --hours 1', /either --minutes or --hours/],
      ['--seeds 2 --history x', /one seed/],
      ['--planted no-bug', /--planted no-bug: 'all' or one of: .*stale-writes-are-stored/],
      ['--planted all --seed 1', /more than one seed/],
      ['--seed 1 --ground no-bug', /one of .*stale-writes-are-stored/],
    ] as const) {
      assert.throws(() => read(line), why, line);
    }
  });

  it('are told so that one seed of many can be played again', () => {
    const many = read('--seeds 500 --copies 2 --minutes 1.5 --faults pause,crash');
    const line = commandFor(17, many).replace('npm run simulate -- ', '').replaceAll("'", '');
    assert.deepEqual(drawPlan(17, read(line)), drawPlan(17, many));
    assert.equal(read(line).seed, 17);
  });

  it('may name a planted bug, or the ground where it is hunted', () => {
    const name = 'newest-waiter-first';
    const hunted = read(`--planted ${name}`);
    assert.deepEqual([hunted.planted, hunted.ground, hunted.seeds], [name, name, null]);
    assert.equal(read('--planted all').ground, null);
    assert.equal(commandFor(5, hunted), `npm run simulate -- --planted ${name} --seed 5`);
    const there = read(`--seed 5 --ground ${name} --partitions 2`);
    assert.equal(commandFor(5, there), `npm run simulate -- --ground ${name} --seed 5 --partitions 2`);
    const { members, partitions, faults } = drawPlan(5, there);
    assert.deepEqual([members.length, partitions, faults], [3, 2, ['wall clock']]);
  });

  it('have a gateway now and then, and none where a bug is hunted', () => {
    const seeds = Array.from({ length: 40 }, (_, seed) => seed);
    const gateways = (line: string) => seeds.filter((seed) => drawPlan(seed, read(line)).gateways.length > 0).length;
    const [some, hunted] = [gateways('--seeds 40'), gateways('--seeds 40 --ground newest-waiter-first')];
    assert.ok(some > 4 && some < 20, `${some} of 40`);
    assert.equal(hunted, 0);
  });

  it('change nothing else that a seed draws', () => {
    const drawn = drawPlan(7, read('--seed 7'));
    const given = drawPlan(7, read('--seed 7 --copies 5'));
    assert.deepEqual(given, { ...drawn, copies: 5 });
  });
});
