import type { Instant } from '../base/instant.ts';
import type { Outcome } from '../session/outcome.ts';
import type { Request } from './request.ts';

/** An outcome that was decided, and may be told once every copy has what it saw. */
export interface HeldAnswer {
  readonly request: Request;
  readonly outcome: Outcome;
  /** When it was decided. */
  readonly since: Instant;
}

interface Held extends HeldAnswer {
  readonly seen: number;
}

/** Held answers in the order of the sequences they saw, and among equals in the order in which they came. */
export class HeldAnswers {
  private held: Held[] = [];
  /** Those before it have been handed out. */
  private first = 0;

  get size(): number {
    return this.held.length - this.first;
  }

  hold(seen: number, { request, outcome, since }: HeldAnswer): void {
    const { held } = this;
    // Mostly it saw the newest change of all; whoever saw less goes before those.
    let place = held.length;
    while (place > this.first && (held[place - 1] as Held).seen > seen) place--;
    const answer = { request, outcome, since, seen };
    if (place === held.length) held.push(answer);
    else held.splice(place, 0, answer);
  }

  /** Hands out what saw `sequence` at most, in order of what it saw. */
  release(sequence: number, tell: (answer: HeldAnswer) => void): void {
    for (let next = this.held[this.first]; next !== undefined && next.seen <= sequence; next = this.held[this.first]) {
      this.first++;
      tell(next);
    }
    // In portions, so that the cost of moving the rest up is shared by many.
    if (2 * this.first < this.held.length) return;
    this.held.splice(0, this.first);
    this.first = 0;
  }

  /** All that is held, and holds nothing any more. */
  takeAll(): HeldAnswer[] {
    const all = this.held.slice(this.first);
    this.held = [];
    this.first = 0;
    return all;
  }
}
