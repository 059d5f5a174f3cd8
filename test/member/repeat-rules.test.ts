import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stableHash } from '../../src/placement/stable-hash.ts';
import { acquire, get, KEY, look, NO_COOKIE, put, Room, release, remove, renew, textOf, versionOf } from './room.ts';

describe('a repeat', () => {
  it('of what changed something gets the first outcome, whatever came after', () => {
    const room = new Room();
    const created = room.ask(put('a'), 'stored', { repeatId: 'create' });
    const stored = room.ask(put('b'), 'stored', { repeatId: 'store' });
    const { cookie } = room.ask(acquire(), 'found');
    room.ask(renew(cookie), 'renewed', { repeatId: 'renew' });
    room.ask(release(cookie), 'released', { repeatId: 'release' });
    room.ask(remove(), 'removed', { repeatId: 'remove' });
    const again = room.ask(put('c'), 'stored');
    const other = room.ask(acquire(), 'found').cookie;

    assert.deepEqual(room.ask(put('a'), 'stored', { repeatId: 'create' }), created);
    assert.deepEqual(room.ask(put('b'), 'stored', { repeatId: 'store' }), stored);
    room.ask(renew(cookie), 'renewed', { repeatId: 'renew' });
    room.ask(release(cookie), 'released', { repeatId: 'release' });
    room.ask(remove(), 'removed', { repeatId: 'remove' });
    room.ask(release(other), 'released');
    assert.deepEqual(versionOf(room.ask(get(), 'found')), versionOf(again));
  });

  it('of a grant gets the same lock while it stands, and is decided anew when it does not', () => {
    const room = new Room();
    room.ask(put('a', { flags: 1 }), 'stored');
    const first = room.ask(acquire(), 'found', { repeatId: 'mine' });
    assert.deepEqual(room.ask(acquire(), 'found', { repeatId: 'mine' }), { ...first, again: true });
    assert.equal(first.flagTaken, true);
    room.ask(release(first.cookie), 'released');
    const second = room.ask(acquire(), 'found', { repeatId: 'mine' });
    assert.notEqual(second.cookie, first.cookie);
    assert.deepEqual(room.ask(acquire(), 'found', { repeatId: 'mine' }), { ...second, again: true });
  });

  it('of a grant keeps the lock when the first answer turns out not to have been delivered', () => {
    const room = new Room();
    room.ask(put('a'), 'stored');
    const { cookie } = room.ask(acquire(), 'found', { repeatId: 'mine' });
    room.ask(acquire(), 'found', { repeatId: 'mine' });
    room.pair.undelivered({ source: 1, key: KEY }, cookie);
    assert.equal(room.ask(get(), 'locked').cookie, cookie);
    room.ask(release(cookie), 'released');
    const next = room.ask(acquire(), 'found').cookie;
    room.pair.undelivered({ source: 1, key: KEY }, next);
    room.ask(get(), 'found');
  });

  it('of a read that took the flag hears of the flag again', () => {
    const room = new Room();
    room.ask(put('a', { flags: 1 }), 'stored');
    assert.equal(room.ask(get(), 'found', { repeatId: 'read' }).flagTaken, true);
    room.ask(put('b'), 'stored');
    const again = room.ask(get(), 'found', { repeatId: 'read' });
    assert.deepEqual([again.flagTaken, textOf(again)], [true, 'b']);
    assert.equal(room.ask(get(), 'found', { repeatId: 'other' }).flagTaken, false);
  });

  it('of what changed nothing is decided anew', () => {
    const room = new Room();
    room.ask(get(), 'missing', { repeatId: 'get' });
    room.ask(remove(), 'missing', { repeatId: 'remove' });
    room.ask(put('a'), 'stored');
    room.ask(get(), 'found', { repeatId: 'get' });
    const { cookie } = room.ask(acquire(), 'found');
    room.ask(put('b'), 'locked', { repeatId: 'set' });
    room.ask(put('b', { flags: 1 }), 'stored', { repeatId: 'no-op' });
    room.ask(release(cookie), 'released');
    room.ask(put('b'), 'stored', { repeatId: 'set' });
    room.ask(remove(), 'removed', { repeatId: 'remove' });
    assert.equal(room.ask(put('b', { flags: 1 }), 'stored', { repeatId: 'no-op' }).created, true);
  });

  it('of one that waits takes its place in line', () => {
    const room = new Room();
    room.ask(put('a'), 'stored');
    const { cookie } = room.ask(acquire(), 'found');
    const first = room.waits(acquire(1_000), { repeatId: 'mine' });
    const behind = room.waits(acquire(1_000));
    const second = room.waits(acquire(1_000), { repeatId: 'mine' });
    assert.equal(room.told(first, 'unavailable').reason, 'replaced-by-second-try');
    room.pair.cancel(first);
    room.ask(release(cookie), 'released');
    room.told(second, 'found');
    assert.ok(room.isWaiting(behind));
  });

  it('of one that waits again, after its first grant is over, takes its place as well', () => {
    const room = new Room();
    room.ask(put('a'), 'stored');
    const mine = room.ask(acquire(), 'found', { repeatId: 'mine' });
    room.ask(release(mine.cookie), 'released');
    room.ask(acquire(), 'found');
    const second = room.waits(acquire(1_000), { repeatId: 'mine' });
    const third = room.waits(acquire(1_000), { repeatId: 'mine' });
    room.told(second, 'unavailable');
    assert.equal(room.ask(look, 'described').waiters, 1);
    assert.ok(room.isWaiting(third));
  });

  it('of one that its own arrival sees granted gets that grant', () => {
    const room = new Room();
    room.ask(put('a'), 'stored');
    room.ask(acquire(0, 1_000), 'found');
    const first = room.waits(acquire(5_000), { repeatId: 'mine' });
    // The lease is over, but the tick that would say so has not come yet.
    room.pair.moveTo(1_000, false);
    const { cookie } = room.ask(acquire(5_000), 'found', { repeatId: 'mine' });
    assert.equal(room.told(first, 'found').cookie, cookie);
  });

  it('is known by its session as well as its name, even where two keys share their hash', () => {
    const [key, other] = ['/lm/shop(h=)/23238', '/lm/shop(h=)/198598'];
    assert.equal(stableHash(Buffer.from(key)), stableHash(Buffer.from(other)));
    const room = new Room();
    room.ask(put('a'), 'stored', { repeatId: '1', key });
    room.ask(put('b'), 'stored', { repeatId: '1', key: other });
    assert.equal(textOf(room.ask(get(), 'found', { key: other })), 'b');
  });

  it('is remembered for so long and no longer', () => {
    const room = new Room({ rememberFor: 10_000 });
    room.ask(put('a'), 'stored', { repeatId: 'create' });
    room.pair.move(9_999);
    assert.equal(room.ask(put('a'), 'stored', { repeatId: 'create' }).created, true);
    room.pair.move(2);
    assert.equal(room.ask(put('a'), 'stored', { repeatId: 'create' }).created, false);
  });

  it('is forgotten in its turn, though an earlier request was decided and remembered anew', () => {
    const room = new Room({ partitions: 1, rememberFor: 10_000 });
    room.ask(put('a'), 'stored');
    const { cookie } = room.ask(acquire(), 'found', { repeatId: 'first' });
    room.ask(put('b', { cookie }), 'stored', { repeatId: 'second' });
    room.pair.move(5_000);
    const again = room.ask(acquire(), 'found', { repeatId: 'first' });
    assert.notEqual(again.cookie, cookie);
    room.pair.move(5_001);
    // Decided anew: its cookie is not the newest any more.
    room.ask(put('b', { cookie }), 'stale', { repeatId: 'second' });
    assert.equal(room.ask(acquire(), 'found', { repeatId: 'first' }).cookie, again.cookie);
  });

  it('of a bad release that took the flag hears of it again, a new request does not', () => {
    const room = new Room();
    room.ask(put('a', { flags: 1 }), 'stored');
    assert.equal(room.ask(release(NO_COOKIE), 'invalid', { repeatId: 'bad' }).flagTaken, true);
    assert.equal(room.ask(release(NO_COOKIE), 'invalid', { repeatId: 'bad' }).flagTaken, true);
    assert.equal(room.ask(release(NO_COOKIE), 'invalid').flagTaken, false);
  });
});
