import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import type { Duration, Instant } from '../../src/base/instant.ts';
import {
  type Asker,
  type Command,
  type Cookie,
  type LeaseEnded as LeaseEndedTrace,
  type LimitReached,
  type MemberEffects,
  type MemberTrace,
  makeKey,
  NOBODY,
  type Outcome,
  type StaleWrite,
} from '../../src/member/door.ts';
import type { Input } from '../../src/member/input.ts';
import type { Member } from '../../src/member/member.ts';
import type { MemberOptions } from '../../src/member/member-options.ts';
import { partitionOf } from '../../src/placement/locate.ts';
import { EXPIRY_LATENESS, type ModelStep, type ModelTrace, SessionModel } from '../session/session-model.ts';
import { memberAlone, UNMET } from './member-alone.ts';
import { Translation } from './translation.ts';
import { Watch } from './watch.ts';

export const SMALL: MemberOptions = {
  self: { member: 'a', incarnation: 1 },
  partitions: 4,
  copies: 1,
  bootstrapMembers: 1,
  gatewayOnly: false,
  seed: 1,
  maxMemory: 64 * 1024 * 1024,
  staleWrites: 'reject',
  maxWaitersPerSession: 50,
  maxWaitersPerSource: 1_000,
  maxWaiters: 10_000,
  rememberFor: 60_000,
  maxRememberedPerPartition: 10_000,
  maxErrands: 10_000,
  holdReads: 3_000,
  holdWrites: 8_000,
  heartbeat: 200,
  lease: 1_000,
  takeover: 1_500,
  rebuildAfter: 5_000,
  replication: { tailLength: 2_000, portionBytes: 16 * 1024, maxUncommitted: 1_000, maxQueued: 1_000 },
};

/** One client's request, in the model's numbers. */
export interface Sent {
  readonly source: number;
  readonly key: string;
  readonly command: Command;
  readonly repeatId: string | null;
}

type Event =
  | { readonly type: 'answer'; readonly asker: Asker; readonly outcome: Outcome }
  | { readonly type: 'trace'; readonly trace: SessionTrace; readonly key: string };

type LeaseEnded = Extract<ModelTrace, { type: 'lease-ended' }>;

/** More ticks than the few sessions of a test can ask for at one instant. */
const TICKS_AT_ONCE = 100;

type SessionTrace = StaleWrite | LimitReached | LeaseEndedTrace;

function isOfSession(trace: MemberTrace): trace is SessionTrace {
  return trace.type === 'stale-write' || trace.type === 'limit-reached' || trace.type === 'lease-ended';
}

/**
 * A member and the model of it, told the same and compared after every step, with a bystander watching. Cookies and
 * versions are the model's own numbers here.
 */
export class Pair {
  readonly member: Member;
  readonly model: SessionModel;
  at: Instant;
  /** What each asker was told, in the model's numbers; a waiter's outcome comes with the step that serves it. */
  readonly outcomes = new Map<Asker, Outcome>();
  private readonly options: MemberOptions;
  private readonly watch = new Watch();
  private readonly translation = new Translation();
  private readonly effects: MemberEffects;
  /** What the member did in the present step, in order. */
  private events: Event[] = [];
  /** Whether the present step gave a first outcome again. */
  private replayed = false;
  /** Leases whose end the member has not told yet: without waiters it may, until the session is next asked for. */
  private readonly endedUntold: LeaseEnded[] = [];
  private readonly history: unknown[] = [];
  private lastAsker = 0;

  constructor(options: MemberOptions = SMALL, at: Instant = 0) {
    this.options = options;
    this.at = at;
    this.member = memberAlone(options);
    this.model = new SessionModel(options, options.staleWrites);
    this.effects = {
      answer: (asker, outcome) => {
        // A view into the core's memory, good for the length of this call.
        const kept = outcome.type === 'found' ? { ...outcome, content: Uint8Array.from(outcome.content) } : outcome;
        this.events.push({ type: 'answer', asker, outcome: { ...kept } });
      },
      ...UNMET,
      trace: (trace) => {
        assert.ok(isOfSession(trace), 'a member alone has no dealings with others');
        const key = trace.type === 'limit-reached' ? '' : Buffer.from(trace.key.bytes).toString();
        this.events.push({ type: 'trace', trace: { ...trace }, key });
      },
    };
  }

  /** Hands a request in; `outcomes` has what it was told, unless it waits in line. */
  ask(sent: Sent): Asker {
    this.submit(++this.lastAsker, sent);
    return this.lastAsker;
  }

  /** A grant that did not reach its client is released, with nobody to hear of it. */
  undelivered(sent: Omit<Sent, 'command' | 'repeatId'>, cookie: Cookie): void {
    this.submit(NOBODY, { ...sent, command: { type: 'releaseExclusive', cookie }, repeatId: null });
  }

  /** Hands a named request in that finds the memory of outcomes full, which the model does not know: why it is refused. */
  refusedNamed(sent: Sent): string {
    const asker = ++this.lastAsker;
    const key = makeKey(Buffer.from(sent.key));
    this.watch.asks(asker, sent.key, partitionOf(key, this.options.partitions), sent.command, sent.repeatId);
    this.step({ ...sent, type: 'request', asker, number: asker, key });
    const outcome = this.outcomeOf(asker);
    return outcome?.type === 'unavailable' ? outcome.reason : `${outcome?.type}`;
  }

  private submit(asker: Asker, sent: Sent): void {
    const { source, key, repeatId } = sent;
    const named = makeKey(Buffer.from(key));
    const partition = partitionOf(named, this.options.partitions);
    const command = this.translation.command(sent.command, partition);
    this.watch.asks(asker, key, partition, command, repeatId);
    this.step({ type: 'request', asker, number: asker, source, key: named, command, repeatId });
    // What was stored has been copied by now: the sender's buffer is free for other bytes.
    if (command.type === 'set') command.content.fill(0xee);

    const full = this.outcomeOf(asker)?.type === 'full';
    if (full && command.type === 'set') this.checkFull(command.content.length);
    this.compare(this.model.request({ asker, number: asker, ...sent }, this.at, full));
    if (!this.replayed) this.checkLeaseEndTold(key);
  }

  /** The asker of the request handed in last. */
  get newestAsker(): Asker {
    return this.lastAsker;
  }

  cancel(asker: Asker): void {
    this.step({ type: 'cancel', asker });
    this.compare(this.model.cancel(asker, this.at));
  }

  drain(): void {
    this.step({ type: 'drain' });
    this.compare(this.model.drain(this.at));
    assert.equal(this.watch.unanswered, 0, 'a drain left somebody without an answer');
  }

  /** Moves time on: with a tick whenever one is wanted, as the loop does, or in one leap, as a stalled loop does. */
  moveTo(at: Instant, ticking = true): void {
    assert.ok(at >= this.at, 'time never goes back');
    if (ticking) {
      for (let wake = this.member.wakeAt(); wake <= at; wake = this.member.wakeAt()) {
        this.at = Math.max(this.at, wake);
        this.tick();
      }
    }
    this.at = at;
    this.history.push(ticking ? `at ${at}` : `at ${at}, late`);
  }

  move(by: Duration): void {
    this.moveTo(this.at + by);
  }

  /** Ticks until none is wanted at this instant. */
  tick(): void {
    let ticks = 0;
    do {
      assert.ok(++ticks < TICKS_AT_ONCE, 'the member wants ticks without end');
      this.step({ type: 'tick' });
      this.compare(this.model.tick(this.at, this.toldMissing()));
    } while (this.member.wakeAt() <= this.at);
    this.checkGauges();
  }

  /** Moves time on until every session that expires within so long is gone, and checks that nothing is held for it. */
  outlive(within: Duration): void {
    this.move(within + EXPIRY_LATENESS + this.options.rememberFor + 1);
    assert.equal(this.watch.unanswered, 0, 'somebody was never answered');
    assert.deepEqual(this.member.gauges(), memberAlone(this.options).gauges(), 'something is held for nobody');
  }

  /** `error` with all that was done to the pair. */
  explain(error: unknown): Error {
    const history = this.history.map((each) => inspect(each, { breakLength: 400, depth: 6 })).join('\n');
    return new Error(`${error instanceof Error ? error.message : String(error)}\n\n${history}\n`, { cause: error });
  }

  private step(input: Input): void {
    this.events = [];
    this.history.push(input.type === 'request' ? { ...input, key: Buffer.from(input.key.bytes).toString() } : input);
    const replays = this.member.counters.outcomesReplayed;
    this.member.step(input, this.at, this.effects);
    this.replayed = this.member.counters.outcomesReplayed > replays;
    if (this.events.length === 0 && input.type === 'tick') this.history.pop();
    else this.history.push(...this.events);
    for (const event of this.events) {
      if (event.type === 'answer') this.watch.answered(event.asker, event.outcome, this.at, this.replayed);
      else this.watch.traced(event.trace, event.key, this.at);
    }
  }

  private compare(expected: ModelStep): void {
    const told = this.events.filter((event) => event.type === 'answer').filter((event) => event.asker !== NOBODY);
    const due = expected.answers.filter((answer) => answer.asker !== NOBODY);
    for (const { asker, key, outcome } of due) {
      this.outcomes.set(asker, outcome);
      const actual = told.find((answer) => answer.asker === asker)?.outcome;
      if (actual === undefined) assert.fail(`asker ${asker} was not answered, but is due ${inspect(outcome)}`);
      const partition = partitionOf(makeKey(Buffer.from(key)), this.options.partitions);
      assert.deepStrictEqual(actual, this.translation.outcome(outcome, actual, partition), `the answer to ${asker}`);
    }
    assert.equal(told.length, due.length, 'somebody was answered who is not due');
    // The order of sessions in one step is the member's own affair, as is that of refusals; of what a line is given it
    // is the rule.
    for (const { key } of due) {
      const given = due.filter((answer) => answer.key === key && answer.outcome.type === 'found');
      const order = given.map((answer) => answer.asker);
      const actual = told.map((answer) => answer.asker).filter((asker) => order.includes(asker));
      assert.deepEqual(actual, order, `the order of answers for ${key}`);
    }
    assert.equal(this.replayed, expected.replayed, 'whether the first outcome is given again');
    this.compareTraces(expected.traces);
    assert.ok(this.member.wakeAt() <= this.model.latestWake(), 'the next tick comes too late for somebody in line');
    const { sessionsCreated, sessionsRemoved, locksGranted, leasesEnded, staleWrites } = this.member.counters;
    const counted = { sessionsCreated, sessionsRemoved, locksGranted, leasesEnded, staleWrites };
    assert.deepEqual(counted, this.watch.tally, 'counters');
  }

  private compareTraces(expected: readonly ModelTrace[]): void {
    const traces = this.events.filter((event) => event.type === 'trace');
    const due = expected.filter((trace) => trace.type !== 'lease-ended');
    this.endedUntold.push(...expected.filter((trace) => trace.type === 'lease-ended'));
    for (const { trace, key } of traces) {
      if (trace.type === 'lease-ended') {
        const partition = partitionOf(trace.key, this.options.partitions);
        const place = this.endedUntold.findIndex(
          (ended) => this.translation.cookie(ended.cookie, partition) === trace.cookie && ended.key === key,
        );
        if (place >= 0) this.endedUntold.splice(place, 1);
        continue;
      }
      if (trace.type === 'limit-reached' && trace.limit === 'memory') {
        assert.ok(this.events.some((event) => event.type === 'answer' && event.outcome.type === 'full'));
        continue;
      }
      const model = due.shift();
      if (trace.type === 'limit-reached') {
        assert.ok(model?.type === 'limit-reached', `no limit is reached, but ${trace.limit} is traced`);
        assert.ok(model.limits.includes(trace.limit), `${trace.limit} is traced, but it is ${model.limits.join()}`);
        assert.equal(trace.source, model.source);
      } else {
        assert.ok(model?.type === 'stale-write', 'a write is traced as stale that is not');
        const partition = partitionOf(trace.key, this.options.partitions);
        const { refusedCookie, holderCookie } = model;
        assert.deepEqual(
          { ...trace, key },
          {
            ...model,
            refusedCookie: this.translation.cookie(refusedCookie, partition),
            holderCookie: this.translation.cookie(holderCookie, partition),
          },
        );
      }
    }
    assert.deepEqual(due, [], 'something was not traced');
  }

  private checkGauges(): void {
    const { sessions, contentBytes, waiters } = this.member.gauges();
    const { sessions: modelled } = this.model;
    const living = this.model.living(this.at);
    assert.ok(sessions >= living, `${sessions} sessions are held of ${living} that live`);
    assert.ok(
      sessions <= modelled.size,
      `${sessions} sessions are held, though ${modelled.size} have not been gone long`,
    );
    assert.equal(waiters, this.model.waiters().length, 'waiters');
    if (modelled.size > living) return;
    const bytes = [...modelled.values()].reduce((sum, session) => sum + session.content.length, 0);
    assert.equal(contentBytes, bytes, 'bytes of content');
  }

  // What exactly a session costs is the member's affair; a kibibyte beside its content it does not.
  private checkFull(contentBytes: number): void {
    const { memoryBytes, memoryLimit } = this.member.gauges();
    assert.ok(
      memoryBytes + contentBytes + 1_024 > memoryLimit,
      `${memoryBytes} bytes of ${memoryLimit} are called full`,
    );
  }

  // Asking for a session brings its lease's end to light, if nothing did before.
  private checkLeaseEndTold(key: string): void {
    const newest = this.model.sessions.get(key)?.newest;
    const untold = this.endedUntold.find((ended) => ended.key === key && ended.cookie === newest);
    assert.equal(untold, undefined, 'the end of a lease was not told');
  }

  // Sessions whose waiters were told in this step that it is gone. When exactly that is done is the member's affair.
  private toldMissing(): Set<string> {
    const missing = this.model.waiters().filter(({ request }) => this.outcomeOf(request.asker)?.type === 'missing');
    return new Set(missing.map(({ request }) => request.key));
  }

  private outcomeOf(asker: Asker): Outcome | undefined {
    for (const event of this.events) if (event.type === 'answer' && event.asker === asker) return event.outcome;
    return undefined;
  }
}
