import type { InFlightBudget } from './in-flight-budget.ts';

const FIRST_BYTES = 65_536;

/**
 * Content that comes in several chunks, gathered into one buffer. What a client announces is not allocated at once but
 * as it comes (and at most twice as much), so that a promise of 32 MiB costs it something; each growth is taken
 * from the budget first.
 */
export class ContentGatherer {
  readonly length: number;
  gathered = 0;
  /** Octets taken from the budget. Whoever has the content gives them back. */
  held = 0;
  private bytes = new Uint8Array(0);
  private readonly budget: InFlightBudget;

  constructor(length: number, budget: InFlightBudget) {
    this.length = length;
    this.budget = budget;
  }

  get isWhole(): boolean {
    return this.gathered === this.length;
  }

  /** The whole of it, without a copy. */
  get content(): Uint8Array {
    return this.bytes;
  }

  /** Takes what it lacks from the chunk, as far as it is there; false if the budget has no room. */
  gather(chunk: Uint8Array, from: number, count: number): boolean {
    const needed = this.gathered + count;
    if (needed > this.bytes.length) {
      const capacity = Math.min(this.length, Math.max(needed, this.bytes.length * 2, FIRST_BYTES));
      if (!this.budget.take(capacity - this.held)) return false;
      this.held = capacity;
      const grown = new Uint8Array(Buffer.allocUnsafeSlow(capacity).buffer);
      grown.set(this.bytes.subarray(0, this.gathered));
      this.bytes = grown;
    }
    this.bytes.set(chunk.subarray(from, from + count), this.gathered);
    this.gathered = needed;
    return true;
  }
}
