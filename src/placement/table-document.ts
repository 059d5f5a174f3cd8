import { type Holder, MAX_COPIES } from './holder.ts';
import {
  frozenTable,
  holdersOf,
  type KnownMember,
  type PartitionEntry,
  type PartitionTable,
} from './partition-table.ts';

/** Of the document's layout. A program that finds another one leaves the table alone. */
const FORMAT = 1;

const MOST_PARTITIONS = 65_536;
const MOST_MEMBERS = 1_000;
/** Of a member's id, a zone, a cluster's name, in UTF-16 code units. */
const LONGEST_NAME = 253;
/** Control characters, and surrogates without their other half. */
const UNFIT = /[\p{Cc}\p{Cs}]/u;

/**
 * The table as text, the same for equal tables to the last character, so that a swap can compare whole documents: JSON
 * without spaces, its fields in this order. Members are told by their place in `members`, which keeps it small.
 *
 *     {"format":1,"version":7,"cluster":"q3…","copies":2,"draining":null,
 *      "members":[[id,incarnation,zone,forgotten],…],
 *      "partitions":[[epoch,reign,life,[member,incarnation],…],…]}
 *
 * A partition's first holder is its primary; the replicas follow in the order in which they were added.
 */
export function encodeTable(table: PartitionTable): string {
  const places = new Map(table.members.map(({ id }, place) => [id, place]));
  const holder = ({ member, incarnation }: Holder) => [places.get(member), incarnation];
  return JSON.stringify({
    format: FORMAT,
    version: table.version,
    cluster: table.cluster,
    copies: table.copies,
    draining: table.draining === null ? null : holder(table.draining),
    members: table.members.map(({ id, incarnation, zone, forgotten }) => [id, incarnation, zone, forgotten]),
    partitions: table.partitions.map((entry) => [
      entry.epoch,
      entry.reign,
      entry.life,
      ...holdersOf(entry).map(holder),
    ]),
  });
}

/** The table, or in words why this is none. */
export function decodeTable(text: string): PartitionTable | string {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return 'not JSON';
  }
  const table = validateTable(document);
  if (typeof table === 'string') return table;
  // A swap that compares with what `encodeTable` writes could never succeed on anything else.
  return encodeTable(table) === text ? table : 'not written as this program writes tables';
}

/** How a document begins that `encodeTable` wrote, unless the cluster's name wants escapes. */
const HEAD = /^\{"format":(\d+),"version":(\d+),"cluster":"([^"\\]+)",/;

export interface TableHead {
  readonly version: number;
  readonly cluster: string;
}

/** What a document says it is, without reading on; null if only reading it can tell. */
export function headOf(text: string): TableHead | null {
  const [, format, version, cluster] = HEAD.exec(text) ?? [];
  if (Number(format) !== FORMAT || cluster === undefined) return null;
  return { version: Number(version), cluster };
}

/** Checks a parsed document for all that a table promises. The table, or in words why this is none. */
export function validateTable(document: unknown): PartitionTable | string {
  try {
    return read(document);
  } catch (error) {
    if (error instanceof Flaw) return error.message;
    throw error;
  }
}

/** Thrown and caught in this file alone. */
class Flaw extends Error {}

function read(document: unknown): PartitionTable {
  const fields = ['format', 'version', 'cluster', 'copies', 'draining', 'members', 'partitions'];
  const given =
    typeof document === 'object' && document !== null ? (document as Readonly<Record<string, unknown>>) : {};
  check(given['format'] === FORMAT, `not a table of format ${FORMAT}`);
  for (const name of Object.keys(given)) check(fields.includes(name), `unknown field ${name}`);
  const version = positive(given['version'], 'version');
  const cluster = name(given['cluster'], 'cluster');
  check(cluster !== '', 'cluster has no name');
  const copies = positive(given['copies'], 'copies');
  check(copies <= MAX_COPIES, `copies: more than ${MAX_COPIES}`);

  const members = list(given['members'], 'members').map(readMember);
  check(members.length <= MOST_MEMBERS, `members: more than ${MOST_MEMBERS}`);
  for (const [place, { id }] of members.entries()) {
    const before = members[place - 1];
    check(before === undefined || before.id < id, 'members: not sorted by id, each once');
  }
  const draining = given['draining'] === null ? null : readHolder(given['draining'], members, 'draining');
  const drainer = members.find(({ id }) => id === draining?.member);
  check(drainer?.incarnation === draining?.incarnation, 'draining: not the newest incarnation');
  check(drainer === undefined || drainer.forgotten < drainer.incarnation, 'draining: forgotten');

  const rows = list(given['partitions'], 'partitions');
  check(rows.length > 0, 'partitions: none');
  check(rows.length <= MOST_PARTITIONS, `partitions: more than ${MOST_PARTITIONS}`);
  const partitions = rows.map((row, partition) => readEntry(row, members, copies, `partition ${partition}`));
  return frozenTable({ version, cluster, copies, draining, members, partitions });
}

function readMember(value: unknown, place: number): KnownMember {
  const what = `member ${place}`;
  const row = list(value, what);
  check(row.length === 4, `${what}: not four fields`);
  const id = name(row[0], `${what}: id`);
  check(id !== '', `${what}: id is empty`);
  const incarnation = positive(row[1], `${what}: incarnation`);
  const zone = name(row[2], `${what}: zone`);
  const forgotten = whole(row[3], `${what}: forgotten`);
  check(forgotten <= incarnation, `${what}: forgotten is an incarnation that never was`);
  return { id, incarnation, zone, forgotten };
}

function readEntry(value: unknown, members: readonly KnownMember[], copies: number, what: string): PartitionEntry {
  const row = list(value, what);
  const epoch = positive(row[0], `${what}: epoch`);
  const reign = positive(row[1], `${what}: reign`);
  const life = whole(row[2], `${what}: life`);
  check(reign <= epoch, `${what}: reign is above the epoch`);
  // The first holders came with epoch 1; each life since began a reign.
  check(life < reign, `${what}: more lives than reigns`);
  const [primary, ...replicas] = row.slice(3).map((holder) => readHolder(holder, members, what));
  if (primary === undefined) throw new Flaw(`${what}: no primary`);
  check(replicas.length <= copies, `${what}: more than ${copies + 1} holders`);
  const holders = new Set([primary, ...replicas].map(({ member }) => member));
  check(holders.size === replicas.length + 1, `${what}: a member holds it twice`);
  return { epoch, reign, life, primary, replicas };
}

function readHolder(value: unknown, members: readonly KnownMember[], what: string): Holder {
  const row = list(value, `${what}: holder`);
  check(row.length === 2, `${what}: holder is not two fields`);
  const member = members[whole(row[0], `${what}: holder`)];
  if (member === undefined) throw new Flaw(`${what}: holder is not a known member`);
  const incarnation = positive(row[1], `${what}: incarnation`);
  check(incarnation <= member.incarnation, `${what}: holder of an incarnation that never was`);
  return { member: member.id, incarnation };
}

function check(condition: boolean, flaw: string): asserts condition {
  if (!condition) throw new Flaw(flaw);
}

function list(value: unknown, what: string): readonly unknown[] {
  check(Array.isArray(value), `${what}: not a list`);
  return value;
}

function whole(value: unknown, what: string): number {
  check(typeof value === 'number', `${what}: not a number`);
  check(Number.isSafeInteger(value), `${what}: not a whole number`);
  check(value >= 0, `${what}: negative`);
  return value;
}

function positive(value: unknown, what: string): number {
  const number = whole(value, what);
  check(number > 0, `${what}: not positive`);
  return number;
}

function name(value: unknown, what: string): string {
  check(typeof value === 'string', `${what}: not text`);
  check(value.length <= LONGEST_NAME, `${what}: longer than ${LONGEST_NAME}`);
  check(!UNFIT.test(value), `${what}: has control characters or halves of characters`);
  return value;
}
