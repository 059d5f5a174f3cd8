import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { EmbeddedCoordination } from '../../src/coordination/embedded-coordination.ts';
import { StoreMemory } from '../../src/coordination/store-memory.ts';

/** 1000 s after 1970. */
const clock = { now: () => 5, wallTime: () => 1_000_000 };

function process(memory = new StoreMemory(), id = 'a') {
  const announcement = { member: id, zone: 'z', address: `${id}:7402`, version: '1', gatewayOnly: false };
  const logged: string[] = [];
  const seen: unknown[] = [];
  const store = new EmbeddedCoordination(announcement, clock, { warn: (_, text) => logged.push(text) }, memory);
  const watcher = {
    tableSeen: (document: string | null, fresh: boolean) => seen.push(`${document}${fresh ? '!' : ''}`),
    membersSeen: (members: readonly { member: string; incarnation: number; sawTable: boolean }[]) =>
      seen.push(members.map((each) => `${each.member}/${each.incarnation}${each.sawTable ? '+' : ''}`)),
    unreachable: () => seen.push('unreachable'),
  };
  /** What was told since this was last asked. */
  const news = async () => {
    await turn();
    return seen.splice(0);
  };
  return { store, watcher, news, logged };
}

describe('the embedded store', () => {
  it('draws numbers not below the seconds since 1970', async () => {
    const { store } = process();
    assert.deepEqual([await store.draw(), await store.draw()], [1_000, 1_001]);
  });

  it('registers, and shows what it holds', async () => {
    const { store, watcher, news, logged } = process();
    store.begin(7, watcher);
    assert.deepEqual(await news(), [['a/7'], 'null!', ['a/7']]);
    store.tableKnown();
    store.tableKnown();
    assert.deepEqual(await news(), [['a/7+']]);
    assert.deepEqual(logged, []);
  });

  it('tells nothing within a call', () => {
    const { store, watcher } = process();
    let told = 0;
    const count = () => void told++;
    store.begin(1, { ...watcher, tableSeen: count, membersSeen: count });
    store.swap(null, 'first');
    store.read();
    assert.equal(told, 0);
  });

  it('answers every swap with what it holds then', async () => {
    const memory = new StoreMemory();
    const [a, b] = [process(memory, 'a'), process(memory, 'b')];
    a.store.begin(1, a.watcher);
    b.store.begin(1, b.watcher);
    await a.news();
    await b.news();
    a.store.swap(null, 'first');
    b.store.swap(null, 'other');
    b.store.swap('first', 'second');
    assert.deepEqual(await a.news(), ['first', 'first!', 'second']);
    assert.deepEqual(await b.news(), ['first', 'first!', 'second', 'second!']);
    const { swaps, swapsLost, failures, lastSuccess } = b.store.counters;
    assert.deepEqual(
      { swaps, swapsLost, failures, lastSuccess },
      { swaps: 2, swapsLost: 1, failures: 0, lastSuccess: 5 },
    );
  });

  it('waits for the end of another registration of its id, and says so once', async () => {
    const memory = new StoreMemory();
    const [old, young] = [process(memory), process(memory)];
    old.store.begin(1, old.watcher);
    young.store.begin(2, young.watcher);
    assert.deepEqual(await young.news(), ['null!', ['a/1']]);
    assert.match(young.logged.join(), /^this member id is registered by another process: waiting/);
    await old.store.leave();
    assert.deepEqual((await young.news()).at(-1), ['a/2']);
  });

  it('puts a registration again that somebody took away, but not after it left', async () => {
    const memory = new StoreMemory();
    const { store, watcher, news } = process(memory);
    store.begin(1, watcher);
    memory.deregister('a', 1);
    assert.deepEqual((await news()).at(-1), ['a/1']);
    await store.leave();
    assert.deepEqual(memory.members, []);
    assert.deepEqual((await news()).at(-1), []);
    store.close();
    memory.swap(null, 'first');
    store.read();
    assert.deepEqual(await news(), []);
  });
});
