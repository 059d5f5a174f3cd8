import type { Instant } from '../../src/base/instant.ts';
import type { LoadReport, Trouble } from './load-plan.ts';

/** Something that was done to a member, so that its own clients may see trouble. */
export interface Harm {
  /** `*`: nobody was spared. */
  readonly member: string;
  readonly from: Instant;
  /** NEVER while it lasts. */
  readonly until: Instant;
}

/** What clients had to bear. Those of a harmed member are counted apart; whom nothing was done to is owed the promises. */
export interface Figures {
  readonly failed: number;
  readonly failedOfHarmed: number;
  /** Of those that are behind a member without partitions; `failed` counts them too. */
  readonly failedOfSheltered: number;
  /** Milliseconds from a request's planned start. */
  readonly longestWait: number;
  readonly longestOfHarmed: number;
  /** The longest wait among the spared, in words. */
  readonly longestIn: string;
  /** Pages that could not begin, though somebody was spared then. While nobody is, what waits piles up without end. */
  readonly unbegun: number;
  /** How often why, of the spared. */
  readonly whys: Readonly<Record<string, number>>;
  readonly whysOfHarmed: Readonly<Record<string, number>>;
}

export function figuresOf(
  { troubles, longestCalm, shedAt }: Pick<LoadReport, 'troubles' | 'longestCalm' | 'shedAt'>,
  harms: readonly Harm[],
): Figures {
  const spared = troubles.filter((trouble) => !isHarmed(trouble, harms));
  const harmed = troubles.filter((trouble) => isHarmed(trouble, harms));
  const failed = spared.filter(({ type }) => type === 'failed');
  const failedOfHarmed = harmed.filter(({ type }) => type === 'failed');
  const longest = slowest(spared);
  return {
    failed: failed.length,
    failedOfHarmed: failedOfHarmed.length,
    failedOfSheltered: failed.filter(({ sheltered }) => sheltered).length,
    longestWait: Math.max(longestCalm, longest?.wait ?? 0),
    longestOfHarmed: slowest(harmed)?.wait ?? 0,
    longestIn: longest === null ? '' : inWords(longest),
    unbegun: shedAt.filter(
      (at) => !harms.some(({ member, from, until }) => member === '*' && from <= at && at <= until),
    ).length,
    whys: countWhys(failed),
    whysOfHarmed: countWhys(failedOfHarmed),
  };
}

/** Whether one of those it was sent to was harmed while it was under way. */
export function isHarmed({ members, planned, ended }: Trouble, harms: readonly Harm[]): boolean {
  return harms.some(
    ({ member, from, until }) => (member === '*' || members.includes(member)) && from <= ended && until >= planned,
  );
}

export function inWords({ door, command, key, members, planned, ended }: Trouble): string {
  const duration = `${(ended - planned).toFixed(0)} ms`;
  return `${command} of ${key} through the ${door} door of ${members.join(', ')}, at ${planned.toFixed(0)} for ${duration}`;
}

function slowest(troubles: readonly Trouble[]): Trouble | null {
  let found: Trouble | null = null;
  for (const trouble of troubles) {
    if (trouble.type === 'slow' && trouble.wait > (found?.wait ?? 0)) found = trouble;
  }
  return found;
}

function countWhys(troubles: readonly Trouble[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { door, command, why } of troubles) {
    const text = `${door} ${command}: ${why}`;
    counts[text] = (counts[text] ?? 0) + 1;
  }
  return counts;
}
