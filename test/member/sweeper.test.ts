import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Input, MemberEffects } from '../../src/member/door.ts';
import { makeKey } from '../../src/placement/locate.ts';
import { memberAlone, UNMET } from './member-alone.ts';
import { SMALL } from './pair.ts';
import { put } from './room.ts';

const CROWD = 3_000;
const EFFECTS: MemberEffects = { ...UNMET, answer: () => {}, trace: () => {} };

/** A member with a crowd of sessions that live for a minute, and a clock that shows fractions of milliseconds. */
function crowded() {
  const member = memberAlone({ ...SMALL, maxMemory: 2 ** 30 });
  const turn = (at: number, ...inputs: Input[]): void => {
    member.beginTurn(at, at);
    if (member.wakeAt() <= at) member.step({ type: 'tick' }, at, EFFECTS);
    for (const input of inputs) member.step(input, at, EFFECTS);
    member.endTurn(at, EFFECTS);
  };
  for (let number = 1; number <= CROWD; number++) {
    const key = makeKey(new TextEncoder().encode(`app/${number}`));
    const command = put('a', { timeoutMinutes: 1 });
    turn(0.37 * number, { type: 'request', asker: number, number, source: 1, key, command, repeatId: null });
  }
  assert.equal(member.gauges().sessions, CROWD);
  return { member, turn };
}

for (const apart of [0.3, 5.3, 70.7]) {
  it(`a crowd that expires together is forgotten in one go, a part of it in each turn: ${apart} ms apart`, () => {
    const { member, turn } = crowded();
    let at = 65_000.1;
    let turns = 0;
    for (let left = CROWD; left > 0; turns++) {
      turn(at);
      at += apart;
      const { sessions } = member.gauges();
      assert.ok(left - sessions <= 512, 'requests wait for a few only');
      assert.ok(turns < 500, `${sessions} are left after ${turns} turns`);
      left = sessions;
    }
    assert.ok(turns >= CROWD / 512);
  });
}
