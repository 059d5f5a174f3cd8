import type { Probe } from 'kubernetes-types/core/v1.d.ts';
import { type Cluster, type Pods, selects } from './cluster.ts';
import { imageParts } from './image-name.ts';

/** What every pod owes its cluster, whatever runs in it. */
export function podComplaints(cluster: Cluster): string[] {
  return cluster.pods.flatMap((pods) =>
    [
      ...selectorComplaints(pods),
      ...securityComplaints(pods),
      ...imageComplaints(pods),
      ...resourceComplaints(pods),
      ...probeComplaints(pods),
      ...volumeComplaints(pods),
      ...variableComplaints(pods, cluster),
    ].map((text) => `${pods.title}: ${text}`),
  );
}

function selectorComplaints({ set, labels }: Pods): string[] {
  const complaints: string[] = [];
  if (!selects(set.spec?.selector.matchLabels, labels)) complaints.push('its selector does not take its own pods');
  const spreads = set.spec?.template.spec?.topologySpreadConstraints ?? [];
  for (const { topologyKey, labelSelector } of spreads) {
    if (!selects(labelSelector?.matchLabels, labels)) complaints.push(`spreads other pods over ${topologyKey}`);
  }
  for (const key of ['kubernetes.io/hostname', 'topology.kubernetes.io/zone']) {
    if (!spreads.some(({ topologyKey }) => topologyKey === key)) complaints.push(`is not spread over ${key}`);
  }
  return complaints;
}

/** The strictest of Kubernetes' pod security standards, and a root file system that nobody writes. */
function securityComplaints({ set, container }: Pods): string[] {
  const pod = set.spec?.template.spec;
  const context = container.securityContext;
  const uid = pod?.securityContext?.runAsUser ?? 0;
  const wanted: readonly (readonly [string, boolean])[] = [
    ['runs as root', pod?.securityContext?.runAsNonRoot === true && uid >= 10_000],
    ['has files of another group', pod?.securityContext?.fsGroup === uid && pod.securityContext.runAsGroup === uid],
    ['has no seccomp profile', pod?.securityContext?.seccompProfile?.type === 'RuntimeDefault'],
    ['carries a token of its service account', pod?.automountServiceAccountToken === false],
    ['is given variables of services', pod?.enableServiceLinks === false],
    ['may gain privileges', context?.allowPrivilegeEscalation === false],
    ['may write its root file system', context?.readOnlyRootFilesystem === true],
    ['keeps capabilities', context?.capabilities?.drop?.includes('ALL') === true && !context.capabilities.add],
  ];
  return wanted.filter(([, held]) => !held).map(([text]) => text);
}

function imageComplaints({ container }: Pods): string[] {
  const { registry, tag } = imageParts(container.image ?? '');
  return [
    ...(registry === null ? [] : [`its image names the registry ${registry}`]),
    ...(tag === null || tag === 'latest' ? [`its image ${container.image} has no version`] : []),
  ];
}

function resourceComplaints({ container }: Pods): string[] {
  const { requests = {}, limits = {} } = container.resources ?? {};
  return [
    ...(requests['cpu'] === undefined || requests['memory'] === undefined ? ['asks for no processor or memory'] : []),
    ...(limits['memory'] === undefined ? ['has no limit of memory'] : []),
    ...(limits['cpu'] === undefined ? [] : ['is throttled']),
  ];
}

function probeComplaints({ container, ports }: Pods): string[] {
  const probes: Readonly<Record<string, Probe | undefined>> = {
    startupProbe: container.startupProbe,
    livenessProbe: container.livenessProbe,
    readinessProbe: container.readinessProbe,
  };
  return Object.entries(probes).flatMap(([name, probe]) => {
    const port = probe?.httpGet?.port;
    if (port === undefined) return [`has no ${name}`];
    return ports.has(String(port)) ? [] : [`${name} asks the port ${port}, which no container has`];
  });
}

function volumeComplaints({ set, container }: Pods): string[] {
  const volumes = [
    ...(set.spec?.template.spec?.volumes ?? []).map(({ name }) => name),
    ...(set.spec?.volumeClaimTemplates ?? []).map(({ metadata }) => metadata?.name ?? ''),
  ];
  const mounts = container.volumeMounts ?? [];
  const places = mounts.map(({ mountPath }) => mountPath);
  return [
    ...mounts.filter(({ name }) => !volumes.includes(name)).map(({ name }) => `mounts ${name}, which is no volume`),
    ...volumes.filter((name) => !mounts.some((mount) => mount.name === name)).map((name) => `mounts ${name} nowhere`),
    ...places.filter((place, at) => places.indexOf(place) < at).map((place) => `mounts two volumes at ${place}`),
  ];
}

/** `$(NAME)` is replaced only by what stands before it in the list; else it stays as it is, and nobody is told. */
function variableComplaints({ container }: Pods, { configMaps }: Cluster): string[] {
  const complaints: string[] = [];
  const known = new Set<string>();
  const maps = (container.envFrom ?? []).map(({ configMapRef }) => configMapRef?.name ?? '');
  for (const name of maps) {
    const map = configMaps.find(({ metadata }) => metadata?.name === name);
    if (map === undefined) complaints.push(`reads the ConfigMap ${name}, which is not there`);
    for (const variable of Object.keys(map?.data ?? {})) known.add(variable);
  }
  const unknownIn = (text: string): string[] =>
    Array.from(text.matchAll(/\$\((\w+)\)/g), ([, name]) => name ?? '').filter((name) => !known.has(name));
  for (const { name, value = '' } of container.env ?? []) {
    for (const missing of unknownIn(value))
      complaints.push(`${name} is made of ${missing}, which is not known before it`);
    known.add(name);
  }
  for (const text of [...(container.command ?? []), ...(container.args ?? [])]) {
    for (const missing of unknownIn(text)) complaints.push(`${text} is made of ${missing}, which is no variable`);
  }
  return complaints;
}
