import type { Random } from '../base/random.ts';
import { firstTable, type PartitionTable } from '../placement/partition-table.ts';
import { Preferences } from '../placement/preference.ts';
import { successionFlaw } from '../placement/succession.ts';
import { decodeTable, encodeTable } from '../placement/table-document.ts';
import { targetOf } from '../placement/target.ts';
import type { Registration } from './registration.ts';

export interface ClusterShape {
  readonly partitions: number;
  readonly copies: number;
  /** So many must be registered before the first table is made: nobody elects himself alone by accident. */
  readonly bootstrapMembers: number;
}

/** What became of a table that was seen in the store. */
export type Sighting =
  | { readonly type: 'adopted'; readonly table: PartitionTable }
  | { readonly type: 'nothing-new' }
  /** No successor of the one we know: the store forgot, or is another cluster's. We serve on by ours. */
  | { readonly type: 'refused'; readonly reason: string };

/**
 * A member's dealings with the coordination store: takes tables from it, never back to an older one, and proposes the
 * first one where there is none. Knows the store's documents as text, which is what a swap compares.
 */
export class TableKeeper {
  /** The newest table taken for true. */
  table: PartitionTable | null = null;
  private readonly shape: ClusterShape;
  private readonly preferences: Preferences;
  private readonly cluster: string;
  /** undefined until the store was first read; null where it holds no table. */
  private seen: string | null | undefined = undefined;
  private registered: readonly Registration[] = [];

  constructor(shape: ClusterShape, random: Random) {
    this.shape = shape;
    this.preferences = new Preferences(shape.partitions);
    this.cluster = Array.from({ length: 4 }, () => random.uint32().toString(16).padStart(8, '0')).join('');
  }

  onMembersSeen(registered: readonly Registration[]): void {
    this.registered = registered;
  }

  onTableSeen(document: string | null): Sighting {
    if (document === this.seen) return { type: 'nothing-new' };
    this.seen = document;
    if (document === null) {
      return this.table === null ? { type: 'nothing-new' } : { type: 'refused', reason: 'the table is gone' };
    }
    const table = decodeTable(document);
    if (typeof table === 'string') return { type: 'refused', reason: table };
    if (table.partitions.length !== this.shape.partitions) {
      return { type: 'refused', reason: `${table.partitions.length} partitions, not ${this.shape.partitions}` };
    }
    const flaw = this.table === null ? null : successionFlaw(this.table, table);
    if (flaw !== null) return { type: 'refused', reason: flaw };
    this.table = table;
    return { type: 'adopted', table };
  }

  /**
   * The first table, once it may be made: nothing is there, enough members are, and none of them has ever seen one. A
   * store that lost its memory under a living cluster shows the first two, but not the third.
   */
  proposal(): string | null {
    const { registered, shape } = this;
    if (this.seen !== null || this.table !== null || registered.length < shape.bootstrapMembers) return null;
    if (registered.some(({ sawTable }) => sawTable)) return null;
    const members = registered.map(({ member: id, incarnation, zone }) => ({ id, incarnation, zone }));
    const preference = this.preferences.of(members.map(({ id }) => id));
    const placement = targetOf({ members, copies: shape.copies, present: [], preference });
    return placement === null ? null : encodeTable(firstTable(this.cluster, shape.copies, members, placement));
  }
}
