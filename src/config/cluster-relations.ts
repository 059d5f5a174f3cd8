import type { Duration } from '../base/instant.ts';
import { usesTls } from './cluster-kinds.ts';
import type { Given } from './given-values.ts';
import { formatDuration, formatSize } from './kinds.ts';
import { SETTINGS, type SettingId } from './settings.ts';
import { HOLD_BEYOND_WAIT, isAlone, type Settled } from './settled.ts';

/** A silent member's registration ends after this. Who is taken over from must still be registered. */
const REGISTRATION_ENDS_AFTER: Duration = 5_000;
/** What members send each other may be twice as large: one content, and what else a message holds. */
const MAX_CONTENT_BETWEEN_MEMBERS = 128 * 1024 * 1024;
/** By how many in a hundred a clock may be too fast, and another too slow. */
const DRIFT = 5;

/** What the cluster's settings owe each other: the line for the first at odds, or null. */
export function checkClusterRelations(values: Settled, given: ReadonlyMap<SettingId, Given>): string | null {
  const say = (id: SettingId) => `${SETTINGS[id].name} (${given.get(id)?.origin ?? 'default'})`;
  return checkCompany(values, say) ?? checkPlace(values, say) ?? checkTimes(values, say);
}

type Say = (id: SettingId) => string;

/** What comes together or not at all. */
function checkCompany(values: Settled, say: Say): string | null {
  for (const [id, ...needed] of [
    ['clusterTlsCert', 'clusterTlsKey', 'clusterTlsCa'],
    ['clusterTlsKey', 'clusterTlsCert', 'clusterTlsCa'],
    ['clusterTlsCa', 'clusterTlsCert', 'clusterTlsKey'],
    ['etcdCert', 'etcdKey'],
    ['etcdKey', 'etcdCert'],
    ['etcdUser', 'etcdPasswordFile'],
    ['etcdPasswordFile', 'etcdUser'],
  ] as const) {
    if (values[id] !== null && needed.some((other) => values[other] === null)) {
      const names = needed.map((other) => SETTINGS[other].name).join(' and ');
      return `${say(id)}: ${JSON.stringify(values[id])} is of no use alone; allowed: together with ${names}`;
    }
  }
  return null;
}

/** What the kind of coordination asks for and rules out. */
function checkPlace(values: Settled, say: Say): string | null {
  const { coordination, etcdEndpoints, maxContentBytes, membersPerMachine } = values;
  if (!isAlone(values) && maxContentBytes > MAX_CONTENT_BETWEEN_MEMBERS) {
    const most = formatSize(MAX_CONTENT_BETWEEN_MEMBERS);
    const reason = coordination === 'embedded' ? 'membersPerMachine' : 'coordination';
    return `${say('maxContentBytes')}: ${formatSize(maxContentBytes)} is too large; allowed: at most ${most} with ${say(reason)}, which is ${values[reason]}`;
  }
  if (coordination === 'etcd') {
    if (etcdEndpoints === null) {
      return `${say('coordination')}: etcd is not enough; allowed: together with ${SETTINGS.etcdEndpoints.name}`;
    }
    const guard = (['etcdCa', 'etcdCert'] as const).find((id) => values[id] !== null);
    if (guard !== undefined && !usesTls(etcdEndpoints)) {
      return `${say(guard)}: ${JSON.stringify(values[guard])} is of no use; allowed: with ${say('etcdEndpoints')} of https`;
    }
    return null;
  }
  // Members that were meant to share an etcd, and do not, would each be a cluster of their own.
  for (const id of ['etcdEndpoints', 'etcdCa', 'etcdCert', 'etcdUser'] as const) {
    if (values[id] !== null) {
      return `${say(id)}: is of no use; allowed: with coordination etcd, not ${coordination} (${say('coordination')})`;
    }
  }
  if (coordination !== 'embedded') return null;
  if (values.gatewayOnly) return `${say('gatewayOnly')}: true is for several members; allowed: with coordination etcd`;
  for (const id of ['copies', 'bootstrapMembers'] as const) {
    if (values[id] <= membersPerMachine) continue;
    return membersPerMachine === 1
      ? `${say(id)}: ${values[id]} is for several members; allowed: with coordination etcd, or 1`
      : `${say(id)}: ${values[id]} is more than there are members; allowed: with coordination etcd, or at most ${say('membersPerMachine')}, which is ${membersPerMachine}`;
  }
  return null;
}

function checkTimes(values: Settled, say: Say): string | null {
  const { heartbeat, lease, takeover, gatewayHold, gatewayHoldReads, lockWait } = values;
  const is = (id: 'heartbeat' | 'lease' | 'takeover' | 'gatewayHold' | 'gatewayHoldReads' | 'lockWait'): string =>
    `${say(id)}, which is ${formatDuration(values[id])}`;
  const tooShort = `is too short; allowed: `;
  const tooLong = `is too long; allowed: `;
  if (lease < heartbeat * 3) {
    return `${say('lease')}: ${formatDuration(lease)} ${tooShort}at least 3 times ${is('heartbeat')}`;
  }
  // Two decide at one time unless the primary's slow clock ends its lease before the replica's fast one lets it take over.
  if (takeover * (100 - DRIFT) <= lease * (100 + DRIFT)) {
    const least = Math.floor((lease * (100 + DRIFT)) / (100 - DRIFT)) + 1;
    return `${say('takeover')}: ${formatDuration(takeover)} ${tooShort}at least ${formatDuration(least)} with ${is('lease')}`;
  }
  if (takeover >= REGISTRATION_ENDS_AFTER) {
    return `${say('takeover')}: ${formatDuration(takeover)} ${tooLong}less than ${formatDuration(REGISTRATION_ENDS_AFTER)}`;
  }
  if (takeover >= gatewayHoldReads) {
    return `${say('takeover')}: ${formatDuration(takeover)} ${tooLong}less than ${is('gatewayHoldReads')}`;
  }
  if (gatewayHoldReads < lockWait + HOLD_BEYOND_WAIT) {
    return `${say('gatewayHoldReads')}: ${formatDuration(gatewayHoldReads)} ${tooShort}1s more than ${is('lockWait')}`;
  }
  if (gatewayHold < gatewayHoldReads) {
    return `${say('gatewayHold')}: ${formatDuration(gatewayHold)} ${tooShort}at least ${is('gatewayHoldReads')}`;
  }
  return null;
}
