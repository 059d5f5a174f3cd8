import type { Duration } from '../base/instant.ts';
import type { Holder, PartitionTable } from '../member/door.ts';

/** What the service for operators needs of the member and of the store. Everything is answered at once, from memory. */
export interface ClusterView {
  /** This very process, as it announces itself. */
  readonly self: ListedProcess;
  readonly clusterName: string;
  /** The newest that is known here; frozen. */
  table(): PartitionTable | null;
  /** `changed` is called after each table that is taken over, from within no call of this view. @returns ends that */
  onTable(changed: () => void): () => void;
  /** All who are registered, as the store last showed them: gateway-only members and this one too. */
  registered(): readonly ListedProcess[];
  /** The processes to which a line stands. */
  heard(): readonly Holder[];
  /** This process was told to drain. */
  isDraining(): boolean;
  /** The copies held here. */
  copies(): readonly HeldCopy[];
  contents(): { readonly sessions: number; readonly bytes: number };
  store(): StoreState;
  /** How the table that the store was last seen to hold stands to ours. */
  storeTable(): StoreTable;
  /** `host:port` of a member's line; remembered for a while after its registration ended. */
  addressOf(member: string): string | null;
  /** Begins what SIGTERM begins, and returns. A second time: nothing. */
  drainSelf(): void;
  /** Hands an operator's word to the member. That nobody hears the process is looked after by the caller. */
  forget(member: string, incarnation: number): 'told' | { readonly refused: string };
  /**
   * Asks the store to hold our table in the place of exactly what it was last seen to hold; there is the one and the
   * other. That nobody knows a newer one is looked after by the caller.
   */
  writeBack(): void;
}

/** A process as the coordination store shows it. */
export interface ListedProcess extends Holder {
  /** '' if it has none. */
  readonly zone: string;
  /** `host:port` of its member line. */
  readonly address: string;
  /** Of its software. */
  readonly version: string;
  readonly gatewayOnly: boolean;
}

export interface HeldCopy {
  readonly partition: number;
  readonly role: 'primary' | 'replica' | 'filling';
  /** A primary whose copies all have what it has; a copy that is whole. */
  readonly inStep: boolean;
  readonly sessions: number;
}

export interface StoreState {
  /** As the setting `coordination` names it. */
  readonly kind: string;
  /** Its last call was answered. */
  readonly reachable: boolean;
  /** How long ago it last answered; null if it never did. */
  readonly answeredAgo: Duration | null;
  /** Why it is not reachable, in words; '' if it is. */
  readonly trouble: string;
  /** Why the member does not believe the table that it shows, in words; '' if there is no such trouble. */
  readonly refused: string;
}

export type StoreTable =
  /** It is ours, or follows it; or nobody has looked yet. */
  | { readonly type: 'fits' }
  | { readonly type: 'none' }
  /** One of this cluster, of a lower version than ours. */
  | { readonly type: 'older'; readonly version: number }
  | { readonly type: 'other-cluster'; readonly cluster: string }
  /** None that we could call older: of our version or a higher one, or not readable. */
  | { readonly type: 'not-older'; readonly reason: string };
