import { inspect } from 'node:util';
import type { Instant } from '../../src/base/instant.ts';
import type { HistoryEntry } from './history.ts';
import { numberIn } from './numbers.ts';
import { LastTold, precedes } from './precedence.ts';
import type { Operation, Operations } from './session-operations.ts';
import { isCoveredBy, isGrant, NOTHING_YET, type SessionState, textOf } from './session-state.ts';
import type { SessionSteps } from './session-steps.ts';
import type { Span } from './terms.ts';
import type { Verdict } from './verdict.ts';

interface Event {
  readonly at: Instant;
  readonly type: 'invoked' | 'returned';
  readonly operation: Operation;
}

/** How many events further back a prefix is as good as one that needs one more operation put in. */
const DETOUR = 5;

/** A prefix of an order: everything that had returned before event `at` is in it, and perhaps more. */
interface Prefix {
  /** The event that comes next: the return of an operation that is not in the order yet. */
  readonly at: number;
  /** Invoked by then, with a certain outcome, and not in the order yet. */
  readonly open: readonly Operation[];
  /** Those without a certain outcome that are in the order and could as well come later. */
  readonly used: readonly Operation[];
  readonly state: SessionState;
  /** How many operations were put in since the last event it was brought past. */
  readonly detour: number;
  /** Whether it was tried to put the returning operation next. */
  tried: boolean;
}

/**
 * The search of Wing and Gong in the manner of Lowe: an operation is put in the order when one returns that needs to be
 * there, that one first, others before it only where it leads nowhere. Prefixes that lead to one state are pursued once,
 * and not at all where another one leaves every choice they leave. The furthest prefix is pursued first; of those at one
 * event the one found first, so that short detours come before long ones.
 */
export class Search {
  private readonly operations: Operations;
  private readonly steps: SessionSteps;
  private readonly losses: readonly Span[];
  private readonly mostSteps: number;
  private readonly events: readonly Event[];
  /** What to pursue, by event. */
  private readonly queues = new Map<number, Prefix[]>();
  private furthest = -1;
  /** Who could not be told any more what he was, had something been put in the order at the furthest event. */
  private deprived: Operation | null = null;
  private top = 0;
  private bottom = 0;
  private readonly invokedAt = new Map<Operation, number>();
  private readonly seen = new Map<string, Prefix[]>();
  private readonly cookies: LastTold;
  private readonly versions: LastTold;

  constructor(operations: Operations, steps: SessionSteps, losses: readonly Span[], mostSteps: number) {
    this.operations = operations;
    this.losses = losses;
    this.steps = steps;
    this.mostSteps = mostSteps;
    this.events = operations.certain
      .flatMap((operation): Event[] => [
        { at: operation.from, type: 'invoked', operation },
        { at: operation.until, type: 'returned', operation },
      ])
      // At one instant what is invoked comes first: it may have happened before what returns.
      .sort((a, b) => a.at - b.at || Number(a.type === 'returned') - Number(b.type === 'returned'));
    this.events.forEach(({ type, operation }, index) => {
      if (type === 'invoked') this.invokedAt.set(operation, index);
    });
    this.cookies = new LastTold(this.invokedAt, ({ cookie }) => cookie);
    this.versions = new LastTold(this.invokedAt, ({ version }) => version);
  }

  run(): Verdict {
    this.reach({ at: 0, open: [], used: [], state: NOTHING_YET, detour: 0, tried: false });
    while (this.furthest < this.events.length) {
      const prefix = this.next();
      if (prefix === undefined) return { type: 'violation', why: this.explain(), steps: this.steps.steps };
      this.pursue(prefix);
      if (this.steps.steps > this.mostSteps) return this.undecided();
    }
    return { type: 'linearizable', steps: this.steps.steps };
  }

  /** Puts operations next after `prefix`. */
  private pursue(prefix: Prefix): void {
    const { at, used, state } = prefix;
    const { operation, at: instant } = this.events[at] as Event;
    if (!prefix.tried) {
      prefix.tried = true;
      this.enqueue(prefix, at - (prefix.detour + 1) * DETOUR);
      this.take(operation, prefix);
      return;
    }
    for (const other of prefix.open) {
      if (other !== operation) this.take(other, prefix);
    }
    const taken: Operation[] = [];
    for (const maybe of this.operations.uncertain) {
      if (maybe.from > instant) break;
      if (maybe.until < state.now || used.includes(maybe)) continue;
      // Of two that do the same the one that began and ends first is best put in first.
      if (taken.some((earlier) => isBetterNow(earlier, maybe, instant))) continue;
      taken.push(maybe);
      this.take(maybe, prefix);
    }
  }

  private take(next: Operation, { at, open, used, state, detour }: Prefix): void {
    if (open.some((other) => other !== next && precedes(other, next, this.losses))) return;
    const isCertain = next.outcome !== null;
    const changed = {
      open: isCertain ? open.filter((each) => each !== next) : open,
      used: isCertain || next.repeatable ? used : [...used, next],
      detour: detour + 1,
    };
    // It comes before the operation that returns at this event.
    const latest = (this.events[at] as Event).at;
    for (const after of this.steps.after(next, state, latest)) {
      if (!this.isTooSoon(next, state, after, open, at)) this.reach({ ...changed, at, state: after, tried: false });
    }
  }

  /** Whether this takes away a cookie or version, which never come again, though somebody is still to be told of it. */
  private isTooSoon(
    next: Operation,
    { session: before }: SessionState,
    { session: after }: SessionState,
    open: readonly Operation[],
    at: number,
  ): boolean {
    if (before === null) return false;
    const { newest, version } = before;
    const { cookies, versions } = this;
    const deprived =
      (after?.newest === newest ? undefined : cookies.stillTelling(newest, next, open, at)) ??
      (after?.version === version ? undefined : versions.stillTelling(version, next, open, at));
    if (deprived === undefined) return false;
    if (at === this.furthest) this.deprived = deprived;
    return true;
  }

  /** Notes a prefix as far as it goes by itself, unless its like was seen. */
  private reach(start: Prefix): void {
    let { at, open } = start;
    for (; at < this.events.length; at++) {
      const { type, operation } = this.events[at] as Event;
      if (type === 'invoked') open = [...open, operation];
      else if (open.includes(operation)) break;
    }
    if (at > this.furthest) this.deprived = null;
    this.furthest = Math.max(this.furthest, at);
    const prefix = this.simplified({ ...start, at, open, detour: at === start.at ? start.detour : 0 });
    const key = `${at} ${open.map(({ request }) => request.number).join(' ')}\n${textOf(prefix.state)}`;
    const alike = this.seen.get(key);
    if (alike === undefined) this.seen.set(key, [prefix]);
    else if (alike.some((other) => leavesAsMuch(other, prefix))) return;
    else alike.push(prefix);
    this.enqueue(prefix, at - prefix.detour * DETOUR);
  }

  /** The same prefix without what can make no difference any more, so that more of them are alike. */
  private simplified(prefix: Prefix): Prefix {
    const { at, open, state } = prefix;
    let used = prefix.used.filter(({ until }) => until >= state.now);
    if (state.remembered.length === 0) return { ...prefix, used };
    const remembered = state.remembered.filter((first) => {
      if (isGrant(first)) return state.session?.lock?.cookie === first.outcome.cookie;
      const left = first.tries.operations.filter((each) =>
        each.outcome === null
          ? each.until >= state.now && !used.includes(each)
          : open.includes(each) || (this.invokedAt.get(each) ?? 0) >= at,
      );
      if (left.some((each) => each.outcome !== null || this.steps.mayActAgain(each, first))) return true;
      // Nobody is told of these tries, and they do nothing: as good as come and gone.
      used = [...used, ...left];
      return false;
    });
    return { ...prefix, used, state: { ...state, remembered } };
  }

  private enqueue(prefix: Prefix, rank: number): void {
    const queue = this.queues.get(rank);
    if (queue === undefined) this.queues.set(rank, [prefix]);
    else queue.push(prefix);
    this.top = Math.max(this.top, rank);
    this.bottom = Math.min(this.bottom, rank);
  }

  private next(): Prefix | undefined {
    for (; this.top >= this.bottom; this.top--) {
      const next = this.queues.get(this.top)?.shift();
      if (next !== undefined) return next;
      this.queues.delete(this.top);
    }
    return undefined;
  }

  private undecided(): Verdict {
    const { certain, uncertain } = this.operations;
    const { steps } = this.steps;
    const sizes = `${certain.length} certain and ${uncertain.length} uncertain operations, ${this.seen.size} prefixes`;
    const why = `undecided after ${steps} steps: ${sizes}, event ${this.furthest} of ${this.events.length}`;
    return { type: 'undecided', why, steps };
  }

  /** Where the furthest prefixes stand, and what cannot follow them. */
  private explain(): string {
    const { operation, at } = this.events[this.furthest] as Event;
    const stuck = [...this.seen.values()].flat().filter((prefix) => prefix.at === this.furthest);
    const states = new Set(stuck.map(({ state }) => this.describe(state)));
    const around = [...this.operations.certain, ...this.operations.uncertain]
      .filter(({ from, until }) => from <= at && until >= operation.from && until >= at - 60_000)
      .map(({ entry }) => entry);
    return [
      `no order explains ${shown(operation.entry)}`,
      `the session may have been: ${[...states].slice(0, 4).join(' | ')}`,
      ...(this.deprived === null ? [] : [`somebody is told of the same later: ${shown(this.deprived.entry)}`]),
      'at that time there were also:',
      ...around.filter((entry) => entry !== operation.entry).map(shown),
    ].join('\n  ');
  }

  private describe({ session, now }: SessionState): string {
    if (session === null) return `none (${now})`;
    const content = this.operations.numbers.text(numberIn(session.content));
    const lock = session.lock === null ? 'free' : `locked ${session.lock.cookie} to ${session.lock.leaseEnd}`;
    return `${content}, ${lock}, newest ${session.newest}, flags ${session.flags}, to ${session.deadline} (${now})`;
  }
}

function leavesAsMuch(other: Prefix, prefix: Prefix): boolean {
  return isCoveredBy(prefix.state, other.state) && leavesAll(other.used, prefix.used);
}

/** Whether `one` may take the place of `other`, by `instant`, and `other` any later place of `one`. */
function isBetterNow(one: Operation, other: Operation, instant: Instant): boolean {
  const { kind, from, until } = one;
  return (
    kind === other.kind && from <= other.from && until <= other.until && (until >= instant || until === other.until)
  );
}

/** Whether everything that `used` leaves for later is left by `fewer` as well, itself or another in its place. */
function leavesAll(fewer: readonly Operation[], used: readonly Operation[]): boolean {
  if (fewer.length > used.length) return false;
  const others = used.filter((each) => !fewer.includes(each));
  return fewer.every((each) => {
    if (used.includes(each)) return true;
    const place = others.findIndex(({ kind, until }) => kind === each.kind && until >= each.until);
    if (place >= 0) others.splice(place, 1);
    return place >= 0;
  });
}

function shown(entry: HistoryEntry): string {
  return inspect(entry, { breakLength: 500, depth: 4 });
}
