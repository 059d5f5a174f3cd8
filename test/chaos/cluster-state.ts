import { sumOfSamples } from '../process/holdfast-process.ts';

/** What one member says of its part in the table. */
export interface MemberShare {
  readonly member: string;
  readonly version: number;
  readonly primaries: number;
  readonly replicas: number;
}

export interface Shape {
  readonly partitions: number;
  readonly copies: number;
}

/** Reads a member's `/metrics`. */
export function shareIn(member: string, exposition: string): MemberShare {
  const partitions = (role: string): number => sumOfSamples(exposition, 'holdfast_partitions', { role });
  return {
    member,
    version: sumOfSamples(exposition, 'holdfast_table_version', {}),
    primaries: partitions('primary'),
    replicas: partitions('replica'),
  };
}

/**
 * Whether living members hold every copy that there should be: all know one table, and it names no copy of anybody
 * else. Only whole copies are in the table.
 */
export function isWhole(shares: readonly MemberShare[], { partitions, copies }: Shape): boolean {
  const total = (of: (share: MemberShare) => number): number => shares.reduce((sum, share) => sum + of(share), 0);
  const isOneTable = shares.every(({ version }) => version === shares[0]?.version);
  return (
    isOneTable &&
    total(({ primaries }) => primaries) === partitions &&
    total(({ replicas }) => replicas) === partitions * (copies - 1)
  );
}

/** Members that have less or more than a twentieth from their fair share, rounded outwards, one line each. */
export function unfair(shares: readonly MemberShare[], { partitions, copies }: Shape): string[] {
  const check = (what: string, count: number, fair: number): string[] => {
    const [least, most] = [Math.floor(0.95 * fair), Math.ceil(1.05 * fair)];
    return count >= least && count <= most ? [] : [`${count} ${what} (${least} to ${most})`];
  };
  return shares.flatMap(({ member, primaries, replicas }) =>
    [
      ...check('primaries', primaries, partitions / shares.length),
      ...check('copies', primaries + replicas, (partitions * copies) / shares.length),
    ].map((wrong) => `${member}: ${wrong}`),
  );
}
