import type { Duration, Instant } from '../../../src/base/instant.ts';
import type { Random } from '../../../src/base/random.ts';
import type { Agenda } from './agenda.ts';

/** From `from` on (true time) the monotonic clock shows `own` and moves at `rate`. */
interface Stretch {
  readonly from: Instant;
  readonly own: Instant;
  readonly rate: number;
}

/** Early in 2026, so that dates look like dates. */
const ABOUT_NOW = 1_770_000_000_000;

/**
 * The clocks of one machine: the monotonic one, which stands while the machine sleeps, and the wall clock, which does
 * not and can be set. Both run a little fast or slow, by one rate for the machine's life.
 */
export class MachineClock {
  private readonly agenda: Agenda;
  private readonly rate: number;
  /** In order; the last one is the present. */
  private readonly stretches: Stretch[];
  private wallAhead: Duration;

  constructor(agenda: Agenda, random: Random, drift: number) {
    this.agenda = agenda;
    this.rate = 1 + (random.fraction() * 2 - 1) * drift;
    this.stretches = [{ from: agenda.now, own: 1_000 + random.below(1_000_000), rate: this.rate }];
    this.wallAhead = ABOUT_NOW + (random.fraction() * 2 - 1) * 5_000;
  }

  /** What the monotonic clock shows. Never goes back. */
  get own(): Instant {
    return reading(this.present, this.agenda.now);
  }

  get wall(): number {
    return this.wallAhead + this.agenda.now * this.rate;
  }

  get isAsleep(): boolean {
    return this.present.rate === 0;
  }

  /** What the monotonic clock showed, or will show if nothing happens to it, at an instant of true time. */
  toOwn(instant: Instant): Instant {
    return reading(this.stretches.findLast(({ from }) => from <= instant) ?? this.first, instant);
  }

  /** When it first showed, or will, what it does now. NEVER while it stands and has not got there. */
  toTrue(own: Instant): Instant {
    for (let index = this.stretches.length - 1; index >= 0; index--) {
      const stretch = this.stretches[index] as Stretch;
      if (stretch.rate === 0 ? own > stretch.own : own >= stretch.own || index === 0) {
        return stretch.from + (own - stretch.own) / stretch.rate;
      }
    }
    return Number.NEGATIVE_INFINITY;
  }

  sleep(): void {
    if (!this.isAsleep) this.stretches.push({ from: this.agenda.now, own: this.own, rate: 0 });
  }

  wake(): void {
    if (this.isAsleep) this.stretches.push({ from: this.agenda.now, own: this.own, rate: this.rate });
  }

  stepWall(by: Duration): void {
    this.wallAhead += by;
  }

  private get first(): Stretch {
    return this.stretches[0] as Stretch;
  }

  private get present(): Stretch {
    return this.stretches[this.stretches.length - 1] as Stretch;
  }
}

function reading({ from, own, rate }: Stretch, instant: Instant): Instant {
  return own + (instant - from) * rate;
}
