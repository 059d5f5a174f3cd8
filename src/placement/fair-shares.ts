import { assert } from '../base/assert.ts';
import { MAX_COPIES } from './holder.ts';

/** A member that may be given partitions: registered, and not draining. */
export interface EligibleMember {
  readonly id: string;
  readonly incarnation: number;
  /** What fails together. Members without one share the zone ''. */
  readonly zone: string;
}

/** How many copies, or primaries, a member should have. */
export interface Share {
  readonly fair: number;
  /** The fewest and the most that still count as fairly spread. */
  readonly low: number;
  readonly high: number;
}

export interface Shares {
  /** Copies in any role. */
  readonly copies: Share;
  readonly primaries: Share;
}

const TOLERANCE = 0.05;

/** Products of whole numbers and fractions may miss a whole number by a hair. */
const HAIR = 1e-9;

/** How many holders a partition can have, and how many zones these can be spread over. */
export function holdersPerPartition(members: readonly EligibleMember[], copies: number): [number, number] {
  assert(copies >= 1, 'there is a copy');
  assert(copies <= MAX_COPIES, 'no more copies than are supported');
  const holders = Math.min(copies, members.length);
  return [holders, Math.min(holders, new Set(members.map(({ zone }) => zone)).size)];
}

/**
 * The fair shares by member id. Primaries are divided evenly. So are copies, unless zones are lopsided: while a zone can
 * hold at most one copy of each partition (there are as many zones as copies, or more) or must hold at least one (there
 * are fewer), its members together have at most, or at least, as many copies as there are partitions, whatever would be
 * even. What such a zone leaves over, or takes away, is divided evenly among the others.
 */
export function fairShares(
  members: readonly EligibleMember[],
  copies: number,
  partitions: number,
): ReadonlyMap<string, Shares> {
  const [holders, zones] = holdersPerPartition(members, copies);
  const sizes = new Map<string, number>();
  for (const { zone } of members) sizes.set(zone, (sizes.get(zone) ?? 0) + 1);
  const separable = sizes.size >= holders;
  const bounds = Array.from(sizes.values(), (size) => ({
    size,
    // Each other zone takes one copy of a partition; a zone has no more than the rest, and no more than one per member.
    least: separable ? 0 : partitions,
    most: separable ? partitions : partitions * Math.min(size, holders - zones + 1),
  }));
  const level = levelOf(bounds, holders * partitions);
  const primaries = shareOf(partitions / members.length, partitions);
  const copiesIn = new Map(
    Array.from(sizes.keys(), (zone, at) => {
      const bound = bounds[at] as ZoneBounds;
      return [zone, shareOf(within(bound, level) / bound.size, partitions)];
    }),
  );
  return new Map(members.map(({ id, zone }) => [id, { copies: copiesIn.get(zone) as Share, primaries }]));
}

interface ZoneBounds {
  /** Its members, and the copies they can have together. */
  readonly size: number;
  readonly least: number;
  readonly most: number;
}

/** How many copies per member to aim at, so that with every zone kept within its bounds the sum is `total`. */
function levelOf(zones: readonly ZoneBounds[], total: number): number {
  const sumAt = (level: number) => zones.reduce((sum, zone) => sum + within(zone, level), 0);
  // Between two neighbouring bends the sum is a straight line.
  const bends = zones.flatMap(({ size, least, most }) => [least / size, most / size]).sort((a, b) => a - b);
  let [from, to] = [0, 0];
  for (const bend of bends) {
    [from, to] = [to, bend];
    if (sumAt(to) >= total) break;
  }
  const [below, above] = [sumAt(from), sumAt(to)];
  return above === below ? to : from + ((to - from) * (total - below)) / (above - below);
}

function within({ size, least, most }: ZoneBounds, level: number): number {
  return Math.min(most, Math.max(least, level * size));
}

function shareOf(fair: number, partitions: number): Share {
  return {
    fair,
    low: Math.floor(fair * (1 - TOLERANCE) + HAIR),
    // Nobody holds a partition twice.
    high: Math.min(partitions, Math.ceil(fair * (1 + TOLERANCE) - HAIR)),
  };
}
