import type { Instant } from '../../../src/base/instant.ts';
import type { PeerMessage } from '../../../src/member/messages.ts';
import type { PartitionTable } from '../../../src/placement/partition-table.ts';
import type { Deciding, SimulatedMember } from './simulated-member.ts';

/** A process, as far as it matters who may decide. */
export interface Claimant {
  readonly id: string;
  readonly incarnation: number;
  /** A paused process counts: it may wake at any moment, and its clock runs. */
  readonly alive: boolean;
  /** A process whose machine slept, and which has not looked at its clocks since, acts on nothing it knew before. */
  readonly knowsTheTime: boolean;
  /** The present instant, by its clock. */
  readonly own: Instant;
  readonly member: Pick<SimulatedMember, 'deciding' | 'table'>;
  toTrue(own: Instant): Instant;
}

/** Where looking at all partitions of a process in rotation has arrived, and the table it has known so far. */
interface Round {
  readonly table: PartitionTable | null;
  next: number;
}

/** In so many turns of a process each partition was looked at once, whatever it did. */
const ROUND = 8;

/**
 * At any instant at most one process may decide for a partition. Looked at after the turns of each process: of
 * partitions that it sent something about, of all when its table changed, and of some in rotation.
 *
 * Invariant: `owners[p]` is whoever was last seen deciding for p. To be seen so, a process must find that the one before
 * is not deciding at that instant.
 */
export class OnePrimary {
  /** How often a partition was looked at. A check that never looks finds nothing. */
  looks = 0;
  private readonly seed: number;
  private readonly partitions: number;
  private readonly owners: (Claimant | null)[];
  private readonly rounds = new Map<Claimant, Round>();
  /** Partitions that the process whose turn it is sent something about. */
  private readonly touched = new Set<number>();

  constructor({ seed, partitions }: { seed: number; partitions: number }) {
    this.seed = seed;
    this.partitions = partitions;
    this.owners = new Array<Claimant | null>(partitions).fill(null);
  }

  /** A process sends this in its turn. */
  sent(message: PeerMessage): void {
    if ('partition' in message) this.touched.add(message.partition);
  }

  /** Throws if another process may decide for a partition as well. */
  afterTurn(claimant: Claimant, now: Instant): void {
    const { table } = claimant.member;
    const round = this.rounds.get(claimant);
    if (round === undefined || round.table !== table) {
      this.rounds.set(claimant, { table, next: round?.next ?? 0 });
      for (let partition = 0; partition < this.partitions; partition++) this.look(claimant, partition, now);
    } else {
      for (const partition of this.touched) this.look(claimant, partition, now);
      for (let left = Math.ceil(this.partitions / ROUND); left > 0; left--) {
        this.look(claimant, round.next, now);
        round.next = (round.next + 1) % this.partitions;
      }
    }
    this.touched.clear();
  }

  /** Looks at every partition of all these processes, as after a turn of each. */
  checkAll(claimants: readonly Claimant[], now: Instant): void {
    for (const claimant of claimants) {
      for (let partition = 0; partition < this.partitions; partition++) this.look(claimant, partition, now);
    }
  }

  /** Who was last seen deciding. */
  ownerOf(partition: number): Claimant | null {
    return this.owners[partition] ?? null;
  }

  private look(claimant: Claimant, partition: number, now: Instant): void {
    this.looks++;
    const mine = decidesNow(claimant, partition);
    if (mine === null) return;
    const owner = this.owners[partition] ?? null;
    if (owner === claimant) return;
    const others = owner === null ? null : decidesNow(owner, partition);
    if (owner !== null && others !== null) {
      throw new Error(
        `seed ${this.seed}, ${now.toFixed(3)} ms: two may decide for partition ${partition}: ` +
          `${told(owner, others)} and ${told(claimant, mine)}`,
      );
    }
    this.owners[partition] = claimant;
  }
}

/** The interval in which it may decide, if that contains the present. */
function decidesNow({ alive, knowsTheTime, own, member }: Claimant, partition: number): Deciding | null {
  if (!alive || !knowsTheTime) return null;
  const deciding = member.deciding(partition);
  return deciding !== null && deciding.from <= own && own < deciding.until ? deciding : null;
}

function told(claimant: Claimant, { from, until }: Deciding): string {
  const [since, last] = [from, until].map((own) => claimant.toTrue(own).toFixed(3));
  const version = claimant.member.table?.version ?? 'none';
  return `${claimant.id}#${claimant.incarnation} (from ${since} until ${last} ms, by table ${version})`;
}
