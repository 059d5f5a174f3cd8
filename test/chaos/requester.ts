import type { Duration, Instant } from '../../src/base/instant.ts';
import type { HistoryEntry, HistoryOutcome } from '../simulation/history.ts';
import type { Wish } from './gateway-words.ts';
import type { HoldClock } from './hold-clock.ts';
import type { Answer } from './line.ts';
import { CROSSED } from './load-plan.ts';
import type { SessionName } from './sessions.ts';
import type { Tally } from './tally.ts';
import type { Asked, DoorKind } from './web-server.ts';

/** Real time, or a test's. */
export interface Pace {
  now(): Instant;
  pause(length: Duration): Promise<void>;
}

/** Who asks on behalf of a page. */
export interface Asker {
  readonly kind: DoorKind;
  readonly sheltered: boolean;
  ask(session: SessionName, wish: Wish, requestId: string | null): Promise<Asked>;
  /** Nobody listens at this member: ask somebody else. */
  leave(member: string): void;
}

export interface RequestedSession {
  readonly name: SessionName;
  readonly holds: HoldClock;
}

export interface Request {
  /** The page that asks. */
  readonly client: number;
  readonly server: Asker;
  readonly session: RequestedSession;
  readonly wish: Wish;
  /** When it was to be sent. However late it is sent, its wait counts from here. */
  readonly planned: Instant;
}

export interface RequesterOptions {
  readonly asksCrossedAgain: boolean;
  readonly lockWait: Duration;
  /** First letters of every request id, so that no two runs share one. */
  readonly idPrefix: string;
}

/** The stock client asks again half a second after it was told that a session is locked. */
export const POLL: Duration = 500;
/** ASP.NET's own limit to how long a page may run. */
export const EXECUTION_TIMEOUT: Duration = 110_000;
/** How long a client looks for somebody to ask. */
const PATIENCE: Duration = 10_000;
const LOOK_AGAIN: Duration = 50;
/** So often a client looks elsewhere at once, before it waits a little. */
const QUICK_LOOKS = 3;
/** A gRPC client repeats what failed under the same request id so often. */
const MOST_REPEATS = 2;

/** What to do after one try. */
type Next =
  | { readonly type: 'over'; readonly outcome: HistoryOutcome | null }
  | { readonly type: 'again'; after: Duration };

interface Progress {
  readonly requestId: string | null;
  readonly members: string[];
  /** For how long the session had been held by then. */
  readonly heldBefore: Duration;
  looks: number;
  repeats: number;
  hasCrossed: boolean;
}

/**
 * Asks as clients do until a request has an outcome that its page can use, or has failed; writes down each try, and how
 * long the client had to wait in all.
 */
export class Requester {
  private readonly options: RequesterOptions;
  private readonly write: (partition: number, entry: HistoryEntry) => void;
  private readonly tally: Tally;
  private readonly pace: Pace;
  private ids = 0;

  constructor(
    options: RequesterOptions,
    write: (partition: number, entry: HistoryEntry) => void,
    tally: Tally,
    pace: Pace,
  ) {
    this.options = options;
    this.write = write;
    this.tally = tally;
    this.pace = pace;
  }

  /** The outcome; null if the request failed. */
  async request(request: Request): Promise<HistoryOutcome | null> {
    const { server, session, wish } = request;
    const progress: Progress = {
      requestId: server.kind === 'grpc' ? `${this.options.idPrefix}-${(this.ids++).toString(36)}` : null,
      members: [],
      heldBefore: session.holds.total(this.pace.now()),
      looks: 0,
      repeats: 0,
      hasCrossed: false,
    };
    for (;;) {
      const invoked = this.pace.now();
      const { answer, member } = await server.ask(session.name, wish, progress.requestId);
      const ended = this.pace.now();
      if (answer.type !== 'unsent') this.record(request, progress, answer, member, invoked, ended);
      const next = this.weigh(request, progress, answer, member, ended);
      if (next.type === 'over') return next.outcome;
      if (next.after > 0) await this.pace.pause(next.after);
    }
  }

  private record(
    { client, session, wish }: Request,
    { requestId, members }: Progress,
    answer: Answer,
    member: string,
    invoked: Instant,
    ended: Instant,
  ): void {
    if (!members.includes(member)) members.push(member);
    this.tally.count('requests');
    const told =
      answer.type === 'told' ? { returned: ended, outcome: answer.outcome } : { returned: null, outcome: null };
    const { key, partition } = session.name;
    this.write(partition, { client, key, command: wish.command, invoked, ...told, requestId });
  }

  private weigh(request: Request, progress: Progress, answer: Answer, member: string, ended: Instant): Next {
    const { server, planned } = request;
    switch (answer.type) {
      case 'unsent':
        this.tally.count('refused');
        server.leave(member);
        if (ended - planned > PATIENCE) return this.failed(request, progress, 'nobody to ask', ended);
        return { type: 'again', after: progress.looks++ < QUICK_LOOKS ? 0 : LOOK_AGAIN };
      case 'crossed':
        this.tally.count('crossed');
        if (!this.options.asksCrossedAgain || progress.hasCrossed) {
          return this.failed(request, progress, CROSSED, ended);
        }
        progress.hasCrossed = true;
        return { type: 'again', after: 0 };
      case 'failed':
        return this.repeatOrFail(request, progress, answer.why, ended);
      case 'told': {
        const { outcome, why } = answer;
        if (outcome.type === 'unavailable') return this.repeatOrFail(request, progress, why, ended);
        if (outcome.type !== 'unknown') return this.over(request, progress, outcome, ended);
        if (server.kind === 'grpc') return this.repeatOrFail(request, progress, why, ended);
        if (ended - planned > EXECUTION_TIMEOUT) return this.failed(request, progress, 'never told', ended);
        this.tally.toldToComeAgain(member);
        return { type: 'again', after: POLL };
      }
    }
  }

  private repeatOrFail(request: Request, progress: Progress, why: string, ended: Instant): Next {
    const failed = this.failed(request, progress, why, ended);
    if (request.server.kind !== 'grpc' || progress.repeats >= MOST_REPEATS) return failed;
    if (ended - request.planned > PATIENCE) return failed;
    progress.repeats++;
    return { type: 'again', after: LOOK_AGAIN };
  }

  private failed(request: Request, progress: Progress, why: string, ended: Instant): Next {
    this.tally.failed({ why, ...this.tallied(request, progress, ended, 0) });
    return { type: 'over', outcome: null };
  }

  private over(request: Request, progress: Progress, outcome: HistoryOutcome, ended: Instant): Next {
    // Whoever is told of another's lock was kept in line on purpose.
    const inLine = outcome.type === 'locked' ? this.options.lockWait : 0;
    this.tally.answered(this.tallied(request, progress, ended, inLine));
    return { type: 'over', outcome };
  }

  private tallied({ server, session, wish, planned }: Request, progress: Progress, ended: Instant, inLine: Duration) {
    const { type } = wish.command;
    const waits = type === 'get' || type === 'getExclusive';
    const held = waits ? session.holds.total(ended) - progress.heldBefore : 0;
    return {
      door: server.kind,
      members: progress.members,
      sheltered: server.sheltered,
      command: type,
      key: session.name.key,
      planned,
      ended,
      wait: Math.max(0, ended - planned - held - inLine),
    };
  }
}
