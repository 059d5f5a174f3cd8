import type { Instant } from '../../../src/base/instant.ts';
import type { Door, MemberEffects, Source, SourceIndex } from '../../../src/member/door.ts';
import type { Input } from '../../../src/member/input.ts';
import { Member } from '../../../src/member/member.ts';
import type { MemberOptions } from '../../../src/member/member-options.ts';
import type { PartitionTable } from '../../../src/placement/partition-table.ts';
import type { ChangeName } from '../../../src/replica/messages.ts';

/** What the world needs of a member: how it is stepped, and what checkers ask it. Instants are of its own clock. */
export interface SimulatedMember {
  readonly sources: { indexOf(door: Door, address: string): SourceIndex; describe(index: SourceIndex): Source | null };
  readonly table: PartitionTable | null;
  readonly drained: boolean;
  beginTurn(at: Instant, wall: number): void;
  step(input: Input, at: Instant, effects: MemberEffects): void;
  endTurn(at: Instant, effects: MemberEffects): void;
  wakeAt(): Instant;
  deciding(partition: number): Deciding | null;
  holds(): readonly Holding[];
  loads(): Loads;
}

/** When a member may decide a partition's commands without hearing anything more. */
export interface Deciding {
  readonly from: Instant;
  /** NEVER if nobody else has a say. */
  readonly until: Instant;
}

/** One partition's copy. */
export interface Holding {
  readonly partition: number;
  readonly role: 'primary' | 'replica' | 'filling';
  readonly reign: number;
  readonly epoch: number;
  readonly life: number;
  readonly last: ChangeName;
  readonly committed: number;
  readonly digest: number;
  readonly sessions: number;
  readonly inStep: boolean;
}

/** How much of what is queued; all 0 or bounded once nothing is under way. */
export interface Loads {
  readonly held: number;
  readonly errands: number;
  readonly heldAnswers: number;
  readonly tail: number;
  readonly records: number;
}

export type MakeMember = (options: MemberOptions) => SimulatedMember;

export const realMember: MakeMember = (options) => new Member(options);
