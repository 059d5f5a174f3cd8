import type { Holder, Holders } from '../../src/placement/holder.ts';
import {
  frozenTable,
  holdersOf,
  type KnownMember,
  type PartitionEntry,
  type PartitionTable,
} from '../../src/placement/partition-table.ts';

/** `b#2`; without a number in the first incarnation. */
export function holderOf(name: string): Holder {
  const [member = '', incarnation = '1'] = name.split('#');
  return { member, incarnation: Number(incarnation) };
}

/** `a b#2`: the primary first. */
export function holdersWritten(names: string): Holders {
  const [primary = '', ...replicas] = names.split(' ');
  return { primary: holderOf(primary), replicas: replicas.map(holderOf) };
}

/** `3.1.0 a b`: epoch, reign and life, and the holders. */
function entryWritten(text: string): PartitionEntry {
  const [numbers = '', ...names] = text.split(' ');
  const [epoch = 0, reign = 0, life = 0] = numbers.split('.').map(Number);
  return { epoch, reign, life, ...holdersWritten(names.join(' ')) };
}

/** A table that knows its holders, and whoever else it is told of, in the newest incarnation of those named. */
export function tableWritten(
  version: number,
  entries: readonly string[],
  rest: {
    readonly copies?: number;
    readonly draining?: string;
    readonly others?: string;
    readonly forgotten?: string;
  } = {},
): PartitionTable {
  const partitions = entries.map(entryWritten);
  const named = [...partitions.flatMap(holdersOf), ...(rest.others ?? '').split(' ').filter(Boolean).map(holderOf)];
  const members = new Map<string, KnownMember>();
  for (const { member: id, incarnation } of named) {
    const newest = Math.max(incarnation, members.get(id)?.incarnation ?? 0);
    members.set(id, { id, incarnation: newest, zone: '', forgotten: rest.forgotten === id ? newest : 0 });
  }
  return frozenTable({
    version,
    cluster: 'cluster',
    copies: rest.copies ?? 2,
    draining: rest.draining === undefined ? null : holderOf(rest.draining),
    members: [...members.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    partitions,
  });
}
