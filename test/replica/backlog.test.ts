import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Backlog } from '../../src/replica/backlog.ts';
import { readState } from '../../src/replica/session-state.ts';
import { acquire, put, remove } from '../member/room.ts';
import { copyOf, keyOf, parts, request } from './parts.ts';
import { PlayedPrimary } from './played-primary.ts';
import { Wired } from './wired.ts';

const LARGE = 'x'.repeat(300);
/** More than 256 octets are too much for one message. */
const SMALL_MESSAGES = { portionBytes: 1 };

describe('the backlog', () => {
  it('is what lies behind the last change that every copy has', () => {
    const backlog = new Backlog();
    for (const [sequence, bytes] of [
      [1, 10],
      [2, 0],
      [3, 20],
      [5, 40],
      [6, 80],
    ] as const) {
      backlog.add(sequence, bytes);
    }
    assert.equal(backlog.bytes, 150);
    backlog.commit(0);
    assert.equal(backlog.bytes, 150);
    backlog.commit(3);
    assert.equal(backlog.bytes, 120);
    backlog.truncate(5);
    assert.equal(backlog.bytes, 40);
    backlog.commit(9);
    assert.equal(backlog.bytes, 0);
    backlog.add(4, 7);
    backlog.clear();
    backlog.add(1, 5);
    assert.equal(backlog.bytes, 5);
  });

  it('counts the whole session with each change of it, and nothing for its removal', () => {
    const primary = new PlayedPrimary();
    const { copy } = primary.replica;
    const grown: number[] = [];
    for (const command of [put(LARGE), acquire(), put('abc', { cookie: copy.rules.newestCookie + 1 }), remove()]) {
      const before = copy.uncommittedBytes;
      primary.ask('app/1', command);
      grown.push(copy.uncommittedBytes - before);
    }
    assert.deepEqual([...grown, copy.sequence], [300, 300, 3, 0, 4]);
    primary.acknowledge(2);
    assert.equal(copy.uncommittedBytes, 3);
  });

  it('is known to a copy too, for it may be primary next; without what it had too much', () => {
    const shared = parts();
    const [from, to] = [copyOf(shared), copyOf(shared)];
    for (const copy of [from, to]) copy.follow();
    const tell = (content: string): void => {
      const { last } = to;
      from.rules.decide(from.table.find(keyOf('app/1')), put(content), request(1, 'app/1', put(content)), 0);
      to.apply(last, from.log.after(last), [readState(from.table, keyOf('app/1'), 0, shared.sources)], 0);
    };
    tell('12345');
    const middle = to.last;
    tell('1234567');
    assert.equal(to.uncommittedBytes, 12);
    to.apply(middle, [], [], 0);
    assert.equal(to.uncommittedBytes, 5);
    to.commit(middle.sequence);
    assert.equal(to.uncommittedBytes, 0);
    to.apply(middle, from.log.after(middle), [readState(from.table, keyOf('app/1'), 0, shared.sources)], 0);
    to.empty({ reign: 1, sequence: 0 });
    assert.equal(to.uncommittedBytes, 0);
  });
});

describe('a primary whose copies lack more than one message may carry', () => {
  it('decides on when they have it', () => {
    const primary = new PlayedPrimary(SMALL_MESSAGES);
    primary.ask('app/1', put('a'.repeat(256)));
    assert.ok(primary.replica.mayDecide(0));
    primary.ask('app/2', put('a'));
    assert.ok(!primary.replica.mayDecide(0));
    primary.acknowledge(1);
    assert.ok(primary.replica.mayDecide(0));
  });

  it('mends one that missed it with one session more at most', () => {
    const wired = new Wired(['a', 'b'], ['b'], 1, SMALL_MESSAGES);
    wired.deliverAll();
    wired.breakLine('a', 'b');
    let asked = 0;
    while (wired.ask(`app/${asked}`, put('x'.repeat(100))) > 0) asked++;
    assert.equal(asked, 3);
    wired.makeLine('a', 'b');
    wired.deliverAll();
    wired.checkAgreement();
    assert.ok(wired.ask('app/9', put('a')) > 0);
  });
});
