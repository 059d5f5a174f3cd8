import { assert } from './assert.ts';
import { type Instant, NEVER } from './instant.ts';

const GRAIN = 1_000;
const LEVELS = 4;
const BITS = 6;
const BUCKETS = 1 << BITS;
const MASK = BUCKETS - 1;
/** As far ahead as the coarsest level reaches, in ticks of a second: half a year. What is due later is filed there, and again when it comes round. */
const HORIZON = 2 ** (LEVELS * BITS) - 1;
/** Beyond a jump of so many ticks (a suspended machine, a test's clock) filing everything anew is cheaper than walking there. */
const JUMP = 4 * BUCKETS * BUCKETS;

/** In `next` and for a bucket's head: there is none. An id stands as id + 1. */
const NONE = 0;
/** In `previous`: the id is in no bucket. */
const ABSENT = 0;

/**
 * Three 32-bit numbers for every id, kept by the owner of the ids beside whatever else it knows of them; all 0 at first.
 */
export interface WheelLinks {
  next(id: number): number;
  setNext(id: number, next: number): void;
  previous(id: number): number;
  setPrevious(id: number, previous: number): void;
  filed(id: number): number;
  setFiled(id: number, tick: number): void;
}

/**
 * Finds which of many small numbers (slots of a table) have fallen due, at a cost per second that does not depend on
 * how many there are: a hierarchy of four rings of 64 buckets, a second, a minute, an hour and three days wide.
 *
 * The wheel keeps no deadlines of its own: it asks `deadlineOf` when it files an id and again when the id's bucket
 * comes up. So a deadline that moves *later* need not be told, which makes the renewal at every request free. One that
 * moves *earlier* must be (`file`), which is free as well where the id is already filed early enough.
 *
 * Invariants: an id is in at most one bucket, and comes up there at tick `filed`; its `previous` is the id before it, or
 * `-1 - bucket` if it is the first, or ABSENT; an id is handed out as due only strictly after its deadline, and at most a
 * grain and a tick late.
 */
export class DeadlineWheel {
  private readonly deadlineOf: (id: number) => Instant;
  private readonly links: WheelLinks;
  private readonly heads = new Int32Array(LEVELS * BUCKETS);
  private count = 0;
  /** The newest tick whose bucket is (being) emptied. */
  private tick = 0;

  constructor(links: WheelLinks, deadlineOf: (id: number) => Instant) {
    this.links = links;
    this.deadlineOf = deadlineOf;
  }

  has(id: number): boolean {
    return this.links.previous(id) !== ABSENT;
  }

  /** Sees to it that `id` comes up no later than after its present deadline; `at` is now. */
  file(id: number, at: Instant): void {
    if (this.has(id)) {
      if (this.links.filed(id) <= tickAfter(this.deadlineOf(id))) return;
      this.remove(id);
    }
    if (this.count === 0) this.tick = Math.max(this.tick, Math.floor(at / GRAIN));
    this.add(id);
  }

  remove(id: number): void {
    const { links } = this;
    const previous = links.previous(id);
    if (previous === ABSENT) return;
    const next = links.next(id);
    if (previous < 0) this.heads[-1 - previous] = next;
    else links.setNext(previous - 1, next);
    if (next !== NONE) links.setPrevious(next - 1, previous);
    links.setPrevious(id, ABSENT);
    this.count--;
  }

  /**
   * Moves on to `at` and hands every id whose deadline is before it to `onDue`, having taken it out of the wheel first;
   * whoever still has a deadline is filed again by its owner. Touches at most about `budget` ids.
   *
   * @returns the budget left; 0 means that there may be more to do at once
   */
  advance(at: Instant, budget: number, onDue: (id: number) => void): number {
    assert(Number.isSafeInteger(budget) && budget > 0, 'a budget is a number of ids, and ends');
    const target = Math.floor(at / GRAIN);
    if (target - this.tick > JUMP) this.jump(target);
    let left = budget;
    for (;;) {
      if (this.count === 0) {
        this.tick = Math.max(this.tick, target);
        return left;
      }
      // Emptying a bucket is taken up where the budget ended: nothing is filed into the present tick's buckets meanwhile.
      for (let level = LEVELS - 1; level > 0; level--) {
        if (this.tick % 2 ** (level * BITS) !== 0) continue;
        left = this.empty(level, left, at, onDue);
        if (left === 0) return 0;
      }
      left = this.empty(0, left, at, onDue);
      if (left === 0) return 0;
      if (this.tick >= target) return left;
      this.tick++;
    }
  }

  private empty(level: number, budget: number, at: Instant, onDue: (id: number) => void): number {
    const bucket = level * BUCKETS + (Math.floor(this.tick / 2 ** (level * BITS)) & MASK);
    let left = budget;
    for (let head = this.heads[bucket] as number; head !== NONE && left > 0; head = this.heads[bucket] as number) {
      const id = head - 1;
      left--;
      this.remove(id);
      if (this.deadlineOf(id) < at) onDue(id);
      else this.add(id);
    }
    return left;
  }

  private add(id: number): void {
    const deadline = this.deadlineOf(id);
    if (deadline === NEVER) return;
    // The first whole tick after the deadline; never the present one, whose bucket may be being emptied.
    const due = Math.max(tickAfter(deadline), this.tick + 1);
    const ahead = Math.min(due - this.tick, HORIZON);
    const level = ahead < BUCKETS ? 0 : ahead < BUCKETS ** 2 ? 1 : ahead < BUCKETS ** 3 ? 2 : 3;
    const slot = Math.floor((this.tick + ahead) / 2 ** (level * BITS)) & MASK;
    const bucket = level * BUCKETS + slot;
    const { links } = this;
    const head = this.heads[bucket] as number;
    links.setFiled(id, this.tick + ahead);
    links.setNext(id, head);
    links.setPrevious(id, -1 - bucket);
    if (head !== NONE) links.setPrevious(head - 1, id + 1);
    this.heads[bucket] = id + 1;
    this.count++;
  }

  private jump(target: number): void {
    const filed: number[] = [];
    for (let bucket = 0; bucket < this.heads.length; bucket++) {
      for (let head = this.heads[bucket] as number; head !== NONE; head = this.heads[bucket] as number) {
        this.remove(head - 1);
        filed.push(head - 1);
      }
    }
    this.tick = target - 1;
    for (const id of filed) this.add(id);
  }
}

/** The first tick that begins after `deadline`. */
function tickAfter(deadline: Instant): number {
  return Math.floor(deadline / GRAIN) + 1;
}
