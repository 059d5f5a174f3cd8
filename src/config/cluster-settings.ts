import { coordination, etcdEndpoints, name, nameOrNothing, reachableAddress, sanitizedName } from './cluster-kinds.ts';
import { duration, file, flag, listenAddress, wholeNumber } from './kinds.ts';
import { optional, required } from './setting.ts';

/** What a member is within its cluster, and how it finds the others. */
export const CLUSTER_SETTINGS = {
  memberId: required('Cluster', 'member-id', name, ({ hostName }) => sanitizedName(hostName), {
    help: 'The name of this member. No two processes of a cluster have the same; a restarted one keeps its own.',
    defaultInWords: "the host's name",
  }),
  membersPerMachine: required('Cluster', 'members-per-machine', wholeNumber(1, 64), '1', {
    help: 'How many members this process runs, one for each core say. They share the gateway, gRPC and admin listeners and max-memory, and are called member-id-0, -1 and so on.',
  }),
  clusterName: required('Cluster', 'cluster-name', name, 'holdfast', {
    help: 'The cluster this member belongs to. Members of other names are turned away, and may share its etcd.',
  }),
  coordination: required('Cluster', 'coordination', coordination, 'embedded', {
    help: 'Where the table of partitions is kept: embedded, on a machine that is alone; or in etcd, for several.',
  }),
  etcdEndpoints: optional('Cluster', 'etcd-endpoints', etcdEndpoints, {
    help: 'Where etcd listens. Needed with coordination etcd.',
  }),
  etcdCa: optional('Cluster', 'etcd-ca', file, {
    help: "Authorities (PEM) one of which must have signed etcd's certificates. Needs endpoints with https.",
    defaultInWords: "Node.js's own list of authorities",
  }),
  etcdCert: optional('Cluster', 'etcd-cert', file, {
    help: 'Certificate chain (PEM) that is shown to etcd. Needs etcd-key, and endpoints with https.',
    defaultInWords: 'none is shown',
  }),
  etcdKey: optional('Cluster', 'etcd-key', file, {
    help: 'Private key (PEM) of etcd-cert.',
  }),
  etcdUser: optional('Cluster', 'etcd-user', name, {
    help: 'The user as whom etcd is asked. Needs etcd-password-file.',
    defaultInWords: 'etcd is asked without a user',
  }),
  etcdPasswordFile: optional('Cluster', 'etcd-password-file', file, {
    help: 'The password of etcd-user, on one line.',
  }),
  clusterListen: required('Cluster', 'cluster-listen', listenAddress, '127.0.0.1:7402', {
    help: 'Where other members and operators connect; of members-per-machine the first, each further one at the next port. A member with coordination embedded that is alone does not listen.',
  }),
  advertise: optional('Cluster', 'advertise', reachableAddress, {
    help: "Where other members reach this one's cluster-listen; of members-per-machine the first, as there.",
    defaultInWords: "cluster-listen, with the host's name where that is all addresses",
  }),
  clusterTlsCert: optional('Cluster', 'cluster-tls-cert', file, {
    help: 'Certificate chain (PEM) of this member, shown to peers, both when it calls and when it is called.',
    defaultInWords: 'no TLS',
  }),
  clusterTlsKey: optional('Cluster', 'cluster-tls-key', file, {
    help: 'Private key (PEM) of cluster-tls-cert.',
  }),
  clusterTlsCa: optional('Cluster', 'cluster-tls-ca', file, {
    help: 'Authorities (PEM) one of which must have signed the certificate of every peer and operator.',
  }),
  operatorTokenFile: optional('Cluster', 'operator-token-file', file, {
    help: 'Bearer tokens for operators, one per line, the same for all members; each is enough. Asked for over the gRPC door, and over a member line without TLS. Empty lines and those after # are skipped.',
    defaultInWords:
      'over the gRPC door nobody drains or forgets members, or adopts a table; over a member line without TLS everybody does',
  }),
  copies: optional('Cluster', 'copies', wholeNumber(1, 5), {
    help: 'Copies of every session, on as many members. Written down when the cluster is formed.',
    defaultInWords: '2; 1 for a member alone with coordination embedded',
  }),
  partitions: required('Cluster', 'partitions', wholeNumber(1, 1024), '256', {
    help: 'The parts into which the sessions are divided among the members. Fixed when the cluster is formed.',
  }),
  bootstrapMembers: optional('Cluster', 'bootstrap-members', wholeNumber(1, 100), {
    help: 'How many members must be there before they form a new cluster.',
    defaultInWords: '3; all members of this machine with coordination embedded',
  }),
  zone: required('Cluster', 'zone', nameOrNothing, '', {
    help: 'What fails together with this member, such as a rack or zone. Copies of a session lie in different ones.',
    defaultInWords: 'none; member-id where members-per-machine is more than 1',
  }),
  heartbeat: required('Cluster', 'heartbeat', duration(10, 10_000), '200ms', {
    help: 'How often members give each other a sign of life.',
  }),
  lease: required('Cluster', 'lease', duration(30, 10_000), '1s', {
    help: 'How long a primary may go on deciding after it last heard from a replica. At least three heartbeats.',
  }),
  takeover: required('Cluster', 'takeover', duration(40, 10_000), '1500ms', {
    help: 'How long a primary must be silent before a replica takes its place. More than a tenth longer than lease.',
  }),
  gatewayHold: required('Cluster', 'gateway-hold', duration(1_000, 9_900), '8s', {
    help: 'How long the gateway tries to have a write decided. Less than the stateNetworkTimeout of ASP.NET, 10s.',
  }),
  gatewayHoldReads: optional('Cluster', 'gateway-hold-reads', duration(1_000, 9_900), {
    help: 'The same for reads. After it the client is told to ask again.',
    defaultInWords: '3s; a second more than lock-wait where that is longer',
  }),
  gatewayOnly: required('Cluster', 'gateway-only', flag, 'false', {
    help: 'Holds no sessions: passes requests on to the members that do.',
  }),
  drainLimit: required('Cluster', 'drain-limit', duration(0, 3_600_000), '60s', {
    help: 'How long a stopping member may take to hand over what it holds.',
  }),
} as const;
