import { type Duration, type Instant, NEVER } from '../../src/base/instant.ts';
import { NOBODY } from '../../src/member/door.ts';
import type { Cookie } from '../../src/session/command.ts';
import type { Outcome } from '../../src/session/outcome.ts';
import type { SourceIndex } from '../../src/session/source.ts';
import {
  deadlineFrom,
  locked,
  type ModelRequest,
  type ModelSession,
  type ModelStaleWrite,
  RulesModel,
} from './rules-model.ts';

export interface ModelLimits {
  readonly maxWaitersPerSession: number;
  readonly maxWaitersPerSource: number;
  readonly maxWaiters: number;
  readonly rememberFor: Duration;
}

export interface ModelAnswer {
  readonly asker: number;
  readonly key: string;
  readonly outcome: Outcome;
}

export type ModelTrace =
  | { readonly type: 'lease-ended'; readonly key: string; readonly holder: SourceIndex; readonly cookie: Cookie }
  | { readonly type: 'limit-reached'; readonly source: SourceIndex; readonly limits: readonly string[] }
  | ModelStaleWrite;

/** What one step led to, in the order it happened. */
export interface ModelStep {
  readonly answers: readonly ModelAnswer[];
  readonly traces: readonly ModelTrace[];
  /** Whether the request was given an earlier outcome. */
  readonly replayed: boolean;
}

export interface ModelWaiter {
  request: ModelRequest;
  deadline: Instant;
}

interface Remembered {
  readonly outcome: Outcome;
  readonly at: Instant;
}

/** How much later than its deadline a session's memory may be taken back, and its waiters be told. */
export const EXPIRY_LATENESS: Duration = 3_000;

/**
 * The rules of sessions once more, to be read beside the core and held against it: here lines, repeats and what time
 * does; the commands themselves in RulesModel. Nothing is fast: maps, arrays, linear scans. Partitions, memory and
 * wheels do not exist.
 */
export class SessionModel {
  readonly sessions: Map<string, ModelSession>;
  /** Who waits, by key, first come first. Between steps only locked sessions have one. */
  readonly lines = new Map<string, ModelWaiter[]>();
  private readonly remembered = new Map<string, Remembered>();
  private readonly limits: ModelLimits;
  private readonly rules: RulesModel;
  private draining = false;
  private answers: ModelAnswer[] = [];
  private traces: ModelTrace[] = [];

  constructor(limits: ModelLimits, staleWrites: 'reject' | 'accept') {
    this.limits = limits;
    this.rules = new RulesModel(staleWrites);
    this.sessions = this.rules.sessions;
  }

  /** `full`: what memory says to this request if it comes to store something; the model itself has no ceiling. */
  request(request: ModelRequest, at: Instant, full = false): ModelStep {
    const again = this.answerToRepeat(request, at);
    if (again === 'took its place') return this.endStep();
    if (again !== 'decide') {
      this.answers.push({ asker: request.asker, key: request.key, outcome: again });
      return this.endStep(true);
    }
    if (this.isVainRelease(request)) return this.endStep();
    const outcome = this.decide(request, at, full);
    if (outcome.type === 'locked' && this.joinsLine(request, at)) return this.endStep();
    this.answer(request, outcome, at);
    this.serveLine(request.key, at);
    return this.endStep();
  }

  /** The asker has gone away: a lock that is free by now must not go to it. */
  cancel(asker: number, at: Instant): ModelStep {
    const waiter = this.waiters().find((each) => each.request.asker === asker);
    if (waiter !== undefined) {
      const { key } = waiter.request;
      if (this.session(key).deadline < at) this.settle(key, at);
      else this.dismiss(waiter, at);
    }
    return this.endStep();
  }

  /** Who is due something by now still gets it; the others are told `locked`. */
  drain(at: Instant): ModelStep {
    this.draining = true;
    for (const key of [...this.lines.keys()]) this.settle(key, at);
    for (const waiter of this.waiters()) this.dismiss(waiter, at);
    return this.endStep();
  }

  /**
   * Everything that fell due. Only when exactly an expired session is swept is left open, within EXPIRY_LATENESS:
   * `swept` names those the core has told its waiters about in this step.
   */
  tick(at: Instant, swept: ReadonlySet<string> = new Set()): ModelStep {
    for (const key of [...this.sessions.keys()]) {
      const session = this.session(key);
      const waitIsOver = (this.lines.get(key) ?? []).some((waiter) => waiter.deadline <= at);
      const mayLinger = session.deadline + EXPIRY_LATENESS >= at && !swept.has(key) && !waitIsOver;
      if (session.deadline < at && mayLinger) continue;
      this.settle(key, at);
      for (const waiter of [...(this.lines.get(key) ?? [])]) {
        if (waiter.deadline > at) continue;
        this.leaveLine(key, waiter);
        this.answer(waiter.request, this.decide(waiter.request, at), at);
      }
    }
    for (const [id, { at: since }] of this.remembered) {
      if (since + this.limits.rememberFor < at) this.remembered.delete(id);
    }
    return this.endStep();
  }

  /** Sessions a client could still find. */
  living(at: Instant): number {
    return [...this.sessions.values()].filter((session) => session.deadline >= at).length;
  }

  waiters(): ModelWaiter[] {
    return [...this.lines.values()].flat();
  }

  /** The latest instant at which the next tick is wanted by somebody who waits in line. */
  latestWake(): Instant {
    let wake = NEVER;
    for (const [key, line] of this.lines) {
      const lock = this.session(key).lock;
      if (lock !== null) wake = Math.min(wake, lock.leaseEnd);
      for (const waiter of line) wake = Math.min(wake, waiter.deadline);
    }
    return wake;
  }

  /** When the first outcome under this name stops being remembered; null if it is not. */
  rememberedUntil(key: string, repeatId: string): Instant | null {
    const remembered = this.remembered.get(nameOf(key, repeatId));
    return remembered === undefined ? null : remembered.at + this.limits.rememberFor;
  }

  // Of a grant that was not delivered, but told to a repeat since: that one's client may hold it.
  private isVainRelease({ asker, key, command }: ModelRequest): boolean {
    const lock = this.sessions.get(key)?.lock ?? null;
    if (asker !== NOBODY || command.type !== 'releaseExclusive' || lock === null) return false;
    return lock.toldAgain && lock.cookie === command.cookie;
  }

  // What time did to a session, before anybody looks at it.
  private settle(key: string, at: Instant): void {
    const session = this.sessions.get(key);
    if (session === undefined) return;
    if (session.deadline < at) {
      this.sessions.delete(key);
    } else if (session.lock !== null && session.lock.leaseEnd <= at) {
      const { holder, cookie } = session.lock;
      this.traces.push({ type: 'lease-ended', key, holder, cookie });
      session.lock = null;
    }
    this.serveLine(key, at);
  }

  // Nobody stays in line for a session that is gone or free: readers first, all of them, then one new owner.
  private serveLine(key: string, at: Instant): void {
    const line = this.lines.get(key) ?? [];
    const session = this.sessions.get(key);
    if (session === undefined) {
      this.lines.delete(key);
      for (const waiter of line) this.answer(waiter.request, this.decide(waiter.request, at), at);
    } else if (session.lock === null) {
      const readers = line.filter((waiter) => waiter.request.command.type === 'get');
      const owner = line.find((waiter) => waiter.request.command.type === 'getExclusive');
      for (const waiter of owner === undefined ? readers : [...readers, owner]) {
        this.leaveLine(key, waiter);
        this.answer(waiter.request, this.decide(waiter.request, at), at);
      }
    }
  }

  private answerToRepeat(request: ModelRequest, at: Instant): Outcome | 'decide' | 'took its place' {
    const { key, repeatId } = request;
    this.settle(key, at);
    if (repeatId === null) return 'decide';
    // What was changed once is told again without a look at what became of the session.
    const remembered = this.recall(request, at);
    if (remembered !== null && remembered.type !== 'found') return remembered;

    const waiter = (this.lines.get(key) ?? []).find((each) => each.request.repeatId === repeatId);
    if (waiter !== undefined) {
      const { asker } = waiter.request;
      this.answers.push({ asker, key, outcome: { type: 'unavailable', reason: 'replaced-by-second-try' } });
      this.takePlace(waiter, request, at);
      return 'took its place';
    }
    // Looked up once more, since the session may have been granted to the first try just now.
    const first = this.recall(request, at);
    if (first?.type !== 'found') return 'decide';
    if (request.command.type === 'getExclusive') {
      const lock = this.sessions.get(key)?.lock ?? null;
      if (lock === null || lock.cookie !== first.cookie) return 'decide';
      lock.toldAgain = true;
      return { ...first, lockLease: lock.lease, again: true };
    }
    // Contents are not remembered: a reader reads anew, and hears again that it took the flag.
    const outcome = this.decide(request, at);
    return outcome.type === 'found' || outcome.type === 'locked' ? { ...outcome, flagTaken: true } : outcome;
  }

  private recall({ key, repeatId }: ModelRequest, at: Instant): Outcome | null {
    const first = this.remembered.get(nameOf(key, repeatId ?? ''));
    return first === undefined || first.at + this.limits.rememberFor < at ? null : first.outcome;
  }

  // It has found the session, as any request that comes to wait, and waits for as long as it says itself.
  private takePlace(waiter: ModelWaiter, { command, ...rest }: ModelRequest, at: Instant): void {
    const session = this.session(rest.key);
    session.deadline = deadlineFrom(at, session.timeoutMinutes);
    waiter.request = { command, ...rest };
    if (command.type === 'get' || command.type === 'getExclusive') waiter.deadline = at + command.wait;
  }

  private decide(request: ModelRequest, at: Instant, full = false): Outcome {
    const outcome = this.rules.decide(request, this.lines.get(request.key)?.length ?? 0, at, full);
    if (this.rules.staleWrite !== null) this.traces.push(this.rules.staleWrite);
    return outcome;
  }

  private joinsLine(request: ModelRequest, at: Instant): boolean {
    const { command, key, source } = request;
    if ((command.type !== 'get' && command.type !== 'getExclusive') || command.wait <= 0 || this.draining) return false;
    const line = this.lines.get(key) ?? [];
    const all = this.waiters();
    const reached: string[] = [];
    if (line.length >= this.limits.maxWaitersPerSession) reached.push('waiters-per-session');
    if (all.filter((waiter) => waiter.request.source === source).length >= this.limits.maxWaitersPerSource) {
      reached.push('waiters-per-source');
    }
    if (all.length >= this.limits.maxWaiters) reached.push('waiters');
    if (reached.length > 0) {
      this.traces.push({ type: 'limit-reached', source, limits: reached });
      return false;
    }
    line.push({ request, deadline: at + command.wait });
    this.lines.set(key, line);
    return true;
  }

  // Leaves the line unserved, having renewed the session as any request that finds it.
  private dismiss(waiter: ModelWaiter, at: Instant): void {
    const { asker, key } = waiter.request;
    this.leaveLine(key, waiter);
    const session = this.session(key);
    if (session.lock === null) throw new Error('the model let somebody wait for a session that is free');
    session.deadline = deadlineFrom(at, session.timeoutMinutes);
    this.answers.push({ asker, key, outcome: locked(session.lock, at, false) });
  }

  private answer(request: ModelRequest, outcome: Outcome, at: Instant): void {
    this.answers.push({ asker: request.asker, key: request.key, outcome });
    if (request.repeatId === null || !this.rules.changed) return;
    this.remembered.set(nameOf(request.key, request.repeatId), { outcome, at });
  }

  private leaveLine(key: string, waiter: ModelWaiter): void {
    const rest = (this.lines.get(key) ?? []).filter((each) => each !== waiter);
    if (rest.length === 0) this.lines.delete(key);
    else this.lines.set(key, rest);
  }

  private session(key: string): ModelSession {
    const session = this.sessions.get(key);
    if (session === undefined) throw new Error(`the model has no session ${key}`);
    return session;
  }

  private endStep(replayed = false): ModelStep {
    const step = { answers: this.answers, traces: this.traces, replayed };
    this.answers = [];
    this.traces = [];
    return step;
  }
}

function nameOf(key: string, repeatId: string): string {
  return `${key}\n${repeatId}`;
}
