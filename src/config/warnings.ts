import { hostOf } from './cluster-kinds.ts';
import type { Config } from './config.ts';
import { formatSize, isLoopback } from './kinds.ts';
import { formatAddress } from './relations.ts';
import { isAlone } from './settled.ts';

/** What is allowed, but should be seen by whoever runs this. */
export function warningsFor(config: Config, memory: number): readonly string[] {
  // Whoever started it has said so already.
  if (config.machineMember) return [];
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
  if (!isAlone(config)) warnings.push(...warningsForLine(config));
  if (config.coordination === 'etcd') warnings.push(...warningsForEtcd(config));
  if (config.maxMemory > memory) {
    warnings.push(
      `max-memory ${formatSize(config.maxMemory)} is more than this process may use (${formatSize(memory)})`,
    );
  }
  if (config.testClock)
    warnings.push('test-clock is on: whoever reaches admin-listen can move the clock; for tests alone');
  return warnings;
}

function warningsForLine({ clusterListen, clusterTls, operatorTokens }: Config): readonly string[] {
  if (isLoopback(clusterListen.host) || clusterTls !== null) return [];
  const address = `cluster-listen ${formatAddress(clusterListen)}`;
  const warnings = [
    `${address} is open to everybody who can reach it, and all sessions with it: set cluster-tls-cert, cluster-tls-key and cluster-tls-ca`,
  ];
  if (operatorTokens === null) {
    warnings.push(`${address} takes orders from everybody who can reach it: set operator-token-file or cluster-tls-ca`);
  } else {
    warnings.push('operator-token-file without cluster-tls-cert: tokens cross the network in plain text');
  }
  return warnings;
}

function warningsForEtcd({ etcdEndpoints, etcdTls, etcdLogin, advertise }: Config): readonly string[] {
  const warnings: string[] = [];
  const isRemote = (etcdEndpoints ?? []).some((endpoint) => !isLoopback(hostOf(endpoint)));
  if (isRemote && etcdTls === null && etcdLogin !== null) {
    warnings.push('etcd-password-file without https endpoints: the password crosses the network in plain text');
  }
  if (isRemote && isLoopback(advertise.host)) {
    warnings.push(
      `advertise ${formatAddress(advertise)} is of use on this machine alone: set cluster-listen, or advertise, to what other members can reach`,
    );
  }
  return warnings;
}
