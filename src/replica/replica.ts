import { assert } from '../base/assert.ts';
import type { Duration, Instant } from '../base/instant.ts';
import type { Key } from '../base/key.ts';
import type { Random } from '../base/random.ts';
import type { Command } from '../session/command.ts';
import type { Outcome } from '../session/outcome.ts';
import type { Slot } from '../session/session-records.ts';
import { type ChangeSink, type RuleShared, SessionRules } from '../session/session-rules.ts';
import { NO_SLOT, SessionTable } from '../session/session-table.ts';
import type { Effects } from './effects.ts';
import { OutcomeMemory } from './outcome-memory.ts';
import { NOBODY, type Request } from './request.ts';
import type { Waiter, Waiters, WaitLine } from './wait-line.ts';

/** What all replicas of a member have in common. */
export interface Shared extends RuleShared {
  readonly waiters: Waiters;
  /** How long the outcome of a request with a name is remembered, and how many at most per partition. */
  readonly rememberFor: Duration;
  readonly maxRememberedPerPartition: number;
}

/**
 * One partition's copy at this member, as its primary: decides the commands on its sessions one after another, numbers
 * the changes, keeps the lines of those who wait for locks, and expires what nobody renews.
 *
 * Invariant between steps: a line stands behind a lock whose lease has not ended, and nobody is in line for a session
 * that is unlocked or gone.
 */
export class Replica implements ChangeSink {
  readonly table: SessionTable;
  private readonly partition: number;
  private readonly shared: Shared;
  private readonly rules: SessionRules;
  private readonly remembered: OutcomeMemory;
  private readonly lines = new Map<Slot, WaitLine>();
  /** Numbers the partition's changes. */
  private sequence = 0;
  /** The line of a session that was just forgotten; its waiters are told in the same step. */
  private orphaned: WaitLine | null = null;

  constructor(partition: number, shared: Shared, random: Random) {
    this.partition = partition;
    this.shared = shared;
    this.table = new SessionTable(shared.memory, random.uint32());
    this.rules = new SessionRules(this.table, this, shared, random);
    this.remembered = new OutcomeMemory(shared.rememberFor, shared.maxRememberedPerPartition, shared.memory);
  }

  onRequest(request: Request, mayWait: boolean, at: Instant, effects: Effects): void {
    if (request.repeatId !== null && this.answerRepeat(request, at, effects)) return;
    const slot = this.findPresent(request.key, at, effects);
    const { command } = request;
    // Only of a grant that was not delivered there is nobody to hear.
    if (request.asker === NOBODY && command.type === 'releaseExclusive' && this.rules.mustStand(slot, command.cookie)) {
      effects.answer(request.asker, this.rules.locked(slot, false, at));
      return;
    }
    const before = this.sequence;
    const outcome = this.rules.decide(slot, command, request, at);
    if (outcome.type === 'locked' && mayWait && waitOf(command) > 0 && this.getInLine(slot, request, at, effects))
      return;
    this.deliver(request, slot, outcome, before, at, effects);
    this.serveFreed(slot, at, effects);
  }

  /** The waiter's client is gone: he gets no lock any more, whatever else has fallen due by now. */
  cancel(waiter: Waiter, at: Instant, effects: Effects): void {
    if (this.rules.expired(waiter.line.slot, at)) this.expireNow(waiter.line.slot, effects);
    else this.answerLocked(waiter, at, effects);
  }

  /** The waiter's time is up, or nobody may wait any more. */
  dismiss(waiter: Waiter, at: Instant, effects: Effects): void {
    // Whoever is due first in line must not lose his turn to one behind him whose time is up at the same instant.
    if (this.isInLine(waiter)) this.settle(waiter.line.slot, at, effects);
    if (this.isInLine(waiter)) this.answerLocked(waiter, at, effects);
  }

  /** The lease of the lock that a line stands behind has come to its end. */
  onLeaseEnd(line: WaitLine, at: Instant, effects: Effects): void {
    assert(this.lines.get(line.slot) === line, 'a line that is due is still open');
    this.settle(line.slot, at, effects);
  }

  /** Forgets sessions past their deadline and ends leases that ran out. Returns the budget left; 0 means that there may be more to do at once. */
  expire(at: Instant, budget: number, effects: Effects): number {
    this.remembered.forgetOld(at);
    return this.table.collectDue(at, budget, (slot) => {
      this.settle(slot, at, effects);
    });
  }

  changed(slot: Slot): number {
    this.sequence++;
    this.table.records.setSequence(slot, this.sequence);
    return this.sequence;
  }

  removing(slot: Slot): void {
    this.sequence++;
    const line = this.lines.get(slot);
    if (line === undefined) return;
    this.closeLine(line);
    this.orphaned = line;
  }

  /** Answers a request whose first try has been answered, or waits in line; false if it is to be decided (anew). */
  private answerRepeat(request: Request, at: Instant, effects: Effects): boolean {
    // What time has done comes first: the end of a lease may be what grants the first try its lock.
    const slot = this.findPresent(request.key, at, effects);
    if (this.takePlaceInLine(slot, request, at, effects)) return true;
    const first = this.remembered.recall(request, at);
    if (first === undefined) {
      if (this.remembered.hasRoom() || request.command.type === 'describe') return false;
      effects.trace({ type: 'limit-reached', limit: 'remembered-outcomes', source: request.source });
      effects.answer(request.asker, { type: 'unavailable', reason: 'too-many-remembered' });
      return true;
    }
    const outcome = this.replay(slot, first.outcome, request, at);
    if (outcome === null) return false;
    this.shared.counters.outcomesReplayed++;
    effects.answer(request.asker, outcome);
    return true;
  }

  /**
   * What a repeat is told. A grant counts as given again while that very lock stands; once it does not, nobody can have
   * been told of it, and the request is decided anew (null). Contents are the present ones.
   */
  private replay(slot: Slot, first: Outcome, request: Request, at: Instant): Outcome | null {
    if (first.type !== 'found' && first.type !== 'locked') return first;
    const { records } = this.table;
    if (first.type === 'found' && first.cookie !== 0) {
      const stands = slot !== NO_SLOT && records.locked(slot) && records.cookie(slot) === first.cookie;
      return stands ? this.rules.foundAgain(slot, first.flagTaken) : null;
    }
    // The first try took the uninitialized flag and nothing else: look again, and tell of the flag again.
    const outcome = this.rules.decide(slot, request.command, request, at);
    return outcome.type === 'found' || outcome.type === 'locked' ? { ...outcome, flagTaken: true } : outcome;
  }

  private takePlaceInLine(slot: Slot, request: Request, at: Instant, effects: Effects): boolean {
    const first = this.lines.get(slot)?.waiters.find((waiter) => isSecondTry(request, waiter.request));
    if (first === undefined) return false;
    this.table.renew(slot, at);
    const asker = this.shared.waiters.replace(first, request, at + waitOf(request.command));
    effects.answer(asker, { type: 'unavailable', reason: 'replaced-by-second-try' });
    return true;
  }

  /** The slot under `key` once what time has done to the session is carried out: expiry, the end of a lease. */
  private findPresent(key: Key, at: Instant, effects: Effects): Slot {
    const slot = this.table.find(key);
    return slot !== NO_SLOT && this.settle(slot, at, effects) ? slot : NO_SLOT;
  }

  /** Whether the session is still there. */
  private settle(slot: Slot, at: Instant, effects: Effects): boolean {
    if (this.rules.expired(slot, at)) {
      this.expireNow(slot, effects);
      return false;
    }
    if (this.rules.leaseOver(slot, at)) this.endLease(slot, at, effects);
    return true;
  }

  private expireNow(slot: Slot, effects: Effects): void {
    this.rules.expire(slot);
    this.tellOrphans(effects);
  }

  private endLease(slot: Slot, at: Instant, effects: Effects): void {
    const { records } = this.table;
    this.rules.endLease(slot);
    effects.trace({
      type: 'lease-ended',
      key: this.table.key(slot),
      holder: records.holder(slot),
      cookie: records.cookie(slot),
      age: at - records.since(slot),
    });
    this.serveFreed(slot, at, effects);
  }

  /** Whether the request now waits. If not, a limit has been reached, and `locked` is its answer. */
  private getInLine(slot: Slot, request: Request, at: Instant, effects: Effects): boolean {
    const { waiters, counters } = this.shared;
    let line = this.lines.get(slot);
    const limit = waiters.limitFor(line, request.source);
    if (limit !== null) {
      effects.trace({ type: 'limit-reached', limit, source: request.source });
      return false;
    }
    if (line === undefined) {
      line = waiters.openLine(this.partition, slot, this.table.records.leaseEnd(slot));
      this.lines.set(slot, line);
    }
    waiters.join(line, request, at + waitOf(request.command));
    counters.lockWaits++;
    return true;
  }

  /** If the lock of `slot` has just been freed, or the session removed, its line moves in this very step. */
  private serveFreed(slot: Slot, at: Instant, effects: Effects): void {
    if (this.orphaned !== null) this.tellOrphans(effects);
    if (this.lines.size === 0) return;
    const line = this.lines.get(slot);
    if (line === undefined) return;
    const { records } = this.table;
    if (!records.locked(slot)) {
      // Readers take no lock: all of them see what the holder left, and nobody behind them waits longer for it.
      for (const reader of line.waiters.filter((waiter) => waiter.request.command.type === 'get')) {
        this.serve(reader, at, effects);
      }
      const next = line.waiters[0];
      if (next !== undefined) this.serve(next, at, effects);
    }
    if (line.waiters.length === 0) this.closeLine(line);
    else if (line.dueAt !== records.leaseEnd(slot)) this.shared.waiters.leaseMoved(line, records.leaseEnd(slot));
  }

  private isInLine(waiter: Waiter): boolean {
    return this.shared.waiters.of(waiter.request.asker) === waiter;
  }

  private answerLocked(waiter: Waiter, at: Instant, effects: Effects): void {
    const { line, request } = waiter;
    this.shared.waiters.leave(waiter);
    if (line.waiters.length === 0) this.closeLine(line);
    const before = this.sequence;
    const outcome = this.rules.decide(line.slot, request.command, request, at);
    assert(outcome.type === 'locked', 'nobody is in line for a session that is not locked');
    this.deliver(request, line.slot, outcome, before, at, effects);
  }

  private serve(waiter: Waiter, at: Instant, effects: Effects): void {
    const { line, request } = waiter;
    this.shared.waiters.leave(waiter);
    this.shared.counters.handOffs++;
    const before = this.sequence;
    const outcome = this.rules.decide(line.slot, request.command, request, at);
    assert(outcome.type === 'found', 'a freed session is found');
    this.deliver(request, line.slot, outcome, before, at, effects);
  }

  private tellOrphans(effects: Effects): void {
    const line = this.orphaned;
    if (line === null) return;
    this.orphaned = null;
    for (const waiter of [...line.waiters]) {
      this.shared.waiters.leave(waiter);
      effects.answer(waiter.request.asker, { type: 'missing' });
    }
  }

  private closeLine(line: WaitLine): void {
    this.lines.delete(line.slot);
    this.shared.waiters.closeLine(line);
  }

  /** `before`: the sequence before the request was decided, which tells whether it changed anything. */
  private deliver(request: Request, slot: Slot, outcome: Outcome, before: number, at: Instant, effects: Effects): void {
    if (request.repeatId !== null && this.sequence !== before) this.remembered.remember(request, outcome, at);
    switch (outcome.type) {
      case 'stale':
        this.traceStale(request, slot, effects);
        break;
      case 'full':
        effects.trace({ type: 'limit-reached', limit: 'memory', source: request.source });
        break;
      case 'described': {
        const waiters = this.lines.get(slot)?.waiters.length ?? 0;
        effects.answer(request.asker, waiters === 0 ? outcome : { ...outcome, waiters });
        return;
      }
    }
    effects.answer(request.asker, outcome);
  }

  private traceStale(request: Request, slot: Slot, effects: Effects): void {
    const { command, key, source } = request;
    if (command.type !== 'set' && command.type !== 'remove') return;
    const { records } = this.table;
    this.shared.counters.staleWrites++;
    effects.trace({
      type: 'stale-write',
      command: command.type,
      key,
      refused: source,
      refusedCookie: command.cookie,
      holder: records.holder(slot),
      holderCookie: records.cookie(slot),
    });
  }
}

function waitOf(command: Command): Duration {
  return command.type === 'get' || command.type === 'getExclusive' ? command.wait : 0;
}

function isSecondTry(request: Request, first: Request): boolean {
  return request.repeatId === first.repeatId && request.command.type === first.command.type;
}
