import type { Duration } from '../../base/instant.ts';

/** A wait that can be cut short, of one who waits. */
export class Pause {
  private timer: NodeJS.Timeout | null = null;
  private go = (): void => {};
  private isWoken = false;

  /** Ends after so long, or at `wake`: at once if that came while nobody waited. */
  async wait(duration: Duration): Promise<void> {
    if (!this.isWoken) {
      await new Promise<void>((resolve) => {
        this.go = resolve;
        this.timer = setTimeout(resolve, duration);
      });
      if (this.timer !== null) clearTimeout(this.timer);
      this.timer = null;
    }
    this.isWoken = false;
  }

  wake(): void {
    this.isWoken = true;
    this.go();
  }
}
