/** Buckets per doubling: a value is known to within 1/64 of itself. */
const FINE = 64;
const FINE_BITS = 6;

/** Latencies in log-linear buckets of tenths of a microsecond: constant memory, about 1.5 % of error, up to 100 s. */
export class Histogram {
  private readonly buckets = new Uint32Array(FINE * 27);
  private recorded = 0;
  private longest = 0;

  /** Takes milliseconds. */
  record(milliseconds: number): void {
    const value = Math.min(Math.round(milliseconds * 10_000), 1_000_000_000);
    this.buckets[bucketOf(value)] = (this.buckets[bucketOf(value)] as number) + 1;
    this.recorded++;
    if (milliseconds > this.longest) this.longest = milliseconds;
  }

  get count(): number {
    return this.recorded;
  }

  /** The longest one exactly, in milliseconds. */
  get max(): number {
    return this.longest;
  }

  /** Milliseconds that a `share` (0 to 1) of all values do not exceed; 0 when there are none. */
  percentile(share: number): number {
    let left = Math.ceil(this.recorded * share);
    for (let bucket = 0; bucket < this.buckets.length; bucket++) {
      left -= this.buckets[bucket] as number;
      if (left <= 0 && this.recorded > 0) return Math.min(upperEndOf(bucket) / 10_000, this.longest);
    }
    return this.longest;
  }

  clear(): void {
    this.buckets.fill(0);
    this.recorded = 0;
    this.longest = 0;
  }
}

function bucketOf(value: number): number {
  if (value < FINE * 2) return value;
  const shift = 31 - Math.clz32(value) - FINE_BITS;
  return (shift + 1) * FINE + (value >>> shift) - FINE;
}

function upperEndOf(bucket: number): number {
  if (bucket < FINE * 2) return bucket;
  const shift = Math.floor(bucket / FINE) - 1;
  return ((bucket % FINE) + FINE + 1) * 2 ** shift - 1;
}
