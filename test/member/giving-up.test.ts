import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NOBODY } from '../../src/member/door.ts';
import { makeKey } from '../../src/placement/locate.ts';
import { answer, entry, forwards, KEY, STORED } from './entry.ts';
import { acquire, get, put, release, remove } from './room.ts';

describe('when its time is up, a request', () => {
  it('that was sent to nobody surely did nothing', () => {
    for (const [command, hold] of [
      [get(), 3_000],
      [put('x'), 8_000],
      [acquire(1_000), 4_000],
    ] as const) {
      const among = entry();
      among.lineDown('b');
      const since = among.at;
      const asker = among.ask(KEY, command);
      among.move(hold - 50 - (among.at - since));
      assert.equal(among.told(asker), undefined);
      among.move(200);
      const outcome = among.told(asker);
      assert.ok(outcome?.type === 'unavailable');
      assert.equal(outcome.reason, 'no-primary');
      among.lineUp('b');
      among.move(500);
      assert.deepEqual([forwards(among), among.member.loads().errands], [[], 0], 'and does nothing later');
    }
  });

  it('that was sent has an unknown outcome, whatever is heard of it later', () => {
    const among = entry();
    const asker = among.ask(KEY, put('x'));
    const sent = among.only('forward');
    among.move(8_200);
    assert.equal(among.told(asker)?.type, 'unknown');
    assert.equal(among.member.loads().errands, 0);
    answer(among, sent, STORED);
    assert.equal(among.told(asker)?.type, 'unknown');
  });

  it('for a lock is tried on to give the lock back, under the same number, until somebody says it is', () => {
    const among = entry();
    const asker = among.ask(KEY, acquire());
    const first = among.only('forward');
    among.move(3_200);
    assert.equal(among.told(asker)?.type, 'unknown');
    const second = among.only('forward');
    assert.deepEqual([second.number, second.attempt, second.givenUp, second.open], [asker, 2, true, [asker]]);
    answer(among, first, { type: 'moved' });
    among.lineDown('b');
    among.lineUp('b');
    const third = among.only('forward');
    assert.deepEqual([third.attempt, third.givenUp], [3, true]);
    answer(among, third, { type: 'unavailable', reason: 'given-up' });
    assert.equal(among.member.loads().errands, 0);
  });

  it('that would end a lock is tried on as long as the lock could stand, and no longer', () => {
    for (const command of [put('x', { cookie: 5 }), release(5), remove(5)]) {
      const among = entry();
      const asker = among.ask(KEY, command);
      const sent = among.only('forward');
      among.move(8_200);
      assert.equal(among.told(asker)?.type, 'unknown');
      assert.deepEqual(forwards(among), [], 'its try is not over yet');
      among.lineDown('b');
      among.lineUp('b');
      assert.deepEqual(forwards(among), [{ to: 'b#1', attempt: 2, reign: 1, givenUp: false }]);
      answer(among, { ...sent, attempt: 2 }, { type: 'removed' });
      assert.equal(among.member.loads().errands, 0);
      assert.equal(among.told(asker)?.type, 'unknown');
    }
    const among = entry();
    among.ask(KEY, release(5));
    among.move(117_900);
    assert.equal(among.member.loads().errands, 1);
    among.move(300);
    assert.equal(among.member.loads().errands, 0);
  });
});

describe('a client that has gone', () => {
  it('leaves a lock behind that did not reach it: that is given back, with nobody to hear of it', () => {
    const among = entry();
    const key = makeKey(new TextEncoder().encode(KEY));
    const undelivered = { type: 'request', asker: NOBODY, number: 9, source: 0, key, repeatId: null } as const;
    among.turn({ ...undelivered, command: release(5) });
    const sent = among.only('forward');
    assert.deepEqual([sent.undelivered, sent.number, sent.patience], [true, 9, 110_000]);
    answer(among, sent, { type: 'released', flagTaken: false });
    assert.deepEqual([among.answers.size, among.member.loads().errands], [0, 0]);
  });
});
