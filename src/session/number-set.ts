const BITS = 5;
const FULL = -1;
const LEAST_CAPACITY = 64;

/**
 * Which of the numbers from 0 on are taken. Gives out the lowest that is free, so that what is taken gathers at the low
 * end and the high end becomes free. One bit per number, and above every 32 of them a bit that says whether all are
 * taken, level upon level.
 *
 * Invariants: `count` numbers are taken, all of them below `top`, and `top` - 1 is, unless there are none; a bit of a
 * level above the lowest is set where the word below it is full.
 */
export class NumberSet {
  count = 0;
  top = 0;
  private capacity = 0;
  private levels: Int32Array[] = [];

  take(): number {
    if (this.count === this.capacity) this.grow();
    let number = 0;
    for (let level = this.levels.length - 1; level >= 0; level--) {
      const free = ~this.word(level, number);
      number = (number << BITS) | (31 - Math.clz32(free & -free));
    }
    this.mark(number);
    this.count++;
    if (number >= this.top) this.top = number + 1;
    return number;
  }

  free(number: number): void {
    let at = number;
    for (const words of this.levels) {
      const word = words[at >>> BITS] as number;
      words[at >>> BITS] = word & ~(1 << (at & 31));
      // Those above said "not full" already.
      if (word !== FULL) break;
      at >>>= BITS;
    }
    this.count--;
    if (this.count === 0) this.startOver();
    else if (number === this.top - 1) this.top = this.lastBefore(number) + 1;
  }

  has(number: number): boolean {
    return number >= 0 && number < this.top && (this.word(0, number >>> BITS) & (1 << (number & 31))) !== 0;
  }

  /** The lowest taken number above `number`, which may be -1; -1 if there is none. */
  next(number: number): number {
    const from = number + 1;
    if (from >= this.top) return -1;
    let at = from >>> BITS;
    let word = this.word(0, at) & (FULL << (from & 31));
    while (word === 0) word = this.word(0, ++at);
    return (at << BITS) | (31 - Math.clz32(word & -word));
  }

  /** Whether any of the 2^`bits` numbers beside each other, of which `number` is one, is taken; `bits` is at least 5. */
  hasAnyBeside(number: number, bits: number): boolean {
    const words = 1 << (bits - BITS);
    const first = (number >>> bits) << (bits - BITS);
    for (let at = first; at < first + words; at++) if (this.word(0, at) !== 0) return true;
    return false;
  }

  private lastBefore(number: number): number {
    let at = number >>> BITS;
    while (this.word(0, at) === 0) at--;
    return (at << BITS) | (31 - Math.clz32(this.word(0, at)));
  }

  private mark(number: number): void {
    let at = number;
    for (const words of this.levels) {
      const word = (words[at >>> BITS] as number) | (1 << (at & 31));
      words[at >>> BITS] = word;
      if (word !== FULL) break;
      at >>>= BITS;
    }
  }

  private word(level: number, at: number): number {
    return (this.levels[level] as Int32Array)[at] as number;
  }

  /** All are taken: the same bits twice as wide are all set in their first half. */
  private grow(): void {
    const taken = this.capacity;
    this.capacity = Math.max(taken * 2, LEAST_CAPACITY);
    this.levels = [];
    let full = taken;
    for (let bits = this.capacity; ; bits = Math.ceil(bits / 32)) {
      const words = new Int32Array(Math.ceil(bits / 32));
      words.fill(FULL, 0, full >>> BITS);
      if ((full & 31) !== 0) words[full >>> BITS] = 2 ** (full & 31) - 1;
      this.levels.push(words);
      if (words.length === 1) return;
      full >>>= BITS;
    }
  }

  private startOver(): void {
    this.top = 0;
    if (this.capacity === LEAST_CAPACITY) return;
    this.capacity = 0;
    this.levels = [];
  }
}
