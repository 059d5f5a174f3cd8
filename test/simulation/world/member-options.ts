import type { MemberOptions } from '../../../src/member/member-options.ts';
import type { Holder } from '../../../src/placement/holder.ts';
import type { ReplicationLimits } from '../../../src/replica/shared.ts';
import type { WorldOptions } from './world-options.ts';

/** Small portions and tails, so that it takes more than one. */
export const USUAL_REPLICATION: ReplicationLimits = {
  tailLength: 200,
  portionBytes: 2_048,
  maxUncommitted: 128,
  maxQueued: 256,
};

/** What members are made with unless a world says otherwise; with the times of production. */
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
  replication: USUAL_REPLICATION,
} as const;

export function memberOptions(world: WorldOptions, self: Holder, seed: number): MemberOptions {
  const { partitions, copies, bootstrapMembers, gateways = [] } = world;
  const gatewayOnly = gateways.includes(self.member);
  const options = { ...USUAL, partitions, copies, bootstrapMembers, gatewayOnly, ...world.member, self, seed };
  const { tailLength, maxUncommitted } = options.replication;
  // Members take no other: what not every copy has must be in the tail.
  const lawful = { ...options.replication, maxUncommitted: Math.min(maxUncommitted, tailLength - 1) };
  return { ...options, replication: lawful };
}
