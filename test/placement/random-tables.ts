import { Random } from '../../src/base/random.ts';
import { type Holder, sameHolder } from '../../src/placement/holder.ts';
import {
  firstTable,
  holdersOf,
  isOver,
  locate,
  nextTable,
  type PartitionTable,
  type TableChange,
} from '../../src/placement/partition-table.ts';

/** The tables of a made-up history, the first one first; everything that may happen to one happens in it. */
export function randomHistory(seed: number, partitions: number, length: number): PartitionTable[] {
  const random = new Random(seed);
  const copies = 1 + random.below(5);
  const members = Array.from({ length: 1 + random.below(9) }, (_, place) => ({
    id: `member-${place}`,
    incarnation: 1 + random.below(5),
    zone: random.below(2) === 0 ? '' : `zone "${random.below(3)}"`,
  }));
  const first = random.below(members.length);
  const placement = Array.from({ length: partitions }, (_, partition) => {
    const { id, incarnation } = members[(first + partition) % members.length] as (typeof members)[number];
    return { primary: { member: id, incarnation }, replicas: [] };
  });
  const history = [firstTable(`cluster-${seed}`, copies, members, placement)];
  while (history.length < length) {
    const table = history.at(-1) as PartitionTable;
    const changes = Array.from({ length: random.below(4) }, () => randomChange(random, table)).slice(0, 1);
    history.push(
      nextTable(
        table,
        changes.filter((change) => change !== null),
      ),
    );
  }
  return history;
}

function randomChange(random: Random, table: PartitionTable): TableChange | null {
  const pick = <T>(list: readonly T[]): T | null => list[random.below(Math.max(1, list.length))] ?? null;
  const partition = random.below(table.partitions.length);
  const entry = locate(table, partition);
  const { primary, replicas } = entry;
  const newest = table.members.map(({ id, incarnation }): Holder => ({ member: id, incarnation }));
  const others = newest.filter(({ member }) => holdersOf(entry).every((holder) => holder.member !== member));
  const replica = pick(replicas);
  const other = pick(others);
  const known = pick(table.members);
  const holders = (next: { primary: Holder; replicas: readonly Holder[] }): TableChange => ({
    type: 'holders',
    partition,
    holders: next,
  });
  switch (random.below(9)) {
    case 0:
    case 1:
      if (other === null || replicas.length >= table.copies) return null;
      return holders({ primary, replicas: [...replicas, other] });
    case 2:
      return replica && holders({ primary, replicas: replicas.filter((held) => !sameHolder(held, replica)) });
    case 3:
      return (
        replica &&
        holders({ primary: replica, replicas: [primary, ...replicas].filter((held) => !sameHolder(held, replica)) })
      );
    case 4:
      return other && { type: 'anew', partition, holders: { primary: other, replicas: [] } };
    case 5:
      return (
        known && { type: 'member', id: known.id, incarnation: known.incarnation + random.below(3), zone: known.zone }
      );
    case 6:
      return known && { type: 'forget', id: known.id, incarnation: known.incarnation };
    case 7: {
      const drainer = pick(newest.filter((holder) => !isOver(table, holder)));
      return { type: 'draining', holder: drainer };
    }
    default:
      return { type: 'member', id: `late-${random.below(30)}`, incarnation: 1_000 + table.version, zone: '' };
  }
}
