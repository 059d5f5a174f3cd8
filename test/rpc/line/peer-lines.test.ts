import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PeerMessage } from '../../../src/member/door.ts';
import { until } from '../harness.ts';
import { numbered, numbersFrom, pair, show, start, turn, untilTold } from './processes.ts';
import { proxyTo } from './tcp-proxy.ts';

describe('a line between two members', () => {
  it('comes up on both sides, dialled by the one whose id comes first', async (t) => {
    const [a, b] = await pair(t);
    const [atA] = a.lines.lines();
    const [atB] = b.lines.lines();
    assert.equal(atA?.address, b.address);
    assert.notEqual(atB?.address, a.address);
    assert.deepEqual([atA?.peer, atA?.wire, atA?.version], [b.holder, 1, '1.0']);
    assert.deepEqual(a.log, ['info: a line to a member stands b#1 ']);
    assert.deepEqual([a.lines.counters.linesUp, a.lines.counters.linesStanding], [1, 1]);
  });

  it('delivers in order, in both directions', async (t) => {
    const [a, b] = await pair(t);
    const numbers = Array.from({ length: 2_000 }, (_, i) => i);
    for (const number of numbers) {
      if (number % 7 === 0) turn(b, a.holder, numbered(number), numbered(number));
      turn(a, b.holder, numbered(number));
    }
    await until(() => numbersFrom(b, a).length === 2_000 && numbersFrom(a, b).length === 572, 'all is delivered');
    assert.deepEqual(numbersFrom(b, a), numbers);
    assert.deepEqual(
      numbersFrom(a, b),
      numbers.filter((n) => n % 7 === 0).flatMap((n) => [n, n]),
    );
  });

  it('gathers what a turn sends in one frame', async (t) => {
    const [a, b] = await pair(t);
    const before = a.lines.counters.framesOut;
    a.lines.send(b.holder, numbered(1));
    a.lines.send(b.holder, numbered(2));
    assert.equal(a.lines.counters.framesOut, before);
    a.lines.flush();
    a.lines.flush();
    assert.equal(a.lines.counters.framesOut, before + 1);
    await until(() => numbersFrom(b, a).length === 2, 'both are there');
    assert.equal(b.lines.counters.framesIn, 1);
    assert.equal(b.lines.counters.bytesIn, a.lines.counters.bytesOut);
    await until(() => a.lines.counters.unsentBytes === 0, 'all is taken');
  });

  it('brings what is larger than any frame', async (t) => {
    const [a, b] = await pair(t);
    const content = new Uint8Array(40 * 1024 * 1024);
    for (let i = 0; i < content.length; i += 4_099) content[i] = i % 251;
    const found = { timeoutMinutes: 20, flagTaken: false, cookie: 0, lockLease: 0, again: false } as const;
    const outcome = { type: 'found', content, ...found, versionMemory: 1, versionSequence: 1 } as const;
    const answer: PeerMessage = { type: 'answer', number: 2, attempt: 1, outcome };
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      turn(from, to.holder, numbered(1), answer, numbered(3));
      turn(from, to.holder, numbered(4));
      await until(() => numbersFrom(to, from).length === 4, 'all is delivered');
      assert.deepEqual(numbersFrom(to, from), [1, 2, 3, 4]);
      const arrived = to.delivered.get(`${from.holder.member}#1`)?.[1];
      assert(arrived?.type === 'answer' && arrived.outcome.type === 'found');
      assert.equal(Buffer.compare(arrived.outcome.content, content), 0);
    }
    assert.deepEqual(a.told, ['up b#1']);
  });

  it('needs no word from the other side for each little that it brings', async (t) => {
    const [a, b] = [await start(t, 'a#1'), await start(t, 'b#1')];
    const proxy = await proxyTo(t, b.address);
    a.lines.setPeers([{ holder: b.holder, address: proxy.address }]);
    await untilTold(b, 'up a#1');
    await untilTold(a, 'up b#1');
    proxy.delay = 20;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const before = performance.now();
      turn(from, to.holder, { type: 'table', document: 'x'.repeat(4_000_000) }, numbered(1));
      await until(() => numbersFrom(to, from).length === 2, 'all is delivered');
      // With a word there and back for each 64 KiB it would take 61 times 40 ms.
      assert.ok(performance.now() - before < 1_200, `it took ${performance.now() - before} ms`);
    }
  });

  it('takes nothing for another process than the one it leads to', async (t) => {
    const [a, b] = await pair(t);
    turn(a, { member: 'b', incarnation: 2 }, numbered(1));
    turn(a, { member: 'c', incarnation: 1 }, numbered(2));
    turn(a, b.holder, numbered(3));
    await until(() => numbersFrom(b, a).length > 0, 'something is delivered');
    assert.deepEqual(numbersFrom(b, a), [3]);
  });
});

describe('lines among several', () => {
  it('lead from each to each', async (t) => {
    const all = await Promise.all(['a#1', 'b#5', 'c#9'].map((name) => start(t, name)));
    for (const process of all) show(process, ...all);
    for (const process of all) await until(() => process.told.length === 2, 'both lines stand');
    for (const from of all) {
      for (const to of all) if (from !== to) turn(from, to.holder, numbered(from.holder.incarnation));
    }
    for (const to of all) {
      for (const from of all) {
        if (from === to) continue;
        await until(() => numbersFrom(to, from).length === 1, 'it is delivered');
        assert.deepEqual(numbersFrom(to, from), [from.holder.incarnation]);
      }
    }
  });

  it('of one that holds no partitions are dialled by it, and lead to none of its kind', async (t) => {
    const a = await start(t, 'a#1');
    const y = await start(t, 'y#1', { gatewayOnly: true });
    const z = await start(t, 'z#1', { gatewayOnly: true });
    const all = [a, y, z].map(({ holder, address }) => ({ holder, address, gatewayOnly: holder.member !== 'a' }));
    for (const { lines } of [a, y, z]) lines.setPeers(all);
    await until(() => a.told.length === 2, 'both have dialled');
    assert.deepEqual([...a.told].sort(), ['up y#1', 'up z#1']);
    await untilTold(y, 'up a#1');
    await untilTold(z, 'up a#1');
    assert.notEqual(a.lines.lines()[0]?.address, y.address);
    turn(y, a.holder, numbered(1));
    turn(a, y.holder, numbered(2));
    await until(() => numbersFrom(a, y).length + numbersFrom(y, a).length === 2, 'both directions work');
  });
});

describe('a process that stops', () => {
  it('has what it said last delivered, whoever dialled', async (t) => {
    for (const stopping of [0, 1]) {
      const both = await pair(t);
      const [stops, stays] = stopping === 0 ? both : [both[1], both[0]];
      stops.lines.send(stays.holder, { type: 'table', document: 'x'.repeat(3_000_000) });
      stops.lines.send(stays.holder, numbered(7));
      const { holder } = stops;
      await stops.lines.close();
      await untilTold(stays, `up ${holder.member}#1`, `down ${holder.member}#1`);
      assert.deepEqual(numbersFrom(stays, stops), [-1, 7]);
      assert.deepEqual(stops.told, [`up ${stays.holder.member}#1`]);
      assert.equal(stops.lines.counters.linesStanding, 0);
    }
  });
});
