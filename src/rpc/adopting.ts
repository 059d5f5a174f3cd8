import { isDeepStrictEqual } from 'node:util';
import { type PartitionTable, successionFlaw } from '../member/door.ts';
import { decodeTable } from './cluster-codec.ts';
import { type ListedMember, listMembers } from './cluster-members.ts';
import type { AdoptRequest } from './cluster-requests.ts';
import {
  holdsNotThatCluster,
  holdsOtherCluster,
  memberUnreachable,
  NO_TABLE,
  NOTHING_TO_ADOPT,
  newerTableKnown,
  otherTableKnown,
  STORE_UNREACHABLE,
  storeNotOlder,
} from './cluster-trouble.ts';
import type { ClusterView } from './cluster-view.ts';
import type { MemberCalls } from './member-calls.ts';
import type { Trouble } from './status.ts';

/** Why the store, as we last saw it, may not be asked to hold our table; null if it may. */
export function whyNotAdopt(view: ClusterView, { replacedCluster }: AdoptRequest): Trouble | null {
  if (view.table() === null) return NO_TABLE;
  if (!view.store().reachable) return STORE_UNREACHABLE;
  const held = view.storeTable();
  if (held.type === 'fits') return NOTHING_TO_ADOPT;
  if (held.type === 'not-older') return storeNotOlder(held.reason);
  if (held.type === 'other-cluster' && held.cluster !== replacedCluster) return holdsOtherCluster(held.cluster);
  // Whoever names a cluster has seen something else than what is there now.
  if (held.type !== 'other-cluster' && replacedCluster !== '') return holdsNotThatCluster(replacedCluster);
  return null;
}

/**
 * Asks all others of whom there is a sign of life what they go by: what is written must be the newest that is known, and
 * nobody may be left behind who could never follow it. A gateway-only member cannot always be called, and passes what it
 * knows to those whom it calls itself; so it is heard if it answers.
 */
export async function askForTables(
  view: ClusterView,
  calls: MemberCalls,
  ours: PartitionTable,
): Promise<Trouble | null> {
  const others = listMembers(view).filter(
    ({ member, isRegistered, isHeard }) => member !== view.self.member && (isRegistered || isHeard),
  );
  const found = await Promise.all(
    others.map(async (other) => {
      const { member, address } = other;
      if (address === '') return memberUnreachable(member, 'no known address', 'it is not registered');
      const told = await calls.table(address);
      if (told.type === 'told')
        return told.message.table ? compare(other, decodeTable(told.message.table), ours) : null;
      if (told.type === 'refused' && told.trouble.reason === NO_TABLE.reason) return null;
      if (other.gatewayOnly) return null;
      return memberUnreachable(member, address, told.type === 'refused' ? told.trouble.message : told.reason);
    }),
  );
  return found.find((each) => each !== null) ?? null;
}

function compare(other: ListedMember, theirs: PartitionTable, ours: PartitionTable): Trouble | null {
  if (isDeepStrictEqual(theirs, ours)) return null;
  const flaw = successionFlaw(theirs, ours);
  if (flaw === null) return null;
  return successionFlaw(ours, theirs) === null
    ? newerTableKnown(other.member, theirs.version)
    : otherTableKnown(other, flaw);
}
