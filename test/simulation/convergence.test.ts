import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Holder, Holders } from '../../src/placement/holder.ts';
import { firstTable, nextTable, type PartitionTable, type TableChange } from '../../src/placement/partition-table.ts';
import { encodeTable } from '../../src/placement/table-document.ts';
import { type Habitat, type Inhabitant, unsettled } from './convergence.ts';
import type { Holding, Loads } from './world/simulated-member.ts';

const [a, b, c] = ['a', 'b', 'c'].map((member): Holder => ({ member, incarnation: 1 })) as [Holder, Holder, Holder];
const everybody = [a, b, c];
const placement: readonly Holders[] = [
  { primary: a, replicas: [b] },
  { primary: b, replicas: [c] },
  { primary: c, replicas: [a] },
];
const first = firstTable(
  'x',
  2,
  everybody.map(({ member: id, incarnation }) => ({ id, incarnation, zone: '' })),
  placement,
);

function copyOf(holder: Holder, partition: number, table: PartitionTable): Holding | null {
  const { primary, replicas, reign, epoch, life } = table.partitions[partition] as PartitionTable['partitions'][number];
  const isReplica = replicas.some(({ member }) => member === holder.member);
  if (!isReplica && primary.member !== holder.member) return null;
  const role = isReplica ? 'replica' : 'primary';
  const last = { reign: 1, sequence: 7 };
  return { partition, role, reign, epoch, life, last, committed: 7, digest: 5, sessions: 2, inStep: true };
}

/** A member as it should be, but for what is told. */
function living(
  holder: Holder,
  table: PartitionTable,
  { copies = {}, loads = {}, knows = table }: Flaws = {},
): Inhabitant {
  const held = table.partitions.flatMap((_, partition) => {
    const copy = copyOf(holder, partition, table);
    const flaw = copies[partition];
    if (flaw === null || (copy === null && flaw === undefined)) return [];
    return [{ ...(copy ?? (copyOf(a, 0, table) as Holding)), partition, ...flaw }];
  });
  const quiet: Loads = { held: 0, errands: 0, heldAnswers: 0, tail: 9, records: 9 };
  return {
    id: holder.member,
    incarnation: holder.incarnation,
    zone: '',
    holder,
    openRequests: 0,
    member: { table: knows, holds: () => held, loads: () => ({ ...quiet, ...loads }) },
  };
}

interface Flaws {
  /** By partition: what is else about its copy; null if there is none. */
  readonly copies?: Readonly<Record<number, Partial<Holding> | null>>;
  readonly loads?: Partial<Loads>;
  readonly knows?: PartitionTable;
}

/** Three members of which `c` has these flaws. */
function habitat(flaws: Flaws, table: PartitionTable = first, alive: readonly Holder[] = everybody): Habitat {
  const live = alive.map((holder) => living(holder, table, holder === c ? flaws : {}));
  return { store: { document: encodeTable(table), unlisted: [] }, live };
}

function finds(why: RegExp, flawed: Habitat): void {
  const wrongs = unsettled(flawed);
  assert.ok(wrongs.length > 0);
  assert.match(wrongs.join('\n'), why);
}

describe('a cluster after its troubles', () => {
  const changed = (...changes: TableChange[]): PartitionTable => nextTable(first, changes);

  it('is settled when everything is as it should be', () => assert.deepEqual(unsettled(habitat({})), []));

  it('is not while there is no table, or nobody', () => {
    finds(/no table/, { store: { document: null, unlisted: [] }, live: [] });
    finds(/nobody/, habitat({}, first, []));
  });

  it('is not while somebody knows an older table', () => {
    finds(/c knows table 1, and there is table 2/, habitat({ knows: first }, changed()));
  });

  it('is not while somebody holds back a request, an answer or an errand', () => {
    for (const what of ['held', 'heldAnswers', 'errands'] as const) {
      finds(new RegExp(`c has 1 ${what}`), habitat({ loads: { [what]: 1 } }));
    }
  });

  it('is not while a copy is missing, dead or too many', () => {
    const lone = changed({ type: 'holders', partition: 1, holders: { primary: b, replicas: [] } });
    finds(/partition 1 .*1 holders, and there should be 2/, habitat({}, lone));
    finds(/partition 1 .*c\/1 holds no copy/, habitat({ copies: { 1: null } }));
    finds(/partition 2 .*c\/1 holds no copy/, habitat({}, first, [a, b]));
    finds(/partition 0 .*c\/1 has a copy, as filling/, habitat({ copies: { 0: { role: 'filling' } } }));
  });

  it('is with a gateway, which has no share; if that is as it should be itself', () => {
    const gateway = (flaws: Flaws = {}): Habitat => {
      const { store, live } = habitat({});
      const process = living({ member: 'g', incarnation: 1 }, first, flaws);
      return { store: { ...store, unlisted: ['g'] }, live: [...live, process] };
    };
    assert.deepEqual(unsettled(gateway()), []);
    finds(/g has 1 errands/, gateway({ loads: { errands: 1 } }));
    finds(/g is to hold nothing/, gateway({ copies: { 0: { role: 'filling' } } }));
  });

  it('is not while copies differ', () => {
    const flaws: Partial<Holding>[] = [
      { last: { reign: 1, sequence: 6 } },
      { last: { reign: 2, sequence: 7 } },
      { digest: 4 },
      { sessions: 3 },
      { epoch: 2 },
      { reign: 2 },
      { life: 1 },
      { role: 'primary' },
      { inStep: false },
    ];
    for (const flaw of flaws) finds(/partition 1 .*c\/1 has .* which should be/, habitat({ copies: { 1: flaw } }));
  });

  it('is not while the load is unfair, or somebody is said to drain', () => {
    const holders = { primary: a, replicas: [b] };
    const unfair = changed({ type: 'holders', partition: 1, holders }, { type: 'holders', partition: 2, holders });
    finds(/a has 3 primaries; fair are 0 to 2/, habitat({}, unfair));
    finds(/c has 0 copies; fair are 1 to 3/, habitat({}, unfair));
    finds(/c\/1 is still said to drain/, habitat({}, changed({ type: 'draining', holder: c })));
  });
});
