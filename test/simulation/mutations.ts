import type { Random } from '../../src/base/random.ts';
import type { HistoryEntry, HistoryFound, HistoryOutcome } from './history.ts';

/** What a broken server might have told; null where this history gives no occasion for it. */
export type Mutation = (entries: readonly HistoryEntry[], random: Random) => HistoryEntry[] | null;

/** Another outcome for one of the entries it changes, drawn at random. */
function alter(
  outcomeOf: (entry: HistoryEntry, entries: readonly HistoryEntry[], random: Random) => HistoryOutcome | null,
): Mutation {
  return (entries, random) => {
    const start = random.below(entries.length);
    for (let offset = 0; offset < entries.length; offset++) {
      const index = (start + offset) % entries.length;
      const entry = entries[index] as HistoryEntry;
      const outcome = entry.outcome === null ? null : outcomeOf(entry, entries, random);
      if (outcome !== null) return entries.with(index, { ...entry, outcome });
    }
    return null;
  };
}

function isFound(outcome: HistoryOutcome | null): outcome is HistoryFound {
  return outcome?.type === 'found';
}

/** Neither a cookie nor a version ever comes to this. */
function neverGiven(random: Random): number {
  return 2_147_000_000 + random.below(100_000);
}

/** What somebody found in the same session before. */
function foundBefore(entry: HistoryEntry, entries: readonly HistoryEntry[]): HistoryFound | null {
  const before = entries.findLast(
    (each) => each.key === entry.key && isFound(each.outcome) && (each.returned ?? 0) < entry.invoked,
  );
  return before !== undefined && isFound(before.outcome) ? before.outcome : null;
}

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'another content is read': alter(({ outcome }, entries, random) => {
    if (!isFound(outcome)) return null;
    const others = entries.flatMap(({ command }) => (command.type === 'set' ? [command.content] : []));
    const content = others[random.below(others.length)];
    return content === undefined || content === outcome.content ? null : { ...outcome, content };
  }),
  'an old value is read after a new one': alter((entry, entries) => {
    if (!isFound(entry.outcome)) return null;
    const before = foundBefore(entry, entries);
    if (before === null || before.version === entry.outcome.version) return null;
    return { ...entry.outcome, content: before.content, version: before.version };
  }),
  'missing instead of found': alter(({ outcome }) => (isFound(outcome) ? { type: 'missing' } : null)),
  'found instead of missing': alter((entry, entries, random) => {
    if (entry.outcome?.type !== 'missing' || (entry.command.type !== 'get' && entry.command.type !== 'getExclusive'))
      return null;
    const before = foundBefore(entry, entries);
    if (before === null) return null;
    const lockLease = entry.command.type === 'get' ? 0 : entry.command.lockLease;
    return { ...before, cookie: lockLease === 0 ? 0 : neverGiven(random), lockLease, flagTaken: false };
  }),
  'the lock is granted twice': alter((entry, entries, random) => {
    if (entry.outcome?.type !== 'locked' || entry.command.type !== 'getExclusive') return null;
    const before = foundBefore(entry, entries);
    if (before === null) return null;
    return { ...before, cookie: neverGiven(random), lockLease: entry.command.lockLease, flagTaken: false };
  }),
  'a locked session is read': alter((entry, entries) => {
    if (entry.outcome?.type !== 'locked' || entry.command.type !== 'get') return null;
    const before = foundBefore(entry, entries);
    return before === null ? null : { ...before, cookie: 0, lockLease: 0, flagTaken: false };
  }),
  'locked instead of found': alter(({ outcome }, _, random) =>
    isFound(outcome) ? { type: 'locked', cookie: neverGiven(random), age: 1, flagTaken: false } : null,
  ),
  'a cookie is given twice': alter((entry, entries) => {
    if (!isFound(entry.outcome) || entry.outcome.cookie === 0) return null;
    const before = entries.find(({ key, outcome }) => key === entry.key && isFound(outcome) && outcome.cookie !== 0);
    if (before === undefined || !isFound(before.outcome) || before.outcome.cookie === entry.outcome.cookie) return null;
    return { ...entry.outcome, cookie: before.outcome.cookie };
  }),
  'a stale write is stored': alter(({ outcome, command }, _, random) => {
    if (outcome?.type !== 'stale' || command.type !== 'set') return null;
    return { type: 'stored', created: false, version: `planted.${neverGiven(random)}` };
  }),
  'a write is refused as stale': alter(({ outcome, command }, _, random) => {
    if (outcome?.type !== 'stored' || command.type !== 'set' || command.cookie <= 0) return null;
    return { type: 'stale', newest: neverGiven(random), locked: false, age: 0 };
  }),
  'the flag is taken twice': alter(({ outcome }) => {
    return isFound(outcome) && !outcome.flagTaken ? { ...outcome, flagTaken: true } : null;
  }),
  'a condition is ignored': alter(({ outcome, command }, _, random) => {
    if (outcome?.type !== 'conflict' || command.type !== 'set') return null;
    return { type: 'stored', created: false, version: `planted.${neverGiven(random)}` };
  }),
  'a removal is said and not done': alter(({ outcome, command }) => {
    return outcome?.type === 'locked' && command.type === 'remove' ? { type: 'removed' } : null;
  }),
  'a repeat is told something else': alter((entry, entries, random) => {
    const { outcome, command, requestId } = entry;
    if (requestId === null || outcome?.type !== 'stored') return null;
    const others = entries.filter((each) => each.requestId === requestId && each.outcome?.type === 'stored');
    if (others.length < 2 || command.type !== 'set') return null;
    return { ...outcome, version: `planted.${neverGiven(random)}` };
  }),
  'a write comes from nowhere': (entries, random) => {
    const start = random.below(entries.length);
    for (let offset = 0; offset < entries.length; offset++) {
      const index = (start + offset) % entries.length;
      const entry = entries[index] as HistoryEntry;
      const content = entry.command.type === 'set' ? entry.command.content : null;
      const isSeen = entries.some(({ outcome }) => isFound(outcome) && outcome.content === content);
      if (entry.outcome?.type === 'stored' && entry.requestId === null && isSeen) return entries.toSpliced(index, 1);
    }
    return null;
  },
};
