import { type Duration, type Instant, NEVER } from '../../src/base/instant.ts';
import { entriesByKey, type HistoryEntry, isCertain, lastEffect } from './history.ts';
import { CALM, lifeOf, longest, shortest, type Terms, type Upheavals } from './terms.ts';
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
    const byReturn = mine
      .filter((entry) => entry.returned !== null)
      .sort((a, b) => (a.returned ?? 0) - (b.returned ?? 0));
    const touches = new Touches(mine, terms);
    return mine.flatMap((entry) => {
      if (tellsOfNone(entry)) return goneEarly(entry, mine, byReturn, terms, upheavalsOf(key));
      return isLate(entry, touches, terms) ? [`${shown(entry)} found a session that had been over for long`] : [];
    });
  });
}

function tellsOfNone({ outcome, requestId }: HistoryEntry): boolean {
  // A repeat is told what was true at the first try.
  if (outcome?.type === 'stored') return outcome.created && requestId === null;
  return outcome?.type === 'missing' || (outcome?.type === 'conflict' && outcome.version === null);
}

function goneEarly(
  entry: HistoryEntry,
  mine: readonly HistoryEntry[],
  byReturn: readonly HistoryEntry[],
  terms: Terms,
  { losses }: Upheavals,
): string[] {
  const end = entry.returned ?? entry.invoked;
  const found = byReturn.findLast((each) => (each.returned ?? NEVER) < entry.invoked && renews(each));
  if (found === undefined) return [];
  const mayBeGone = mine.some(
    (each) => mayRemove(each) && each.invoked <= end && lastEffect(each, terms) >= found.invoked,
  );
  const mayBeLost = losses.some(({ from, until }) => from <= end && until >= found.invoked);
  const life = shortest(shortestLife(found, mine, end), terms);
  if (mayBeGone || mayBeLost || end >= found.invoked + life) return [];
  return [`${shown(entry)} found none, ${end - found.invoked} ms at most after ${shown(found)}`];
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
function shortestLife(found: HistoryEntry, mine: readonly HistoryEntry[], until: Instant): Duration {
  if (found.outcome?.type === 'found') {
    const sets = mine.filter(({ command, invoked, returned }) => {
      return command.type === 'set' && invoked <= until && (returned ?? NEVER) >= found.invoked;
    });
    return Math.min(lifeOf(found.outcome.timeoutMinutes), ...sets.map(timeoutOf));
  }
  return Math.min(...mine.filter(({ invoked }) => invoked <= until).map(timeoutOf));
}

function timeoutOf({ command }: HistoryEntry): Duration {
  return command.type === 'set' ? lifeOf(command.timeoutMinutes) : NEVER;
}

function isLate(entry: HistoryEntry, touches: Touches, terms: Terms): boolean {
  const { outcome } = entry;
  if (!isCertain(entry) || (outcome?.type !== 'found' && outcome?.type !== 'described')) return false;
  const life = lifeOf(outcome.timeoutMinutes);
  return life < NEVER && touches.before(entry) + longest(life, terms) + terms.expiryLateness(life) < entry.invoked;
}

function shown({ client, command, key, invoked, returned, outcome }: HistoryEntry): string {
  return `client ${client}'s ${command.type} of ${key} (${invoked} to ${returned}: ${outcome?.type})`;
}
