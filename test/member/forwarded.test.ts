import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { holderOf, tableWritten } from '../placement/written.ts';
import { Among } from './among.ts';
import { answered, done, ELSEWHERE, forward, primary } from './forwarding.ts';
import { acknowledge } from './planning.ts';
import { get, put, remove } from './room.ts';

describe('a forwarded request', () => {
  it('is decided, and answered with its number and try once every copy has what it did', () => {
    const among = primary();
    among.deliver('a', forward(7, put('x'), { attempt: 3 }));
    assert.deepEqual(answered(among), []);
    acknowledge(among);
    assert.deepEqual(answered(among), ['7.3 stored']);
    assert.deepEqual(done(among, forward(8, get())), ['8.1 found']);
  });

  it('is decided in its reign or not at all', () => {
    const among = primary();
    among.see(tableWritten(5, ['5.4.0 c b', ELSEWHERE]));
    assert.deepEqual(done(among, forward(1, put('x'), { reign: 1 })), ['1.1 moved']);
    assert.deepEqual(done(among, forward(2, put('x'), { reign: 4 })), ['2.1 moved'], 'c is primary in it');
    assert.deepEqual(done(among, forward(3, put('x'), { partition: 1 })), ['3.1 moved']);
    among.see(tableWritten(6, ['6.6.0 b c', ELSEWHERE]));
    assert.deepEqual(done(among, forward(4, put('x'), { reign: 4 })), ['4.1 moved'], 'that reign is over');
    assert.equal(among.member.gauges().sessions, 0);
  });

  it('of a reign not known here yet waits for its table', () => {
    const among = new Among({ self: holderOf('b') });
    among.lineUp('a', 'd');
    among.deliver('a', forward(1, put('x')));
    among.deliver('d', forward(2, put('y'), { reign: 2 }));
    assert.deepEqual(among.member.loads().early, 2);
    among.see(tableWritten(1, ['1.1.0 b', ELSEWHERE]));
    assert.deepEqual([answered(among), answered(among, 'd')], [['1.1 stored'], []]);
    among.see(tableWritten(2, ['2.2.0 c', ELSEWHERE]));
    assert.deepEqual([answered(among, 'd'), among.member.loads().early], [['2.1 moved'], 0]);
  });

  it('is kept while nothing may be decided, and served in order when something may', () => {
    const among = primary();
    among.faithful.delete('c#1');
    among.move(1_100);
    among.deliver('a', forward(1, put('x')), forward(2, get(), { patience: 300, open: [1, 2] }));
    among.deliver('d', forward(3, remove()));
    assert.equal(among.member.loads().held, 3);
    among.move(400);
    assert.deepEqual(answered(among), ['2.1 unavailable no-primary'], 'its entry waits no longer');
    among.join('c');
    among.move(100);
    const sent = among.take('replicate').map(({ message }) => message.changes.length);
    assert.equal(Math.max(...sent), 2);
    assert.equal(among.member.gauges().sessions, 0, 'stored and removed');
  });

  it('is refused where too many are kept', () => {
    const replication = { tailLength: 100, portionBytes: 1_000, maxUncommitted: 50, maxQueued: 2 };
    const among = primary({ replication });
    among.faithful.delete('c#1');
    among.move(1_100);
    among.deliver('a', forward(1, get()), forward(2, get()), forward(3, get()));
    assert.deepEqual(answered(among), ['3.1 unavailable too-many-held']);
    assert.deepEqual([among.member.loads().held, among.member.loads().forwarded], [2, 2]);
  });

  it('is refused where too many have come, for us or before their table', () => {
    const among = primary({ maxErrands: 1 });
    among.faithful.delete('c#1');
    among.move(1_100);
    among.deliver('a', forward(1, get()), forward(2, get()));
    assert.deepEqual(answered(among), ['2.1 unavailable too-many-held']);
    among.deliver('a', forward(3, get(), { reign: 5 }), forward(4, get(), { reign: 5 }));
    assert.deepEqual(answered(among), ['4.1 unavailable too-many-held']);
    assert.equal(among.member.loads().early, 1);
  });

  it('that its line left undecided is dropped with the line: it is tried again over another', () => {
    const among = primary();
    among.faithful.delete('c#1');
    among.move(1_100);
    among.deliver('a', forward(1, put('x')));
    among.deliver('d', forward(1, put('y')));
    among.lineDown('a');
    assert.deepEqual([among.member.loads().held, among.member.loads().forwarded], [1, 1]);
    const early = new Among({ self: holderOf('b') });
    early.lineUp('a');
    early.deliver('a', forward(1, put('x')));
    early.lineDown('a');
    assert.equal(early.member.loads().early, 0);
  });

  it('is remembered by its number: a second try does nothing again and is told the same', () => {
    const among = primary();
    assert.deepEqual(done(among, forward(1, put('x'))), ['1.1 stored']);
    assert.deepEqual(done(among, forward(2, remove(), { open: [1, 2] })), ['2.1 removed']);
    assert.deepEqual(done(among, forward(2, remove(), { open: [1, 2], attempt: 2 })), ['2.2 removed']);
    assert.deepEqual(done(among, forward(1, put('x'), { open: [1, 2], upTo: 2, attempt: 2 })), ['1.2 stored']);
    assert.equal(among.member.gauges().sessions, 0);
    assert.deepEqual(done(among, forward(2, remove()), 'd'), ['2.1 missing'], 'numbers are each entry’s own');
  });

  it('that comes after its entry closed its number is a late try, and does nothing', () => {
    const among = primary();
    assert.deepEqual(done(among, forward(5, get(), { upTo: 5, open: [5] })), ['5.1 missing']);
    assert.deepEqual(done(among, forward(4, put('x'), { upTo: 4, open: [4] })), ['4.1 unavailable given-up']);
    assert.equal(among.member.gauges().sessions, 0);
  });
});
