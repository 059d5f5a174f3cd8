import type { PartitionTable } from '../member/door.ts';
import { successionFlaw } from '../placement/succession.ts';
import { decodeTable, encodeTable } from '../placement/table-document.ts';
import type { StoreTable } from '../rpc/cluster-view.ts';

/** How this document, which the store holds, stands to our table. */
export function storeTableOf(document: string | null, ours: PartitionTable): StoreTable {
  if (document === null) return { type: 'none' };
  const held = decodeTable(document);
  // It may be the newest of all, written by a newer program.
  if (typeof held === 'string') return { type: 'not-older', reason: held };
  if (held.cluster !== ours.cluster) return { type: 'other-cluster', cluster: held.cluster };
  if (held.version < ours.version) return { type: 'older', version: held.version };
  if (document === encodeTable(ours)) return { type: 'fits' };
  const flaw = successionFlaw(ours, held);
  return flaw === null ? { type: 'fits' } : { type: 'not-older', reason: flaw };
}
