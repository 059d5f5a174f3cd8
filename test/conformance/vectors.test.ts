import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { HoldfastProcess } from '../process/holdfast-process.ts';
import { cutCount, Player, playTogether } from './player.ts';
import { loadVectors } from './vector.ts';
import { Witness } from './witness.ts';

// The settings under which the stock service's own rules hold. Cookies are read as opaque numbers all the same.
const STOCK_RULES = ['--stale-writes=accept', '--lock-lease=366d', '--lock-wait=0s'];

const vectors = loadVectors();
const holdfast = await HoldfastProcess.start({ flags: STOCK_RULES });
const witness = new Witness(holdfast.gateway);
const players: Player[] = [];
after(async () => {
  for (const player of players) player.close();
  witness.close();
  await holdfast.stop();
});

async function advanceMinutes(minutes: number): Promise<void> {
  witness.close();
  await holdfast.advanceClock(`${minutes}m`);
}

function takePlayers(count: number): Player[] {
  while (players.length < count) players.push(new Player(holdfast.gateway, witness));
  return players.slice(0, count);
}

test('there are 65 vectors', () => {
  assert.equal(vectors.length, 65);
  assert.equal(new Set(vectors.map((vector) => vector.name)).size, 65);
});

for (const vector of vectors) {
  test(`vector ${vector.name}`, async () => {
    const [player] = takePlayers(1);
    player?.begin({ suffix: '', cut: null });
    assert.deepEqual(await playTogether(vector, takePlayers(1), advanceMinutes), []);
  });
}

for (const vector of vectors) {
  test(`vector ${vector.name}, its requests in two segments cut at every place`, async () => {
    const together = takePlayers(cutCount(vector));
    for (const [cut, player] of together.entries()) player.begin({ suffix: `.cut${cut}`, cut });
    assert.deepEqual(await playTogether(vector, together, advanceMinutes), []);
  });
}
