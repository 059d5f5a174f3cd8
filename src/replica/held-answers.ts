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

  get size(): number {
    return this.held.length;
  }

  hold(seen: number, { request, outcome, since }: HeldAnswer): void {
    const { held } = this;
    // Mostly it saw the newest change of all; whoever saw less goes before those.
    let place = held.length;
    while (place > 0 && (held[place - 1] as Held).seen > seen) place--;
    const answer = { request, outcome, since, seen };
    if (place === held.length) held.push(answer);
    else held.splice(place, 0, answer);
  }

  /** Hands out what saw `sequence` at most, in order of what it saw. */
  release(sequence: number, tell: (answer: HeldAnswer) => void): void {
    for (let first = this.held[0]; first !== undefined && first.seen <= sequence; first = this.held[0]) {
      this.held.shift();
      tell(first);
    }
  }

  /** All that is held, and holds nothing any more. */
  takeAll(): HeldAnswer[] {
    const all = this.held;
    this.held = [];
    return all;
  }
}
