import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NOBODY } from '../../src/member/door.ts';
import { makeKey } from '../../src/placement/locate.ts';
import { tableWritten } from '../placement/written.ts';
import { type Among, keysIn } from './among.ts';
import { answer, entry, forwards, KEY, OTHER, STORED } from './entry.ts';
import { acknowledge } from './planning.ts';
import { get, put } from './room.ts';

describe('a request for a session of another primary', () => {
  it('is forwarded under its number, with all that the primary has to know, and its answer told', () => {
    const among = entry();
    const first = among.ask(OTHER, put('x'));
    const asker = among.ask(KEY, get(500), 'again');
    const [, second] = among.take('forward');
    assert.equal(second?.to, 'b#1');
    assert.deepEqual(second.message, {
      type: 'forward',
      partition: 0,
      reign: 1,
      number: asker,
      upTo: asker,
      open: [first, asker],
      attempt: 1,
      key: makeKey(new TextEncoder().encode(KEY)),
      command: get(500),
      source: null,
      repeatId: 'again',
      waited: 0,
      patience: 3_500,
      givenUp: false,
      undelivered: false,
    });
    answer(among, second.message, { type: 'missing' });
    assert.deepEqual([among.told(asker)?.type, among.told(first)], ['missing', undefined]);
    assert.equal(among.member.loads().errands, 1);
  });

  it('is tried again, under the same number, after its primary moved; by then some of its time is over', () => {
    const among = entry();
    const asker = among.ask(KEY, put('x'));
    const first = among.only('forward');
    answer(among, first, { type: 'moved' });
    answer(among, first, STORED);
    assert.equal(among.told(asker), undefined);
    among.move(100);
    const second = among.only('forward');
    assert.deepEqual([second.number, second.attempt, second.reign], [asker, 2, 1]);
    assert.deepEqual([second.waited, second.patience], [among.at, 8_000 - among.at]);
    answer(among, first, STORED);
    assert.equal(among.told(asker), undefined, 'that try is over');
    answer(among, second, STORED);
    assert.equal(among.told(asker)?.type, 'stored');
    assert.equal(among.member.loads().errands, 0);
  });

  it('is tried again over the next line, not sooner, once its line died', () => {
    const among = entry();
    const asker = among.ask(KEY, put('x'));
    const first = among.only('forward');
    among.lineDown('b');
    among.move(1_000);
    assert.deepEqual(forwards(among), []);
    among.lineUp('b');
    const second = among.only('forward');
    assert.equal(second.attempt, 2);
    answer(among, first, STORED);
    assert.equal(among.told(asker), undefined);
    answer(among, second, STORED);
    assert.equal(among.told(asker)?.type, 'stored');
  });

  it('is tried again with the next primary at once, and what the former one says counts no more', () => {
    const among = entry();
    const asker = among.ask(KEY, put('x'));
    const first = among.only('forward');
    among.move(1_000);
    assert.deepEqual(forwards(among), [], 'one try at a time');
    among.see(tableWritten(2, ['2.1.0 b', '1.1.0 a c'], { copies: 3, others: 'c' }));
    assert.deepEqual(forwards(among), [], 'the reign goes on');
    among.see(tableWritten(3, ['3.3.0 c', '1.1.0 a c'], { copies: 3, others: 'b' }));
    assert.deepEqual(forwards(among), [{ to: 'c#1', attempt: 2, reign: 3, givenUp: false }]);
    answer(among, first, STORED);
    assert.equal(among.told(asker), undefined);
    answer(among, { ...first, attempt: 2 }, { type: 'missing' }, 'c');
    assert.equal(among.told(asker)?.type, 'missing');
  });

  it('is decided here, if this member is primary next', () => {
    const among = entry();
    among.see(tableWritten(2, ['2.1.0 b', '1.1.0 a c'], { copies: 3 }));
    const asker = among.ask(KEY, put('x'));
    among.forget();
    among.see(tableWritten(3, ['5.5.1 a', '1.1.0 a c'], { copies: 3, others: 'b' }));
    among.move(1_400);
    assert.equal(among.told(asker), undefined, 'promises have to lapse');
    among.move(200);
    assert.equal(among.told(asker)?.type, 'stored');
    assert.deepEqual(forwards(among), []);
  });

  it('is not taken for done by what only says that nobody knows, or that nobody may decide now', () => {
    for (const outcome of [
      { type: 'unknown' },
      { type: 'unavailable', reason: 'no-primary' },
      { type: 'unavailable', reason: 'too-many-held' },
    ] as const) {
      const among = entry();
      const asker = among.ask(KEY, put('x'));
      answer(among, among.only('forward'), outcome);
      among.move(100);
      assert.deepEqual([among.told(asker), forwards(among).length], [undefined, 1]);
    }
  });

  it('that may have acted before it was refused has an unknown outcome', () => {
    const among = entry();
    const refused = among.ask(KEY, put('x'));
    answer(among, among.only('forward'), { type: 'unavailable', reason: 'given-up' });
    assert.equal(among.told(refused)?.type, 'unavailable');
    const asker = among.ask(KEY, put('x'));
    among.lineDown('b');
    among.lineUp('b');
    answer(among, among.take('forward').at(-1)?.message ?? assert.fail(), { type: 'unavailable', reason: 'given-up' });
    assert.equal(among.told(asker)?.type, 'unknown');
  });

  it('is refused beyond so many, and those that are held stay', () => {
    const among = entry({ maxErrands: 2 });
    const [first, second, third] = [0, 1, 2].map(() => among.ask(KEY, get())) as [number, number, number];
    const refused = among.told(third);
    assert.ok(refused?.type === 'unavailable');
    assert.equal(refused.reason, 'too-many-held');
    for (const { message } of among.take('forward')) answer(among, message, { type: 'missing' });
    assert.deepEqual([among.told(first)?.type, among.told(second)?.type], ['missing', 'missing']);
  });
});

describe('a request for a session of our own', () => {
  const [OWN = ''] = keysIn(1, 2, 1);

  it('is held while we are not covered, and decided when we are', () => {
    const among = entry();
    acknowledge(among);
    among.faithful.delete('c#1');
    among.move(1_100);
    const asker = among.ask(OWN, get());
    among.move(300);
    assert.equal(among.told(asker), undefined);
    among.join('c');
    among.move(100);
    acknowledge(among);
    assert.equal(among.told(asker)?.type, 'missing');
  });

  describe('that gives a grant back', () => {
    /** Nobody hears of it; c, which has a copy, has not acknowledged what came before. */
    function givingBack(): Among {
      const among = entry();
      const key = makeKey(new TextEncoder().encode(OWN));
      const command = { type: 'releaseExclusive', cookie: 5 } as const;
      among.ask(OWN, put('x'));
      among.turn({ type: 'request', asker: NOBODY, number: 9, source: 0, key, command, repeatId: null });
      assert.equal(among.member.loads().errands, 2);
      return among;
    }

    it('is looked after until every copy knows', () => {
      const among = givingBack();
      acknowledge(among);
      assert.deepEqual([among.member.loads().errands, among.answers.has(NOBODY)], [0, false]);
    });

    it('is brought to its end by the next primary, if there is one by then', () => {
      const among = givingBack();
      among.forget();
      among.see(tableWritten(2, ['1.1.0 b c', '2.2.0 c'], { copies: 3, others: 'a' }));
      assert.deepEqual(
        among.take('forward').map(({ message }) => [message.number, message.undelivered]),
        [
          [1, false],
          [9, true],
        ],
      );
    });
  });

  it('is forwarded to the heir once we handed over, if nothing came of it', () => {
    const among = entry();
    const asker = among.ask(OWN, put('x'));
    among.forget();
    among.see(tableWritten(2, ['1.1.0 b c', '2.2.0 c'], { copies: 3, others: 'a' }));
    assert.equal(among.told(asker), undefined, 'it was decided, and told to nobody');
    const again = among.only('forward');
    assert.deepEqual([again.partition, again.number, again.attempt, again.reign], [1, asker, 2, 2]);
    answer(among, again, STORED, 'c');
    assert.equal(among.told(asker)?.type, 'stored');
  });
});
