import type { Duration } from '../../src/base/instant.ts';
import type { ClusterWatch } from './cluster-watch.ts';
import { touchedBy } from './spans.ts';
import type { Terms, Upheavals } from './terms.ts';
import { triedTerms } from './tried-terms.ts';

/** How long members remember the outcome of a request with a name. */
export const REMEMBER_FOR: Duration = 15_000;

/** A hair more than what clocks are wrong by. */
const DRIFT = 0.00101;
/** Slow ways, and cuts too short for a line to be taken for broken. */
const LONGEST_ON_THE_WAY: Duration = 8_500;
const MINUTE: Duration = 60_000;

/** What the clients of a cluster are promised. */
export function clusterTerms(watch: ClusterWatch): Terms {
  // Nothing but the times of all members matters here, which every partition knows.
  const upheavals: Upheavals = watch.upheavalsOf(0);
  const isDisturbed = touchedBy(watch.disturbances);
  return {
    staleWrites: 'reject',
    rememberFor: REMEMBER_FOR,
    clockDrift: DRIFT,
    expiryLateness: () => 3_000,
    takeoverLateness: (timeout) => Math.min(timeout / 20, MINUTE),
    leaseLateness: 0,
    transferDelay: LONGEST_ON_THE_WAY,
    ...triedTerms(isDisturbed, upheavals),
  };
}
