import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { Client, credentials, ServerInterceptingCall, type ServerInterceptor, status } from '@grpc/grpc-js';
import { MemberListener, type MemberListenerOptions } from '../../../src/rpc/line/member-listener.ts';
import { PeerLines } from '../../../src/rpc/line/peer-lines.ts';
import { until } from '../harness.ts';
import { SOURCES } from './arbitrary-messages.ts';
import { OURS } from './certificates.ts';
import { numbered, start, untilTold } from './processes.ts';

const CLOCK = { now: () => performance.now(), wallTime: () => Date.now() };
const LOG = { info: () => {}, warn: () => {}, error: () => {} };
const ECHO = '/test.EchoService/Echo';
const asIs = (bytes: Buffer): Buffer => bytes;

async function listening(t: TestContext, options: Partial<MemberListenerOptions> = {}) {
  const listener = new MemberListener({ tls: null, ...options }, CLOCK, LOG);
  listener.server.register(
    ECHO,
    (call: { request: Buffer }, reply: (error: null, answer: Buffer) => void) => reply(null, call.request),
    asIs,
    asIs,
    'unary',
  );
  const { port } = await listener.listen({ host: '127.0.0.1', port: 0 });
  t.after(() => listener.stop());
  return { listener, port };
}

function echo(t: TestContext, port: number, channel = credentials.createInsecure()): Promise<string> {
  const client = new Client(`localhost:${port}`, channel);
  t.after(() => client.close());
  return new Promise((resolve) => {
    client.makeUnaryRequest(ECHO, asIs, asIs, Buffer.from('hello'), (error, answer) => {
      resolve(error === null ? String(answer) : (status[error.code] ?? ''));
    });
  });
}

/** Counts the calls it sees. */
function counting(seen: string[]): ServerInterceptor {
  return (method, call) => {
    seen.push(method.path);
    return new ServerInterceptingCall(call);
  };
}

describe('the listener of a member', () => {
  it('serves other services beside the lines', async (t) => {
    const { port } = await listening(t);
    assert.equal(await echo(t, port), 'hello');
  });

  it('lets interceptors see every call, lines among them', async (t) => {
    const seen: string[] = [];
    const { listener, port } = await listening(t, { interceptors: [counting(seen), counting(seen)] });
    const b = { member: 'b', incarnation: 1 };
    const told: string[] = [];
    const events = { up: () => told.push('up'), down: () => told.push('down'), delivered: () => told.push('heard') };
    const options = { self: b, cluster: 'shop', gatewayOnly: false, version: '', tls: null, sources: SOURCES, seed: 1 };
    const lines = new PeerLines(options, events, CLOCK, LOG);
    t.after(() => lines.close());
    lines.acceptOn(listener);
    const a = await start(t, 'a#1');
    a.lines.setPeers([{ holder: b, address: `127.0.0.1:${port}` }]);
    await untilTold(a, 'up b#1');
    a.lines.send(b, numbered(1));
    a.lines.flush();
    await until(() => told.length === 2, 'it is heard');
    assert.deepEqual(told, ['up', 'heard']);
    await echo(t, port);
    const talk = '/holdfast.peer.v1.LineService/Talk';
    assert.deepEqual(seen, [talk, talk, ECHO, ECHO]);
  });

  it('asks everybody for a certificate if members have any', async (t) => {
    const { port } = await listening(t, { tls: OURS });
    assert.equal(await echo(t, port, credentials.createSsl(OURS.ca, OURS.key, OURS.cert)), 'hello');
    assert.equal(await echo(t, port, credentials.createSsl(OURS.ca)), 'UNAVAILABLE');
  });

  it('takes so many connections and no more', async (t) => {
    const { listener, port } = await listening(t, { maxConnections: 2 });
    const sockets = [1, 2, 3].map(() => connect(port, '127.0.0.1').resume());
    t.after(() => {
      for (const socket of sockets) socket.destroy();
    });
    const isClosed = sockets.map(() => false);
    for (const [i, socket] of sockets.entries()) {
      socket.on('error', () => {});
      socket.on('close', () => {
        isClosed[i] = true;
      });
    }
    await until(() => isClosed.includes(true), 'one is turned away');
    assert.equal(listener.connections, 2);
    sockets[isClosed.indexOf(false)]?.destroy();
    await until(() => listener.connections === 1, 'its place is free again');
    assert.equal(await echo(t, port), 'hello');
  });

  it('takes so many calls on one of them', async (t) => {
    const { port } = await listening(t);
    const session = connectHttp2(`http://127.0.0.1:${port}`);
    t.after(() => session.destroy());
    const [settings] = await once(session, 'remoteSettings');
    assert.equal(settings.maxConcurrentStreams, 64);
  });

  it('tells members to come again before anybody takes their lines', async (t) => {
    const { port } = await listening(t);
    const a = await start(t, 'a#1');
    a.lines.setPeers([{ holder: { member: 'b', incarnation: 1 }, address: `127.0.0.1:${port}` }]);
    await until(() => a.log.length > 0, 'it is told');
    assert.match(String(a.log[0]), /came about b#1 not ready yet/);
  });

  it('says where it cannot listen', async (t) => {
    const { port } = await listening(t);
    const second = new MemberListener({ tls: null }, CLOCK, LOG);
    const said = `the member line cannot listen on 127.0.0.1:${port}: EADDRINUSE`;
    await assert.rejects(second.listen({ host: '127.0.0.1', port }), { message: said });
  });
});
