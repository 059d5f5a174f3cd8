import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NEVER } from '../../src/base/instant.ts';
import { MAX_TIMEOUT_MINUTES } from '../../src/member/door.ts';
import {
  acquire,
  BAD_COOKIE,
  get,
  look,
  MINUTE,
  NO_COOKIE,
  put,
  Room,
  release,
  remove,
  resetTimeout,
  textOf,
  versionOf,
} from './room.ts';
import { NOBODYS_COOKIE, NOBODYS_VERSION } from './translation.ts';

describe('Set', () => {
  it('creates whatever the cookie, and does not lock', () => {
    for (const cookie of [NO_COOKIE, BAD_COOKIE, 0, NOBODYS_COOKIE]) {
      const room = new Room();
      assert.equal(room.ask(put('a', { cookie }), 'stored').created, true);
      assert.equal(room.ask(look, 'described').lock, null);
    }
  });

  it('refuses a cookie that was never granted, and takes none or zero while nobody holds the lock', () => {
    const room = new Room();
    room.ask(put('a'), 'stored');
    const stale = room.ask(put('b', { cookie: NOBODYS_COOKIE }), 'stale');
    assert.deepEqual([stale.newest, stale.locked, stale.age], [0, false, 0]);
    room.ask(put('c', { cookie: 0 }), 'stored');
    room.ask(put('d'), 'stored');
    room.ask(put('e', { cookie: BAD_COOKIE }), 'invalid');
  });

  it('stores and unlocks for the owner alone', () => {
    const room = new Room();
    room.ask(put('a'), 'stored');
    const { cookie } = room.ask(acquire(), 'found');
    room.ask(put('b'), 'locked');
    room.ask(put('b', { cookie: 0 }), 'locked');
    room.ask(put('b', { cookie: BAD_COOKIE }), 'invalid');
    room.ask(put('b', { cookie: NOBODYS_COOKIE }), 'stale');
    assert.equal(room.ask(put('c', { cookie }), 'stored').created, false);
    assert.equal(textOf(room.ask(get(), 'found')), 'c');
  });

  it('follows the stock rule where stale writes are accepted', () => {
    const room = new Room({ staleWrites: 'accept' });
    room.ask(put('a'), 'stored');
    room.ask(put('b', { cookie: NOBODYS_COOKIE }), 'stored');
    const { cookie } = room.ask(acquire(), 'found');
    room.ask(put('c', { cookie: NOBODYS_COOKIE }), 'locked');
    room.ask(remove(NOBODYS_COOKIE), 'locked');
    room.ask(release(cookie), 'released');
    room.ask(remove(NOBODYS_COOKIE), 'removed');
  });

  it('only if absent, only if of a version: after the lock is settled', () => {
    const room = new Room();
    assert.equal(room.ask(put('a', { onlyIfVersion: NOBODYS_VERSION }), 'conflict').version, null);
    const first = versionOf(room.ask(put('a', { onlyIfAbsent: true }), 'stored'));
    assert.deepEqual(room.ask(put('b', { onlyIfAbsent: true }), 'conflict').version, first);
    assert.deepEqual(room.ask(put('b', { onlyIfVersion: NOBODYS_VERSION }), 'conflict').version, first);
    const { cookie } = room.ask(acquire(), 'found');
    room.ask(put('b', { onlyIfVersion: first }), 'locked');
    room.ask(put('b', { onlyIfAbsent: true }), 'locked');
    // Locks, releases and renewals leave the version as it is.
    room.ask(release(cookie), 'released');
    room.ask(resetTimeout, 'renewed');
    const second = versionOf(room.ask(put('b', { onlyIfVersion: first }), 'stored'));
    assert.notDeepEqual(second, first);
    room.ask(put('c', { onlyIfVersion: first }), 'conflict');
  });
});

describe('the uninitialized flag', () => {
  const uninitialized = put('a', { flags: 1 });

  it('is taken once: by a read, by an acquire', () => {
    for (const read of [get(), acquire()]) {
      const room = new Room();
      room.ask(uninitialized, 'stored');
      room.ask(resetTimeout, 'renewed');
      assert.equal(room.ask(look, 'described').uninitialized, true);
      const found = room.ask(read, 'found');
      assert.equal(found.flagTaken, true);
      room.ask(release(found.cookie), 'released');
      assert.equal(room.ask(read, 'found').flagTaken, false);
    }
  });

  it('is taken by a release, a bad one too', () => {
    const room = new Room();
    room.ask(uninitialized, 'stored');
    assert.equal(room.ask(release(NO_COOKIE), 'invalid').flagTaken, true);
    assert.equal(room.ask(release(NO_COOKIE), 'invalid').flagTaken, false);
    room.ask(remove(), 'removed');
    room.ask(uninitialized, 'stored');
    assert.equal(room.ask(release(NOBODYS_COOKIE), 'released').flagTaken, true);
    assert.equal(room.ask(get(), 'found').flagTaken, false);
  });

  it('never overwrites, not even with a cookie that is none or a condition that fails', () => {
    const room = new Room();
    const first = versionOf(room.ask(put('a'), 'stored'));
    const { cookie } = room.ask(acquire(), 'found');
    for (const rest of [
      {},
      { cookie: BAD_COOKIE },
      { cookie },
      { onlyIfAbsent: true },
      { onlyIfVersion: NOBODYS_VERSION },
    ]) {
      const stored = room.ask(put('b', { flags: 3, timeoutMinutes: 5, ...rest }), 'stored');
      assert.deepEqual([stored.created, versionOf(stored)], [false, first]);
    }
    assert.equal(room.ask(get(), 'locked').cookie, cookie);
    room.ask(release(cookie), 'released');
    const found = room.ask(get(), 'found');
    assert.deepEqual([textOf(found), found.timeoutMinutes, found.flagTaken], ['a', 20, false]);
  });

  it('survives a Set with the same timeout, and goes with a Set of another', () => {
    const room = new Room();
    room.ask(uninitialized, 'stored');
    room.ask(put('b', { flags: 2 }), 'stored');
    assert.equal(room.ask(look, 'described').uninitialized, true);
    room.ask(put('c', { flags: 2, timeoutMinutes: 5 }), 'stored');
    const found = room.ask(get(), 'found');
    assert.deepEqual([textOf(found), found.timeoutMinutes, found.flagTaken], ['c', 5, false]);
  });
});

describe('a session', () => {
  it('is there until its deadline, and gone after it', () => {
    const room = new Room();
    room.ask(put('a', { timeoutMinutes: 1 }), 'stored');
    room.pair.move(MINUTE);
    assert.equal(room.ask(look, 'described').timeLeft, 0);
    room.pair.move(1);
    room.ask(look, 'missing');
    room.ask(get(), 'missing');
  });

  it('is renewed by every command that finds it, whatever the outcome, except by Describe', () => {
    const room = new Room();
    room.ask(put('a', { timeoutMinutes: 1 }), 'stored');
    const { cookie } = room.ask(acquire(0, 100 * MINUTE), 'found');
    const renewing = [
      () => room.ask(get(), 'locked'),
      () => room.ask(acquire(), 'locked'),
      () => room.ask(put('b'), 'locked'),
      () => room.ask(put('b', { cookie: BAD_COOKIE }), 'invalid'),
      () => room.ask(put('b', { flags: 1, timeoutMinutes: 2 }), 'stored'),
      () => room.ask(put('b', { cookie: NOBODYS_COOKIE }), 'stale'),
      () => room.ask(remove(), 'locked'),
      () => room.ask(remove(BAD_COOKIE), 'invalid'),
      () => room.ask(release(NO_COOKIE), 'invalid'),
      () => room.ask(release(0), 'locked'),
      () => room.ask(resetTimeout, 'renewed'),
      () => room.ask({ type: 'renewExclusive', cookie, lockLease: 100 * MINUTE }, 'renewed'),
      () => room.ask({ type: 'renewExclusive', cookie: 0, lockLease: 1 }, 'stale'),
      () => room.ask(release(cookie), 'released'),
    ];
    for (const request of renewing) {
      room.pair.move(MINUTE - 1);
      assert.equal(room.ask(look, 'described').timeLeft, 1);
      request();
      assert.equal(room.ask(look, 'described').timeLeft, MINUTE);
    }
  });

  it('never expires under timeout 0, until a Set says otherwise', () => {
    const room = new Room();
    room.ask(put('a', { timeoutMinutes: 0 }), 'stored');
    room.pair.moveTo(3 * 365 * 24 * 60 * MINUTE, false);
    room.pair.tick();
    assert.equal(room.ask(look, 'described').timeLeft, NEVER);
    room.ask(put('a', { timeoutMinutes: 1 }), 'stored');
    room.pair.outlive(MINUTE);
    room.ask(get(), 'missing');
  });

  it('is held until its deadline and no more than three seconds after it, however far off that is', () => {
    for (const timeoutMinutes of [1, 20, 7 * 24 * 60, MAX_TIMEOUT_MINUTES]) {
      const room = new Room();
      room.ask(put('a', { timeoutMinutes }), 'stored');
      const { member } = room.pair;
      room.pair.moveTo(timeoutMinutes * MINUTE, false);
      room.pair.tick();
      assert.equal(member.gauges().sessions, 1);
      room.pair.move(3_001);
      assert.equal(member.gauges().sessions, 0);
    }
  });

  it('goes by Remove, owned or unlocked', () => {
    const room = new Room();
    room.ask(remove(BAD_COOKIE), 'missing');
    room.ask(put('a'), 'stored');
    room.ask(remove(BAD_COOKIE), 'invalid');
    room.ask(remove(NOBODYS_COOKIE), 'stale');
    const { cookie } = room.ask(acquire(), 'found');
    room.ask(remove(), 'locked');
    room.ask(remove(0), 'locked');
    room.ask(remove(cookie), 'removed');
    room.ask(put('b'), 'stored');
    room.ask(remove(), 'removed');
  });
});
