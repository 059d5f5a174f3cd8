import { type Duration, NEVER } from '../../src/base/instant.ts';
import type { Cookie } from '../../src/member/door.ts';
import { MAX_COOKIE } from '../../src/session/cookie-counter.ts';
import { entriesByKey, type HistoryEntry } from './history.ts';
import { CALM, type Upheavals } from './terms.ts';

interface Wait {
  readonly entry: HistoryEntry;
  readonly cookie: Cookie;
}

/**
 * Grants of one session's lock that came out of turn, one line each, as far as a history can tell: of two that waited,
 * the one that was surely in line first was granted later. Cookies tell the order of grants, as one counter numbers
 * them all. `arrival`: how long a request may take to get in line after its invocation, and to be back there after a
 * takeover; who came within so little of each other is not judged. Nor are requests of several tries, whose place is
 * that of any of them, nor readers, who are served all together and take no turn from anybody.
 *
 * A client that was granted the lock at once, as the session was free when it arrived, came out of nobody's turn: but
 * then those before it had been granted theirs before.
 */
export function grantsOutOfTurn(
  entries: readonly HistoryEntry[],
  arrival: Duration,
  upheavalsOf: (key: string) => Upheavals = () => CALM,
): string[] {
  return [...entriesByKey(entries)].flatMap(([key, mine]) => {
    const waits = waitsOf(mine);
    const { losses } = upheavalsOf(key);
    return waits.flatMap((first, index) =>
      waits
        .slice(index + 1)
        .filter((second) => {
          const { invoked, returned } = first.entry;
          const end = returned ?? NEVER;
          const bothInLine = invoked + arrival < second.entry.invoked && second.entry.invoked <= end;
          // With its memory a partition loses count.
          const counted = !losses.some(({ from, until }) => from <= end && until >= invoked);
          return bothInLine && counted && isBefore(second.cookie, first.cookie);
        })
        .map((second) => `${shown(second)} was granted before ${shown(first)}`),
    );
  });
}

function waitsOf(entries: readonly HistoryEntry[]): Wait[] {
  const waits: Wait[] = [];
  for (const entry of entries) {
    const { command, outcome, requestId } = entry;
    if (command.type !== 'getExclusive' || outcome?.type !== 'found') continue;
    const isOnlyTry = requestId === null || entries.filter((each) => each.requestId === requestId).length === 1;
    if (isOnlyTry) waits.push({ entry, cookie: outcome.cookie });
  }
  return waits.sort((a, b) => a.entry.invoked - b.entry.invoked);
}

/** Cookies go round after the largest one. */
function isBefore(one: Cookie, other: Cookie): boolean {
  return (other - one + MAX_COOKIE) % MAX_COOKIE < MAX_COOKIE / 2 && one !== other;
}

function shown({ entry, cookie }: Wait): string {
  return `client ${entry.client} of ${entry.key} (asked ${entry.invoked}, lock ${cookie})`;
}
