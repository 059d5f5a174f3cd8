/** Has requests that did not start because too much is unread. */
export interface HeldBack {
  /** Starts what may start; returns whether anything now runs that will be answered. */
  start(): boolean;
}

/**
 * Octets of answers that wait for their clients to read, over all connections: rendered, and not yet taken by the
 * kernel. What the kernel takes at once is added and subtracted within a turn.
 *
 * Above half of the limit, connections start no request. When it drops, those held back must not all start at once:
 * each could bring an answer that no longer fits. So one starts per answer given, and one per sweep.
 */
export class UnreadAnswers {
  /** Written by the outboxes. */
  held = 0;
  private readonly limit: number;
  private readonly heldBack = new Set<HeldBack>();

  constructor(limit: number) {
    this.limit = limit;
  }

  /** So much waits already that requests not yet started had better wait too. */
  get isHigh(): boolean {
    return this.held * 2 > this.limit;
  }

  /**
   * Whether an answer with so much content may be rendered. Below half of the limit it may in any case: the largest
   * content may be as large as the limit itself, and is not to depend on a few octets of others.
   */
  hasRoomFor(contentBytes: number): boolean {
    return !this.isHigh || this.held + contentBytes <= this.limit;
  }

  /** Remembers one that found `isHigh`, to be started when that is over. */
  holdBack(one: HeldBack): void {
    this.heldBack.add(one);
  }

  forget(one: HeldBack): void {
    this.heldBack.delete(one);
  }

  /** Lets one start that was held back, if there is room: who came first goes first. */
  startNext(): void {
    for (const one of this.heldBack) {
      if (this.isHigh) return;
      this.heldBack.delete(one);
      if (one.start()) return;
    }
  }
}
