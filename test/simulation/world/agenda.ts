import type { Duration, Instant } from '../../../src/base/instant.ts';

/** Something that will happen. `dueAt` and `order` belong to the agenda while it is in there. */
export interface Due {
  dueAt: Instant;
  order: number;
  fire(): void;
}

/** How much true time passes at least between two looks at the condition that `settle` waits for. */
const LOOK_EVERY: Duration = 1;

/**
 * What will happen, and true time, which moves from one happening to the next. Ties come out in the order in which they
 * went in, so that a run is the same every time.
 *
 * Invariant: nothing is due before its parent at `(i - 1) >> 1`, nor before `now`.
 */
export class Agenda {
  now: Instant = 0;
  /** How many things have happened. */
  fired = 0;
  private readonly items: Due[] = [];
  private orders = 0;

  /** Puts it in; what is past is due at once, after all that is due now already. */
  add(due: Due, at: Instant): void {
    due.dueAt = Math.max(at, this.now);
    due.order = ++this.orders;
    this.items.push(due);
    this.rise(due);
  }

  at(instant: Instant, action: () => void): void {
    this.add({ dueAt: 0, order: 0, fire: action }, instant);
  }

  runUntil(instant: Instant): void {
    for (let due = this.items[0]; due !== undefined && due.dueAt <= instant; due = this.items[0]) this.fire(due);
    this.now = Math.max(this.now, instant);
  }

  settle(condition: () => boolean, limit: Instant): boolean {
    let lookAt = this.now;
    for (;;) {
      const next = this.items[0]?.dueAt ?? Number.POSITIVE_INFINITY;
      // Everything of one instant belongs together: what is looked at is never in the middle of something.
      if (next > this.now && next >= lookAt) {
        if (condition()) return true;
        lookAt = this.now + LOOK_EVERY;
      }
      if (next > limit) break;
      this.fire(this.items[0] as Due);
    }
    this.now = Math.max(this.now, limit);
    return condition();
  }

  private fire(due: Due): void {
    this.takeFirst();
    this.now = due.dueAt;
    this.fired++;
    due.fire();
  }

  private takeFirst(): void {
    const { items } = this;
    const item = items.pop() as Due;
    const size = items.length;
    if (size === 0) return;
    let index = 0;
    for (;;) {
      let childIndex = 2 * index + 1;
      if (childIndex >= size) break;
      let child = items[childIndex] as Due;
      if (childIndex + 1 < size && isBefore(items[childIndex + 1] as Due, child)) child = items[++childIndex] as Due;
      if (!isBefore(child, item)) break;
      items[index] = child;
      index = childIndex;
    }
    items[index] = item;
  }

  private rise(item: Due): void {
    const { items } = this;
    let index = items.length - 1;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = items[parentIndex] as Due;
      if (!isBefore(item, parent)) break;
      items[index] = parent;
      index = parentIndex;
    }
    items[index] = item;
  }
}

function isBefore(one: Due, other: Due): boolean {
  return one.dueAt < other.dueAt || (one.dueAt === other.dueAt && one.order < other.order);
}
