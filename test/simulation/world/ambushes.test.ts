import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instant } from '../../../src/base/instant.ts';
import type { MemberTrace } from '../../../src/member/door.ts';
import { AMBUSHES } from './ambushes.ts';
import { fakeWorld } from './fake-world.ts';
import { FAULT_KINDS } from './fault-kinds.ts';
import { Faults } from './faults.ts';
import { World } from './world.ts';

interface Seen {
  readonly at: Instant;
  readonly id: string;
  readonly event: MemberTrace;
}

/** What real members, whom nobody asks anything, tell of themselves. */
function play(
  kinds: readonly string[],
  seed: number,
  copies: number,
  gap = 8_000,
): { world: World; seen: Seen[]; stops: string[] } {
  const world = new World({ seed, copies, partitions: 4, bootstrapMembers: 3 });
  const seen: Seen[] = [];
  const stops: string[] = [];
  world.onTrace((id, event) => seen.push({ at: world.now, id, event: structuredClone(event) }));
  world.onStop((_id, _incarnation, reason) => stops.push(reason));
  for (const id of ['a', 'b', 'c']) world.start(id);
  const faults = new Faults(world, {
    seed,
    kinds,
    pace: { gap, heels: 0, interruption: 0, bold: true },
  });
  faults.start(60_000);
  world.runUntil(60_000);
  return { world, seen, stops };
}

/** How long after `first` the same member told of `next`. */
function delays(seen: readonly Seen[], first: MemberTrace['type'], next: MemberTrace['type']): number[] {
  return seen.flatMap((one, index) => {
    if (one.event.type !== first) return [];
    const then = seen.slice(index).find(({ id, event }) => id === one.id && event.type === next);
    return then === undefined ? [] : [then.at - one.at];
  });
}

describe('ambushes', () => {
  for (const kind of Object.keys(AMBUSHES)) {
    it(`are laid, and nothing is left of them when all is healed: ${kind}`, () => {
      assert.equal(FAULT_KINDS[kind], undefined);
      const world = fakeWorld(['a', 'b', 'c'], { seed: 1 });
      const faults = new Faults(world, { seed: 1, kinds: [kind] });
      faults.start(60_000);
      world.runUntil(60_000);
      assert.ok(faults.inflicted.some((one) => one.kind === kind));
      faults.quiet();
      const allTalk = (): boolean =>
        ['ab', 'ac', 'bc'].every((way) => world.network.standsBetween(...(way.split('') as [string, string])));
      assert.ok(world.settle(() => allTalk() && world.store.registrations.length === 3, 20_000));
    });
  }

  it('let a takeover come true when it was long asked for', () => {
    const { seen } = play(['belated takeover'], 1, 2);
    assert.ok(delays(seen, 'asked-to-take-over', 'became-primary').some((delay) => delay > 100));
  });

  it('let the heir leave, die and be forgotten, or fall silent', () => {
    assert.ok(play(['leaving heir'], 1, 3).stops.includes('left'));
    const { world } = play(['forgotten heir'], 2, 2);
    assert.ok(world.live.some(({ member }) => member.table?.members.some(({ forgotten }) => forgotten > 0)));
    const { seen } = play(['doomed heir'], 1, 3);
    const takeovers = seen.filter(({ event }) => event.type === 'became-primary' && event.how === 'takeover');
    const isNext = (one: Seen, next: Seen): boolean => {
      const [first, second] = [one.event, next.event] as { partition?: number }[];
      return next.at > one.at && next.at < one.at + 5_000 && first?.partition === second?.partition;
    };
    assert.ok(takeovers.some((one) => takeovers.some((next) => isNext(one, next))));
  });

  it('let a copy be added late', () => {
    const late = play(['belated addition', 'crash'], 1, 2, 2_000).seen;
    assert.ok(delays(late, 'catch-up-done', 'replica-added').some((delay) => delay > 2_000));
  });
});
