/**
 * Octets of requests that all connections together hold: half received, waiting, or running.
 *
 * Invariant: 0 <= held <= limit.
 */
export class InFlightBudget {
  held = 0;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Whether there was room; if not, nothing was taken. */
  take(bytes: number): boolean {
    if (this.held + bytes > this.limit) return false;
    this.held += bytes;
    return true;
  }

  give(bytes: number): void {
    this.held -= bytes;
  }
}
