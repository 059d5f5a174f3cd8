import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AssertionError } from '../../src/base/assert.ts';
import { Random } from '../../src/base/random.ts';
import { ChangeLog, NO_CHANGE } from '../../src/replica/change-log.ts';
import type { ChangeName, LoggedChange } from '../../src/replica/messages.ts';

const change = (reign: number, sequence: number): LoggedChange => ({ reign, sequence, key: null, record: null });
const name = ({ reign, sequence }: ChangeName): ChangeName => ({ reign, sequence });
const names = (changes: readonly ChangeName[]) =>
  changes.map(({ reign, sequence }) => `${reign}.${sequence}`).join(' ');

/** Reign 1 up to 3, reign 4 from there to 5. */
function sample(): ChangeLog {
  const log = new ChangeLog();
  for (const [reign, sequence] of [
    [1, 1],
    [1, 2],
    [1, 3],
    [4, 4],
    [4, 5],
  ] as const) {
    log.append(change(reign, sequence));
  }
  return log;
}

describe('a log of changes', () => {
  it('begins behind nothing, and ends in the newest change', () => {
    const log = new ChangeLog();
    assert.deepEqual([log.size, log.first, log.last, log.newest], [0, NO_CHANGE, NO_CHANGE, undefined]);
    assert.deepEqual([name(sample().last), sample().size], [{ reign: 4, sequence: 5 }, 5]);
  });

  it('takes no change that leaves a gap, comes again, or is of an earlier reign', () => {
    for (const wrong of [change(4, 5), change(4, 7), change(3, 6)])
      assert.throws(() => sample().append(wrong), AssertionError);
  });

  it('has a change only under its whole name: one number in another reign is another change', () => {
    const log = sample();
    assert.ok(log.has(NO_CHANGE));
    assert.ok(log.has({ reign: 4, sequence: 4 }));
    for (const other of [change(1, 4), change(4, 3), change(4, 6), change(5, 5), change(1, 0)]) {
      assert.equal(log.has(other), false, names([other]));
    }
    assert.deepEqual(log.nameAt(0), NO_CHANGE);
    assert.deepEqual([log.nameAt(6), log.nameAt(-1)], [null, null]);
  });

  it('tells all that came after a change it has, and nothing of one it has not', () => {
    const log = sample();
    assert.equal(names(log.after({ reign: 1, sequence: 3 })), '4.4 4.5');
    assert.equal(names(log.after({ reign: 4, sequence: 5 })), '');
    assert.throws(() => log.after({ reign: 1, sequence: 4 }), AssertionError);
    assert.throws(() => log.truncate({ reign: 1, sequence: 4 }), AssertionError);
  });

  it('forgets what came after a change, and is followed on from there by another history', () => {
    const log = sample();
    assert.equal(names(log.truncate({ reign: 1, sequence: 3 })), '4.4 4.5');
    log.append(change(6, 4));
    assert.equal(log.has({ reign: 4, sequence: 4 }), false);
    assert.equal(names(log.after(NO_CHANGE)), '1.1 1.2 1.3 6.4');
  });

  it('begins again behind whatever it is told, keeping no object of its teller', () => {
    const log = sample();
    const base = { reign: 9, sequence: 40 };
    log.reset(base);
    base.sequence = 50;
    assert.deepEqual([log.size, log.last], [0, { reign: 9, sequence: 40 }]);
    log.append(change(9, 41));
    assert.equal(names(log.after({ reign: 9, sequence: 40 })), '9.41');
  });
});

it('whatever is appended, truncated and trimmed, the log is the end of the history, and no longer than a quarter above its most', () => {
  const most = 20;
  for (let seed = 0; seed < 20; seed++) {
    const random = new Random(seed);
    const log = new ChangeLog();
    let history: ChangeName[] = [NO_CHANGE];
    let reign = 1;
    for (let step = 0; step < 300; step++) {
      const last = history.at(-1) as ChangeName;
      const roll = random.below(10);
      if (roll < 7) {
        reign += random.below(8) === 0 ? 1 : 0;
        history.push({ reign, sequence: last.sequence + 1 });
        log.append(change(reign, last.sequence + 1));
      } else if (roll < 8) {
        const back = Math.min(random.below(4), log.size);
        const to = history[history.length - 1 - back] as ChangeName;
        assert.equal(log.truncate(to).length, back);
        history = history.slice(0, history.length - back);
      } else {
        const before = log.size;
        log.trim(most);
        assert.equal(log.size, before < most + most / 4 ? before : most);
      }
      const kept = history.slice(history.length - log.size);
      assert.deepEqual(name(log.first), history[history.length - log.size - 1]);
      assert.deepEqual(log.after(log.first).map(name), kept);
      assert.deepEqual(name(log.last), history.at(-1));
    }
    assert.ok(history.length > 60);
  }
});
