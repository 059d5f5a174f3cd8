import { assert } from '../base/assert.ts';
import { type EligibleMember, fairShares, holdersPerPartition, type Share } from './fair-shares.ts';
import type { Holder, Holders } from './holder.ts';
import { byCodeUnits, type Preference } from './preference.ts';

export const NOBODY = -1;

/**
 * A placement while it is worked out. Members are numbers: their places in the preference's list of ids.
 * - A member has at most one copy of a partition; a partition's primary is nobody or has a copy of it.
 * - `copies`, `primaries` and `unseparated` are always what a count over all partitions would give.
 */
export class Draft {
  readonly preference: Preference;
  readonly partitions: number;
  readonly members: readonly EligibleMember[];
  /** How many holders each partition should have, as far as there are members. */
  readonly wanted: number;

  readonly copies: Int32Array;
  readonly primaries: Int32Array;
  readonly copyShares: readonly Share[];
  readonly primaryShares: readonly Share[];

  /** Per partition and member: has a copy here. */
  private readonly has: Uint8Array;
  /** Per partition and member: holds a copy now, so that nothing needs to be filled. */
  private readonly held: Uint8Array;
  private readonly primaryNow: Int16Array;
  private readonly primary: Int16Array;
  private readonly holderCount: Uint8Array;

  private readonly zoneOf: Int16Array;
  private readonly zoneCount: number;
  private readonly inZone: Uint8Array;
  /** Over how many zones each partition should be spread. */
  private readonly zonesWanted: number;
  /** How many zones are missing, summed over the partitions. */
  unseparated: number;

  /** Starts from the holders of `present` that live. */
  constructor(members: readonly EligibleMember[], copies: number, present: readonly Holders[], preference: Preference) {
    const count = members.length;
    const { partitions } = preference;
    this.preference = preference;
    this.partitions = partitions;
    this.members = members.toSorted((a, b) => byCodeUnits(a.id, b.id));
    [this.wanted, this.zonesWanted] = holdersPerPartition(members, copies);
    const shares = fairShares(members, copies, partitions);
    const sharesOf = this.members.map(({ id }) => shares.get(id));
    this.copyShares = sharesOf.map((share) => share?.copies as Share);
    this.primaryShares = sharesOf.map((share) => share?.primaries as Share);
    this.copies = new Int32Array(count);
    this.primaries = new Int32Array(count);
    this.has = new Uint8Array(partitions * count);
    this.held = new Uint8Array(partitions * count);
    this.primary = new Int16Array(partitions).fill(NOBODY);
    this.primaryNow = new Int16Array(partitions).fill(NOBODY);
    this.holderCount = new Uint8Array(partitions);
    const zones = [...new Set(this.members.map(({ zone }) => zone))];
    this.zoneCount = zones.length;
    this.zoneOf = Int16Array.from(this.members, ({ zone }) => zones.indexOf(zone));
    this.inZone = new Uint8Array(partitions * zones.length);
    this.unseparated = partitions * this.zonesWanted;
    this.keep(present);
  }

  private keep(present: readonly Holders[]): void {
    const places = new Map(this.members.map(({ id }, place) => [id, place]));
    const placeOf = ({ member, incarnation }: Holder): number => {
      const place = places.get(member);
      return place !== undefined && this.members[place]?.incarnation === incarnation ? place : NOBODY;
    };
    for (const [partition, { primary, replicas }] of present.entries()) {
      for (const holder of [primary, ...replicas]) {
        const member = placeOf(holder);
        if (member === NOBODY) continue;
        this.held[partition * this.members.length + member] = 1;
        this.put(partition, member);
      }
      const primaryNow = placeOf(primary);
      this.primaryNow[partition] = primaryNow;
      if (primaryNow !== NOBODY) this.appoint(partition, primaryNow);
    }
  }

  hasCopy(partition: number, member: number): boolean {
    return this.has[partition * this.members.length + member] === 1;
  }

  holdsNow(partition: number, member: number): boolean {
    return this.held[partition * this.members.length + member] === 1;
  }

  primaryOf(partition: number): number {
    return this.primary[partition] as number;
  }

  /** NOBODY if it does not live. */
  primaryNowOf(partition: number): number {
    return this.primaryNow[partition] as number;
  }

  holderCountOf(partition: number): number {
    return this.holderCount[partition] as number;
  }

  rank(partition: number, member: number): number {
    return this.preference.ranks[partition * this.members.length + member] as number;
  }

  /** How many of the partition's copies are in that member's zone. */
  inZoneOf(partition: number, member: number): number {
    return this.inZone[partition * this.zoneCount + (this.zoneOf[member] as number)] as number;
  }

  sameZone(a: number, b: number): boolean {
    return this.zoneOf[a] === this.zoneOf[b];
  }

  isUnseparated(partition: number): boolean {
    return this.zonesMissing(partition) > 0;
  }

  put(partition: number, member: number): void {
    assert(!this.hasCopy(partition, member), 'nobody holds a partition twice');
    this.change(partition, member, 1);
  }

  /** A primary that loses its copy leaves the partition without one. */
  take(partition: number, member: number): void {
    assert(this.hasCopy(partition, member), 'only a copy that is there is taken away');
    if (this.primary[partition] === member) {
      this.primary[partition] = NOBODY;
      this.primaries[member] = (this.primaries[member] as number) - 1;
    }
    this.change(partition, member, -1);
  }

  appoint(partition: number, member: number): void {
    assert(this.hasCopy(partition, member), 'a primary has a copy');
    const former = this.primaryOf(partition);
    if (former !== NOBODY) this.primaries[former] = (this.primaries[former] as number) - 1;
    this.primary[partition] = member;
    this.primaries[member] = (this.primaries[member] as number) + 1;
  }

  private change(partition: number, member: number, by: 1 | -1): void {
    const zone = partition * this.zoneCount + (this.zoneOf[member] as number);
    this.unseparated -= this.zonesMissing(partition);
    this.has[partition * this.members.length + member] = by === 1 ? 1 : 0;
    this.inZone[zone] = (this.inZone[zone] as number) + by;
    this.holderCount[partition] = this.holderCountOf(partition) + by;
    this.copies[member] = (this.copies[member] as number) + by;
    this.unseparated += this.zonesMissing(partition);
  }

  private zonesMissing(partition: number): number {
    let zones = 0;
    for (let zone = 0; zone < this.zoneCount; zone++) {
      if (this.inZone[partition * this.zoneCount + zone] !== 0) zones++;
    }
    return Math.max(0, this.zonesWanted - zones);
  }
}
