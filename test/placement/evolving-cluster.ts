import fc from 'fast-check';
import { type EligibleMember, fairShares, holdersPerPartition } from '../../src/placement/fair-shares.ts';
import type { Holder, Holders } from '../../src/placement/holder.ts';
import { Preferences } from '../../src/placement/preference.ts';
import { spread } from '../../src/placement/spread.ts';
import { targetOf } from '../../src/placement/target.ts';

/** Properties here are claims about what was measured, so they are held over the same inputs at every run. */
export const SEED = 20_2607;

export interface Event {
  readonly join: boolean;
  readonly pick: number;
  readonly zone: number;
  /** A member that left before comes back, in a new incarnation. */
  readonly back: boolean;
}

export interface Plan {
  readonly partitions: number;
  readonly copies: number;
  /** The zone of each first member. */
  readonly zones: readonly number[];
  readonly events: readonly Event[];
}

export function plans(most: {
  zones: number;
  members: number;
  partitions: number;
  events: number;
}): fc.Arbitrary<Plan> {
  const zone = fc.nat({ max: most.zones - 1 });
  return fc.record({
    partitions: fc.oneof(fc.constantFrom(64, 128), fc.integer({ min: 64, max: most.partitions })),
    copies: fc.integer({ min: 1, max: 5 }),
    zones: fc.oneof(
      fc.array(zone, { minLength: 1, maxLength: Math.min(8, most.members), size: 'max' }),
      fc.array(zone, { minLength: 1, maxLength: most.members, size: 'max' }),
    ),
    events: fc.array(fc.record({ join: fc.boolean(), pick: fc.nat(), zone, back: fc.boolean() }), {
      minLength: 1,
      maxLength: most.events,
      size: 'max',
    }),
  });
}

export interface Move {
  readonly type: 'join' | 'leave';
  /** Of the member that came or went, as it was while it was there. */
  readonly fairCopies: number;
  readonly fairPrimaries: number;
  readonly movement: Movement;
}

export interface Movement {
  /** Copies that someone gets who has none of that partition now: what has to be filled. */
  readonly copies: number;
  /** Partitions whose primary will be another than now. */
  readonly primaries: number;
}

/** A cluster whose table is always at the target, through joins and leaves. */
export class EvolvingCluster {
  readonly partitions: number;
  readonly copies: number;
  readonly mostMembers: number;
  members: readonly EligibleMember[];
  present: readonly Holders[] = [];
  private readonly preferences: Preferences;
  private gone: string[] = [];
  private born: number;

  constructor({ partitions, copies, zones }: Plan, mostMembers: number) {
    this.partitions = partitions;
    this.copies = copies;
    this.mostMembers = mostMembers;
    this.members = zones.map((zone, place) => ({
      id: `member-${place}`,
      incarnation: place + 1,
      zone: `zone-${zone}`,
    }));
    this.born = zones.length;
    this.preferences = new Preferences(partitions);
    this.present = this.target();
  }

  target(members = this.members, present = this.present): readonly Holders[] {
    const preference = this.preferences.of(members.map(({ id }) => id));
    const target = targetOf({ members, copies: this.copies, present, preference });
    if (target === null) throw new Error('a cluster without members');
    return target;
  }

  /** Null if there is nobody to come or go. */
  happen({ join, pick, zone, back }: Event): Move | null {
    const before = { members: this.members, shares: this.shares(), present: this.present };
    let who: string;
    if (join) {
      if (this.members.length === this.mostMembers) return null;
      const returns = back && this.gone.length > 0;
      who = returns ? (this.gone[pick % this.gone.length] as string) : `member-${this.born}`;
      this.gone = this.gone.filter((id) => id !== who);
      this.born++;
      const member = { id: who, incarnation: this.born, zone: `zone-${zone}` };
      // Anywhere in the list: its order must not matter.
      this.members = pick % 2 === 0 ? [...this.members, member] : [member, ...this.members];
    } else {
      if (this.members.length === 1) return null;
      who = (this.members[pick % this.members.length] as EligibleMember).id;
      this.gone.push(who);
      this.members = this.members.filter(({ id }) => id !== who);
    }
    this.present = this.target();
    const share = (join ? this.shares() : before.shares).get(who);
    if (share === undefined) throw new Error('nobody');
    return {
      type: join ? 'join' : 'leave',
      fairCopies: share.copies.fair,
      fairPrimaries: share.primaries.fair,
      movement: movementOf(before.present, this.present),
    };
  }

  shares() {
    return fairShares(this.members, this.copies, this.partitions);
  }

  /** What is not as it should be, in words. */
  flaws(): string[] {
    const flaws: string[] = [];
    const [holders, zones] = holdersPerPartition(this.members, this.copies);
    const members = new Map(this.members.map((member) => [member.id, member]));
    for (const [partition, { primary, replicas }] of this.present.entries()) {
      const all = [primary, ...replicas];
      if (new Set(all.map(({ member }) => member)).size !== all.length) flaws.push(`${partition}: a member twice`);
      if (all.length !== holders) flaws.push(`${partition}: ${all.length} holders instead of ${holders}`);
      if (all.some(({ member, incarnation }) => members.get(member)?.incarnation !== incarnation)) {
        flaws.push(`${partition}: a holder that is not eligible`);
      }
      const over = new Set(all.map(({ member }) => members.get(member)?.zone)).size;
      if (over < zones) flaws.push(`${partition}: in ${over} zones instead of ${zones}`);
    }
    const loads = spread(this.present);
    for (const [id, share] of this.shares()) {
      for (const what of ['copies', 'primaries'] as const) {
        const load = loads.get(id)?.[what] ?? 0;
        const { low, high } = share[what];
        if (load < low || load > high) flaws.push(`${id}: ${load} ${what}, not ${low} to ${high}`);
      }
    }
    return flaws;
  }
}

export function movementOf(before: readonly Holders[], after: readonly Holders[]): Movement {
  const name = ({ member, incarnation }: Holder) => `${member} ${incarnation}`;
  const movement = { copies: 0, primaries: 0 };
  for (const [partition, { primary, replicas }] of after.entries()) {
    const was = before[partition];
    const former = was === undefined ? [] : [was.primary, ...was.replicas].map(name);
    movement.copies += [primary, ...replicas].filter((holder) => !former.includes(name(holder))).length;
    if (name(primary) !== former[0]) movement.primaries++;
  }
  return movement;
}

/** What a join or leave may move, of copies or of primaries, by the fair share of who came or went. */
export function movementBound(fair: number): number {
  return Math.max(1.2 * fair, fair + 2);
}
