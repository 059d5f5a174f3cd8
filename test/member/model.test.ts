import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { MemberOptions } from '../../src/member/member-options.ts';
import { type Operation, operations, Player } from './operations.ts';
import { Pair, SMALL } from './pair.ts';
import { holds } from './seeded.ts';

/** A process's clock starts anywhere and counts in fractions. */
const start = fc.constantFrom(0, 5, 1_234_567.25);
const seed = fc.nat();
const FILE = 'test/member/model.test.ts';

function play(options: MemberOptions, at: number, life: readonly Operation[]): void {
  const pair = new Pair(options, at);
  const player = new Player(pair);
  try {
    for (const operation of life) player.play(operation);
    player.end();
  } catch (error) {
    throw pair.explain(error);
  }
}

describe('a member and the model of the session rules agree', () => {
  it('whatever clients ask, in whatever order and time', () => {
    const input = fc.tuple(seed, start, operations);
    holds(input, ([seed, at, life]) => play({ ...SMALL, seed }, at, life), { runs: 4_000, file: FILE });
  });

  it('with stale writes accepted', () => {
    const input = fc.tuple(seed, start, operations);
    const play1 = ([seed, at, life]: [number, number, Operation[]]) =>
      play({ ...SMALL, seed, staleWrites: 'accept' }, at, life);
    holds(input, play1, { runs: 1_500, file: FILE });
  });

  it('with room for very few sessions', () => {
    const input = fc.tuple(fc.integer({ min: 1, max: 2_500 }), start, operations);
    holds(input, ([maxMemory, at, life]) => play({ ...SMALL, maxMemory }, at, life), { runs: 1_000, file: FILE });
  });

  it('with room for very few in line', () => {
    const caps = fc.record({
      maxWaitersPerSession: fc.integer({ min: 0, max: 3 }),
      maxWaitersPerSource: fc.integer({ min: 0, max: 3 }),
      maxWaiters: fc.integer({ min: 0, max: 4 }),
    });
    const input = fc.tuple(caps, start, operations);
    holds(input, ([caps, at, life]) => play({ ...SMALL, ...caps }, at, life), { runs: 1_500, file: FILE });
  });
});
