import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type MemberEffects, makeKey, type Outcome } from '../../src/member/door.ts';
import { Member } from '../../src/member/member.ts';
import { memberAlone, UNMET } from './member-alone.ts';
import { SMALL } from './pair.ts';
import { look } from './room.ts';

it('a member without a table decides nothing however long it is waited for, and one that is alone decides everything once there is one', () => {
  const outcomes: Outcome[] = [];
  const effects: MemberEffects = {
    answer: (_asker, outcome) => outcomes.push(outcome),
    trace: () => assert.fail('nothing happened'),
    ...UNMET,
  };
  const key = makeKey(new TextEncoder().encode('app/1'));
  const request = { type: 'request', asker: 1, number: 1, source: 1, key, command: look, repeatId: null } as const;
  const without = new Member(SMALL);
  assert.deepEqual(without.tableGauges(), { version: 0, primaries: 0, replicas: 0 });
  without.step(request, 0, effects);
  without.step({ type: 'tick' }, SMALL.holdReads - 1, { ...effects, readStore: () => {} });
  assert.deepEqual(outcomes, []);
  without.step({ type: 'tick' }, SMALL.holdReads + 100, { ...effects, readStore: () => {} });
  const alone = memberAlone(SMALL);
  assert.deepEqual(alone.tableGauges(), { version: 1, primaries: SMALL.partitions, replicas: 0 });
  alone.step(request, 0, effects);
  assert.deepEqual(
    outcomes.map(({ type }) => type),
    ['unavailable', 'missing'],
  );
});
