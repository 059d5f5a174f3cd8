import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { connect as http2 } from 'node:http2';
import { describe, it } from 'node:test';
import { status } from '@grpc/grpc-js';
import { holdfast } from '../../src/rpc/generated/holdfast.js';
import { TableWatchers, type WatchStream } from '../../src/rpc/table-watchers.ts';
import { collect, FakeCluster, held, holder, startDoor } from './cluster-harness.ts';
import { failure, type Message, until } from './harness.ts';

/** A watcher's call that takes a message when the test says so. */
class SlowCall extends EventEmitter {
  cancelled = false;
  readonly written: holdfast.v1.WatchTableResponse[] = [];
  private waiting: ((error: Error | null) => void) | null = null;

  write(bytes: Buffer, taken: (error: Error | null) => void): boolean {
    assert.equal(this.waiting, null, 'one message at a time is on its way');
    this.written.push(holdfast.v1.WatchTableResponse.decode(bytes));
    this.waiting = taken;
    return false;
  }

  take(error: Error | null = null): void {
    const taken = this.waiting ?? assert.fail('nothing is on its way');
    this.waiting = null;
    taken(error);
  }
}

function watch(watchers: TableWatchers): SlowCall {
  const call = new SlowCall();
  watchers.watch(call as unknown as WatchStream);
  return call;
}

describe('a watcher', () => {
  it('is sent the whole table first, then what changes', async (t) => {
    const view = new FakeCluster();
    const { client } = await startDoor(t, view);
    const { updates } = collect(client.watch());
    await until(() => updates.length === 1, 'the table');
    const first = updates[0]?.['table'] as Message;
    assert.deepEqual([first['version'], (first['partitions'] as Message[]).length], [1, 4]);
    view.adopt({ type: 'holders', partition: 2, holders: held('a', 'b') }, { type: 'draining', holder: holder('c') });
    await until(() => updates.length === 2, 'the change');
    const changes = updates[1]?.['changes'] as Message;
    assert.deepEqual([changes['version'], changes['copies'], changes['draining']], [2, 2, holder('c')]);
    assert.equal((changes['members'] as Message[]).length, 3);
    assert.deepEqual(changes['partitions'], [
      { partition: 2, epoch: 2, reign: 2, life: 0, primary: holder('a'), replicas: [holder('b')] },
    ]);
  });

  it('waits for the first table', async (t) => {
    const view = new FakeCluster();
    const table = view.present;
    view.present = null;
    const { client, service } = await startDoor(t, view);
    const { updates } = collect(client.watch());
    await until(() => service.calls === 1, 'it watches');
    view.tell();
    view.present = table;
    view.tell();
    await until(() => updates.length === 1, 'the table');
    const first = updates[0]?.['table'] as Message;
    assert.equal(first['version'], 1);
  });

  it('that is slow skips to the newest table, and misses no change', () => {
    const view = new FakeCluster();
    const watchers = new TableWatchers(view, 64);
    const call = watch(watchers);
    assert.equal(call.written.length, 1);
    view.adopt({ type: 'holders', partition: 0, holders: held('b', 'a') });
    view.adopt({ type: 'holders', partition: 1, holders: held('c', 'b') });
    view.adopt({ type: 'holders', partition: 0, holders: held('a', 'b') });
    assert.equal(call.written.length, 1);
    call.take();
    const changes = call.written[1]?.changes ?? assert.fail('nothing came');
    assert.equal(changes.version, 4);
    assert.deepEqual(
      changes.partitions.map(({ partition, epoch }) => [partition, epoch]),
      [
        [0, 3],
        [1, 2],
      ],
    );
    call.take();
    assert.equal(call.written.length, 2);
    view.adopt();
    assert.equal(call.written[2]?.changes?.version, 5);
    assert.deepEqual(call.written[2]?.changes?.partitions, []);
  });

  it('of another cluster than before is sent the whole table', () => {
    const view = new FakeCluster();
    const call = watch(new TableWatchers(view, 64));
    call.take();
    view.present = { ...view.adopt(), cluster: 'r4' };
    call.take();
    view.tell();
    assert.equal(call.written[2]?.table?.cluster, 'r4');
  });

  it('is sent nothing more once its call has broken', () => {
    const view = new FakeCluster();
    const watchers = new TableWatchers(view, 64);
    const broken = watch(watchers);
    view.adopt();
    broken.take(new Error('the stream is gone'));
    assert.equal(broken.written.length, 1);
    broken.emit('cancelled');
    assert.equal(watchers.size, 0);
  });

  it('that reads nothing is sent one table, however many there are', async (t) => {
    const view = new FakeCluster();
    const { port, service } = await startDoor(t, view);
    const session = http2(`http://127.0.0.1:${port}`, { settings: { initialWindowSize: 0 } });
    session.on('error', () => {});
    t.after(() => session.destroy());
    const path = '/holdfast.v1.ClusterService/WatchTable';
    const headers = { ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' };
    const stream = session.request(headers);
    stream.on('error', () => {});
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.end(Buffer.alloc(5));
    await until(() => service.calls === 1, 'it watches');
    for (let version = 2; version <= 500; version++) view.adopt();
    session.settings({ initialWindowSize: 1_000_000 });
    await until(() => messagesIn(Buffer.concat(chunks)).at(-1)?.changes?.version === 500, 'the newest table');
    const versions = messagesIn(Buffer.concat(chunks)).map(({ table, changes }) => table?.version ?? changes?.version);
    assert.deepEqual(versions, [1, 500]);
  });
});

describe('watchers', () => {
  it('are bounded; one who leaves makes room', async (t) => {
    const { client, service } = await startDoor(t, new FakeCluster(), {}, { maxWatchers: 2 });
    const streams = [client.watch(), client.watch()];
    for (const stream of streams) collect(stream);
    await until(() => service.calls === 2, 'both watch');
    const failed = await failure(collect(client.watch()).ended);
    assert.deepEqual([failed.code, failed.reason], [status.RESOURCE_EXHAUSTED, 'TOO_MANY_STREAMS']);
    streams[0]?.cancel();
    await until(() => service.calls === 1, 'one is left');
    const { updates } = collect(client.watch());
    await until(() => updates.length === 1, 'the next one watches');
  });

  it('are 64 unless said otherwise, and do not take the place of other calls', async (t) => {
    const { client, service } = await startDoor(t, new FakeCluster());
    for (let count = 0; count < 64; count++) collect(client.watch());
    await until(() => service.calls === 64, 'all watch');
    assert.equal((await failure(collect(client.watch()).ended)).reason, 'TOO_MANY_STREAMS');
    assert.equal((await client.call('GetHealth'))['healthy'], true);
  });

  it('are sent away when the door stops, which they do not hold up', async (t) => {
    const { client, server } = await startDoor(t, new FakeCluster());
    const { updates, ended } = collect(client.watch());
    await until(() => updates.length === 1, 'it watches');
    const before = performance.now();
    const stopped = server.stop(8_000);
    const failed = await failure(ended);
    assert.deepEqual([failed.code, failed.reason], [status.UNAVAILABLE, 'STOPPING']);
    await stopped;
    assert(performance.now() - before < 4_000);
  });
});

/** The whole messages at the start of what came over HTTP/2. */
function messagesIn(bytes: Buffer): holdfast.v1.WatchTableResponse[] {
  const messages: holdfast.v1.WatchTableResponse[] = [];
  for (let at = 0; at + 5 <= bytes.length; ) {
    const end = at + 5 + bytes.readUInt32BE(at + 1);
    if (end > bytes.length) break;
    messages.push(holdfast.v1.WatchTableResponse.decode(bytes.subarray(at + 5, end)));
    at = end;
  }
  return messages;
}
