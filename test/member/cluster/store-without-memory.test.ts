import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { get, put, textOf } from '../room.ts';
import { FewMembers } from './few-members.ts';

/** Longer than members let the store be unasked. */
const A_WHILE = 6_000;
const IDS = ['a', 'b', 'c'];

/** Three members that know the same table, with a session among what they hold. */
function serving() {
  const cluster = new FewMembers(IDS, { partitions: 3 });
  const { store } = cluster.world;
  cluster.tell('a', put('one'), 'stored');
  const known = () => IDS.filter((id) => cluster.world.process(id).alive).map((id) => cluster.member(id).tableText);
  return {
    cluster,
    store,
    known,
    /** The store shows this, and nobody believes it, whatever is asked of the cluster. */
    loseMemory(document: string | null): void {
      const before = known();
      const from = cluster.now;
      store.replaceTable(document);
      const { length } = store.tables;
      cluster.run(A_WHILE);
      cluster.world.drain('c');
      cluster.run(A_WHILE);
      for (const id of IDS) assert.ok(cluster.count('table-refused', { from, id }) > 0, id);
      assert.ok(cluster.count('swap-unsettled', { from }) > 0, 'somebody wants to go on');
      assert.deepEqual(known(), before);
      assert.equal(store.tables.length, length, 'nothing was written');
      cluster.tell('b', get(), 'found');
    },
    /** As `holdfast adopt` does: what a member knows, in the place of exactly what the store holds. */
    adopt(): void {
      const [newest] = known();
      assert.ok(typeof newest === 'string');
      store.swap(store.document, newest);
    },
  };
}

describe('a store that lost its memory', () => {
  it('is written to by nobody until a table is adopted; then a drain that waited goes on', () => {
    const { cluster, known, loseMemory, adopt } = serving();
    const [newest] = known();
    loseMemory(null);
    adopt();
    const from = cluster.now;
    cluster.until(() => !cluster.world.process('c').alive && cluster.isHeldBy(['a', 'b']), 20_000);
    assert.equal(cluster.count('table-refused', { from }), 0);
    assert.notEqual(known()[0], newest);
    cluster.tell('a', put('two'), 'stored');
    assert.equal(textOf(cluster.tell('b', get(), 'found')), 'two');
    cluster.until(() => cluster.isWhole(), 10_000);
  });

  it('and was restored to an older table is written to by nobody until the newest is adopted', () => {
    const { cluster, store, known, loseMemory, adopt } = serving();
    const old = store.document;
    cluster.swapElsewhere();
    cluster.swapElsewhere();
    cluster.until(() => known().every((text) => text === store.document), 1_000);
    loseMemory(old);
    adopt();
    const from = cluster.now;
    cluster.until(() => !cluster.world.process('c').alive && cluster.isHeldBy(['a', 'b']), 20_000);
    assert.equal(cluster.count('table-refused', { from }), 0);
    cluster.tell('a', get(), 'found');
    cluster.until(() => cluster.isWhole(), 10_000);
  });

  it('is not the sign for a first table to who comes back with no memory either, and is heard again by him', () => {
    for (const isRestored of [false, true]) {
      const { cluster, store, known, adopt } = serving();
      const old = store.document;
      cluster.swapElsewhere();
      cluster.until(() => known().every((text) => text === store.document), 1_000);
      const [newest] = known();
      store.replaceTable(isRestored ? old : null);
      cluster.run(A_WHILE);
      cluster.world.crash('c');
      // Its registration is over as well.
      cluster.run(A_WHILE);
      const { length } = store.tables;
      cluster.world.start('c');
      cluster.run(A_WHILE);
      assert.deepEqual(known(), [newest, newest, newest], 'others passed theirs on');
      assert.equal(store.tables.length, length, 'nothing was written');
      adopt();
      cluster.until(() => cluster.isHeldBy(IDS) && cluster.isWhole(), 60_000);
      assert.ok(cluster.table.members.some(({ id, incarnation }) => id === 'c' && incarnation === 2));
      cluster.tell('c', get(), 'found');
    }
  });
});
