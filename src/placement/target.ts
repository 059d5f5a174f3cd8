import { assert } from '../base/assert.ts';
import { balance, compareStrain, type Movable, NONE } from './balance.ts';
import { Draft, NOBODY } from './draft.ts';
import type { EligibleMember } from './fair-shares.ts';
import type { Holder, Holders } from './holder.ts';
import type { Preference } from './preference.ts';

export interface TargetInput {
  /** Registered and not draining. In any order. */
  readonly members: readonly EligibleMember[];
  readonly copies: number;
  /**
   * Who holds each partition now, or nothing at all where no table exists yet. Copies that are being filled may be
   * given as last replicas, so that the work already done on them counts.
   */
  readonly present: readonly Holders[];
  /** Over exactly these members. */
  readonly preference: Preference;
}

/**
 * Who should hold each partition: a pure function of its input, whatever the order of the members. Null if nobody may.
 *
 * Holders that live stay. Missing copies go to the least loaded, in ring order among equals; to a zone the partition is
 * not in while there is one. Then copies that share a zone without need are moved apart, and copies and after them
 * roles move, one at a time, until everybody has a fair share (see `fairShares`) or nothing helps.
 *
 * Why this ends: each step lowers one of these, and none before it in the list: zones missing, distance of the copies
 * from their shares, distance of the primaries from theirs. All are whole and not negative.
 */
export function targetOf({ members, copies, present, preference }: TargetInput): readonly Holders[] | null {
  if (members.length === 0) return null;
  assert(members.length === preference.members.length, 'the preference is over the eligible members');
  assert(
    present.length === 0 || present.length === preference.partitions,
    'the number of partitions is fixed for the life of a cluster',
  );
  const draft = new Draft(members, copies, present, preference);
  for (const [place, { id }] of draft.members.entries()) {
    assert(preference.members[place] === id, 'the preference is over the eligible members');
  }
  for (let partition = 0; partition < draft.partitions; partition++) dropSurplus(draft, partition);
  for (let partition = 0; partition < draft.partitions; partition++) fill(draft, partition);
  for (let partition = 0; partition < draft.partitions; partition++) separate(draft, partition);
  balance(copiesOf(draft));
  for (let partition = 0; partition < draft.partitions; partition++) appoint(draft, partition);
  balance(primariesOf(draft));
  return Array.from({ length: draft.partitions }, (_, partition) => holdersOf(draft, partition, present[partition]));
}

/** A partition has one holder more than wanted while a copy moves: the one to go is who has most to spare. */
function dropSurplus(draft: Draft, partition: number): void {
  while (draft.holderCountOf(partition) > draft.wanted) {
    const spare = best(
      draft,
      partition,
      true,
      (a, b) =>
        companyFirst(draft, partition, a, b) ||
        compareStrain(copyLoads(draft), b, a) ||
        primaryLast(draft, partition, a, b),
    );
    draft.take(partition, spare);
  }
}

function fill(draft: Draft, partition: number): void {
  while (draft.holderCountOf(partition) < draft.wanted) {
    const taker = best(
      draft,
      partition,
      false,
      (a, b) =>
        newZoneFirst(draft, partition, a, b) ||
        fullness(draft, a) - fullness(draft, b) ||
        (draft.primaries[a] as number) - (draft.primaries[b] as number),
    );
    draft.put(partition, taker);
  }
}

/** Lowers the number of missing zones with every move, whatever it does to the loads: these are balanced afterwards. */
function separate(draft: Draft, partition: number): void {
  while (draft.isUnseparated(partition)) {
    const before = draft.unseparated;
    const giver = best(
      draft,
      partition,
      true,
      (a, b) =>
        companyFirst(draft, partition, a, b) ||
        primaryLast(draft, partition, a, b) ||
        compareStrain(copyLoads(draft), b, a),
    );
    const taker = best(
      draft,
      partition,
      false,
      (a, b) => newZoneFirst(draft, partition, a, b) || compareStrain(copyLoads(draft), a, b),
    );
    draft.take(partition, giver);
    draft.put(partition, taker);
    assert(draft.unseparated < before, 'every move lowers the number of missing zones');
  }
}

/** A copy whose zone has another one can go without making the zones fewer. */
function companyFirst(draft: Draft, partition: number, a: number, b: number): number {
  return Number(draft.inZoneOf(partition, b) > 1) - Number(draft.inZoneOf(partition, a) > 1);
}

function newZoneFirst(draft: Draft, partition: number, a: number, b: number): number {
  return Number(draft.inZoneOf(partition, a) > 0) - Number(draft.inZoneOf(partition, b) > 0);
}

function primaryLast(draft: Draft, partition: number, a: number, b: number): number {
  return Number(draft.primaryOf(partition) === a) - Number(draft.primaryOf(partition) === b);
}

/**
 * Copies may move where the zones get no fewer. Cheapest is what needs no filling, or takes away a copy that was not
 * filled yet; then what leaves the primary alone, or takes one from a member that has too many; then what the ring
 * prefers.
 */
function copiesOf(draft: Draft): Movable {
  const allowed = (partition: number, from: number, to: number) =>
    draft.hasCopy(partition, from) &&
    !draft.hasCopy(partition, to) &&
    (draft.sameZone(from, to) || draft.inZoneOf(partition, from) > 1 || draft.inZoneOf(partition, to) === 0);
  return {
    ...copyLoads(draft),
    find: (from, to, free) => {
      if (free) return NONE;
      return cheapest(draft, to, (partition) => {
        if (!allowed(partition, from, to)) return null;
        const fills = Number(draft.holdsNow(partition, from)) - Number(draft.holdsNow(partition, to));
        const tooMany = (draft.primaries[from] as number) > (draft.primaryShares[from]?.high as number);
        return 2 * fills + Number((draft.primaryOf(partition) === from) !== tooMany);
      });
    },
    move(partition, from, to) {
      const before = draft.unseparated;
      assert(allowed(partition, from, to), 'the moves of one step do not get into the way of each other');
      draft.take(partition, from);
      draft.put(partition, to);
      assert(draft.unseparated <= before, 'no move makes the zones fewer');
    },
  };
}

/**
 * A partition whose primary is gone goes to one who has its data already, if anyone has; one whose primary gives its
 * copy away, to anyone who will hold it. Of these, to the one with the fewest primaries.
 */
function appoint(draft: Draft, partition: number): void {
  if (draft.primaryOf(partition) !== NOBODY) return;
  const isGone = draft.primaryNowOf(partition) === NOBODY;
  const heir = best(draft, partition, true, (a, b) => {
    const data = isGone ? Number(draft.holdsNow(partition, b)) - Number(draft.holdsNow(partition, a)) : 0;
    return data || (draft.primaries[a] as number) - (draft.primaries[b] as number);
  });
  draft.appoint(partition, heir);
}

/** A role may move to any other holder. Cheapest is what undoes a change, or changes what changes anyway. */
function primariesOf(draft: Draft): Movable {
  return {
    loads: draft.primaries,
    shares: draft.primaryShares,
    find: (from, to, free) =>
      cheapest(draft, to, (partition) => {
        if (draft.primaryOf(partition) !== from || !draft.hasCopy(partition, to)) return null;
        const now = draft.primaryNowOf(partition);
        if (free && now === from) return null;
        return 2 * (Number(now === from) - Number(now === to)) + Number(!draft.holdsNow(partition, to));
      }),
    move: (partition, _, to) => draft.appoint(partition, to),
  };
}

function copyLoads(draft: Draft): Pick<Movable, 'loads' | 'shares'> {
  return { loads: draft.copies, shares: draft.copyShares };
}

function fullness(draft: Draft, member: number): number {
  return (draft.copies[member] as number) / (draft.copyShares[member]?.fair as number);
}

/** The first of the members that have a copy, or have none, in the given order; the preferred one among equals. */
function best(draft: Draft, partition: number, hasCopy: boolean, order: (a: number, b: number) => number): number {
  let found = NOBODY;
  for (let member = 0; member < draft.members.length; member++) {
    if (draft.hasCopy(partition, member) !== hasCopy) continue;
    const first =
      found === NOBODY ? -1 : order(member, found) || draft.rank(partition, member) - draft.rank(partition, found);
    if (first < 0) found = member;
  }
  assert(found !== NOBODY, 'there is a member to choose');
  return found;
}

/** The partition of least cost, null being none; among equals the one that prefers `to` most, then the first. */
function cheapest(draft: Draft, to: number, costOf: (partition: number) => number | null): number {
  let found = NONE;
  let least = 0;
  for (let partition = 0; partition < draft.partitions; partition++) {
    const cost = costOf(partition);
    if (cost === null) continue;
    if (found === NONE || cost < least || (cost === least && draft.rank(partition, to) < draft.rank(found, to))) {
      found = partition;
      least = cost;
    }
  }
  return found;
}

/** Replicas that stay keep their order; new ones follow, the preferred ones first. */
function holdersOf(draft: Draft, partition: number, present: Holders | undefined): Holders {
  const holder = (member: number): Holder => {
    const { id, incarnation } = draft.members[member] as EligibleMember;
    return { member: id, incarnation };
  };
  const former = present === undefined ? [] : [present.primary, ...present.replicas].map(({ member }) => member);
  const seniority = (member: number) => {
    const place = draft.holdsNow(partition, member)
      ? former.indexOf((draft.members[member] as EligibleMember).id)
      : NONE;
    return place === NONE ? former.length + draft.rank(partition, member) : place;
  };
  const primary = draft.primaryOf(partition);
  const replicas = Array.from(draft.members.keys())
    .filter((member) => member !== primary && draft.hasCopy(partition, member))
    .sort((a, b) => seniority(a) - seniority(b));
  return { primary: holder(primary), replicas: replicas.map(holder) };
}
