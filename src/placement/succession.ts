import { sameHolders } from './holder.ts';
import { knownMember, locate, type PartitionTable } from './partition-table.ts';

/**
 * Why `newer` cannot be what became of `older`, in words, or null if it can. A store that lost its memory or was
 * restored from a backup shows such tables; nobody may believe them.
 */
export function successionFlaw(older: PartitionTable, newer: PartitionTable): string | null {
  if (newer.cluster !== older.cluster) return `another cluster: ${newer.cluster}, not ${older.cluster}`;
  if (newer.version <= older.version) return `version ${newer.version} does not follow version ${older.version}`;
  if (newer.partitions.length !== older.partitions.length) return 'another number of partitions';
  for (const { id, incarnation, forgotten } of older.members) {
    const now = knownMember(newer, id);
    if (now === null) continue;
    if (now.incarnation < incarnation) return `member ${id}: an older incarnation`;
    if (now.forgotten < forgotten) return `member ${id}: no longer forgotten`;
  }
  for (const [partition, before] of older.partitions.entries()) {
    const now = locate(newer, partition);
    if (now.epoch < before.epoch) return `partition ${partition}: an older epoch`;
    if (now.reign < before.reign) return `partition ${partition}: an older reign`;
    if (now.life < before.life) return `partition ${partition}: an older life`;
    if (now.epoch > before.epoch) continue;
    if (now.reign !== before.reign || now.life !== before.life || !sameHolders(now, before)) {
      return `partition ${partition}: changed within its epoch`;
    }
  }
  return null;
}
