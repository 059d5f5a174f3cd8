import type { Slot } from '../session/session-records.ts';
import type { SessionTable } from '../session/session-table.ts';

/**
 * A number for all that copies of a session must agree in: its key, its last change and its state. Without the deadline
 * and the lease's end, which differ by what messages take.
 */
export function digestOf(table: SessionTable, slot: Slot): number {
  const { records } = table;
  let digest = mix(0x9e3779b9, records.hash(slot));
  digest = mix(digest, records.sequence(slot));
  digest = mix(digest, records.version(slot));
  digest = mix(digest, records.cookie(slot));
  digest = mix(digest, records.toldAgain(slot) ? 2 : records.locked(slot) ? 1 : 0);
  digest = mix(digest, records.lease(slot));
  digest = mix(digest, records.timeoutMinutes(slot));
  digest = mix(digest, records.flags(slot));
  digest = mix(digest, records.contentLength(slot));
  digest = table.digest(slot, digest);
  // 0 stands for a digest that was never computed.
  return digest === 0 ? 1 : digest;
}

function mix(digest: number, value: number): number {
  const low = Math.imul(digest ^ (value | 0), 0x85ebca6b);
  const high = value < 2 ** 32 ? 0 : Math.floor(value / 2 ** 32);
  const mixed = Math.imul((low ^ (low >>> 15)) + high, 0xc2b2ae35);
  return mixed ^ (mixed >>> 13);
}
