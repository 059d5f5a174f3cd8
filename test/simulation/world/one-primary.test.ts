import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NEVER } from '../../../src/base/instant.ts';
import { fakeOf, fakeWorld } from './fake-world.ts';
import { type Claimant, OnePrimary } from './one-primary.ts';
import type { Deciding } from './simulated-member.ts';
import type { World } from './world.ts';

interface Claiming extends Claimant {
  alive: boolean;
  knowsTheTime: boolean;
  own: number;
}

/** A process whose own clock is true time, and which claims partition 0 for a time. */
function claiming(id: string, claim: Deciding | null): Claiming {
  const member = { table: null, deciding: (partition: number) => (partition === 0 ? claim : null) };
  return { id, incarnation: 1, alive: true, knowsTheTime: true, own: 100, member, toTrue: (own) => own };
}

const ALWAYS: Deciding = { from: 0, until: NEVER };

describe('two processes that may decide for one partition', () => {
  const judge = (one: Claimant, other: Claimant): void => {
    const check = new OnePrimary({ seed: 7, partitions: 4 });
    check.afterTurn(one, 100);
    check.afterTurn(other, 100);
  };

  it('are found, and named', () => {
    const [a, b] = [claiming('a', ALWAYS), claiming('b', { from: 50, until: 101 })];
    const message = /seed 7, 100\.000 ms: two may decide for partition 0: a#1 \(from 0.* and b#1 \(from 50/;
    assert.throws(() => judge(a, b), message);
    assert.throws(() => judge(b, a), /partition 0/);
  });

  it('are none when the time of one is over or has not come', () => {
    judge(claiming('a', ALWAYS), claiming('b', null));
    judge(claiming('a', ALWAYS), claiming('b', { from: 101, until: NEVER }));
    judge(claiming('a', ALWAYS), claiming('b', { from: 0, until: 100 }));
    judge(claiming('a', { from: 0, until: 100 }), claiming('b', ALWAYS));
  });

  it('are none when one is dead, or wakes from a sleep that it does not know of yet', () => {
    for (const change of [{ alive: false }, { knowsTheTime: false }]) {
      judge(claiming('a', ALWAYS), { ...claiming('b', ALWAYS), ...change });
      const check = new OnePrimary({ seed: 7, partitions: 4 });
      const a = claiming('a', ALWAYS);
      check.afterTurn(a, 100);
      Object.assign(a, change);
      check.afterTurn(claiming('b', ALWAYS), 100);
      assert.equal(check.ownerOf(0)?.id, 'b');
    }
  });

  it('may follow each other', () => {
    const check = new OnePrimary({ seed: 7, partitions: 4 });
    const [a, b] = [claiming('a', { from: 0, until: 150 }), claiming('b', { from: 150, until: 300 })];
    check.checkAll([a, b], 100);
    a.own = b.own = 160;
    check.checkAll([b, a], 160);
    assert.equal(check.ownerOf(0), b);
  });
});

describe('a world', () => {
  const claim = (world: World, id: string, from: number, until: number): void => {
    const process = world.process(id);
    fakeOf(world, id).claims.set(5, { from: process.toOwn(from), until: process.toOwn(until) });
  };

  it('fails when two of its members may decide at once, though each by its own clock', () => {
    const world = fakeWorld(['a', 'b', 'c'], { drift: 0.01 });
    const { now } = world;
    claim(world, 'a', now, now + 3_000);
    claim(world, 'b', now + 3_000, now + 6_000);
    world.runUntil(now + 5_000);
    assert.equal(world.onePrimary.ownerOf(5)?.id, 'b');
    claim(world, 'c', now + 5_500, now + 7_000);
    assert.throws(() => world.runUntil(now + 7_000), /two may decide for partition 5: b#1.*c#1/);
    assert.ok(world.now < now + 6_000);
  });

  it('counts a paused process, and not a sleeping one', () => {
    for (const [stop, fails] of [
      ['pause', true],
      ['suspend', false],
    ] as const) {
      const world = fakeWorld(['a', 'b', 'c']);
      const { now } = world;
      claim(world, 'a', now, now + 5_000);
      world.runUntil(now + 1_000);
      if (stop === 'pause') world.pause('a');
      else world.suspend('a', 60_000);
      claim(world, 'b', now + 2_000, now + 6_000);
      if (fails) assert.throws(() => world.runUntil(now + 4_000), /partition 5/);
      else world.runUntil(now + 4_000);
    }
  });
});
