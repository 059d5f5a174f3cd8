import type { Duration } from '../../src/base/instant.ts';
import { REMEMBER_FOR } from '../simulation/cluster-terms.ts';
import { touchedBy } from '../simulation/spans.ts';
import type { Span, Terms, Upheavals } from '../simulation/terms.ts';
import { triedTerms, UNDER_WAY } from '../simulation/tried-terms.ts';

/** What the judge must know of a run beside what its clients saw. On the clock of `monotonic`. */
export interface Facts {
  readonly partitions: number;
  /** From when something was done to the cluster until it was whole again. */
  readonly disturbances: readonly Span[];
  /** When members may have asked each other for one thing twice. */
  readonly hitches: readonly Span[];
  /** When members stood still. */
  readonly standstills: readonly Span[];
  /** When every copy of everything was lost, on purpose. */
  readonly losses: readonly Span[];
}

const MINUTE: Duration = 60_000;

/** What the clients of real members were promised. Machines that run them are busy: lateness is granted with both hands. */
export function termsOf(facts: Facts): Terms {
  const upheavals = upheavalsOf(facts);
  const isHitched = touchedBy(facts.hitches);
  return {
    staleWrites: 'reject',
    rememberFor: REMEMBER_FOR,
    clockDrift: 0.001,
    expiryLateness: () => 5_000,
    takeoverLateness: (timeout) => Math.min(timeout / 20, MINUTE),
    leaseLateness: 1_000,
    transferDelay: UNDER_WAY,
    ...triedTerms(isHitched, upheavals),
  };
}

/** Nobody outside knows which partitions were taken over: any may have been, whenever something was done. */
export function upheavalsOf({ disturbances, standstills, losses }: Facts): Upheavals {
  return { takeovers: disturbances, moves: disturbances.map(({ from }) => from), losses, standstills };
}
