import type { BenchOptions } from '../benchmark.ts';

export const PART_NAMES = ['throughput', 'copies', 'grpc', 'loops', 'memory', 'pauses'] as const;
export type PartName = (typeof PART_NAMES)[number];

/** How much of the comparison is done. */
export interface CompareOptions extends BenchOptions {
  readonly only: readonly PartName[];
  /** Octets of the contents. */
  readonly sizes: readonly number[];
  readonly connections: readonly number[];
  /** Share of the millions of sessions, 0 to 1. */
  readonly scale: number;
}

type Words = Readonly<Partial<Record<'only' | 'sizes' | 'connections' | 'scale', string | undefined>>>;

/** @returns null where a word makes no sense */
export function compareOptions(options: BenchOptions, words: Words): CompareOptions | null {
  const only = (words.only ?? PART_NAMES.join()).split(',');
  const sizes = numbersIn(words.sizes ?? '256,1024,16384');
  const connections = numbersIn(words.connections ?? '1,64,512');
  const scale = Number(words.scale ?? 1);
  if (!only.every(isPartName) || sizes === null || connections === null || !(scale > 0 && scale <= 1)) return null;
  return { ...options, only, sizes, connections, scale };
}

function isPartName(name: string): name is PartName {
  return PART_NAMES.some((each) => each === name);
}

function numbersIn(text: string): number[] | null {
  const numbers = text.split(',').map(Number);
  return numbers.every((number) => Number.isInteger(number) && number > 0) ? numbers : null;
}
