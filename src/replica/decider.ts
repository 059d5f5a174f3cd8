import { assert } from '../base/assert.ts';
import type { Instant } from '../base/instant.ts';
import type { Key } from '../base/key.ts';
import type { Outcome } from '../session/outcome.ts';
import type { Slot } from '../session/session-records.ts';
import type { SessionRules } from '../session/session-rules.ts';
import { NO_SLOT, type SessionTable } from '../session/session-table.ts';
import type { Copy } from './copy.ts';
import type { Effects } from './effects.ts';
import type { Request } from './request.ts';
import type { Shared } from './shared.ts';
import { traceStaleWrite } from './stale-write.ts';
import { isOfNumber, isSecondTry, isUndelivered, untilOf, waitOf } from './tries.ts';
import type { Waiter, WaitLine } from './wait-line.ts';

/** Tells an outcome once every copy has what it saw. */
export interface AnswerGate {
  give(request: Request, outcome: Outcome, seen: number, at: Instant, effects: Effects): void;
}

const GIVEN_UP: Outcome = { type: 'unavailable', reason: 'given-up' };

/**
 * A partition's primary at work: decides the commands on its sessions one after another, keeps the lines of those who
 * wait for locks, and expires what nobody renews.
 *
 * Invariant between steps while it may decide: a line stands behind a lock whose lease has not ended, and nobody is in
 * line for a session that is unlocked or gone; but for a moment after a takeover (`gatherUntil`), while those come back
 * who waited before.
 */
export class Decider {
  /** Locks that are freed before this are given to the line no sooner. */
  gatherUntil: Instant = 0;
  private readonly table: SessionTable;
  private readonly partition: number;
  private readonly copy: Copy;
  private readonly gate: AnswerGate;
  private readonly shared: Shared;
  private readonly rules: SessionRules;
  private readonly lines = new Map<Slot, WaitLine>();
  /** The line of a session that was just forgotten; its waiters are told in the same step. */
  private orphaned: WaitLine | null = null;

  constructor(partition: number, copy: Copy, gate: AnswerGate, shared: Shared) {
    this.partition = partition;
    this.copy = copy;
    this.gate = gate;
    this.shared = shared;
    this.table = copy.table;
    this.rules = copy.rules;
    copy.onRemoving = (slot) => this.removing(slot);
  }

  onRequest(request: Request, mayWait: boolean, at: Instant, effects: Effects): void {
    const isFirst = request.repeatId === null && request.origin === undefined;
    if (!isFirst && this.answerRepeat(request, at, effects)) return;
    const slot = this.findPresent(request.key, at, effects);
    const { command } = request;
    // Only of a grant that was not delivered there is nobody to hear.
    if (isUndelivered(request) && command.type === 'releaseExclusive' && this.rules.mustStand(slot, command.cookie)) {
      this.give(request, slot, this.rules.locked(slot, false, at), at, effects);
      return;
    }
    if (at < this.gatherUntil && mayWait && this.getBehind(slot, request, at, effects)) return;
    const before = this.copy.sequence;
    const outcome = this.rules.decide(slot, command, request, at);
    if (outcome.type === 'locked' && mayWait && waitOf(command) > 0) {
      const until = untilOf(request, at);
      if (until > at && this.getInLine(slot, request, until, at, effects)) return;
    }
    this.deliver(request, slot, outcome, before, at, effects);
    this.serveFreed(slot, at, effects);
  }

  /** The waiter's client is gone: he gets no lock any more, whatever else has fallen due by now. */
  cancel(waiter: Waiter, at: Instant, effects: Effects): void {
    const { slot } = waiter.line;
    if (this.rules.expired(slot, at)) this.expireNow(slot, at, effects);
    else if (this.table.records.locked(slot)) this.answerLocked(waiter, at, effects);
    else {
      this.leave(waiter);
      effects.answer(waiter.request.asker, GIVEN_UP);
    }
  }

  /**
   * The client has gone before it was told: what an earlier try was granted is given back, and no try may act any more.
   * Known for the same by the entry and its number.
   */
  giveUp(request: Request, at: Instant, effects: Effects): void {
    const { origin, number } = request;
    assert(origin !== undefined, 'only an entry gives up');
    const slot = this.findPresent(request.key, at, effects);
    const waiter = this.lines.get(slot)?.waiters.find((each) => isOfNumber(request, each.request, this.shared.self));
    if (waiter !== undefined) {
      this.leave(waiter);
      effects.answer(waiter.request.asker, GIVEN_UP);
    }
    const first = this.copy.numbered.recall({ entry: origin.entry, number });
    const cookie = first?.type === 'found' ? first.cookie : 0;
    const { records } = this.table;
    const holds = cookie !== 0 && slot !== NO_SLOT && records.locked(slot) && records.cookie(slot) === cookie;
    if (holds && !this.rules.mustStand(slot, cookie)) this.rules.giveBack(slot);
    else this.copy.noted();
    // Under the entry's number alone: the client itself may yet ask again, by its own name for the request.
    this.copy.remember(request, null, GIVEN_UP, this.shared.self, at);
    this.gate.give(request, GIVEN_UP, this.copy.sequence, at, effects);
    this.serveFreed(slot, at, effects);
  }

  /** All who wait, each line in its order. */
  get waiting(): Waiter[] {
    return [...this.lines.values()].flatMap(({ waiters }) => waiters);
  }

  /** The same; nobody is in line any more. */
  takeWaiters(): Waiter[] {
    const all = this.waiting;
    for (const waiter of all) this.leave(waiter);
    return all;
  }

  /** Of a former primary's line; in the place it had. What time has done waits until this member may decide. */
  receiveWaiter(request: Request, until: Instant, at: Instant, effects: Effects): boolean {
    const slot = this.table.find(request.key);
    if (slot === NO_SLOT || !this.table.records.locked(slot)) return false;
    if (this.lines.get(slot)?.waiters.some((each) => isSecondTry(request, each.request, this.shared.self)))
      return false;
    return this.getInLine(slot, request, until, at, effects);
  }

  /** This member is primary now: leases run anew, and deadlines make up for a renewal that may be lost. */
  takeOver(at: Instant): void {
    const { table } = this;
    const { records } = table;
    for (let slot = table.next(NO_SLOT); slot !== NO_SLOT; slot = table.next(slot)) {
      table.extend(slot);
      if (records.locked(slot)) table.renewLease(slot, records.lease(slot), at);
      else table.refile(slot, at);
    }
  }

  /** The waiter's time is up, or nobody may wait any more. */
  dismiss(waiter: Waiter, at: Instant, effects: Effects): void {
    // Whoever is due first in line must not lose his turn to one behind him whose time is up at the same instant.
    const { waiters } = this.shared;
    if (waiters.has(waiter)) this.settle(waiter.line.slot, at, effects);
    if (!waiters.has(waiter)) return;
    if (this.table.records.locked(waiter.line.slot)) this.answerLocked(waiter, at, effects);
    else this.serveFirst(waiter.line, at, effects);
    if (waiters.has(waiter)) this.answerLocked(waiter, at, effects);
  }

  /** The lease of the lock that a line stands behind has come to its end. */
  onLeaseEnd(line: WaitLine, at: Instant, effects: Effects): void {
    assert(this.lines.get(line.slot) === line, 'a line that is due is still open');
    if (this.settle(line.slot, at, effects)) this.serveFreed(line.slot, at, effects);
  }

  /** Forgets sessions past their deadline and ends leases that ran out. Returns the budget left; 0 means that there may be more to do at once. */
  expire(at: Instant, budget: number, effects: Effects): number {
    return this.table.collectDue(at, budget, (slot) => {
      this.settle(slot, at, effects);
    });
  }

  private removing(slot: Slot): void {
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
    const { origin } = request;
    const name = origin === undefined ? null : { entry: origin.entry, number: request.number };
    if (name !== null && this.copy.numbered.isOver(name)) {
      effects.answer(request.asker, GIVEN_UP);
      return true;
    }
    const named = request.repeatId === null ? undefined : this.copy.named.recall(request, at)?.outcome;
    const first = (name === null ? undefined : this.copy.numbered.recall(name)) ?? named;
    if (first === undefined) {
      if (request.repeatId === null || this.copy.named.hasRoom() || request.command.type === 'describe') return false;
      effects.trace({ type: 'limit-reached', limit: 'remembered-outcomes', source: request.source });
      effects.answer(request.asker, { type: 'unavailable', reason: 'too-many-remembered' });
      return true;
    }
    const outcome = this.replay(slot, first, request, at);
    if (outcome === null) return false;
    this.shared.counters.outcomesReplayed++;
    this.tellFarRenewed(slot);
    this.gate.give(request, outcome, this.copy.sequence, at, effects);
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
      return stands ? this.rules.foundAgain(slot, first.flagTaken, request.repeatId !== null) : null;
    }
    // The first try took the uninitialized flag and nothing else: look again, and tell of the flag again.
    const outcome = this.rules.decide(slot, request.command, request, at);
    return outcome.type === 'found' || outcome.type === 'locked' ? { ...outcome, flagTaken: true } : outcome;
  }

  private takePlaceInLine(slot: Slot, request: Request, at: Instant, effects: Effects): boolean {
    const { self, waiters } = this.shared;
    const first = this.lines.get(slot)?.waiters.find((waiter) => isSecondTry(request, waiter.request, self));
    if (first === undefined) return false;
    this.table.renew(slot, at);
    const asker = waiters.replace(first, request, untilOf(request, at));
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
      this.expireNow(slot, at, effects);
      return false;
    }
    if (this.rules.leaseOver(slot, at)) this.endLease(slot, at, effects);
    return true;
  }

  private expireNow(slot: Slot, at: Instant, effects: Effects): void {
    this.rules.expire(slot);
    this.tellOrphans(at, effects);
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

  /** Joins the line that stands behind a lock which was just freed; nobody passes it, even who would not wait. */
  private getBehind(slot: Slot, request: Request, at: Instant, effects: Effects): boolean {
    const line = this.lines.get(slot);
    if (line === undefined || this.table.records.locked(slot)) return false;
    if (waitOf(request.command) > 0) return this.getInLine(slot, request, untilOf(request, at), at, effects);
    if (request.command.type === 'getExclusive') this.serveFirst(line, at, effects);
    return false;
  }

  /** Whether the request now waits. If not, a limit has been reached, and `locked` is its answer. */
  private getInLine(slot: Slot, request: Request, until: Instant, at: Instant, effects: Effects): boolean {
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
    waiters.join(line, request, request.origin?.since ?? at, until);
    counters.lockWaits++;
    return true;
  }

  /** If the lock of `slot` has just been freed, or the session removed, its line moves in this very step. */
  private serveFreed(slot: Slot, at: Instant, effects: Effects): void {
    if (this.orphaned !== null) this.tellOrphans(at, effects);
    if (this.lines.size === 0) return;
    const line = this.lines.get(slot);
    if (line === undefined) return;
    if (!this.table.records.locked(slot)) {
      if (at < this.gatherUntil) {
        this.shared.waiters.leaseMoved(line, this.gatherUntil);
        return;
      }
      this.serveFirst(line, at, effects);
      return;
    }
    this.putInOrder(line);
  }

  /** The session is free: whoever has waited longest is served. */
  private serveFirst(line: WaitLine, at: Instant, effects: Effects): void {
    // Readers take no lock: all of them see what the holder left, and nobody behind them waits longer for it.
    for (const reader of line.waiters.filter(({ request }) => request.command.type === 'get'))
      this.serve(reader, at, effects);
    const next = line.waiters[0];
    if (next !== undefined) this.serve(next, at, effects);
    this.putInOrder(line);
  }

  private putInOrder(line: WaitLine): void {
    if (line.waiters.length === 0) {
      this.closeLine(line);
      return;
    }
    const leaseEnd = this.table.records.leaseEnd(line.slot);
    if (line.dueAt !== leaseEnd) this.shared.waiters.leaseMoved(line, leaseEnd);
  }

  leave(waiter: Waiter): void {
    this.shared.waiters.leave(waiter);
    if (waiter.line.waiters.length === 0) this.closeLine(waiter.line);
  }

  private answerLocked(waiter: Waiter, at: Instant, effects: Effects): void {
    const { line, request } = waiter;
    this.leave(waiter);
    const before = this.copy.sequence;
    const outcome = this.rules.decide(line.slot, request.command, request, at);
    assert(outcome.type === 'locked', 'nobody is in line for a session that is not locked');
    this.deliver(request, line.slot, outcome, before, at, effects);
  }

  private serve(waiter: Waiter, at: Instant, effects: Effects): void {
    const { line, request } = waiter;
    this.shared.waiters.leave(waiter);
    this.shared.counters.handOffs++;
    if (this.gatherUntil > 0 && request.origin !== undefined)
      effects.trace({ type: 'waiter-granted-after-takeover', partition: this.partition, peer: request.origin.entry });
    const before = this.copy.sequence;
    const outcome = this.rules.decide(line.slot, request.command, request, at);
    assert(outcome.type === 'found', 'a freed session is found');
    this.deliver(request, line.slot, outcome, before, at, effects);
  }

  private tellOrphans(at: Instant, effects: Effects): void {
    const line = this.orphaned;
    if (line === null) return;
    this.orphaned = null;
    for (const waiter of [...line.waiters]) {
      this.shared.waiters.leave(waiter);
      this.gate.give(waiter.request, { type: 'missing' }, this.copy.sequence, at, effects);
    }
  }

  private closeLine(line: WaitLine): void {
    this.lines.delete(line.slot);
    this.shared.waiters.closeLine(line);
  }

  /** `before`: the sequence before the request was decided, which tells whether it changed anything. */
  private deliver(request: Request, slot: Slot, outcome: Outcome, before: number, at: Instant, effects: Effects): void {
    const { copy } = this;
    const changed = copy.sequence !== before;
    if (changed && (copy.followed || request.repeatId !== null || request.origin !== undefined)) {
      copy.remember(request, request.repeatId, outcome, this.shared.self, at);
    }
    switch (outcome.type) {
      case 'stale':
        if (traceStaleWrite(request, this.table.records, slot, effects)) this.shared.counters.staleWrites++;
        break;
      case 'full':
        effects.trace({ type: 'limit-reached', limit: 'memory', source: request.source });
        break;
    }
    const told =
      outcome.type === 'described' ? { ...outcome, waiters: this.lines.get(slot)?.waiters.length ?? 0 } : outcome;
    if (!copy.followed) {
      effects.answer(request.asker, told);
      return;
    }
    if (!changed) this.tellFarRenewed(slot);
    this.gate.give(request, told, changed ? copy.sequence : copy.seenBy(request.key, slot), at, effects);
  }

  /** Other copies that took over now would let the session expire too early. */
  private tellFarRenewed(slot: Slot): void {
    const { copy, table } = this;
    if (copy.followed && table.has(slot) && table.isFarRenewed(slot)) copy.changed(slot);
  }

  private give(request: Request, slot: Slot, outcome: Outcome, at: Instant, effects: Effects): void {
    this.gate.give(request, outcome, this.copy.seenBy(request.key, slot), at, effects);
  }
}
