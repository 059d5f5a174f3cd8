import type { Duration } from '../../src/base/instant.ts';
import { NO_COOKIE } from '../../src/member/door.ts';
import type { ClusterWatch } from './cluster-watch.ts';
import type { HistoryCommand, HistoryEntry } from './history.ts';
import { touchedBy } from './spans.ts';
import { stoodStill, type Terms, type Upheavals } from './terms.ts';

/** How long members remember the outcome of a request with a name. */
export const REMEMBER_FOR: Duration = 15_000;

/** A line that broke is not made again sooner. */
const QUICK: Duration = 40;
/** A hair more than what clocks are wrong by. */
const DRIFT = 0.00101;
/** The longest a member holds a request whose outcome it does not know, and how long that request may be under way then. */
const HELD: Duration = 8_000;
const UNDER_WAY: Duration = 10_000;
/** What could free a lock, or leave one behind, is tried on by its member for as long as a lock's lease may run. */
const TRIED_ON: Duration = 110_000;
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
    triedAnew: ({ invoked, returned }: HistoryEntry) => {
      const end = returned ?? invoked + HELD + UNDER_WAY;
      return end - invoked > QUICK && isDisturbed(invoked, end);
    },
    lingering: ({ command, invoked }: HistoryEntry) => {
      const length = (isTriedOn(command) ? TRIED_ON : HELD) + UNDER_WAY;
      return length + stoodStill(invoked, invoked + length, upheavals);
    },
  };
}

function isTriedOn(command: HistoryCommand): boolean {
  switch (command.type) {
    case 'set':
    case 'remove':
    case 'releaseExclusive':
      return command.cookie > NO_COOKIE && command.cookie !== 0;
    default:
      return command.type === 'getExclusive';
  }
}
