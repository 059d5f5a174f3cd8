import type { Config } from '../../src/config/config.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { VERSION } from '../../src/config/version.ts';
import type { Cluster, Pods } from './cluster.ts';
import { imageParts } from './image-name.ts';
import { environmentOf, NAMESPACE, readInPod } from './pod-environment.ts';

/** After a drain: 10 s for the doors to close, and the last words to peers and to etcd. */
const LAST_WORDS = 15_000;
const PROBED = { startupProbe: '/healthz', livenessProbe: '/healthz', readinessProbe: '/readyz' } as const;

/** What the pods of members owe to the program that runs in them: it is asked what it makes of its environment. */
export function memberComplaints(cluster: Cluster): string[] {
  const members = cluster.pods.find(({ name }) => name === 'holdfast');
  if (members === undefined) return ['there is no StatefulSet holdfast'];
  const pod = `${members.name}-0`;
  const loaded = loadConfig(
    members.container.args ?? [],
    environmentOf(members, pod, cluster),
    (path) => readInPod(members, path),
    { memory: 2 ** 31, hostName: pod },
  );
  if (!loaded.ok) return [`${members.title}: does not start: ${loaded.line}`];
  return [
    ...containerComplaints(members),
    ...(loaded.config.testClock ? ['has a clock that strangers can move'] : []),
    ...portComplaints(members, loaded.config),
    ...nameComplaints(members, pod, loaded.config),
    ...sizeComplaints(members, loaded.config),
    ...stopComplaints(members, loaded.config),
    ...etcdComplaints(loaded.config, cluster),
  ].map((text) => `${members.title}: ${text}`);
}

function containerComplaints({ container }: Pods): string[] {
  const { name, tag } = imageParts(container.image ?? '');
  return [
    ...(name === 'holdfast' && tag === VERSION ? [] : [`its image ${container.image} is not holdfast:${VERSION}`]),
    ...(container.command === undefined ? [] : ['starts something else than its image does']),
    ...Object.entries(PROBED)
      .map(([probe, path]) => ({ probe, path, asked: container[probe as keyof typeof PROBED]?.httpGet }))
      .filter(({ path, asked }) => asked?.path !== path || asked.port !== 'admin')
      .map(({ probe, path, asked }) => `its ${probe} asks ${asked?.port} for ${asked?.path}, not admin for ${path}`),
  ];
}

function portComplaints({ ports }: Pods, config: Config): string[] {
  const { gatewayListen, grpcListen, adminListen, clusterListen, coordination } = config;
  const listening = { gateway: gatewayListen, grpc: grpcListen, admin: adminListen, cluster: clusterListen };
  return [
    ...Object.entries(listening).flatMap(([name, { host, port }]) => [
      ...(host === '0.0.0.0' ? [] : [`listens on ${host} for ${name}, where nobody else can connect`]),
      ...(ports.get(name) === port ? [] : [`listens on ${port} for ${name}, which its pods call ${ports.get(name)}`]),
    ]),
    ...(ports.size === 4 ? [] : [`has ${ports.size} ports`]),
    ...(coordination === 'supervisor' ? ['waits for a supervisor'] : []),
  ];
}

function nameComplaints({ set, ports }: Pods, pod: string, { memberId, advertise }: Config): string[] {
  const wanted = `${pod}.${set.spec?.serviceName}.${NAMESPACE}.svc:${ports.get('cluster')}`;
  const found = `${advertise.host}:${advertise.port}`;
  return [
    ...(memberId === pod ? [] : [`a member of pod ${pod} is called ${memberId}`]),
    ...(found === wanted ? [] : [`tells others to call ${found}, and is at ${wanted}`]),
  ];
}

/** Several pods that each keep a table of their own would be several clusters behind one service. */
function sizeComplaints({ replicas, set }: Pods, { coordination, bootstrapMembers, copies }: Config): string[] {
  const isAlone = coordination === 'embedded';
  return [
    ...(isAlone === (replicas === 1) ? [] : [`has ${replicas} pods with coordination ${coordination}`]),
    ...(bootstrapMembers <= replicas ? [] : [`waits for ${bootstrapMembers} members, and has ${replicas} pods`]),
    ...(copies <= replicas ? [] : [`keeps ${copies} copies in ${replicas} pods`]),
    ...(set.spec?.podManagementPolicy === 'Parallel' ? [] : ['starts its second pod when the first is ready: never']),
  ];
}

function stopComplaints({ set, container }: Pods, { drainLimit }: Config): string[] {
  const grace = (set.spec?.template.spec?.terminationGracePeriodSeconds ?? 30) * 1000;
  const [program, seconds] = container.lifecycle?.preStop?.exec?.command ?? [];
  if (program !== 'sleep') return ['is told to stop before clients are sent elsewhere'];
  const needed = Number(seconds) * 1000 + drainLimit + LAST_WORDS;
  return grace >= needed ? [] : [`is killed after ${grace} ms, and may take ${needed} ms to stop`];
}

/** Endpoints within this very kustomization are pods of it. */
function etcdComplaints({ etcdEndpoints }: Config, { pods }: Cluster): string[] {
  const stores = pods.filter(({ name }) => name !== 'holdfast');
  const known = stores.flatMap(({ name, replicas, set, ports }) =>
    Array.from(
      { length: replicas },
      (_, ordinal) => `http://${name}-${ordinal}.${set.spec?.serviceName}:${ports.get('client')}`,
    ),
  );
  if (known.length === 0) return [];
  return known.join() === etcdEndpoints?.join() ? [] : [`asks etcd at ${etcdEndpoints}, which is at ${known}`];
}
