import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChangeName } from '../../src/replica/messages.ts';
import { tableWritten } from '../placement/written.ts';
import type { Among } from './among.ts';
import { forward } from './forwarding.ts';
import { acknowledge, KEY, primary, takeIn } from './planning.ts';
import { get, put } from './room.ts';
import { grant, wishes } from './wishes.ts';

describe('a primary adds a copy', () => {
  const LONELY = ['1.1.0 a', '1.1.0 c b'];

  it('once it was filled and has acknowledged all that was answered without it', () => {
    const among = primary(LONELY);
    among.ask(KEY, put('a'));
    among.move(300);
    const { link, sequence } = takeIn(among, 'b');
    assert.equal(sequence, 1);
    const answered = among.ask(KEY, put('b'));
    assert.equal(among.told(answered)?.type, 'stored', 'it is not whole yet, as far as is known');
    const replicated = { type: 'replicated', partition: 0, reign: 1, link, agrees: true } as const;
    among.move(300);
    assert.deepEqual(wishes(among), []);
    among.deliver('b', { ...replicated, last: { reign: 1, sequence: 1 } });
    const waiting = among.ask(KEY, put('c'));
    among.move(300);
    assert.deepEqual(wishes(among), [], 'it lacks what was answered');
    assert.equal(among.told(waiting), undefined, 'its acknowledgement is required from now on');
    among.deliver('b', { ...replicated, last: { reign: 1, sequence: 3 } });
    among.move(200);
    assert.equal(among.told(waiting)?.type, 'stored');
    assert.deepEqual(wishes(among), ['0: 2.1.0 a b']);
  });

  it('and requires its cover from the moment of asking', () => {
    const among = primary(LONELY);
    among.move(300);
    assert.equal(among.member.deciding(0)?.until, Number.POSITIVE_INFINITY);
    const { link } = takeIn(among, 'b');
    among.deliver('b', {
      type: 'replicated',
      partition: 0,
      reign: 1,
      link,
      last: { reign: 0, sequence: 0 },
      agrees: true,
    });
    among.faithful.delete('b#1');
    among.move(100);
    assert.deepEqual(wishes(among), ['0: 2.1.0 a b']);
    assert.equal(among.member.deciding(0)?.until, 1_200);
    assert.equal(among.told(among.ask(KEY, get()))?.type, 'missing');
    among.move(1_000);
    assert.equal(among.told(among.ask(KEY, get())), undefined);
  });

  it('and requires nothing of it any more where the swap failed and its line is down', () => {
    const among = primary(LONELY);
    among.move(300);
    const { link } = takeIn(among, 'b');
    const last = { reign: 0, sequence: 0 };
    among.deliver('b', { type: 'replicated', partition: 0, reign: 1, link, last, agrees: true });
    among.move(100);
    assert.deepEqual(wishes(among), ['0: 2.1.0 a b']);
    among.lineDown('b');
    assert.ok((among.member.deciding(0)?.until ?? 0) < 2_000);
    among.see(tableWritten(2, ['1.1.0 a', '2.1.0 c'], { others: 'a b c' }));
    assert.equal(among.member.deciding(0)?.until, Number.POSITIVE_INFINITY);
  });

  it('or gives it up once it is silent, and tells at once what waited for it alone', () => {
    const among = primary(LONELY);
    among.move(300);
    const { link } = takeIn(among, 'b');
    among.ask(KEY, put('a'));
    const last = { reign: 0, sequence: 0 };
    among.deliver('b', { type: 'replicated', partition: 0, reign: 1, link, last, agrees: true });
    const waiting = among.ask(KEY, put('b'));
    // Nobody is filled in its place: there is no sign of life.
    among.faithful.clear();
    among.move(900);
    assert.equal(among.told(waiting), undefined);
    among.move(300);
    assert.equal(among.told(waiting)?.type, 'stored');
  });

  it('or gives it up when its id has come back, likewise', () => {
    const among = primary(LONELY, 'a b c');
    among.move(300);
    const { link } = takeIn(among, 'b');
    among.ask(KEY, put('a'));
    const last = { reign: 0, sequence: 0 };
    among.deliver('b', { type: 'replicated', partition: 0, reign: 1, link, last, agrees: true });
    const waiting = among.ask(KEY, put('b'));
    among.register('a', 'b#2', 'c');
    assert.equal(among.told(waiting)?.type, 'stored');
  });

  it('or gives it up, if it should be elsewhere by now', () => {
    const among = primary(LONELY);
    among.move(300);
    among.forget();
    among.see(tableWritten(2, LONELY, { draining: 'b' }));
    const sent = among.sent.map(({ to, message }) => `${to} ${message.type}`);
    assert.deepEqual(sent, ['b#1 abandon', 'c#1 table', 'c#1 catch-up'], 'c, which shall have it, may not know yet');
  });

  it('not while it may not decide itself', () => {
    const among = primary(['1.1.0 a b', '1.1.0 c b'], 'a b c', { copies: 3 });
    among.move(300);
    const { link } = takeIn(among, 'c');
    among.faithful.delete('b#1');
    among.move(1_000);
    among.deliver('c', {
      type: 'replicated',
      partition: 0,
      reign: 1,
      link,
      last: { reign: 0, sequence: 0 },
      agrees: true,
    });
    among.move(100);
    assert.deepEqual(wishes(among), []);
    among.join('b');
    among.move(100);
    assert.deepEqual(wishes(among), ['0: 2.1.0 a b c']);
  });

  it('not with another digest: that one is given up, and filled again', () => {
    const among = primary(LONELY);
    among.ask(KEY, put('a'));
    among.move(300);
    const { link } = takeIn(among, 'b');
    among.deliver('b', {
      type: 'replicated',
      partition: 0,
      reign: 1,
      link,
      last: { reign: 1, sequence: 1 },
      agrees: false,
    });
    among.move(300);
    assert.deepEqual(wishes(among), []);
    assert.deepEqual(
      among.sent.map(({ message }) => message.type).filter((type) => type !== 'replicate'),
      ['abandon', 'catch-up'],
    );
  });
});

describe('a primary hands over', () => {
  /** Member a drains, and b is to have what it has. */
  function leaving(entries = ['1.1.0 a b', '1.1.0 b a']): Among {
    const among = primary(entries, 'a b', {}, 'a');
    among.ask(KEY, put('a'));
    return among;
  }

  it('to a replica in step, and decides nothing from then on', () => {
    const among = leaving();
    acknowledge(among);
    among.move(100);
    const meanwhile = among.ask(KEY, get());
    assert.equal(among.told(meanwhile), undefined);
    among.move(100);
    assert.deepEqual(wishes(among), ['0: 2.2.0 b a']);
  });

  it('not before all is acknowledged; and goes on deciding if that takes too long', () => {
    const among = leaving();
    const link = among.take('replicate').at(-1)?.message.link ?? 0;
    among.deliver('b', {
      type: 'replicated',
      partition: 0,
      reign: 1,
      link,
      last: { reign: 0, sequence: 0 },
      agrees: true,
    });
    among.move(150);
    const waiting = among.ask(KEY, put('b'));
    among.move(700);
    assert.deepEqual(wishes(among), []);
    assert.equal(among.told(waiting), undefined, 'it hands over');
    among.move(500);
    acknowledge(among);
    assert.equal(among.told(waiting)?.type, 'stored', 'it decides again');
  });

  it('as soon as all is acknowledged, since it decides nothing meanwhile', () => {
    const among = leaving();
    const sent = among.take('replicate').at(-1)?.message;
    assert.ok(sent !== undefined);
    const had = (last: ChangeName) => {
      const { partition, reign, link } = sent;
      among.deliver('b', { type: 'replicated', partition, reign, link, last, agrees: true });
    };
    had({ reign: 0, sequence: 0 });
    among.move(150);
    const { at } = among;
    assert.deepEqual(wishes(among), []);
    had(sent.changes.at(-1) ?? sent.after);
    assert.deepEqual(wishes(among), ['0: 2.2.0 b a']);
    assert.equal(among.at, at);
  });

  it('not while it is not covered', () => {
    const among = primary(['1.1.0 a b', '1.1.0 b a'], 'a b');
    among.faithful.delete('b#1');
    among.move(1_050);
    among.see(tableWritten(2, ['1.1.0 a b', '1.1.0 b a'], { draining: 'a' }));
    among.move(300);
    assert.deepEqual(among.take('hand-over'), []);
    assert.ok((among.member.deciding(0)?.until ?? 0) < among.at);
    assert.deepEqual(wishes(among), []);
  });

  it('and tells the heir, once the table says so, who waits and what it was not told', () => {
    const among = leaving();
    acknowledge(among);
    among.move(200);
    grant(among);
    const handed = among.only('hand-over');
    assert.deepEqual([handed.partition, handed.reign, handed.waiters, handed.renewals], [0, 2, [], []]);
    assert.equal(among.member.deciding(0), null);
  });

  it('no more than sixteen at a time', () => {
    const entries = Array.from({ length: 20 }, () => '1.1.0 a b');
    const among = primary(entries, 'a b', {}, 'a');
    among.move(250);
    assert.equal(wishes(among).length, 16);
  });

  it('again and again if its swap is lost, but serves what waited before it begins anew', () => {
    const among = leaving();
    acknowledge(among);
    among.move(100);
    among.deliver('b', forward(7, get()));
    assert.deepEqual(among.take('answer'), []);
    const version = among.member.table?.version ?? 0;
    among.see(tableWritten(version + 1, ['1.1.0 a b', '2.1.0 b'], { draining: 'a' }));
    assert.equal(among.only('answer').outcome.type, 'found');
  });
});
