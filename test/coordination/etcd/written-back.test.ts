import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random } from '../../../src/base/random.ts';
import { type Sighting, TableKeeper } from '../../../src/member/table-keeper.ts';
import { nextTable } from '../../../src/placement/partition-table.ts';
import { encodeTable } from '../../../src/placement/table-document.ts';
import { tableWritten } from '../../placement/written.ts';
import { until } from '../../process/within.ts';
import { Coordinated } from './coordinated.ts';
import { EtcdProcess, NO_ETCD } from './etcd-process.ts';

const FIRST = tableWritten(1, ['1.1.0 a b', '1.1.0 b a']);
const SECOND = nextTable(FIRST, [{ type: 'copies', copies: 1 }]);
const THIRD = nextTable(SECOND, [{ type: 'draining', holder: { member: 'b', incarnation: 1 } }]);
const [OLD, NEWEST, NEXT] = [FIRST, SECOND, THIRD].map(encodeTable) as [string, string, string];
const SHAPE = { partitions: 2, copies: 2, bootstrapMembers: 2, gatewayOnly: false };

/** What a member makes of all that it was told since it was last asked. */
function believer(told: Coordinated): () => Sighting['type'][] {
  const keeper = new TableKeeper(SHAPE, new Random(1));
  let from = 0;
  return () => {
    const sightings = told.tables.slice(from);
    from += sightings.length;
    return sightings.map(({ document, fresh }) => keeper.onTableSeen(document, fresh).type);
  };
}

describe('a table written back into etcd', { skip: NO_ETCD }, () => {
  it('that had been wiped, or restored, is believed by all, and changed from there', async (t) => {
    const etcd = await EtcdProcess.start(t);
    const [a, b] = [new Coordinated(t, 'a', [etcd.url]), new Coordinated(t, 'b', [etcd.url])];
    await Promise.all([a.begin(), b.begin()]);
    await a.swap(null, OLD);
    await b.seesTable(OLD);
    await a.swap(OLD, NEWEST);
    await b.seesTable(NEWEST);
    const beliefs = [a, b].map(believer);
    for (const belief of beliefs) assert.ok(belief().includes('adopted'));
    for (const each of [a, b]) each.store.tableKnown();

    for (const lost of [null, OLD]) {
      if (lost === null) {
        await etcd.kill();
        etcd.wipe();
        await etcd.run();
      } else {
        await etcd.put('holdfast/c/table', lost);
      }
      for (const each of [a, b]) await each.seesTable(lost, 20_000);
      for (const each of [a, b]) assert.deepEqual(await each.read(), { document: lost, fresh: true });
      for (const belief of beliefs) assert.ok(belief().includes('refused'));
      assert.deepEqual(await b.swap(NEWEST, NEXT), { document: lost, fresh: true }, 'a change of ours waits');
      assert.deepEqual(await a.swap(lost, NEWEST), { document: NEWEST, fresh: true });
      await b.seesTable(NEWEST);
      for (const belief of beliefs) assert.equal(belief().at(-1), 'nothing-new');
    }
    // Nobody who comes now makes a table of his own.
    await until(
      () => a.memberships.at(-1)?.filter(({ sawTable }) => sawTable).length === 2,
      'both are registered, and say so',
    );
    assert.deepEqual(await b.swap(NEWEST, NEXT), { document: NEXT, fresh: true });
    await a.seesTable(NEXT);
    for (const belief of beliefs) assert.ok(belief().includes('adopted'));
  });
});
