import type { Duration } from '../../../src/base/instant.ts';
import type { ClusterReport } from '../cluster-run.ts';
import type { SimulateArguments } from '../simulate-arguments.ts';
import { playSpread } from '../simulate-spread.ts';
import { checkerOf } from './checker-names.ts';
import { Copy } from './plant.ts';
import type { PlantedBug } from './planted-bug.ts';

export interface Catch {
  readonly seed: number;
  /** The one that spoke first. */
  readonly checker: string;
  /** What it said. */
  readonly wrong: string;
}

/** What became of the hunt for one bug. */
export interface Hunt {
  readonly bug: PlantedBug;
  /** Null: it escaped. */
  readonly caught: Catch | null;
  /** How many seeds it took, or how many were played in vain. */
  readonly seeds: number;
  /** Seeds at which the unedited source is found wrong too, so that they prove nothing. */
  readonly spoiled: readonly number[];
  /** Real time. */
  readonly took: Duration;
}

/**
 * Plays seed after seed of the source with the bug until a checker speaks, and then that seed without the bug, where all
 * must be well: else what was found is not the bug, and the hunt goes on. `original`: the unedited source.
 */
export async function hunt(bug: PlantedBug, original: Copy, given: SimulateArguments, most: number): Promise<Hunt> {
  const begin = performance.now();
  const copy = new Copy(original.folder, bug.edits);
  const there = { ...given, planted: null, ground: bug.name };
  const spoiled: number[] = [];
  const end = given.from + most;
  let caught: Catch | null = null;
  try {
    for (let from = given.from; from < end && caught === null; ) {
      const found = await firstCatch(copy, from, end - from, there);
      if (found === null) break;
      from = found.seed + 1;
      if (await isWell(original, found.seed, there)) caught = found;
      else spoiled.push(found.seed);
    }
  } finally {
    copy.remove();
  }
  const seeds = caught === null ? most : caught.seed - given.from + 1;
  return { bug, caught, seeds, spoiled, took: performance.now() - begin };
}

/** At the lowest seed of these at which there is one. */
async function firstCatch(copy: Copy, from: number, count: number, given: SimulateArguments): Promise<Catch | null> {
  let first: Catch | null = null;
  const note = (report: ClusterReport): void => {
    const found = catchIn(report);
    if (found !== null && (first === null || found.seed < first.seed)) first = found;
  };
  const wants = (seed: number): boolean => first === null || seed < first.seed;
  await playSpread(from, count, given, note, { script: copy.worker, wants });
  return first;
}

export function catchIn({ seed, wrongs }: Pick<ClusterReport, 'seed' | 'wrongs'>): Catch | null {
  for (const wrong of wrongs) {
    const checker = checkerOf(wrong);
    if (checker !== null) return { seed, checker, wrong };
  }
  return null;
}

async function isWell(original: Copy, seed: number, given: SimulateArguments): Promise<boolean> {
  let wrongs: readonly string[] = [];
  await playSpread(seed, 1, given, (report) => (wrongs = report.wrongs), { script: original.worker });
  return wrongs.length === 0;
}
