import type { Entrance, Flushable } from '../member/door.ts';

const PAGE_BYTES = 262_144;
/** Longer answers get memory of their own. */
const LONGEST_ANSWER = 16_384;
/** Of so many outboxes at most the page is left to them. */
const MOST_PINS = 32;

/**
 * Memory for the answers of one turn, and then for those of the next: what the kernel took at once needs it no longer, so
 * answers cost neither an allocation nor, later, the collector's work.
 *
 * An outbox that still holds answers of this page after it was flushed pins the page. That one is left to it, and with the
 * next turn another is begun. One answer may so keep a whole page in memory; only so many may, beyond that answers get
 * memory of their own. The same goes for answers of an outbox whose client is slow already.
 *
 * Invariant: what was taken in a turn is written out or pinned when the next turn begins.
 */
export class AnswerPage implements Flushable {
  private readonly entrance: Pick<Entrance, 'flushAtEndOfTurn'>;
  private bytes = Buffer.allocUnsafeSlow(PAGE_BYTES);
  private used = 0;
  private isLeft = false;
  private isInTurn = false;
  private pins = 0;

  constructor(entrance: Pick<Entrance, 'flushAtEndOfTurn'>) {
    this.entrance = entrance;
  }

  /** Memory that holds until the outbox it is given to has been flushed, and for as long as that pins it; null if there is none. */
  take(length: number): Buffer | null {
    if (length > LONGEST_ANSWER || this.pins >= MOST_PINS) return null;
    if (!this.isInTurn) this.beginTurn();
    const end = this.used + length;
    if (end > PAGE_BYTES) return null;
    const taken = this.bytes.subarray(this.used, end);
    this.used = end;
    return taken;
  }

  pin(): void {
    this.pins++;
    this.isLeft = true;
  }

  unpin(): void {
    this.pins--;
  }

  flush(): void {
    this.isInTurn = false;
  }

  private beginTurn(): void {
    if (this.isLeft) this.bytes = Buffer.allocUnsafeSlow(PAGE_BYTES);
    this.isLeft = false;
    this.used = 0;
    this.isInTurn = true;
    this.entrance.flushAtEndOfTurn(this);
  }
}
