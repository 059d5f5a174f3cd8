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

const NONE = -1;
const ABSENT = 0x7fff_ffff;

/**
 * Finds which of many small numbers (slots of a table) have fallen due, at a cost per second that does not depend on
 * how many there are: a hierarchy of four rings of 64 buckets, a second, a minute, an hour and three days wide.
 *
 * The wheel keeps no deadlines of its own: it asks `deadlineOf` when it files an id and again when the id's bucket
 * comes up. So a deadline that moves *later* need not be told, which makes the renewal at every request free. One that
 * moves *earlier* must be (`file`), which is free as well where the id is already filed early enough.
 *
 * Invariants: an id is in at most one bucket, and comes up there at tick `filed[id]`; `previous[id]` is the id before it, or `-2 - bucket` if it is the first,
 * or ABSENT; an id is handed out as due only strictly after its deadline, and at most a grain and a tick late.
 */
export class DeadlineWheel {
  private readonly deadlineOf: (id: number) => Instant;
  private readonly heads = new Int32Array(LEVELS * BUCKETS).fill(NONE);
  private next = new Int32Array(0);
  private previous = new Int32Array(0);
  private filed = new Int32Array(0);
  private count = 0;
  /** The newest tick whose bucket is (being) emptied. */
  private tick = 0;

  constructor(deadlineOf: (id: number) => Instant) {
    this.deadlineOf = deadlineOf;
  }

  /** Makes room for ids 0 to `capacity` - 1. Shrinks only when empty. */
  resize(capacity: number): void {
    assert(capacity >= this.next.length || this.count === 0, 'a wheel shrinks only when empty');
    const next = new Int32Array(capacity);
    const previous = new Int32Array(capacity).fill(ABSENT);
    const filed = new Int32Array(capacity);
    if (this.count > 0) {
      next.set(this.next);
      previous.set(this.previous);
      filed.set(this.filed);
    }
    this.next = next;
    this.previous = previous;
    this.filed = filed;
  }

  has(id: number): boolean {
    return this.previous[id] !== ABSENT;
  }

  /** Sees to it that `id` comes up no later than after its present deadline; `at` is now. */
  file(id: number, at: Instant): void {
    if (this.has(id)) {
      if ((this.filed[id] as number) <= tickAfter(this.deadlineOf(id))) return;
      this.remove(id);
    }
    if (this.count === 0) this.tick = Math.max(this.tick, Math.floor(at / GRAIN));
    this.add(id);
  }

  remove(id: number): void {
    const previous = this.previous[id] as number;
    if (previous === ABSENT) return;
    const next = this.next[id] as number;
    if (previous < 0) this.heads[-2 - previous] = next;
    else this.next[previous] = next;
    if (next !== NONE) this.previous[next] = previous;
    this.previous[id] = ABSENT;
    this.count--;
  }

  /**
   * Moves on to `at` and hands every id whose deadline is before it to `onDue`, having taken it out of the wheel first;
   * whoever still has a deadline is filed again by its owner. Touches at most about `budget` ids.
   *
   * @returns the budget left; 0 means that there may be more to do at once
   */
  advance(at: Instant, budget: number, onDue: (id: number) => void): number {
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
    for (let id = this.heads[bucket] as number; id !== NONE && left > 0; id = this.heads[bucket] as number) {
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
    const head = this.heads[bucket] as number;
    this.filed[id] = this.tick + ahead;
    this.next[id] = head;
    this.previous[id] = -2 - bucket;
    if (head !== NONE) this.previous[head] = id;
    this.heads[bucket] = id;
    this.count++;
  }

  private jump(target: number): void {
    const filed: number[] = [];
    for (let bucket = 0; bucket < this.heads.length; bucket++) {
      for (let id = this.heads[bucket] as number; id !== NONE; id = this.heads[bucket] as number) {
        this.remove(id);
        filed.push(id);
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
