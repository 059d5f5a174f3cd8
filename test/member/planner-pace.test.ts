import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tableWritten } from '../placement/written.ts';
import { Among } from './among.ts';
import { acknowledge, KEY, primary } from './planning.ts';
import { put } from './room.ts';
import { wishes } from './wishes.ts';

function entries(count: number, entry: string): string[] {
  return Array.from({ length: count }, () => entry);
}

describe('a primary fills', () => {
  it('no more than sixteen copies at a time that are missing, and for nobody who is not there', () => {
    const alone = entries(20, '1.1.0 a');
    const among = primary(alone, 'a b');
    among.faithful.delete('b#1');
    among.move(150);
    assert.equal(among.take('catch-up').length, 16);
    const silent = new Among({ partitions: 20 });
    silent.register('a', 'b');
    silent.see(tableWritten(1, alone, { others: 'a b' }));
    silent.lineUp('b');
    silent.move(4_000);
    assert.equal(silent.take('catch-up').length, 0);
  });

  it('no more than eight at a time that only move', () => {
    const among = primary(entries(20, '1.1.0 a b'));
    among.move(150);
    const filled = among.take('catch-up');
    assert.equal(filled.length, 8);
    assert.ok(filled.every(({ to }) => to === 'c#1'));
  });

  it('nothing that only moves while another member hands over to leave', () => {
    const among = primary(['1.1.0 a b', '1.1.0 b a'], 'a b c', {}, 'b');
    among.move(1_000);
    assert.deepEqual(among.take('catch-up'), []);
    among.see(tableWritten(2, ['1.1.0 a b', '2.2.0 a b'], { others: 'a b c', draining: 'b' }));
    among.move(2_000);
    assert.equal(among.take('catch-up').length, 2);
  });

  it('what is missing meanwhile too', () => {
    const among = primary(['1.1.0 a', '1.1.0 b a'], 'a b c', {}, 'b');
    among.move(150);
    assert.equal(among.only('catch-up').partition, 0);
  });
});

describe('handovers that were begun together', () => {
  function leaving(): Among {
    const among = primary(['1.1.0 a b', '1.1.0 a b'], 'a b', {}, 'a');
    acknowledge(among);
    among.forget();
    return among;
  }

  it('are asked for in one swap', () => {
    const among = leaving();
    among.move(100);
    assert.deepEqual(wishes(among), ['0: 2.2.0 b a', '1: 2.2.0 b a']);
  });

  it('wait for those that are not acknowledged yet, but not for long', () => {
    const waiting = primary(['1.1.0 a b', '1.1.0 a b'], 'a b', {}, 'a');
    waiting.ask(KEY, put('a'));
    waiting.move(100);
    assert.deepEqual(wishes(waiting), []);
    acknowledge(waiting);
    assert.deepEqual(wishes(waiting), ['0: 2.2.0 b a', '1: 2.2.0 b a']);
    const late = primary(['1.1.0 a b', '1.1.0 a b'], 'a b', {}, 'a');
    late.ask(KEY, put('a'));
    late.move(200);
    assert.deepEqual(wishes(late), ['1: 2.2.0 b a']);
  });
});
