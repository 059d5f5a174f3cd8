import type { Duration } from '../base/instant.ts';
import type { Config } from '../config/config.ts';
import type { MemberOptions } from '../member/member-options.ts';
import type { Holder } from '../placement/holder.ts';
import { drawSeed } from './draw-seed.ts';

const MAX_WAITERS_PER_SOURCE = 1_000;
const MAX_WAITERS = 10_000;
/** Longer than anybody goes on trying one request: the longest hold at a door, and 2 s more, is 12 s. */
const REMEMBER_FOR: Duration = 15_000;
const MAX_REMEMBERED_PER_PARTITION = 4_096;
const MAX_ERRANDS = 20_000;
const REBUILD_AFTER: Duration = 5_000;
const REPLICATION = { tailLength: 2_048, portionBytes: 256 * 1024, maxUncommitted: 1_024, maxQueued: 1_024 };

/** What the configuration means to the core, and the numbers that nobody needs to set. */
export function memberOptionsOf(config: Config, self: Holder): MemberOptions {
  const { copies, partitions, bootstrapMembers, gatewayOnly, heartbeat, lease, takeover } = config;
  const { maxMemory, staleWrites, maxWaitersPerSession } = config;
  return {
    self,
    ...{ copies, partitions, bootstrapMembers, gatewayOnly, heartbeat, lease, takeover },
    ...{ maxMemory, staleWrites, maxWaitersPerSession },
    seed: drawSeed(),
    maxWaitersPerSource: MAX_WAITERS_PER_SOURCE,
    maxWaiters: MAX_WAITERS,
    rememberFor: REMEMBER_FOR,
    maxRememberedPerPartition: MAX_REMEMBERED_PER_PARTITION,
    maxErrands: MAX_ERRANDS,
    holdReads: config.gatewayHoldReads,
    holdWrites: config.gatewayHold,
    rebuildAfter: REBUILD_AFTER,
    replication: REPLICATION,
  };
}
