import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { DialledStream, isAddress } from '../../../src/rpc/line/dialled-stream.ts';
import { helloTo } from '../../../src/rpc/line/greeting.ts';
import { TalkCodec } from '../../../src/rpc/line/talk-codec.ts';
import { until } from '../harness.ts';
import { SOURCES } from './arbitrary-messages.ts';
import { numbered, numbersFrom, type Process, pair, show, start, turn, untilTold } from './processes.ts';
import { proxyTo } from './tcp-proxy.ts';

/** What the log says of refusals. */
function refusals({ log }: Process): string[] {
  return log.filter((line) => line.startsWith('warn: a line to a member was refused'));
}

describe('a line is refused', () => {
  it('to another cluster, by both sides, and said once', async (t) => {
    const a = await start(t, 'a#1', { cluster: 'bank' });
    const b = await start(t, 'b#1');
    show(a, b);
    await until(() => a.lines.counters.refused > 0, 'it is refused');
    const refused = 'warn: a line to a member was refused';
    assert.deepEqual(a.log, [`${refused} b#1 a#1 belongs to cluster 'bank', not 'shop'`]);
    assert.deepEqual(b.log, [`${refused} a#1 a#1 belongs to cluster 'bank', not 'shop'`]);
    assert.deepEqual([a.told, b.told], [[], []]);
    // At the slow end of the back-off, and without a further word.
    await until(() => a.lines.counters.refused > 1, 'it is tried again');
    assert.deepEqual([a.log.length, b.log.length], [1, 1]);
  });

  it('to another process than was meant, until the store says who it is', async (t) => {
    const a = await start(t, 'a#1');
    const b = await start(t, 'b#2');
    a.lines.setPeers([{ holder: { member: 'b', incarnation: 1 }, address: b.address }]);
    await until(() => refusals(a).length > 0, 'it is refused');
    assert.match(String(refusals(a)[0]), /a#1 looks for b#1, not b#2/);
    assert.deepEqual(b.told, []);
    show(a, b);
    await untilTold(a, 'up b#2');
    await untilTold(b, 'up a#1');
  });

  it('from an older incarnation of who has a line', async (t) => {
    const b = await start(t, 'b#1');
    const newer = await start(t, 'a#2');
    show(newer, b);
    await untilTold(b, 'up a#2');
    const older = await start(t, 'a#1');
    show(older, b);
    await until(() => refusals(older).length > 0, 'it is refused');
    assert.match(String(refusals(older)[0]), /a#1 is older than a#2, to which a line stands/);
    assert.deepEqual([b.told, older.told], [['up a#2'], []]);
  });

  it('from whoever is to be dialled', async (t) => {
    const [a, b] = [await start(t, 'a#1'), await start(t, 'b#1', { gatewayOnly: true })];
    a.lines.setPeers([{ holder: b.holder, address: b.address }]);
    await until(() => refusals(a).length > 0, 'it is refused');
    assert.match(String(refusals(a)[0]), /a#1 is to be dialled, not to dial/);
  });
});

describe('members of neighbouring versions', () => {
  for (const [ofA, ofB, wire] of [
    [{ min: 1, max: 1 }, { min: 1, max: 2 }, 1],
    [{ min: 1, max: 1 }, { min: 0, max: 1 }, 1],
    [{ min: 1, max: 2 }, { min: 1, max: 1 }, 1],
    [{ min: 2, max: 5 }, { min: 1, max: 4 }, 4],
  ] as const) {
    it(`talk: ${ofA.min} to ${ofA.max}, and ${ofB.min} to ${ofB.max}`, async (t) => {
      const [a, b] = [await start(t, 'a#1', { speaks: ofA }), await start(t, 'b#1', { speaks: ofB })];
      show(a, b);
      await untilTold(b, 'up a#1');
      await untilTold(a, 'up b#1');
      assert.deepEqual([a.lines.lines()[0]?.wire, b.lines.lines()[0]?.wire], [wire, wire]);
      turn(a, b.holder, numbered(1));
      turn(b, a.holder, numbered(2));
      await until(() => numbersFrom(b, a).length + numbersFrom(a, b).length === 2, 'both directions work');
    });
  }

  it('that have no version in common say so', async (t) => {
    const [a, b] = [await start(t, 'a#1'), await start(t, 'b#1', { speaks: { min: 2, max: 3 } })];
    show(a, b);
    await until(() => refusals(a).length + refusals(b).length === 2, 'both know');
    for (const line of [...refusals(a), ...refusals(b)]) assert.match(line, /a#1 speaks wire versions 1, not 2 to 3/);
    assert.deepEqual([a.told, b.told], [[], []]);
  });
});

describe('a line of which the member was not told yet', () => {
  it('takes nothing: what the member says is meant for the one before', async (t) => {
    const b = await start(t, 'b#1', { late: true });
    const a = await start(t, 'a#1');
    show(a, b);
    await untilTold(b, 'up a#1');
    b.untold[0]?.();
    turn(b, a.holder, numbered(1));
    await until(() => numbersFrom(a, b).length === 1, 'the first line delivers');
    const again = await start(t, 'a#1');
    show(again, b);
    await untilTold(b, 'up a#1', 'down a#1', 'up a#1');
    turn(b, a.holder, numbered(2));
    b.untold[0]?.();
    turn(b, a.holder, numbered(3));
    b.untold[1]?.();
    turn(b, a.holder, numbered(4));
    await until(() => numbersFrom(again, b).length > 0, 'the second line delivers');
    assert.deepEqual(numbersFrom(again, b), [4]);
    assert.deepEqual(numbersFrom(a, b), [1]);
  });
});

describe('a newer line from the same member', () => {
  it('of a new incarnation ends the one that stands', async (t) => {
    const b = await start(t, 'b#1');
    const former = await start(t, 'a#1');
    show(former, b);
    await untilTold(b, 'up a#1');
    const next = await start(t, 'a#2');
    show(next, b);
    await untilTold(b, 'up a#1', 'down a#1', 'up a#2');
    await until(() => former.told.length === 2, 'the former one is told');
    assert.deepEqual(former.told, ['up b#1', 'down b#1']);
    turn(next, b.holder, numbered(5));
    await until(() => numbersFrom(b, next).length === 1, 'the new line delivers');
  });

  it('of the same process ends the one that nobody knew to be dead', async (t) => {
    const b = await start(t, 'b#1');
    const a = await start(t, 'a#1', { silence: 120 });
    const proxy = await proxyTo(t, b.address);
    a.lines.setPeers([{ holder: b.holder, address: proxy.address }]);
    await untilTold(b, 'up a#1');
    // Only the dialler can notice, and its end of the line does not reach the other side.
    proxy.deaf();
    await untilTold(b, 'up a#1', 'down a#1', 'up a#1');
    assert.match(b.log.join('\n'), /info: the line to a member was replaced by a newer one a#1/);
  });

  it('is dialled when the store names a new process, while the old line still stands', async (t) => {
    const [a, b] = await pair(t);
    const next = await start(t, 'b#2');
    show(a, a, next);
    await untilTold(a, 'up b#1', 'down b#1', 'up b#2');
    await untilTold(b, 'up a#1', 'down a#1');
    await untilTold(next, 'up a#1');
    // What the store shows late changes nothing.
    show(a, a, b);
    show(a, a, next);
    turn(a, next.holder, numbered(1));
    await until(() => numbersFrom(next, a).length === 1, 'the line works');
    assert.deepEqual([a.told.length, next.told.length, a.lines.counters.linesUp], [3, 1, 2]);
  });
});

describe('a member that cannot be reached', () => {
  it('is dialled again and again, more slowly, and said once', async (t) => {
    const a = await start(t, 'a#1');
    const attempts: number[] = [];
    const nobody = createServer((socket) => {
      attempts.push(performance.now());
      socket.destroy();
    });
    await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve));
    t.after(() => nobody.close());
    const { port } = nobody.address() as { port: number };
    a.lines.setPeers([{ holder: { member: 'b', incarnation: 1 }, address: `127.0.0.1:${port}` }]);
    await until(() => attempts.length >= 5, 'it was tried five times');
    const gaps = attempts.slice(1).map((at, i) => at - (attempts[i] as number));
    assert.ok((gaps[0] as number) >= 49, `${gaps}`);
    assert.ok((gaps[3] as number) >= 399, `${gaps}`);
    assert.deepEqual(
      a.log.map((line) => line.split(' b#1')[0]),
      ['warn: no line to a member came about'],
    );
  });

  it('is given up in time where nobody answers', async (t) => {
    const a = await start(t, 'a#1', { greetWithin: 100 });
    const mute = createServer((socket) => socket.on('error', () => {}));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    t.after(() => mute.close());
    let open = 0;
    mute.on('connection', (socket) => {
      open++;
      socket.resume().once('close', () => open--);
    });
    const { port } = mute.address() as { port: number };
    a.lines.setPeers([{ holder: { member: 'b', incarnation: 1 }, address: `127.0.0.1:${port}` }]);
    await until(() => a.log.length > 0, 'it was given up');
    assert.match(String(a.log[0]), /came about b#1 no greeting within 100 ms/);
    await until(() => open === 0, 'its connection is closed');
  });

  it('is reached when it comes back, also when the store shows it no longer', async (t) => {
    const b = await start(t, 'b#1');
    const port = Number(b.address.split(':')[1]);
    const a = await start(t, 'a#1');
    show(a, b);
    await untilTold(a, 'up b#1');
    await b.lines.close();
    await b.stop();
    await untilTold(a, 'up b#1', 'down b#1');
    a.lines.setPeers([]);
    const again = await start(t, 'b#1', {}, port);
    await untilTold(a, 'up b#1', 'down b#1', 'up b#1');
    await untilTold(again, 'up a#1');
  });

  it('is not dialled where its address is none', async (t) => {
    const a = await start(t, 'a#1');
    const holder = { member: 'b', incarnation: 1 };
    for (const address of [
      '',
      'b',
      ':7402',
      'b:0',
      'b:65536',
      'b:x',
      'a b:1',
      'http://b:1',
      '::1:7402',
      '1.2.3.400:1',
    ]) {
      a.lines.setPeers([{ holder, address }]);
      assert.match(a.log.join(), /^warn: a member has an address that is none b#1 $/);
    }
    for (const address of ['b:1', 'b-2.shop.svc:65535', '10.1.2.3:7402', '[::1]:7402']) assert.ok(isAddress(address));
  });

  it('keeps nobody from the others', async (t) => {
    const a = await start(t, 'a#1');
    const c = await start(t, 'c#1');
    const gone = { holder: { member: 'b', incarnation: 1 }, address: '127.0.0.1:1' };
    a.lines.setPeers([gone, { holder: c.holder, address: c.address }]);
    await untilTold(a, 'up c#1');
  });
});

describe('whoever connects to a member', () => {
  it('has to say who it is in time', async (t) => {
    const b = await start(t, 'b#1', { greetWithin: 100 });
    const stream = new DialledStream(b.address, null);
    const over = new Promise((resolve) => stream.open({ received: () => {}, over: resolve }));
    await over;
    assert.match(b.log.join('\n'), /no greeting within 100 ms/);
    assert.deepEqual(b.told, []);
  });

  it('has to say it before all else', async (t) => {
    const b = await start(t, 'b#1');
    const codec = new TalkCodec(SOURCES);
    const stream = new DialledStream(b.address, null);
    const over = new Promise((resolve) => stream.open({ received: () => {}, over: resolve }));
    stream.write(codec.encode({ type: 'frame', messages: [numbered(1)] }), () => {});
    stream.write(codec.encode(helloTo(b.holder, introduction())), () => {});
    await over;
    assert.match(b.log.join('\n'), /error: .*does not greet first/);
    assert.deepEqual(b.told, []);
  });
});

function introduction() {
  const self = { member: 'a', incarnation: 1 };
  return { self, cluster: 'shop', gatewayOnly: false, version: '', speaks: { min: 1, max: 1 } };
}
