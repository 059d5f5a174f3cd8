import type { Holders } from './holder.ts';

export interface Load {
  /** In any role. */
  readonly copies: number;
  readonly primaries: number;
}

/** What each member has, by id; those with nothing are not listed. Incarnations of one member count together. */
export function spread(placement: Iterable<Holders>): ReadonlyMap<string, Load> {
  const loads = new Map<string, { copies: number; primaries: number }>();
  const loadOf = (member: string) => {
    let load = loads.get(member);
    if (load === undefined) {
      load = { copies: 0, primaries: 0 };
      loads.set(member, load);
    }
    return load;
  };
  for (const { primary, replicas } of placement) {
    loadOf(primary.member).primaries++;
    loadOf(primary.member).copies++;
    for (const replica of replicas) loadOf(replica.member).copies++;
  }
  return loads;
}
