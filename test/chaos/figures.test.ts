import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NEVER } from '../../src/base/instant.ts';
import { figuresOf, type Harm } from './figures.ts';
import { CLOSED, type Trouble } from './load-plan.ts';
import { unlawful } from './row-cut.ts';

const TROUBLE: Trouble = {
  type: 'failed',
  why: CLOSED,
  door: 'gateway',
  members: ['m1'],
  sheltered: false,
  command: 'set',
  key: '/app/s',
  planned: 100,
  ended: 200,
  wait: 100,
};
const failed = (rest: Partial<Trouble> = {}): Trouble => ({ ...TROUBLE, ...rest });
const slow = (wait: number, rest: Partial<Trouble> = {}): Trouble => ({ ...TROUBLE, type: 'slow', wait, ...rest });
const harm = (from: number, until: number, member = 'm1'): Harm => ({ member, from, until });
const figures = (troubles: Trouble[], harms: Harm[], shedAt: number[] = []) =>
  figuresOf({ troubles, longestCalm: 12, shedAt }, harms);

describe('whose trouble counts', () => {
  it('counts what clients of a harmed member see apart, while it is harmed and at no other time', () => {
    for (const [from, until, apart] of [
      [50, 99, 0],
      [50, 100, 1],
      [150, 160, 1],
      [200, NEVER, 1],
      [201, NEVER, 0],
    ] as const) {
      const { failed: spared, failedOfHarmed } = figures([failed()], [harm(from, until)]);
      assert.deepEqual([spared, failedOfHarmed], [1 - apart, apart], `harm from ${from} to ${until}`);
    }
    assert.equal(figures([failed()], [harm(0, NEVER, 'm2')]).failed, 1);
    assert.equal(figures([failed()], [harm(0, NEVER, '*')]).failed, 0);
  });

  it('takes a request for that of a harmed member if any of its tries was', () => {
    assert.equal(figures([failed({ members: ['m0', 'm1'] })], [harm(0, NEVER)]).failed, 0);
  });

  it('finds the longest wait of each', () => {
    const troubles = [slow(300), slow(900, { members: ['m0'] }), slow(700, { members: ['m0'] })];
    const found = figures(troubles, [harm(0, NEVER)]);
    assert.deepEqual([found.longestWait, found.longestOfHarmed], [900, 300]);
    assert.match(found.longestIn, /m0/);
    assert.equal(figures([], []).longestWait, 12);
  });

  it('counts pages that could not begin, but for those planned while nobody was spared', () => {
    assert.equal(figures([], [harm(100, 200, '*')], [99, 100, 200, 201]).unbegun, 2);
    assert.equal(figures([], [harm(100, 200, 'm1')], [99, 100, 200, 201]).unbegun, 4);
  });

  it('says why, and how many of the failures were behind the member without partitions', () => {
    const found = figures([failed(), failed({ sheltered: true }), failed({ why: 'ECONNRESET' })], []);
    assert.equal(found.failedOfSheltered, 1);
    assert.deepEqual(found.whys, { [`gateway set: ${CLOSED}`]: 2, 'gateway set: ECONNRESET': 1 });
  });
});

describe('what a member that is cut off may tell', () => {
  it('is nothing but a closed connection, and to readers not even that', () => {
    assert.deepEqual(unlawful([failed(), slow(5_000), failed({ door: 'grpc', why: 'whatever' })]), []);
    const closedReader = failed({ command: 'getExclusive' });
    const wrongs = [closedReader, failed({ why: 'HTTP/1.1 400 Bad Request' }), failed({ why: 'no answer in time' })];
    assert.equal(unlawful(wrongs).length, 3);
  });
});
