import type { Cluster, Pods } from './cluster.ts';
import { environmentOf, expand, NAMESPACE } from './pod-environment.ts';

/** Without these flags, at these values, the store is not what members rely on. */
const NEEDED = {
  '--auto-compaction-mode': 'periodic',
  '--auto-compaction-retention': '1h',
  '--initial-cluster-state': 'new',
};

/** What the pods of the bundled etcd owe each other. */
export function etcdComplaints(cluster: Cluster): string[] {
  const etcd = cluster.pods.find(({ name }) => name === 'holdfast-etcd');
  if (etcd === undefined) return [];
  return Array.from({ length: etcd.replicas }, (_, ordinal) => complaintsOfPod(etcd, ordinal, cluster))
    .flat()
    .map((text) => `${etcd.title}: ${text}`);
}

function complaintsOfPod(etcd: Pods, ordinal: number, cluster: Cluster): string[] {
  const { name, replicas, set, ports, container } = etcd;
  const pod = `${name}-${ordinal}`;
  const variables = environmentOf(etcd, pod, cluster);
  const flags = new Map((container.args ?? []).map((arg) => splitAt(expand(arg, variables), '=')));
  const at = (who: string, port: string): string =>
    `http://${who}.${set.spec?.serviceName}.${NAMESPACE}.svc:${ports.get(port)}`;
  const peers = Array.from({ length: replicas }, (_, each) => `${name}-${each}=${at(`${name}-${each}`, 'peer')}`);
  const folder = container.volumeMounts?.[0]?.mountPath;
  const wanted: Readonly<Record<string, string>> = {
    ...NEEDED,
    '--name': pod,
    '--listen-client-urls': `http://0.0.0.0:${ports.get('client')}`,
    '--advertise-client-urls': at(pod, 'client'),
    '--listen-peer-urls': `http://0.0.0.0:${ports.get('peer')}`,
    '--initial-advertise-peer-urls': at(pod, 'peer'),
    '--initial-cluster': peers.join(),
    '--initial-cluster-token': 'holdfast',
    '--listen-metrics-urls': `http://0.0.0.0:${ports.get('metrics')}`,
    '--data-dir': `${folder}/data`,
  };
  return [
    ...(container.command?.join(' ') === 'etcd' ? [] : ['starts something else than etcd']),
    ...(set.spec?.podManagementPolicy === 'Parallel' ? [] : ['starts its second pod when the first is ready: never']),
    ...Object.entries(wanted)
      .filter(([flag, value]) => flags.get(flag) !== value)
      .map(([flag, value]) => `${pod} is started with ${flag} ${flags.get(flag)}, not ${value}`),
    ...[...flags.keys()].filter((flag) => !(flag in wanted)).map((flag) => `nobody knows what ${flag} is for`),
  ];
}

function splitAt(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
