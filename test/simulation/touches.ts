import { type Instant, NEVER } from '../../src/base/instant.ts';
import { type HistoryEntry, lastEffect } from './history.ts';
import type { Terms } from './terms.ts';

/**
 * When a session was last touched, whoever touched it and whether or not the touch arrived: even a request that never
 * returned, or that waited or was tried anew within the cluster, may have renewed the expiry at any moment of its life.
 */
export class Touches {
  private readonly terms: Terms;
  private readonly byStart: { readonly entry: HistoryEntry; readonly until: Instant }[];
  /** The two latest ends among the first so many entries: an entry does not count for itself. */
  private readonly latest: { readonly entry: HistoryEntry | null; readonly first: Instant; readonly second: Instant }[];

  constructor(entries: readonly HistoryEntry[], terms: Terms) {
    this.terms = terms;
    this.byStart = entries
      .filter(({ command }) => command.type !== 'describe')
      .map((entry) => ({ entry, until: lastEffect(entry, terms) }))
      .sort((a, b) => a.entry.invoked - b.entry.invoked);
    this.latest = [];
    let last: (typeof this.latest)[number] = { entry: null, first: -NEVER, second: -NEVER };
    for (const { entry, until } of this.byStart) {
      last =
        until > last.first
          ? { entry, first: until, second: last.first }
          : { ...last, second: Math.max(last.second, until) };
      this.latest.push(last);
    }
  }

  /** By the end of `entry`, which, if its client was told that nobody knows, comes long after that. */
  before(entry: HistoryEntry): Instant {
    const end = lastEffect(entry, this.terms);
    let low = 0;
    for (let high = this.byStart.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.byStart[middle]?.entry.invoked ?? NEVER) <= end) low = middle + 1;
      else high = middle;
    }
    const latest = this.latest[low - 1];
    if (latest === undefined) return -NEVER;
    return latest.entry === entry ? latest.second : latest.first;
  }
}
