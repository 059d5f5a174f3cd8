import type { Duration } from '../base/instant.ts';
import type { Holder } from '../placement/holder.ts';
import type { ReplicationLimits } from '../replica/shared.ts';
import type { WaitLimits } from '../replica/wait-line.ts';
import type { RuleOptions } from '../session/session-rules.ts';
import type { DeskLimits } from './entry-desk.ts';
import type { ClusterShape } from './table-keeper.ts';

export interface MemberOptions extends RuleOptions, WaitLimits, ClusterShape, DeskLimits {
  /** This very process, as tables name it. */
  readonly self: Holder;
  /** Decides where cookies start and what versions are named by; drawn anew at every start of a process. */
  readonly seed: number;
  readonly rememberFor: Duration;
  readonly maxRememberedPerPartition: number;
  /** How often peers are asked for a sign of life; how long their answer lets us decide; how long ours binds us. */
  readonly heartbeat: Duration;
  readonly lease: Duration;
  readonly takeover: Duration;
  /** A member that is gone is missed no sooner, so that a quick restart costs little. */
  readonly rebuildAfter: Duration;
  readonly replication: ReplicationLimits;
}
