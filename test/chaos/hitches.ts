import type { Instant } from '../../src/base/instant.ts';
import type { Span } from '../simulation/terms.ts';

/** By how much the log of an event, and what it brings about elsewhere, may be away from it. */
const ABOUT = 1_000;

const BROKEN_LINE = '"msg":"the line to a member broke"';
const NEW_PRIMARY = '"event":"became-primary"';

/**
 * When members may have asked each other for one thing twice, by their logs: a line broke, or somebody became primary
 * who was not handed it. `wallAhead`: by how much their clock is ahead of that of the spans.
 */
export function hitchesIn(lines: readonly string[], wallAhead: number): Span[] {
  const instants = lines.flatMap((line): Instant[] => {
    if (!line.includes(BROKEN_LINE) && !line.includes(NEW_PRIMARY)) return [];
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
