import type { DurationTally } from '../base/duration-tally.ts';
import type { Duration } from '../base/instant.ts';
import type { RuleShared } from '../session/session-rules.ts';
import type { SourceNames } from './session-state.ts';
import type { Waiters } from './wait-line.ts';

/** What keeps a partition's queues bounded. */
export interface ReplicationLimits {
  /** So many of the newest changes each copy can name. */
  readonly tailLength: number;
  /** How many octets of contents and keys go into one portion of a fill, about. */
  readonly portionBytes: number;
  /** So many changes may be unacknowledged in one partition; beyond, requests wait their turn. */
  readonly maxUncommitted: number;
  /** So many requests may wait in one partition for their primary to be allowed to decide. */
  readonly maxQueued: number;
}

/**
 * Octets of contents after which a message to a copy takes no further session. A primary stops deciding while more than
 * this is unacknowledged, so a message that mends a copy is no longer either. With one content more it fits a line.
 */
export function fullMessage({ portionBytes }: ReplicationLimits): number {
  return 256 * portionBytes;
}

/** What all copies of a member have in common. */
export interface Shared extends RuleShared, ReplicationLimits {
  /** This member in its incarnation. */
  readonly self: string;
  readonly waiters: Waiters;
  readonly sources: SourceNames;
  /** How long answers were held. */
  readonly replicationWaits: DurationTally;
  /** How long the outcome of a request with a name is remembered, and how many at most per partition. */
  readonly rememberFor: Duration;
  readonly maxRememberedPerPartition: number;
}
