import { assert } from '../base/assert.ts';
import type { Config } from '../config/config.ts';
import type { Holder, PartitionTable } from '../member/door.ts';
import type { Member } from '../member/member.ts';
import type { ClusterView, HeldCopy, ListedProcess, StoreState, StoreTable } from '../rpc/cluster-view.ts';
import type { StoreSight } from './store-sight.ts';
import { storeTableOf } from './store-table.ts';

/** What an operator's word and look need beside the member itself. */
export interface OperatorHooks {
  /** The processes to which a line stands. */
  heard(): readonly Holder[];
  isDraining(): boolean;
  drain(): void;
  forget(member: string, incarnation: number): void;
  /** Swaps the store's document for our table's. */
  writeBack(held: string | null, ours: string): void;
}

/** This process, as the service for operators looks at it. */
export class OperatorView implements ClusterView {
  readonly self: ListedProcess;
  readonly clusterName: string;
  private readonly kind: string;
  private readonly member: Member;
  private readonly sight: StoreSight;
  private readonly hooks: OperatorHooks;
  private readonly watching = new Set<() => void>();

  constructor(config: Config, self: ListedProcess, member: Member, sight: StoreSight, hooks: OperatorHooks) {
    this.self = self;
    this.clusterName = config.clusterName;
    this.kind = config.coordination;
    this.member = member;
    this.sight = sight;
    this.hooks = hooks;
  }

  table(): PartitionTable | null {
    return this.member.table;
  }

  onTable(changed: () => void): () => void {
    this.watching.add(changed);
    return () => void this.watching.delete(changed);
  }

  /** A table was taken over. */
  tableChanged(): void {
    for (const changed of this.watching) changed();
  }

  registered(): readonly ListedProcess[] {
    return this.sight.registered;
  }

  heard(): readonly Holder[] {
    return this.hooks.heard();
  }

  isDraining(): boolean {
    return this.hooks.isDraining();
  }

  copies(): readonly HeldCopy[] {
    return this.member.holds();
  }

  contents(): { readonly sessions: number; readonly bytes: number } {
    const { sessions, memoryBytes } = this.member.gauges();
    return { sessions, bytes: memoryBytes };
  }

  store(): StoreState {
    const { reachable, trouble, refused } = this.sight;
    return { kind: this.kind, reachable, answeredAgo: this.sight.answeredAgo(), trouble, refused };
  }

  storeTable(): StoreTable {
    const { sight, member } = this;
    // Without an alarm there is none: what the store was last asked for may be older than what a watch told since.
    if (sight.refused === '' || sight.held === null || member.table === null) return { type: 'fits' };
    return storeTableOf(sight.held.document, member.table);
  }

  addressOf(member: string): string | null {
    return this.sight.addressOf(member);
  }

  drainSelf(): void {
    this.hooks.drain();
  }

  forget(member: string, incarnation: number): 'told' | { readonly refused: string } {
    if (this.self.gatewayOnly) return { refused: 'this member holds no partitions and changes no table: ask another' };
    this.hooks.forget(member, incarnation);
    return 'told';
  }

  writeBack(): void {
    const { held } = this.sight;
    const ours = this.member.tableText;
    assert(held !== null && ours !== null, 'what is in the place of what was looked at before');
    this.hooks.writeBack(held.document, ours);
  }
}
