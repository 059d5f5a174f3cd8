import type { Instant } from '../base/instant.ts';
import type { Slot } from '../session/session-records.ts';
import { NO_SLOT } from '../session/session-table.ts';
import type { ChangeName } from './messages.ts';

/** What a primary knows of a member that holds a copy, or shall. */
export interface Companion {
  /** `member#incarnation`. */
  readonly name: string;
  /** Whether a line stands. */
  readonly up: boolean;
  /** By its own promise it acts as no primary in our place before this. */
  readonly coveredUntil: Instant;
}

/**
 * A copy that follows this primary.
 *
 * - `named`: the table says it is a replica. `asked`: a swap that would make it one is under way. `joined`: it is whole,
 *   has said so, and its acknowledgement is required for whatever is answered. One that is none of these is being filled.
 * - `flows`: all portions have been sent, and what changes since goes out as it comes.
 * - `acked`: what it has surely applied in this reign; -1 before its history was found to be ours.
 * - `sent`: where it stands once all that was sent has arrived; null if that is not known.
 */
export interface Link {
  readonly companion: Companion;
  number: number;
  named: boolean;
  asked: boolean;
  flows: boolean;
  joined: boolean;
  acked: number;
  sent: ChangeName | null;
  /** When it last acknowledged something, or had nothing to acknowledge. */
  progressAt: Instant;
  /** When it was last asked again for want of progress; sooner than its answer can be there, nobody asks once more. */
  probedAt: Instant;
  /** It cannot be mended: it has to leave the table, and be filled. */
  broken: boolean;
  portion: number;
  cursor: Slot;
  awaiting: boolean;
  /** What it must have acknowledged before it may be added: all that was answered without it. */
  mustHave: number;
}

/** Whether the copy has been sent something that it has not acknowledged; what was decided in this turn is not sent yet. */
export function owes({ acked, sent }: Link, sequence: number): boolean {
  return acked < sequence && (sent === null || sent.sequence > acked);
}

/** To a copy of which nothing is known yet. */
export function newLink(companion: Companion, at: Instant): Link {
  return {
    companion,
    number: 0,
    named: false,
    asked: false,
    flows: false,
    joined: false,
    acked: -1,
    sent: null,
    progressAt: at,
    probedAt: at,
    broken: false,
    portion: 0,
    cursor: NO_SLOT,
    awaiting: false,
    mustHave: 0,
  };
}
