import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encodeTable } from '../../src/placement/table-document.ts';
import { holderOf, tableWritten } from '../placement/written.ts';
import { Among } from './among.ts';

const TABLES = [1, 2, 3].map((version) =>
  tableWritten(version, ['1.1.0 a b', `${version}.1.0 c${version > 1 ? ' a' : ''}`], { others: 'b' }),
);
const [FIRST, SECOND, THIRD] = TABLES as [(typeof TABLES)[0], (typeof TABLES)[0], (typeof TABLES)[0]];

function knowing(table = SECOND): Among {
  const among = new Among();
  among.see(table);
  among.lineUp('b', 'c');
  among.forget();
  return among;
}

const heartbeat = (tableVersion: number, cluster = 'cluster') =>
  ({ type: 'heartbeat', cluster, tableVersion, sentAt: 5 }) as const;
const seen = (tableVersion: number, cluster = 'cluster', sentAt = 0) =>
  ({ type: 'heartbeat-seen', cluster, tableVersion, sentAt }) as const;

function passed(among: Among): string[] {
  return among.take('table').map(({ to, message }) => {
    assert.equal(message.document, encodeTable(among.member.table ?? assert.fail()));
    return to;
  });
}

const traced = (among: Among) => among.traces.map(({ type }) => type);

describe('a table', () => {
  it('goes to a peer that is heard to know an older one, once over each line', () => {
    const among = knowing();
    among.deliver('b', heartbeat(1));
    among.deliver('b', seen(0));
    assert.deepEqual(passed(among), ['b#1']);
    among.deliver('c', heartbeat(2));
    assert.deepEqual(passed(among), []);
    among.lineDown('b');
    among.lineUp('b');
    among.deliver('b', heartbeat(1));
    assert.deepEqual(passed(among), ['b#1']);
    among.see(THIRD);
    among.deliver('b', heartbeat(1));
    assert.deepEqual(passed(among), ['b#1'], 'a newer one goes again');
  });

  it('is asked for where a peer knows a newer one, not more often than every 200 ms', () => {
    const among = knowing();
    among.deliver('b', heartbeat(3));
    among.deliver('c', heartbeat(3));
    assert.equal(among.reads, 1);
    among.at += 199;
    among.deliver('b', seen(3));
    assert.equal(among.reads, 1);
    among.at += 1;
    among.deliver('b', seen(3));
    assert.equal(among.reads, 2);
  });

  it('is taken from a peer as from the store, and an older one does no harm', () => {
    const among = knowing();
    among.deliver('b', { type: 'table', document: encodeTable(THIRD) });
    assert.equal(among.member.table?.version, 3);
    among.forget();
    among.deliver('c', { type: 'table', document: encodeTable(FIRST) });
    among.deliver('c', { type: 'table', document: 'nonsense' });
    assert.equal(among.member.table?.version, 3);
    assert.deepEqual(traced(among), ['table-refused']);
  });

  it('is read from the store itself every five seconds, whatever its watch says', () => {
    const among = knowing();
    among.join('b', 'c');
    among.move(50);
    const before = among.reads;
    among.move(20_000);
    assert.equal(among.reads - before, 4);
  });

  it('that makes us primary goes at once to the copies that shall follow', () => {
    const among = knowing(tableWritten(1, ['1.1.0 a b', '1.1.0 b a'], { others: 'c' }));
    for (const name of ['b', 'c']) among.deliver(name, heartbeat(1));
    among.forget();
    among.see(tableWritten(2, ['2.1.0 a', '1.1.0 b a'], { others: 'c' }));
    assert.deepEqual(passed(among), [], 'nobody new follows');
    among.see(tableWritten(3, ['2.1.0 a', '2.2.0 a b'], { others: 'c' }));
    assert.deepEqual(passed(among), ['b#1']);
  });

  it('older than ours is a sign of lost memory only if the store was asked since we know ours', () => {
    const among = knowing(FIRST);
    among.deliver('b', heartbeat(2));
    assert.equal(among.reads, 1);
    among.see(SECOND);
    among.forget();
    // This answer was on its way while the watch told of the newer one.
    among.see(FIRST, true);
    assert.deepEqual(traced(among), []);
    among.at += 1_000;
    among.deliver('b', heartbeat(3));
    among.see(FIRST, true);
    assert.deepEqual(traced(among), ['table-refused']);
    assert.equal(among.member.table?.version, 2);
  });
});

describe('another cluster’s member', () => {
  it('is promised nothing, covers nobody, and is not told our table', () => {
    const among = knowing(FIRST);
    among.move(0);
    among.forget();
    among.deliver('b', heartbeat(0, 'other'), seen(0, 'other'));
    assert.equal(among.sent.length, 0);
    assert.equal(among.member.deciding(0)?.until, Number.NEGATIVE_INFINITY);
    among.deliver('b', heartbeat(0, ''), seen(1));
    assert.deepEqual(
      among.sent.map(({ message }) => message.type),
      ['heartbeat-seen', 'table'],
    );
    assert.equal(among.member.deciding(0)?.until, 1_000);
  });
});

it('what still comes from a peer whose line is over is not heard', () => {
  const among = knowing(FIRST);
  among.lineDown('b');
  among.deliver('b', heartbeat(1), seen(1), { type: 'table', document: encodeTable(THIRD) });
  assert.deepEqual([among.sent, among.member.table?.version], [[], 1]);
  assert.equal(among.member.deciding(0)?.until, Number.NEGATIVE_INFINITY);
});

describe('a member stops', () => {
  it('when its id is registered in a newer incarnation', () => {
    const among = knowing();
    among.register('a', 'b', 'c#2');
    assert.equal(among.stopped, null);
    among.register('a#2', 'b', 'c');
    assert.match(among.stopped ?? '', /incarnation/);
  });

  it('when a table knows a newer incarnation of it, or an operator had it forgotten', () => {
    for (const table of [
      tableWritten(3, ['1.1.0 a b', '3.1.0 c a#2']),
      tableWritten(3, ['1.1.0 a b', '3.1.0 c b'], { forgotten: 'a' }),
    ]) {
      const among = knowing(FIRST);
      among.see(table);
      assert.match(among.stopped ?? '', /incarnation/);
    }
  });

  it('not for an older incarnation of its own', () => {
    const among = new Among({ self: holderOf('a#2') });
    among.see(FIRST);
    among.register('a', 'b', 'c');
    assert.equal(among.stopped, null);
    assert.deepEqual(among.member.holds(), [], 'what is named is its former self');
  });
});

it('cover counts under the table it was given under, once that is known here', () => {
  const among = knowing(FIRST);
  among.move(0);
  among.at = 300;
  among.deliver('b', seen(2));
  assert.equal(among.member.deciding(0)?.until, Number.NEGATIVE_INFINITY);
  among.see(SECOND);
  assert.equal(among.member.deciding(0)?.until, 1_000);
});

it('a machine that was asleep is covered by nobody until it asked again', () => {
  const among = knowing(FIRST);
  among.join('b');
  assert.equal(among.member.deciding(0)?.until, 1_000);
  among.at = 100;
  among.member.beginTurn(100, 100 + 101);
  assert.equal(among.member.deciding(0)?.until, Number.NEGATIVE_INFINITY);
  among.member.beginTurn(100, 201);
  among.turn({ type: 'tick' });
  among.deliver('b', seen(1, 'cluster', 99));
  assert.equal(among.member.deciding(0)?.until, Number.NEGATIVE_INFINITY);
  among.deliver('b', seen(1, 'cluster', 100));
  assert.equal(among.member.deciding(0)?.until, 1_100);
});
