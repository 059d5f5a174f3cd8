import type { Command, Outcome } from '../../src/member/door.ts';
import { type FakeEntrance, found, STORED } from './fake-entrance.ts';
import { Stage, until } from './raw-client.ts';

/** Runs `play` on an opened stage, and clears it away afterwards. */
export async function on(
  play: (stage: Stage) => Promise<void>,
  options: ConstructorParameters<typeof Stage>[0] = {},
  host?: string,
): Promise<void> {
  const stage = await new Stage(options).open(host);
  try {
    await play(stage);
  } finally {
    await stage.close();
  }
}

/** Acquires wait in line, other reads find their own key's name, changes succeed. */
export function acquiresWait(command: Command, key: string): Outcome | null {
  switch (command.type) {
    case 'getExclusive':
      return command.wait > 0 ? null : { type: 'locked', cookie: 9, age: 0, flagTaken: false };
    case 'get':
      return found(key);
    case 'set':
      return STORED;
    default:
      return { type: 'missing' };
  }
}

export function decideBy(entrance: FakeEntrance, rule: (command: Command, key: string) => Outcome | null): void {
  entrance.decide = (command, key) => rule(command, Buffer.from(key.bytes).toString());
}

export async function inLine(stage: Stage, count: number): Promise<void> {
  await until(() => stage.entrance.inLine.length === count, `${count} in line`);
}
