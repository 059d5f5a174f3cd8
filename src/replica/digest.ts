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
  const content = table.content(slot);
  digest = mix(digest, content.length);
  digest = overContent(digest, content);
  // 0 stands for a digest that was never computed.
  return digest === 0 ? 1 : digest;
}

/** Four octets at a time: each step waits for the one before, and contents are most of what a digest is over. */
function overContent(start: number, content: Uint8Array): number {
  let digest = start;
  const whole = content.length & ~3;
  for (let at = 0; at < whole; at += 4) {
    const word =
      (content[at] as number) |
      ((content[at + 1] as number) << 8) |
      ((content[at + 2] as number) << 16) |
      ((content[at + 3] as number) << 24);
    digest = Math.imul(digest ^ word, 0x01000193);
  }
  for (let at = whole; at < content.length; at++) digest = Math.imul(digest ^ (content[at] as number), 0x01000193);
  return digest;
}

function mix(digest: number, value: number): number {
  const low = Math.imul(digest ^ (value | 0), 0x85ebca6b);
  const high = value < 2 ** 32 ? 0 : Math.floor(value / 2 ** 32);
  const mixed = Math.imul((low ^ (low >>> 15)) + high, 0xc2b2ae35);
  return mixed ^ (mixed >>> 13);
}
