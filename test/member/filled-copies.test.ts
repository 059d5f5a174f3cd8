import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Replicate } from '../../src/replica/messages.ts';
import { type Among, keysIn } from './among.ts';
import { holding, memberB, promise, tell } from './holding.ts';
import { acknowledge } from './planning.ts';
import { portion } from './portion.ts';
import { put } from './room.ts';

const [KEY = ''] = keysIn(0, 2, 1);

/** From the primary, in this reign, to a copy that holds nothing. */
function replicate(reign: number, rest: Partial<Replicate>): Replicate {
  return {
    type: 'replicate',
    partition: 0,
    reign,
    link: 1,
    after: { reign: 0, sequence: 0 },
    common: { reign: 0, sequence: 0 },
    changes: [],
    states: [],
    newestCookie: 9,
    versionMemory: 9,
    committed: 1,
    openNumbers: [],
    digest: 0,
    ...rest,
  };
}

describe('a copy that is being filled', () => {
  function filling(done = false, epoch = 1): Among {
    const among = memberB();
    tell(among, '1.1.0 a c');
    among.deliver('a', portion(done, epoch));
    return among;
  }

  it('is a replica when the table names it, and not by a table older than the one under which it is filled', () => {
    const among = filling(true, 5);
    tell(among, '3.1.0 a c b');
    assert.equal(holding(among), 'filling');
    tell(among, '4.1.0 a c');
    assert.equal(holding(among), 'filling');
    tell(among, '6.1.0 a b');
    assert.equal(holding(among), 'replica');
  });

  it('starts from nothing when the primary changes', () => {
    const among = filling(true);
    tell(among, '2.2.0 c');
    assert.equal(holding(among), 'nothing');
  });

  it('is given up when its primary does not speak of it over a new line, or is away for long', () => {
    const among = filling();
    among.lineDown('a');
    among.move(1_000);
    among.lineUp('a');
    among.move(4_900);
    assert.equal(holding(among), 'filling, not whole');
    among.move(200);
    assert.equal(holding(among), 'nothing');
    const away = filling();
    away.lineDown('a');
    away.move(29_900);
    assert.equal(holding(away), 'filling, not whole');
    away.move(200);
    assert.equal(holding(away), 'nothing');
  });

  it('is kept once it is whole, while the primary is away: a table may name it by now', () => {
    const among = filling(true);
    among.lineDown('a');
    among.move(600_000);
    assert.equal(holding(among), 'filling');
  });

  it('is kept as long as its primary speaks of it over the present line, however seldom', () => {
    const among = filling();
    among.move(60_000);
    assert.equal(holding(among), 'filling, not whole', 'the line never broke');
    const whole = filling(true);
    whole.lineDown('a');
    whole.move(1_000);
    whole.lineUp('a');
    const last = { reign: 1, sequence: 7 };
    whole.deliver('a', replicate(1, { after: last, common: last }));
    whole.move(60_000);
    assert.equal(holding(whole), 'filling');
  });

  it('is not what a replica is, which stays whoever is away', () => {
    const among = memberB();
    tell(among, '1.1.0 a b');
    among.lineDown('a');
    among.move(60_000);
    among.lineUp('a');
    among.move(60_000);
    assert.equal(holding(among), 'replica');
  });

  it('follows the primary of the table alone', () => {
    const among = memberB();
    tell(among, '1.1.0 a c');
    among.deliver('c', portion(true, 1));
    assert.equal(holding(among), 'nothing');
    among.deliver('a', { ...portion(true, 1), reign: 2 });
    assert.equal(holding(among), 'nothing');
    assert.deepEqual(among.sent, []);
  });
});

describe('a member that leaves', () => {
  it('says goodbye to its replicas, for what it was entitled to decide, and decides nothing more', () => {
    const among = memberB();
    tell(among, '1.1.0 b a');
    among.join('a');
    acknowledge(among);
    among.turn({ type: 'leave' });
    assert.deepEqual(among.take('goodbye'), [
      { to: 'a#1', message: { type: 'goodbye', partitions: [{ partition: 0, reign: 1 }] } },
    ]);
    assert.equal(among.member.deciding(0), null);
    const number = among.ask(KEY, put('a'));
    assert.equal(among.told(number), undefined);
    tell(among, '2.2.0 b');
    assert.equal(among.member.deciding(0), null, 'no table makes it primary again');
  });

  it('says goodbye to nobody who only is being filled', () => {
    const among = memberB();
    among.register('a', 'b', 'c');
    tell(among, '1.1.0 b');
    among.join('a', 'c');
    among.move(200);
    assert.ok(among.take('catch-up').length > 0);
    among.turn({ type: 'leave' });
    assert.deepEqual(among.take('goodbye'), []);
  });

  it('says nothing of a partition that it does not decide for yet', () => {
    const among = memberB();
    tell(among, '1.1.0 a b');
    promise(among, 'a');
    tell(among, '2.2.0 b c');
    among.turn({ type: 'leave' });
    assert.deepEqual(among.take('goodbye'), []);
  });
});

it('a message of a reign that is not the table’s changes nothing', () => {
  const among = memberB();
  tell(among, '3.2.0 a b');
  const before = among.member.holds();
  const change = (reign: number) => ({ changes: [{ reign, sequence: 1, key: null, record: null }] });
  for (const reign of [1, 3]) among.deliver('a', replicate(reign, change(reign)));
  assert.deepEqual([among.member.holds(), among.sent], [before, []]);
  among.deliver('a', replicate(2, change(2)));
  assert.equal(among.only('replicated').last.sequence, 1);
});
