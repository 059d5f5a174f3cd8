import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NEVER } from '../../src/base/instant.ts';
import { Random } from '../../src/base/random.ts';
import { Replica } from '../../src/replica/replica.ts';
import { acquire, get, MINUTE, put, remove, resetTimeout } from '../member/room.ts';
import { parts, Recorder } from './parts.ts';
import { type Follower, PlayedPrimary } from './played-primary.ts';

describe('a primary may decide', () => {
  it('from when it may act, while all copies that the table names cover it, and not at the instant they cease to', () => {
    const primary = new PlayedPrimary({}, 'takeover', 500);
    primary.b.coveredUntil = 900;
    for (const [at, may] of [
      [499, false],
      [500, true],
      [899, true],
      [900, false],
    ] as const) {
      assert.equal(primary.replica.mayDecide(at), may, `at ${at}`);
    }
    assert.deepEqual(primary.replica.deciding(), { from: 500, until: 900 });
  });

  it('only covered by a copy that is being added, from the moment of asking; not by one that is being filled', () => {
    const primary = new PlayedPrimary();
    const c: Follower = { name: 'c#1', up: true, coveredUntil: Number.NEGATIVE_INFINITY };
    primary.replica.followers.fill(c, 0, primary.recorder);
    assert.ok(primary.replica.mayDecide(0));
    const link = primary.replica.followers.links.get('c#1');
    assert.ok(link !== undefined);
    link.asked = true;
    assert.ok(!primary.replica.mayDecide(0));
    c.coveredUntil = 10;
    assert.deepEqual([primary.replica.mayDecide(9), primary.replica.mayDecide(10)], [true, false]);
    primary.replica.settleUnchanged(0, primary.recorder);
    assert.ok(primary.replica.mayDecide(10), 'it was not added');
  });

  it('alone without anybody’s leave', () => {
    const replica = new Replica(0, parts(), new Random(1), true);
    replica.becomePrimary(1, 1, [], 'first', 0, 0, new Recorder());
    assert.ok(replica.mayDecide(0));
    assert.deepEqual(replica.deciding(), { from: 0, until: NEVER });
  });

  it('no further than so many changes ahead of its copies', () => {
    const primary = new PlayedPrimary({ maxUncommitted: 3 });
    for (let count = 0; count < 4; count++) {
      assert.ok(primary.replica.mayDecide(0));
      primary.ask('app/1', put('a'));
    }
    assert.ok(!primary.replica.mayDecide(0));
    primary.acknowledge(1);
    assert.ok(primary.replica.mayDecide(0));
  });

  it('not while it hands over, for a second at most; and asks for that once all is acknowledged and told', () => {
    const primary = new PlayedPrimary();
    primary.acknowledge();
    primary.ask('app/1', put('a'));
    primary.at = 100;
    primary.replica.beginHandover('b#1', 100);
    assert.deepEqual([primary.replica.mayDecide(100), primary.replica.mayAskHandover()], [false, false]);
    primary.acknowledge();
    assert.ok(primary.replica.mayAskHandover());
    assert.equal(primary.replica.deciding()?.from, 1_100);
    assert.deepEqual([primary.replica.mayDecide(1_099), primary.replica.mayDecide(1_100)], [false, true]);
    const { handover } = primary.replica;
    assert.ok(handover !== null);
    primary.replica.settleUnchanged(100, primary.recorder);
    assert.ok(!primary.replica.mayDecide(100), 'another table came before it was asked for');
    handover.asked = true;
    primary.replica.settleUnchanged(100, primary.recorder);
    assert.ok(primary.replica.mayDecide(100), 'it was not granted');
  });
});

describe('an outcome', () => {
  it('that changes something is told when every copy has the change', () => {
    const primary = new PlayedPrimary();
    const number = primary.ask('app/1', put('a'));
    primary.replica.confirm(primary.at, primary.recorder);
    assert.equal(primary.told(number), undefined);
    primary.acknowledge();
    assert.equal(primary.told(number), 'stored');
  });

  it('that changes nothing waits for the last change of its session, a removal too, and for no other', () => {
    const primary = new PlayedPrimary();
    primary.ask('app/1', put('a'));
    primary.ask('app/2', put('a'));
    primary.acknowledge();
    primary.ask('app/1', acquire());
    primary.ask('app/2', remove());
    const waiting = [
      primary.ask('app/1', get()),
      primary.ask('app/1', put('b', { cookie: 5 })),
      primary.ask('app/2', get()),
      primary.ask('app/2', remove()),
    ];
    const atOnce = primary.ask('app/3', get());
    assert.deepEqual(
      waiting.map((each) => primary.told(each)),
      [undefined, undefined, undefined, undefined],
    );
    assert.equal(primary.told(atOnce), 'missing');
    primary.acknowledge(3);
    assert.deepEqual(
      waiting.map((each) => primary.told(each)),
      ['locked', 'stale', undefined, undefined],
    );
    primary.acknowledge(4);
    assert.deepEqual(
      waiting.map((each) => primary.told(each)),
      ['locked', 'stale', 'missing', 'missing'],
    );
  });

  it('keeps the content it saw, though that is overwritten while it waits', () => {
    const primary = new PlayedPrimary();
    primary.ask('app/1', put('first'));
    const number = primary.ask('app/1', get());
    primary.ask('app/1', put('later'));
    primary.acknowledge();
    const outcome = primary.recorder.answers.find(({ asker }) => asker === number)?.outcome;
    assert.ok(outcome?.type === 'found');
    assert.equal(Buffer.from(outcome.content).toString(), 'first');
  });

  it('waits for a renewal only where a takeover could not make up for it', () => {
    const primary = new PlayedPrimary();
    primary.ask('app/1', put('a'));
    primary.acknowledge();
    const sequence = () => primary.replica.copy.sequence;
    primary.at = MINUTE;
    assert.deepEqual([primary.told(primary.ask('app/1', get())), sequence()], ['found', 1]);
    primary.at = MINUTE + 1;
    const far = primary.ask('app/1', resetTimeout);
    assert.deepEqual([primary.told(far), sequence()], [undefined, 2]);
    primary.acknowledge();
    assert.equal(primary.told(far), 'renewed');
    primary.at = 2 * MINUTE;
    assert.deepEqual(
      [primary.told(primary.ask('app/1', get())), sequence()],
      ['found', 2],
      'it counts from what was told',
    );
  });
});

describe('what is queued', () => {
  it('is decided in order, once it may be; what is too late by then is refused, and whose line died is gone', () => {
    const primary = new PlayedPrimary();
    primary.b.coveredUntil = 0;
    const [stored, late, gone, found] = [
      primary.forwarded('app/1', put('a'), 0, 9_000),
      primary.forwarded('app/1', put('b'), 0, 100),
      primary.forwarded('app/1', put('c'), 0, 9_000),
      primary.forwarded('app/1', get(), 0, 9_000),
    ];
    for (const each of [stored, late, gone, found]) assert.ok(primary.replica.queue(each));
    primary.replica.dropQueued(({ number }) => number === gone.number);
    primary.replica.serveQueued(true, 100, primary.recorder);
    assert.equal(primary.told(late.number), 'unavailable');
    assert.equal(primary.replica.loads.queued, 2);
    primary.b.coveredUntil = NEVER;
    primary.replica.serveQueued(true, 200, primary.recorder);
    primary.acknowledge();
    assert.deepEqual(
      [stored, gone, found].map(({ number }) => primary.told(number)),
      ['stored', undefined, 'found'],
    );
  });

  it('has a limit', () => {
    const primary = new PlayedPrimary({ maxQueued: 2 });
    const queue = () => primary.replica.queue(primary.forwarded('app/1', get(), 0, 9_000));
    assert.deepEqual([queue(), queue(), queue()], [true, true, false]);
  });
});
