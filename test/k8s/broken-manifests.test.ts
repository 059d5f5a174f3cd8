import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { complaintsAbout } from './complaints.ts';
import { applyOperations, type Operation } from './json-patch.ts';
import { buildKustomization } from './kustomization.ts';
import { type Json, type Manifest, titleOf } from './manifest.ts';

const K8S = fileURLToPath(new URL('../../k8s/', import.meta.url));

const POD = '/spec/template/spec';
const CONTAINER = `${POD}/containers/0`;

/** One thing done to one object, and the complaint that must follow. */
type Break = readonly [object: string, operation: Operation, complaint: RegExp];

const replace = (path: string, value: Json): Operation => ({ op: 'replace', path, value });
const add = (path: string, value: Json): Operation => ({ op: 'add', path, value });
const remove = (path: string): Operation => ({ op: 'remove', path });

const MEMBERS = 'StatefulSet/holdfast';
const ETCD = 'StatefulSet/holdfast-etcd';
const SETTINGS = 'ConfigMap/holdfast-settings';
const OTHERS = { 'app.kubernetes.io/name': 'other' };

/** Done to the overlay with everything of ours in it. */
const BREAKS: readonly Break[] = [
  // Against the API.
  [MEMBERS, add(`${CONTAINER}/readynessProbe`, {}), /'"readynessProbe"' does not exist/],
  [MEMBERS, replace('/spec/replicas', '3'), /'string' is not assignable to type 'number'/],
  [MEMBERS, remove('/spec/selector'), /Property 'selector' is missing/],
  [MEMBERS, replace('/apiVersion', 'apps/v1beta1'), /no kind of this name/],
  [MEMBERS, replace('/spec/podManagementPolicy', 'parallel'), /spec\.podManagementPolicy is not in its form/],
  [MEMBERS, replace(`${CONTAINER}/resources/limits/memory`, '2GB'), /resources\.limits is not in its form/],
  [MEMBERS, replace(`${CONTAINER}/ports/0/name`, 'state_server'), /ports is not in its form/],
  [
    MEMBERS,
    replace('/spec/template/metadata/labels/app.kubernetes.io~1name', 'hold fast'),
    /labels is not in its form/,
  ],
  ['Service/holdfast-grpc', add('/spec/ports/0/containerPort', 7400), /'"containerPort"' does not exist/],
  ['NetworkPolicy/holdfast-members', add('/spec/ingress/0/form', []), /'"form"' does not exist/],
  // Pods.
  [MEMBERS, replace('/spec/selector/matchLabels', OTHERS), /selector does not take its own pods/],
  [MEMBERS, replace(`${POD}/topologySpreadConstraints/0/labelSelector/matchLabels`, OTHERS), /spreads other pods over/],
  [MEMBERS, remove(`${POD}/topologySpreadConstraints/0`), /is not spread over kubernetes\.io\/hostname/],
  [MEMBERS, replace(`${POD}/securityContext/runAsUser`, 0), /runs as root/],
  [MEMBERS, remove(`${POD}/securityContext/fsGroup`), /files of another group/],
  [MEMBERS, remove(`${POD}/securityContext/seccompProfile`), /no seccomp profile/],
  [MEMBERS, remove(`${POD}/automountServiceAccountToken`), /carries a token/],
  [MEMBERS, replace(`${POD}/enableServiceLinks`, true), /variables of services/],
  [MEMBERS, remove(`${CONTAINER}/securityContext/allowPrivilegeEscalation`), /may gain privileges/],
  [MEMBERS, remove(`${CONTAINER}/securityContext/readOnlyRootFilesystem`), /may write its root file system/],
  [ETCD, add(`${CONTAINER}/securityContext/capabilities/add`, ['NET_ADMIN']), /keeps capabilities/],
  [
    MEMBERS,
    replace(`${CONTAINER}/image`, 'registry.example.com/holdfast:0.1.0'),
    /names the registry registry\.example/,
  ],
  [ETCD, replace(`${CONTAINER}/image`, 'localhost:5000/etcd:v3'), /names the registry localhost:5000/],
  [MEMBERS, replace(`${CONTAINER}/image`, 'holdfast'), /has no version/],
  [MEMBERS, replace(`${CONTAINER}/image`, 'holdfast:0.0.9'), /is not holdfast:\d/],
  [MEMBERS, add(`${CONTAINER}/resources/limits/cpu`, '1'), /is throttled/],
  [MEMBERS, remove(`${CONTAINER}/resources/limits/memory`), /no limit of memory/],
  [MEMBERS, remove(`${CONTAINER}/livenessProbe`), /has no livenessProbe/],
  [ETCD, replace(`${CONTAINER}/readinessProbe/httpGet/port`, 'health'), /asks the port health, which no container has/],
  [MEMBERS, replace(`${CONTAINER}/readinessProbe/httpGet/path`, '/healthz'), /readinessProbe asks admin for \/healthz/],
  [MEMBERS, replace(`${CONTAINER}/livenessProbe/httpGet/port`, 'grpc'), /livenessProbe asks grpc/],
  [MEMBERS, add(`${CONTAINER}/volumeMounts/-`, { name: 'tmp', mountPath: '/tmp' }), /mounts tmp, which is no volume/],
  [MEMBERS, add(`${POD}/volumes/-`, { name: 'spare', emptyDir: {} }), /mounts spare nowhere/],
  [ETCD, replace('/spec/volumeClaimTemplates/0/metadata/name', 'store'), /mounts data, which is no volume/],
  [MEMBERS, replace(`${CONTAINER}/envFrom/0/configMapRef/name`, 'settings'), /reads the ConfigMap settings/],
  [ETCD, remove(`${CONTAINER}/env/0`), /is made of POD_NAME, which is no variable/],
  // What the program makes of it.
  [SETTINGS, add('/data/HOLDFAST_COPYS', '2'), /does not start: unknown environment variable HOLDFAST_COPYS/],
  [SETTINGS, replace('/data/HOLDFAST_DRAIN_LIMIT', 'one minute'), /does not start: drain-limit/],
  [SETTINGS, replace('/data/HOLDFAST_DRAIN_LIMIT', '80s'), /is killed after 90000 ms/],
  [SETTINGS, add('/data/HOLDFAST_TEST_CLOCK', 'true'), /clock that strangers can move/],
  [SETTINGS, add('/data/HOLDFAST_BOOTSTRAP_MEMBERS', '5'), /waits for 5 members, and has 3 pods/],
  [
    SETTINGS,
    replace('/data/HOLDFAST_GRPC_LISTEN', '0.0.0.0:7500'),
    /listens on 7500 for grpc, which its pods call 7400/,
  ],
  [SETTINGS, replace('/data/HOLDFAST_ADMIN_LISTEN', '127.0.0.1:7401'), /listens on 127\.0\.0\.1 for admin/],
  [SETTINGS, remove('/data/HOLDFAST_CLUSTER_LISTEN'), /listens on 127\.0\.0\.1 for cluster/],
  [SETTINGS, add('/data/HOLDFAST_GRPC_TOKEN_FILE', '/etc/holdfast/tokens'), /does not start: grpc-token-file/],
  [SETTINGS, remove('/data/HOLDFAST_ETCD_ENDPOINTS'), /does not start: coordination/],
  [
    SETTINGS,
    replace('/data/HOLDFAST_ETCD_ENDPOINTS', 'http://holdfast-etcd-0.holdfast-etcd:2379'),
    /asks etcd at http/,
  ],
  [MEMBERS, add(`${CONTAINER}/args`, ['--coordination=embedded']), /does not start: etcd-endpoints/],
  [MEMBERS, add(`${CONTAINER}/args`, ['--copys=2']), /does not start: unknown flag --copys/],
  [MEMBERS, replace('/spec/podManagementPolicy', 'OrderedReady'), /second pod when the first is ready/],
  [MEMBERS, remove(`${CONTAINER}/env/1`), /is made of HOLDFAST_MEMBER_ID, which is not known before it/],
  [MEMBERS, replace(`${CONTAINER}/env/1/valueFrom/fieldRef/fieldPath`, 'metadata.namespace'), /is called farm/],
  [MEMBERS, replace(`${CONTAINER}/env/2/value`, '$(HOLDFAST_MEMBER_ID).holdfast:7402'), /tells others to call/],
  [MEMBERS, remove(`${CONTAINER}/lifecycle`), /told to stop before clients are sent elsewhere/],
  [MEMBERS, replace(`${POD}/terminationGracePeriodSeconds`, 60), /is killed after 60000 ms/],
  [MEMBERS, remove(`${POD}/terminationGracePeriodSeconds`), /is killed after 30000 ms/],
  // Network.
  [MEMBERS, replace('/spec/serviceName', 'holdfast'), /its service holdfast is not there/],
  ['Service/holdfast-members', remove('/spec/clusterIP'), /is not headless/],
  ['Service/holdfast-members', remove('/spec/publishNotReadyAddresses'), /hides pods that are not ready/],
  ['Service/holdfast-gateway', replace('/spec/selector', OTHERS), /leads to the pods of 0 sets/],
  ['Service/holdfast-gateway', replace('/spec/ports/0/targetPort', 'state'), /leads to state, which is no port/],
  ['Service/holdfast-gateway', replace('/spec/ports/0/targetPort', 'grpc'), /leads to grpc, which is 7400/],
  ['PodDisruptionBudget/holdfast', replace('/spec/selector/matchLabels', OTHERS), /3 pods and 0 disruption budgets/],
  ['PodDisruptionBudget/holdfast', replace('/spec/maxUnavailable', 2), /more or fewer than one pod/],
  ['NetworkPolicy/holdfast-members', replace('/spec/podSelector/matchLabels', OTHERS), /cluster is reached by any/],
  [
    'NetworkPolicy/holdfast-members',
    replace('/spec/ingress/0/from/0/podSelector/matchLabels', OTHERS),
    /reached by app/,
  ],
  ['NetworkPolicy/holdfast-members', remove('/spec/ingress/1/from'), /port gateway is reached by any/],
  ['NetworkPolicy/holdfast-members', remove('/spec/ingress/1/ports/1'), /port grpc is reached by nobody/],
  [
    'NetworkPolicy/holdfast-members',
    add('/spec/ingress/2/ports/-', { port: 7402 }),
    /cluster is reached by holdfast, hold/,
  ],
  ['NetworkPolicy/holdfast-members', replace('/spec/ingress/1/from/1/namespaceSelector', {}), /namespaces any/],
  ['NetworkPolicy/holdfast-etcd', remove('/spec/ingress/0/from'), /port client is reached by any/],
  // The bundled etcd.
  [ETCD, replace('/spec/replicas', 5), /--initial-cluster /],
  [ETCD, remove(`${CONTAINER}/args/11`), /--auto-compaction-retention undefined/],
  [ETCD, replace(`${CONTAINER}/args/2`, '--listen-client-urls=http://0.0.0.0:2479'), /--listen-client-urls http/],
  [ETCD, replace(`${CONTAINER}/args/1`, '--data-dir=/data'), /--data-dir \/data, not \/var\/lib\/etcd\/data/],
  [ETCD, add(`${CONTAINER}/args/-`, '--force-new-cluster'), /nobody knows what --force-new-cluster is for/],
];

/** Found by its name, or by what stands before the hash of its content. */
function find(manifests: readonly Manifest[], object: string): Manifest {
  const found = manifests.find((manifest) => titleOf(manifest).replace(/-[a-z0-9]{10}$/, '') === object);
  if (found === undefined) throw new Error(`there is no ${object}`);
  return found;
}

describe('what is broken on purpose', () => {
  const whole = buildKustomization(join(K8S, 'overlays/bundled-etcd'));
  let complaints: readonly (readonly string[])[];
  before(() => {
    const broken = BREAKS.map(([object, operation]) => {
      const manifests = structuredClone(whole);
      applyOperations(find(manifests, object), [operation]);
      return manifests;
    });
    complaints = complaintsAbout([...broken, whole]);
  });

  for (const [at, [object, { op, path, value }, complaint]] of BREAKS.entries()) {
    it(`is found: ${object}: ${op} ${path} ${value === undefined ? '' : JSON.stringify(value)}`, () => {
      assert.match((complaints[at] ?? []).join('\n'), complaint);
    });
  }

  it('is not found where nothing is broken', () => assert.deepEqual(complaints.at(-1), []));
});
