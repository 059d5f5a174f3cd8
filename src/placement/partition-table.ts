import { assert, unreachable } from '../base/assert.ts';
import { type Holder, type Holders, MAX_COPIES, sameHolder, sameHolders } from './holder.ts';
import { byCodeUnits } from './preference.ts';

/**
 * Who holds each partition. A frozen value, wholly: to change it means to make the next one (`nextTable`) and to swap
 * the two in the coordination store.
 *
 * - `version` is positive and grows by one with every table; `cluster` and the number of partitions never change.
 * - `members` are sorted by id, each once. Every holder is one of them, and not in a later incarnation than theirs.
 * - A partition has no member twice, in whichever incarnation. It has at most `copies` + 1 holders: while a copy moves,
 *   the new one is added before the old one is dropped.
 * - `epoch` is positive and grows by one exactly when the partition's holders or their roles change. `reign` is the
 *   epoch at which the present primary became that: at most `epoch`.
 * - `life` counts how often the partition was given out anew, its content lost; that is also a change of epoch and reign.
 * - `draining` is a member in its newest incarnation, not forgotten.
 */
export interface PartitionTable {
  readonly version: number;
  /** Random text, made by whoever formed the cluster. */
  readonly cluster: string;
  /** How many copies each partition should have, the primary's among them: 1 to MAX_COPIES. */
  readonly copies: number;
  /** The one member that may drain now, or null. */
  readonly draining: Holder | null;
  readonly members: readonly KnownMember[];
  readonly partitions: readonly PartitionEntry[];
}

export interface KnownMember {
  readonly id: string;
  /** The newest that the table has heard of. */
  readonly incarnation: number;
  /** '' if it has none. */
  readonly zone: string;
  /** An operator declared this incarnation, and all before it, gone for good; 0 if none. Never above `incarnation`. */
  readonly forgotten: number;
}

export interface PartitionEntry extends Holders {
  readonly epoch: number;
  readonly reign: number;
  readonly life: number;
}

export type TableChange =
  | { readonly type: 'holders'; readonly partition: number; readonly holders: Holders }
  /** All former holders are gone for good: these begin with nothing. */
  | { readonly type: 'anew'; readonly partition: number; readonly holders: Holders }
  /** A member came, or came back in a newer incarnation. No change if it is known so already. */
  | { readonly type: 'member'; readonly id: string; readonly incarnation: number; readonly zone: string }
  | { readonly type: 'forget'; readonly id: string; readonly incarnation: number }
  /** Takes a member that holds nothing off the list, so that the list does not grow with every id there ever was. */
  | { readonly type: 'unlist'; readonly id: string }
  | { readonly type: 'draining'; readonly holder: Holder | null }
  /** Fewer copies only where no partition then has too many holders: so one fewer at a time, when nothing moves. */
  | { readonly type: 'copies'; readonly copies: number };

/** The first table: version, epochs and reigns are 1. `members` are the ones that form the cluster. */
export function firstTable(
  cluster: string,
  copies: number,
  members: readonly Omit<KnownMember, 'forgotten'>[],
  placement: readonly Holders[],
): PartitionTable {
  const table: PartitionTable = {
    version: 1,
    cluster,
    copies,
    draining: null,
    members: members.map(({ id, incarnation, zone }) => ({ id, incarnation, zone, forgotten: 0 })).sort(byId),
    partitions: placement.map(({ primary, replicas }) => ({ epoch: 1, reign: 1, life: 0, primary, replicas })),
  };
  assert(copies >= 1, 'there is a copy');
  assert(copies <= MAX_COPIES, 'no more copies than are supported');
  assert(new Set(members.map(({ id }) => id)).size === members.length, 'no member is given twice');
  for (const entry of table.partitions) assertHolders(table, entry);
  return frozenTable(table);
}

/**
 * The table after these changes, in this order, all under one version. None at all is a change too: it settles whether
 * another swap of the same table can still succeed.
 */
export function nextTable(table: PartitionTable, changes: readonly TableChange[]): PartitionTable {
  const next = {
    ...table,
    version: table.version + 1,
    members: [...table.members],
    partitions: [...table.partitions],
  };
  for (const change of changes) apply(next, change);
  return frozenTable(next);
}

type TableInMaking = { -readonly [Field in keyof PartitionTable]: PartitionTable[Field] } & {
  members: KnownMember[];
  partitions: PartitionEntry[];
};

function apply(table: TableInMaking, change: TableChange): void {
  switch (change.type) {
    case 'holders':
    case 'anew':
      return applyHolders(table, change.partition, change.holders, change.type === 'anew');
    case 'member': {
      const { id, incarnation, zone } = change;
      const known = knownMember(table, id);
      if (known !== null) assert(incarnation >= known.incarnation, 'incarnations only grow');
      if (known?.incarnation === incarnation) return;
      if (table.draining?.member === id) table.draining = null;
      return list(table, { id, incarnation, zone, forgotten: known?.forgotten ?? 0 });
    }
    case 'forget': {
      const known = knownMember(table, change.id);
      assert(known !== null, 'only a known member can be forgotten');
      assert(change.incarnation <= known.incarnation, 'only an incarnation that was heard of can be forgotten');
      const forgotten = Math.max(known.forgotten, change.incarnation);
      if (table.draining?.member === change.id && table.draining.incarnation <= forgotten) table.draining = null;
      return list(table, { ...known, forgotten });
    }
    case 'unlist': {
      const { id } = change;
      const isHolder = table.partitions.some((entry) => holdersOf(entry).some(({ member }) => member === id));
      assert(!isHolder, 'a holder stays known');
      if (table.draining?.member === id) table.draining = null;
      table.members = table.members.filter((member) => member.id !== id);
      return;
    }
    case 'draining': {
      const { holder } = change;
      if (holder !== null) {
        const known = knownMember(table, holder.member);
        assert(known?.incarnation === holder.incarnation, 'who drains is known, in this incarnation');
        assert(!isOver(table, holder), 'who drains is alive, as far as the table knows');
      }
      table.draining = holder === null ? null : frozenHolder(holder);
      return;
    }
    case 'copies':
      table.copies = change.copies;
      assert(table.copies >= 1, 'there is a copy');
      assert(table.copies <= MAX_COPIES, 'no more copies than are supported');
      assert(mayHaveCopies(table, table.copies), 'no partition has too many holders');
      return;
    default:
      unreachable(change);
  }
}

function applyHolders(table: TableInMaking, partition: number, holders: Holders, anew: boolean): void {
  const entry = locate(table, partition);
  if (!anew && sameHolders(entry, holders)) return;
  assertHolders(table, holders);
  if (anew) {
    for (const holder of holdersOf(holders)) {
      assert(!holdersOf(entry).some((former) => sameHolder(former, holder)), 'who begins anew held nothing before');
    }
  }
  const epoch = entry.epoch + 1;
  const sameReign = !anew && sameHolder(entry.primary, holders.primary);
  table.partitions[partition] = frozenEntry({
    epoch,
    reign: sameReign ? entry.reign : epoch,
    life: anew ? entry.life + 1 : entry.life,
    primary: holders.primary,
    replicas: holders.replicas,
  });
}

/** One look into an array. */
export function locate(table: PartitionTable, partition: number): PartitionEntry {
  const entry = table.partitions[partition];
  assert(entry !== undefined, 'the table has every partition');
  return entry;
}

export function knownMember(table: PartitionTable, id: string): KnownMember | null {
  return table.members.find((member) => member.id === id) ?? null;
}

/** The table knows of a newer incarnation of this member, or an operator had this one forgotten. */
export function isOver(table: PartitionTable, { member, incarnation }: Holder): boolean {
  const known = knownMember(table, member);
  return known !== null && (known.incarnation > incarnation || known.forgotten >= incarnation);
}

/** Whether the table could say so now: no partition would have more holders than that many copies and one. */
export function mayHaveCopies(table: PartitionTable, copies: number): boolean {
  return table.partitions.every(({ replicas }) => replicas.length <= copies);
}

/** The primary first. */
export function holdersOf({ primary, replicas }: Holders): readonly Holder[] {
  return [primary, ...replicas];
}

function assertHolders(table: PartitionTable, holders: Holders): void {
  assert(holders.replicas.length <= table.copies, 'one holder more than copies is the most');
  const all = holdersOf(holders);
  for (const [place, { member, incarnation }] of all.entries()) {
    const known = knownMember(table, member);
    assert(known !== null, 'a holder is a known member');
    assert(incarnation <= known.incarnation, 'a holder is of an incarnation that was heard of');
    assert(!all.some((other, at) => at < place && other.member === member), 'no member holds a partition twice');
  }
}

function list(table: TableInMaking, member: KnownMember): void {
  table.members = [...table.members.filter(({ id }) => id !== member.id), member].sort(byId);
}

function byId(a: KnownMember, b: KnownMember): number {
  return byCodeUnits(a.id, b.id);
}

/** Takes the table and its lists over. What is frozen already is shared with the table before. */
export function frozenTable(table: PartitionTable): PartitionTable {
  for (const member of table.members) Object.freeze(member);
  const partitions = table.partitions.map((entry) => (Object.isFrozen(entry) ? entry : frozenEntry(entry)));
  return Object.freeze({
    ...table,
    draining: table.draining === null ? null : frozenHolder(table.draining),
    members: Object.freeze(table.members),
    partitions: Object.freeze(partitions),
  });
}

/** Of copies of its own, so that nobody's objects are frozen from afar. */
function frozenEntry({ epoch, reign, life, primary, replicas }: PartitionEntry): PartitionEntry {
  return Object.freeze({
    epoch,
    reign,
    life,
    primary: frozenHolder(primary),
    replicas: Object.freeze(replicas.map(frozenHolder)),
  });
}

function frozenHolder({ member, incarnation }: Holder): Holder {
  return Object.freeze({ member, incarnation });
}
