import type { Duration, Instant } from '../../base/instant.ts';

/** A member that the store shows no longer, and to which no line stands. */
export interface Vanished {
  readonly member: string;
  readonly at: Instant;
}

/** The store may err, or have lost its memory; but whoever is gone for so long is gone. */
const DIALLED_ON_FOR: Duration = 600_000;
const MOST_DIALLED_ON = 64;

/** Who of these is dialled no more: they vanished too long ago, or too many did since. */
export function goneForGood(vanished: readonly Vanished[], now: Instant): string[] {
  return [...vanished]
    .sort((a, b) => b.at - a.at)
    .filter(({ at }, place) => place >= MOST_DIALLED_ON || now - at >= DIALLED_ON_FOR)
    .map(({ member }) => member);
}
