import type { Duration } from '../../../src/base/instant.ts';
import type { Random } from '../../../src/base/random.ts';
import type { Range } from './world-options.ts';

export function chance(random: Random, share: number): boolean {
  // Nothing is drawn for what cannot happen, or surely does.
  if (share <= 0) return false;
  return share >= 1 || random.fraction() < share;
}

export function within(random: Random, [from, until]: Range): Duration {
  return from + random.fraction() * (until - from);
}

/** Mostly near the lower end, now and then far up: for what spans orders of magnitude. */
export function mostlyLow(random: Random, [from, until]: Range): Duration {
  const fraction = random.fraction();
  return from + fraction * fraction * fraction * (until - from);
}

export function pick<T>(random: Random, list: readonly T[]): T | undefined {
  return list.length === 0 ? undefined : list[random.below(list.length)];
}

/** So many of them, none twice, in an order that is drawn; all of them if there are not so many. */
export function sample<T>(random: Random, list: readonly T[], count: number): T[] {
  const left = [...list];
  const taken: T[] = [];
  while (taken.length < count && left.length > 0) taken.push(...left.splice(random.below(left.length), 1));
  return taken;
}
