import { makeKey, partitionOf } from '../../src/placement/locate.ts';

/** All sessions of a run belong to one application, as they do on a web farm. */
export const APPLICATION = '/LM/W3SVC/1/ROOT/chaos';
const ESCAPED = APPLICATION.replaceAll('/', '%2f');

export interface SessionName {
  readonly id: string;
  /** As the history names it: application, slash, id. */
  readonly key: string;
  /** As the stock client escapes it. */
  readonly uri: string;
  readonly partition: number;
}

export function sessionNamed(id: string, partitions: number): SessionName {
  const key = `${APPLICATION}/${id}`;
  const partition = partitionOf(makeKey(new TextEncoder().encode(key)), partitions);
  return { id, key, uri: `${ESCAPED}%2f${id}`, partition };
}

/** One session in every partition, in the order of partitions. */
export function onePerPartition(partitions: number): SessionName[] {
  const found = new Map<number, SessionName>();
  for (let number = 0; found.size < partitions; number++) {
    const session = sessionNamed(`probe-${number}`, partitions);
    if (!found.has(session.partition)) found.set(session.partition, session);
  }
  return [...found.values()].sort((a, b) => a.partition - b.partition);
}
