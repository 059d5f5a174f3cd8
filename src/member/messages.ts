import type { Duration, Instant } from '../base/instant.ts';
import type { Key } from '../base/key.ts';
import type { ReplicaMessage } from '../replica/messages.ts';
import type { Command } from '../session/command.ts';
import type { Outcome } from '../session/outcome.ts';
import type { Source } from '../session/source.ts';

/**
 * What members tell each other, over a line that keeps the order until it breaks (docs/messages.md). Sender and
 * addressee, each in its incarnation, are the line's: it stands between two processes and outlives neither.
 */
export type PeerMessage = Heartbeat | HeartbeatSeen | TablePassed | Forward | Cancelled | Answer | ReplicaMessage;

/** Are you there? */
export interface Heartbeat {
  readonly type: 'heartbeat';
  /** '' before the sender has a table. */
  readonly cluster: string;
  readonly tableVersion: number;
  /** By the sender's clock; comes back with the answer. */
  readonly sentAt: Instant;
}

/** I am; and for `takeover` from now I shall not act in your place. */
export interface HeartbeatSeen {
  readonly type: 'heartbeat-seen';
  readonly cluster: string;
  readonly tableVersion: number;
  readonly sentAt: Instant;
}

/** A table that the store holds or held, for a peer that knows an older one. */
export interface TablePassed {
  readonly type: 'table';
  readonly document: string;
}

/** A client's command for the partition's primary, which decides it in this reign or not at all. */
export interface Forward {
  readonly type: 'forward';
  readonly partition: number;
  readonly reign: number;
  /** The entry's number for the request, and which it has open in this partition of those up to another. */
  readonly number: number;
  readonly upTo: number;
  readonly open: readonly number[];
  /** Counts the tries of this request; comes back with the answer, so that one to an earlier try is known for late. */
  readonly attempt: number;
  readonly key: Key;
  readonly command: Command;
  readonly source: Source | null;
  readonly repeatId: string | null;
  /** How long its client has waited, and how much longer the entry goes on trying. */
  readonly waited: Duration;
  readonly patience: Duration;
  /** The client has gone: what the request was granted is given back, and no try of it may act any more. */
  readonly givenUp: boolean;
  /** It gives back a grant that did not reach its client. */
  readonly undelivered: boolean;
}

/** The client has gone, or its entry stops: if the request waits in line at the receiver, it leaves it and is answered. */
export interface Cancelled {
  readonly type: 'cancel';
  readonly partition: number;
  readonly number: number;
}

export interface Answer {
  readonly type: 'answer';
  readonly number: number;
  readonly attempt: number;
  readonly outcome: Outcome;
}
