import { assert } from '../base/assert.ts';
import type { Share } from './fair-shares.ts';

/** Something that members have a number of, and that can move from one to another within a partition. */
export interface Movable {
  /** By member, and so are the shares. */
  readonly loads: Int32Array;
  readonly shares: readonly Share[];
  /**
   * The partition in which one may move from `from` to `to` at the least cost, or at no cost at all if it must be
   * `free`; NONE if there is none.
   */
  find(from: number, to: number, free: boolean): number;
  move(partition: number, from: number, to: number): void;
}

export const NONE = -1;

/**
 * Moves one at a time from members that have too many or to members that have too few, until nobody is outside its
 * share or nothing more can be done.
 *
 * The potential is the distance of all members from their shares, summed. A step takes one from a member above its share
 * and ends at one below the top of its own, or ends at a member below its share and begins at one above the bottom of
 * its own. Either way one end comes nearer and the other does not get outside, so each step lowers the potential by one
 * at least, and there is an end.
 *
 * Where nothing can move between two such members at once, the step goes through others, each of which gives one and
 * gets one. Of all ways the cheapest is taken, and of these a short one. No way is left only if no better spread exists.
 *
 * The moves of one way do not get into each other's way. For roles this is plain, for a partition has one primary, and a
 * way comes to a member once. For copies it holds because no copy moves for free, so that the cheapest way is the
 * shortest: if two of its moves are in one partition and the first is spoilt by the second, then from the start of the
 * one to the end of the other there is a way, and a shorter one. (Sets of holders that are spread over as many zones as
 * can be are the bases of a matroid, and this is its rule of exchange.)
 */
export function balance(movable: Movable): void {
  for (let left = distance(movable); left > 0; ) {
    if (!step(movable)) return;
    const now = distance(movable);
    assert(now < left, 'every step lowers the potential');
    left = now;
  }
}

/** How far a member is outside its share: above 0 if it has too many, below 0 if too few. */
export function strain(load: number, { low, high }: Share): number {
  return load > high ? load - high : load < low ? load - low : 0;
}

/** Orders members by who should rather give one away, the last first: by strain, then by how full their share is. */
export function compareStrain({ loads, shares }: Pick<Movable, 'loads' | 'shares'>, a: number, b: number): number {
  const [loadA, loadB] = [loads[a] as number, loads[b] as number];
  const [shareA, shareB] = [shares[a] as Share, shares[b] as Share];
  return strain(loadA, shareA) - strain(loadB, shareB) || loadA / shareA.fair - loadB / shareB.fair;
}

function distance({ loads, shares }: Movable): number {
  return loads.reduce((sum, load, member) => sum + Math.abs(strain(load, shares[member] as Share)), 0);
}

function step(movable: Movable): boolean {
  const { loads, shares } = movable;
  const load = (member: number) => loads[member] as number;
  const share = (member: number) => shares[member] as Share;
  const members = Array.from(loads.keys()).sort((a, b) => compareStrain(movable, a, b) || a - b);

  const givers = members.toReversed();
  const hasRoom = (member: number) => load(member) < share(member).high;
  const takers = [...members.filter(hasRoom), ...members.filter((member) => !hasRoom(member))];
  for (const giver of givers) {
    if (load(giver) <= share(giver).high) break;
    if (walk(giver, takers, hasRoom, movable.find, movable.move)) return true;
  }

  const canSpare = (member: number) => load(member) > share(member).low;
  const sources = [...givers.filter(canSpare), ...givers.filter((member) => !canSpare(member))];
  for (const taker of members) {
    if (load(taker) >= share(taker).low) break;
    const find = (to: number, from: number, free: boolean) => movable.find(from, to, free);
    if (walk(taker, sources, canSpare, find, (partition, to, from) => movable.move(partition, from, to))) return true;
  }
  return false;
}

interface Visit {
  readonly member: number;
  readonly before: Visit | null;
  readonly partition: number;
}

/**
 * Looks for the way of least cost from `start` to a member that `isEnd`, and moves along it, the far end first. Each
 * round visits whom one move at a cost more leads to, and then whom free moves lead to from there.
 */
function walk(
  start: number,
  candidates: readonly number[],
  isEnd: (member: number) => boolean,
  find: (near: number, far: number, free: boolean) => number,
  move: (partition: number, near: number, far: number) => void,
): boolean {
  const seen = new Set([start]);
  const visit = (from: Visit, free: boolean, reached: Visit[]): Visit | null => {
    for (const member of candidates) {
      if (seen.has(member)) continue;
      const partition = find(from.member, member, free);
      if (partition === NONE) continue;
      const next = { member, before: from, partition };
      if (isEnd(member)) return next;
      seen.add(member);
      reached.push(next);
    }
    return null;
  };
  for (let round: Visit[] = [{ member: start, before: null, partition: NONE }]; round.length > 0; ) {
    const next: Visit[] = [];
    let end: Visit | null = null;
    for (const from of round) end ??= visit(from, true, round);
    for (const from of round) end ??= visit(from, false, next);
    if (end !== null) {
      for (let at = end; at.before !== null; at = at.before) move(at.partition, at.before.member, at.member);
      return true;
    }
    round = next;
  }
  return false;
}
