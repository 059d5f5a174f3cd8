import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { HoldfastProcess } from '../process/holdfast-process.ts';
import { Player, playTogether } from './player.ts';
import { loadVectors, type Vector } from './vector.ts';
import { Witness } from './witness.ts';

// Under our own rules a Set or Remove that names a non-zero cookie other than the session's newest is stale even while
// the session is unlocked. These two vectors show the stock service doing otherwise; all others hold here too.
const STALE_IN_STEP: Readonly<Record<string, number>> = {
  'overwrite-unlocked-any-cookie': 2,
  'delete-unlocked-odd-cookie': 2,
};

const vectors = loadVectors();
const holdfast = await HoldfastProcess.start({ flags: ['--lock-wait=0s'] });
const witness = new Witness(holdfast.gateway);
const player = new Player(holdfast.gateway, witness);
after(async () => {
  player.close();
  witness.close();
  await holdfast.stop();
});

async function play(vector: Vector): Promise<string[]> {
  player.begin({ suffix: '', cut: null });
  return await playTogether(vector, [player], () => Promise.reject(new Error('these vectors leave the clock alone')));
}

for (const vector of vectors) {
  const staleStep = STALE_IN_STEP[vector.name];
  if (staleStep === undefined) continue;
  test(`by default, step ${staleStep} of vector ${vector.name} is refused as stale`, async () => {
    const [failure = ''] = await play(vector);
    assert.match(failure, new RegExp(`^step ${staleStep}: status 423 instead of 200`));
  });
}
