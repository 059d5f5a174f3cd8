import type { HistoryEntry } from '../simulation/history.ts';

/**
 * The same history of one session without answers that tell nothing more: each of them would only make work for a search
 * that has to find it a place. All that is left out changed nothing, and follows from what stays:
 *
 * - Of two clients that were told the same, the one whose time encloses the other's: it was so at some moment of the
 *   other's, and so of its own.
 * - That lock c stands, or that c is the newest cookie, is so once and without a gap, as no cookie is given twice. So of
 *   all who are told of c, only the last to ask and the first to hear bind the time in which it was so.
 *
 * `mayHaveDoneMore`: whether a request may have changed something before it was told that; it stays.
 */
export function thinned(
  entries: readonly HistoryEntry[],
  mayHaveDoneMore: (entry: HistoryEntry) => boolean,
): readonly HistoryEntry[] {
  const looks = new Map<string, HistoryEntry[]>();
  const kept = entries.filter((entry) => {
    const told = toldOf(entry);
    if (told === null || mayHaveDoneMore(entry)) return true;
    const alike = looks.get(told);
    if (alike === undefined) looks.set(told, [entry]);
    else alike.push(entry);
    return false;
  });
  for (const [told, alike] of looks) kept.push(...(told.startsWith('cookie') ? outermost(alike) : innermost(alike)));
  return kept.sort((a, b) => a.invoked - b.invoked);
}

/** What an answer tells that changed nothing; null if it may have. */
function toldOf({ command, outcome }: HistoryEntry): string | null {
  switch (outcome?.type) {
    case 'locked':
      return outcome.flagTaken ? null : `cookie ${outcome.cookie} stands`;
    case 'stale':
      return `cookie ${outcome.newest} is the newest: ${outcome.locked}`;
    case 'found':
      return command.type === 'get' && !outcome.flagTaken ? `${outcome.content} ${outcome.version}` : null;
    case 'missing':
      return 'missing';
    case 'renewed':
      return command.type === 'resetTimeout' ? 'there' : null;
    default:
      return null;
  }
}

/** The last to ask and the first to hear. */
function outermost(alike: readonly HistoryEntry[]): HistoryEntry[] {
  const last = alike.reduce((one, other) => (other.invoked > one.invoked ? other : one));
  const first = alike.reduce((one, other) => (heard(other) < heard(one) ? other : one));
  return last === first ? [last] : [first, last];
}

/** Those whose time encloses no other's. */
function innermost(alike: readonly HistoryEntry[]): HistoryEntry[] {
  const inner: HistoryEntry[] = [];
  let firstHeard = Number.POSITIVE_INFINITY;
  for (const entry of [...alike].sort((a, b) => b.invoked - a.invoked || heard(a) - heard(b))) {
    if (heard(entry) >= firstHeard) continue;
    firstHeard = heard(entry);
    inner.push(entry);
  }
  return inner;
}

function heard({ returned }: HistoryEntry): number {
  return returned ?? Number.POSITIVE_INFINITY;
}
