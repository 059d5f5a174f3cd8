import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type ClientHttp2Session, type ClientHttp2Stream, connect } from 'node:http2';
import { type AddressInfo, connect as connectSocket, createServer, type Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { status } from '@grpc/grpc-js';
import type { Clock, Outcome } from '../../src/member/door.ts';
import { PATIENCE } from '../../src/rpc/connections.ts';
import { holdfast } from '../../src/rpc/generated/holdfast.js';
import { failure, start, until } from './harness.ts';

const NAME = { application: 'a', id: 'b' };
const MIB = 1024 * 1024;

/** A clock that the test moves on. */
class HandClock implements Clock {
  at = 5_000;
  now(): number {
    return this.at;
  }
  wallTime(): number {
    return 1_700_000_000_500 + this.at;
  }
}

function found(bytes: number, cookie = 0, flagTaken = false): Outcome {
  return {
    type: 'found',
    content: Buffer.alloc(bytes, 120),
    timeoutMinutes: 20,
    flagTaken,
    cookie,
    lockLease: 1000,
    again: false,
    versionMemory: 1,
    versionSequence: 2,
  };
}

/** A connection whose streams get no window, so that no answer's content is ever taken. */
async function unwilling(t: TestContext, port: number): Promise<ClientHttp2Session> {
  const session = connect(`http://127.0.0.1:${port}`, { settings: { initialWindowSize: 0 } });
  session.on('error', () => {});
  t.after(() => session.destroy());
  await once(session, 'localSettings');
  return session;
}

interface Unread {
  readonly session: ClientHttp2Session;
  /** From now on nothing is read of what the server sends. */
  holdBack(): void;
}

/** A connection whose windows have room for everything. */
async function unread(t: TestContext, port: number): Promise<Unread> {
  const between = await goBetween(t, port);
  const session = connect(`http://127.0.0.1:${between.port}`, { settings: { initialWindowSize: 2 ** 31 - 1 } });
  session.on('error', () => {});
  t.after(() => session.destroy());
  await once(session, 'localSettings');
  session.setLocalWindowSize(2 ** 31 - 1);
  await new Promise<void>((resolve) => session.ping(() => resolve()));
  return { session, holdBack: between.holdBack };
}

/** A way to the server that can be told to take nothing more from it. */
async function goBetween(t: TestContext, port: number): Promise<Pick<Unread, 'holdBack'> & { readonly port: number }> {
  const sockets: Socket[] = [];
  const listener = createServer((inner) => {
    const outer = connectSocket({ host: '127.0.0.1', port });
    sockets.push(outer);
    inner.pipe(outer).pipe(inner);
    inner.on('error', () => {});
    outer.on('error', () => {});
    inner.on('close', () => outer.destroy());
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  t.after(() => listener.close());
  const { port: own } = listener.address() as AddressInfo;
  return {
    port: own,
    holdBack: () => {
      for (const outer of sockets) outer.unpipe().pause();
    },
  };
}

function open(session: ClientHttp2Session, path: string, headers: Record<string, string> = {}): ClientHttp2Stream {
  const stream = session.request({
    ':method': 'POST',
    ':path': path,
    'content-type': 'application/grpc',
    te: 'trailers',
    ...headers,
  });
  stream.on('error', () => {});
  return stream;
}

function framed(message: Uint8Array): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

const { v1 } = holdfast;
const GET = framed(v1.GetRequest.encode(NAME).finish());

function openGet(session: ClientHttp2Session): ClientHttp2Stream {
  const stream = open(session, '/holdfast.v1.SessionService/Get');
  stream.end(GET);
  return stream;
}

describe('answers that nobody takes', () => {
  it('keep their calls in work, and beyond the budget new commands are refused', async (t) => {
    const { server, entrance, client, port } = await start(t, { maxUnwrittenBytes: MIB });
    entrance.decide = () => found(MIB);
    const session = await unwilling(t, port);
    openGet(session);
    await until(() => server.counters.unwrittenBytes > MIB, 'the answer waits');
    assert.equal(server.counters.commandsInWork, 1);
    const refused = await failure(client.call('Get', NAME));
    assert.equal(refused.code, status.RESOURCE_EXHAUSTED);
    assert.equal(refused.reason, 'TOO_MANY_BYTES');
    assert.equal(entrance.submitted.length, 1);
    session.destroy();
    await until(() => server.counters.commandsInWork === 0, 'the call is over');
    assert.equal(server.counters.unwrittenBytes, 0);
    assert.equal((await client.call('Get', NAME))['outcome'], 'found');
  });

  it('free their room when their calls are cancelled and the connection stays', async (t) => {
    const { server, entrance, port } = await start(t);
    entrance.decide = ({ command }) => found(MIB, command.type === 'getExclusive' ? 8 : 0);
    const session = await unwilling(t, port);
    const locking = open(session, '/holdfast.v1.SessionService/GetExclusive');
    locking.end(GET);
    const streams = [openGet(session), openGet(session), locking];
    await until(() => server.counters.unwrittenBytes > 3 * MIB, 'the answers wait');
    assert.equal(server.counters.commandsInWork, 3);
    for (const stream of streams) stream.close();
    await until(() => server.counters.unwrittenBytes === 0, 'the answers are given up');
    assert.equal(server.counters.commandsInWork, 0);
    assert.deepEqual(entrance.givenBack, [{ name: 'a/b', cookie: 8 }]);
    assert.equal(server.counters.connections, 1);
  });

  it('count until they were written, although their calls are over', async (t) => {
    const { server, entrance, client, port } = await start(t);
    entrance.decide = ({ command }) => (command.type === 'get' ? found(64 * MIB) : { type: 'missing' });
    // The stream has room for all of it, but nobody reads what arrives.
    const { session, holdBack } = await unread(t, port);
    holdBack();
    openGet(session);
    await until(() => server.counters.unwrittenBytes > 0, 'the answer waits');
    // What must not happen would have happened by now: a call on another connection is over.
    assert.equal((await client.call('Describe', NAME))['outcome'], 'missing');
    assert.equal(server.counters.commandsInWork, 1);
    assert.equal(server.counters.cancelled, 0);
    session.destroy();
    await until(() => server.counters.commandsInWork === 0, 'the answer is lost');
    assert.equal(server.counters.unwrittenBytes, 0);
  });

  it('give back their locks when their connections are closed for it, of a call and of a Pipe', async (t) => {
    const clock = new HandClock();
    const { server, entrance, port } = await start(t, {}, clock);
    entrance.decide = ({ name }) => found(64 * MIB, name === 'a/b' ? 8 : 9);
    const both = [await unread(t, port), await unread(t, port)] as const;
    for (const { holdBack } of both) holdBack();
    open(both[0].session, '/holdfast.v1.SessionService/GetExclusive').end(GET);
    const commands = [{ id: 1, getExclusive: { application: 'a', id: 'c' } }];
    open(both[1].session, '/holdfast.v1.SessionService/Pipe').write(
      framed(v1.PipeRequest.encode({ commands }).finish()),
    );
    await until(() => server.counters.unwrittenBytes > 128 * MIB, 'the answers wait');
    server.sweep();
    clock.at += PATIENCE;
    server.sweep();
    await until(() => entrance.givenBack.length === 2, 'the locks are given back');
    assert.deepEqual(entrance.givenBack.map(({ cookie }) => cookie).sort(), [8, 9]);
    await until(() => server.counters.connections === 0, 'the connections are gone');
    assert.equal(server.counters.commandsInWork, 0);
    assert.equal(server.counters.unwrittenBytes, 0);
    assert.equal(server.counters.pipesOpen, 0);
  });

  it('leave no room for large ones of commands let in before, whose locks are given back', async (t) => {
    const { server, entrance, client, port } = await start(t, { maxUnwrittenBytes: MIB });
    const session = await unwilling(t, port);
    openGet(session);
    const replies = [client.call('GetExclusive', NAME), client.call('GetExclusive', NAME)];
    const failures = replies.map(failure);
    await until(() => entrance.submitted.length === 3, 'all are with the core');
    const unread = entrance.submitted.find(({ command }) => command.type === 'get') ?? assert.fail();
    const [plain, flagged] = entrance.submitted.filter(({ command }) => command.type === 'getExclusive');
    assert(plain && flagged);
    entrance.answer([unread, found(MIB - 1000)], [plain, found(MIB, 5)], [flagged, found(MIB, 6, true)]);
    const reasons = (await Promise.all(failures)).map(({ reason }) => reason);
    assert.deepEqual(reasons.sort(), ['OUTCOME_UNKNOWN', 'TOO_MANY_BYTES']);
    assert.deepEqual(entrance.givenBack.map(({ cookie }) => cookie).sort(), [5, 6]);
    assert.equal(server.counters.commandsInWork, 1);
  });

  it('are given up with their connection when it stands still for too long', async (t) => {
    const clock = new HandClock();
    const { server, entrance, client, port } = await start(t, {}, clock);
    entrance.decide = () => found(MIB, 9);
    const session = await unwilling(t, port);
    openGet(session);
    await until(() => server.counters.unwrittenBytes > 0, 'the answer waits');
    assert.equal((await client.call('Get', NAME))['outcome'], 'found');
    server.sweep();
    clock.at += PATIENCE - 1;
    server.sweep();
    assert.equal(server.counters.connectionsSlow, 0);
    clock.at += 1;
    server.sweep();
    assert.equal(server.counters.connectionsSlow, 1);
    await until(() => server.counters.unwrittenBytes === 0, 'the answer is given up');
    assert.deepEqual(entrance.givenBack, [{ name: 'a/b', cookie: 9 }]);
    // The other connection stands still too, but owes nothing.
    assert.equal((await client.call('Get', NAME))['outcome'], 'found');
    assert.equal(server.counters.connections, 1);
  });

  it('of a Pipe are given up in the same way', async (t) => {
    const clock = new HandClock();
    const { server, entrance, port } = await start(t, {}, clock);
    entrance.decide = () => found(MIB, 9);
    const session = await unwilling(t, port);
    const message = v1.PipeRequest.encode({ commands: [{ id: 1, getExclusive: NAME }] }).finish();
    open(session, '/holdfast.v1.SessionService/Pipe').write(framed(message));
    await until(() => server.counters.unwrittenBytes > 0, 'the answer waits');
    server.sweep();
    clock.at += PATIENCE;
    server.sweep();
    await until(() => server.counters.pipesOpen === 0, 'the stream is over');
    assert.equal(server.counters.unwrittenBytes, 0);
    assert.deepEqual(entrance.givenBack, [{ name: 'a/b', cookie: 9 }]);
  });
});

describe('requests', () => {
  it('that stop half way are given up with their connection; a call that waits in line is not', async (t) => {
    const clock = new HandClock();
    const { server, entrance, client, port } = await start(t, {}, clock);
    const waiting = client.call('Get', { ...NAME, wait_ms: 60_000 });
    await until(() => entrance.submitted.length === 1, 'one waits in line');
    const session = await unwilling(t, port);
    const stream = open(session, '/holdfast.v1.SessionService/Set');
    const closed = once(stream, 'close');
    stream.write(framed(Buffer.alloc(50_000)).subarray(0, 40_000));
    await until(() => server.counters.connections === 2, 'both are connected');
    // The server answers in order: when it has answered this, it has seen the request begin.
    const ping = new Promise<void>((resolve) => session.ping(() => resolve()));
    await ping;
    server.sweep();
    clock.at += PATIENCE;
    server.sweep();
    await closed;
    assert.equal(server.counters.connectionsSlow, 1);
    entrance.answer([entrance.submitted[0] ?? assert.fail(), { type: 'missing' }]);
    assert.equal((await waiting)['outcome'], 'missing');
  });
});

describe('a Pipe that has no room', () => {
  it('keeps the next message back and reads none after it', async (t) => {
    const { server, entrance, port } = await start(t);
    const session = connect(`http://127.0.0.1:${port}`);
    session.on('error', () => {});
    t.after(() => session.destroy());
    const stream = open(session, '/holdfast.v1.SessionService/Pipe');
    const gets = (count: number) =>
      framed(v1.PipeRequest.encode({ commands: Array.from({ length: count }, () => ({ id: 1, get: NAME })) }).finish());
    stream.write(gets(1100));
    await until(() => entrance.submitted.length === 1024, 'the bound is reached');
    const large = framed(
      v1.PipeRequest.encode({ commands: [{ id: 2, set: { ...NAME, content: Buffer.alloc(MIB) } }] }).finish(),
    );
    let written = 0;
    for (let count = 0; count < 8; count++) stream.write(large, () => written++);
    await until(() => written >= 1, 'the first large one is read');
    // What must not happen would have happened in the turns that round trips take.
    for (let trip = 0; trip < 50; trip++) await new Promise<void>((resolve) => session.ping(() => resolve()));
    assert(written <= 2, `${written} messages were read`);
    const sets = () => entrance.submitted.filter(({ command }) => command.type === 'set').length;
    entrance.decide = ({ command }) =>
      command.type === 'set'
        ? { type: 'stored', created: true, versionMemory: 1, versionSequence: 2 }
        : { type: 'missing' };
    stream.resume();
    entrance.answer(...entrance.submitted.map((submitted) => [submitted, { type: 'missing' }] as const));
    await until(() => sets() === 8, 'all are taken up once there is room');
    assert.equal(server.counters.pipesOpen, 1);
  });
});

describe('headers that cannot be read', () => {
  it('are printed nowhere', async (t) => {
    const { entrance, port } = await start(t);
    entrance.decide = () => ({ type: 'missing' });
    const printed: unknown[] = [];
    t.mock.method(console, 'error', (...args: unknown[]) => printed.push(args));
    const session = await unwilling(t, port);
    const stream = open(session, '/holdfast.v1.SessionService/Get', { 'x-secret': 'secret-\u00ff' });
    stream.end(GET);
    await once(stream, 'response');
    assert.deepEqual(printed, []);
  });
});
