import type { Key } from '../base/key.ts';
import { stableHash } from './stable-hash.ts';

/** The number of partitions a cluster is formed with, unless told otherwise. Fixed for its life. */
export const DEFAULT_PARTITIONS = 256;

/** Takes `bytes` over: nobody may write to them any more. */
export function makeKey(bytes: Uint8Array): Key {
  return { hash: stableHash(bytes), bytes };
}

export function partitionOf(key: Key, partitions: number): number {
  // Told that it is an unsigned number of 32 bits, the compiler needs no remainder of floating-point numbers.
  return (key.hash >>> 0) % (partitions >>> 0);
}
