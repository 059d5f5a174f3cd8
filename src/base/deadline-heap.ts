import { assert } from './assert.ts';
import { type Instant, NEVER } from './instant.ts';

/** Something that falls due. The two fields belong to the heap while it holds the item. */
export interface Timed {
  dueAt: Instant;
  /** Its place in the heap; -1 while it is in none. */
  heapIndex: number;
}

/**
 * A binary heap of the few things that must happen to the millisecond (waiters, leases somebody waits for), where the
 * wheel's second is too coarse. Ties come out in no particular order.
 *
 * Invariant: `items[i].heapIndex === i`, and no item is due before its parent `items[(i - 1) >> 1]`.
 */
export class DeadlineHeap<T extends Timed> {
  private readonly items: T[] = [];

  get size(): number {
    return this.items.length;
  }

  /** When the first item is due; NEVER if there is none. */
  nextDueAt(): Instant {
    return this.items[0]?.dueAt ?? NEVER;
  }

  add(item: T): void {
    assert(item.heapIndex === -1, 'an item is in one heap once');
    this.items.push(item);
    this.rise(item, this.items.length - 1);
  }

  /** Takes the item out if it is in. */
  remove(item: T): void {
    const index = item.heapIndex;
    if (index === -1) return;
    item.heapIndex = -1;
    const last = this.items.pop();
    if (last === undefined || last === item) return;
    this.rise(last, index);
    this.sink(last, last.heapIndex);
  }

  /** Takes out the first item if it is due by `at`. */
  popDue(at: Instant): T | undefined {
    const first = this.items[0];
    if (first === undefined || first.dueAt > at) return undefined;
    this.remove(first);
    return first;
  }

  private rise(item: T, from: number): void {
    let index = from;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = this.items[parentIndex] as T;
      if (parent.dueAt <= item.dueAt) break;
      this.put(parent, index);
      index = parentIndex;
    }
    this.put(item, index);
  }

  private sink(item: T, from: number): void {
    let index = from;
    for (;;) {
      let childIndex = 2 * index + 1;
      if (childIndex >= this.items.length) break;
      let child = this.items[childIndex] as T;
      const right = this.items[childIndex + 1];
      if (right !== undefined && right.dueAt < child.dueAt) {
        child = right;
        childIndex++;
      }
      if (item.dueAt <= child.dueAt) break;
      this.put(child, index);
      index = childIndex;
    }
    this.put(item, index);
  }

  private put(item: T, index: number): void {
    this.items[index] = item;
    item.heapIndex = index;
  }
}
