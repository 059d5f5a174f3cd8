import { BackOff } from '../../base/back-off.ts';
import type { Duration, Instant } from '../../base/instant.ts';
import type { Random } from '../../base/random.ts';
import { type Holder, sameHolder } from '../../member/door.ts';
import type { Line, LineEnd } from './line.ts';

const FIRST_WAIT: Duration = 100;
const LONGEST_WAIT: Duration = 2_000;

/** Keeps a line to one member, as far as that can be had: dials, and dials again when the line has ended. */
export class Dialler {
  target: Holder;
  address: string;
  /** When the store ceased to show the member; null while it does. */
  vanishedAt: Instant | null = null;
  private readonly dial: (target: Holder, address: string) => Line;
  private readonly backOff: BackOff;
  private line: Line | null = null;
  private timer: NodeJS.Timeout | undefined;

  constructor(target: Holder, address: string, dial: (target: Holder, address: string) => Line, random: Random) {
    this.target = target;
    this.address = address;
    this.dial = dial;
    this.backOff = new BackOff(random, FIRST_WAIT, LONGEST_WAIT);
  }

  get hasLine(): boolean {
    return this.line?.isStanding === true;
  }

  begin(): void {
    this.line = this.dial(this.target, this.address);
  }

  /** What the store shows now. A new process, or one elsewhere, is dialled at once; a former one is shown late. */
  aim(target: Holder, address: string): void {
    this.vanishedAt = null;
    if (target.incarnation < this.target.incarnation) return;
    const isSame = sameHolder(target, this.target);
    if (isSame && address === this.address) return;
    this.target = target;
    this.address = address;
    if (isSame && this.hasLine) return;
    const { line } = this;
    this.line = null;
    this.backOff.succeeded();
    clearTimeout(this.timer);
    // A line that stands to the former process lives on until the new one answers, or it dies.
    if (line?.isStanding === false) line.end('replaced', 'the store names another process');
    this.begin();
  }

  /** `stood`: for how long; null if it never did. */
  onEnd(line: Line, end: LineEnd, stood: Duration | null): void {
    if (line !== this.line) return;
    this.line = null;
    // One that breaks as soon as it stands is no better than one that never does.
    if (stood !== null && stood >= LONGEST_WAIT) this.backOff.succeeded();
    if (end === 'refused') this.backOff.slowDown();
    this.timer = setTimeout(() => this.begin(), this.backOff.delay()).unref();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.line = null;
  }
}
