import { type Instant, NEVER } from '../../src/base/instant.ts';
import type { Cookie } from '../../src/member/door.ts';
import { areTries, entriesByKey, type HistoryEntry, lastEffect } from './history.ts';
import { CALM, lifeOf, longest, shortest, type Terms, type Upheavals } from './terms.ts';

/** The time during which a client surely held a lock: it had been told, and nobody can have ended it. */
interface Hold {
  readonly key: string;
  readonly cookie: Cookie;
  /** When it was asked for first; it was granted no earlier. */
  readonly invoked: Instant;
  /** When its client was told first. */
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * What is wrong with the locks of a history, one line each: two clients that surely held one session's lock at one time,
 * or ages of a lock that do not fit its grant. Needs no search and knows no other rule, so it says less than the check
 * of linearizability, and says it of histories of any size.
 *
 * A hold counts from when its client was told until anybody asks for anything under its cookie that could end it, or
 * the lock's lease or the session might be over; so nothing is judged that is not certain.
 */
export function brokenLocks(
  entries: readonly HistoryEntry[],
  terms: Terms,
  upheavalsOf: (key: string) => Upheavals = () => CALM,
): string[] {
  return [...entriesByKey(entries)].flatMap(([key, mine]) => {
    const holds = holdsOf(mine, terms, upheavalsOf(key));
    return [...overlaps(holds), ...wrongAges(mine, holds, terms)];
  });
}

function holdsOf(entries: readonly HistoryEntry[], terms: Terms, { losses }: Upheavals): Hold[] {
  const told = new Map<Cookie, HistoryEntry[]>();
  for (const entry of entries) {
    if (entry.outcome?.type !== 'found' || entry.outcome.cookie === 0) continue;
    const { cookie } = entry.outcome;
    told.set(cookie, [...(told.get(cookie) ?? []), entry]);
  }
  return [...told].map(([cookie, grants]) => {
    // An earlier try that nobody was told of may be the one that was granted.
    const tries = entries.filter((entry) => grants.some((grant) => grant === entry || areTries(grant, entry)));
    const invoked = Math.min(...tries.map((entry) => entry.invoked));
    const ends = entries.filter((entry) => mayEnd(entry, cookie)).map((entry) => entry.invoked);
    const lengths = grants.flatMap(({ outcome }) =>
      outcome?.type === 'found' ? [outcome.lockLease, lifeOf(outcome.timeoutMinutes)] : [],
    );
    const lost = losses.filter(({ until }) => until >= invoked).map(({ from }) => from);
    return {
      key: (grants[0] as HistoryEntry).key,
      cookie,
      invoked,
      from: Math.min(...grants.map((grant) => grant.returned ?? NEVER)),
      until: Math.min(
        invoked + shortest(Math.min(...lengths), terms),
        renewalEnd(entries, cookie, terms),
        ...ends,
        ...lost,
      ),
    };
  });
}

/** Whether this may free the lock of this cookie, in time or late. */
function mayEnd({ command }: HistoryEntry, cookie: Cookie): boolean {
  switch (command.type) {
    case 'set':
    case 'releaseExclusive':
    case 'remove':
      return command.cookie === cookie;
    default:
      return false;
  }
}

/** When a RenewExclusive may have ended the lease: sooner, perhaps, than the grant would have. */
function renewalEnd(entries: readonly HistoryEntry[], cookie: Cookie, terms: Terms): Instant {
  let end = NEVER;
  for (const { command, invoked } of entries) {
    if (command.type !== 'renewExclusive' || command.cookie !== cookie) continue;
    end = Math.min(end, invoked + shortest(command.lockLease, terms));
  }
  return end;
}

function overlaps(holds: readonly Hold[]): string[] {
  const broken: string[] = [];
  const byStart = [...holds].sort((a, b) => a.from - b.from);
  byStart.forEach((hold, index) => {
    for (const later of byStart.slice(index + 1)) {
      if (later.from >= hold.until) break;
      // That the later hold may be over by then does not matter: it was granted while the first one stood, or before.
      const grantedMeanwhile = later.invoked >= hold.from;
      const bothHold = later.from < later.until;
      if (grantedMeanwhile || bothHold) broken.push(`${shown(later)} was granted while ${shown(hold)} was held`);
    }
  });
  return broken;
}

/** The age of a lock that others are told must lie between the shortest and the longest time since its grant. */
function wrongAges(entries: readonly HistoryEntry[], holds: readonly Hold[], terms: Terms): string[] {
  const byCookie = new Map(holds.map((hold) => [hold.cookie, hold]));
  return entries.flatMap((entry) => {
    const { outcome, invoked } = entry;
    if (outcome?.type !== 'locked') return [];
    const hold = byCookie.get(outcome.cookie);
    if (hold === undefined) return [];
    const least = shortest(Math.max(0, invoked - hold.from), terms);
    const most = longest(lastEffect(entry, terms) - hold.invoked, terms);
    if (outcome.age >= least && outcome.age <= most) return [];
    return [
      `client ${entry.client} was told that ${shown(hold)} is ${outcome.age} ms old at ${invoked}: ${least} to ${most}`,
    ];
  });
}

function shown({ key, cookie, invoked, from, until }: Hold): string {
  return `lock ${cookie} of ${key} (asked ${invoked}, held ${from} to ${until})`;
}
