import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NO_SLOT } from '../../src/session/session-table.ts';
import { acquire, get, put, release, remove, renew, resetTimeout } from '../member/room.ts';
import { keyOf } from './parts.ts';
import { Wired } from './wired.ts';

/** Asks the primary for something, at times of the lock's holder. */
function askAny(wired: Wired): number {
  const { random } = wired;
  const key = `app/${random.below(8)}`;
  const { table } = wired.first.replica.copy;
  const slot = table.find(keyOf(key));
  const cookie = slot === NO_SLOT || random.below(3) === 0 ? 7 : table.records.cookie(slot);
  switch (random.below(9)) {
    case 0:
      return wired.ask(key, put('a'.repeat(random.below(400) + 1), { timeoutMinutes: 1 + random.below(40) }));
    case 1:
      return wired.ask(key, put(`${random.uint32()}`, { cookie, flags: random.below(2) }));
    case 2:
      return wired.ask(key, acquire(random.below(2) * 5_000, 1_000 + random.below(60_000)), `r${random.below(40)}`);
    case 3:
      return wired.ask(key, release(cookie));
    case 4:
      return wired.ask(key, renew(cookie, 30_000));
    case 5:
      return wired.ask(key, remove(cookie), random.below(2) === 0 ? `r${random.below(40)}` : null);
    case 6:
      return wired.ask(key, resetTimeout);
    default:
      return wired.ask(key, get());
  }
}

/** Something happens: mostly a request, or the end of a turn, or a message arrives. */
function step(wired: Wired): void {
  wired.time += wired.random.below(wired.random.below(20) === 0 ? 40_000 : 300);
  const roll = wired.random.below(8);
  if (roll < 3) askAny(wired);
  else if (roll < 5) wired.endTurn();
  else wired.deliverOne();
}

const SEEDS = 25;

describe('copies of one partition', () => {
  it('agree once all messages have arrived, and every request was answered', () => {
    let changes = 0;
    for (let seed = 0; seed < SEEDS; seed++) {
      const wired = new Wired(['a', 'b', 'c'], ['b', 'c'], seed);
      for (let count = 0; count < 300; count++) step(wired);
      wired.deliverAll();
      wired.checkAgreement();
      assert.equal(wired.first.replica.loads.heldAnswers, 0);
      changes += wired.first.replica.copy.sequence;
    }
    assert.ok(changes > SEEDS * 30, `${changes} changes`);
  });

  it('agree after lines broke at any moment and were made again', () => {
    let broke = 0;
    for (let seed = 0; seed < SEEDS; seed++) {
      const wired = new Wired(['a', 'b', 'c'], ['b', 'c'], seed);
      for (let count = 0; count < 400; count++) {
        step(wired);
        const other = wired.random.below(2) === 0 ? 'b' : 'c';
        if (wired.random.below(12) > 0) continue;
        broke++;
        if (wired.isUp('a', other)) wired.breakLine('a', other);
        else wired.makeLine('a', other);
      }
      for (const other of ['b', 'c']) if (!wired.isUp('a', other)) wired.makeLine('a', other);
      wired.deliverAll();
      wired.checkAgreement();
      assert.equal(wired.first.replica.loads.heldAnswers, 0);
    }
    assert.ok(broke > 300);
  });

  it('are mended after a takeover, ahead or behind, and nothing that was told is lost', () => {
    let mended = 0;
    let realigned = 0;
    for (let seed = 0; seed < 60; seed++) {
      const wired = new Wired(['a', 'b', 'c', 'd'], ['b', 'c', 'd'], seed);
      for (const heir of ['b', 'c']) {
        for (let count = 0; count < 60; count++) step(wired);
        const told = Math.max(
          0,
          ...[...wired.told.values()].map((each) => (each.type === 'stored' ? each.versionSequence : 0)),
        );
        wired.takeOver(heir);
        assert.ok(wired.first.replica.copy.sequence >= told, 'an answered change is not in the copy that took over');
        const since = wired.told.size;
        const number = wired.ask('app/1', get());
        if (number > 0 && wired.first.replica.copy.sequence > 0) {
          wired.endTurn();
          assert.equal(wired.told.size, since, 'what was inherited is shown before it is known to be everywhere');
        }
        if (wired.random.below(2) === 0) wired.deliverAll();
      }
      wired.deliverAll();
      wired.checkAgreement();
      mended += wired.traced.get('ahead-mended') ?? 0;
      realigned += wired.traced.get('realigned') ?? 0;
      assert.equal(wired.traced.get('refill-wanted'), undefined);
    }
    assert.ok(mended > 20, `${mended} copies were ahead`);
    assert.ok(realigned > 20, `${realigned} copies were behind`);
  });

  it('agree when one was filled while sessions came and went, and is required from the moment it is whole', () => {
    let portions = 0;
    for (let seed = 0; seed < SEEDS; seed++) {
      const wired = new Wired(['a', 'b', 'c'], seed % 2 === 0 ? ['b'] : [], seed, { portionBytes: 700 });
      for (let count = 0; count < 100; count++) step(wired);
      wired.fill('c');
      for (let count = 0; count < 200; count++) step(wired);
      wired.deliverAll();
      const link = wired.link('c');
      assert.ok(link?.joined === true);
      portions += link.portion;
      assert.ok(link.acked >= link.mustHave);
      wired.checkAgreement();
      const number = wired.ask('app/new', put('last'));
      wired.endTurn();
      assert.ok(!wired.told.has(number), 'told before the new copy has it');
      wired.setReplicas([...wired.replicas, 'c']);
      for (let count = 0; count < 50; count++) step(wired);
      wired.deliverAll();
      wired.checkAgreement();
    }
    assert.ok(portions > SEEDS * 2, `${portions} portions`);
  });

  it('agree when one was filled while more changed than one message may carry', () => {
    let pieces = 0;
    for (let seed = 0; seed < SEEDS; seed++) {
      const wired = new Wired(['a', 'b'], [], seed, { portionBytes: 2 });
      for (let count = 0; count < 60; count++) step(wired);
      wired.fill('b');
      wired.endTurn();
      for (let count = 0; count < 40; count++) {
        wired.ask(`app/${count % 8}`, put('x'.repeat(1 + wired.random.below(400)), { cookie: 0 }));
        askAny(wired);
        wired.endTurn();
      }
      const { size } = wired.first.replica.copy.table;
      wired.deliverAll();
      const link = wired.link('b');
      assert.ok(link?.joined === true);
      pieces += Math.max(0, link.portion - size - 1);
      wired.checkAgreement();
    }
    assert.ok(pieces > SEEDS, `${pieces} portions of changes alone`);
  });

  it('agree when a fill was interrupted by its line, and begun again', () => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const wired = new Wired(['a', 'b'], [], seed, { portionBytes: 400 });
      for (let count = 0; count < 80; count++) step(wired);
      for (let fills = 0; fills < 3; fills++) {
        wired.fill('b');
        for (let count = 0; count < 15; count++) step(wired);
        wired.breakLine('a', 'b');
        assert.equal(wired.link('b'), undefined, 'nobody counts on what is half filled');
        for (let count = 0; count < 10; count++) step(wired);
        wired.makeLine('a', 'b');
      }
      wired.fill('b');
      wired.deliverAll();
      assert.ok(wired.link('b')?.joined);
      wired.checkAgreement();
    }
  });

  it('are filled again when the log does not reach back to where they were', () => {
    const wired = new Wired(['a', 'b', 'c'], ['b', 'c'], 1, { tailLength: 8 });
    for (let count = 0; count < 60; count++) step(wired);
    wired.deliverAll();
    wired.breakLine('a', 'c');
    for (let count = 0; count < 40; count++) wired.ask(`app/${count % 8}`, put(`${count}`, { cookie: 0 }));
    // It counts until the table says otherwise; then the others are enough, and the log goes on without it.
    wired.deliverAll();
    assert.ok(wired.first.replica.followers.confirmed < wired.first.replica.copy.sequence);
    wired.setReplicas(['b']);
    for (let count = 0; count < 40; count++) {
      wired.ask(`app/${count % 8}`, put(`${count}`, { cookie: 0 }));
      wired.deliverAll();
    }
    assert.equal(wired.first.replica.followers.confirmed, wired.first.replica.copy.sequence);
    wired.makeLine('a', 'c');
    wired.fill('c');
    wired.deliverAll();
    wired.setReplicas(['b', 'c']);
    wired.deliverAll();
    wired.checkAgreement();
  });

  it('that fell out of the log while they are named stay as they are, and are told to be broken', () => {
    const wired = new Wired(['a', 'b', 'c'], ['b', 'c'], 1, { tailLength: 8 });
    for (let count = 0; count < 20; count++) wired.ask(`app/${count % 8}`, put('a', { cookie: 0 }));
    wired.deliverAll();
    const before = wired.place('c').replica.copy.log.last;
    wired.breakLine('a', 'c');
    for (let count = 0; count < 40; count++) wired.ask(`app/${count % 8}`, put('a', { cookie: 0 }));
    wired.deliverAll();
    wired.first.replica.copy.log.trim(8);
    wired.makeLine('a', 'c');
    wired.deliverAll();
    assert.equal(wired.link('c')?.broken, true);
    assert.equal(wired.traced.get('refill-wanted'), 1);
    assert.equal(wired.place('c').replica.copy.log.last, before, 'a holder is never emptied in place');
    assert.ok(wired.place('c').replica.following.whole);
  });
});
