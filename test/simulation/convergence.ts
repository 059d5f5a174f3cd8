import { fairShares } from '../../src/placement/fair-shares.ts';
import { type Holder, sameHolder } from '../../src/placement/holder.ts';
import { holdersOf, type PartitionEntry, type PartitionTable } from '../../src/placement/partition-table.ts';
import { spread } from '../../src/placement/spread.ts';
import { decodeTable } from '../../src/placement/table-document.ts';
import type { Holding, SimulatedMember } from './world/simulated-member.ts';
import type { SimulatedProcess } from './world/simulated-process.ts';

/** A process, as far as it matters here. */
export type Inhabitant = Pick<SimulatedProcess, 'id' | 'incarnation' | 'zone' | 'holder' | 'openRequests'> & {
  readonly member: Pick<SimulatedMember, 'table' | 'holds' | 'loads'>;
};

/** A world, likewise. */
export interface Habitat {
  readonly store: { readonly document: string | null; readonly unlisted: readonly string[] };
  readonly live: readonly Inhabitant[];
}

interface Living {
  readonly process: Inhabitant;
  /** By partition. */
  readonly copies: ReadonlyMap<number, Holding>;
}

/**
 * What keeps a cluster from being whole again, in words; nothing once it is. To be asked some time after every fault was
 * healed and the last client fell silent: every partition has as many holders as there can be, fairly spread; everybody
 * knows the newest table; all copies of a partition are the same; and nothing is held or queued any more.
 */
export function unsettled(world: Habitat): string[] {
  const { document } = world.store;
  const table = document === null ? 'the store holds no table' : decodeTable(document);
  if (typeof table === 'string') return [table];
  const isGateway = (id: string): boolean => world.store.unlisted.includes(id);
  const holders = world.live.filter(({ id }) => !isGateway(id));
  const living = holders.map((process): Living => {
    return { process, copies: new Map(process.member.holds().map((holding) => [holding.partition, holding])) };
  });
  if (living.length === 0) return ['nobody lives'];
  return [
    ...(table.draining === null ? [] : [`${shown(table.draining)} is still said to drain`]),
    ...world.live.flatMap((process) => [...unknowing(process, table), ...burdened(process)]),
    ...world.live.flatMap(({ id, member }) =>
      isGateway(id) && member.holds().length > 0 ? [`${id} is to hold nothing, and has copies`] : [],
    ),
    ...table.partitions.flatMap((entry, partition) => incomplete(entry, partition, table, living)),
    ...unfair(table, living),
  ];
}

function unknowing({ id, member }: Inhabitant, { version }: PartitionTable): string[] {
  const known = member.table?.version ?? 0;
  return known === version ? [] : [`${id} knows table ${known}, and there is table ${version}`];
}

/** What is kept for later, for as long as it may be needed, is no burden: the tail, and the records of requests. */
function burdened({ id, openRequests, member }: Inhabitant): string[] {
  const { held, errands, heldAnswers } = member.loads();
  return Object.entries({ held, errands, heldAnswers, openRequests }).flatMap(([what, count]) =>
    count === 0 ? [] : [`${id} has ${count} ${what}`],
  );
}

function incomplete(
  entry: PartitionEntry,
  partition: number,
  table: PartitionTable,
  living: readonly Living[],
): string[] {
  const holders = holdersOf(entry);
  const wanted = Math.min(table.copies, living.length);
  const wrongs: string[] = [];
  const complain = (what: string): void => {
    wrongs.push(`partition ${partition} (${holders.map(shown).join(', ')}): ${what}`);
  };
  if (holders.length !== wanted) complain(`${holders.length} holders, and there should be ${wanted}`);
  const copyOf = (holder: Holder): Holding | undefined =>
    living.find(({ process }) => sameHolder(process.holder, holder))?.copies.get(partition);
  const primary = copyOf(entry.primary);
  for (const holder of holders) {
    const holding = copyOf(holder);
    if (holding === undefined) complain(`${shown(holder)} holds no copy`);
    else if (primary !== undefined)
      for (const flaw of flaws(holding, primary, entry)) complain(`${shown(holder)} ${flaw}`);
  }
  for (const { process, copies } of living) {
    const surplus = copies.get(partition);
    if (surplus === undefined || holders.some((holder) => sameHolder(holder, process.holder))) continue;
    complain(`${shown(process.holder)} has a copy, as ${surplus.role}`);
  }
  return wrongs;
}

function flaws(copy: Holding, primary: Holding, { epoch, reign, life }: PartitionEntry): string[] {
  const due = {
    role: copy === primary ? 'primary' : 'replica',
    epoch,
    reign,
    life,
    change: `${primary.last.reign}.${primary.last.sequence}`,
    digest: primary.digest,
    sessions: primary.sessions,
    inStep: true,
  };
  const is: typeof due = { ...copy, change: `${copy.last.reign}.${copy.last.sequence}` };
  return Object.entries(due).flatMap(([what, value]) => {
    const mine = is[what as keyof typeof due];
    return mine === value ? [] : [`has ${what} ${mine}, which should be ${value}`];
  });
}

function unfair(table: PartitionTable, living: readonly Living[]): string[] {
  const members = living.map(({ process: { id, incarnation, zone } }) => ({ id, incarnation, zone }));
  const loads = spread(table.partitions);
  return [...fairShares(members, table.copies, table.partitions.length)].flatMap(([id, shares]) => {
    const load = loads.get(id) ?? { copies: 0, primaries: 0 };
    return (['copies', 'primaries'] as const).flatMap((what) => {
      const { low, high } = shares[what];
      const count = load[what];
      return count >= low && count <= high ? [] : [`${id} has ${count} ${what}; fair are ${low} to ${high}`];
    });
  });
}

function shown({ member, incarnation }: Holder): string {
  return `${member}/${incarnation}`;
}
