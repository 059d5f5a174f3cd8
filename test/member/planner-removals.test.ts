import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tableWritten } from '../placement/written.ts';
import { Among } from './among.ts';
import { BALANCED, KEY, primary, settled } from './planning.ts';
import { put } from './room.ts';
import { grant, wishes } from './wishes.ts';

describe('a primary removes a replica', () => {
  it('whose line is down for two heartbeats, and not sooner', () => {
    const among = settled(primary(BALANCED));
    among.lineDown('b');
    among.move(399);
    assert.deepEqual(wishes(among), []);
    among.move(150);
    assert.deepEqual(wishes(among), ['0: 2.1.0 a']);
  });

  it('whose line was never made only after a while: tables are known before lines stand', () => {
    const among = new Among();
    among.register('a', 'b', 'c');
    among.see(tableWritten(1, BALANCED));
    among.join('c');
    assert.deepEqual(among.take('replicate'), []);
    among.move(2_900);
    assert.deepEqual(wishes(among), []);
    among.move(250);
    assert.deepEqual(wishes(among), ['0: 2.1.0 a']);
  });

  it('and counts that while for nothing once the line stands', () => {
    const among = new Among();
    among.register('a', 'b', 'c');
    among.see(tableWritten(1, BALANCED));
    among.join('c');
    among.move(2_500);
    among.join('b');
    among.move(900);
    assert.deepEqual(wishes(among), []);
    among.move(300);
    assert.deepEqual(wishes(among), ['0: 2.1.0 a'], 'it acknowledges nothing');
  });

  it('not while it hears nobody at all, of two others or more, however long that lasts', () => {
    const among = settled(primary(BALANCED));
    among.lineDown('b', 'c');
    among.move(60_000);
    assert.deepEqual(wishes(among), []);
    among.join('c');
    among.move(150);
    assert.deepEqual(wishes(among), ['0: 2.1.0 a']);
  });

  it('not while of the others who are registered it hears nobody, whoever else is there', () => {
    const among = settled(primary(BALANCED));
    among.join('gateway');
    among.lineDown('b', 'c');
    among.move(60_000);
    assert.deepEqual(wishes(among), []);
  });

  it('though it hears nobody, if its id has come back', () => {
    const among = settled(primary(BALANCED));
    among.lineDown('b', 'c');
    among.move(10_000);
    among.register('a', 'b#2', 'c');
    assert.deepEqual(wishes(among), ['0: 2.1.0 a']);
  });

  it('though it hears nobody, where there is only that one other', () => {
    const among = settled(primary(['1.1.0 a b', '1.1.0 b a'], 'a b'));
    among.lineDown('b');
    among.move(550);
    assert.deepEqual(wishes(among), ['0: 2.1.0 a']);
  });

  it('that acknowledges no heartbeats, though its line stands', () => {
    const among = settled(primary(BALANCED));
    among.faithful.delete('b#1');
    among.move(1_700);
    assert.deepEqual(wishes(among), []);
    among.move(500);
    assert.deepEqual(wishes(among), ['0: 2.1.0 a']);
  });

  it('that acknowledges heartbeats and no changes', () => {
    const among = settled(primary(BALANCED));
    among.move(5_000);
    assert.deepEqual(wishes(among), [], 'nothing is due yet');
    among.ask(KEY, put('a'));
    among.move(900);
    assert.deepEqual(wishes(among), []);
    among.move(300);
    assert.deepEqual(wishes(among), ['0: 2.1.0 a']);
  });

  it('whose copy differs', () => {
    const among = primary(BALANCED);
    among.ask(KEY, put('a'));
    const { partition, reign, link } = among.take('replicate').at(-1)?.message ?? assert.fail();
    among.deliver('b', { type: 'replicated', partition, reign, link, last: { reign: 1, sequence: 1 }, agrees: false });
    among.move(200);
    assert.deepEqual(wishes(among), ['0: 2.1.0 a']);
  });

  it('at once when its id has come back', () => {
    const among = settled(primary(BALANCED));
    among.register('a', 'b#2', 'c');
    assert.deepEqual(wishes(among), ['0: 2.1.0 a']);
  });

  it('and counts it until the table is known that does not name it', () => {
    const among = settled(primary(BALANCED));
    among.lineDown('b');
    const number = among.ask(KEY, put('a'));
    among.move(600);
    assert.deepEqual(among.member.deciding(0)?.until, 2_000, 'without its cover nothing is decided');
    assert.equal(among.told(number), undefined);
    among.see(tableWritten(1, BALANCED), true);
    assert.equal(among.told(number), undefined, 'an unchanged table proves nothing');
    grant(among);
    assert.equal(among.told(number)?.type, 'stored');
    assert.equal(among.member.deciding(0)?.until, Number.POSITIVE_INFINITY);
  });
});

it('a primary drops a copy too many, and lets its holder know', () => {
  const among = primary(['1.1.0 a b c', '1.1.0 c b']);
  among.move(200);
  const [wish = ''] = wishes(among);
  assert.match(wish, /^0: 2\.1\.0 a [bc]$/);
  const dropped = wish.endsWith('b') ? 'c' : 'b';
  among.see(tableWritten(2, [wish.slice(3), '1.1.0 c b'], { others: 'a b c' }));
  assert.deepEqual(
    among.take('abandon').map(({ to }) => to),
    [`${dropped}#1`],
  );
});
