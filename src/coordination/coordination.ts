import type { Instant } from '../base/instant.ts';

/** What a process tells of itself in the store. */
export interface Announcement {
  readonly member: string;
  /** '' if it has none. */
  readonly zone: string;
  /** `host:port` of its member line. */
  readonly address: string;
  /** Of its software. */
  readonly version: string;
  /** Holds no partition: operators see it, peers do not count it. */
  readonly gatewayOnly: boolean;
}

/** A process as the store shows it, from its registration on and until that ends. */
export interface RegisteredMember extends Announcement {
  /** Positive, and higher than any this member had before. */
  readonly incarnation: number;
  /** Whether it has ever taken a table for true. Only those who have not may form a cluster. */
  readonly sawTable: boolean;
}

/** Is told what the store holds, never from within a call of `Coordination`. */
export interface StoreWatcher {
  /**
   * Null: there is no table. `fresh`: the store itself was asked, and no other table was told since; else a watch told
   * it, or it may be an older one.
   */
  tableSeen(document: string | null, fresh: boolean): void;
  /** All who are registered, those who hold no partitions too. */
  membersSeen(members: readonly RegisteredMember[]): void;
  /** A read or swap failed, or nobody knows what became of it. */
  unreachable(reason: string): void;
}

/** Plain numbers for whoever reports them. */
export interface CoordinationCounters {
  /** Reads that were answered. */
  readonly reads: number;
  /** Swaps that were answered, those that lost too. */
  readonly swaps: number;
  /** Swaps that found another table than they expected. */
  readonly swapsLost: number;
  /** Calls of the store that failed or were not answered in time. */
  readonly failures: number;
  /** When the store last answered; null before it first did. */
  readonly lastSuccess: Instant | null;
}

/**
 * The coordination store as one process sees it: one table, changed by compare-and-swap alone, and who is registered.
 * Nothing throws into the caller: trouble is logged and told to the watcher.
 */
export interface Coordination {
  readonly counters: CoordinationCounters;
  /**
   * The number of this process among all that its id ever had: positive and higher than theirs, also after the store
   * lost its memory. Asked once, before `begin`; waits until the store answers.
   */
  draw(): Promise<number>;
  /**
   * Registers in the background, once no other registration of this id stands, and again, under the same incarnation,
   * whenever the registration was lost; and watches from now on.
   */
  begin(incarnation: number, watcher: StoreWatcher): void;
  /** From now on the registration says `sawTable`. */
  tableKnown(): void;
  /**
   * Puts `next` in the place of exactly `expected` (null: of none). Tried once; ends in a `tableSeen` with what the
   * store holds then, or in `unreachable`.
   */
  swap(expected: string | null, next: string): void;
  /** Asks the store: ends in `tableSeen` and `membersSeen`, or in `unreachable`. */
  read(): void;
  /** Ends the registration for good. Resolves within 2 s, whether the store answered or not. */
  leave(): Promise<void>;
  /** Nothing is told and nothing asked any more. The registration, if it was not ended, lapses by itself. */
  close(): void;
}
