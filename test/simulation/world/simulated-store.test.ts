import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MemberEffects } from '../../../src/member/door.ts';
import { fakeOf, fakeWorld } from './fake-world.ts';
import type { World } from './world.ts';

/** Lets the stand-in propose in its next turn. */
function propose(world: World, id: string, expected: string | null, next: string): void {
  inNextTurn(world, id, (effects) => effects.propose(expected, next));
}

/** Several of these before that turn run one after the other, each on an input of its own. */
function inNextTurn(world: World, id: string, run: (effects: MemberEffects) => void): void {
  const fake = fakeOf(world, id);
  const earlier = fake.does;
  fake.does = (_input, effects) => {
    fake.does = earlier;
    run(effects);
  };
  world.process(id).tell({ type: 'store-unreachable' });
}

function documents(world: World, id: string, fresh: boolean): (string | null)[] {
  return fakeOf(world, id)
    .told('table-seen')
    .filter((input) => input.fresh === fresh)
    .map(({ document }) => document);
}

const stored = (world: World): (string | null)[] => world.store.tables.map(({ document }) => document);

describe('the store', () => {
  it('swaps whole documents, and tells the asker what it holds then', () => {
    const world = fakeWorld(['a', 'b']);
    propose(world, 'a', null, 'one');
    propose(world, 'b', null, 'other');
    world.runUntil(world.now + 100);
    assert.equal(stored(world).length, 1);
    const winner = world.store.document;
    for (const id of ['a', 'b']) assert.equal(documents(world, id, false).at(-1), winner);
    const sightings = documents(world, 'a', false).length;
    propose(world, 'a', 'none of these', 'third');
    world.runUntil(world.now + 100);
    assert.deepEqual(stored(world), [winner]);
    assert.deepEqual(documents(world, 'a', false).slice(sightings), [winner]);
    propose(world, 'a', winner, 'third');
    world.runUntil(world.now + 100);
    assert.deepEqual(stored(world), [winner, 'third']);
  });

  it('shows every change to those who watch', () => {
    const world = fakeWorld(['a', 'b', 'c']);
    propose(world, 'a', null, 'one');
    world.runUntil(world.now + 100);
    for (const id of ['a', 'b', 'c']) assert.equal(documents(world, id, false).at(-1), 'one');
  });

  it('answers a read with the table and the members', () => {
    const world = fakeWorld(['a', 'b']);
    const before = fakeOf(world, 'b').told('members-seen').length;
    inNextTurn(world, 'b', (effects) => effects.readStore());
    world.runUntil(world.now + 50);
    assert.equal(documents(world, 'b', true).length, 2);
    assert.equal(fakeOf(world, 'b').told('members-seen').length, before + 1);
  });

  it('does what it was asked though the asker is told otherwise', () => {
    const world = fakeWorld(['a', 'b']);
    world.store.loseAnswers = 1;
    propose(world, 'a', null, 'one');
    world.runUntil(world.now + 50);
    assert.equal(world.store.document, 'one');
    world.runUntil(world.now + 3_000);
    // One came from the test.
    assert.equal(fakeOf(world, 'a').told('store-unreachable').length, 2);
  });

  it('delays one swap of a member as long as it is told, and tells its asker that nobody knows', () => {
    const world = fakeWorld(['a', 'b']);
    world.store.delayNextSwap('a', 10_000);
    propose(world, 'a', null, 'one');
    world.runUntil(world.now + 3_000);
    // One came from the test.
    assert.equal(fakeOf(world, 'a').told('store-unreachable').length, 2);
    assert.deepEqual(stored(world), []);
    world.crash('a');
    world.runUntil(world.now + 8_000);
    assert.deepEqual(stored(world), ['one']);
    propose(world, 'b', 'one', 'two');
    world.runUntil(world.now + 50);
    assert.deepEqual(stored(world), ['one', 'two']);
  });

  it('takes late swaps in, or never', () => {
    let [late, never] = [0, 0];
    for (let seed = 0; seed < 60; seed++) {
      const world = fakeWorld(['a'], { seed });
      world.store.lateSwaps = 1;
      propose(world, 'a', null, 'one');
      const asked = world.now;
      world.runUntil(asked + 20);
      assert.equal(world.store.document, null);
      world.crash('a');
      world.runUntil(asked + 21_000);
      const at = world.store.tables[0]?.at;
      if (at === undefined) never++;
      else if (at - asked > 1_000) late++;
    }
    assert.ok(late > 15, `${late} late`);
    assert.ok(never > 8, `${never} never`);
  });

  it('does nothing for whom it is out of reach', () => {
    const world = fakeWorld(['a', 'b']);
    world.store.unreachableFor('a', true);
    propose(world, 'a', null, 'of a');
    world.runUntil(world.now + 3_000);
    assert.equal(world.store.document, null);
    assert.equal(fakeOf(world, 'a').told('store-unreachable').length, 2);
    propose(world, 'b', null, 'of b');
    world.runUntil(world.now + 3_000);
    assert.equal(documents(world, 'b', false).at(-1), 'of b');
    assert.equal(documents(world, 'a', false).at(-1), undefined);
    world.store.healAll();
    world.runUntil(world.now + 1_000);
    assert.equal(documents(world, 'a', false).at(-1), 'of b');
  });

  it('shows what was long ago now and then, and the present after', () => {
    const world = fakeWorld(['a', 'b']);
    world.store.staleWatches = 0.7;
    let document: string | null = null;
    for (let number = 1; number <= 40; number++) {
      propose(world, 'a', document, `table ${number}`);
      document = `table ${number}`;
      world.runUntil(world.now + 300);
    }
    world.store.healAll();
    world.runUntil(world.now + 10_000);
    const numbers = documents(world, 'b', false).map((text) => Number(text?.slice('table '.length)));
    const backwards = numbers.filter((number, index) => number < (numbers[index - 1] ?? 0));
    assert.ok(backwards.length > 5, `${backwards.length} times`);
    assert.equal(Math.max(...numbers), 40);
  });
});

describe('a registration', () => {
  const ids = (world: World): string[] => world.store.registrations.map(({ member }) => member).toSorted();

  it('is made at the start and stands while its process lives', () => {
    const world = fakeWorld(['a', 'b']);
    world.runUntil(30_000);
    assert.deepEqual(ids(world), ['a', 'b']);
    assert.equal(world.store.views.length, 2);
  });

  it('vanishes when its time is over, and not before', () => {
    const world = fakeWorld(['a', 'b']);
    world.crash('b');
    const { now } = world;
    assert.ok(world.settle(() => ids(world).length === 1, 10_000));
    assert.ok(world.now - now > 1_900 && world.now - now <= 3_001, `${world.now - now}`);
    world.runUntil(world.now + 100);
    assert.equal(fakeOf(world, 'a').told('members-seen').at(-1)?.members.length, 1);
  });

  it('vanishes under a paused process, and comes again in the same incarnation', () => {
    const world = fakeWorld(['a', 'b']);
    world.pause('b');
    world.runUntil(world.now + 5_000);
    assert.deepEqual(ids(world), ['a']);
    world.resume('b');
    world.runUntil(world.now + 2_000);
    assert.deepEqual(ids(world), ['a', 'b']);
    assert.ok(world.store.registrations.every(({ incarnation }) => incarnation === 1));
  });

  it('is waited for by the next process of the id, which is another incarnation', () => {
    const world = fakeWorld(['a', 'b']);
    const { now } = world;
    world.restart('b');
    assert.ok(world.settle(() => world.process('b').alive, 10_000));
    assert.ok(world.now - now > 1_900);
    assert.equal(world.process('b').incarnation, 2);
  });

  it('is gone at once when a process has drained', () => {
    const world = fakeWorld(['a', 'b']);
    const stopped: string[] = [];
    world.onStop((id, incarnation, reason) => stopped.push(`${id}#${incarnation} ${reason}`));
    world.drain('b');
    world.runUntil(world.now + 50);
    assert.deepEqual(ids(world), ['a']);
    assert.deepEqual(stopped, ['b#1 drained']);
    assert.ok(world.process('b').over);
  });

  it('outlives a store that stood still, but not one that was out of reach', () => {
    const world = fakeWorld(['a', 'b']);
    world.store.setStopped(true);
    world.runUntil(world.now + 20_000);
    world.store.setStopped(false);
    world.runUntil(world.now + 5_000);
    assert.equal(world.store.views.length, 2);
    world.store.unreachable = true;
    world.runUntil(world.now + 20_000);
    assert.deepEqual(ids(world), []);
    world.store.unreachable = false;
    world.runUntil(world.now + 5_000);
    assert.deepEqual(ids(world), ['a', 'b']);
  });

  it('says when its member saw a table', () => {
    const world = fakeWorld(['a']);
    const fake = fakeOf(world, 'a');
    fake.table = {} as NonNullable<typeof fake.table>;
    world.process('a').tell({ type: 'store-unreachable' });
    world.runUntil(world.now + 10);
    assert.equal(world.store.registrations[0]?.sawTable, true);
  });
});
