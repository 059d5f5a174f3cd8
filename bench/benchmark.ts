export interface BenchOptions {
  /** Length of one measured round. */
  readonly seconds: number;
  readonly rounds: number;
}

/** Something a benchmark measured against what it must not exceed. */
export interface Bound {
  readonly what: string;
  readonly measured: number;
  readonly most: number;
  readonly unit: string;
}

/** What a benchmark found: figures for --json, and bounds that decide the exit code. */
export interface Verdict {
  readonly figures: unknown;
  readonly bounds: readonly Bound[];
}

export function holds(bound: Bound): boolean {
  // Written so that NaN, the sign of a measurement that did not happen, breaks the bound.
  return bound.measured <= bound.most;
}

export function describeBound(bound: Bound): string {
  const measured = `${round(bound.measured)}${bound.unit}`;
  return `${holds(bound) ? 'holds ' : 'BROKEN'}  ${bound.what}: ${measured} (at most ${round(bound.most)}${bound.unit})`;
}

function round(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
