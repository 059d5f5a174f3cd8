import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Random } from '../../../src/base/random.ts';
import { parseEndpoint } from '../../../src/coordination/etcd/endpoint.ts';
import { EtcdClient } from '../../../src/coordination/etcd/etcd-client.ts';
import { TXN, WATCH } from '../../../src/coordination/etcd/methods.ts';
import { found, look, put, when } from '../../../src/coordination/etcd/questions.ts';
import { QuietLog } from '../../../src/coordination/quiet-log.ts';
import { until, within } from '../../process/within.ts';
import { Coordinated } from './coordinated.ts';
import { EtcdProcess, NO_ETCD } from './etcd-process.ts';

const KEY = Buffer.from('k');
const LOOK = look(KEY);

/** A client that begins at the first of them, and what it logs. */
function clientOf(t: TestContext, endpoints: readonly EtcdProcess[]) {
  const lines: string[] = [];
  const write = ({ endpoint }: Readonly<Record<string, unknown>>, message: string) =>
    void lines.push(`${message} ${endpoint}`);
  const now = () => performance.now();
  const log = new QuietLog({ info: write, warn: write, error: write }, now);
  const places = endpoints.map(({ url }) => parseEndpoint(url, { ca: null, cert: null, key: null }));
  const client = new EtcdClient(places, null, now, log, { failures: 0, lastSuccess: null }, 0);
  t.after(() => client.close());
  return { client, lines };
}

/** Remembers how it ends, so that it can be looked at before that and after. */
function observed(call: Promise<unknown>): { readonly ended: Promise<void>; outcome: string } {
  const seen = { ended: Promise.resolve(), outcome: 'under way' };
  const end = (outcome: string): void => {
    seen.outcome = outcome;
  };
  seen.ended = call.then(
    () => end('answered'),
    (error: unknown) => end(String(error)),
  );
  return seen;
}

describe('a client of several endpoints', { skip: NO_ETCD }, () => {
  it('goes on to the next when an answer is late, and tries once what is tried once', async (t) => {
    const [slow, etcd] = [await EtcdProcess.start(t), await EtcdProcess.start(t)];
    const { client, lines } = clientOf(t, [slow, etcd]);
    await client.once(TXN, LOOK);
    const watch = client.follow(WATCH, { createRequest: { key: KEY } }, new AbortController().signal, () => {});
    await slow.stop();
    const hanging = observed(client.once(TXN, when([], [put(KEY, 'once')])));
    await until(() => lines.length > 0, 'it goes on');
    assert.match(lines.join(), new RegExp(`^an endpoint of etcd is slow.* ${slow.url}$`));
    await within(watch, 1_000, 'the end of the watch there');
    const answer = await client.once(TXN, LOOK, 10_000);
    assert.equal(found(answer, 0)[0], undefined);
    await hanging.ended;
    assert.match(hanging.outcome, /DEADLINE_EXCEEDED/);
    assert.equal(await etcd.get('k'), null);
    // Its end says nothing of the endpoint that is asked now.
    await client.once(TXN, LOOK, 10_000);
    assert.equal(lines.length, 1);
    slow.goOn();
  });

  it('waits for a late answer all the same', async (t) => {
    const [slow, etcd] = [await EtcdProcess.start(t), await EtcdProcess.start(t)];
    const { client, lines } = clientOf(t, [slow, etcd]);
    await client.once(TXN, LOOK);
    await slow.stop();
    const late = observed(client.once(TXN, when([], [put(KEY, 'late')]), 10_000));
    await until(() => lines.length > 0, 'it goes on');
    assert.equal(late.outcome, 'under way');
    slow.goOn();
    await late.ended;
    assert.equal(late.outcome, 'answered');
    assert.equal(await slow.get('k'), 'late');
  });

  it('does elsewhere, in the same call, what may be done twice and could not even be sent', async (t) => {
    const [silent, etcd] = [await EtcdProcess.start(t), await EtcdProcess.start(t)];
    const { client } = clientOf(t, [silent, etcd]);
    await silent.stop();
    await client.call(TXN, when([], [put(KEY, 'here')]));
    assert.equal(await etcd.get('k'), 'here');
    silent.goOn();
  });

  it('of one alone stays with it for as long as a call may take', async (t) => {
    const slow = await EtcdProcess.start(t);
    const { client, lines } = clientOf(t, [slow]);
    await client.once(TXN, LOOK);
    await slow.stop();
    const hanging = observed(client.once(TXN, LOOK));
    await hanging.ended;
    assert.match(hanging.outcome, /DEADLINE_EXCEEDED/);
    assert.deepEqual(lines, [`etcd cannot be reached, or cannot answer ${slow.url}`]);
    slow.goOn();
  });
});

describe('the endpoint to begin with', () => {
  const urls = ['http://127.0.0.1:1', 'http://127.0.0.1:2', 'http://127.0.0.1:3'];

  it('is decided by chance', async (t) => {
    const places = await Promise.all(
      Array.from({ length: 20 }, async (_, seed) => {
        const a = new Coordinated(t, 'a', urls, { seed });
        void a.store.draw();
        await until(() => a.said(/^etcd cannot be reached/).length > 0, 'a failure');
        return a.said(/^etcd cannot be reached/)[0]?.fields['endpoint'];
      }),
    );
    assert.deepEqual(
      places,
      places.map((_, seed) => urls[new Random(seed).below(3)]),
    );
    assert.deepEqual(new Set(places), new Set(urls));
  });
});
