import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random } from '../../../src/base/random.ts';
import { Agenda } from './agenda.ts';
import { fakeOf, fakeWorld } from './fake-world.ts';
import { MachineClock } from './machine-clock.ts';

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-6;
}

describe('the clocks of a machine', () => {
  it('run fast or slow by no more than the drift', () => {
    const rates = Array.from({ length: 200 }, (_, seed) => {
      const agenda = new Agenda();
      const clock = new MachineClock(agenda, new Random(seed), 0.01);
      const own = clock.own;
      agenda.runUntil(1_000);
      return (clock.own - own) / 1_000;
    });
    assert.ok(rates.every((rate) => rate >= 0.99 && rate <= 1.01));
    assert.ok(Math.min(...rates) < 0.992 && Math.max(...rates) > 1.008);
  });

  it('stand while it sleeps, but for the wall clock', () => {
    const agenda = new Agenda();
    const clock = new MachineClock(agenda, new Random(1), 0);
    agenda.runUntil(100);
    const { own, wall } = clock;
    clock.sleep();
    agenda.runUntil(5_100);
    assert.equal(clock.own, own);
    assert.ok(near(clock.wall - wall, 5_000));
    assert.equal(clock.toTrue(own + 1), Number.POSITIVE_INFINITY);
    clock.wake();
    agenda.runUntil(5_200);
    assert.ok(near(clock.own - own, 100));
    assert.ok(near(clock.wall - wall, 5_100));
  });

  it('are turned into true time and back', () => {
    const agenda = new Agenda();
    const clock = new MachineClock(agenda, new Random(2), 0.001);
    agenda.runUntil(1_000);
    clock.sleep();
    agenda.runUntil(3_000);
    clock.wake();
    agenda.runUntil(4_000);
    for (const instant of [0, 500, 999, 3_001, 4_000, 9_000]) {
      assert.ok(near(clock.toTrue(clock.toOwn(instant)), instant), `${instant}`);
    }
    assert.equal(clock.toOwn(2_000), clock.toOwn(1_500));
    assert.ok(near(clock.toOwn(4_000), clock.own));
  });
});

describe('a process that does not run', () => {
  it('finds its clocks moved on together after a pause', () => {
    const world = fakeWorld(['a', 'b'], { drift: 0 });
    const { jumps, now } = fakeOf(world, 'a');
    world.pause('a');
    world.runUntil(world.now + 700);
    assert.equal(fakeOf(world, 'a').now, now);
    world.resume('a');
    world.runUntil(world.now + 1);
    assert.ok(fakeOf(world, 'a').now - now >= 700);
    assert.deepEqual(jumps, []);
  });

  it('finds its wall clock ahead after its machine slept', () => {
    const world = fakeWorld(['a', 'b'], { drift: 0 });
    const { now } = fakeOf(world, 'a');
    world.suspend('a', 700);
    assert.ok(!world.process('a').knowsTheTime);
    world.runUntil(world.now + 702);
    assert.ok(world.process('a').knowsTheTime);
    assert.ok(fakeOf(world, 'a').now - now <= 250);
    const { jumps } = fakeOf(world, 'a');
    assert.equal(jumps.length, 1);
    assert.ok(Math.abs((jumps[0] ?? 0) - 700) < 1, `${jumps[0]}`);
  });

  it('sleeps until the last of its sleeps is over', () => {
    const world = fakeWorld(['a', 'b']);
    const { now } = world;
    world.suspend('a', 100);
    world.suspend('a', 900);
    world.runUntil(now + 899);
    assert.ok(world.process('a').suspended);
    world.runUntil(now + 901);
    assert.ok(!world.process('a').suspended);
  });
});
