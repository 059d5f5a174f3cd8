import type { Duration } from '../base/instant.ts';
import type { Key } from '../base/key.ts';
import type { Command, Cookie } from '../session/command.ts';
import type { Outcome } from '../session/outcome.ts';
import type { Source } from '../session/source.ts';

/**
 * Names a change: the reign it was decided in, and its number through all reigns of the partition. One primary decides
 * in a reign, so a name never stands for two changes; a sequence alone does, after a takeover.
 */
export interface ChangeName {
  readonly reign: number;
  readonly sequence: number;
}

/** Who asked, so that a second try of his is known for one: a member in one incarnation, and its number for the request. */
export interface RequestName {
  readonly entry: string;
  readonly number: number;
}

/** The first outcome of a request that changed something, as every copy keeps it. */
export interface RequestRecord {
  /** Null where nobody tries again under a number: only the client's own name counts. */
  readonly name: RequestName | null;
  /** The client's own name for it, made unique among sessions and commands; null if it gave none. */
  readonly repeatName: string | null;
  /** Without its content, if it was `found`. */
  readonly outcome: Outcome;
  /** For how much longer `repeatName` counts. */
  readonly keepFor: Duration;
}

/** One step of a partition's history. What it did is told by the present state of its session, which travels beside it. */
export interface LoggedChange extends ChangeName {
  /** The session it touched; null if it touched none. */
  readonly key: Key | null;
  readonly record: RequestRecord | null;
}

/** Lengths of time count from when the message leaves; instants of another member's clock mean nothing. */
export interface SessionState {
  readonly key: Key;
  /** Null if there is no session. */
  readonly fields: SessionFields | null;
}

export interface SessionFields {
  /** No session's is empty: that stands for the one which the receiver has. */
  readonly content: Uint8Array;
  readonly timeoutMinutes: number;
  /** NEVER if it does not expire. */
  readonly timeLeft: Duration;
  /** Whether the allowance for a renewal that may have been lost is in `timeLeft`: it is given once. */
  readonly extended: boolean;
  readonly flags: number;
  readonly cookie: Cookie;
  readonly locked: boolean;
  /** Whether a repeat of the request that took the lock was told of it too. */
  readonly toldAgain: boolean;
  readonly lockAge: Duration;
  readonly lockLease: Duration;
  readonly lockLeft: Duration;
  readonly holder: Source | null;
  readonly holderRequest: number;
  readonly version: number;
  readonly sequence: number;
}

/** A renewal that needed nobody's leave, told so that a takeover finds the deadline where it is. */
export interface Renewal {
  readonly key: Key;
  /** Of the session's last change: a renewal of a former life must not lengthen the next one. */
  readonly sequence: number;
  readonly timeLeft: Duration;
  /** How much less other copies may have been told. */
  readonly lag: Duration;
  readonly extended: boolean;
}

/** Which of its requests to this partition an entry may try again: of those up to a number, the open ones alone. */
export interface OpenNumbers {
  readonly entry: string;
  readonly upTo: number;
  readonly open: readonly number[];
}

/** What messages between a primary and a copy that follows it have in common. */
export interface Followed {
  readonly partition: number;
  readonly reign: number;
  /** Numbers the times that this copy began to follow: what belongs to an earlier one counts no more. */
  readonly link: number;
}

/**
 * A piece of the partition's history with the state it leads to, applied in one step or not at all.
 * Applied only where the copy's last change is `after`, once what follows `common` in it is forgotten.
 */
export interface Replicate extends Followed {
  readonly type: 'replicate';
  readonly after: ChangeName;
  /** The newest change that the copy shares with the primary; `after` itself unless the copy was ahead. */
  readonly common: ChangeName;
  readonly changes: readonly LoggedChange[];
  /** Of the sessions that were touched, as they stand after the last of `changes`. */
  readonly states: readonly SessionState[];
  readonly newestCookie: Cookie;
  readonly versionMemory: number;
  readonly committed: number;
  readonly openNumbers: readonly OpenNumbers[];
  /** Over all sessions, after the last of `changes`. */
  readonly digest: number;
}

/** The copy ends in `last`. Cumulative. */
export interface Replicated extends Followed {
  readonly type: 'replicated';
  readonly last: ChangeName;
  /** Whether the copy's own digest was the primary's. */
  readonly agrees: boolean;
}

/** The copy does not end where the primary took it to end: this is what it may hold that the primary does not. */
export interface Astray extends Followed {
  readonly type: 'astray';
  readonly last: ChangeName;
  /** False if there is nothing that could be mended: the copy must be filled. */
  readonly whole: boolean;
  /** From the last change it knows to be committed on, that one included, in order. */
  readonly tail: readonly { readonly reign: number; readonly sequence: number; readonly key: Key | null }[];
}

/** A portion of a partition for a copy that is being filled, and what changed meanwhile. The next follows its CaughtUp. */
export interface CatchUp extends Followed {
  readonly type: 'catch-up';
  /** Of the sender's table, which does not name the receiver: whatever it held before is over. */
  readonly epoch: number;
  /** Counts the portions from 1; the first one empties the copy. */
  readonly portion: number;
  readonly changes: readonly LoggedChange[];
  readonly states: readonly SessionState[];
  /** With the first portion: what is remembered of requests. */
  readonly records: readonly RequestRecord[];
  readonly last: ChangeName;
  readonly newestCookie: Cookie;
  readonly versionMemory: number;
  readonly committed: number;
  readonly openNumbers: readonly OpenNumbers[];
  readonly done: boolean;
  /** Over all sessions; means something once `done`. */
  readonly digest: number;
}

export interface CaughtUp extends Followed {
  readonly type: 'caught-up';
  readonly portion: number;
}

/** The copy being filled is wanted no more. */
export interface Abandon extends Followed {
  readonly type: 'abandon';
}

/** The receiver is primary by the table and may act at once: the sender, which was, decides nothing any more. */
export interface HandOver {
  readonly type: 'hand-over';
  readonly partition: number;
  /** The receiver's. */
  readonly reign: number;
  /** Who waits for locks, in order. */
  readonly waiters: readonly HandedWaiter[];
  /**
   * Deadlines that are later than the receiver was told. Null if some change may be unknown to it: then it has to make
   * up for what it cannot know, as after a takeover.
   */
  readonly renewals: readonly Renewal[] | null;
}

export interface HandedWaiter {
  readonly name: RequestName;
  readonly attempt: number;
  readonly key: Key;
  readonly command: Command;
  readonly source: Source | null;
  readonly repeatId: string | null;
  readonly waited: Duration;
  readonly waitLeft: Duration;
}

/** The sender is leaving: of these partitions, of which it was entitled to decide, it decides nothing any more. */
export interface Goodbye {
  readonly type: 'goodbye';
  readonly partitions: readonly { readonly partition: number; readonly reign: number }[];
}

export type ReplicaMessage = Replicate | Replicated | Astray | CatchUp | CaughtUp | Abandon | HandOver | Goodbye;
