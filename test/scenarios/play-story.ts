import assert from 'node:assert/strict';
import { beginStory, playCommand } from './commands.ts';
import type { StoryStep } from './story.ts';

/** What each step leads to. What no story may come to, such as two members that may decide at once, is thrown. */
export function playStory(steps: readonly StoryStep[]): string[][] {
  const results: string[][] = [];
  let player: ReturnType<typeof beginStory>['player'] | null = null;
  for (const { line, command } of steps) {
    try {
      if (player === null) {
        const begun = beginStory(command);
        player = begun.player;
        results.push([...begun.seen]);
      } else results.push([...playCommand(player, command)]);
    } catch (error) {
      throw new Error(`line ${line}, ${command}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
  assert.ok(player !== null && player.world.onePrimary.looks > 0, 'somebody watches who may decide');
  return results;
}
