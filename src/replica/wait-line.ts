import type { DeadlineHeap, Timed } from '../base/deadline-heap.ts';
import type { Instant } from '../base/instant.ts';
import type { Slot } from '../session/session-records.ts';
import type { SourceIndex } from '../session/source.ts';
import type { Limit } from './effects.ts';
import type { Asker, Request } from './request.ts';

/** A request that waits for its session's lock. Due when it has waited as long as it would. */
export interface Waiter extends Timed {
  readonly kind: 'waiter';
  request: Request;
  readonly line: WaitLine;
  /** Since when its client has waited. */
  readonly since: Instant;
}

/**
 * Those who wait for one session's lock, first come first. Due when the lock's lease ends.
 *
 * Invariants: exists only while the session is locked and somebody waits; `waiters` is in order of `since`.
 */
export interface WaitLine extends Timed {
  readonly kind: 'line';
  readonly partition: number;
  readonly slot: Slot;
  readonly waiters: Waiter[];
}

export interface WaitLimits {
  readonly maxWaitersPerSession: number;
  readonly maxWaitersPerSource: number;
  readonly maxWaiters: number;
}

/**
 * All who wait at this member, by asker and by when they are due. Knows who stands where; why a line moves is the
 * replica's business.
 *
 * Invariant: a waiter is in its line, in `byAsker`, in the heap and counted for its source, or in none of them.
 */
export class Waiters {
  private readonly limits: WaitLimits;
  private readonly heap: DeadlineHeap<Waiter | WaitLine>;
  private readonly byAsker = new Map<Asker, Waiter>();
  private readonly perSource = new Map<SourceIndex, number>();

  constructor(limits: WaitLimits, heap: DeadlineHeap<Waiter | WaitLine>) {
    this.limits = limits;
    this.heap = heap;
  }

  get size(): number {
    return this.byAsker.size;
  }

  /** The limit that keeps a request of `source` from joining `line`; null if none does. */
  limitFor(line: WaitLine | undefined, source: SourceIndex): Limit | null {
    if ((line?.waiters.length ?? 0) >= this.limits.maxWaitersPerSession) return 'waiters-per-session';
    if ((this.perSource.get(source) ?? 0) >= this.limits.maxWaitersPerSource) return 'waiters-per-source';
    return this.byAsker.size >= this.limits.maxWaiters ? 'waiters' : null;
  }

  of(asker: Asker): Waiter | undefined {
    return this.byAsker.get(asker);
  }

  has(waiter: Waiter): boolean {
    return this.byAsker.get(waiter.request.asker) === waiter;
  }

  /** As they stand now: the list stays as it is while they leave. */
  all(): Waiter[] {
    return [...this.byAsker.values()];
  }

  openLine(partition: number, slot: Slot, leaseEnd: Instant): WaitLine {
    const line: WaitLine = { kind: 'line', partition, slot, waiters: [], dueAt: leaseEnd, heapIndex: -1 };
    this.heap.add(line);
    return line;
  }

  closeLine(line: WaitLine): void {
    this.heap.remove(line);
  }

  /** The lock that `line` waits for has a new lease. */
  leaseMoved(line: WaitLine, leaseEnd: Instant): void {
    this.heap.remove(line);
    line.dueAt = leaseEnd;
    this.heap.add(line);
  }

  /** Behind all who have waited as long: further tries keep the place of the first, as far as clocks can tell. */
  join(line: WaitLine, request: Request, since: Instant, until: Instant): void {
    const waiter: Waiter = { kind: 'waiter', request, line, since, dueAt: until, heapIndex: -1 };
    let place = line.waiters.length;
    while (place > 0 && (line.waiters[place - 1] as Waiter).since > since) place--;
    line.waiters.splice(place, 0, waiter);
    this.enter(waiter);
  }

  /** A second try of the same request takes the place of the first, whose asker is returned. */
  replace(waiter: Waiter, request: Request, until: Instant): Asker {
    const first = waiter.request.asker;
    this.forget(waiter);
    waiter.request = request;
    waiter.dueAt = until;
    this.enter(waiter);
    return first;
  }

  leave(waiter: Waiter): void {
    const { waiters } = waiter.line;
    waiters.splice(waiters.indexOf(waiter), 1);
    this.forget(waiter);
  }

  private enter(waiter: Waiter): void {
    const { asker, source } = waiter.request;
    this.byAsker.set(asker, waiter);
    this.perSource.set(source, (this.perSource.get(source) ?? 0) + 1);
    this.heap.add(waiter);
  }

  private forget(waiter: Waiter): void {
    const { asker, source } = waiter.request;
    this.byAsker.delete(asker);
    const left = (this.perSource.get(source) as number) - 1;
    if (left === 0) this.perSource.delete(source);
    else this.perSource.set(source, left);
    this.heap.remove(waiter);
  }
}
