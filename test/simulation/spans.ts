import type { Instant } from '../../src/base/instant.ts';
import type { Span } from './terms.ts';

/** Whether any of these spans touches a time. */
export function touchedBy(spans: readonly Span[]): (from: Instant, until: Instant) => boolean {
  const merged: { readonly from: Instant; until: Instant }[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.until) last.until = Math.max(last.until, span.until);
    else merged.push({ ...span });
  }
  return (from, until) => {
    let low = 0;
    for (let high = merged.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((merged[middle] as Span).until < from) low = middle + 1;
      else high = middle;
    }
    return (merged[low]?.from ?? Number.POSITIVE_INFINITY) <= until;
  };
}
