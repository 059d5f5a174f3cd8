import { Histogram } from '../../bench/histogram.ts';
import { type LoadReport, SLOW, type Trouble } from './load-plan.ts';

const COUNTS = ['requests', 'pages', 'polls', 'crossed', 'refused', 'brokenLocks', 'gaveUp', 'turnedAway'] as const;
type Count = (typeof COUNTS)[number];

/** What the load generator counts. */
export class Tally {
  private counts = zeros();
  private askedAgain: Record<string, number> = {};
  private troubles: Trouble[] = [];
  private shedAt: number[] = [];
  private readonly waits = new Histogram();
  private longestCalm = 0;

  /** What is counted begins here. What failed before is not forgotten. */
  begin(): void {
    this.counts = zeros();
    this.askedAgain = {};
    this.troubles = this.failures;
    this.shedAt = [];
    this.waits.clear();
    this.longestCalm = 0;
  }

  get failures(): Trouble[] {
    return this.troubles.filter(({ type }) => type === 'failed');
  }

  count(what: Count): void {
    this.counts[what]++;
  }

  /** A page that was planned for then was not begun. */
  shed(planned: number): void {
    this.shedAt.push(planned);
  }

  toldToComeAgain(member: string): void {
    this.askedAgain[member] = (this.askedAgain[member] ?? 0) + 1;
  }

  failed(trouble: Omit<Trouble, 'type'>): void {
    this.troubles.push({ type: 'failed', ...trouble });
  }

  answered(request: Omit<Trouble, 'type' | 'why'>): void {
    this.waits.record(request.wait);
    if (request.wait < SLOW) this.longestCalm = Math.max(this.longestCalm, request.wait);
    else this.troubles.push({ type: 'slow', why: '', ...request });
  }

  report(rest: Pick<LoadReport, 'seconds' | 'worstStall' | 'busy'>): LoadReport {
    const { counts, waits, longestCalm } = this;
    const [p50, p99, p999] = [waits.percentile(0.5), waits.percentile(0.99), waits.percentile(0.999)];
    const { askedAgain, troubles, shedAt } = this;
    return { ...counts, ...rest, askedAgain, troubles, shedAt, longestCalm, p50, p99, p999 };
  }
}

function zeros(): Record<Count, number> {
  return Object.fromEntries(COUNTS.map((count) => [count, 0])) as Record<Count, number>;
}
