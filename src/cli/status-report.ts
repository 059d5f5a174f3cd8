import { holdfast } from '../rpc/generated/holdfast.js';
import { counted, lengthOf, printable, ranges, sizeOf, textPairs, textTable } from './text-table.ts';

const { MemberState } = holdfast.v1;

/** What `holdfast status` tells: scripts read it as it is. */
export interface StatusReport {
  readonly cluster: string;
  readonly healthy: boolean;
  readonly problems: readonly string[];
  readonly answering: Process;
  /** 0: there is no table yet. */
  readonly tableVersion: number;
  readonly draining: Process | null;
  readonly members: readonly MemberReport[];
  readonly partitions: {
    readonly all: number;
    /** Their numbers, here and below. */
    readonly underCopied: readonly number[];
    readonly withoutPrimary: readonly number[];
    readonly withoutCopy: readonly number[];
    /** Of the answering member's copies. */
    readonly outOfStepHere: readonly number[];
    readonly begunAnew: number;
  };
  readonly store: {
    readonly kind: string;
    readonly reachable: boolean;
    readonly answeredAgoMs: number | null;
    readonly trouble: string;
    /** Why the answering member does not believe the table it shows; '' if there is no such trouble. */
    readonly refused: string;
  };
}

export interface Process {
  readonly member: string;
  readonly incarnation: number;
}

export interface MemberReport extends Process {
  readonly state: string;
  readonly zone: string;
  readonly version: string;
  readonly address: string;
  readonly primaries: number;
  readonly replicas: number;
  readonly registered: boolean;
  readonly heard: boolean;
  readonly forgotten: boolean;
  /** Null but for the answering member. */
  readonly sessions: number | null;
  readonly bytes: number | null;
}

export function statusReport(
  health: holdfast.v1.GetHealthResponse.$Properties,
  list: holdfast.v1.ListMembersResponse.$Properties,
): StatusReport {
  const partitions = health.partitions ?? [];
  const numbersOf = (holds: (each: holdfast.v1.PartitionHealth.$Properties) => boolean): number[] =>
    partitions.filter(holds).map(({ partition }) => partition ?? 0);
  const { store, summary } = health;
  return {
    cluster: health.clusterName ?? '',
    healthy: health.healthy ?? false,
    problems: health.problems ?? [],
    answering: processOf(health.answering),
    tableVersion: health.tableVersion ?? 0,
    draining: health.draining ? processOf(health.draining) : null,
    members: (list.members ?? []).map(memberReport),
    partitions: {
      all: partitions.length,
      underCopied: numbersOf(({ underCopied }) => underCopied === true),
      withoutPrimary: numbersOf(({ primaryLives }) => primaryLives !== true),
      withoutCopy: numbersOf(({ livingCopies }) => (livingCopies ?? 0) === 0),
      outOfStepHere: numbersOf(({ own }) => own !== null && own !== undefined && isBehind(own)),
      begunAnew: summary?.begunAnew ?? 0,
    },
    store: {
      kind: store?.kind ?? '',
      reachable: store?.reachable ?? false,
      answeredAgoMs: store?.answeredAgoMs ?? null,
      trouble: store?.trouble ?? '',
      refused: store?.refused ?? '',
    },
  };
}

export function statusText(report: StatusReport): string {
  const { answering, members, partitions, store, problems } = report;
  const verdict = report.healthy ? 'healthy' : 'NOT HEALTHY';
  const by = `as ${processText(answering)} sees it, by table ${report.tableVersion}`;
  const rows = members.map((each) => [
    ...[each.member, `${each.incarnation}`, each.forgotten ? `${each.state}, forgotten` : each.state],
    ...[each.zone || '-', each.version || '-', each.address || '-', `${each.primaries}`, `${each.replicas}`],
    each.member === answering.member && each.incarnation === answering.incarnation ? 'self' : each.heard ? 'yes' : 'no',
  ]);
  const headers = ['MEMBER', '>INCARNATION', 'STATE', 'ZONE', 'VERSION', 'ADDRESS', '>PRIMARIES', '>REPLICAS', 'LINE'];
  const self = members.find(({ sessions }) => sessions !== null);
  return [
    `${printable(`cluster ${report.cluster}: ${verdict}, ${by}`)}\n`,
    ...problems.map((problem) => `  - ${printable(problem)}\n`),
    `\n${textTable(headers, rows)}\n`,
    textPairs([
      ['partitions', `${partitions.all}`],
      ['under-copied', numbersText(partitions.underCopied)],
      ['without primary', numbersText(partitions.withoutPrimary)],
      ['without any copy', numbersText(partitions.withoutCopy)],
      ['not in step here', numbersText(partitions.outOfStepHere)],
      [
        'begun anew',
        partitions.begunAnew === 0 ? 'never' : `${counted(partitions.begunAnew, 'time')}: sessions were lost`,
      ],
      ['store', storeText(store)],
      ['draining', report.draining === null ? 'nobody' : processText(report.draining)],
      ...(self === undefined ? [] : [['held here', contentsText(self)] as const]),
    ]),
  ].join('');
}

export function processText({ member, incarnation }: Process): string {
  return `${member}#${incarnation}`;
}

export function processOf(holder: holdfast.v1.Holder.$Properties | null | undefined): Process {
  return { member: holder?.member ?? '', incarnation: holder?.incarnation ?? 0 };
}

function memberReport(each: holdfast.v1.ClusterMember.$Properties): MemberReport {
  return {
    ...processOf(each),
    state: STATES.get(each.state ?? MemberState.MEMBER_STATE_UNSPECIFIED) ?? 'unknown',
    zone: each.zone ?? '',
    version: each.version ?? '',
    address: each.address ?? '',
    primaries: each.primaries ?? 0,
    replicas: each.replicas ?? 0,
    registered: each.registered ?? false,
    heard: each.heard ?? false,
    forgotten: each.forgotten ?? false,
    sessions: each.contents ? (each.contents.sessions ?? 0) : null,
    bytes: each.contents ? (each.contents.bytes ?? 0) : null,
  };
}

const STATES: ReadonlyMap<holdfast.v1.MemberState, string> = new Map([
  [MemberState.MEMBER_STATE_SERVING, 'serving'],
  [MemberState.MEMBER_STATE_JOINING, 'joining'],
  [MemberState.MEMBER_STATE_DRAINING, 'draining'],
  [MemberState.MEMBER_STATE_GONE, 'gone'],
  [MemberState.MEMBER_STATE_GATEWAY_ONLY, 'gateway-only'],
]);

function isBehind({ role, inStep }: holdfast.v1.OwnCopy.$Properties): boolean {
  return role !== holdfast.v1.CopyRole.COPY_ROLE_FILLING && inStep !== true;
}

function numbersText(numbers: readonly number[]): string {
  return numbers.length === 0 ? 'none' : `${numbers.length} (${ranges(numbers)})`;
}

function storeText({ kind, reachable, answeredAgoMs, trouble, refused }: StatusReport['store']): string {
  const last = answeredAgoMs === null ? 'never answered' : `last answer ${lengthOf(answeredAgoMs)} ago`;
  if (reachable) return `${kind}, ${last}${refused === '' ? '' : ', NOT BELIEVED'}`;
  return `${kind}, NOT REACHABLE, ${last}${trouble === '' ? '' : ` (${trouble})`}`;
}

function contentsText({ sessions, bytes }: MemberReport): string {
  return `${counted(sessions ?? 0, 'session')} as primary or replica, ${sizeOf(bytes ?? 0)}`;
}
