import type { Duration } from '../base/instant.ts';
import type { Key } from '../base/key.ts';
import type { Cookie } from '../session/command.ts';
import type { Outcome } from '../session/outcome.ts';
import type { SourceIndex } from '../session/source.ts';
import type { ReplicaMessage } from './messages.ts';
import type { Asker } from './request.ts';

/** What a step wants done. Methods rather than a list of objects: this is the hot path. None may call back into the core. */
export interface Effects {
  /** Tells the asker its outcome. `Found.content` holds during this call only. */
  answer(asker: Asker, outcome: Outcome): void;
  /** Something worth a log line or a counter of its own. Rare: never once per request. */
  trace(event: Trace): void;
}

/** What a partition's copy wants beside: to talk to those that hold it too, named `member#incarnation`. */
export interface ReplicaEffects extends Effects {
  send(to: string, message: ReplicaMessage): void;
}

export type Trace = StaleWrite | LimitReached | LeaseEnded | RoleChanged | PartitionEvent;

/** A Set or Remove under a lock that has passed on was refused. */
export interface StaleWrite {
  readonly type: 'stale-write';
  readonly command: 'set' | 'remove';
  readonly key: Key;
  /** Who was refused, and under which cookie. */
  readonly refused: SourceIndex;
  readonly refusedCookie: Cookie;
  /** Who took the lock last; cookie 0 if nobody ever did. */
  readonly holder: SourceIndex;
  readonly holderCookie: Cookie;
}

/** New work was refused because something is as full as it may get. */
export interface LimitReached {
  readonly type: 'limit-reached';
  readonly limit: Limit;
  readonly source: SourceIndex;
}

export type Limit = 'memory' | 'waiters-per-session' | 'waiters-per-source' | 'waiters' | 'remembered-outcomes';

/** A lock's lease ran out unrenewed: the session is unlocked. `key.bytes` holds during the call only. */
export interface LeaseEnded {
  readonly type: 'lease-ended';
  readonly key: Key;
  readonly holder: SourceIndex;
  readonly cookie: Cookie;
  /** How long the lock was held. */
  readonly age: Duration;
}

/**
 * This member became primary of a partition by a newer table: by taking it over, because its predecessor asked for that
 * (who may yet fall silent before it says so: see `handover-heard`), at the cluster's start, or of nothing.
 */
export interface RoleChanged {
  readonly type: 'became-primary';
  readonly partition: number;
  readonly reign: number;
  readonly how: 'first' | 'takeover' | 'handover' | 'anew';
}

/** What happens to a partition's copies. */
export interface PartitionEvent {
  readonly type:
    | 'handed-over'
    /** By the heir: it acts at once, and has nothing to make up for. */
    | 'handover-heard'
    | 'catch-up-began'
    | 'catch-up-done'
    | 'catch-up-interrupted'
    | 'replica-added'
    | 'replica-removed'
    | 'realigned'
    | 'ahead-mended'
    | 'digest-mismatch'
    | 'refill-wanted'
    | 'waiter-handed-over'
    | 'waiter-granted-after-takeover'
    | 'asked-to-take-over'
    | 'goodbye-heard'
    | 'given-out-anew';
  readonly partition: number;
  /** `member#incarnation`, or null where nobody else takes part. */
  readonly peer: string | null;
}
