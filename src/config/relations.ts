import type { Config } from './config.ts';
import type { Given } from './given-values.ts';
import { formatSize, isLoopback, type ListenAddress } from './kinds.ts';
import { SETTINGS, type SettingId, type Values } from './settings.ts';

/** What two settings owe each other: the line for the first pair at odds, or null. */
export function checkRelations(values: Values, given: ReadonlyMap<SettingId, Given>): string | null {
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
  const listeners = ['gatewayListen', 'grpcListen', 'adminListen'] as const;
  for (const [index, id] of listeners.entries()) {
    for (const other of listeners.slice(0, index)) {
      if (sameAddress(values[id], values[other])) {
        return `${say(id)}: ${formatAddress(values[id])} is taken by ${say(other)}; allowed: an address of its own`;
      }
    }
  }
  return null;
}

/** What is allowed, but should be seen by whoever runs this. */
export function warningsFor(config: Config, memory: number): readonly string[] {
  const warnings: string[] = [];
  if (!isLoopback(config.gatewayListen.host) && config.gatewayAllow === null) {
    warnings.push(
      `gateway-listen ${formatAddress(config.gatewayListen)} is open to everybody who can reach it: the protocol knows no passwords; set gateway-allow`,
    );
  }
  if (!isLoopback(config.grpcListen.host) && config.grpcTokens === null && config.grpcTls?.clientCa == null) {
    warnings.push(
      `grpc-listen ${formatAddress(config.grpcListen)} is open to everybody who can reach it: set grpc-token-file or grpc-tls-client-ca`,
    );
  }
  if (config.grpcTokens !== null && config.grpcTls === null && !isLoopback(config.grpcListen.host)) {
    warnings.push('grpc-token-file without grpc-tls-cert: tokens cross the network in plain text');
  }
  if (config.maxMemory > memory) {
    warnings.push(
      `max-memory ${formatSize(config.maxMemory)} is more than this process may use (${formatSize(memory)})`,
    );
  }
  if (config.testClock)
    warnings.push('test-clock is on: whoever reaches admin-listen can move the clock; for tests alone');
  return warnings;
}

/** As one would write it: IPv6 in brackets. */
export function formatAddress(address: ListenAddress): string {
  return address.host.includes(':') ? `[${address.host}]:${address.port}` : `${address.host}:${address.port}`;
}

function sameAddress(one: ListenAddress, other: ListenAddress): boolean {
  return one.port !== 0 && one.port === other.port && one.host.toLowerCase() === other.host.toLowerCase();
}
