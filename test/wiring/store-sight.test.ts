import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Coordination } from '../../src/coordination/coordination.ts';
import { nextTable, type PartitionTable } from '../../src/placement/partition-table.ts';
import { encodeTable } from '../../src/placement/table-document.ts';
import { StoreSight } from '../../src/wiring/store-sight.ts';
import { storeTableOf } from '../../src/wiring/store-table.ts';
import { tableWritten } from '../placement/written.ts';

const OURS = 'ours';
const COUNTERS = { reads: 1, swaps: 2, swapsLost: 3, failures: 4, lastSuccess: 40 };

function sight(): StoreSight {
  const unasked = (): never => assert.fail('the store is not asked by who looks');
  const coordination: Coordination = {
    counters: COUNTERS,
    ...{ draw: unasked, begin: unasked, tableKnown: unasked, swap: unasked },
    ...{ read: unasked, leave: unasked, close: unasked },
  };
  return new StoreSight(coordination, { now: () => 100, wallTime: () => 0 });
}

describe('what is known of the store', () => {
  it('is that it answers, until it fails, and again when it is asked and answers', () => {
    const seen = sight();
    seen.failed('connection refused');
    assert.deepEqual([seen.reachable, seen.answeredAgo()], [false, 60]);
    seen.sawTable(OURS, false, OURS);
    assert.equal(seen.reachable, false, 'a watch may tell old news');
    seen.sawTable(OURS, true, OURS);
    assert.equal(seen.reachable, true);
    const { reads, swaps, swapsLost, failures } = COUNTERS;
    assert.deepEqual(seen.counts(), { reads, swaps, swapsLost, failures, reachable: true, refused: false });
  });

  it('is what it said that it holds, not what a watch told', () => {
    const seen = sight();
    assert.equal(seen.held, null);
    seen.sawTable(null, true, OURS);
    seen.sawTable('other', false, OURS);
    assert.deepEqual(seen.held, { document: null });
    seen.sawTable('other', true, OURS);
    assert.deepEqual(seen.held, { document: 'other' });
  });

  it('is that it is not believed, until it shows our table, or the member takes what it shows for true', () => {
    const refused = () => {
      const seen = sight();
      seen.sawTable(null, true, OURS);
      seen.tableRefused('the table is gone', OURS);
      assert.deepEqual([seen.refused, seen.counts().refused], ['the table is gone', true]);
      return seen;
    };
    for (const fresh of [false, true]) {
      const seen = refused();
      seen.sawTable('older', fresh, OURS);
      assert.notEqual(seen.refused, '');
      seen.sawTable(OURS, fresh, OURS);
      assert.deepEqual([seen.refused, seen.counts().refused], ['', false]);
    }
    const seen = refused();
    seen.tableAdopted('told by a peer');
    assert.notEqual(seen.refused, '', 'the store does not show it');
    seen.sawTable('newer', false, 'told by a peer');
    assert.notEqual(seen.refused, '', 'the member has not looked at it yet');
    seen.tableAdopted('newer');
    assert.equal(seen.refused, '');
  });

  it('is no worse for what a peer told and the member does not believe', () => {
    const seen = sight();
    seen.sawTable(OURS, true, OURS);
    seen.tableRefused('not JSON', OURS);
    assert.equal(seen.refused, '');
    const empty = sight();
    empty.sawTable(null, true, null);
    empty.tableRefused('64 partitions, not 256', null);
    assert.equal(empty.refused, '64 partitions, not 256', 'who has no table is shown none of his own');
  });
});

describe('the table that the store holds', () => {
  const ours = tableWritten(3, ['2.1.0 a b', '1.1.0 b a']);
  const against = (table: PartitionTable) => storeTableOf(encodeTable(table), ours);

  it('fits if it is ours or follows it', () => {
    for (const table of [ours, nextTable(ours, []), nextTable(nextTable(ours, []), [])])
      assert.deepEqual(against(table), { type: 'fits' });
  });

  it('may be none, older, or another cluster’s', () => {
    assert.deepEqual(storeTableOf(null, ours), { type: 'none' });
    assert.deepEqual(against(tableWritten(2, ['1.1.0 a b', '1.1.0 b a'])), { type: 'older', version: 2 });
    for (const version of [1, 9])
      assert.deepEqual(against({ ...ours, version, cluster: 'other' }), { type: 'other-cluster', cluster: 'other' });
  });

  it('is not called older if it is of our version or a higher one, or if it cannot be read', () => {
    const reasons = [tableWritten(3, ['1.1.0 a b', '2.2.0 a b']), tableWritten(9, ['1.1.0 a b', '5.5.0 a b'])].map(
      (table) => {
        const held = against(table);
        return held.type === 'not-older' ? held.reason : held.type;
      },
    );
    assert.deepEqual(reasons, ['version 3 does not follow version 3', 'partition 0: an older epoch']);
    const newerFormat = encodeTable(ours).replace('"format":1', '"format":2');
    assert.deepEqual(storeTableOf(newerFormat, ours), { type: 'not-older', reason: 'not a table of format 1' });
  });
});
