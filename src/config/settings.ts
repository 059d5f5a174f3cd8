import { CLUSTER_SETTINGS } from './cluster-settings.ts';
import {
  aspnetVersion,
  cidrs,
  duration,
  file,
  flag,
  LEAST_MEMORY,
  listenAddress,
  oneOf,
  parseDuration,
  parseSize,
  size,
  wholeNumber,
} from './kinds.ts';
import { optional, required, type Setting } from './setting.ts';

const DAY = parseDuration('1d') as number;
const KIB = parseSize('1KiB') as number;
const GIB = parseSize('1GiB') as number;

export const SETTINGS = {
  gatewayListen: required('Listening', 'gateway-listen', listenAddress, '127.0.0.1:42424', {
    help: 'Where ASP.NET applications connect (mode="StateServer").',
  }),
  grpcListen: required('Listening', 'grpc-listen', listenAddress, '127.0.0.1:7400', {
    help: 'Where gRPC clients connect.',
  }),
  adminListen: required('Listening', 'admin-listen', listenAddress, '127.0.0.1:7401', {
    help: 'Where /healthz, /readyz and /metrics are served over HTTP.',
  }),
  lockLease: required('Sessions and locks', 'lock-lease', duration(100, 366 * DAY), '110s', {
    help: 'How long a lock holds unrenewed. At least the largest executionTimeout in use; gRPC callers may name their own.',
  }),
  lockWait: required('Sessions and locks', 'lock-wait', duration(0, 3000), '500ms', {
    help: 'How long the gateway keeps a request in line for a locked session before it answers that it is locked.',
  }),
  staleWrites: required('Sessions and locks', 'stale-writes', oneOf('reject', 'accept'), 'reject', {
    help: 'What becomes of a write under a lock that has passed on to somebody else. The stock service accepts it.',
  }),
  aspnetVersion: required('Sessions and locks', 'aspnet-version', aspnetVersion, '2.0.50727', {
    help: 'The X-AspNet-Version that the gateway shows to ASP.NET applications.',
  }),
  maxContentBytes: required('Limits', 'max-content-bytes', size(1, GIB), '32MiB', {
    help: 'The largest content of one session.',
  }),
  maxMemory: required(
    'Limits',
    'max-memory',
    size(LEAST_MEMORY, 2 ** 16 * GIB),
    ({ memory }) => String(Math.floor(memory / 2)),
    {
      help: 'The memory sessions may take, divided evenly where members-per-machine is more than 1. Beyond it new sessions are refused; live ones are never evicted.',
      defaultInWords: "half of the container's limit or of the machine's memory",
    },
  ),
  maxConnections: required('Limits', 'max-connections', wholeNumber(1, 1_000_000), '10000', {
    help: 'Connections to the gateway at one time; more are closed at once.',
  }),
  maxWaitersPerSession: required('Limits', 'max-waiters-per-session', wholeNumber(0, 10_000), '50', {
    help: 'Requests in line for one locked session; more are answered at once that it is locked.',
  }),
  maxBytesInFlight: required('Limits', 'max-bytes-in-flight', size(KIB, 1024 * GIB), '512MiB', {
    help: 'Bytes of requests held unanswered, over all connections to the gateway.',
  }),
  gatewayAllow: optional('Guards', 'gateway-allow', cidrs, {
    help: 'Who may speak to the gateway; all others are closed at once. IPv4 ranges match IPv4-mapped addresses too.',
    defaultInWords: 'everybody',
  }),
  grpcTlsCert: optional('Guards', 'grpc-tls-cert', file, {
    help: 'Certificate chain (PEM) for the gRPC door. Needs grpc-tls-key.',
    defaultInWords: 'no TLS',
  }),
  grpcTlsKey: optional('Guards', 'grpc-tls-key', file, {
    help: 'Private key (PEM) of grpc-tls-cert.',
  }),
  grpcTlsClientCa: optional('Guards', 'grpc-tls-client-ca', file, {
    help: 'Authorities (PEM) one of which must have signed the certificate of every gRPC client. Needs grpc-tls-cert.',
    defaultInWords: 'clients show no certificate',
  }),
  grpcTokenFile: optional('Guards', 'grpc-token-file', file, {
    help: 'Bearer tokens for gRPC clients, one per line; each opens the door. Empty lines and those after # are skipped.',
    defaultInWords: 'no token is asked for',
  }),
  ...CLUSTER_SETTINGS,
  config: optional('Being run', 'config', file, {
    help: 'A YAML file with settings by these names, without the dashes in front.',
  }),
  logLevel: required(
    'Being run',
    'log-level',
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    'info',
    { help: 'The least severe log lines that are written.' },
  ),
  machineMember: required('Hidden', 'machine-member', flag, 'false', {
    help: 'One of several members of a machine, started by the process that has their listeners.',
  }),
  testClock: required('Hidden', 'test-clock', flag, 'false', {
    help: 'Adds POST /test/clock?advance=60s to the admin listener.',
  }),
} as const;

type Settings = typeof SETTINGS;

/** Every setting's value, by its name in camel case. */
export type Values = { readonly [Id in keyof Settings]: Settings[Id] extends Setting<infer T> ? T : never };

export type SettingId = keyof Settings;

export const SETTING_IDS = Object.keys(SETTINGS) as SettingId[];

export function environmentVariable(name: string): string {
  return `HOLDFAST_${name.toUpperCase().replaceAll('-', '_')}`;
}

/** How help and docs say a setting's default. */
export function defaultText(setting: Setting<unknown>): string {
  if (setting.defaultInWords !== null) return setting.defaultInWords;
  return typeof setting.byDefault === 'string' ? setting.byDefault : 'none';
}
