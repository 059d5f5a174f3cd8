import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '../../process/within.ts';
import { Coordinated } from './coordinated.ts';
import { EtcdProcess, NO_ETCD } from './etcd-process.ts';

describe('a table in etcd', { skip: NO_ETCD }, () => {
  it('is swapped from none, and shown to all who watch', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const [a, b, c] = ['a', 'b', 'c'].map((id) => new Coordinated(t, id, [etcd.url]));
    assert.ok(a && b && c);
    await Promise.all([a.begin(), b.begin(), c.begin()]);
    assert.deepEqual(a.tables[0], { document: null, fresh: true });
    assert.deepEqual(await a.swap(null, 'first'), { document: 'first', fresh: true });
    await b.seesTable('first');
    assert.deepEqual(await b.swap('first', 'second'), { document: 'second', fresh: true });
    for (const each of [a, c]) await each.seesTable('second');
    // By the watch, and each change once.
    assert.deepEqual(c.tables.slice(-2), [
      { document: 'first', fresh: false },
      { document: 'second', fresh: false },
    ]);
    assert.equal(await etcd.get('holdfast/c/table'), 'second');
  });

  it('that is another one than expected stays, and is told to who lost', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const a = await new Coordinated(t, 'a', [etcd.url]).begin();
    assert.deepEqual(await a.swap('not there', 'lost'), { document: null, fresh: true });
    await etcd.put('holdfast/c/table', 'put by hand');
    for (const expected of [null, 'put by', 'put by hand ', 'another']) {
      assert.deepEqual(await a.swap(expected, 'lost'), { document: 'put by hand', fresh: true });
    }
    assert.deepEqual(await a.read(), { document: 'put by hand', fresh: true });
    const { swaps, swapsLost, reads, failures, lastSuccess } = a.store.counters;
    assert.deepEqual([swaps, swapsLost, failures], [5, 5, 0]);
    assert.ok(reads >= 2);
    assert.ok(performance.now() - (lastSuccess ?? 0) < 5_000);
  });

  it('is swapped by one of many at a time', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const many = ['a', 'b', 'c', 'd'].map((id) => new Coordinated(t, id, [etcd.url]));
    await Promise.all(many.map((each) => each.begin()));
    const answers = await Promise.all(many.map((each, number) => each.swap(null, `of ${number}`)));
    assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
    assert.equal(
      many.reduce((lost, each) => lost + each.store.counters.swapsLost, 0),
      3,
    );
  });

  it('is asked for once more, and told as fresh then, when it was asked for while it was being read', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const a = await new Coordinated(t, 'a', [etcd.url]).begin();
    const { reads } = a.store.counters;
    const told = a.tables.length;
    for (let times = 0; times < 5; times++) a.store.read();
    await until(() => a.store.counters.reads === reads + 2, 'the second answer');
    const [first, second] = a.tables.slice(told);
    assert.deepEqual(
      [first, second],
      [
        { document: null, fresh: false },
        { document: null, fresh: true },
      ],
    );
    // Which of the two etcd does first nobody knows; what the swap is told is of before the read was asked for, perhaps.
    a.store.swap(null, 'first');
    a.store.read();
    await until(() => a.store.counters.swaps === 1 && a.store.counters.reads === reads + 3, 'both answers');
    assert.equal(a.tables.slice(told + 2).filter(({ fresh }) => fresh).length, 1);
  });

  it('is shown once for each change, none before the one after it', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const [a, b] = [new Coordinated(t, 'a', [etcd.url]), new Coordinated(t, 'b', [etcd.url])];
    await Promise.all([a.begin(), b.begin()]);
    const told = b.tables.length;
    let table: string | null = null;
    for (let number = 1; number <= 40; number++) {
      a.store.swap(table, String(number));
      if (number % 3 === 0) b.store.read();
      table = String(number);
      await a.seesTable(table);
    }
    await b.seesTable('40');
    const seen = b.tables.slice(told);
    for (const [place, { document }] of seen.entries())
      assert.ok(Number(document) >= Number(seen[place - 1]?.document ?? 0), seen.map((each) => each.document).join());
    const byWatch = seen.filter(({ fresh }) => !fresh).map(({ document }) => document);
    assert.ok(byWatch.length > 20, `${byWatch.length} by watch`);
  });

  it('is shown again after etcd was out of reach and has no history left', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const a = await new Coordinated(t, 'a', [etcd.url]).begin();
    await etcd.stop();
    a.store.read();
    await until(() => a.unreachable.length > 0, 'the store is out of reach');
    etcd.goOn();
    await etcd.put('holdfast/c/table', 'second');
    await etcd.put('holdfast/c/table', 'third');
    await etcd.compact();
    await a.seesTable('third');
    await etcd.put('holdfast/c/table', 'fourth');
    await a.seesTable('fourth');
    await etcd.remove('holdfast/c/table');
    await a.seesTable(null);
    assert.deepEqual(a.tables.at(-1), { document: null, fresh: false });
  });
});
