import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AssertionError } from '../../../src/base/assert.ts';
import { judgeCluster } from '../cluster-judge.ts';
import { grantsOutOfTurn } from '../grant-order.ts';
import { brokenLocks } from '../lock-exclusion.ts';
import { givenUp } from '../patience.ts';
import { wrongLives } from '../session-life.ts';
import { acquire, created, EXACT, found, get, granted, missing, op, put } from '../sketch.ts';
import { CALM } from '../terms.ts';
import { givenTwice } from '../unique-numbers.ts';
import { OnePrimary } from '../world/one-primary.ts';
import { checkerOf } from './checker-names.ts';
import { catchIn } from './hunt.ts';

const made = op(1, [0, 1], put('a', { timeoutMinutes: 1 }), created('v1'));
const seen = op(2, [2, 3], get, found('a', 'v1', { timeoutMinutes: 1 }));
const first = op(1, [10, 20], acquire(), granted('a', 'v1', 5));
const second = op(2, [30, 31], acquire(), granted('a', 'v1', 6));

function messageOf(run: () => void): string {
  try {
    run();
  } catch (error) {
    return error instanceof Error ? `at 5.25: ${error.stack}` : '';
  }
  return '';
}

function twoPrimaries(): string {
  const member = { deciding: () => ({ from: 0, until: 9 }), table: null };
  const claimant = { incarnation: 1, alive: true, knowsTheTime: true, own: 5, member, toTrue: (own: number) => own };
  const watch = new OnePrimary({ seed: 1, partitions: 1 });
  return messageOf(() =>
    watch.checkAll(
      [
        { id: 'a', ...claimant },
        { id: 'b', ...claimant },
      ],
      5,
    ),
  );
}

function failedAssertion(): string {
  return messageOf(() => {
    throw new AssertionError('reigns only grow');
  });
}

describe('the checker that found something', () => {
  it('is known by what it says', () => {
    const unknown = op(1, [40, 50], get, { type: 'unknown' });
    const facts = { terms: EXACT, partitionOf: () => 0, upheavalsOf: () => CALM, disturbances: [] };
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['one primary', [twoPrimaries()]],
      ["the member's assertions", [failedAssertion()]],
      ['the member threw', [messageOf(() => (null as unknown as string).trim())]],
      ['linearizability', judgeCluster([made, op(2, [2, 3], get, found('b', 'v1'))], facts)],
      ['lock exclusion', brokenLocks([first, second], EXACT)],
      ['lives', wrongLives([made, op(2, [20, 21], get, missing)], EXACT)],
      ['lives', wrongLives([made, { ...seen, invoked: 90_000, returned: 90_001 }], EXACT)],
      [
        'order of grants',
        grantsOutOfTurn(
          [
            { ...first, returned: 99 },
            { ...second, outcome: granted('a', 'v1', 4) },
          ],
          () => 5,
        ),
      ],
      ['unique numbers', givenTwice([first, { ...second, outcome: granted('a', 'v1', 5) }], () => 0)],
      ['patience', givenUp([unknown], ['line breaks'], 100)],
    ];
    for (const [checker, wrongs] of cases) {
      assert.ok(wrongs.length > 0, checker);
      assert.equal(checkerOf(wrongs[0] as string), checker, wrongs[0]);
    }
    for (const [checker, wrong] of [
      ['lost memory', 'answered changes lost: partition 3 was given out anew at 5 though m1/1 lives (of m1/1)'],
      ['digests', 'digests differ: partition 3 at m2#8, 166663.7193410254'],
      ['limits', 'over its limit: 9 requests queued at m1, 5: 8 are the most'],
      ['unanswered requests', "3 requests had no certain outcome though all was healed; the first: client 1's get"],
      ['convergence', '90 s after the last request: m1 has 3 errands'],
      ['another one', 'something new'],
    ] as const) {
      assert.equal(checkerOf(wrong), checker);
    }
  });

  it('is the first that is certain', () => {
    const certain = '90 s after the last request: m1 has 3 errands';
    assert.deepEqual(catchIn({ seed: 7, wrongs: ['undecided of app/1: too many steps', certain] }), {
      seed: 7,
      checker: 'convergence',
      wrong: certain,
    });
    for (const wrong of [
      'undecided of app/1: too many steps',
      'and 3 more of this kind',
      'the process that played it ended: SIGKILL',
    ]) {
      assert.equal(catchIn({ seed: 7, wrongs: [wrong] }), null);
    }
    assert.equal(catchIn({ seed: 7, wrongs: [] }), null);
  });
});
