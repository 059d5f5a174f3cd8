import type { Service } from 'kubernetes-types/core/v1.d.ts';
import type { NetworkPolicyPeer } from 'kubernetes-types/networking/v1.d.ts';
import { type Cluster, type Pods, selects } from './cluster.ts';

/** Who reaches whom: services, disruption budgets, network policies and monitors each meet the pods they mean. */
export function networkComplaints(cluster: Cluster): string[] {
  return [
    ...cluster.services.flatMap((service) => serviceComplaints(service, cluster)),
    ...cluster.pods.flatMap((pods) => governingServiceComplaints(pods, cluster)),
    ...budgetComplaints(cluster),
    ...policyComplaints(cluster),
    ...monitorComplaints(cluster),
  ];
}

function serviceComplaints({ metadata, spec }: Service, { pods }: Cluster): string[] {
  const title = `Service/${metadata?.name}`;
  const behind = pods.filter(({ labels }) => selects(spec?.selector, labels));
  const [target] = behind;
  if (target === undefined || behind.length > 1) return [`${title}: leads to the pods of ${behind.length} sets`];
  return (spec?.ports ?? []).flatMap(({ name, port, targetPort }) => {
    const number = typeof targetPort === 'string' ? target.ports.get(targetPort) : targetPort;
    if (number === port && [...target.ports.values()].includes(port)) return [];
    return [`${title}: ${name} ${port} leads to ${targetPort}, which is ${number ?? 'no port'} at ${target.name}`];
  });
}

/** A pod has a name of its own only in the headless service that its set names. */
function governingServiceComplaints({ title, set, labels }: Pods, { services }: Cluster): string[] {
  const name = set.spec?.serviceName;
  const service = services.find(({ metadata }) => metadata?.name === name);
  if (service === undefined) return [`${title}: its service ${name} is not there`];
  return [
    ...(service.spec?.clusterIP === 'None' ? [] : [`${title}: its service ${name} is not headless`]),
    ...(service.spec?.publishNotReadyAddresses === true ? [] : [`${title}: ${name} hides pods that are not ready`]),
    ...(selects(service.spec?.selector, labels) ? [] : [`${title}: its service ${name} leads elsewhere`]),
  ];
}

function budgetComplaints({ budgets, pods }: Cluster): string[] {
  const complaints: string[] = [];
  for (const { metadata, spec } of budgets) {
    const title = `PodDisruptionBudget/${metadata?.name}`;
    if (!pods.some(({ labels }) => selects(spec?.selector?.matchLabels, labels))) complaints.push(`${title}: no pods`);
    if (spec?.maxUnavailable !== 1) complaints.push(`${title}: lets more or fewer than one pod go at a time`);
  }
  for (const { title, replicas, labels } of pods) {
    const guards = budgets.filter(({ spec }) => selects(spec?.selector?.matchLabels, labels)).length;
    const wanted = replicas > 1 ? 1 : 0;
    if (guards !== wanted) complaints.push(`${title}: ${replicas} pods and ${guards} disruption budgets`);
  }
  return complaints;
}

/** Whose pods may connect to each port, by the policies; `any` where they leave it open. */
const ALLOWED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  holdfast: {
    cluster: 'holdfast',
    gateway: 'holdfast.io/client, namespaces holdfast.io/client',
    grpc: 'holdfast.io/client, namespaces holdfast.io/client',
    admin: 'holdfast.io/monitoring, namespaces holdfast.io/monitoring',
  },
  'holdfast-etcd': {
    client: 'holdfast',
    peer: 'holdfast-etcd',
    metrics: 'holdfast.io/monitoring, namespaces holdfast.io/monitoring',
  },
};

function policyComplaints(cluster: Cluster): string[] {
  const complaints = cluster.policies
    .filter(({ spec }) => !cluster.pods.some(({ labels }) => selects(spec?.podSelector.matchLabels, labels)))
    .map(({ metadata }) => `NetworkPolicy/${metadata?.name}: no pods`);
  for (const pods of cluster.pods) {
    const wanted = ALLOWED[pods.name] ?? {};
    for (const port of pods.ports.keys()) {
      const found = whoMayReach(pods, port, cluster);
      if (found !== wanted[port]) complaints.push(`${pods.title}: its port ${port} is reached by ${found || 'nobody'}`);
    }
  }
  return complaints;
}

function whoMayReach({ labels, ports }: Pods, port: string, cluster: Cluster): string {
  const policies = cluster.policies.filter(
    ({ spec }) => selects(spec?.podSelector.matchLabels, labels) && spec?.policyTypes?.includes('Ingress') === true,
  );
  if (policies.length === 0) return 'any';
  const rules = policies.flatMap(({ spec }) => spec?.ingress ?? []);
  const open = rules.filter((rule) => {
    const named = (rule.ports ?? []).map((each) => each.port);
    return rule.ports === undefined || named.includes(port) || named.includes(ports.get(port) ?? -1);
  });
  return open
    .flatMap(({ from }) => (from === undefined ? ['any'] : from.map((peer) => nameOf(peer, cluster))))
    .join(', ');
}

function nameOf({ podSelector, namespaceSelector, ipBlock }: NetworkPolicyPeer, { pods }: Cluster): string {
  if (ipBlock !== undefined) return ipBlock.cidr;
  const names = (labels: Readonly<Record<string, string>> = {}): string =>
    Object.entries(labels)
      .map(([name, value]) => (value === 'true' ? name : `${name}=${value}`))
      .join('+') || 'any';
  if (namespaceSelector !== undefined) {
    const inside = podSelector === undefined ? '' : ` with ${names(podSelector.matchLabels)}`;
    return `namespaces ${names(namespaceSelector.matchLabels)}${inside}`;
  }
  const known = pods.find(({ labels }) => selects(podSelector?.matchLabels, labels));
  return known?.name ?? names(podSelector?.matchLabels);
}

function monitorComplaints({ monitors, services }: Cluster): string[] {
  return monitors.flatMap(({ metadata, spec }) => {
    const found = services.filter((service) => selects(spec.selector.matchLabels, service.metadata?.labels ?? {}));
    const [service] = found;
    // Two services in front of the same pods would count everything twice.
    if (found.length !== 1) return [`ServiceMonitor/${metadata.name}: finds ${found.length} services`];
    const ports = (service?.spec?.ports ?? []).map(({ name }) => name);
    return spec.endpoints
      .filter(({ port, path }) => !ports.includes(port) || port !== 'admin' || path !== '/metrics')
      .map(({ port, path }) => `ServiceMonitor/${metadata.name}: asks ${port} for ${path}`);
  });
}
