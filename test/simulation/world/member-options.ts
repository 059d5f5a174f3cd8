import type { MemberOptions } from '../../../src/member/member-options.ts';
import type { Holder } from '../../../src/placement/holder.ts';
import type { WorldOptions } from './world-options.ts';

/** What members are made with unless a world says otherwise: the times of production, and small portions and tails, so that it takes more than one. */
const USUAL = {
  maxMemory: 64 * 1024 * 1024,
  staleWrites: 'reject',
  maxWaitersPerSession: 50,
  maxWaitersPerSource: 1_000,
  maxWaiters: 10_000,
  rememberFor: 60_000,
  maxRememberedPerPartition: 10_000,
  heartbeat: 200,
  lease: 1_000,
  takeover: 1_500,
  holdReads: 3_000,
  holdWrites: 8_000,
  maxErrands: 10_000,
  rebuildAfter: 5_000,
  replication: { tailLength: 200, portionBytes: 2_048, maxUncommitted: 256, maxQueued: 256 },
} as const;

export function memberOptions(world: WorldOptions, self: Holder, seed: number): MemberOptions {
  const { partitions, copies, bootstrapMembers } = world;
  return { ...USUAL, partitions, copies, bootstrapMembers, ...world.member, self, seed };
}
