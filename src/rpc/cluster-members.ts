import { type Holder, nameOf, type PartitionTable, sameHolder } from '../member/door.ts';
import type { ClusterView, ListedProcess } from './cluster-view.ts';

export type MemberState = 'serving' | 'joining' | 'draining' | 'gone' | 'gateway-only';

/** A member in one incarnation, as the answering member sees it. */
export interface ListedMember extends ListedProcess {
  readonly state: MemberState;
  readonly primaries: number;
  readonly replicas: number;
  readonly isRegistered: boolean;
  /** It is ourselves, or there is a line to it. */
  readonly isHeard: boolean;
  readonly isForgotten: boolean;
}

/**
 * By member, then by incarnation: whoever is registered or heard, whoever holds something by the table, and the newest
 * that the table knows of every other member. A former self that holds nothing any more is left out.
 */
export function listMembers(view: ClusterView): ListedMember[] {
  const table = view.table();
  const registered = view.registered();
  // While its former registration stands a process is not registered itself.
  const processes = new Map<string, ListedProcess>([[nameOf(view.self), view.self]]);
  for (const process of registered) processes.set(nameOf(process), process);
  const add = (holder: Holder): void => {
    const name = nameOf(holder);
    if (!processes.has(name)) processes.set(name, unregistered(view, table, holder));
  };
  for (const holder of view.heard()) add(holder);
  const loads = loadsOf(table);
  for (const { holder } of loads.values()) add(holder);
  for (const { id, incarnation } of table?.members ?? []) {
    const isBack = [...processes.values()].some((each) => each.member === id && each.incarnation > incarnation);
    if (!isBack) add({ member: id, incarnation });
  }
  return [...processes.values()]
    .map((process) => {
      const load = loads.get(nameOf(process)) ?? { primaries: 0, replicas: 0 };
      const isRegistered = registered.some((each) => sameHolder(each, process));
      const isHeard = hears(view, process);
      const isForgotten = isForgottenBy(table, process);
      const { primaries, replicas } = load;
      const state = stateOf(view, process, isRegistered || isHeard, primaries + replicas > 0);
      return { ...process, state, primaries, replicas, isRegistered, isHeard, isForgotten };
    })
    .sort((a, b) => (a.member === b.member ? a.incarnation - b.incarnation : a.member < b.member ? -1 : 1));
}

/** There is a sign of life of this very process: its registration, or a line to it. */
export function lives(view: ClusterView, holder: Holder): boolean {
  return hears(view, holder) || view.registered().some((each) => sameHolder(each, holder));
}

export function isForgottenBy(table: PartitionTable | null, { member, incarnation }: Holder): boolean {
  const known = table?.members.find(({ id }) => id === member);
  return known !== undefined && known.forgotten >= incarnation;
}

/** The table counts it as gone for good: forgotten, or followed by a newer self. */
export function isOver(table: PartitionTable, holder: Holder): boolean {
  const known = table.members.find(({ id }) => id === holder.member);
  return (known !== undefined && known.incarnation > holder.incarnation) || isForgottenBy(table, holder);
}

function hears(view: ClusterView, holder: Holder): boolean {
  return sameHolder(holder, view.self) || view.heard().some((each) => sameHolder(each, holder));
}

function unregistered(view: ClusterView, table: PartitionTable | null, { member, incarnation }: Holder): ListedProcess {
  const zone = table?.members.find(({ id }) => id === member)?.zone ?? '';
  return { member, incarnation, zone, address: view.addressOf(member) ?? '', version: '', gatewayOnly: false };
}

function stateOf(view: ClusterView, process: ListedProcess, isThere: boolean, holdsAny: boolean): MemberState {
  if (!isThere) return 'gone';
  if (process.gatewayOnly) return 'gateway-only';
  const draining = view.table()?.draining ?? null;
  if (draining !== null && sameHolder(draining, process)) return 'draining';
  if (sameHolder(view.self, process) && view.isDraining()) return 'draining';
  return holdsAny ? 'serving' : 'joining';
}

function loadsOf(table: PartitionTable | null) {
  const loads = new Map<string, { readonly holder: Holder; primaries: number; replicas: number }>();
  const loadOf = (holder: Holder) => {
    const name = nameOf(holder);
    const load = loads.get(name) ?? { holder, primaries: 0, replicas: 0 };
    loads.set(name, load);
    return load;
  };
  for (const { primary, replicas } of table?.partitions ?? []) {
    loadOf(primary).primaries++;
    for (const replica of replicas) loadOf(replica).replicas++;
  }
  return loads;
}
