import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { createServer, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { Client, credentials, Metadata, status } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { memberLine } from '../../src/rpc/cluster-service.ts';
import { ClusterClient, FakeCluster, held, holder, process, startDoor, startLine } from './cluster-harness.ts';
import { failure, type Message, TestClient, until } from './harness.ts';

const OPERATOR = 'operator-token';
const REFLECTION_PACKAGE = dirname(createRequire(import.meta.url).resolve('@grpc/reflection/package.json'));
const REFLECTION = loadSync(join(REFLECTION_PACKAGE, 'build/proto/grpc/reflection/v1/reflection.proto'), {
  keepCase: true,
});

/** A silent place to connect to, whose connections end when `hangUp` is called, at the latest with the test. */
async function silentPlace(t: TestContext): Promise<{ address: string; hangUp(): void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  assert(bound !== null && typeof bound === 'object');
  const hangUp = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  t.after(hangUp);
  return { address: `127.0.0.1:${bound.port}`, hangUp };
}

describe('GetTable', () => {
  it('shows the whole table', async (t) => {
    const view = new FakeCluster();
    view.adopt({ type: 'draining', holder: holder('c') }, { type: 'forget', id: 'b', incarnation: 1 });
    const { client } = await startDoor(t, view);
    const table = (await client.call('GetTable'))['table'] as Message;
    assert.deepEqual([table['version'], table['cluster'], table['copies']], [2, 'q3', 2]);
    assert.deepEqual(table['draining'], holder('c'));
    assert.deepEqual((table['members'] as Message[])[1], {
      ...{ member: 'b', incarnation: 1, zone: '', forgotten_incarnation: 1 },
    });
    const partitions = table['partitions'] as Message[];
    assert.equal(partitions.length, 4);
    assert.deepEqual(partitions[1], {
      ...{ partition: 1, epoch: 1, reign: 1, life: 0, primary: holder('b'), replicas: [holder('c')] },
    });
  });

  it('is unavailable before there is one', async (t) => {
    const view = new FakeCluster();
    view.present = null;
    const { client } = await startDoor(t, view);
    const failed = await failure(client.call('GetTable'));
    assert.deepEqual([failed.code, failed.reason], [status.UNAVAILABLE, 'NO_TABLE']);
  });
});

describe('ListMembers', () => {
  it('tells how each stands', async (t) => {
    const view = new FakeCluster();
    view.adopt({ type: 'draining', holder: holder('c') });
    view.list.push(process('d', 5), process('gate', 2, { gatewayOnly: true, zone: 'z', version: '1.1.0' }));
    view.lose('b');
    const { client } = await startDoor(t, view);
    const answer = await client.call('ListMembers');
    assert.deepEqual([answer['answering'], answer['table_version']], [holder('a'), 2]);
    const rows = (answer['members'] as Message[]).map((each) => [
      ...[each['member'], each['incarnation'], each['state'], each['primaries'], each['replicas']],
      ...[each['registered'], each['heard'], each['version'], each['address']],
    ]);
    assert.deepEqual(rows, [
      ['a', 1, 'MEMBER_STATE_SERVING', 2, 1, true, true, '1.0.0', 'a:7402'],
      ['b', 1, 'MEMBER_STATE_GONE', 1, 1, false, false, '', ''],
      ['c', 1, 'MEMBER_STATE_DRAINING', 1, 2, true, true, '1.0.0', 'c:7402'],
      ['d', 5, 'MEMBER_STATE_JOINING', 0, 0, true, false, '1.0.0', 'd:7402'],
      ['gate', 2, 'MEMBER_STATE_GATEWAY_ONLY', 0, 0, true, false, '1.1.0', 'gate:7402'],
    ]);
  });

  it('knows what it holds itself, and of nobody else', async (t) => {
    const { client } = await startDoor(t, new FakeCluster());
    const members = (await client.call('ListMembers'))['members'] as Message[];
    assert.deepEqual(
      members.map((each) => each['contents']),
      [{ sessions: 12, bytes: 3_456 }, null, null],
    );
  });

  it('shows a former self as long as the table names it', async (t) => {
    const view = new FakeCluster();
    view.list[1] = process('b', 7);
    view.lines.clear();
    const { client } = await startDoor(t, view);
    const shown = async () =>
      ((await client.call('ListMembers'))['members'] as Message[])
        .filter((each) => each['member'] === 'b')
        .map((each) => [each['incarnation'], each['state'], each['primaries']]);
    assert.deepEqual(await shown(), [
      [1, 'MEMBER_STATE_GONE', 1],
      [7, 'MEMBER_STATE_JOINING', 0],
    ]);
    view.adopt(
      { type: 'holders', partition: 0, holders: held('a', 'c') },
      { type: 'holders', partition: 1, holders: held('c', 'a') },
    );
    assert.deepEqual(await shown(), [[7, 'MEMBER_STATE_JOINING', 0]]);
  });

  it('counts who is heard as there though its registration ended, and itself always', async (t) => {
    const view = new FakeCluster();
    view.list = [];
    view.draining = true;
    const { client } = await startDoor(t, view);
    const members = (await client.call('ListMembers'))['members'] as Message[];
    assert.deepEqual(
      members.map((each) => [each['member'], each['state'], each['registered']]),
      [
        ['a', 'MEMBER_STATE_DRAINING', false],
        ['b', 'MEMBER_STATE_SERVING', false],
        ['c', 'MEMBER_STATE_SERVING', false],
      ],
    );
  });
});

describe('who may call', () => {
  it('nobody drains or forgets over a door that knows no operators', async (t) => {
    const view = new FakeCluster();
    const { client } = await startDoor(t, view);
    for (const [method, request] of [
      ['Drain', { member: 'a' }],
      ['Forget', { member: 'b', incarnation: 1 }],
    ] as const) {
      const failed = await failure(client.call(method, request, OPERATOR));
      assert.deepEqual([failed.code, failed.reason], [status.PERMISSION_DENIED, 'OPERATORS_ONLY']);
      assert.match(failed.details, /cluster-listen/);
    }
    assert.deepEqual([view.drains, view.forgets], [[], []]);
  });

  it('operators do, who bear their token', async (t) => {
    const view = new FakeCluster();
    const { client } = await startDoor(t, view, { operatorTokens: ['other', OPERATOR] });
    for (const token of [null, 'operator-toke', 'x']) {
      const failed = await failure(client.call('Drain', { member: 'a' }, token));
      assert.deepEqual([failed.code, failed.reason], [status.PERMISSION_DENIED, 'OPERATORS_ONLY']);
      assert.match(failed.details, /operator-token-file/);
    }
    assert.deepEqual(view.drains, []);
    await client.call('Drain', { member: 'a' }, OPERATOR);
    assert.deepEqual(view.drains, ['a']);
  });

  it('an operator sees what a door shows to its clients, but no session', async (t) => {
    const { client, entrance } = await startDoor(t, new FakeCluster(), {
      ...{ tokens: ['client-token'], operatorTokens: [OPERATOR] },
    });
    entrance.decide = () => ({ type: 'missing' });
    const name = { application: 'a', id: 'b' };
    for (const method of ['GetTable', 'ListMembers', 'GetHealth']) {
      await client.call(method, {}, OPERATOR);
      await client.call(method, {}, 'client-token');
      assert.equal((await failure(client.call(method))).reason, 'TOKEN_MISSING');
      assert.equal((await failure(client.call(method, {}, 'x'))).reason, 'TOKEN_UNKNOWN');
    }
    assert.equal((await client.call('holdfast.v1.SessionService/Describe', name, OPERATOR))['outcome'], 'missing');
    const failed = await failure(client.call('holdfast.v1.SessionService/Get', name, OPERATOR));
    assert.deepEqual([failed.code, failed.reason], [status.UNAUTHENTICATED, 'TOKEN_UNKNOWN']);
    assert.equal((await failure(client.call('Drain', { member: 'a' }, 'client-token'))).reason, 'OPERATORS_ONLY');
  });

  it('everything is open on the member line of a member without operators', async (t) => {
    const view = new FakeCluster();
    const client = new ClusterClient(await startLine(t, view));
    t.after(() => client.close());
    assert.equal(((await client.call('GetTable'))['table'] as Message)['version'], 1);
    assert.deepEqual((await client.call('Drain', { member: 'a' }))['draining'], holder('a'));
    assert.deepEqual(view.drains, ['a']);
  });

  it('operators alone change anything over an unguarded member line, and all may look', async (t) => {
    const view = new FakeCluster();
    const client = new ClusterClient(await startLine(t, view, ['other', OPERATOR]));
    t.after(() => client.close());
    assert.equal(((await client.call('GetTable'))['table'] as Message)['version'], 1);
    for (const [method, request] of [
      ['Drain', { member: 'a' }],
      ['Drain', { member: 'a', incarnation: 1, relayed: true }],
      ['Forget', { member: 'b', incarnation: 1 }],
      ['Adopt', {}],
    ] as const) {
      for (const token of [null, 'x']) {
        const failed = await failure(client.call(method, request, token));
        assert.deepEqual([failed.code, failed.reason], [status.PERMISSION_DENIED, 'OPERATORS_ONLY']);
        assert.match(failed.details, /operator-token-file/);
      }
    }
    assert.deepEqual([view.drains, view.forgets, view.adoptions], [[], [], []]);
    await client.call('Drain', { member: 'a' }, OPERATOR);
    assert.deepEqual(view.drains, ['a']);
  });

  it('a certificate of the cluster opens the member line', () => {
    const { mayOperate } = memberLine({ isGuarded: true, operatorTokens: [OPERATOR] });
    assert.equal(mayOperate(new Metadata()), null);
  });
});

describe('reflection', () => {
  it('lists the service, and shows its file', async (t) => {
    const { address } = await startDoor(t, new FakeCluster());
    const client = new TestClient(address, credentials.createInsecure(), REFLECTION);
    t.after(() => client.close());
    const answers = await client.reflect(
      { list_services: '' },
      { file_containing_symbol: 'holdfast.v1.ClusterService' },
    );
    const [first = {}, second = {}] = answers;
    const listed = first['list_services_response'] as Message;
    const names = (listed['service'] as Message[]).map((service) => service['name']);
    assert(names.includes('holdfast.v1.ClusterService'));
    const files = (second['file_descriptor_response'] as Message)['file_descriptor_proto'] as Buffer[];
    assert(files.some((file) => file.includes('GetHealthRequest')));
  });
});

describe('a request', () => {
  it('that cannot be read is refused', async (t) => {
    const { client, address } = await startDoor(t, new FakeCluster(), { operatorTokens: [OPERATOR] });
    for (const [method, request, field] of [
      ['Drain', {}, 'member'],
      ['Drain', { member: 'x'.repeat(254) }, 'member'],
      ['Drain', { member: 'a', incarnation: 0 }, 'incarnation'],
      ['Forget', { incarnation: 1 }, 'member'],
      ['Forget', { member: 'b' }, 'incarnation'],
    ] as const) {
      const failed = await failure(client.call(method, request, OPERATOR));
      assert.deepEqual([failed.code, failed.reason], [status.INVALID_ARGUMENT, 'INVALID_FIELD']);
      assert.equal(failed.metadata['field'], field);
    }
    const raw = new Client(address, credentials.createInsecure());
    t.after(() => raw.close());
    for (const method of ['Drain', 'Forget']) {
      const reply = new Promise((resolve, reject) => {
        const asIs = (bytes: Buffer) => bytes;
        const path = `/holdfast.v1.ClusterService/${method}`;
        raw.makeUnaryRequest(path, asIs, asIs, Buffer.from([0x0a, 0xff]), (error, bytes) => {
          if (error === null) resolve(bytes);
          else reject(error);
        });
      });
      assert.equal((await failure(reply)).reason, 'MALFORMED_REQUEST');
    }
  });

  it('beyond the limit of open ones is refused, until one is over', async (t) => {
    const view = new FakeCluster();
    const silent = await silentPlace(t);
    view.list[1] = process('b', 1, { address: silent.address });
    const { client, service } = await startDoor(t, view, { operatorTokens: [OPERATOR] }, { maxCalls: 1 });
    const relayed = failure(client.call('Drain', { member: 'b' }, OPERATOR));
    const failed = await failure(client.call('GetHealth'));
    assert.deepEqual([failed.code, failed.reason], [status.RESOURCE_EXHAUSTED, 'TOO_MANY_COMMANDS']);
    assert.equal(service.calls, 1);
    silent.hangUp();
    assert.equal((await relayed).reason, 'MEMBER_UNREACHABLE');
    await until(() => service.calls === 0, 'the call is over');
    await client.call('GetHealth');
  });
});
