import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { CERTIFICATE, PRIVATE_KEY } from '../../config/certificates.ts';
import { until } from '../../process/within.ts';
import { Coordinated } from './coordinated.ts';
import { EtcdProcess, NO_ETCD, type TlsFlags } from './etcd-process.ts';

const user = { name: 'holdfast', password: 'secret' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** A user who may do what the documentation says is needed, and no more. */
async function addUser(etcd: EtcdProcess): Promise<void> {
  await etcd.post('auth/user/add', { name: 'root', password: 'root' });
  await etcd.post('auth/role/add', { name: 'root' });
  await etcd.post('auth/user/grant', { user: 'root', role: 'root' });
  await etcd.post('auth/user/add', user);
  await etcd.post('auth/role/add', { name: 'members' });
  const [key, end] = [base64('holdfast/c/'), base64('holdfast/c0')];
  await etcd.post('auth/role/grant', { name: 'members', perm: { permType: 'READWRITE', key, range_end: end } });
  await etcd.post('auth/user/grant', { user: user.name, role: 'members' });
}

async function withUsers(t: TestContext): Promise<EtcdProcess> {
  const etcd = await EtcdProcess.start(t);
  await addUser(etcd);
  await etcd.post('auth/enable', {});
  return etcd;
}

describe('an etcd with users', { skip: NO_ETCD }, () => {
  it('is asked as one of them, who may touch nothing but our keys', async (t) => {
    const etcd = await withUsers(t);
    const [a, b] = [new Coordinated(t, 'a', [etcd.url], { user }), new Coordinated(t, 'b', [etcd.url], { user })];
    await Promise.all([a.begin(), b.begin()]);
    assert.deepEqual(await a.swap(null, 'first'), { document: 'first', fresh: true });
    await b.seesTable('first');
    a.store.tableKnown();
    await until(() => b.memberships.at(-1)?.some(({ sawTable }) => sawTable) === true, 'a knows a table');
    await a.store.leave();
    await until(() => !b.names.includes(a.name), 'a is gone', 2_000);
    assert.deepEqual(
      [a, b].flatMap(({ log }) => log).filter(({ level }) => level !== 'info'),
      [],
    );
  });

  it('gives a new token where it forgot the last one', async (t) => {
    const etcd = await withUsers(t);
    const a = await new Coordinated(t, 'a', [etcd.url], { user }).begin();
    await etcd.kill();
    await etcd.run();
    await until(async () => (await a.swap(null, 'first')) !== 'unreachable', 'a swap');
    assert.deepEqual(await a.swap('first', 'second'), { document: 'second', fresh: true });
    const b = await new Coordinated(t, 'b', [etcd.url], { user }).begin();
    await b.swap('second', 'third');
    await a.seesTable('third');
    assert.deepEqual(a.said(/^etcd refuses/), []);
  });

  it('may begin to have them under way', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const a = await new Coordinated(t, 'a', [etcd.url], { user }).begin();
    assert.equal(a.said(/switched off/).length, 1);
    await addUser(etcd);
    await etcd.post('auth/enable', {});
    await until(async () => (await a.swap(null, 'first')) !== 'unreachable', 'a swap');
    assert.equal(a.table, 'first');
  });

  it('lets in nobody with a wrong password, and the log does not show it', async (t) => {
    const etcd = await withUsers(t);
    const stranger = new Coordinated(t, 'a', [etcd.url], { user: { name: 'holdfast', password: 'wrong-one' } });
    stranger.start(1);
    await until(() => stranger.unreachable.length > 0, 'it is told');
    assert.match(stranger.unreachable.join(), /authentication failed/);
    assert.deepEqual(
      stranger.said(/^etcd refuses what it is asked$/).map(({ level }) => level),
      ['error'],
    );
    assert.ok(!JSON.stringify(stranger.log).includes('wrong-one'));
    const nobody = new Coordinated(t, 'a', [etcd.url]);
    nobody.start(1);
    await until(() => nobody.unreachable.length > 0, 'it is told');
  });

  it('says so where the user may not touch our keys', async (t) => {
    const etcd = await withUsers(t);
    const a = new Coordinated(t, 'a', [etcd.url], { user, clusterName: 'another' });
    a.start(1);
    await until(() => a.unreachable.length > 0, 'it is told');
    assert.match(a.unreachable.join(), /^PERMISSION_DENIED: /);
  });
});

describe('an etcd with TLS', { skip: NO_ETCD }, () => {
  const tls = { ca: Buffer.from(CERTIFICATE), cert: Buffer.from(CERTIFICATE), key: Buffer.from(PRIVATE_KEY) };

  it('is asked by who trusts it and shows a certificate', async (t) => {
    const etcd = await EtcdProcess.start(t, { tls: files(t) });
    const [a, b] = [new Coordinated(t, 'a', [etcd.url], { tls }), new Coordinated(t, 'b', [etcd.url], { tls })];
    await Promise.all([a.begin(), b.begin()]);
    assert.deepEqual(await a.swap(null, 'first'), { document: 'first', fresh: true });
    await b.seesTable('first');
  });

  it('is out of reach for all others', async (t) => {
    const etcd = await EtcdProcess.start(t, { tls: files(t) });
    const plain = etcd.url.replace('https', 'http');
    for (const [url, with_] of [
      [etcd.url, { ...tls, ca: null }],
      [etcd.url, { ...tls, cert: null, key: null }],
      [plain, tls],
    ] as const) {
      const a = new Coordinated(t, 'a', [url], { tls: with_ });
      a.start(1);
      await until(() => a.unreachable.length > 0, 'it is told');
      assert.match(a.unreachable[0] ?? '', /^(UNAVAILABLE|DEADLINE_EXCEEDED): /);
      assert.equal(a.store.counters.lastSuccess, null);
      a.store.close();
    }
  });
});

/** One pair is everything: etcd's certificate, its authority, and that of its clients. */
function files(t: TestContext): TlsFlags {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-tls-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  writeFileSync(cert, CERTIFICATE);
  writeFileSync(key, PRIVATE_KEY);
  return { cert, key, clientCa: cert };
}
