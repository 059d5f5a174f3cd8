import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HandOver } from '../../src/replica/messages.ts';
import { type Among, keysIn } from './among.ts';
import { holding, memberB, promise, tell } from './holding.ts';
import { put } from './room.ts';

const TAKEOVER = 1_500;
const [KEY = ''] = keysIn(0, 2, 1);

function actsAt(among: Among): number | undefined {
  return among.member.deciding(0)?.from;
}

const handOver = (reign: number, renewals: HandOver['renewals'] = []): HandOver => ({
  type: 'hand-over',
  partition: 0,
  reign,
  waiters: [],
  renewals,
});

describe('a role', () => {
  it('is what the newest table says', () => {
    for (const [entries, roles] of [
      [['1.1.0 b a'], ['primary']],
      [['1.1.0 a b'], ['replica']],
      [['1.1.0 a c'], ['nothing']],
      [
        ['1.1.0 a b', '2.1.0 a'],
        ['replica', 'nothing'],
      ],
      [
        ['1.1.0 a b', '2.2.0 b', '3.2.0 b'],
        ['replica', 'primary', 'primary'],
      ],
      // Handed over: the copy stays. Taken over, or dropped and named again: it does not.
      [
        ['1.1.0 b a', '2.2.0 a b'],
        ['primary', 'replica'],
      ],
      [
        ['1.1.0 b a', '2.2.0 a c'],
        ['primary', 'nothing'],
      ],
      [
        ['1.1.0 a b', '2.1.0 a', '3.1.0 a b'],
        ['replica', 'nothing', 'replica, not whole'],
      ],
      [
        ['1.1.0 a c', '2.1.0 a c b'],
        ['nothing', 'replica, not whole'],
      ],
      [
        ['1.1.0 a b', '5.5.0 c b'],
        ['replica', 'replica'],
      ],
    ] as const) {
      const among = memberB();
      const seen = entries.map((entry) => {
        tell(among, entry);
        return holding(among);
      });
      assert.deepEqual(seen, roles, entries.join(', '));
    }
  });

  it('begins with nothing once in each life of the partition, whatever tables were missed', () => {
    for (const [entries, roles] of [
      [['5.3.2 a b'], ['replica']],
      [
        ['5.3.2 a b', '6.3.2 a', '7.3.2 a b'],
        ['replica', 'nothing', 'replica, not whole'],
      ],
      [
        ['5.3.2 a b', '6.6.3 a b'],
        ['replica', 'replica'],
      ],
      [
        ['5.3.2 a c', '6.6.3 b a'],
        ['nothing', 'primary'],
      ],
      [
        ['5.3.2 a c', '6.3.2 a c b', '9.9.4 c b'],
        ['nothing', 'replica, not whole', 'replica'],
      ],
    ] as const) {
      const among = memberB();
      const seen = entries.map((entry) => {
        tell(among, entry);
        return holding(among);
      });
      assert.deepEqual(seen, roles, entries.join(', '));
    }
  });

  it('in a new life has none of the sessions of the one before', () => {
    const among = memberB();
    tell(among, '1.1.0 b');
    among.ask(KEY, put('a'));
    assert.equal(among.member.gauges().sessions, 1);
    tell(among, '2.2.1 a b');
    assert.deepEqual([holding(among), among.member.gauges().sessions], ['replica', 0]);
  });

  it('that is lost gives its memory back', () => {
    const among = memberB();
    tell(among, '1.1.0 b');
    const empty = among.member.gauges().memoryBytes;
    among.ask(KEY, put('a'));
    tell(among, '2.2.0 a');
    assert.deepEqual([holding(among), among.member.gauges().memoryBytes], ['nothing', empty]);
  });
});

describe('a new primary acts', () => {
  it('at once where nobody was primary before', () => {
    const among = memberB();
    among.at = 400;
    promise(among, 'a');
    tell(among, '1.1.0 b a');
    assert.equal(actsAt(among), 400);
  });

  it('when its promises to the former primary have lapsed, and those it could have given since it knew of that reign', () => {
    for (const [known, promised, adopted, acts] of [
      [0, 900, 1_000, 900 + TAKEOVER],
      [0, null, 1_000, 0 + TAKEOVER],
      [800, null, 1_000, 800 + TAKEOVER],
      [800, 200, 1_000, 800 + TAKEOVER],
      [0, 100, 9_000, 100 + TAKEOVER],
    ] as const) {
      const among = memberB();
      tell(among, '1.1.0 c a b');
      if (promised !== null && promised < known) {
        among.at = promised;
        promise(among, 'a');
      }
      among.at = known;
      tell(among, '2.2.0 a b c');
      if (promised !== null && promised >= known) {
        among.at = promised;
        promise(among, 'a');
      }
      among.at = adopted;
      promise(among, 'c');
      tell(among, '3.3.0 b c');
      assert.equal(actsAt(among), acts, `known ${known}, promised ${promised}`);
      // Whom it answers from now on is told of this table, and is not covered by it.
      promise(among, 'a');
      assert.equal(actsAt(among), acts);
    }
  });

  it('a whole takeover later where it missed a table: it may have promised anybody anything', () => {
    for (const before of [null, '1.1.0 a b']) {
      const among = memberB();
      if (before !== null) tell(among, before);
      among.at = 7_000;
      tell(among, '3.3.0 b');
      assert.equal(actsAt(among), 7_000 + TAKEOVER);
    }
  });

  it('a whole takeover after it knew, where the partition begins anew', () => {
    const among = memberB();
    tell(among, '4.1.0 a c');
    among.at = 7_000;
    tell(among, '5.5.1 b');
    assert.equal(actsAt(among), 7_000 + TAKEOVER);
  });

  it('at once after the goodbye of that primary in that reign', () => {
    for (const [reign, next, acts] of [
      [1, '2.2.0 b', 600],
      [9, '2.2.0 b', 500 + TAKEOVER],
      [1, '3.3.0 b', 600 + TAKEOVER],
    ] as const) {
      const among = memberB();
      tell(among, '1.1.0 a b');
      among.at = 500;
      promise(among, 'a');
      among.deliver('a', { type: 'goodbye', partitions: [{ partition: 0, reign }] });
      among.at = 600;
      tell(among, next);
      assert.equal(actsAt(among), acts, `${reign} ${next}`);
    }
  });

  it('at once when it was handed the partition, before or after its table', () => {
    for (const order of ['before', 'after', 'of another reign']) {
      const among = memberB();
      tell(among, '1.1.0 a b');
      among.at = 500;
      promise(among, 'a');
      const message = handOver(order === 'of another reign' ? 3 : 2);
      if (order === 'before') among.deliver('a', message);
      among.at = 600;
      tell(among, '2.2.0 b a');
      if (order !== 'before') among.deliver('a', message);
      assert.equal(actsAt(among), order === 'of another reign' ? 500 + TAKEOVER : 600, order);
    }
  });

  it('by handover where the former primary asked for it, who stays a replica then', () => {
    for (const [before, next, how] of [
      ['1.1.0 a b', '2.2.0 b a', 'handover'],
      ['1.1.0 a b', '2.2.0 b', 'takeover'],
      ['1.1.0 a b c', '2.2.0 b c', 'takeover'],
      ['1.1.0 a b', '2.2.0 b a#2', 'takeover'],
      ['1.1.0 a b', '3.3.0 b a', 'takeover'],
      ['1.1.0 a c', '2.2.1 b c#2', 'anew'],
    ] as const) {
      const among = memberB();
      tell(among, before);
      among.forget();
      tell(among, next);
      const beginnings = among.traces.flatMap((event) => (event.type === 'became-primary' ? [event.how] : []));
      assert.deepEqual(beginnings, [how], `${before}, then ${next}`);
    }
  });

  it('not by what was handed to it in a reign that was over before it knew', () => {
    const among = memberB();
    tell(among, '1.1.0 a b');
    among.deliver('a', handOver(2));
    among.at = 600;
    tell(among, '4.4.0 b a');
    assert.equal(actsAt(among), 600 + TAKEOVER);
  });
});
