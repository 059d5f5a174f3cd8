import { assert } from '../base/assert.ts';
import type { Duration, Instant } from '../base/instant.ts';
import type { Clock } from '../member/door.ts';
import type { Announcement, Coordination, StoreWatcher } from './coordination.ts';
import type { ToMember, ToSupervisor } from './supervised-messages.ts';
import type { SupervisorLink } from './supervisor-link.ts';

interface SupervisedLog {
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** Runs it again and again after so long; returns how to end that. */
export type Every = (duration: Duration, run: () => void) => () => void;

/** A sign of life leaves, and it is seen who has waited too long, so often. */
const TICK: Duration = 500;
/** Longer than this no answer is waited for: the supervisor stands still, or is about to be missed. */
const PATIENCE: Duration = 1_000;
/** More asked for and never answered than this, and nothing is sent any more: it would pile up in the channel. */
const MOST_UNANSWERED = 64;

interface Pending {
  readonly since: Instant;
  /** Null: the answer did not come. */
  readonly settle: (answer: ToMember | null) => void;
}

/**
 * The coordination store of a member that a supervisor with a store of its own started: it lies in that one's memory and is spoken
 * to over the channel between the two processes, which keeps the order and loses nothing as long as both live.
 */
export class SupervisedCoordination implements Coordination {
  readonly counters = { reads: 0, swaps: 0, swapsLost: 0, failures: 0, lastSuccess: null as Instant | null };
  private readonly announcement: Announcement;
  private readonly link: SupervisorLink;
  private readonly clock: Clock;
  private readonly log: SupervisedLog;
  private readonly every: Every;
  private watcher: StoreWatcher | null = null;
  private readonly pending = new Map<number, Pending>();
  private asks = 0;
  /** Counts `read`. An answer to what was asked before the newest of them is not fresh. */
  private reads = 0;
  /** How many of them were sent and not answered, waited for or not. */
  private unanswered = 0;
  private sawTable = false;
  private isClosed = false;
  /** Said once per outage. */
  private isUnanswered = false;
  private stopTicking = (): void => {};

  constructor(
    announcement: Announcement,
    link: SupervisorLink,
    clock: Clock,
    log: SupervisedLog,
    every: Every = everyInterval,
  ) {
    this.announcement = announcement;
    this.link = link;
    this.clock = clock;
    this.log = log;
    this.every = every;
    link.onMessage((message) => this.receive(message));
    link.onLost(() => this.giveUp(this.clock.now()));
  }

  draw(): Promise<number> {
    const ask = ++this.asks;
    // Never given up: without a number there is nothing this process could do.
    const since = Number.POSITIVE_INFINITY;
    return new Promise((resolve) => {
      const settle = (answer: ToMember | null): void => {
        if (answer?.type === 'drawn') resolve(answer.incarnation);
      };
      this.pending.set(ask, { since, settle });
      this.unanswered++;
      this.link.send({ type: 'draw', ask });
    });
  }

  begin(incarnation: number, watcher: StoreWatcher): void {
    assert(this.watcher === null, 'a process begins once');
    this.watcher = watcher;
    this.link.send({ type: 'begin', incarnation, announcement: this.announcement });
    this.stopTicking = this.every(TICK, () => this.tick());
    this.read();
  }

  tableKnown(): void {
    if (this.sawTable) return;
    this.sawTable = true;
    this.link.send({ type: 'table-known' });
  }

  swap(expected: string | null, next: string): void {
    const { reads } = this;
    this.ask(
      (ask) => ({ type: 'swap', ask, expected, next }),
      (answer) => {
        if (answer?.type !== 'swapped') return this.miss('swap');
        this.counters.swaps++;
        if (answer.document !== next) this.counters.swapsLost++;
        this.watcher?.tableSeen(answer.document, reads === this.reads);
      },
    );
  }

  read(): void {
    const reads = ++this.reads;
    this.ask(
      (ask) => ({ type: 'read', ask }),
      (answer) => {
        if (answer?.type !== 'read') return this.miss('read');
        this.counters.reads++;
        this.watcher?.tableSeen(answer.document, reads === this.reads);
        this.watcher?.membersSeen(answer.members);
      },
    );
  }

  leave(): Promise<void> {
    return new Promise((resolve) => {
      this.ask(
        (ask) => ({ type: 'leave', ask }),
        () => resolve(),
      );
    });
  }

  close(): void {
    this.isClosed = true;
    this.stopTicking();
    this.giveUp(this.clock.now());
    this.watcher = null;
  }

  private ask(message: (ask: number) => ToSupervisor, settle: (answer: ToMember | null) => void): void {
    const ask = ++this.asks;
    this.pending.set(ask, { since: this.clock.now(), settle });
    if (this.link.lost || this.isClosed || this.unanswered >= MOST_UNANSWERED) {
      // Who asks is never told within his own call.
      queueMicrotask(() => this.settle(ask, null));
      return;
    }
    this.unanswered++;
    this.link.send(message(ask));
  }

  private receive(message: ToMember): void {
    switch (message.type) {
      case 'table':
        this.watcher?.tableSeen(message.document, false);
        break;
      case 'members':
        this.watcher?.membersSeen(message.members);
        break;
      case 'show-metrics':
      case 'stop':
        break;
      default:
        this.answered();
        this.settle(message.ask, message);
    }
  }

  /** An answer after all patience is dropped: what it tells of the table came as news as well. */
  private settle(ask: number, answer: ToMember | null): void {
    const pending = this.pending.get(ask);
    this.pending.delete(ask);
    pending?.settle(answer);
  }

  private tick(): void {
    this.link.send({ type: 'alive' });
    this.giveUp(this.clock.now() - PATIENCE);
  }

  /** All who wait since then or longer are told that no answer came. */
  private giveUp(since: Instant): void {
    for (const [ask, pending] of [...this.pending]) if (pending.since <= since) this.settle(ask, null);
  }

  private answered(): void {
    this.unanswered--;
    this.counters.lastSuccess = this.clock.now();
    if (this.isUnanswered) this.log.info({}, 'the supervisor answers again');
    this.isUnanswered = false;
  }

  private miss(what: 'read' | 'swap'): void {
    if (this.isClosed) return;
    this.counters.failures++;
    const reason = this.link.lost ? 'the supervisor is gone' : 'the supervisor does not answer';
    if (!this.isUnanswered) this.log.warn({ what }, reason);
    this.isUnanswered = true;
    this.watcher?.unreachable(reason);
  }
}

function everyInterval(duration: Duration, run: () => void): () => void {
  const timer = setInterval(run, duration).unref();
  return () => clearInterval(timer);
}
