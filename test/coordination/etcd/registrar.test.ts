import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { status } from '@grpc/grpc-js';
import { Random } from '../../../src/base/random.ts';
import { parseEndpoint } from '../../../src/coordination/etcd/endpoint.ts';
import { EtcdClient } from '../../../src/coordination/etcd/etcd-client.ts';
import { GRANT, type Method } from '../../../src/coordination/etcd/methods.ts';
import { Registrar } from '../../../src/coordination/etcd/registrar.ts';
import { decodeRegistration } from '../../../src/coordination/etcd/registration-document.ts';
import { StoreKeys } from '../../../src/coordination/etcd/store-keys.ts';
import { trouble } from '../../../src/coordination/etcd/trouble.ts';
import { QuietLog } from '../../../src/coordination/quiet-log.ts';
import { until, within } from '../../process/within.ts';
import { EtcdProcess, NO_ETCD } from './etcd-process.ts';

const KEY = 'holdfast/c/members/a';
const NO_TLS = { ca: null, cert: null, key: null };

/** A registrar over a line of which `hinder` may lose what it likes, before or after it was done. */
function registrar(
  t: TestContext,
  url: string,
  hinder: (path: string, times: number) => 'unasked' | 'unanswered' | 'all well',
  now = () => performance.now(),
) {
  const lines: string[] = [];
  const write = (_fields: object, message: string) => void lines.push(message);
  const log = new QuietLog({ info: write, warn: write, error: write }, now);
  const client = new EtcdClient([parseEndpoint(url, NO_TLS)], null, now, log, { failures: 0, lastSuccess: null });
  const times = new Map<string, number>();
  const lossy = async <Q, S>(method: Method<Q, S>, request: Q): Promise<S> => {
    const count = (times.get(method.path) ?? 0) + 1;
    times.set(method.path, count);
    const fate = hinder(method.path, count);
    if (fate === 'unasked') throw trouble(status.UNAVAILABLE, 'never arrived');
    const answer = await client.call(method, request);
    if (fate === 'unanswered') throw trouble(status.DEADLINE_EXCEEDED, 'no answer');
    return answer;
  };
  const announcement = { member: 'a', zone: '', address: 'a:1', version: '1', gatewayOnly: false };
  const line = { call: lossy, once: lossy };
  const keeper = new Registrar(line, new StoreKeys('c'), announcement, new Random(7), now, log);
  t.after(() => {
    keeper.end();
    client.close();
  });
  return { keeper, lines, times };
}

const isTxn = (path: string) => path.endsWith('/Txn');

describe('a registrar', { skip: NO_ETCD }, () => {
  it('registers through all that gets lost, in one incarnation', async (t) => {
    const server = await EtcdProcess.start(t);
    const seed = new Random(3);
    const { keeper, lines } = registrar(t, server.url, (_path, count) => {
      if (count > 4) return 'all well';
      return seed.below(2) === 0 ? 'unasked' : 'unanswered';
    });
    const run = keeper.run(9);
    await until(() => lines.includes('registered'), 'registered', 10_000);
    assert.equal(decodeRegistration((await server.get(KEY)) ?? '')?.incarnation, 9);
    await keeper.leave();
    await within(run, 3_000, 'its end');
    assert.equal(await server.get(KEY), null);
  });

  it('knows its own registration again, of which it was not told that it stands', async (t) => {
    const server = await EtcdProcess.start(t);
    const { keeper, lines } = registrar(t, server.url, (path, count) =>
      isTxn(path) && count === 2 ? 'unanswered' : 'all well',
    );
    const run = keeper.run(9);
    await until(() => lines.includes('registered'), 'registered');
    assert.deepEqual(lines, ['registered']);
    keeper.end();
    await within(run, 3_000, 'its end');
  });

  it('registers anew, in the same incarnation, when its lease was lost', async (t) => {
    const server = await EtcdProcess.start(t);
    let ahead = 0;
    const { keeper, lines, times } = registrar(
      t,
      server.url,
      () => 'all well',
      () => performance.now() + ahead,
    );
    const run = keeper.run(9);
    await until(() => lines.includes('registered'), 'registered');
    const { leases } = (await server.post('lease/leases', {})) as { leases: { ID: string }[] };
    for (const { ID } of leases) await server.post('lease/revoke', { ID });
    assert.equal(await server.get(KEY), null);
    // The next renewal falls due, and is seen to when the registrar wakes.
    ahead = 5_000;
    keeper.tableKnown();
    await until(() => lines.filter((line) => line === 'registered').length === 2, 'registered again');
    assert.ok(lines.includes('the registration has lapsed: registering again'));
    const registration = decodeRegistration((await server.get(KEY)) ?? '');
    assert.deepEqual([registration?.incarnation, registration?.sawTable], [9, true]);
    assert.equal(times.get(GRANT.path), 2);
    keeper.end();
    await within(run, 3_000, 'its end');
  });

  it('that left while it was about to register leaves nothing behind', async (t) => {
    const server = await EtcdProcess.start(t);
    let reached = (): void => {};
    const granted = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const { keeper } = registrar(t, server.url, (path) => {
      if (path === GRANT.path) reached();
      return 'all well';
    });
    const run = keeper.run(9);
    await granted;
    await keeper.leave();
    await within(run, 3_000, 'its end');
    assert.equal(await server.get(KEY), null);
  });
});
