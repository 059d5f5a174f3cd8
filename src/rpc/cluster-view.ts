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
  /** `host:port` of a member's line; remembered for a while after its registration ended. */
  addressOf(member: string): string | null;
  /** Begins what SIGTERM begins, and returns. A second time: nothing. */
  drainSelf(): void;
  /** Hands an operator's word to the member. That nobody hears the process is looked after by the caller. */
  forget(member: string, incarnation: number): 'told' | { readonly refused: string };
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
}
