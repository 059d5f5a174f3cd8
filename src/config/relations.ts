import type { Given } from './given-values.ts';
import { formatSize, type ListenAddress } from './kinds.ts';
import { SETTINGS, type SettingId } from './settings.ts';
import { isAlone, type Settled } from './settled.ts';

/** What two settings owe each other: the line for the first pair at odds, or null. */
export function checkRelations(values: Settled, given: ReadonlyMap<SettingId, Given>): string | null {
  const say = (id: SettingId) => `${SETTINGS[id].name} (${given.get(id)?.origin ?? 'default'})`;

  for (const [id, needed] of [
    ['grpcTlsCert', 'grpcTlsKey'],
    ['grpcTlsKey', 'grpcTlsCert'],
    ['grpcTlsClientCa', 'grpcTlsCert'],
  ] as const) {
    if (values[id] !== null && values[needed] === null) {
      return `${say(id)}: ${JSON.stringify(values[id])} is of no use alone; allowed: together with ${SETTINGS[needed].name}`;
    }
  }
  // A single request larger than all requests together may be would wait for room for ever.
  if (values.maxContentBytes > values.maxBytesInFlight) {
    const most = formatSize(values.maxBytesInFlight);
    return `${say('maxContentBytes')}: ${formatSize(values.maxContentBytes)} is too large; allowed: at most ${say('maxBytesInFlight')}, which is ${most}`;
  }
  const doors = ['gatewayListen', 'grpcListen', 'adminListen'] as const;
  const listeners = isAlone(values) ? doors : ([...doors, 'clusterListen'] as const);
  for (const [index, id] of listeners.entries()) {
    for (const other of listeners.slice(0, index)) {
      if (sameAddress(values[id], values[other])) {
        return `${say(id)}: ${formatAddress(values[id])} is taken by ${say(other)}; allowed: an address of its own`;
      }
    }
  }
  return null;
}

/** As one would write it: IPv6 in brackets. */
export function formatAddress(address: ListenAddress): string {
  return address.host.includes(':') ? `[${address.host}]:${address.port}` : `${address.host}:${address.port}`;
}

export function sameAddress(one: ListenAddress, other: ListenAddress): boolean {
  return one.port !== 0 && one.port === other.port && one.host.toLowerCase() === other.host.toLowerCase();
}
