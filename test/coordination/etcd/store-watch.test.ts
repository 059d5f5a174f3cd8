import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Random } from '../../../src/base/random.ts';
import { parseEndpoint } from '../../../src/coordination/etcd/endpoint.ts';
import { EtcdClient } from '../../../src/coordination/etcd/etcd-client.ts';
import type { Method } from '../../../src/coordination/etcd/methods.ts';
import { StoreKeys } from '../../../src/coordination/etcd/store-keys.ts';
import { StoreView } from '../../../src/coordination/etcd/store-view.ts';
import { StoreWatch } from '../../../src/coordination/etcd/store-watch.ts';
import type { etcdserverpb as etcd } from '../../../src/coordination/generated/etcd.js';
import { QuietLog } from '../../../src/coordination/quiet-log.ts';
import { until, within } from '../../process/within.ts';
import { EtcdProcess, NO_ETCD } from './etcd-process.ts';

const keys = new StoreKeys('c');
const NO_TLS = { ca: null, cert: null, key: null };
const now = () => performance.now();

function quietLog() {
  const lines: string[] = [];
  const write = (fields: object, message: string) => void lines.push(`${message} ${JSON.stringify(fields)}`);
  return { lines, log: new QuietLog({ info: write, warn: write, error: write }, now) };
}

/** A watch over a scripted line: each stream gives these messages and then stays open. */
function scripted(t: TestContext, streams: readonly (readonly etcd.WatchResponse.$Properties[])[]) {
  const { lines, log } = quietLog();
  const view = new StoreView(keys, () => {});
  const from: (number | null | undefined)[] = [];
  const changes: unknown[] = [];
  let reads = 0;
  const line = {
    follow: async <Q, S>(_: Method<Q, S>, request: Q, signal: AbortSignal, onMessage: (message: S) => void) => {
      const messages = streams[from.length] ?? [];
      from.push((request as etcd.WatchRequest.$Properties).createRequest?.startRevision);
      for (const message of messages) onMessage(message as S);
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
    },
  };
  const watch = new StoreWatch(line, keys, view, new Random(1), now, log, {
    read: () => {
      reads++;
      if (reads === 1) return Promise.resolve(false);
      view.takeAll(10 * reads, undefined, []);
      return Promise.resolve(true);
    },
    changed: (changed) => changes.push(changed),
  });
  t.after(() => watch.end());
  return { watch, from, changes, lines, reads: () => reads };
}

const revision = (number: number) => ({ header: { revision: number } });
const put = (modRevision: number) => ({
  ...revision(modRevision),
  events: [{ kv: { key: keys.table, value: Buffer.from('x'), modRevision } }],
});

describe('a watch', () => {
  it('follows from what was read, once that succeeded', async (t) => {
    const { watch, from, changes, reads } = scripted(t, [[{ created: true, ...revision(20) }, put(21), put(21)]]);
    const run = watch.run();
    await until(() => changes.length === 2, 'two messages');
    assert.deepEqual([from, reads()], [[21], 2]);
    assert.deepEqual(changes, [
      { table: true, members: false },
      { table: false, members: false },
    ]);
    watch.end();
    await within(run, 1_000, 'its end');
    assert.equal(reads(), 2);
  });

  it('begins anew where the server ends it, is behind, or the line breaks', async (t) => {
    const { watch, from, changes, lines } = scripted(t, [
      [{ created: true, canceled: true, compactRevision: 25, ...revision(30) }],
      [{ created: true, ...revision(28) }, put(29)],
      [{ created: true, ...revision(40) }, { canceled: true, cancelReason: 'for a reason', ...revision(40) }, put(41)],
      [{ created: true, ...revision(50) }, put(51)],
    ]);
    const run = watch.run();
    await until(() => changes.length > 0, 'a change');
    assert.deepEqual(from, [21, 31, 41, 51]);
    assert.equal(changes.length, 1);
    assert.match(lines[0] ?? '', /ended the watch.*compacted up to 25/);
    watch.restart();
    await until(() => from.length === 5, 'a watch behind the restart', 5_000);
    watch.end();
    await within(run, 1_000, 'its end');
  });

  it('of a real etcd begins anew behind what is compacted', { skip: NO_ETCD }, async (t) => {
    const server = await EtcdProcess.start(t);
    for (const text of ['1', '2', '3']) await server.put('holdfast/c/table', text);
    await server.compact();
    const { lines, log } = quietLog();
    const counters = { failures: 0, lastSuccess: null };
    const client = new EtcdClient([parseEndpoint(server.url, NO_TLS)], null, now, log, counters);
    t.after(() => client.close());
    const view = new StoreView(keys, () => {});
    let reads = 0;
    let changes = 0;
    const watch = new StoreWatch(client, keys, view, new Random(1), now, log, {
      // As if all the changes came between the first read and its watch.
      read: () => {
        reads++;
        view.takeAll(reads === 1 ? 1 : 4, undefined, []);
        return Promise.resolve(true);
      },
      changed: () => void changes++,
    });
    t.after(() => watch.end());
    const run = watch.run();
    await until(() => reads === 2, 'it reads again');
    assert.match(lines.join(), /compacted up to 4/);
    await server.put('holdfast/c/table', '4');
    await until(() => changes === 1, 'a change');
    assert.equal(view.table, '4');
    watch.end();
    await within(run, 1_000, 'its end');
  });
});
