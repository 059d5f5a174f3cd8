import type { Duration, Instant } from '../../src/base/instant.ts';
import type { Random } from '../../src/base/random.ts';
import { NO_COOKIE, UNINITIALIZED } from '../../src/member/door.ts';
import { type HistoryCommand, type HistoryOutcome, tagOf } from '../simulation/history.ts';
import type { Wish } from './gateway-words.ts';
import { type Asker, EXECUTION_TIMEOUT, type Pace, POLL, type RequestedSession, type Requester } from './requester.ts';
import type { Tally } from './tally.ts';

/** What a page does with its session. */
export type PageKind = 'write' | 'unchanged' | 'read' | 'touch' | 'leave' | 'late';

/** How often of a hundred pages, and how many requests it makes when nothing is in its way. */
export const MIX: Readonly<Record<PageKind, { readonly share: number; readonly requests: number }>> = {
  /** Takes the lock, works, stores. */
  write: { share: 55, requests: 2 },
  /** Takes the lock, works, lets go: nothing changed. */
  unchanged: { share: 11, requests: 2 },
  /** A page that only reads its session. */
  read: { share: 20, requests: 1 },
  /** A page without session state: the timeout is renewed. */
  touch: { share: 7, requests: 1 },
  /** Takes the lock and removes the session. The next visitor makes it anew, uninitialized, and takes the lock. */
  leave: { share: 3, requests: 2 },
  /** Stores under a lock that is over: is to be refused. */
  late: { share: 4, requests: 1 },
};

export const REQUESTS_PER_PAGE = Object.values(MIX).reduce(
  (sum, { share, requests }) => sum + (share * requests) / 100,
  0,
);

export interface VisitedSession extends RequestedSession {
  /** The last two cookies that were granted, the newest last. */
  readonly cookies: number[];
  /** For how long a page works while it holds the lock: at least this, at most five times as much. */
  readonly work: Duration;
  /** Pages that want its lock now. */
  waiting: number;
}

export interface Visit {
  readonly client: number;
  readonly server: Asker;
  readonly session: VisitedSession;
  readonly kind: PageKind;
  readonly planned: Instant;
}

/** So many pages wait for one session's lock; ASP.NET turns further visitors away as well (it says 50). */
const MOST_WAITING = 10;
/** Longer than any run. */
const TIMEOUT_MINUTES = 120;
const FILLER = 'session state as a web page keeps it, '.repeat(64);

/** Makes the requests of pages, one page at a time for each client, as ASP.NET's session module makes them. */
export class Visitor {
  /** Pages that wait for a lock give up. */
  isEnding = false;
  private readonly requester: Requester;
  private readonly tally: Tally;
  private readonly pace: Pace;
  private readonly random: Random;
  private readonly lockLease: Duration;
  private readonly lockWait: Duration;
  private contents = 0;

  constructor(
    requester: Requester,
    tally: Tally,
    pace: Pace,
    random: Random,
    locks: { readonly lockLease: Duration; readonly lockWait: Duration },
  ) {
    this.requester = requester;
    this.tally = tally;
    this.pace = pace;
    this.random = random;
    this.lockLease = locks.lockLease;
    this.lockWait = locks.lockWait;
  }

  async visit(visit: Visit): Promise<void> {
    const { kind, session, planned } = visit;
    this.tally.count('pages');
    switch (kind) {
      case 'read':
        await this.ask(visit, { type: 'get', wait: this.lockWait }, planned);
        return;
      case 'touch':
        await this.ask(visit, { type: 'resetTimeout' }, planned);
        return;
      case 'late': {
        const [older, newer] = session.cookies;
        if (older !== undefined && newer !== undefined) await this.store(visit, older, planned);
        else await this.ask(visit, { type: 'resetTimeout' }, planned);
        return;
      }
      default:
        await this.lockAndWork(visit);
    }
  }

  /** Stores under `cookie` something that nobody ever stored. */
  store(visit: Visit, cookie: number, planned: Instant, flags = 0): Promise<HistoryOutcome | null> {
    const unique = `${visit.client.toString(36)}.${(this.contents++).toString(36)}|`;
    const content = unique + FILLER.slice(0, this.random.below(FILLER.length));
    const command: HistoryCommand = {
      type: 'set',
      cookie,
      content: tagOf(Buffer.from(content, 'latin1')),
      timeoutMinutes: TIMEOUT_MINUTES,
      flags,
      onlyIfAbsent: false,
      onlyIfVersion: null,
    };
    return this.ask(visit, command, planned, content);
  }

  private async lockAndWork(visit: Visit): Promise<void> {
    const { session, kind } = visit;
    if (session.waiting >= MOST_WAITING) {
      this.tally.count('turnedAway');
      return;
    }
    session.waiting++;
    const cookie = await this.lock(visit);
    session.waiting--;
    if (cookie === null) return;
    session.cookies.push(cookie);
    if (session.cookies.length > 2) session.cookies.shift();
    session.holds.begin(this.pace.now());
    const work = session.work * (1 + 4 * this.random.fraction());
    const planned = this.pace.now() + work;
    await this.pace.pause(work);
    if (kind === 'write') await this.store(visit, cookie, planned);
    else if (kind === 'leave') await this.ask(visit, { type: 'remove', cookie }, planned);
    else await this.ask(visit, { type: 'releaseExclusive', cookie }, planned);
    session.holds.end(this.pace.now());
  }

  /** The cookie; null if the page failed. A session that is not there is made first, as by any page. */
  private async lock(visit: Visit): Promise<number | null> {
    const command: HistoryCommand = { type: 'getExclusive', wait: this.lockWait, lockLease: this.lockLease };
    for (let planned = visit.planned; ; ) {
      const outcome = await this.ask(visit, command, planned);
      const now = this.pace.now();
      if (outcome?.type === 'found') return outcome.cookie;
      if (outcome?.type === 'missing' && !this.isEnding) {
        const made = await this.store(visit, NO_COOKIE, now, UNINITIALIZED);
        if (made === null) return null;
        planned = this.pace.now();
        continue;
      }
      if (outcome?.type !== 'locked' || this.isEnding) return null;
      if (now - visit.planned > EXECUTION_TIMEOUT) {
        this.tally.count('gaveUp');
        return null;
      }
      this.tally.count('polls');
      if (outcome.age >= EXECUTION_TIMEOUT) {
        this.tally.count('brokenLocks');
        await this.ask(visit, { type: 'releaseExclusive', cookie: outcome.cookie }, now);
      }
      planned = this.pace.now() + POLL;
      await this.pace.pause(POLL);
    }
  }

  private ask(visit: Visit, command: HistoryCommand, planned: Instant, content = ''): Promise<HistoryOutcome | null> {
    const wish: Wish = { command, content };
    return this.requester.request({
      client: visit.client,
      server: visit.server,
      session: visit.session,
      wish,
      planned,
    });
  }
}
