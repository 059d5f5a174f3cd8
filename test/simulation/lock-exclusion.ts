import { type Instant, NEVER } from '../../src/base/instant.ts';
import type { Cookie } from '../../src/member/door.ts';
import { entriesByKey, type HistoryEntry, lastEffect, nameOf } from './history.ts';
import { CALM, lifeOf, longest, shortest, stoodStill, type Terms, type Upheavals } from './terms.ts';

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
    const upheavals = upheavalsOf(key);
    const holds = holdsOf(mine, terms, upheavals);
    return [...overlaps(holds), ...wrongAges(mine, holds, terms, upheavals)];
  });
}

function holdsOf(entries: readonly HistoryEntry[], terms: Terms, { losses }: Upheavals): Hold[] {
  const told = new Map<Cookie, HistoryEntry[]>();
  const asked = new Map<string, Instant>();
  const ends = new Map<Cookie, Instant>();
  for (const entry of entries) {
    const { outcome, invoked, requestId } = entry;
    if (requestId !== null) note(asked, nameOf(entry), invoked);
    const [cookie, end] = endOf(entry, terms);
    if (cookie > 0) note(ends, cookie, end);
    if (outcome?.type !== 'found' || outcome.cookie === 0) continue;
    const grants = told.get(outcome.cookie);
    if (grants === undefined) told.set(outcome.cookie, [entry]);
    else grants.push(entry);
  }
  return [...told].map(([cookie, grants]) => {
    // An earlier try that nobody was told of may be the one that was granted.
    const invoked = Math.min(...grants.map((grant) => asked.get(nameOf(grant)) ?? grant.invoked));
    const lengths = grants.flatMap(({ outcome }) =>
      outcome?.type === 'found' ? [outcome.lockLease, lifeOf(outcome.timeoutMinutes)] : [],
    );
    const lost = losses.filter(({ until }) => until >= invoked).map(({ from }) => from);
    return {
      key: (grants[0] as HistoryEntry).key,
      cookie,
      invoked,
      from: Math.min(...grants.map((grant) => grant.returned ?? NEVER)),
      until: Math.min(invoked + shortest(Math.min(...lengths), terms), ends.get(cookie) ?? NEVER, ...lost),
    };
  });
}

/** The cookie of the lock that this may free, in time or late, and when: a renewal may end the lease sooner. */
function endOf({ command, invoked }: HistoryEntry, terms: Terms): readonly [Cookie, Instant] {
  switch (command.type) {
    case 'set':
    case 'releaseExclusive':
    case 'remove':
      return [command.cookie, invoked];
    case 'renewExclusive':
      return [command.cookie, invoked + shortest(command.lockLease, terms)];
    default:
      return [0, NEVER];
  }
}

function note<K>(earliest: Map<K, Instant>, key: K, at: Instant): void {
  earliest.set(key, Math.min(earliest.get(key) ?? NEVER, at));
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
function wrongAges(
  entries: readonly HistoryEntry[],
  holds: readonly Hold[],
  terms: Terms,
  upheavals: Upheavals,
): string[] {
  const byCookie = new Map(holds.map((hold) => [hold.cookie, hold]));
  return entries.flatMap((entry) => {
    const { outcome, invoked } = entry;
    if (outcome?.type !== 'locked') return [];
    const hold = byCookie.get(outcome.cookie);
    if (hold === undefined) return [];
    const end = lastEffect(entry, terms);
    const moved = upheavals.moves.filter((at) => at >= hold.invoked && at <= end).length * terms.transferDelay;
    const lost = moved + stoodStill(hold.invoked, end, upheavals);
    const least = shortest(Math.max(0, invoked - hold.from - lost), terms);
    const most = longest(end - hold.invoked, terms);
    if (outcome.age >= least && outcome.age <= most) return [];
    return [
      `client ${entry.client} was told that ${shown(hold)} is ${outcome.age} ms old at ${invoked}: ${least} to ${most}`,
    ];
  });
}

function shown({ key, cookie, invoked, from, until }: Hold): string {
  return `lock ${cookie} of ${key} (asked ${invoked}, held ${from} to ${until})`;
}
