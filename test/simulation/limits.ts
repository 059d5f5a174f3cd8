import { memberOptions } from './world/member-options.ts';
import type { World } from './world/world.ts';

/** How often members are looked at. What is queued stays for longer, mostly. */
const LOOK_EVERY = 100;

/**
 * Watches that what members queue stays within its limits: requests that wait for a primary to be allowed to decide, and
 * the newest changes each copy can name, of which the oldest go in portions.
 */
export class LimitWatch {
  /** What was ever over its limit, the first time for each, in words. */
  readonly wrongs: string[] = [];
  private readonly world: World;
  private readonly told = new Set<string>();
  private readonly mostQueued: number;
  private readonly longestTail: number;

  constructor(world: World) {
    this.world = world;
    const { partitions, replication } = memberOptions(world.options, { member: '', incarnation: 1 }, 0);
    const { maxQueued, tailLength, maxUncommitted } = replication;
    this.mostQueued = partitions * maxQueued;
    this.longestTail = 1.25 * tailLength + 2 * maxUncommitted;
    this.look();
  }

  private look(): void {
    const { world } = this;
    for (const { member, holder } of world.live) {
      const { held, tail } = member.loads();
      this.compare(holder.member, 'requests queued', held, this.mostQueued);
      this.compare(holder.member, 'changes in a tail', tail, this.longestTail);
    }
    world.in(LOOK_EVERY, () => this.look());
  }

  private compare(id: string, what: string, count: number, most: number): void {
    if (count <= most || this.told.has(what)) return;
    this.told.add(what);
    this.wrongs.push(`over its limit: ${count} ${what} at ${id}, ${this.world.now}: ${most} are the most`);
  }
}
