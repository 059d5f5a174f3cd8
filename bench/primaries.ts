import { setTimeout as pause } from 'node:timers/promises';
import { credentials } from '@grpc/grpc-js';
import { Connection, METHODS } from '../src/cli/connection.ts';
import { DEFAULT_PARTITIONS } from '../src/placement/locate.ts';
import { holdfast } from '../src/rpc/generated/holdfast.js';
import type { ClusterProcess } from '../test/process/cluster-process.ts';

const { v1 } = holdfast;

const SETTLE_BOUND = 120_000;
/** The table stands still when it has for so long. */
const STILL_MS = 5_000;

/** Away from the clusters of tests, and from ports that the system gives out. */
export const BENCH_PORT_OFFSET = 19_500;

export interface Primaries {
  /** Of the table: any change of it makes another. */
  readonly version: number;
  /** The partitions of each member. */
  readonly of: ReadonlyMap<string, readonly number[]>;
}

/** Who decides for which partitions, once every partition has its copies and the table stands still. */
export async function settledPrimaries(cluster: ClusterProcess): Promise<Primaries> {
  const end = performance.now() + SETTLE_BOUND;
  let last = -1;
  let since = 0;
  for (;;) {
    const table = await tableOf(cluster);
    if (table === null || !isWhole(table) || Number(table.version) !== last) since = performance.now();
    else if (performance.now() - since > STILL_MS) return primariesIn(table);
    last = Number(table?.version);
    if (performance.now() > end) throw new Error('the cluster does not settle');
    await pause(500);
  }
}

/** Of the table as it is now; NaN if nobody tells. */
export async function tableVersion(cluster: ClusterProcess): Promise<number> {
  return Number((await tableOf(cluster))?.version);
}

type Table = holdfast.v1.Table.$Properties;

async function tableOf(cluster: ClusterProcess): Promise<Table | null> {
  const target = { address: cluster.grpc, credentials: credentials.createInsecure(), options: {}, token: null };
  const connection = new Connection(target);
  const answer = await connection.call(METHODS.getTable, v1.GetTableRequest.encode({}), v1.GetTableResponse);
  connection.close();
  return answer.type === 'failed' ? null : (answer.message.table ?? null);
}

function isWhole({ copies = 1, partitions = [] }: Table): boolean {
  return partitions.every(({ replicas }) => (replicas ?? []).length + 1 === copies);
}

function primariesIn({ version, partitions = [] }: Table): Primaries {
  // The load finds a session's partition by this number.
  if (partitions.length !== DEFAULT_PARTITIONS) throw new Error(`the table has ${partitions.length} partitions`);
  const of = new Map<string, number[]>();
  for (const { partition, primary } of partitions) {
    const member = primary?.member ?? '';
    of.set(member, [...(of.get(member) ?? []), partition ?? 0]);
  }
  return { version: Number(version), of };
}
