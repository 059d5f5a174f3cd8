import { type Instant, NEVER } from '../../src/base/instant.ts';
import type { Found, Outcome } from '../../src/member/door.ts';
import type { ModelSession } from '../session/rules-model.ts';
import type { Agreement, Named } from './agreement.ts';
import { numberIn } from './numbers.ts';
import type { Tries } from './session-operations.ts';

/**
 * What a session may be after some of its operations in some order. When each of them took effect is known within bounds
 * alone, so a state stands for every choice of instants that fits them: it keeps the earliest instants, and the latest
 * start of the lock's lease. The latest end of the session's life needs no place here (`Operation.touchedBefore`).
 *
 * Invariant: everything with an earlier `now`, earlier `deadline`, `leaseEnd` and `decidedAt` and a later `leaseFrom`,
 * and otherwise the same, may go on in every way in which this one may.
 */
export interface SessionState {
  /** The earliest instant at which the last operation can have taken effect. */
  readonly now: Instant;
  /**
   * Null if there is none. `deadline` and the lock's `leaseEnd` are the earliest there can be on an exact clock. Cookies
   * and versions are the real ones, or placeholders where nobody was told. Never written to.
   */
  readonly session: ModelSession | null;
  /** The latest instant at which the lock's lease may have begun; 0 without one. */
  readonly leaseFrom: Instant;
  /** Whether the lock was granted to somebody who may never have heard: it may be released under its cookie at any moment. */
  readonly undelivered: boolean;
  readonly remembered: readonly RememberedTry[];
}

/** That one of several tries changed something. */
export interface RememberedTry {
  readonly tries: Tries;
  readonly outcome: Outcome;
  readonly decidedAt: Instant;
}

export const NOTHING_YET: SessionState = {
  now: -NEVER,
  session: null,
  leaseFrom: 0,
  undelivered: false,
  remembered: [],
};

export type Grant = RememberedTry & { readonly outcome: Found };

/** A grant is given again while that very lock stands; once it does not, the request is decided anew. */
export function isGrant(first: RememberedTry): first is Grant {
  return first.outcome.type === 'found' && first.outcome.cookie !== 0;
}

/** It took the uninitialized flag and nothing else: a repeat looks again, and is told of the flag again. */
export function isLook({ outcome }: RememberedTry): boolean {
  return outcome.type === 'locked' || (outcome.type === 'found' && outcome.cookie === 0);
}

/** Everything of a state but its instants, as text: states of one text differ only in what `isCoveredBy` compares. */
export function textOf({ session, undelivered, remembered }: SessionState): string {
  let text = '';
  if (session !== null) {
    const { content, timeoutMinutes, flags, version, newest, lock } = session;
    text = `${numberIn(content)} ${timeoutMinutes} ${flags} ${version} ${newest}`;
    if (lock !== null) text += ` ${lock.cookie} ${lock.lease}${undelivered ? ' undelivered' : ''}`;
  }
  for (const { tries, outcome } of remembered) text += `\n${tries.name}: ${shortly(outcome)}`;
  return text;
}

/** Of two states of one text: whether `state` can go on only in ways in which `other` can as well. */
export function isCoveredBy(state: SessionState, other: SessionState): boolean {
  return (
    other.now <= state.now &&
    other.leaseFrom >= state.leaseFrom &&
    (other.session?.deadline ?? 0) <= (state.session?.deadline ?? 0) &&
    (other.session?.lock?.leaseEnd ?? 0) <= (state.session?.lock?.leaseEnd ?? 0) &&
    other.remembered.every((each, index) => each.decidedAt <= (state.remembered[index]?.decidedAt ?? NEVER))
  );
}

function shortly(outcome: Outcome): string {
  switch (outcome.type) {
    case 'found':
    case 'locked':
      return `${outcome.type} ${outcome.cookie} ${outcome.flagTaken}`;
    case 'stored':
      return `stored ${outcome.created} ${outcome.versionSequence}`;
    case 'released':
    case 'invalid':
      return `${outcome.type} ${outcome.flagTaken}`;
    default:
      return outcome.type;
  }
}

/** `state` with what was a placeholder replaced by what it turned out to be. */
export function named(state: SessionState, agreement: Agreement): SessionState {
  const { cookie, version } = agreement;
  if (cookie === null && version === null) return state;
  const { session } = state;
  const lock = session?.lock ?? null;
  return {
    ...state,
    session: session && {
      ...session,
      version: real(version, session.version),
      newest: real(cookie, session.newest),
      lock: lock && { ...lock, cookie: real(cookie, lock.cookie) },
    },
    remembered: state.remembered.map((each) => ({ ...each, outcome: renamed(each.outcome, agreement) })),
  };
}

function renamed(outcome: Outcome, { cookie, version }: Agreement): Outcome {
  switch (outcome.type) {
    case 'found':
      return {
        ...outcome,
        cookie: real(cookie, outcome.cookie),
        versionSequence: real(version, outcome.versionSequence),
      };
    case 'stored':
      return { ...outcome, versionSequence: real(version, outcome.versionSequence) };
    default:
      return outcome;
  }
}

function real(named: Named | null, number: number): number {
  return named !== null && named[0] === number ? named[1] : number;
}
