import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entriesByKey, type HistoryEntry } from '../simulation/history.ts';
import { judgeSession } from '../simulation/linearizability.ts';
import { acquire, EXACT, found, get, granted, locked, missing, op, put, remove, stale } from '../simulation/sketch.ts';
import { PLAYED_BUGS } from './played-bugs.ts';
import { playedHistory } from './played-pages.ts';
import { thinned } from './thin.ts';

const thin = (...entries: HistoryEntry[]) => thinned(entries, () => false);

describe('a thinned history', () => {
  it('keeps of all who were told of one lock the last to ask and the first to hear', () => {
    const told = (from: number, until: number) => op(1, [from, until], acquire(), locked(7));
    const [first, last, both] = [told(2, 10), told(8, 30), told(9, 9.5)];
    assert.deepEqual(thin(told(1, 20), first, told(3, 40), last), [first, last]);
    assert.deepEqual(thin(first, last, both), [both]);
    const other = op(1, [1, 90], acquire(), locked(8));
    assert.deepEqual(thin(other, first), [other, first]);
    const late = (from: number, until: number) => op(1, [from, until], put('x', { cookie: 3 }), stale(7));
    assert.equal(thin(late(1, 5), late(2, 6), late(3, 7)).length, 2);
  });

  it('keeps of other looks those that enclose no other', () => {
    const none = (from: number, until: number) => op(1, [from, until], acquire(), missing);
    const [one, two] = [none(5, 10), none(7, 12)];
    assert.deepEqual(thin(none(1, 11), one, none(5, 20), two), [one, two]);
    const read = (content: string) => op(1, [1, 20], get, found(content, 'v'));
    assert.equal(thin(read('a'), read('b'), read('a')).length, 2);
  });

  it('keeps everything that did something, or may have', () => {
    const acts = [
      op(1, [0, 1], put('a'), { type: 'stored', created: null, version: null }),
      op(1, [2, 3], acquire(), granted('a', 'v', 7)),
      op(1, [2, 4], remove(7), { type: 'removed' }),
      op(1, [5, 6], get, found('a', 'v', { flagTaken: true })),
      op(1, [5, 7], get, { type: 'unknown' }),
    ];
    assert.deepEqual(thin(...acts, ...acts).length, 10);
    const told = [op(1, [1, 9], acquire(), locked(7)), op(1, [2, 8], acquire(), locked(7))];
    assert.equal(thinned(told, () => true).length, 2);
  });

  it('is judged as the whole one is', async () => {
    let wrong = 0;
    for (const bug of [() => null, ...Object.values(PLAYED_BUGS).map((make) => make())]) {
      const whole = await playedHistory(7, 150, bug);
      for (const mine of entriesByKey(whole).values()) {
        const verdict = judgeSession(mine, EXACT).type;
        if (verdict === 'violation') wrong++;
        assert.equal(judgeSession(thin(...mine), EXACT).type, verdict);
      }
    }
    assert.ok(wrong > 3, `${wrong} wrong sessions`);
  });
});
