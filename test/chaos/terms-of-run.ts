import type { Duration } from '../../src/base/instant.ts';
import { NO_COOKIE } from '../../src/member/door.ts';
import type { HistoryEntry } from '../simulation/history.ts';
import { touchedBy } from '../simulation/spans.ts';
import { type Span, stoodStill, type Terms, type Upheavals } from '../simulation/terms.ts';

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
/** Members remember named outcomes for so long. */
const REMEMBER_FOR: Duration = 15_000;
/** What a member goes on trying: for as long as it holds a request, or as a lock's lease may run; and its way there. */
const HELD: Duration = 8_000;
const TRIED_ON: Duration = 110_000;
const UNDER_WAY: Duration = 10_000;
/** A request that took less was not asked for twice. */
const QUICK: Duration = 40;

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
    triedAnew: ({ invoked, returned }: HistoryEntry) => {
      const end = returned ?? invoked + HELD + UNDER_WAY;
      return end - invoked > QUICK && isHitched(invoked, end);
    },
    lingering: ({ command, invoked }: HistoryEntry) => {
      const length = (isTriedOn(command) ? TRIED_ON : HELD) + UNDER_WAY;
      return length + stoodStill(invoked, invoked + length, upheavals);
    },
  };
}

/** Nobody outside knows which partitions were taken over: any may have been, whenever something was done. */
export function upheavalsOf({ disturbances, standstills, losses }: Facts): Upheavals {
  return { takeovers: disturbances, moves: disturbances.map(({ from }) => from), losses, standstills };
}

function isTriedOn(command: HistoryEntry['command']): boolean {
  switch (command.type) {
    case 'set':
    case 'remove':
    case 'releaseExclusive':
      return command.cookie > NO_COOKIE && command.cookie !== 0;
    default:
      return command.type === 'getExclusive';
  }
}
