import { type Given, quote, type Refusal, refuse } from '../config/given-values.ts';
import { type Kind, LEAST_MEMORY, wholeNumber } from '../config/kinds.ts';
import { availableMemory, gatherGiven, loadConfig } from '../config/load-config.ts';
import { SETTINGS, type SettingId } from '../config/settings.ts';
import type { MemberPlan } from './supervisor.ts';

/** A member, and where it listens. */
export interface PlacedMember extends MemberPlan {
  readonly gateway: string;
  readonly grpc: string;
  readonly admin: string;
  readonly cluster: string;
}

export interface ClusterPlan {
  readonly ok: true;
  readonly members: readonly PlacedMember[];
  readonly copies: number;
  readonly logLevel: string;
}

export const MEMBERS: Kind<number> = wholeNumber(1, 9);
export const DEFAULT_MEMBERS = 3;
/** For tests, which must not meet another cluster on the machine. */
const PORT_OFFSET: Kind<number> = wholeNumber(0, 20_000);

/** What would not be the same for all members, and what makes them a cluster of this kind. */
const DECIDED_HERE: readonly SettingId[] = [
  'memberId',
  'membersPerMachine',
  'coordination',
  'gatewayListen',
  'grpcListen',
  'adminListen',
  'clusterListen',
  'advertise',
  'gatewayOnly',
  'etcdEndpoints',
  'etcdCa',
  'etcdCert',
  'etcdKey',
  'etcdUser',
  'etcdPasswordFile',
];

/** The settings that `holdfast cluster` refuses, by their names. */
export const DECIDED_NAMES: readonly string[] = DECIDED_HERE.map((id) => SETTINGS[id].name);

/**
 * What each member of `holdfast cluster` is started with; or the line for the first thing wrong. Each member is checked
 * here as it will check itself, so that a mistake is told once and before anything runs.
 *
 * @param argv what follows `cluster`
 * @param memory bytes that all members together may use
 */
export function planCluster(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  memory: number = availableMemory(),
): ClusterPlan | Refusal {
  const own = takeOwnFlags(argv);
  if (!own.ok) return own;
  const { count, offset, passed } = own;
  const gathered = gatherGiven(passed, environment);
  if (!gathered.ok) return gathered;
  const { given } = gathered;
  for (const id of DECIDED_HERE) {
    const value = given.get(id);
    if (value === undefined) continue;
    return refuse(`${SETTINGS[id].name} (${value.origin}): holdfast cluster decides it for each member; leave it out`);
  }

  const shared = [...defaultsFor(count, memory, given), ...passed];
  const members = Array.from({ length: count }, (_, place) => placedMember(place, offset, shared));
  // They differ in nothing that could be wrong.
  const loaded = loadConfig(placedMember(0, offset, shared).args.slice(1), environment);
  if (!loaded.ok) return loaded;
  const { config } = loaded;
  for (const id of ['copies', 'bootstrapMembers'] as const) {
    if (config[id] <= count) continue;
    const origin = given.get(id)?.origin ?? 'default';
    return refuse(
      `${SETTINGS[id].name} (${origin}): ${config[id]} is more than there are members; allowed: at most ${count}`,
    );
  }
  return { ok: true, members, copies: config.copies, logLevel: config.logLevel };
}

type OwnFlags =
  | { readonly ok: true; readonly count: number; readonly offset: number; readonly passed: readonly string[] }
  | Refusal;

/** Whatever looks like a flag is one, also where a setting's value is missing: that is told when it is loaded. */
function takeOwnFlags(argv: readonly string[]): OwnFlags {
  const own = { members: DEFAULT_MEMBERS, 'port-offset': 0 };
  const passed: string[] = [];
  const rest = [...argv];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const flag = /^--(members|port-offset)(?:=(.*))?$/s.exec(arg);
    if (flag === null) {
      passed.push(arg);
      continue;
    }
    const name = flag[1] === 'members' ? 'members' : 'port-offset';
    const kind = name === 'members' ? MEMBERS : PORT_OFFSET;
    const text = flag[2] ?? rest.shift() ?? '';
    const value = kind.parse(text);
    if (value === undefined) {
      return refuse(`${name} (flag --${name}): ${quote(text)} is not allowed; allowed: ${kind.allowed}`);
    }
    own[name] = value;
  }
  return { ok: true, count: own.members, offset: own['port-offset'], passed };
}

/** In front of what was given, so that it wins; and not at all where a file or the environment gives it. */
function defaultsFor(count: number, memory: number, given: ReadonlyMap<SettingId, Given>): readonly string[] {
  const defaults: Partial<Record<SettingId, number>> = {
    ...(count === 1 ? { copies: 1 } : {}),
    bootstrapMembers: count,
    // As a member alone leaves half of the machine to others, all of these do together.
    maxMemory: Math.max(LEAST_MEMORY, Math.floor(memory / 2 / count)),
  };
  return Object.entries(defaults)
    .filter(([id]) => !given.has(id as SettingId))
    .map(([id, value]) => `--${SETTINGS[id as SettingId].name}=${value}`);
}

function placedMember(place: number, offset: number, shared: readonly string[]): PlacedMember {
  const at = (port: number) => `127.0.0.1:${port + 10 * place + offset}`;
  const [gateway, grpc, admin, cluster] = [at(42_424), at(7_400), at(7_401), at(7_402)];
  const id = `member-${place}`;
  const own = [
    `--member-id=${id}`,
    '--coordination=supervisor',
    `--gateway-listen=${gateway}`,
    `--grpc-listen=${grpc}`,
    `--admin-listen=${admin}`,
    `--cluster-listen=${cluster}`,
  ];
  return { id, args: ['serve', ...own, ...shared], ...{ gateway, grpc, admin, cluster } };
}
