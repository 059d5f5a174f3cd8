import type { Instant } from '../../src/base/instant.ts';
import type { Span } from '../simulation/terms.ts';

/** By how much the log of an event, and what it brings about elsewhere, may be away from it. */
const ABOUT = 1_000;

const TOLD = ['the line to a member broke', 'took partitions over from a primary', 'SESSIONS LOST'];

/**
 * When members may have asked each other for one thing twice, by their logs: a line broke, or somebody became primary
 * who was not handed it. `wallAhead`: by how much their clock is ahead of that of the spans.
 */
export function hitchesIn(lines: readonly string[], wallAhead: number): Span[] {
  const instants = lines.flatMap((line): Instant[] => {
    if (!TOLD.some((message) => line.includes(message))) return [];
    const time = /"time":"([^"]+)"/.exec(line)?.[1];
    return time === undefined ? [] : [Date.parse(time) - wallAhead];
  });
  const merged: { from: Instant; until: Instant }[] = [];
  for (const instant of instants.sort((a, b) => a - b)) {
    const last = merged.at(-1);
    if (last !== undefined && instant - ABOUT <= last.until) last.until = instant + ABOUT;
    else merged.push({ from: instant - ABOUT, until: instant + ABOUT });
  }
  return merged;
}
