import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random } from '../../src/base/random.ts';
import type { Registration } from '../../src/member/door.ts';
import { TableKeeper } from '../../src/member/table-keeper.ts';
import { nextTable, type PartitionTable } from '../../src/placement/partition-table.ts';
import { decodeTable, encodeTable } from '../../src/placement/table-document.ts';

const SHAPE = { partitions: 64, copies: 2, bootstrapMembers: 3 };

function registered(...ids: string[]): Registration[] {
  return ids.map((member) => ({ member, incarnation: 1, zone: '', sawTable: false }));
}

function keeper(): TableKeeper {
  return new TableKeeper(SHAPE, new Random(1));
}

/** A first table as a keeper proposes it. */
function proposed(): PartitionTable {
  const forming = keeper();
  forming.onTableSeen(null);
  forming.onMembersSeen(registered('a', 'b', 'c'));
  const table = decodeTable(forming.proposal() ?? 'none');
  assert.ok(typeof table !== 'string', String(table));
  return table;
}

describe('the first table', () => {
  it('is proposed once the store was read, holds none, and enough members are there', () => {
    const forming = keeper();
    assert.equal(forming.proposal(), null);
    forming.onMembersSeen(registered('a', 'b', 'c'));
    assert.equal(forming.proposal(), null, 'the store was not read yet');
    forming.onTableSeen(null);
    forming.onMembersSeen(registered('a', 'b'));
    assert.equal(forming.proposal(), null, 'one is missing');
    forming.onMembersSeen(registered('a', 'b', 'c'));
    assert.notEqual(forming.proposal(), null);
  });

  it('gives every partition its copies, and is the same whatever the order of the members', () => {
    const table = proposed();
    for (const { primary, replicas } of table.partitions) {
      assert.equal(replicas.length, 1);
      assert.notEqual(replicas[0]?.member, primary.member);
    }
    const other = keeper();
    other.onTableSeen(null);
    other.onMembersSeen(registered('c', 'a', 'b'));
    assert.equal(other.proposal(), encodeTable(table));
  });

  it('is not made over members that have seen one: then the store has lost it', () => {
    const forming = keeper();
    forming.onTableSeen(null);
    const [a, b, c] = registered('a', 'b', 'c') as [Registration, Registration, Registration];
    forming.onMembersSeen([a, { ...b, sawTable: true }, c]);
    assert.equal(forming.proposal(), null);
  });

  it('is not made by whoever knows a table, when the store shows none any more', () => {
    const knowing = keeper();
    knowing.onTableSeen(encodeTable(proposed()));
    assert.equal(knowing.onTableSeen(null).type, 'refused');
    knowing.onMembersSeen(registered('a', 'b', 'c'));
    assert.equal(knowing.proposal(), null);
    assert.notEqual(knowing.table, null);
  });
});

describe('a table that is seen', () => {
  it('is adopted if it follows the one before, and seen again is nothing new', () => {
    const following = keeper();
    const first = proposed();
    assert.equal(following.onTableSeen(encodeTable(first)).type, 'adopted');
    assert.equal(following.onTableSeen(encodeTable(first)).type, 'nothing-new');
    const second = nextTable(first, []);
    assert.equal(following.onTableSeen(encodeTable(second)).type, 'adopted');
    assert.equal(following.table?.version, 2);
  });

  it('is refused if it is older, of another cluster, of another size, or none at all', () => {
    const first = proposed();
    const refused: [string, RegExp][] = [
      [encodeTable(first), /version/],
      [encodeTable({ ...nextTable(nextTable(first, []), []), cluster: 'another' }), /another cluster/],
      [encodeTable({ ...first, version: 9, partitions: first.partitions.slice(1) }), /63 partitions/],
      ['{}', /format/],
      ['not at all', /JSON/],
    ];
    for (const [document, reason] of refused) {
      const following = keeper();
      following.onTableSeen(encodeTable(nextTable(first, [])));
      const sighting = following.onTableSeen(document);
      assert.ok(sighting.type === 'refused', document.slice(0, 80));
      assert.match(sighting.reason, reason);
      assert.equal(following.table?.version, 2);
    }
  });
});
