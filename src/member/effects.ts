import type { Effects, Trace } from '../replica/effects.ts';

/** What a member wants done: what its replicas want, and its dealings with the coordination store. */
export interface MemberEffects extends Effects {
  trace(event: MemberTrace): void;
  /** Swaps the store's table for `next` if it still is `expected` (null: none). What came of it is seen in the store. */
  propose(expected: string | null, next: string): void;
}

export type MemberTrace = Trace | TableAdopted | TableRefused;

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
