import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '../../process/within.ts';
import { Coordinated, seedForFirst } from './coordinated.ts';
import { EtcdProcess, NO_ETCD } from './etcd-process.ts';

describe('an etcd that fails', { skip: NO_ETCD }, () => {
  it('and comes back finds the same incarnations registered, and is watched again', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const [a, b] = [new Coordinated(t, 'a', [etcd.url]), new Coordinated(t, 'b', [etcd.url])];
    await Promise.all([a.begin(), b.begin()]);
    await a.swap(null, 'first');
    await etcd.kill();
    assert.equal(await a.swap('first', 'lost'), 'unreachable');
    assert.equal(await a.read(), 'unreachable');
    assert.match(a.unreachable.at(-1) ?? '', /^UNAVAILABLE: /);
    assert.equal(a.said(/^etcd cannot be reached/).length, 1);
    await etcd.run();
    for (const id of ['a', 'b']) await etcd.remove(`holdfast/c/members/${id}`);
    await etcd.put('holdfast/c/table', 'second');
    for (const each of [a, b]) {
      await each.seesTable('second');
      await each.sees([a.name, b.name]);
    }
    await until(async () => (await etcd.get('holdfast/c/members/a')) !== null, 'a is registered', 10_000, 20);
    assert.equal(a.said(/^etcd answers again$/).length, 1);
  });

  it('and hangs is told to be out of reach, within the time of a call', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const a = await new Coordinated(t, 'a', [etcd.url]).begin();
    await etcd.stop();
    const from = performance.now();
    assert.equal(await a.swap(null, 'first'), 'unreachable');
    assert.equal(await a.read(), 'unreachable');
    assert.ok(performance.now() - from < 4_900);
    assert.match(a.unreachable.join(), /DEADLINE_EXCEEDED/);
    etcd.goOn();
    await until(async () => (await a.read()) !== 'unreachable', 'the store answers');
    await a.sees([a.name]);
  });

  it('and lost its memory shows no table, afresh, and has its members again', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const a = await new Coordinated(t, 'a', [etcd.url]).begin();
    let table: string | null = null;
    for (const next of ['1', '2', '3', '4', '5', '6']) {
      await a.swap(table, next);
      table = next;
    }
    a.store.tableKnown();
    await etcd.kill();
    etcd.wipe();
    await etcd.run();
    await until(async () => a.tables.at(-1)?.document === null, 'the table is gone');
    assert.deepEqual(a.tables.at(-1), { document: null, fresh: true });
    assert.equal(a.said(/it was wiped or restored/).length, 1);
    await until(
      () => a.memberships.at(-1)?.some((each) => each.sawTable && each.incarnation === a.incarnation) === true,
      'a is registered',
    );
    // A store without memory learns which incarnations there were.
    assert.equal(await etcd.get('holdfast/c/incarnations/a'), String(a.incarnation));
    await etcd.put('holdfast/c/table', 'written back');
    await a.seesTable('written back');
  });

  it('is passed over for one that answers', async (t) => {
    const [dead, etcd] = [await EtcdProcess.start(t), await EtcdProcess.start(t)];
    await dead.kill();
    const a = await new Coordinated(t, 'a', [dead.url, etcd.url], { seed: seedForFirst(2) }).begin();
    assert.deepEqual(await a.swap(null, 'first'), { document: 'first', fresh: true });
    assert.deepEqual(
      a.said(/^etcd answers again$/).map(({ fields }) => fields['endpoint']),
      [etcd.url],
    );
  });

  it('is one of three: the next is asked, and all is well while two of them stand', async (t) => {
    const three = await EtcdProcess.startSeveral(t, 3);
    const urls = three.map(({ url }) => url);
    const a = await new Coordinated(t, 'a', urls, { seed: seedForFirst(3) }).begin();
    const b = await new Coordinated(t, 'b', urls.toReversed(), { seed: seedForFirst(3) }).begin();
    await a.swap(null, 'first');
    const [first, second] = three;
    assert.ok(first && second);
    await first.kill();
    await until(async () => (await a.swap('first', 'second')) !== 'unreachable', 'a swap');
    await b.seesTable('second');
    await until(async () => (await b.swap('second', 'third')) !== 'unreachable', 'a swap');
    await a.seesTable('third');
    // Without a leader nothing is told for true, and nothing is silently stale.
    await second.kill();
    assert.equal(await b.read(), 'unreachable');
    assert.equal(await a.swap('third', 'lost'), 'unreachable');
    await Promise.all([first.run(), second.run()]);
    await until(async () => (await a.swap('third', 'fourth')) !== 'unreachable', 'a swap', 10_000);
    await b.seesTable('fourth');
    await a.sees([a.name, b.name]);
  });

  it('and hangs is watched no longer, where another one is there', async (t) => {
    const three = await EtcdProcess.startSeveral(t, 3);
    const urls = three.map(({ url }) => url);
    const a = await new Coordinated(t, 'a', urls, { seed: seedForFirst(3) }).begin();
    const b = await new Coordinated(t, 'b', urls.toReversed(), { seed: seedForFirst(3) }).begin();
    await three[0]?.stop();
    await until(async () => (await b.swap(null, 'first')) !== 'unreachable', 'a swap');
    // Nobody asks: the renewal of its registration is what finds out.
    await a.seesTable('first', 8_000);
    await a.sees([a.name, b.name]);
    three[0]?.goOn();
  });

  it('for want of space is told so in the log, and read all the same', async (t) => {
    const etcd = await EtcdProcess.start(t, { more: ['--quota-backend-bytes', String(2 ** 20)] });
    const a = await new Coordinated(t, 'a', [etcd.url]).begin();
    await a.swap(null, 'first');
    await assert.rejects(async () => {
      for (let times = 0; times < 50; times++) await etcd.put(`filler ${times}`, 'x'.repeat(200_000));
    }, /space exceeded/);
    for (const next of ['second', 'third']) assert.deepEqual(await a.swap('first', next), 'unreachable');
    for (const reason of a.unreachable) assert.match(reason, /^RESOURCE_EXHAUSTED: .*space exceeded/);
    assert.deepEqual(
      a.said(/^etcd is out of space/).map(({ level }) => level),
      ['error'],
    );
    assert.deepEqual(await a.read(), { document: 'first', fresh: true });
  });
});
