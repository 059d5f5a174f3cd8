import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until, within } from '../../process/within.ts';
import { Coordinated } from './coordinated.ts';
import { EtcdProcess, NO_ETCD } from './etcd-process.ts';

describe('a registration in etcd', { skip: NO_ETCD }, () => {
  it('has numbers that rise, not below the seconds since 1970, and not only by the clock', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const a = new Coordinated(t, 'a', [etcd.url]);
    const before = Math.floor(Date.now() / 1_000);
    const first = await a.store.draw();
    assert.ok(first >= before && first <= Date.now() / 1_000);
    await etcd.put('holdfast/c/incarnations/a', '9000000000');
    assert.equal(await a.store.draw(), 9_000_000_001);
    const other = new Coordinated(t, 'a', [etcd.url]);
    const drawn = await Promise.all([a, other, a, other].map(({ store }) => store.draw()));
    assert.deepEqual(
      drawn.toSorted(),
      [2, 3, 4, 5].map((n) => 9_000_000_000 + n),
    );
  });

  it('is not below one that stands, though the store has no number for it', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const a = new Coordinated(t, 'a', [etcd.url]);
    a.start(9_000_000_000);
    await a.sees([a.name]);
    await etcd.remove('holdfast/c/incarnations/a');
    assert.equal(await new Coordinated(t, 'a', [etcd.url]).store.draw(), 9_000_000_001);
  });

  it('says who is there, and whether a table was known', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const a = await new Coordinated(t, 'a', [etcd.url]).begin();
    const registration = {
      member: 'a',
      incarnation: a.incarnation,
      zone: 'z',
      address: 'a:7402',
      version: '1',
      gatewayOnly: false,
    };
    assert.deepEqual(a.memberships.at(-1), [{ ...registration, sawTable: false }]);
    a.store.tableKnown();
    await until(() => a.memberships.at(-1)?.[0]?.sawTable === true, 'a knows a table');
    assert.deepEqual(JSON.parse((await etcd.get('holdfast/c/members/a')) ?? ''), { ...registration, sawTable: true });
    assert.equal(a.said(/^registered$/).length, 1);
  });

  it('outlives its time while its process lives, and not when that is gone', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const [a, b] = [new Coordinated(t, 'a', [etcd.url]), new Coordinated(t, 'b', [etcd.url])];
    await Promise.all([a.begin(), b.begin()]);
    await b.sees([a.name]);
    const from = performance.now();
    a.store.close();
    await until(() => !b.names.includes(a.name), 'a is gone', 9_000);
    assert.ok(performance.now() - from > 3_000, `after ${performance.now() - from} ms`);
    assert.deepEqual(b.names, [b.name]);
    assert.ok(
      b.memberships
        .slice(b.memberships.findIndex((members) => members.length === 2))
        .every((members) => members.some(({ member }) => member === 'b')),
    );
  });

  it('waits for the end of another one of the same id', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const old = await new Coordinated(t, 'a', [etcd.url]).begin();
    const young = new Coordinated(t, 'a', [etcd.url]);
    young.start(await young.store.draw());
    assert.ok(young.incarnation > old.incarnation);
    await until(() => young.said(/registered by another process: waiting/).length > 0, 'it says that it waits');
    await young.sees([old.name]);
    assert.deepEqual(young.names, [old.name]);
    await old.store.leave();
    await young.sees([young.name], 2_000);
    assert.equal(young.said(/registered by another process: waiting/).length, 1);
  });

  it('ends at once when its process leaves', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const [a, b] = [new Coordinated(t, 'a', [etcd.url]), new Coordinated(t, 'b', [etcd.url])];
    await Promise.all([a.begin(), b.begin()]);
    await b.sees([a.name]);
    await a.store.leave();
    assert.equal(await etcd.get('holdfast/c/members/a'), null);
    await until(() => !b.names.includes(a.name), 'a is gone', 2_000);
  });

  it('is left within 2 s though etcd hangs', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const a = await new Coordinated(t, 'a', [etcd.url]).begin();
    await etcd.stop();
    await within(a.store.leave(), 2_500, 'leaving');
    assert.equal(a.said(/^the registration could not be ended/).length, 1);
    etcd.goOn();
  });

  it('that somebody took away is made again', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const a = await new Coordinated(t, 'a', [etcd.url]).begin();
    await etcd.remove('holdfast/c/members/a');
    await until(() => a.names.length === 0, 'it is gone', 2_000);
    await a.sees([a.name], 2_000);
  });

  it('that cannot be read is passed over', async (t) => {
    const etcd = await EtcdProcess.start(t);
    for (const [key, text] of [
      ['x', '{'],
      ['y', '{"member":"y"}'],
      ['z', JSON.stringify({ member: 'other' })],
    ] as const)
      await etcd.put(`holdfast/c/members/${key}`, text);
    const a = await new Coordinated(t, 'a', [etcd.url]).begin();
    assert.deepEqual(a.names, [a.name]);
    assert.equal(a.said(/unreadable/).length, 1);
  });

  it('is not seen by clusters of another name', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const names = ['c', 'c/members', 'c2'];
    const each = names.map((clusterName) => new Coordinated(t, 'a/b', [etcd.url], { clusterName }));
    await Promise.all(each.map((one) => one.begin()));
    for (const one of each) {
      assert.equal(((await one.swap(null, 'first')) as { document: string }).document, 'first');
      assert.deepEqual(one.names, [one.name]);
    }
    assert.notEqual(await etcd.get('holdfast/c%2Fmembers/members/a%2Fb'), null);
  });
});
