import { monotonic } from './monotonic.ts';

const EVERY = 10;

/** Notices when this process cannot run: whatever it measures then is longer by as much. */
export class StallWatch {
  private timer: NodeJS.Timeout | null = null;
  private due = 0;
  private worst = 0;

  begin(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.worst = 0;
    this.due = monotonic() + EVERY;
    this.timer = setInterval(() => {
      const now = monotonic();
      this.worst = Math.max(this.worst, now - this.due);
      this.due = now + EVERY;
    }, EVERY);
  }

  /** @returns the longest stall in milliseconds */
  end(): number {
    if (this.timer !== null) clearInterval(this.timer);
    return Math.max(this.worst, monotonic() - this.due);
  }
}
