import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect as http2 } from 'node:http2';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { credentials, status } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { protoPath as healthProto } from 'grpc-health-check';
import { RpcServer } from '../../src/rpc/rpc-server.ts';
import { CLOCK, FakeEntrance } from './fake-entrance.ts';
import { failure, type Message, OPTIONS, start, TestClient, until } from './harness.ts';

const NAME = { application: 'a', id: 'b' };
const LOADER = { keepCase: true, longs: Number, enums: String, oneofs: true };
const HEALTH = loadSync(healthProto, LOADER);
const REFLECTION_PACKAGE = dirname(createRequire(import.meta.url).resolve('@grpc/reflection/package.json'));
const REFLECTION = loadSync(join(REFLECTION_PACKAGE, 'build/proto/grpc/reflection/v1/reflection.proto'), LOADER);

describe('health', () => {
  it('follows setServing, for the server and for the service', async (t) => {
    const { server, port } = await start(t);
    const health = new TestClient(`127.0.0.1:${port}`, credentials.createInsecure(), HEALTH);
    t.after(() => health.close());
    for (const service of ['', 'holdfast.v1.SessionService']) {
      server.setServing(true);
      assert.equal((await health.call('grpc.health.v1.Health/Check', { service }))['status'], 'SERVING');
      server.setServing(false);
      assert.equal((await health.call('grpc.health.v1.Health/Check', { service }))['status'], 'NOT_SERVING');
    }
    assert.equal((await failure(health.call('grpc.health.v1.Health/Check', { service: 'x' }))).code, status.NOT_FOUND);
  });

  it('keeps no name it does not know', async (t) => {
    const { port } = await start(t);
    const health = new TestClient(`127.0.0.1:${port}`, credentials.createInsecure(), HEALTH);
    t.after(() => health.close());
    const watch = health.stream('grpc.health.v1.Health/Watch');
    const watched = new Promise((_resolve, reject) => watch.on('error', reject));
    watch.resume();
    watch.end({ service: 'x'.repeat(100_000) });
    const failed = await failure(watched);
    assert.equal(failed.code, status.NOT_FOUND);
    assert.equal(failed.reason, 'SERVICE_UNKNOWN');
  });
});

describe('reflection', () => {
  it('lists the services and shows the file of a symbol', async (t) => {
    const { port } = await start(t);
    const client = new TestClient(`127.0.0.1:${port}`, credentials.createInsecure(), REFLECTION);
    t.after(() => client.close());
    const answers = await client.reflect(
      { list_services: '' },
      { file_containing_symbol: 'holdfast.v1.SessionService' },
      { file_containing_symbol: 'google.rpc.ErrorInfo' },
    );
    const listed = field(answers[0], 'list_services_response')['service'] as Message[];
    assert.deepEqual(listed.map((service) => service['name']).sort(), [
      'grpc.health.v1.Health',
      'holdfast.v1.SessionService',
    ]);
    const files = field(answers[1], 'file_descriptor_response')['file_descriptor_proto'] as Buffer[];
    assert(files.some((file) => file.includes('GetExclusiveRequest')));
    assert.equal(answers[2]?.['message_response'], 'file_descriptor_response');
  });
});

describe('a stream of reflection', () => {
  const path = 'grpc.reflection.v1.ServerReflection/ServerReflectionInfo';

  it('is not read while its answers are not taken', async (t) => {
    const { port } = await start(t);
    const session = http2(`http://127.0.0.1:${port}`, { settings: { initialWindowSize: 0 } });
    session.on('error', () => {});
    t.after(() => session.destroy());
    const headers = { ':method': 'POST', ':path': `/${path}`, 'content-type': 'application/grpc', te: 'trailers' };
    const stream = session.request(headers);
    stream.on('error', () => {});
    // file_containing_symbol, of a name that is none: 1 KiB each.
    const message = Buffer.concat([Buffer.from([0, 0, 0, 4, 3, 0x22, 0x80, 0x08]), Buffer.alloc(1024, 120)]);
    for (let count = 0; count < 1000; count++) stream.write(message);
    await once(stream, 'response');
    // What must not happen would have happened in the turns that round trips take.
    for (let trip = 0; trip < 50; trip++) await new Promise<void>((resolve) => session.ping(() => resolve()));
    const sent = session.socket.bytesWritten;
    assert(sent < 500_000, `${sent} bytes were read`);
  });

  it('ends at a request that is too large', async (t) => {
    const { port } = await start(t);
    const client = new TestClient(`127.0.0.1:${port}`, credentials.createInsecure(), REFLECTION);
    t.after(() => client.close());
    const stream = client.stream(path);
    const ended = new Promise((_resolve, reject) => stream.on('error', reject));
    stream.resume();
    stream.write({ file_containing_symbol: 'x'.repeat(70_000) });
    assert.equal((await failure(ended)).code, status.INVALID_ARGUMENT);
  });
});

describe('stopping', () => {
  it('closes connections without a call soon, whether they ever spoke or not', async (t) => {
    const { server, client, entrance, port, warnings } = await start(t);
    entrance.decide = () => ({ type: 'missing' });
    await client.call('Get', NAME);
    const silent = connect(port, '127.0.0.1');
    silent.on('error', () => {});
    t.after(() => silent.destroy());
    await until(() => server.counters.connections === 2, 'both are open');
    const before = performance.now();
    await server.stop(8_000);
    assert(performance.now() - before < 4_000);
    assert.deepEqual(warnings, []);
    await until(() => server.counters.connections === 0, 'no connection is left');
  });

  it('lets the pending call finish, says NOT_SERVING, ends watchers and takes nothing new', async (t) => {
    const { server, entrance, client, port, warnings } = await start(t);
    const health = new TestClient(`127.0.0.1:${port}`, credentials.createInsecure(), HEALTH);
    t.after(() => health.close());
    const statuses: unknown[] = [];
    const watch = health.stream('grpc.health.v1.Health/Watch');
    const watched = new Promise((_resolve, reject) => watch.on('error', reject));
    watch.on('data', (message: Message) => statuses.push(message['status']));
    watch.end({ service: '' });
    await until(() => statuses.length === 1, 'the watcher has its first status');

    const pending = client.call('GetExclusive', { ...NAME, wait_ms: 1000 });
    await until(() => entrance.submitted.length === 1, 'it waits');
    const stopped = server.stop(5_000);
    assert.equal((await failure(watched)).reason, 'STOPPING');
    assert.deepEqual(statuses, ['SERVING', 'NOT_SERVING']);
    entrance.answer([entrance.submitted[0] ?? assert.fail(), { type: 'locked', cookie: 1, age: 0, flagTaken: false }]);
    assert.equal((await pending)['outcome'], 'locked');
    await stopped;
    assert.equal((await failure(client.call('Get', NAME))).code, status.UNAVAILABLE);
    assert.equal(entrance.submitted.length, 1);
    assert.deepEqual(warnings, []);
    await until(() => server.counters.connections === 0, 'no connection is left');
  });

  it('breaks off what does not finish in time', async (t) => {
    const { server, entrance, client, warnings } = await start(t);
    const pending = failure(client.call('GetExclusive', { ...NAME, wait_ms: 60_000 }));
    await until(() => entrance.submitted.length === 1, 'it waits');
    await server.stop(50);
    assert.notEqual((await pending).code, status.OK);
    assert.equal(warnings.length, 1);
    await until(() => entrance.cancelled.length === 1, 'the core is told');
  });
});

describe('connections', () => {
  it('are counted, and closed at once beyond the limit', async (t) => {
    const { server, port } = await start(t, { maxConnections: 1 });
    const first = connect(port, '127.0.0.1');
    t.after(() => first.destroy());
    await until(() => server.counters.connections === 1, 'one is open');
    const second = connect(port, '127.0.0.1');
    await new Promise<void>((resolve) => {
      second.on('error', () => {});
      second.on('close', () => resolve());
      second.resume();
    });
    assert.deepEqual(server.doorCounts(), { door: 'grpc', connections: 1, refused: { address: 0, limit: 1 } });
    first.destroy();
    await until(() => server.counters.connections === 0, 'none is open');
  });

  it('a port that is taken is an error that names the door', async (t) => {
    const { port } = await start(t);
    const other = new RpcServer(OPTIONS, new FakeEntrance(), CLOCK, { warn: () => {} }, { describe: () => null });
    const message = `gRPC cannot listen on 127.0.0.1:${port}: EADDRINUSE`;
    await assert.rejects(other.listen({ host: '127.0.0.1', port }), { message });
    await other.stop(200);
  });
});

function field(message: Message | undefined, name: string): Message {
  return (message?.[name] ?? {}) as Message;
}
