import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AssertionError } from '../../src/base/assert.ts';
import { Random } from '../../src/base/random.ts';
import type { MemberEffects, MemberTrace } from '../../src/member/door.ts';
import { TableKeeper } from '../../src/member/table-keeper.ts';
import { nextTable, type PartitionTable, type TableChange } from '../../src/placement/partition-table.ts';
import { encodeTable } from '../../src/placement/table-document.ts';
import { holderOf, tableWritten } from '../placement/written.ts';
import { UNMET } from './member-alone.ts';

const FIRST = tableWritten(1, ['1.1.0 a b', '1.1.0 b a']);
const DRAINING: TableChange = { type: 'draining', holder: holderOf('b') };
const FORGETTING: TableChange = { type: 'forget', id: 'b', incarnation: 1 };

class Store {
  readonly keeper = new TableKeeper(
    { partitions: 2, copies: 2, bootstrapMembers: 2, gatewayOnly: false },
    new Random(1),
  );
  asked: (readonly [string | null, string])[] = [];
  traces: MemberTrace['type'][] = [];
  readonly effects: MemberEffects = {
    ...UNMET,
    answer: () => assert.fail('nobody asked'),
    trace: ({ type }) => this.traces.push(type),
    propose: (expected, next) => this.asked.push([expected, next]),
  };

  see(table: PartitionTable | null, fresh = true): string {
    return this.keeper.onTableSeen(table === null ? null : encodeTable(table), fresh).type;
  }
}

function knowing(table = FIRST): Store {
  const store = new Store();
  assert.equal(store.see(table), 'adopted');
  return store;
}

describe('a swap', () => {
  it('is of the table that is known for one with all the changes', () => {
    const store = knowing();
    store.keeper.propose([DRAINING, { type: 'copies', copies: 1 }], 0, store.effects);
    const next = nextTable(FIRST, [DRAINING, { type: 'copies', copies: 1 }]);
    assert.deepEqual(store.asked, [[encodeTable(FIRST), encodeTable(next)]]);
    assert.ok(store.keeper.isSwapping);
    assert.equal(store.keeper.version, 1, 'nothing is known of it yet');
  });

  it('is one at a time', () => {
    const store = knowing();
    store.keeper.propose([DRAINING], 0, store.effects);
    assert.throws(() => store.keeper.propose([FORGETTING], 1, store.effects), AssertionError);
  });

  it('of which nothing is seen is asked for again, word for word, as often as every half second', () => {
    const store = knowing();
    store.keeper.propose([DRAINING], 100, store.effects);
    for (const at of [599, 600, 601, 1_099, 1_100]) store.keeper.settle(at, store.effects);
    assert.equal(store.asked.length, 3);
    for (const each of store.asked) assert.deepEqual(each, store.asked[0]);
    assert.deepEqual(store.traces, ['swap-unsettled', 'swap-unsettled']);
  });

  it('is settled by a newer table alone: an unchanged one proves nothing, nor does an older one', () => {
    const second = nextTable(FIRST, []);
    const store = knowing(second);
    store.keeper.propose([DRAINING], 0, store.effects);
    for (const [table, fresh] of [
      [second, true],
      [second, false],
      [FIRST, false],
      [FIRST, true],
      [null, true],
    ] as const) {
      store.see(table, fresh);
      assert.ok(store.keeper.isSwapping);
    }
    assert.equal(store.see(nextTable(second, [FORGETTING])), 'adopted');
    assert.ok(!store.keeper.isSwapping);
    store.keeper.settle(10_000, store.effects);
    assert.equal(store.asked.length, 1);
  });

  it('that succeeded is settled by the table it asked for', () => {
    const store = knowing();
    store.keeper.propose([DRAINING], 0, store.effects);
    store.see(nextTable(FIRST, [DRAINING]), false);
    assert.deepEqual(store.keeper.table?.draining, holderOf('b'));
    assert.ok(!store.keeper.isSwapping);
    store.keeper.propose([FORGETTING], 1, store.effects);
    assert.equal(store.asked.at(-1)?.[0], store.keeper.text);
  });

  it('of the first table is asked for once, and again until a table is seen', () => {
    const store = new Store();
    store.see(null);
    store.keeper.registered = ['a', 'b'].map((name) => ({ ...holderOf(name), zone: '', sawTable: false }));
    for (const at of [0, 10, 20]) store.keeper.proposeFirst(at, store.effects);
    assert.equal(store.asked.length, 1);
    assert.equal(store.asked[0]?.[0], null);
    store.keeper.settle(500, store.effects);
    assert.deepEqual(store.asked[1], store.asked[0]);
    store.see(FIRST);
    store.keeper.settle(5_000, store.effects);
    store.keeper.proposeFirst(5_000, store.effects);
    assert.equal(store.asked.length, 2);
  });
});

it('a store that forgot a table and shows it again has nothing new to tell, and a swap from it goes on', () => {
  const second = nextTable(FIRST, []);
  for (const forgetful of [null, FIRST]) {
    const store = knowing(second);
    store.keeper.propose([DRAINING], 0, store.effects);
    assert.equal(store.see(forgetful), 'refused');
    for (const fresh of [false, true]) assert.equal(store.see(second, fresh), 'nothing-new');
    store.keeper.settle(500, store.effects);
    const asked: readonly string[] = [encodeTable(second), encodeTable(nextTable(second, [DRAINING]))];
    assert.deepEqual(store.asked, [asked, asked]);
    assert.equal(store.see(nextTable(second, [DRAINING])), 'adopted');
    assert.ok(!store.keeper.isSwapping);
  }
});

describe('an old table', () => {
  const second = nextTable(FIRST, []);

  it('is late news from a watch or a peer, and a sign of lost memory where the store itself was asked', () => {
    const store = knowing(second);
    assert.equal(store.see(FIRST, false), 'nothing-new');
    assert.equal(store.see(FIRST, true), 'refused');
    assert.equal(store.keeper.version, 2);
  });

  it('of another cluster is refused whoever tells it', () => {
    const other = { ...nextTable(second, []), cluster: 'other' };
    for (const fresh of [false, true]) assert.equal(knowing(second).see(other, fresh), 'refused');
    assert.equal(knowing(second).see({ ...FIRST, cluster: 'other' }, false), 'refused');
  });

  it('that is gone is no news from a watch', () => {
    assert.equal(knowing().see(null, false), 'nothing-new');
    assert.equal(knowing().see(null, true), 'refused');
    assert.equal(new Store().see(null, true), 'nothing-new');
  });
});

it('a cluster is strange if it is named otherwise than ours; who has no table yet knows none', () => {
  const fresh = new Store().keeper;
  assert.deepEqual([fresh.clusterName, fresh.isStranger('other'), fresh.version, fresh.text], ['', false, 0, null]);
  const { keeper } = knowing();
  assert.deepEqual(
    ['other', 'cluster', ''].map((name) => keeper.isStranger(name)),
    [true, false, false],
  );
  assert.equal(keeper.text, encodeTable(FIRST));
});
