const LEAST_CAPACITY = 8;
/** A map with more places becomes smaller when few are taken. */
const MOST_EMPTY = 64;
/** One in so many. */
const FEW = 8;
/** Spreads numbers that follow each other: 2^32 divided by the golden ratio. */
const SPREAD = 0x9e3779b1;

/**
 * A map from whole numbers, for what comes and goes with every request. `Map` makes itself new tables as entries go, and
 * each old one leads to the next: once one of them is old enough for the collector to look at it seldom, it keeps alive
 * whatever was in all that came after. Here an entry that is gone leaves nothing behind.
 *
 * Open addressing: an entry lies at its number's place or in the next free one behind it, in a circle.
 *
 * Invariants: `values[i]` is undefined where nothing lies; at most half of the places are taken, and of more than
 * MOST_EMPTY at least one in FEW; between an entry and its own place no place is free.
 */
export class NumberMap<V extends object> {
  size = 0;
  private keys = new Float64Array(LEAST_CAPACITY);
  private values: (V | undefined)[] = new Array<V | undefined>(LEAST_CAPACITY).fill(undefined);
  private mask = LEAST_CAPACITY - 1;

  get(key: number): V | undefined {
    return this.size === 0 ? undefined : this.values[this.find(key)];
  }

  has(key: number): boolean {
    return this.get(key) !== undefined;
  }

  set(key: number, value: V): void {
    let at = this.find(key);
    if (this.values[at] === undefined) {
      if (2 * (this.size + 1) > this.values.length) {
        this.resize(2 * this.values.length);
        at = this.find(key);
      }
      this.keys[at] = key;
      this.size++;
    }
    this.values[at] = value;
  }

  /** What lay there. */
  delete(key: number): V | undefined {
    if (this.size === 0) return undefined;
    const at = this.find(key);
    const value = this.values[at];
    if (value !== undefined) {
      this.vacate(at);
      this.shrink();
    }
    return value;
  }

  /** Without those for which it holds. */
  deleteWhere(isGone: (key: number) => boolean): void {
    for (let at = 0; at < this.values.length; ) {
      // What lay further on may come to lie here.
      if (this.values[at] !== undefined && isGone(this.keys[at] as number)) this.vacate(at);
      else at++;
    }
    this.shrink();
  }

  /** By number, the lowest first: the order in which they lie says nothing. */
  entries(isWanted: (value: V) => boolean = () => true): [number, V][] {
    const all: [number, V][] = [];
    for (let at = 0; at < this.values.length; at++) {
      const value = this.values[at];
      if (value !== undefined && isWanted(value)) all.push([this.keys[at] as number, value]);
    }
    return all.sort(([a], [b]) => a - b);
  }

  /** Where the number lies, or the free place where it would. */
  private find(key: number): number {
    const { keys, values, mask } = this;
    let at = this.placeOf(key);
    while (values[at] !== undefined && keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  private placeOf(key: number): number {
    return (Math.imul(key | 0, SPREAD) >>> 12) & this.mask;
  }

  /** Those behind it move up, as far as their own places let them. */
  private vacate(from: number): void {
    const { keys, values, mask } = this;
    let free = from;
    for (let at = (from + 1) & mask; values[at] !== undefined; at = (at + 1) & mask) {
      const place = this.placeOf(keys[at] as number);
      if (((at - place) & mask) < ((at - free) & mask)) continue;
      keys[free] = keys[at] as number;
      values[free] = values[at];
      free = at;
    }
    values[free] = undefined;
    this.size--;
  }

  private shrink(): void {
    let capacity = this.values.length;
    while (capacity > MOST_EMPTY && this.size * FEW < capacity) capacity /= 2;
    if (capacity < this.values.length) this.resize(capacity);
  }

  private resize(capacity: number): void {
    const { keys, values } = this;
    this.keys = new Float64Array(capacity);
    this.values = new Array<V | undefined>(capacity).fill(undefined);
    this.mask = capacity - 1;
    for (let at = 0; at < values.length; at++) {
      const value = values[at];
      if (value === undefined) continue;
      const to = this.find(keys[at] as number);
      this.keys[to] = keys[at] as number;
      this.values[to] = value;
    }
  }
}
