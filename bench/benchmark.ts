export interface BenchOptions {
  /** Length of one measured round. */
  readonly seconds: number;
  readonly rounds: number;
}

/** Something a benchmark measured against what it must not exceed, or what it must reach. */
export type Bound = { readonly what: string; readonly measured: number; readonly unit: string } & (
  | { readonly most: number }
  | { readonly least: number }
);

/** What a benchmark found: figures for --json, and bounds that decide the exit code. */
export interface Verdict {
  readonly figures: unknown;
  readonly bounds: readonly Bound[];
}

export function holds(bound: Bound): boolean {
  // Written so that NaN, the sign of a measurement that did not happen, breaks the bound.
  return 'most' in bound ? bound.measured <= bound.most : bound.measured >= bound.least;
}

export function describeBound(bound: Bound): string {
  const { what, measured, unit } = bound;
  const limit = 'most' in bound ? `at most ${round(bound.most)}` : `at least ${round(bound.least)}`;
  return `${holds(bound) ? 'holds ' : 'BROKEN'}  ${what}: ${round(measured)}${unit} (${limit}${unit})`;
}

function round(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
