import { assert } from '../base/assert.ts';
import HashRing from './hashring.js';

/** Each stands for four points on the ring. */
const VNODES = 40;

/**
 * Each partition's order of preference over a set of members. It depends on their ids alone: not on the order in which
 * they came, nor on incarnations, so a member that restarts is preferred where it was before.
 */
export interface Preference {
  /** Sorted by code units; what follows names members by their place in this list. */
  readonly members: readonly string[];
  readonly partitions: number;
  /** At `partition * members.length + member`: how many members the partition prefers to this one. */
  readonly ranks: Uint16Array;
}

/**
 * Three habits of `hashring` decide how it is called. Points that collide stay in the order of insertion, so the ids are
 * sorted first. The number of points per member, left to the package, is a rounded quotient that falls short for some
 * counts of members (7, 14, 28, 49, …), which would move points of members that did not change; so each member brings
 * its own number. And it keeps names as keys of plain objects, where `__proto__` or a name like a number would not do;
 * so names get a prefix. Its default hash, MD5, is barred on machines held to FIPS 140; SHA-256 is not.
 */
export function preferenceOf(members: readonly string[], partitions: number): Preference {
  const sorted = members.toSorted(byCodeUnits);
  const count = sorted.length;
  for (let at = 1; at < count; at++) assert(sorted[at] !== sorted[at - 1], 'no member is given twice');
  const ring = new HashRing(Object.fromEntries(sorted.map((id) => [`member/${id}`, { vnodes: VNODES }])), 'sha256', {
    'vnode count': 1,
  });
  const places = new Map(sorted.map((id, place) => [`member/${id}`, place]));
  const ranks = new Uint16Array(partitions * count);
  for (let partition = 0; partition < partitions; partition++) {
    const names = ring.range(`partition/${partition}`, count);
    assert(names.length === count, 'every member is on the ring');
    for (const [rank, name] of names.entries()) ranks[partition * count + (places.get(name) as number)] = rank;
  }
  return { members: sorted, partitions, ranks };
}

/** The ids of all members, the most preferred first. */
export function orderOf(preference: Preference, partition: number): string[] {
  const { members, ranks } = preference;
  const order = new Array<string>(members.length);
  for (const [place, id] of members.entries()) order[ranks[partition * members.length + place] as number] = id;
  return order;
}

/** Remembers the preference of the last set of members it was asked for: sets change rarely, targets are asked for often. */
export class Preferences {
  private readonly partitions: number;
  private last: Preference | null = null;

  constructor(partitions: number) {
    this.partitions = partitions;
  }

  of(members: readonly string[]): Preference {
    const last = this.last;
    if (last !== null && last.members.length === members.length) {
      const asked = new Set(members);
      if (last.members.every((id) => asked.has(id))) return last;
    }
    const preference = preferenceOf(members, this.partitions);
    this.last = preference;
    return preference;
  }
}

/** The same order on every machine, whatever its locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
