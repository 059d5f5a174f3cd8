import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  acquire,
  BAD_COOKIE,
  get,
  KEY,
  LEASE,
  look,
  MINUTE,
  NO_COOKIE,
  put,
  Room,
  release,
  remove,
  renew,
  textOf,
} from './room.ts';
import { NOBODYS_COOKIE } from './translation.ts';

describe('a lock', () => {
  it('is held once, and its holder finds it locked as well', () => {
    const room = new Room();
    room.ask(put('a'), 'stored');
    const { cookie } = room.ask(acquire(), 'found');
    room.pair.move(3_500);
    const locked = room.ask(acquire(), 'locked');
    assert.deepEqual([locked.cookie, locked.age], [cookie, 3_500]);
    assert.equal(room.ask(get(), 'locked').cookie, cookie);
  });

  it('is released by its cookie, or told apart from another', () => {
    const room = new Room();
    room.ask(release(NOBODYS_COOKIE), 'missing');
    room.ask(put('a'), 'stored');
    const first = room.ask(acquire(), 'found').cookie;
    room.ask(release(NO_COOKIE), 'invalid');
    room.ask(release(BAD_COOKIE), 'invalid');
    room.ask(release(0), 'locked');
    room.ask(release(first), 'released');
    room.ask(release(0), 'released');
    const second = room.ask(acquire(), 'found').cookie;
    assert.notEqual(second, first);
    assert.equal(room.ask(release(first), 'locked').cookie, second);
  });

  it('ends with its lease, to the millisecond', () => {
    const room = new Room();
    room.ask(put('a'), 'stored');
    const { cookie } = room.ask(acquire(), 'found');
    room.pair.move(LEASE - 1);
    room.ask(get(), 'locked');
    room.pair.move(1);
    room.ask(get(), 'found');
    room.ask(renew(cookie), 'stale');
    room.ask(release(cookie), 'released');
  });

  it('lets its late holder store as long as nobody took it since', () => {
    const room = new Room();
    room.ask(put('a'), 'stored');
    const { cookie } = room.ask(acquire(), 'found');
    room.pair.move(LEASE);
    room.ask(put('late', { cookie }), 'stored');
    const next = room.ask(acquire(), 'found').cookie;
    const stale = room.ask(put('later', { cookie }), 'stale');
    assert.deepEqual([stale.newest, stale.locked, stale.age], [next, true, 0]);
    room.ask(release(next), 'released');
    assert.equal(room.ask(remove(cookie), 'stale').locked, false);
    assert.equal(textOf(room.ask(get(), 'found')), 'late');
  });

  it('keeps its lease from a renewal on, longer or shorter', () => {
    const room = new Room();
    room.ask(put('a'), 'stored');
    const { cookie } = room.ask(acquire(0, 1_000), 'found');
    const waiter = room.waits(acquire(60_000, 1_000));
    assert.equal(room.ask(renew(cookie, 10_000), 'renewed').lockLease, 10_000);
    room.pair.move(5_000);
    assert.ok(room.isWaiting(waiter));
    room.ask(renew(cookie, 10), 'renewed');
    room.pair.move(9);
    assert.ok(room.isWaiting(waiter));
    room.pair.move(1);
    room.told(waiter, 'found');
  });

  it('is not renewed under another cookie, nor where there is none', () => {
    const room = new Room();
    room.ask(renew(NOBODYS_COOKIE), 'missing');
    room.ask(put('a'), 'stored');
    assert.equal(room.ask(renew(NOBODYS_COOKIE), 'stale').newest, 0);
    const { cookie } = room.ask(acquire(), 'found');
    for (const other of [0, NO_COOKIE, BAD_COOKIE]) assert.equal(room.ask(renew(other), 'stale').newest, cookie);
    room.ask(renew(cookie), 'renewed');
  });

  it('does not outlive its session, and its cookie fits no later life of it', () => {
    const room = new Room();
    room.ask(put('a'), 'stored');
    const { cookie } = room.ask(acquire(), 'found');
    room.ask(remove(cookie), 'removed');
    room.ask(put('b', { cookie }), 'stored');
    assert.equal(room.ask(put('c', { cookie }), 'stale').newest, 0);
    assert.notEqual(room.ask(acquire(), 'found').cookie, cookie);
  });

  it('shows its holder and request to who describes the session', () => {
    const room = new Room();
    room.ask(put('abc'), 'stored');
    assert.equal(room.ask(look, 'described').lock, null);
    room.ask(acquire(0, 5_000), 'found', { source: 3 });
    room.waits(get(1_000));
    room.waits(acquire(1_000));
    room.pair.move(100);
    const { lock, waiters, contentBytes } = room.ask(look, 'described');
    assert.deepEqual(lock, { age: 100, leaseLeft: 4_900, holder: 3, request: 3 });
    assert.deepEqual([waiters, contentBytes], [2, 3]);
  });
});

describe('a line', () => {
  it('is served in the step that frees the lock: all readers, then the first who wants the lock', () => {
    const room = new Room();
    room.ask(put('a'), 'stored');
    const { cookie } = room.ask(acquire(), 'found');
    const [first, reader, second, otherReader] = [
      room.waits(acquire(1_000)),
      room.waits(get(1_000)),
      room.waits(acquire(1_000)),
      room.waits(get(1_000)),
    ];
    room.ask(put('b', { cookie }), 'stored');
    assert.equal(textOf(room.told(reader, 'found')), 'b');
    assert.equal(textOf(room.told(otherReader, 'found')), 'b');
    const granted = room.told(first, 'found');
    assert.equal(textOf(granted), 'b');
    assert.ok(room.isWaiting(second));
    room.ask(release(granted.cookie), 'released');
    room.told(second, 'found');
  });

  it('is not joined where nobody holds the lock', () => {
    const room = new Room();
    room.ask(get(1_000), 'missing');
    room.ask(acquire(1_000), 'missing');
    room.ask(put('a'), 'stored');
    room.ask(get(1_000), 'found');
    room.ask(acquire(1_000), 'found');
  });

  it('is left at the end of the wait, to the millisecond', () => {
    const room = new Room();
    room.ask(put('a'), 'stored');
    room.ask(acquire(), 'found');
    const waiter = room.waits(acquire(500));
    room.pair.move(499);
    assert.ok(room.isWaiting(waiter));
    room.pair.move(1);
    assert.equal(room.told(waiter, 'locked').age, 500);
  });

  it('is told when its session is removed', () => {
    const room = new Room();
    room.ask(put('a'), 'stored');
    const { cookie } = room.ask(acquire(), 'found');
    const waiters = [room.waits(acquire(1_000)), room.waits(get(1_000))];
    room.ask(remove(cookie), 'removed');
    for (const waiter of waiters) room.told(waiter, 'missing');
  });

  it('is told within three seconds when its session expires', () => {
    const room = new Room();
    room.ask(put('a', { timeoutMinutes: 1 }), 'stored');
    room.ask(acquire(0, 10 * MINUTE), 'found');
    const waiters = [room.waits(acquire(5 * MINUTE)), room.waits(get(5 * MINUTE))];
    room.pair.move(MINUTE);
    for (const waiter of waiters) assert.ok(room.isWaiting(waiter));
    room.pair.move(3_001);
    for (const waiter of waiters) room.told(waiter, 'missing');
  });

  it('passes over who has gone away', () => {
    const room = new Room();
    room.ask(put('a'), 'stored');
    const { cookie } = room.ask(acquire(), 'found');
    const [gone, next] = [room.waits(acquire(1_000)), room.waits(acquire(1_000))];
    room.pair.cancel(gone);
    room.told(gone, 'locked');
    room.pair.cancel(gone);
    room.ask(release(cookie), 'released');
    room.told(next, 'found');
  });

  it('grants nothing to who goes away as the lease ends', () => {
    const room = new Room();
    room.ask(put('a'), 'stored');
    room.ask(acquire(0, 1_000), 'found');
    const [gone, next] = [room.waits(acquire(5_000)), room.waits(acquire(5_000))];
    // The lease is over, but the tick that would say so has not come yet.
    room.pair.moveTo(1_000, false);
    room.pair.cancel(gone);
    room.told(gone, 'locked');
    room.pair.tick();
    room.told(next, 'found');
  });

  it('is served when a grant does not reach its client', () => {
    const room = new Room();
    room.ask(put('a'), 'stored');
    const { cookie } = room.ask(acquire(), 'found');
    const next = room.waits(acquire(1_000));
    room.pair.undelivered({ source: 1, key: KEY }, cookie);
    const granted = room.told(next, 'found').cookie;
    room.pair.undelivered({ source: 1, key: KEY }, cookie);
    assert.equal(room.ask(get(), 'locked').cookie, granted);
  });

  it('keeps its session alive by those who come to it', () => {
    const room = new Room();
    room.ask(put('a', { timeoutMinutes: 1 }), 'stored');
    room.ask(acquire(0, 10 * MINUTE), 'found');
    for (let polls = 0; polls < 4; polls++) {
      room.waits(get(100));
      room.pair.move(MINUTE);
    }
    room.ask(look, 'described');
  });

  it('is dismissed by a drain, and nobody waits after it', () => {
    const room = new Room();
    room.ask(put('a'), 'stored');
    room.ask(acquire(), 'found');
    const waiters = [room.waits(acquire(1_000)), room.waits(get(1_000))];
    room.pair.drain();
    for (const waiter of waiters) room.told(waiter, 'locked');
    room.ask(acquire(1_000), 'locked');
  });
});
