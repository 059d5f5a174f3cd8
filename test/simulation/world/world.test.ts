import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Found, Outcome } from '../../../src/member/door.ts';
import type { ClientRequest } from './client-desk.ts';
import { fakeOf, fakeWorld } from './fake-world.ts';
import { Faults } from './faults.ts';

const GET: ClientRequest = { address: '10.0.0.1', key: 'app/1', command: { type: 'get', wait: 0 }, repeatId: null };
const FOUND: Found = {
  type: 'found',
  content: Uint8Array.of(1, 2, 3),
  timeoutMinutes: 20,
  flagTaken: false,
  cookie: 7,
  lockLease: 1_000,
  again: false,
  versionMemory: 1,
  versionSequence: 1,
};

/** What a client was told, in order. */
function client(): { told: string[]; onAnswer: (outcome: Outcome) => void; onLost: (why: string) => void } {
  const told: string[] = [];
  return { told, onAnswer: ({ type }) => told.push(type), onLost: (why) => told.push(why) };
}

describe("a client's request", () => {
  it('is answered in a turn of its member', () => {
    const world = fakeWorld(['a', 'b']);
    const { told, onAnswer, onLost } = client();
    const pending = world.submit('a', GET, onAnswer, onLost);
    assert.deepEqual(told, []);
    assert.ok(pending.open);
    world.runUntil(world.now + 5);
    assert.deepEqual(told, ['missing']);
    assert.ok(!pending.open);
    assert.equal(world.process('a').openRequests, 0);
    assert.equal(fakeOf(world, 'a').sources.describe(1)?.address, '10.0.0.1');
  });

  it('waits while the process is paused', () => {
    const world = fakeWorld(['a', 'b']);
    const { told, onAnswer, onLost } = client();
    world.pause('a');
    world.submit('a', GET, onAnswer, onLost);
    world.runUntil(world.now + 4_000);
    assert.deepEqual(told, []);
    world.resume('a');
    world.runUntil(world.now + 5);
    assert.deepEqual(told, ['missing']);
  });

  it('is lost with the process, or refused when there is none', () => {
    const world = fakeWorld(['a', 'b']);
    const [before, after] = [client(), client()];
    world.pause('a');
    world.submit('a', GET, before.onAnswer, before.onLost);
    world.crash('a');
    world.submit('a', GET, after.onAnswer, after.onLost);
    assert.deepEqual([before.told, after.told], [[], []]);
    world.runUntil(world.now + 1);
    assert.deepEqual([before.told, after.told], [['reset'], ['refused']]);
  });

  it('is not answered twice, nor when nobody asked', () => {
    for (const asker of [1, 99]) {
      const world = fakeWorld(['a']);
      fakeOf(world, 'a').does = (input, effects) => {
        if (input.type === 'request') effects.answer(asker, { type: 'missing' });
      };
      const { onAnswer, onLost } = client();
      world.submit('a', GET, onAnswer, onLost);
      assert.throws(() => world.runUntil(world.now + 10), /answered before, or never asked/);
    }
  });

  it('that is cancelled hears nothing, and what it is granted is given back', () => {
    const world = fakeWorld(['a']);
    const fake = fakeOf(world, 'a');
    fake.does = (input, effects) => {
      if (input.type === 'request') fake.hold(input.asker);
      if (input.type === 'cancel') effects.answer(input.asker, FOUND);
    };
    const { told, onAnswer, onLost } = client();
    const pending = world.submit('a', GET, onAnswer, onLost);
    world.runUntil(world.now + 5);
    pending.cancel();
    world.runUntil(world.now + 5);
    assert.deepEqual(told, []);
    const [first, second] = fake.told('request');
    assert.deepEqual([first?.number, second?.number, second?.asker], [1, 2, 0]);
    assert.deepEqual(second?.command, { type: 'releaseExclusive', cookie: 7 });
    assert.equal(world.process('a').openRequests, 0);
  });

  it('has contents of its own, and so has its answer', () => {
    const world = fakeWorld(['a']);
    const fake = fakeOf(world, 'a');
    const shared = Uint8Array.of(1);
    fake.does = (input, effects) => {
      if (input.type !== 'request') return;
      if (input.command.type === 'set') input.command.content.fill(9);
      fake.answer(input.asker, { ...FOUND, content: shared }, effects);
      shared.fill(9);
    };
    const content = Uint8Array.of(5);
    const outcomes: Outcome[] = [];
    const rest = { cookie: -1, timeoutMinutes: 1, flags: 0, onlyIfAbsent: false, onlyIfVersion: null };
    const set: ClientRequest = { ...GET, command: { type: 'set', content, ...rest } };
    world.submit('a', set, (outcome) => outcomes.push(outcome), assert.fail);
    world.runUntil(world.now + 5);
    assert.deepEqual(content, Uint8Array.of(5));
    assert.deepEqual(outcomes, [{ ...FOUND, content: Uint8Array.of(1) }]);
  });
});

describe('a process', () => {
  it('that stops itself starts again, as another incarnation', () => {
    const world = fakeWorld(['a', 'b']);
    const stops: string[] = [];
    world.onStop((id, incarnation, reason) => stops.push(`${id}#${incarnation} ${reason}`));
    fakeOf(world, 'a').does = (_input, effects) => effects.stop('enough');
    world.submit(
      'a',
      GET,
      () => assert.fail('it stopped'),
      () => stops.push('lost'),
    );
    world.runUntil(world.now + 1);
    assert.deepEqual(stops, ['a#1 enough', 'lost']);
    assert.ok(world.settle(() => world.process('a').incarnation === 2, 8_000));
    assert.ok(world.process('a').alive);
  });

  it('may be killed in the middle of its turn', () => {
    const world = fakeWorld(['a', 'b']);
    const { told, onAnswer, onLost } = client();
    world.submit('a', GET, () => world.crash('a'), assert.fail);
    world.submit('a', GET, onAnswer, onLost);
    world.runUntil(world.now + 5);
    assert.deepEqual(told, ['reset']);
    assert.ok(world.process('a').over);
  });

  it('that has drained answers what it has, and says goodbye', () => {
    const world = fakeWorld(['a', 'b']);
    const fake = fakeOf(world, 'a');
    const [early, late] = [client(), client()];
    fake.does = (input) => {
      if (input.type === 'request') fake.hold(input.asker);
    };
    world.submit('a', GET, early.onAnswer, early.onLost);
    world.drain('a');
    world.runUntil(world.now + 5_000);
    assert.ok(world.process('a').alive);
    world.submit('a', GET, late.onAnswer, late.onLost);
    fake.does = (input, effects) => {
      if (input.type === 'store-unreachable') effects.answer(1, { type: 'missing' });
    };
    world.process('a').tell({ type: 'store-unreachable' });
    world.runUntil(world.now + 5);
    assert.deepEqual([early.told, late.told], [['missing'], ['refused']]);
    assert.equal(fake.told('leave').length, 1);
    assert.ok(world.process('a').over);
    world.runUntil(world.now + 10_000);
    assert.ok(world.process('a').over);
  });

  it('that is busy takes its turns late', () => {
    const world = fakeWorld(['a', 'b']);
    world.slowTurns('a', [400, 600]);
    const { told, onAnswer, onLost } = client();
    world.runUntil(world.now + 1_000);
    world.submit('a', GET, onAnswer, onLost);
    const { now } = world;
    assert.ok(world.settle(() => told.length > 0, 5_000));
    assert.ok(world.now - now < 610);
    const { turns } = world.process('a');
    world.runUntil(world.now + 10_000);
    const more = world.process('a').turns - turns;
    assert.ok(more >= 16 && more <= 26, `${more} turns in ten seconds`);
  });

  it('may have a successor while it lives, which takes its place on the network but not in the store', () => {
    const world = fakeWorld(['a', 'b']);
    const former = world.process('a');
    const mind = fakeOf(world, 'a');
    world.supersede('a');
    world.runUntil(world.now + 10_000);
    assert.ok(!world.process('a').alive);
    world.store.unreachableFor('a', true);
    world.runUntil(world.now + 3_500);
    world.store.unreachableFor('a', false);
    assert.ok(world.settle(() => world.process('a').alive && world.network.standsBetween('a', 'b'), 8_000));
    assert.equal(world.process('a').incarnation, 2);
    world.runUntil(world.now + 5_000);
    assert.ok(former.alive);
    assert.deepEqual(mind.peers, []);
    assert.equal(
      mind
        .told('members-seen')
        .at(-1)
        ?.members.find(({ member }) => member === 'a')?.incarnation,
      2,
    );
  });

  it('leaves when its time is over, drained or not', () => {
    const world = fakeWorld(['a', 'b']);
    world.leave('a');
    world.runUntil(world.now + 5);
    assert.equal(fakeOf(world, 'a').told('leave').length, 1);
    assert.ok(world.process('a').over);
  });

  it('is told what an operator says', () => {
    const world = fakeWorld(['a', 'b', 'c']);
    world.crash('c');
    assert.ok(world.forget('c', 1, 'b'));
    world.crash('a');
    world.pause('b');
    assert.ok(!world.forget('c', 1));
    world.resume('b');
    world.runUntil(world.now + 5);
    assert.deepEqual(fakeOf(world, 'b').told('forget'), [{ type: 'forget', member: 'c', incarnation: 1 }]);
  });
});

describe('a run', () => {
  const play = (seed: number, drawn: number): string => {
    const world = fakeWorld(['a', 'b', 'c', 'd'], { seed });
    const faults = new Faults(world, { seed: drawn, spares: ['e'] });
    faults.start(60_000);
    for (let at = 10; at < 60_000; at += 100) {
      world.at(at, () =>
        world.submit(
          `${'abcd'[at % 4]}`,
          GET,
          () => {},
          () => {},
        ),
      );
    }
    world.runUntil(60_000);
    return `${world.hash} ${world.turns} ${world.events} ${faults.inflicted.length}`;
  };

  it('is the same for the same seed, and another for another', () => {
    for (const seed of [1, 2, 3]) assert.equal(play(seed, seed), play(seed, seed));
    assert.equal(new Set([play(1, 1), play(1, 2), play(2, 1), play(2, 2)]).size, 4);
  });

  it('has a fingerprint of 53 bits', () => {
    assert.match(fakeWorld(['a', 'b']).hash, /^[01][0-9a-f]{13}$/);
  });
});
