import type { Outcome } from '../session/outcome.ts';
import type { Request } from './request.ts';

/** An outcome that was decided, and may be told once every copy has what it saw. */
export interface HeldAnswer {
  readonly request: Request;
  readonly outcome: Outcome;
}

/** Held answers by the sequence they saw. */
export class HeldAnswers {
  size = 0;
  private readonly bySequence = new Map<number, HeldAnswer[]>();
  /** Nothing is held for this sequence or below. */
  private released = 0;

  hold(sequence: number, answer: HeldAnswer): void {
    const held = this.bySequence.get(sequence);
    if (held === undefined) this.bySequence.set(sequence, [answer]);
    else held.push(answer);
    this.size++;
  }

  /** Hands out what saw `sequence` at most, in order of what it saw. */
  release(sequence: number, tell: (answer: HeldAnswer) => void): void {
    // After a takeover the first step is as long as the whole history; the answers are few.
    if (sequence - this.released > this.bySequence.size) {
      for (const seen of [...this.bySequence.keys()].sort((a, b) => a - b))
        if (seen <= sequence) this.tellAll(seen, tell);
    } else {
      for (let seen = this.released + 1; seen <= sequence; seen++) this.tellAll(seen, tell);
    }
    this.released = Math.max(this.released, sequence);
  }

  /** All that is held, and holds nothing any more. */
  takeAll(): HeldAnswer[] {
    const all = [...this.bySequence.values()].flat();
    this.bySequence.clear();
    this.size = 0;
    this.released = 0;
    return all;
  }

  private tellAll(sequence: number, tell: (answer: HeldAnswer) => void): void {
    const held = this.bySequence.get(sequence);
    if (held === undefined) return;
    this.bySequence.delete(sequence);
    this.size -= held.length;
    for (const answer of held) tell(answer);
  }
}
