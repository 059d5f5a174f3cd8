import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { DialledStream } from '../../../src/rpc/line/dialled-stream.ts';
import type { PeerLinesOptions } from '../../../src/rpc/line/peer-lines.ts';
import { TalkCodec } from '../../../src/rpc/line/talk-codec.ts';
import { until } from '../harness.ts';
import { SOURCES } from './arbitrary-messages.ts';
import { numbered, numbersFrom, type Process, show, start, turn, untilTold } from './processes.ts';
import { proxyTo, type TcpProxy } from './tcp-proxy.ts';

/** Two processes with a line between them that passes a proxy. */
async function apart(
  t: TestContext,
  ofA: Partial<PeerLinesOptions> = {},
  ofB: Partial<PeerLinesOptions> = {},
): Promise<[Process, Process, TcpProxy]> {
  const [a, b] = [await start(t, 'a#1', ofA), await start(t, 'b#1', ofB)];
  const proxy = await proxyTo(t, b.address);
  a.lines.setPeers([{ holder: b.holder, address: proxy.address }]);
  await untilTold(a, 'up b#1');
  await untilTold(b, 'up a#1');
  return [a, b, proxy];
}

describe('a line that breaks', () => {
  it('is told of on both sides once, and another one comes up', async (t) => {
    const [a, b, proxy] = await apart(t);
    for (let round = 1; round <= 3; round++) {
      turn(a, b.holder, numbered(round));
      turn(b, a.holder, numbered(round));
      await until(() => numbersFrom(b, a).length === round && numbersFrom(a, b).length === round, 'all is delivered');
      proxy.cut();
      await untilTold(a, 'up b#1', ...new Array<string[]>(round).fill(['down b#1', 'up b#1']).flat());
      await untilTold(b, 'up a#1', ...new Array<string[]>(round).fill(['down a#1', 'up a#1']).flat());
    }
    assert.deepEqual([a.lines.counters.linesUp, a.lines.counters.linesBroken], [4, 3]);
    assert.equal(a.log.filter((line) => line.startsWith('warn: the line to a member broke b#1')).length, 1);
  });

  it('delivers in order whatever it delivers', async (t) => {
    const [a, b, proxy] = await apart(t);
    const numbers = Array.from({ length: 3_000 }, (_, i) => i);
    for (const number of numbers) turn(a, b.holder, numbered(number));
    await until(() => numbersFrom(b, a).length > 100, 'some is delivered');
    proxy.cut();
    await until(() => b.told.length === 3, 'another line stands');
    const arrived = numbersFrom(b, a);
    assert.deepEqual(arrived, numbers.slice(0, arrived.length));
    assert.equal(a.lines.counters.unsentBytes, 0);
  });
});

describe('a peer that falls silent', () => {
  const silence = 240;

  it('is given up by both sides', async (t) => {
    const [a, b, proxy] = await apart(t, { silence }, { silence });
    proxy.hold('both');
    await until(() => a.told.includes('down b#1') && b.told.includes('down a#1'), 'both gave the other up');
    assert.match(a.log.join('\n'), /warn: the line to a member was ended: it fell silent b#1/);
    await until(() => a.told.length === 3 && b.told.length === 3, 'another line stands');
    assert.deepEqual(a.told, ['up b#1', 'down b#1', 'up b#1']);
    assert.deepEqual(b.told, ['up a#1', 'down a#1', 'up a#1']);
  });

  it('takes the line down for the other as well, who still hears us', async (t) => {
    const [a, b, proxy] = await apart(t, { silence });
    proxy.hold('target');
    const beats = setInterval(() => turn(a, b.holder, numbered(1)), 10);
    t.after(() => clearInterval(beats));
    await until(() => b.told.includes('down a#1'), 'the line is over for who heard all the time');
    assert.equal(a.told[1], 'down b#1');
    assert.match(a.log.join('\n'), /fell silent/);
  });

  it('is not given up while anything comes', async (t) => {
    const [a, b] = await apart(t, { silence }, { silence });
    let beats = 0;
    const beating = setInterval(() => {
      beats++;
      turn(b, a.holder, numbered(beats));
      turn(a, b.holder, numbered(beats));
    }, silence / 12);
    t.after(() => clearInterval(beating));
    await until(() => beats > 60, 'five times as long has passed');
    assert.deepEqual([a.told, b.told], [['up b#1'], ['up a#1']]);
  });
});

describe('a peer that takes too slowly what it is sent', () => {
  const megabyte = { type: 'table', document: 'x'.repeat(1024 * 1024) } as const;

  for (const slow of ['acceptor', 'dialler'] as const) {
    it(`is given up at once if it is the ${slow} and far too much waits`, async (t) => {
      const [a, b, proxy] = await apart(t, { maxUnsentBytes: 4e6 }, { maxUnsentBytes: 4e6 });
      const [sender, receiver] = slow === 'acceptor' ? [a, b] : [b, a];
      proxy.hold(slow === 'acceptor' ? 'dialler' : 'target');
      let sent = 0;
      await until(() => {
        turn(sender, receiver.holder, megabyte);
        return ++sent > 500 || sender.told.includes(`down ${receiver.holder.member}#1`);
      }, 'the slow one is given up');
      assert.ok(sent > 16 && sent < 500, `${sent} were sent`);
      assert.equal(sender.lines.counters.slowPeersEnded, 1);
      assert.match(sender.log.join('\n'), /too slowly .*bytes wait to be taken/);
      assert.equal(sender.lines.counters.unsentBytes, 0);
    });
  }

  it('is one that does not take it, not one that is sent much at once', async (t) => {
    const [a, b] = await apart(t, { maxUnsentBytes: 6e6, silence: 240 });
    turn(a, b.holder, ...new Array(20).fill(megabyte), numbered(1));
    const large = { type: 'table', document: 'x'.repeat(20e6) } as const;
    for (let times = 1; times <= 4; times++) {
      turn(a, b.holder, large);
      await until(() => a.lines.counters.unsentBytes <= 14e6, 'some is taken');
      assert.ok(a.lines.counters.unsentBytes > 6e6, 'it is taken bit by bit');
      turn(a, b.holder, numbered(times));
    }
    await until(() => numbersFrom(b, a).length === 21 + 8, 'all is delivered');
    assert.deepEqual(a.told, ['up b#1']);
  });
});

describe('what cannot be read', () => {
  const codec = new TalkCodec(SOURCES);
  const hello = { type: 'hello', minWire: 1, maxWire: 1, cluster: 'shop', member: 'a', incarnation: 1 } as const;
  const greeting = codec.encode({ ...hello, gatewayOnly: false, version: '', toMember: 'b', toIncarnation: 1 });

  /** What speaks to b as a would. */
  async function saying(t: TestContext, ...talks: Uint8Array[]): Promise<Process> {
    const b = await start(t, 'b#1', { maxJoinedBytes: 1_000_000 });
    const stream = new DialledStream(b.address, null);
    stream.open({ received: () => {}, over: () => {} });
    t.after(() => stream.kill());
    for (const talk of talks) stream.write(Buffer.from(talk), () => {});
    return b;
  }

  const part = codec.encode({ type: 'part', piece: new Uint8Array(600_000), last: false });
  const frame = codec.encode({ type: 'frame', messages: [numbered(1)] });

  for (const [what, talks, reason] of [
    ['no message', [greeting, Buffer.from([18, 200, 1])], /index out of range|longer/],
    ['a message of an unknown kind', [greeting, Buffer.from([18, 4, 10, 2, 122, 0])], /none of heartbeat/],
    ['a second greeting', [greeting, greeting], /greets twice/],
    ['a frame amid parts of another', [greeting, part, frame], /amid/],
    ['a frame that is too large in all', [greeting, part, part], /more than 1000000 bytes/],
  ] as const) {
    it(`ends the line: ${what}`, async (t) => {
      const b = await saying(t, ...talks);
      await untilTold(b, 'up a#1', 'down a#1');
      const [error] = b.log.filter((line) => line.startsWith('error: '));
      assert.match(String(error), reason);
      assert.deepEqual([...b.delivered.keys()], []);
    });
  }

  for (const [what, talk] of [
    ['a frame', frame],
    ['a part of one', part],
  ] as const) {
    it(`ends the line before anybody was greeted: ${what}`, async (t) => {
      const b = await saying(t, talk);
      await until(() => b.log.length > 0, 'it is said in the log');
      assert.match(String(b.log[0]), /^error: .* does not greet first$/);
      assert.deepEqual(b.told, []);
    });
  }

  it('leaves standing what is read, for the rest of the process', async (t) => {
    const b = await saying(t, greeting, frame);
    await until(() => b.delivered.get('a#1')?.length === 1, 'it is delivered');
    assert.deepEqual(b.told, ['up a#1']);
  });

  it('is no harm on a connection that speaks no gRPC', async (t) => {
    const b = await start(t, 'b#1');
    const { port } = new URL(`http://${b.address}`);
    const stranger = connect(Number(port), '127.0.0.1');
    const over = new Promise((resolve) => stranger.once('close', resolve));
    stranger.resume().on('error', () => {});
    stranger.write(Buffer.alloc(10_000, 'GET / HTTP/1.1\r\n\r\n'));
    await over;
    const a = await start(t, 'a#1');
    show(a, b);
    await untilTold(b, 'up a#1');
  });
});
