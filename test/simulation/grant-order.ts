import { type Duration, NEVER } from '../../src/base/instant.ts';
import type { Cookie } from '../../src/member/door.ts';
import { entriesByKey, type HistoryEntry } from './history.ts';
import { isBefore } from './precedence.ts';
import { CALM, type Upheavals } from './terms.ts';

interface Wait {
  readonly entry: HistoryEntry;
  readonly cookie: Cookie;
}

/**
 * Grants of one session's lock that came out of turn, one line each, as far as a history can tell: of two that waited,
 * the one that was surely in line first was granted later. Cookies tell the order of grants, as one counter numbers
 * them all. `arrival`: how long this request may take to get in line after its invocation, and to be back there after a
 * takeover; who came within so little of each other is not judged. Nor are requests of several tries, whose place is
 * that of any of them, nor readers, who are served all together and take no turn from anybody.
 *
 * A client that was granted the lock at once, as the session was free when it arrived, came out of nobody's turn: but
 * then those before it had been granted theirs before.
 */
export function grantsOutOfTurn(
  entries: readonly HistoryEntry[],
  arrival: (first: HistoryEntry) => Duration,
  upheavalsOf: (key: string) => Upheavals = () => CALM,
): string[] {
  return [...entriesByKey(entries)].flatMap(([key, mine]) => {
    const { losses } = upheavalsOf(key);
    const waits = waitsOf(mine);
    const broken: string[] = [];
    waits.forEach((first, index) => {
      const { invoked, returned } = first.entry;
      const end = returned ?? NEVER;
      // With its memory a partition loses count.
      if (losses.some(({ from, until }) => from <= end && until >= invoked)) return;
      const inLine = invoked + arrival(first.entry);
      for (const second of waits.slice(index + 1)) {
        if (second.entry.invoked > end) break;
        if (inLine >= second.entry.invoked || !isBefore(second.cookie, first.cookie)) continue;
        broken.push(`${shown(second)} was granted before ${shown(first)}`);
      }
    });
    return broken;
  });
}

function waitsOf(entries: readonly HistoryEntry[]): Wait[] {
  const waits: Wait[] = [];
  const tries = new Map<string | null, number>();
  for (const { requestId } of entries) tries.set(requestId, (tries.get(requestId) ?? 0) + 1);
  for (const entry of entries) {
    const { command, outcome, requestId } = entry;
    if (command.type !== 'getExclusive' || outcome?.type !== 'found') continue;
    if (requestId === null || tries.get(requestId) === 1) waits.push({ entry, cookie: outcome.cookie });
  }
  return waits.sort((a, b) => a.entry.invoked - b.entry.invoked);
}

function shown({ entry, cookie }: Wait): string {
  return `client ${entry.client} of ${entry.key} (asked ${entry.invoked}, lock ${cookie})`;
}
