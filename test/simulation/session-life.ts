import { type Duration, type Instant, NEVER } from '../../src/base/instant.ts';
import { entriesByKey, type HistoryEntry, isCertain, lastEffect } from './history.ts';
import { CALM, latestLife, lifeOf, shortest, type Terms, type Upheavals } from './terms.ts';
import { Touches } from './touches.ts';

/**
 * Sessions that were gone too early or stayed too long, one line each, by direct comparison: the check of
 * linearizability finds all of these and more, but only where the rest of the session's history holds.
 *
 * Early: a client was told that there is none although another had been told, before it asked and within the timeout,
 * that there is one, and nobody can have removed it meanwhile. Late: a client found one that nobody can have touched for
 * its timeout and what lateness is allowed.
 */
export function wrongLives(
  entries: readonly HistoryEntry[],
  terms: Terms,
  upheavalsOf: (key: string) => Upheavals = () => CALM,
): string[] {
  return [...entriesByKey(entries)].flatMap(([key, mine]) => {
    const upheavals = upheavalsOf(key);
    const parts = partsOf(mine);
    const touches = new Touches(mine, terms);
    return mine.flatMap((entry) => {
      if (tellsOfNone(entry)) return goneEarly(entry, parts, terms, upheavals);
      return isLate(entry, touches, terms, upheavals)
        ? [`${shown(entry)} found a session that had been over for long`]
        : [];
    });
  });
}

/** What matters of one session's history. */
interface Parts {
  /** Told of a session whose expiry was renewed, in the order in which they returned. */
  readonly renewals: readonly HistoryEntry[];
  readonly removals: readonly HistoryEntry[];
  /** In the order in which they were invoked. */
  readonly sets: readonly HistoryEntry[];
}

function partsOf(mine: readonly HistoryEntry[]): Parts {
  return {
    renewals: mine.filter(renews).sort((a, b) => (a.returned ?? 0) - (b.returned ?? 0)),
    removals: mine.filter(mayRemove),
    sets: mine.filter(({ command }) => command.type === 'set').sort((a, b) => a.invoked - b.invoked),
  };
}

function tellsOfNone({ outcome, requestId }: HistoryEntry): boolean {
  // A repeat is told what was true at the first try.
  if (outcome?.type === 'stored') return outcome.created === true && requestId === null;
  return outcome?.type === 'missing' || (outcome?.type === 'conflict' && outcome.version === null);
}

function goneEarly(
  entry: HistoryEntry,
  { renewals, removals, sets }: Parts,
  terms: Terms,
  { losses }: Upheavals,
): string[] {
  const end = entry.returned ?? entry.invoked;
  const found = lastBefore(renewals, entry.invoked);
  if (found === undefined) return [];
  const mayBeGone = removals.some((each) => each.invoked <= end && lastEffect(each, terms) >= found.invoked);
  const mayBeLost = losses.some(({ from, until }) => from <= end && until >= found.invoked);
  if (mayBeGone || mayBeLost || end >= found.invoked + shortest(shortestLife(found, sets, end, terms), terms))
    return [];
  return [`${shown(entry)} found none, ${end - found.invoked} ms at most after ${shown(found)}`];
}

/** The last that returned before. */
function lastBefore(byReturn: readonly HistoryEntry[], instant: Instant): HistoryEntry | undefined {
  let low = 0;
  for (let high = byReturn.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((byReturn[middle]?.returned ?? NEVER) < instant) low = middle + 1;
    else high = middle;
  }
  return byReturn[low - 1];
}

/** Whether this tells of a session that was there, and renewed its expiry, when it was decided. */
function renews({ command, outcome, requestId }: HistoryEntry): boolean {
  if (command.type === 'describe' || requestId !== null) return false;
  switch (outcome?.type) {
    case 'found':
    case 'locked':
    case 'stored':
    case 'stale':
    case 'released':
    case 'renewed':
    case 'invalid':
      return true;
    default:
      return outcome?.type === 'conflict' && outcome.version !== null;
  }
}

function mayRemove({ command, outcome }: HistoryEntry): boolean {
  return command.type === 'remove' && (outcome === null || outcome.type === 'removed' || outcome.type === 'unknown');
}

/** Under the shortest timeout that the session may have had from `found` on. */
function shortestLife(found: HistoryEntry, sets: readonly HistoryEntry[], until: Instant, terms: Terms): Duration {
  const { outcome } = found;
  const [known, since] = outcome?.type === 'found' ? [lifeOf(outcome.timeoutMinutes), found.invoked] : [NEVER, -NEVER];
  let life = known;
  for (const set of sets) {
    if (set.invoked > until) break;
    if (lastEffect(set, terms) >= since) life = Math.min(life, timeoutOf(set));
  }
  return life;
}

function timeoutOf({ command }: HistoryEntry): Duration {
  return command.type === 'set' ? lifeOf(command.timeoutMinutes) : NEVER;
}

function isLate(entry: HistoryEntry, touches: Touches, terms: Terms, upheavals: Upheavals): boolean {
  const { outcome } = entry;
  if (!isCertain(entry) || (outcome?.type !== 'found' && outcome?.type !== 'described')) return false;
  const life = lifeOf(outcome.timeoutMinutes);
  return life < NEVER && latestLife(touches.before(entry), life, terms, upheavals) < entry.invoked;
}

function shown({ client, command, key, invoked, returned, outcome }: HistoryEntry): string {
  return `client ${client}'s ${command.type} of ${key} (${invoked} to ${returned}: ${outcome?.type})`;
}
