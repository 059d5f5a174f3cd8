import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fakeOf, fakeWorld } from './fake-world.ts';
import { FAULT_KINDS } from './fault-kinds.ts';
import { Faults } from './faults.ts';
import type { World } from './world.ts';

const MEMBERS = ['a', 'b', 'c', 'd', 'e'];
const MINUTE = 60_000;

function allIsWell(world: World): boolean {
  const live = world.live.filter(({ runs }) => runs);
  const linked = live.every(({ id }) =>
    live.every((other) => other.id === id || world.network.standsBetween(id, other.id)),
  );
  return linked && world.store.registrations.length === live.length && live.every(({ draining }) => !draining);
}

function play(seed: number, kinds?: readonly string[]): { world: World; faults: Faults } {
  const world = fakeWorld(MEMBERS, { seed });
  const faults = new Faults(world, { seed, spares: ['f', 'g'], ...(kinds === undefined ? {} : { kinds }) });
  faults.start(world.now + 2 * MINUTE);
  world.runUntil(world.now + 2 * MINUTE);
  return { world, faults };
}

describe('faults', () => {
  for (const kind of Object.keys(FAULT_KINDS)) {
    it(`are inflicted and healed: ${kind}`, () => {
      let inflicted = 0;
      // The stand-ins hold the network to its order, whatever befalls it.
      for (let seed = 1; seed <= 3; seed++) {
        const { world, faults } = play(seed, [kind]);
        inflicted += faults.inflicted.length;
        assert.ok(faults.inflicted.every((one) => one.kind === kind));
        faults.quiet();
        assert.ok(
          world.settle(() => allIsWell(world), 20_000),
          `${kind}, seed ${seed}`,
        );
        const before = faults.inflicted.length;
        world.runUntil(world.now + MINUTE);
        assert.ok(allIsWell(world), `${kind}, seed ${seed}`);
        assert.equal(faults.inflicted.length, before);
      }
      assert.ok(inflicted >= 3, `${inflicted} times`);
    });
  }

  it('are drawn by seed: some kinds now, others then', () => {
    const drawn = Array.from({ length: 40 }, (_, seed) => new Faults(fakeWorld(['a', 'b']), { seed }));
    for (const kind of Object.keys(FAULT_KINDS)) {
      const on = drawn.filter(({ kinds }) => kinds.includes(kind)).length;
      assert.ok(on > 4 && on < 30, `${kind} in ${on} of 40`);
    }
    assert.ok(drawn.every(({ kinds }) => kinds.length >= 2));
    const bold = drawn.filter((one) => one.bold).length;
    assert.ok(bold > 0 && bold < 20, `${bold} are bold`);
  });

  it('leave most members whole most of the time', () => {
    let [looks, whole] = [0, 0];
    for (let seed = 1; seed <= 45; seed++) {
      const world = fakeWorld(MEMBERS, { seed });
      const faults = new Faults(world, { seed });
      faults.start(2 * MINUTE);
      for (let at = 1_000; at < 2 * MINUTE; at += 500) {
        world.runUntil(at);
        looks += MEMBERS.length;
        whole += world.live.filter(({ runs }) => runs).length;
      }
    }
    assert.ok(whole / looks > 0.85, `${whole / looks} of them`);
  });

  it('may all fall upon a cluster at once, and it is whole again after', () => {
    for (let seed = 100; seed < 112; seed++) {
      const { world, faults } = play(seed);
      faults.quiet();
      assert.ok(
        world.settle(() => allIsWell(world), 20_000),
        `seed ${seed}`,
      );
      assert.ok(world.live.every(({ id }) => fakeOf(world, id).messages > 0));
    }
  });

  it('aim at who has just taken over, and at who is being filled', () => {
    const struck = new Map<string, number>();
    for (let seed = 0; seed < 60; seed++) {
      const world = fakeWorld(['a', 'b', 'c'], { seed });
      const faults = new Faults(world, { seed, kinds: ['wall clock'] });
      faults.start(MINUTE);
      fakeOf(world, 'a').does = (_input, effects) => {
        effects.trace({ type: 'became-primary', partition: 1, reign: 2, how: 'takeover' });
        effects.trace({ type: 'catch-up-began', partition: 1, peer: 'b#1' });
      };
      for (let at = 1_000; at < MINUTE; at += 1_000) {
        world.at(at, () => world.process('a').tell({ type: 'store-unreachable' }));
      }
      world.runUntil(MINUTE);
      for (const { kind } of faults.inflicted) struck.set(kind, (struck.get(kind) ?? 0) + 1);
    }
    assert.ok((struck.get('after a takeover') ?? 0) > 20, `${[...struck]}`);
    assert.ok((struck.get('during catch-up') ?? 0) > 20, `${[...struck]}`);
  });
});
