import { type Duration, type Instant, NEVER } from '../../src/base/instant.ts';
import { type ModelSession, RulesModel } from '../session/rules-model.ts';
import { agree } from './agreement.ts';
import { type Numbers, placeholder } from './numbers.ts';
import type { Operation } from './session-operations.ts';
import { isGrant, isLook, NOTHING_YET, named, type RememberedTry, type SessionState } from './session-state.ts';
import { latestLeaseEnd, latestLife, lifeOf, shortest, type Terms, type Upheavals } from './terms.ts';

const KEY = '';

/** Which states a session may be in after one more operation, by the rules of sessions and by what time may do. */
export class SessionSteps {
  /** How often the rules were asked. */
  steps = 0;
  private readonly terms: Terms;
  private readonly upheavals: Upheavals;
  private readonly numbers: Numbers;
  private readonly rules: RulesModel;
  /** By when the operation that comes next has taken effect. */
  private until: Instant = 0;

  constructor(terms: Terms, upheavals: Upheavals, numbers: Numbers) {
    this.terms = terms;
    this.upheavals = upheavals;
    this.numbers = numbers;
    this.rules = new RulesModel(terms.staleWrites);
  }

  /**
   * Every state after `operation` if it comes next, by `latest`, and is told what it was told; none if it cannot have
   * been.
   */
  after(operation: Operation, state: SessionState, latest: Instant): SessionState[] {
    const found: SessionState[] = [];
    this.until = Math.min(operation.until, latest);
    for (const before of this.whatTimeDid(operation, state)) this.take(operation, before, found);
    return found;
  }

  /** What may have become of the session by itself before `operation`: nothing, the end of its lock, its own end. */
  private whatTimeDid(operation: Operation, state: SessionState): SessionState[] {
    const now = Math.max(state.now, operation.from);
    if (now > this.until) return [];
    const ways: SessionState[] = [];
    const { session } = state;
    const from = (earliest: Instant, change: Partial<SessionState>): void => {
      if (earliest <= this.until && earliest < NEVER) ways.push({ ...state, ...change, now: Math.max(now, earliest) });
    };
    if (session === null) from(now, {});
    else {
      const { lock, timeoutMinutes, deadline } = session;
      if (this.maybeAlive(operation, lifeOf(timeoutMinutes))) {
        if (lock === null || now <= latestLeaseEnd(state.leaseFrom, lock.lease, this.terms, this.upheavals))
          from(now, {});
        if (lock !== null) {
          const unlocked = { session: { ...session, lock: null }, leaseFrom: 0, undelivered: false };
          from(state.undelivered ? now : lock.leaseEnd - this.drift(lock.lease), unlocked);
        }
      }
      const expiry = timeoutMinutes === 0 ? NEVER : deadline - this.drift(lifeOf(timeoutMinutes));
      from(expiry, { session: null, leaseFrom: 0, undelivered: false });
    }
    if (session !== null || state.remembered.length > 0) {
      for (const loss of this.upheavals.losses) {
        if (state.now <= loss.until) from(loss.from, { ...NOTHING_YET });
      }
    }
    return ways;
  }

  private maybeAlive({ from, touchedBefore }: Operation, timeout: Duration): boolean {
    if (timeout === NEVER) return true;
    return latestLife(touchedBefore, timeout, this.terms, this.upheavals) >= from;
  }

  private drift(length: Duration): Duration {
    return length - shortest(length, this.terms);
  }

  private take(operation: Operation, before: SessionState, found: SessionState[]): void {
    const { tries } = operation;
    const first = tries === null ? undefined : before.remembered.find((each) => each.tries === tries);
    if (first === undefined) {
      this.decide(operation, before, false, found);
      return;
    }
    this.repeat(operation, before, first, found);
    if (this.isForgotten(this.until, first)) this.decide(operation, before, false, found);
  }

  /** Whether a try after one that changed something may change something as well. */
  mayActAgain(operation: Operation, first: RememberedTry): boolean {
    return this.isForgotten(operation.until, first) || isGrant(first) || isLook(first);
  }

  private isForgotten(until: Instant, { decidedAt }: RememberedTry): boolean {
    return until >= decidedAt + shortest(this.terms.rememberFor, this.terms);
  }

  /** A try after one that changed something: it gets the first outcome; what nobody can have been told is decided anew. */
  private repeat(operation: Operation, before: SessionState, first: RememberedTry, found: SessionState[]): void {
    const { outcome } = first;
    const { session } = before;
    if (isLook(first)) {
      this.decide(operation, before, true, found);
    } else if (isGrant(first) && session?.lock?.cookie !== first.outcome.cookie) {
      this.decide(operation, before, false, found);
    } else if (operation.outcome !== null) {
      const lockLease = session?.lock?.lease ?? 0;
      const agreement = agree(
        outcome.type === 'found' ? { ...outcome, lockLease } : outcome,
        operation.outcome,
        this.numbers,
      );
      // Once its client was told of it, a grant is delivered.
      const undelivered = before.undelivered && outcome.type !== 'found';
      if (agreement !== null) found.push(named({ ...before, undelivered }, agreement));
    }
  }

  /** `flagAgain`: an earlier try took the uninitialized flag, of which this one is told again. */
  private decide(operation: Operation, before: SessionState, flagAgain: boolean, found: SessionState[]): void {
    const { outcome: told, tries, request } = operation;
    const { rules, numbers } = this;
    this.steps++;
    rules.sessions.clear();
    if (before.session !== null) rules.sessions.set(KEY, copy(before.session));
    // Asked at the earliest instant, the rules give the earliest deadlines.
    let expected = rules.decide({ ...request, key: KEY }, 0, before.now, told?.type === 'full');
    if (told === null && !rules.changed) return;
    const session = rules.sessions.get(KEY) ?? null;

    if (expected.type === 'found' && expected.cookie !== 0 && session !== null) {
      const cookie =
        told?.type === 'found' && told.cookie > 0
          ? told.cookie
          : placeholder(tries?.number ?? request.number, tries !== null);
      session.newest = cookie;
      if (session.lock !== null) session.lock = { ...session.lock, cookie };
      expected = { ...expected, cookie };
    }
    if (expected.type === 'stored' && rules.changed && session !== null) {
      session.version =
        told?.type === 'stored' && told.version !== null
          ? numbers.of(told.version)
          : placeholder(tries?.number ?? request.number, tries !== null);
      expected = { ...expected, versionSequence: session.version };
    }
    if (flagAgain && (expected.type === 'found' || expected.type === 'locked')) {
      expected = { ...expected, flagTaken: true };
    }
    const agreement = told === null ? { cookie: null, version: null } : agree(expected, told, numbers);
    if (agreement === null) return;

    const lock = session?.lock ?? null;
    const renewed = lock !== null && rules.changed && (expected.type === 'found' || expected.type === 'renewed');
    const remembered = before.remembered.filter((each) => each.tries !== tries);
    const first = before.remembered.find((each) => each.tries === tries);
    if (flagAgain && first !== undefined) remembered.push(first);
    else if (tries !== null && rules.changed) {
      remembered.push({ tries, outcome: expected, decidedAt: before.now });
    }
    const after: SessionState = {
      now: before.now,
      session,
      leaseFrom: lock === null ? 0 : renewed ? this.until : before.leaseFrom,
      undelivered:
        lock !== null &&
        (expected.type === 'found' && lock.cookie === expected.cookie ? told === null : before.undelivered),
      remembered,
    };
    found.push(named(after, agreement));
  }
}

function copy(session: ModelSession): ModelSession {
  return { ...session, lock: session.lock === null ? null : { ...session.lock } };
}
