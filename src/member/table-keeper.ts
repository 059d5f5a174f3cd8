import { assert } from '../base/assert.ts';
import type { Duration, Instant } from '../base/instant.ts';
import type { Random } from '../base/random.ts';
import { firstTable, nextTable, type PartitionTable, type TableChange } from '../placement/partition-table.ts';
import { Preferences } from '../placement/preference.ts';
import { successionFlaw } from '../placement/succession.ts';
import { decodeTable, encodeTable, headOf, type TableHead } from '../placement/table-document.ts';
import { targetOf } from '../placement/target.ts';
import type { MemberEffects } from './effects.ts';
import type { Registration } from './registration.ts';

export interface ClusterShape {
  readonly partitions: number;
  readonly copies: number;
  /** So many must be registered before the first table is made: nobody elects himself alone by accident. */
  readonly bootstrapMembers: number;
  /**
   * This member holds no partition and is none of those who are registered: it forwards whatever it is asked, makes no
   * table, and wants nothing changed in one.
   */
  readonly gatewayOnly: boolean;
}

/** What became of a table that was seen in the store. */
export type Sighting =
  | { readonly type: 'adopted'; readonly table: PartitionTable }
  | { readonly type: 'nothing-new' }
  /** No successor of the one we know: the store forgot, or is another cluster's. We serve on by ours. */
  | { readonly type: 'refused'; readonly reason: string; readonly isForeign: boolean };

/** A swap that was asked for, whose outcome is not known. */
interface Swap {
  readonly base: string | null;
  readonly next: string;
  /** What `next` says: our own table need not be read again when it is seen. */
  readonly table: PartitionTable;
  askedAt: Instant;
}

/** A swap of which nothing is seen is asked for again after this: one of the two will settle it. */
const ASK_AGAIN: Duration = 500;

/**
 * A member's dealings with the coordination store: takes tables from it, never back to an older one, and swaps them,
 * one swap at a time. Knows the store's documents as text, which is what a swap compares.
 *
 * A swap's outcome is known once a newer table is seen, and only then: an unchanged one proves nothing, since the swap
 * may still land. Until then it is asked for again, word for word, so that whichever try lands first is the same.
 */
export class TableKeeper {
  /** The newest table taken for true. */
  table: PartitionTable | null = null;
  registered: readonly Registration[] = [];
  private readonly shape: ClusterShape;
  private readonly preferences: Preferences;
  private readonly cluster: string;
  /** The text of `table`. */
  private document: string | null = null;
  private isAbsent = false;
  private swap: Swap | null = null;

  constructor(shape: ClusterShape, random: Random) {
    this.shape = shape;
    this.preferences = new Preferences(shape.partitions);
    this.cluster = Array.from({ length: 4 }, () => random.uint32().toString(16).padStart(8, '0')).join('');
  }

  /** '' before there is a table. */
  get clusterName(): string {
    return this.table?.cluster ?? '';
  }

  /** Whether this names another cluster than ours. */
  isStranger(cluster: string): boolean {
    return cluster !== '' && this.clusterName !== '' && cluster !== this.clusterName;
  }

  get holdsNothing(): boolean {
    return this.shape.gatewayOnly;
  }

  get version(): number {
    return this.table?.version ?? 0;
  }

  /** The table's text, for a peer that knows an older one. */
  get text(): string | null {
    return this.document;
  }

  get isSwapping(): boolean {
    return this.swap !== null;
  }

  /** @param fresh whether the store said so after the present table was known */
  onTableSeen(document: string | null, fresh: boolean): Sighting {
    if (document === null) {
      this.isAbsent = true;
      if (this.table === null || !fresh) return { type: 'nothing-new' };
      return refused('the table is gone');
    }
    if (document === this.document) return { type: 'nothing-new' };
    const present = this.table;
    // What a watch or a peer tells may be old news, and the same news comes from many: not all of it is read to the end.
    if (!fresh && present !== null && isNoNewer(headOf(document), present)) return { type: 'nothing-new' };
    const table = this.swap?.next === document ? this.swap.table : decodeTable(document);
    if (typeof table === 'string') return refused(table);
    const isForeign = present !== null && table.cluster !== present.cluster;
    if (table.partitions.length !== this.shape.partitions) {
      return refused(`${table.partitions.length} partitions, not ${this.shape.partitions}`, isForeign);
    }
    if (present !== null) {
      if (!fresh && isNoNewer(table, present)) return { type: 'nothing-new' };
      const flaw = successionFlaw(present, table);
      if (flaw !== null) return refused(flaw, isForeign);
    }
    this.table = table;
    this.document = document;
    this.swap = null;
    return { type: 'adopted', table };
  }

  /** Asks for these changes, all in one swap; only while no other is under way. */
  propose(changes: readonly TableChange[], at: Instant, effects: MemberEffects): void {
    assert(this.swap === null, 'a member has one swap under way at a time');
    assert(this.table !== null, 'there is a table to change');
    this.ask(this.document, nextTable(this.table, changes), at, effects);
  }

  /**
   * The first table, once it may be made: nothing is there, enough members are, and none of them has ever seen one. A
   * store that lost its memory under a living cluster shows the first two, but not the third.
   */
  proposeFirst(at: Instant, effects: MemberEffects): void {
    const { registered, shape } = this;
    if (shape.gatewayOnly || !this.isAbsent || this.table !== null || this.swap !== null) return;
    if (registered.length < shape.bootstrapMembers || registered.some(({ sawTable }) => sawTable)) return;
    const members = registered.map(({ member: id, incarnation, zone }) => ({ id, incarnation, zone }));
    const preference = this.preferences.of(members.map(({ id }) => id));
    const placement = targetOf({ members, copies: shape.copies, present: [], preference });
    if (placement === null) return;
    this.ask(null, firstTable(this.cluster, shape.copies, members, placement), at, effects);
  }

  /** Asks again for a swap of which nothing was seen. */
  settle(at: Instant, effects: MemberEffects): void {
    const { swap } = this;
    if (swap === null || at < swap.askedAt + ASK_AGAIN) return;
    swap.askedAt = at;
    effects.trace({ type: 'swap-unsettled' });
    effects.propose(swap.base, swap.next);
  }

  private ask(base: string | null, table: PartitionTable, at: Instant, effects: MemberEffects): void {
    const next = encodeTable(table);
    this.swap = { base, next, table, askedAt: at };
    effects.propose(base, next);
  }
}

function isNoNewer(head: TableHead | null, present: PartitionTable): boolean {
  return head !== null && head.cluster === present.cluster && head.version <= present.version;
}

function refused(reason: string, isForeign = false): Sighting {
  return { type: 'refused', reason, isForeign };
}
