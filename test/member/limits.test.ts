import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Member } from '../../src/member/member.ts';
import { SMALL } from './pair.ts';
import { acquire, get, KEY, MINUTE, NO_COOKIE, put, Room, release, textOf } from './room.ts';

describe('a line that is full', () => {
  const other = '/lm/w3svc/1/root/shop(h=)/other';

  it('sends the newest away at once, by session', () => {
    const room = new Room({ maxWaitersPerSession: 2 });
    for (const key of [KEY, other]) {
      room.ask(put('a'), 'stored', { key });
      room.ask(acquire(), 'found', { key });
      room.waits(acquire(1_000), { key, source: 1 });
      room.waits(get(1_000), { key, source: 2 });
      room.ask(acquire(1_000), 'locked', { key, source: 3 });
    }
  });

  it('by source', () => {
    const room = new Room({ maxWaitersPerSource: 2 });
    for (const key of [KEY, other]) {
      room.ask(put('a'), 'stored', { key });
      room.ask(acquire(), 'found', { key });
      room.waits(acquire(1_000), { key, source: 1 });
    }
    room.ask(acquire(1_000), 'locked', { source: 1 });
    room.waits(acquire(1_000), { source: 2 });
  });

  it('in all, until somebody leaves', () => {
    const room = new Room({ maxWaiters: 2 });
    room.ask(put('a'), 'stored');
    const { cookie } = room.ask(acquire(), 'found');
    const first = room.waits(acquire(1_000), { source: 1 });
    const second = room.waits(acquire(1_000), { source: 2 });
    room.ask(acquire(1_000), 'locked', { source: 3 });
    room.pair.cancel(first);
    const third = room.waits(acquire(1_000), { source: 3 });
    room.ask(release(cookie), 'released');
    room.told(second, 'found');
    room.waits(acquire(1_000), { source: 4 });
    room.ask(acquire(1_000), 'locked', { source: 5 });
    assert.ok(room.isWaiting(third));
  });
});

describe('the memory ceiling', () => {
  const ceiling = 1024 * 1024;
  const kibibytes = (count: number) => 'x'.repeat(count * 1024);

  /** Creates sessions of 16 KiB until one is refused; returns their keys. */
  function filled(room: Room): string[] {
    const keys: string[] = [];
    for (;;) {
      const key = `/a/${keys.length}`;
      const asker = room.pair.ask({
        source: 1,
        key,
        command: put(kibibytes(16), { timeoutMinutes: 1 }),
        repeatId: null,
      });
      if (room.pair.outcomes.get(asker)?.type === 'full') return keys;
      room.told(asker, 'stored');
      keys.push(key);
      assert.ok(keys.length < 64, 'more is stored than there is memory');
    }
  }

  it('refuses new sessions, and evicts none for them', () => {
    const room = new Room({ maxMemory: ceiling });
    const keys = filled(room);
    const { memoryBytes, memoryLimit, sessions } = room.pair.member.gauges();
    assert.equal(memoryLimit, ceiling);
    assert.ok(memoryBytes <= ceiling, `${memoryBytes} bytes are used`);
    assert.ok(memoryBytes > ceiling * 0.8, `${memoryBytes} bytes are used, yet all is called full`);
    assert.equal(sessions, keys.length);
    for (const key of keys) assert.equal(room.ask(get(), 'found', { key }).content.length, 16 * 1024);
  });

  it('lets those that live be locked, stored and removed, and takes new ones where they went', () => {
    const room = new Room({ maxMemory: ceiling });
    const [key = '', other = ''] = filled(room);
    const { cookie } = room.ask(acquire(), 'found', { key });
    room.ask(put(kibibytes(16).replaceAll('x', 'y'), { cookie }), 'stored', { key });
    assert.equal(textOf(room.ask(get(), 'found', { key }))[0], 'y');
    room.ask({ type: 'remove', cookie: NO_COOKIE }, 'removed', { key: other });
    room.ask(put(kibibytes(15)), 'stored', { key: '/new/1' });
    room.ask(put(kibibytes(16)), 'full', { key: '/new/2' });
  });

  it('lets those that live grow a tenth beyond it, and no further', () => {
    const room = new Room({ maxMemory: ceiling });
    const keys = filled(room);
    let grown = 0;
    for (const key of keys) {
      const asker = room.pair.ask({ source: 1, key, command: put(kibibytes(24)), repeatId: null });
      if (room.pair.outcomes.get(asker)?.type === 'full') break;
      grown++;
    }
    const { memoryBytes } = room.pair.member.gauges();
    assert.ok(grown > 0 && grown < keys.length, `${grown} of ${keys.length} could grow`);
    assert.ok(memoryBytes <= ceiling * 1.1, `${memoryBytes} bytes are used`);
    assert.ok(memoryBytes > ceiling, `${memoryBytes} bytes are used, yet a live session may not grow`);
    const refused = keys[grown] as string;
    assert.equal(room.ask(get(), 'found', { key: refused }).content.length, 16 * 1024);
    room.ask(put(kibibytes(16)), 'stored', { key: refused });
    room.ask(put('small'), 'stored', { key: refused });
  });

  it('is far away again when all is gone', () => {
    const room = new Room({ maxMemory: ceiling });
    filled(room);
    room.pair.outlive(MINUTE);
    filled(room);
  });
});

describe('the memory of outcomes', () => {
  const named = (number: number) => ({ repeatId: `request ${number}` });

  // Not through the model: it remembers without bounds.
  it('refuses named requests when it is full rather than forget early, and takes them again later', () => {
    const room = new Room({ partitions: 1, maxRememberedPerPartition: 3, rememberFor: 10_000 });
    for (let number = 0; number < 3; number++) room.ask(put(`${number}`), 'stored', named(number));
    const { member } = room.pair;
    assert.equal(
      room.pair.refusedNamed({ source: 1, key: KEY, command: put('3'), repeatId: 'request 3' }),
      'too-many-remembered',
    );
    assert.equal(member.gauges().sessions, 1);
    assert.equal(textOf(room.ask(get(), 'found')), '2');
    room.ask(put('1'), 'stored', named(1));
    assert.equal(textOf(room.ask(get(), 'found')), '2');
    room.ask(put('unnamed'), 'stored');
    room.pair.move(10_001);
    room.ask(put('3'), 'stored', named(3));
    assert.equal(textOf(room.ask(get(), 'found')), '3');
  });
});

it('a member is made with tails that reach back over all that not every copy may have', () => {
  const tail = (tailLength: number) => ({ ...SMALL.replication, tailLength, maxUncommitted: 8 });
  assert.throws(() => new Member({ ...SMALL, replication: tail(8) }), /tail/);
  assert.deepEqual(new Member({ ...SMALL, replication: tail(9) }).holds(), []);
});
