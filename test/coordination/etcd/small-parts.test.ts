import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Metadata, status } from '@grpc/grpc-js';
import { Random } from '../../../src/base/random.ts';
import { Connection } from '../../../src/coordination/etcd/connection.ts';
import { parseEndpoint } from '../../../src/coordination/etcd/endpoint.ts';
import { KEEP_ALIVE, type Method, TXN, WATCH } from '../../../src/coordination/etcd/methods.ts';
import { Pause } from '../../../src/coordination/etcd/pause.ts';
import { storeBackOff } from '../../../src/coordination/etcd/store-back-off.ts';
import { endOf, StoreKeys } from '../../../src/coordination/etcd/store-keys.ts';
import { QuietLog } from '../../../src/coordination/quiet-log.ts';
import { within } from '../../process/within.ts';

describe('an endpoint', () => {
  const tls = { ca: null, cert: null, key: null };

  it('is a URL without a path', () => {
    const target = (url: string) => parseEndpoint(url, tls).target;
    assert.equal(target('http://etcd-0:2379'), 'dns:etcd-0:2379');
    assert.equal(target('http://etcd-0.etcd.svc/'), 'dns:etcd-0.etcd.svc:2379');
    assert.equal(target('https://[::1]:23790'), 'dns:[::1]:23790');
    for (const scheme of ['http', 'https'])
      assert.equal(parseEndpoint(`${scheme}://a:1`, tls).credentials._isSecure(), scheme === 'https');
  });

  it('is nothing else', () => {
    for (const url of ['etcd-0:2379', 'ftp://a:1', 'http://', 'http://a:1/v3', 'http://u:p@a:1', 'http://a b:1', ''])
      assert.throws(() => parseEndpoint(url, tls), /not an endpoint/, url);
  });
});

describe('a connection that was given up', () => {
  it('asks nothing more, and says so', async () => {
    const connection = new Connection(parseEndpoint('http://127.0.0.1:1', { ca: null, cert: null, key: null }));
    connection.retire();
    const metadata = new Metadata();
    for (const method of [TXN, KEEP_ALIVE] as readonly Method<object, unknown>[])
      await assert.rejects(connection.call(method, {}, metadata, 1_000), { code: status.UNAVAILABLE });
    const { signal } = new AbortController();
    const end = await connection.follow(WATCH, {}, metadata, 1_000, signal, () => {});
    assert.equal(end.code, status.UNAVAILABLE);
  });
});

describe('the keys', () => {
  it('of two clusters never fall together', () => {
    const named = ['a', 'a/members', 'a%2Fmembers', 'a/', '/a', 'a%'].map((name) => new StoreKeys(name));
    const all = named.flatMap((keys) => [keys.table, keys.member('x'), keys.member('x/y'), keys.incarnation('x')]);
    assert.equal(new Set(all.map(String)).size, all.length);
    for (const keys of named) {
      const inside = all.filter((key) => key.compare(keys.prefix) >= 0 && key.compare(endOf(keys.prefix)) < 0);
      assert.equal(inside.length, 4, keys.prefix.toString());
    }
  });
});

describe('the pauses between tries', () => {
  it('grow up to a second, each by chance, and begin again after a success', () => {
    const backOff = storeBackOff(new Random(5));
    const delays = Array.from({ length: 10 }, () => backOff.delay());
    for (const [place, delay] of delays.entries()) {
      const most = Math.min(100 * 2 ** place, 1_000);
      assert.ok(delay >= most / 2 && delay <= most, `${place}: ${delay}`);
    }
    assert.notEqual(delays[8], delays[9]);
    backOff.succeeded();
    assert.ok(backOff.delay() <= 100);
  });

  it('can be cut short, also before they begin', async () => {
    const pause = new Pause();
    const waiting = pause.wait(60_000);
    pause.wake();
    await within(waiting, 1_000, 'the pause');
    pause.wake();
    await within(pause.wait(60_000), 1_000, 'the pause that was over before');
    await within(pause.wait(1), 1_000, 'a short pause');
  });
});

describe('a quiet log', () => {
  it('says each thing once in 30 s, and how often it did not', () => {
    let at = 0;
    const lines: unknown[] = [];
    const write = (fields: object, message: string) => void lines.push([message, fields]);
    const log = new QuietLog({ info: write, warn: write, error: write }, () => at);
    log.warn({ n: 1 }, 'w');
    log.warn({ n: 2 }, 'w');
    log.error({ n: 3 }, 'e');
    at = 29_999;
    log.warn({ n: 4 }, 'w');
    at = 30_000;
    log.warn({ n: 5 }, 'w');
    log.warn({ n: 6 }, 'w');
    log.forget('w');
    log.warn({ n: 7 }, 'w');
    log.info({ n: 8 }, 'i');
    log.info({ n: 9 }, 'i');
    assert.deepEqual(lines, [
      ['w', { n: 1 }],
      ['e', { n: 3 }],
      ['w', { n: 5, repeated: 2 }],
      ['w', { n: 7 }],
      ['i', { n: 8 }],
      ['i', { n: 9 }],
    ]);
  });
});
