import type { Holder } from '../placement/holder.ts';
import type { Effects, Trace } from '../replica/effects.ts';
import type { PeerMessage } from './messages.ts';

/** What a member wants done: what its replicas want, and its dealings with peers and with the coordination store. */
export interface MemberEffects extends Effects {
  trace(event: MemberTrace): void;
  /** Over the line that stands to this peer. It is written down at once: contents may be views that only this step has. */
  send(to: Holder, message: PeerMessage): void;
  /**
   * Swaps the store's table for `next` if it still is `expected` (null: none). Tried once; what came of it is seen in
   * the store: the edge tells `table-seen` with what the store holds then, or `store-unreachable`.
   */
  propose(expected: string | null, next: string): void;
  /** Asks the store itself, not what a watch last told: ends in `table-seen` and `members-seen`, or `store-unreachable`. */
  readStore(): void;
  /** This incarnation is over: the process ends at once. */
  stop(reason: string): void;
}

export type MemberTrace = Trace | TableAdopted | TableRefused | Alarm;

/** A table was taken for true. */
export interface TableAdopted {
  readonly type: 'table-adopted';
  readonly version: number;
  readonly cluster: string;
  /** Partitions this member holds by it. */
  readonly primaries: number;
  readonly replicas: number;
}

/** The store shows a table that is none, or no successor of ours. */
export interface TableRefused {
  readonly type: 'table-refused';
  readonly reason: string;
}

/**
 * The machine had been asleep, and its member trusts no promise any more until it is given anew; a swap of which nothing
 * was seen is tried again; what this member holds is to pass to others.
 */
export interface Alarm {
  readonly type: 'clock-jumped' | 'swap-unsettled' | 'draining';
}
