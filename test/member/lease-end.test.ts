import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Input, type MemberTrace, makeKey, type Outcome } from '../../src/member/door.ts';
import { memberAlone, UNMET } from './member-alone.ts';
import { SMALL } from './pair.ts';
import { acquire, put } from './room.ts';

const LEASE = 5_000;

it('the end of a lease that nobody asks about is told, once, within three seconds', () => {
  const member = memberAlone(SMALL);
  const traces: MemberTrace[] = [];
  const outcomes: Outcome[] = [];
  const effects = {
    answer: (_asker: number, outcome: Outcome) => outcomes.push(outcome),
    trace: (event: MemberTrace) => traces.push(event),
    ...UNMET,
  };
  const key = makeKey(new TextEncoder().encode('app/1'));
  const step = (input: Input, at: number) => member.step(input, at, effects);
  const ask = (command: ReturnType<typeof put>) =>
    step({ type: 'request', asker: 1, number: 1, source: 1, key, command, repeatId: null }, 0);
  ask(put('a'));
  ask(acquire(0, LEASE));
  assert.equal(outcomes.at(-1)?.type, 'found');

  // Driven as the loop drives it: a tick whenever one is wanted.
  for (let at = member.wakeAt(); at < LEASE; at = member.wakeAt()) step({ type: 'tick' }, at);
  assert.equal(traces.length, 0);
  for (let at = member.wakeAt(); at <= LEASE + 3_000; at = member.wakeAt()) step({ type: 'tick' }, at);
  assert.deepEqual(
    traces.map((trace) => trace.type),
    ['lease-ended'],
  );
  assert.equal(member.counters.leasesEnded, 1);
});
