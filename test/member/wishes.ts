import assert from 'node:assert/strict';
import { holdersOf, type PartitionEntry, type PartitionTable } from '../../src/placement/partition-table.ts';
import { decodeTable, encodeTable } from '../../src/placement/table-document.ts';
import type { Among } from './among.ts';

/** What the member wants changed, by what it asked of the store since last looked at: `0: 2.1.0 a b`, `forget b`, ... */
export function wishes(among: Among): string[] {
  const { table } = among.member;
  const asked = among.proposed.map(({ expected, next }) => {
    assert.equal(expected, table === null ? null : encodeTable(table), 'a swap compares the table that is known');
    return next;
  });
  among.proposed = [];
  const next = asked[0];
  if (next === undefined || table === null) return [];
  assert.ok(
    asked.every((each) => each === next),
    'a swap is asked for word for word',
  );
  return difference(table, decoded(next));
}

/** The table the member asked for comes to be, and is seen. */
export function grant(among: Among): void {
  const next = among.proposed[0]?.next;
  assert.ok(next !== undefined, 'nothing was asked for');
  among.proposed = [];
  among.see(decoded(next));
}

export function decoded(document: string): PartitionTable {
  const table = decodeTable(document);
  assert.ok(typeof table !== 'string', String(table));
  return table;
}

function difference(table: PartitionTable, next: PartitionTable): string[] {
  assert.equal(next.version, table.version + 1);
  const words: string[] = [];
  for (const [partition, entry] of next.partitions.entries()) {
    if (entry.epoch !== table.partitions[partition]?.epoch) words.push(`${partition}: ${textOf(entry)}`);
  }
  for (const { id, incarnation, forgotten } of next.members) {
    const known = table.members.find((member) => member.id === id);
    if (incarnation !== known?.incarnation) words.push(`member ${id}#${incarnation}`);
    if (forgotten !== (known?.forgotten ?? 0)) words.push(`forget ${id}#${forgotten}`);
  }
  for (const { id } of table.members) if (!next.members.some((member) => member.id === id)) words.push(`unlist ${id}`);
  const [was, is] = [table.draining?.member, next.draining?.member];
  if (was !== is) words.push(`draining ${is ?? 'nobody'}`);
  return words;
}

function textOf(entry: PartitionEntry): string {
  const names = holdersOf(entry).map(({ member, incarnation }) =>
    incarnation === 1 ? member : `${member}#${incarnation}`,
  );
  return `${entry.epoch}.${entry.reign}.${entry.life} ${names.join(' ')}`;
}
