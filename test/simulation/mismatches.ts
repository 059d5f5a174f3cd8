import type { Instant } from '../../src/base/instant.ts';
import type { Garbling } from './world/garbling.ts';

/** A copy was found to differ from its primary. */
export interface Mismatch {
  readonly partition: number;
  /** `member#incarnation`. */
  readonly peer: string;
  readonly at: Instant;
}

/** Copies that differ though nothing that they were told was garbled, one line each: every garbling explains one of them. */
export function unexplained(mismatches: readonly Mismatch[], garblings: readonly Garbling[]): string[] {
  const left = [...garblings];
  return mismatches.flatMap(({ partition, peer, at }) => {
    const member = peer.slice(0, peer.lastIndexOf('#'));
    const place = left.findIndex((each) => each.partition === partition && each.member === member);
    if (place === -1) return [`digests differ: partition ${partition} at ${peer}, ${at}`];
    left.splice(place, 1);
    return [];
  });
}
