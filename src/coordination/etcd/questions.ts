import { etcdserverpb as etcd, type mvccpb } from '../generated/etcd.js';
import { endOf } from './store-keys.ts';

type KeyValue = mvccpb.KeyValue.$Shape;
type Transaction = etcd.TxnRequest.$Properties;
type Comparison = etcd.Compare.$Properties;
type Operation = etcd.RequestOp.$Properties;

const { CompareResult, CompareTarget } = etcd.Compare;

/** Reads these keys at one revision; those that end in a slash with all that begin with them. */
export function look(...keys: readonly Buffer[]): Transaction {
  return { success: keys.map(get) };
}

/** Does `success` if all these hold, else `failure`. */
export function when(
  compare: readonly Comparison[],
  success: readonly Operation[],
  failure: readonly Operation[] = [],
): Transaction {
  return { compare: [...compare], success: [...success], failure: [...failure] };
}

/** The key holds exactly this; null: it is not there. */
export function holds(key: Buffer, value: string | null): Comparison {
  const result = CompareResult.EQUAL;
  if (value === null) return { key, result, target: CompareTarget.CREATE, createRevision: 0 };
  return { key, result, target: CompareTarget.VALUE, value: Buffer.from(value) };
}

/** The key has not changed since it was read: as `seen`, or as undefined if it was not there. */
export function isStill(key: Buffer, seen: KeyValue | undefined): Comparison {
  return { key, result: CompareResult.EQUAL, target: CompareTarget.MOD, modRevision: seen?.modRevision ?? 0 };
}

export function get(key: Buffer): Operation {
  const isPrefix = key.at(-1) === '/'.charCodeAt(0);
  return { requestRange: isPrefix ? { key, rangeEnd: endOf(key) } : { key } };
}

/** `lease` 0: it stays. */
export function put(key: Buffer, value: string, lease = 0): Operation {
  return { requestPut: { key, value: Buffer.from(value), lease } };
}

/** What the read at this place of a transaction found. */
export function found({ responses }: etcd.TxnResponse.$Shape, place: number): readonly KeyValue[] {
  return responses?.[place]?.responseRange?.kvs ?? [];
}

export function revisionOf({ header }: etcd.TxnResponse.$Shape): number {
  return header?.revision ?? 0;
}
