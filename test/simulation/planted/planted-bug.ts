import type { MemberOptions } from '../../../src/member/member-options.ts';
import type { ClientNumbers } from '../cluster-clients.ts';
import type { FaultPace } from '../world/faults.ts';

/** A change of one source file: `text`, which it holds exactly once, becomes `replacement`. */
export interface Edit {
  /** From the repository's root. */
  readonly file: string;
  readonly text: string;
  readonly replacement: string;
}

/**
 * Where a bug is hunted: what is not drawn from the seed, because otherwise the bug would show too rarely. The unedited
 * source must be found well on the same ground.
 */
export interface Ground {
  readonly members?: number;
  readonly copies?: number;
  readonly partitions?: number;
  readonly minutes?: number;
  readonly faults?: readonly string[];
  readonly pace?: Partial<FaultPace>;
  readonly clients?: Partial<ClientNumbers>;
  readonly member?: Partial<MemberOptions>;
}

/**
 * A mistake that somebody could make: a named edit of the source. The simulation is worth something only as far as it
 * finds such mistakes.
 *
 * Invariants: names differ; the edits apply to the present source, and leave files that can be parsed.
 */
export interface PlantedBug {
  readonly name: string;
  /** The promises and rules that it breaks. */
  readonly breaks: string;
  /** What the edited source does, in a sentence. */
  readonly does: string;
  readonly edits: readonly Edit[];
  readonly ground: Ground;
}
