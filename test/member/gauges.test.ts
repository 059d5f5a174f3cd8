import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CoreGauges } from '../../src/member/door.ts';
import { holderOf, tableWritten } from '../placement/written.ts';
import type { Among } from './among.ts';
import { entry, KEY as THERE } from './entry.ts';
import { forward, primary as primaryB } from './forwarding.ts';
import { acknowledge, KEY, primary, takeIn } from './planning.ts';
import { portion } from './portion.ts';
import { get, put } from './room.ts';

function gauges<Name extends keyof CoreGauges>(among: Among, ...names: Name[]): number[] {
  const all = among.member.gauges();
  return names.map((name) => all[name]);
}

describe('gauges tell', () => {
  it('of requests that no member may decide yet, our clients’ and others’', () => {
    const among = entry();
    among.lineDown('b');
    among.ask(THERE, get());
    among.deliver('c', forward(1, get(), { reign: 7 }));
    assert.deepEqual(gauges(among, 'heldRequests', 'heldAnswers'), [2, 0]);
    among.join('b');
    assert.deepEqual(gauges(among, 'heldRequests'), [1], 'it is on its way');
    const uncovered = primaryB();
    uncovered.faithful.clear();
    uncovered.move(1_100);
    uncovered.deliver('a', forward(1, get()), forward(2, get()));
    assert.deepEqual(gauges(uncovered, 'heldRequests'), [2]);
  });

  it('of answers that wait for copies', () => {
    const among = primary(['1.1.0 a b', '1.1.0 c b']);
    among.ask(KEY, put('a'));
    among.ask(KEY, get());
    assert.deepEqual(gauges(among, 'heldRequests', 'heldAnswers'), [0, 2]);
    acknowledge(among);
    assert.deepEqual(gauges(among, 'heldRequests', 'heldAnswers'), [0, 0]);
  });

  it('of how long each waited for them', () => {
    const among = primary(['1.1.0 a b', '1.1.0 c b']);
    const { replicationWaits } = among.member;
    among.ask(KEY, put('a'));
    among.move(7);
    among.ask(KEY, get());
    assert.equal(replicationWaits.cumulative().at(-1), 0);
    acknowledge(among);
    assert.deepEqual([replicationWaits.cumulative().at(-1), replicationWaits.sum], [2, 7]);
  });

  it('of copies by role, and of partitions led here that have too few', () => {
    const among = primary(['1.1.0 a', '1.1.0 a b', '1.1.0 b a', '1.1.0 b']);
    const names = ['primaryCopies', 'replicaCopies', 'fillingCopies', 'underCopied'] as const;
    assert.deepEqual(gauges(among, ...names), [2, 1, 0, 1]);
    const filled = entry({ self: holderOf('d') });
    filled.see(tableWritten(2, ['1.1.0 b c', '1.1.0 a c'], { others: 'd' }));
    assert.deepEqual(gauges(filled, ...names), [0, 0, 0, 0]);
    filled.deliver('b', portion(true));
    assert.deepEqual(gauges(filled, ...names), [0, 0, 1, 0]);
  });
});

describe('counters tell', () => {
  it('of contents that went to a copy, and of a copy that differs, once', () => {
    const among = primary(['1.1.0 a', '1.1.0 c b']);
    among.ask(KEY, put('four'));
    among.move(300);
    const { link, sequence } = takeIn(among, 'b');
    const { counters } = among.member;
    assert.deepEqual([counters.catchUpBytes, counters.digestMismatches], [4, 0]);
    const last = { reign: 1, sequence };
    const differs = { type: 'replicated', partition: 0, reign: 1, link, last, agrees: false } as const;
    among.deliver('b', differs, differs);
    assert.deepEqual([counters.catchUpBytes, counters.digestMismatches], [4, 1]);
  });
});
