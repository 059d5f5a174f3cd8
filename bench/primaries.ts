import { setTimeout as pause } from 'node:timers/promises';
import { credentials } from '@grpc/grpc-js';
import { Connection, METHODS } from '../src/cli/connection.ts';
import { DEFAULT_PARTITIONS } from '../src/placement/locate.ts';
import { holdfast } from '../src/rpc/generated/holdfast.js';
import type { ClusterProcess } from '../test/process/cluster-process.ts';
import { runMain } from '../test/process/holdfast-process.ts';

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
    const { code } = await runMain(['status', '--json', '--address', cluster.grpc]);
    const primaries = await primariesOf(cluster);
    if (code !== 0 || primaries.version !== last) since = performance.now();
    else if (performance.now() - since > STILL_MS) return primaries;
    last = primaries.version;
    if (performance.now() > end) throw new Error('the cluster does not settle');
    await pause(1_000);
  }
}

/** As the table has it now. */
export async function primariesOf(cluster: ClusterProcess): Promise<Primaries> {
  const target = { address: cluster.grpc, credentials: credentials.createInsecure(), options: {}, token: null };
  const connection = new Connection(target);
  const answer = await connection.call(METHODS.getTable, v1.GetTableRequest.encode({}), v1.GetTableResponse);
  connection.close();
  if (answer.type === 'failed') throw new Error(`the table: ${answer.line}`);
  const { table } = answer.message;
  const partitions = table?.partitions ?? [];
  // The load finds a session's partition by this number.
  if (partitions.length !== DEFAULT_PARTITIONS) throw new Error(`the table has ${partitions.length} partitions`);
  const of = new Map<string, number[]>();
  for (const { partition, primary } of partitions) {
    const member = primary?.member ?? '';
    of.set(member, [...(of.get(member) ?? []), partition ?? 0]);
  }
  return { version: Number(table?.version), of };
}
