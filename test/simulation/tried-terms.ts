import type { Duration, Instant } from '../../src/base/instant.ts';
import { NO_COOKIE } from '../../src/member/door.ts';
import type { HistoryCommand, HistoryEntry } from './history.ts';
import { stoodStill, type Terms, type Upheavals } from './terms.ts';

/** A request that took less was not tried twice: a line that broke is not made again sooner. */
const QUICK: Duration = 40;
/** The longest a member holds a request whose outcome it does not know. */
const HELD: Duration = 8_000;
/** How long a request may be under way after that. */
export const UNDER_WAY: Duration = 10_000;
/** What could free a lock, or leave one behind, is tried on by its member for as long as a lock's lease may run. */
const TRIED_ON: Duration = 110_000;

/** What members do with requests of which they do not know what became. `isTouched`: whether they had reason to try anew. */
export function triedTerms(
  isTouched: (from: Instant, until: Instant) => boolean,
  upheavals: Upheavals,
): Pick<Terms, 'triedAnew' | 'lingering'> {
  return {
    triedAnew: ({ invoked, returned }: HistoryEntry) => {
      const end = returned ?? invoked + HELD + UNDER_WAY;
      return end - invoked > QUICK && isTouched(invoked, end);
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
