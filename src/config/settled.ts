import type { Duration } from '../base/instant.ts';
import { isWildcard } from './cluster-kinds.ts';
import type { ListenAddress } from './kinds.ts';
import type { Values } from './settings.ts';

/** The values whose default follows from others. */
interface Following {
  readonly copies: number;
  readonly bootstrapMembers: number;
  /** Port 0: the one that cluster-listen got. */
  readonly advertise: ListenAddress;
  readonly gatewayHoldReads: Duration;
}

/** Every setting's value; null only where nothing is a choice of its own. */
export type Settled = Omit<Values, keyof Following> & Following;

const HOLD_READS: Duration = 3_000;
/** What lies between the end of a wait for a lock and the end of its request's hold. */
export const HOLD_BEYOND_WAIT: Duration = 1_000;

/** Whether such a member has no others: it needs no line, and copies nothing. */
export function isAlone({
  coordination,
  membersPerMachine,
}: Pick<Values, 'coordination' | 'membersPerMachine'>): boolean {
  return coordination === 'embedded' && membersPerMachine === 1;
}

export function settle(values: Values, hostName: string): Settled {
  const { host, port } = values.clusterListen;
  return {
    ...values,
    copies: values.copies ?? (isAlone(values) ? 1 : 2),
    bootstrapMembers: values.bootstrapMembers ?? (values.coordination === 'embedded' ? values.membersPerMachine : 3),
    advertise: values.advertise ?? { host: isWildcard(host) ? hostName : host, port },
    gatewayHoldReads: values.gatewayHoldReads ?? Math.max(HOLD_READS, values.lockWait + HOLD_BEYOND_WAIT),
  };
}
