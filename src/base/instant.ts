/**
 * Milliseconds on this process's monotonic clock. Only differences mean anything; it never goes back, and it is not
 * comparable between members. Wall-clock time exists at the doors alone.
 */
export type Instant = number;

/** A length of time in milliseconds. */
export type Duration = number;

/** Later than every instant: what never falls due. */
export const NEVER: Instant = Number.POSITIVE_INFINITY;
