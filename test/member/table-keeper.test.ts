import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random } from '../../src/base/random.ts';
import type { Registration } from '../../src/member/door.ts';
import { TableKeeper } from '../../src/member/table-keeper.ts';
import { nextTable, type PartitionTable } from '../../src/placement/partition-table.ts';
import { decodeTable, encodeTable } from '../../src/placement/table-document.ts';
import { UNMET } from './member-alone.ts';

const SHAPE = { partitions: 64, copies: 2, bootstrapMembers: 3, gatewayOnly: false };

function registered(...ids: string[]): Registration[] {
  return ids.map((member) => ({ member, incarnation: 1, zone: '', sawTable: false }));
}

/** What it proposes as the first table, if it does. */
function proposalOf(forming: TableKeeper): string | null {
  let proposal: string | null = null;
  forming.proposeFirst(0, {
    ...UNMET,
    answer: () => assert.fail('nobody asked'),
    trace: () => assert.fail('nothing happened'),
    propose: (expected, next) => {
      assert.equal(expected, null);
      proposal = next;
    },
  });
  return proposal;
}

function keeper(): TableKeeper {
  return new TableKeeper(SHAPE, new Random(1));
}

/** A first table as a keeper proposes it. */
function proposed(): PartitionTable {
  const forming = keeper();
  forming.onTableSeen(null, true);
  forming.registered = registered('a', 'b', 'c');
  const table = decodeTable(proposalOf(forming) ?? 'none');
  assert.ok(typeof table !== 'string', String(table));
  return table;
}

describe('the first table', () => {
  it('is proposed once the store was read, holds none, and enough members are there', () => {
    const forming = keeper();
    assert.equal(proposalOf(forming), null);
    forming.registered = registered('a', 'b', 'c');
    assert.equal(proposalOf(forming), null, 'the store was not read yet');
    forming.onTableSeen(null, true);
    forming.registered = registered('a', 'b');
    assert.equal(proposalOf(forming), null, 'one is missing');
    forming.registered = registered('a', 'b', 'c');
    assert.notEqual(proposalOf(forming), null);
  });

  it('gives every partition its copies, and is the same whatever the order of the members', () => {
    const table = proposed();
    for (const { primary, replicas } of table.partitions) {
      assert.equal(replicas.length, 1);
      assert.notEqual(replicas[0]?.member, primary.member);
    }
    const other = keeper();
    other.onTableSeen(null, true);
    other.registered = registered('c', 'a', 'b');
    assert.equal(proposalOf(other), encodeTable(table));
  });

  it('is not made over members that have seen one: then the store has lost it', () => {
    const forming = keeper();
    forming.onTableSeen(null, true);
    const [a, b, c] = registered('a', 'b', 'c') as [Registration, Registration, Registration];
    forming.registered = [a, { ...b, sawTable: true }, c];
    assert.equal(proposalOf(forming), null);
  });

  it('is not made by whoever knows a table, when the store shows none any more', () => {
    const knowing = keeper();
    knowing.onTableSeen(encodeTable(proposed()), true);
    assert.equal(knowing.onTableSeen(null, true).type, 'refused');
    knowing.registered = registered('a', 'b', 'c');
    assert.equal(proposalOf(knowing), null);
    assert.notEqual(knowing.table, null);
  });
});

describe('a table that is seen', () => {
  it('is adopted if it follows the one before, and seen again is nothing new', () => {
    const following = keeper();
    const first = proposed();
    assert.equal(following.onTableSeen(encodeTable(first), true).type, 'adopted');
    assert.equal(following.onTableSeen(encodeTable(first), true).type, 'nothing-new');
    const second = nextTable(first, []);
    assert.equal(following.onTableSeen(encodeTable(second), true).type, 'adopted');
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
      following.onTableSeen(encodeTable(nextTable(first, [])), true);
      const sighting = following.onTableSeen(document, true);
      assert.ok(sighting.type === 'refused', document.slice(0, 80));
      assert.match(sighting.reason, reason);
      assert.equal(following.table?.version, 2);
    }
  });
});
