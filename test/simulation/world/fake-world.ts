import { FakeMember } from './fake-member.ts';
import { World } from './world.ts';
import type { WorldOptions } from './world-options.ts';

/** A world of stand-ins, all started, with a line between each two. */
export function fakeWorld(ids: readonly string[], options: Partial<WorldOptions> = {}): World {
  const world = new World({
    seed: 1,
    partitions: 8,
    copies: 2,
    bootstrapMembers: ids.length,
    makeMember: ({ self }) => new FakeMember(self),
    ...options,
  });
  for (const id of ids) world.start(id);
  const ready = (): boolean =>
    ids.every(
      (one) =>
        world.process(one).alive && ids.every((other) => one === other || world.network.standsBetween(one, other)),
    );
  if (!world.settle(ready, 5_000)) throw new Error('lines are made within seconds');
  return world;
}

/** The stand-in of the newest process under this id. */
export function fakeOf(world: World, id: string): FakeMember {
  const { member } = world.process(id);
  if (!(member instanceof FakeMember)) throw new Error(`${id} is no stand-in`);
  return member;
}
