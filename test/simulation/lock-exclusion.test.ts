import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { grantsOutOfTurn } from './grant-order.ts';
import { brokenLocks } from './lock-exclusion.ts';
import {
  acquire,
  EXACT,
  get,
  granted,
  locked,
  lost,
  MINUTE,
  missing,
  op,
  prolong,
  put,
  release,
  released,
  remove,
  renewed,
} from './sketch.ts';
import { CALM } from './terms.ts';
import { givenTwice } from './unique-numbers.ts';

const first = op(1, [10, 11], acquire(), granted('a', 'v1', 5));
const second = (invoked: number, returned: number) => op(2, [invoked, returned], acquire(), granted('a', 'v1', 6));
const brokenBy = (...entries: Parameters<typeof brokenLocks>[0]) => brokenLocks(entries, EXACT).length;

describe('lock exclusion', () => {
  it('finds two clients that hold one lock', () => {
    assert.equal(brokenBy(first, second(12, 13)), 1);
    assert.equal(brokenBy(first, second(5, 13)), 1);
    assert.equal(brokenBy(first, { ...second(12, 13), key: 'app/2' }), 0);
  });

  it('counts a hold until anybody asks for anything that may end it, in vain or not', () => {
    for (const end of [release(5), put('b', { cookie: 5 }), remove(5)]) {
      assert.equal(brokenBy(first, lost(1, 20, end), second(12, 21)), 0);
      assert.equal(brokenBy(first, lost(1, 20, end), second(12, 19)), 1);
    }
    assert.equal(brokenBy(first, lost(1, 12, release(4)), second(13, 14)), 1);
  });

  it('counts a hold until its lease or its session may be over', () => {
    const short = op(1, [10, 11], acquire(500), granted('a', 'v1', 5, { lockLease: 500 }));
    assert.equal(brokenBy(short, second(500, 510)), 0);
    assert.equal(brokenBy(short, second(500, 509)), 1);
    assert.equal(brokenLocks([short, second(500, 509)], { ...EXACT, clockDrift: 0.01 }).length, 0);
    const shortened = op(1, [100, 101], prolong(5, 50), renewed(50));
    assert.equal(brokenBy(short, shortened, second(149, 150)), 0);
    assert.equal(brokenBy(short, shortened, second(148, 149)), 1);
    const brief = op(1, [10, 11], acquire(), granted('a', 'v1', 5, { timeoutMinutes: 1 }));
    assert.equal(brokenBy(brief, second(MINUTE, MINUTE + 10)), 0);
    assert.equal(brokenBy(brief, second(MINUTE, MINUTE + 9)), 1);
    const loss = () => ({ ...CALM, losses: [{ from: 11.5, until: 12 }] });
    assert.equal(brokenLocks([first, second(12, 13)], EXACT, loss).length, 0);
  });

  it('takes tries that were told of one lock for one hold', () => {
    const tries = [
      lost(1, 2, acquire(), { requestId: 'g' }),
      op(1, [10, 11], acquire(), granted('a', 'v1', 5), { requestId: 'g' }),
      op(1, [12, 13], acquire(), granted('a', 'v1', 5), { requestId: 'g' }),
    ];
    assert.equal(brokenBy(...tries), 0);
    assert.equal(brokenBy(...tries, second(14, 15)), 1);
  });

  it('finds a lock older or younger than it can be', () => {
    assert.equal(brokenBy(first, op(2, [30, 40], get, locked(5, 19))), 0);
    assert.equal(brokenBy(first, op(2, [30, 40], get, locked(5, 30))), 0);
    assert.equal(brokenBy(first, op(2, [30, 40], get, locked(5, 18))), 1);
    assert.equal(brokenBy(first, op(2, [30, 40], get, locked(5, 31))), 1);
  });
});

describe('cookies', () => {
  const partitionOf = (key: string) => (key === 'app/3' ? 1 : 0);

  it('are given once in a partition, but to tries of one request', () => {
    const again = (key: string) => op(2, [20, 21], acquire(), granted('b', 'v9', 5), { key });
    assert.equal(givenTwice([first, again('app/2')], partitionOf).length, 1);
    assert.equal(givenTwice([first, again('app/3')], partitionOf).length, 0);
    const tries = [12, 14].map((at) => op(1, [at, at + 1], acquire(), granted('a', 'v1', 7), { requestId: 'g' }));
    assert.equal(givenTwice([first, ...tries], partitionOf).length, 0);
  });
});

describe('the order of grants', () => {
  const waited = (client: number, [invoked, returned]: readonly [number, number], cookie: number) =>
    op(client, [invoked, returned], acquire(110_000, 1_000), granted('a', 'v1', cookie));
  const outOfTurn = (...entries: Parameters<typeof grantsOutOfTurn>[0]) => grantsOutOfTurn(entries, () => 40).length;

  it('is that of arrival, where that is sure', () => {
    assert.equal(outOfTurn(waited(1, [0, 500], 8), waited(2, [100, 400], 7)), 1);
    assert.equal(outOfTurn(waited(1, [0, 500], 7), waited(2, [100, 400], 8)), 0);
    assert.equal(outOfTurn(waited(1, [0, 500], 8), waited(2, [40, 400], 7)), 0);
  });

  it('is read from cookies that go round', () => {
    assert.equal(outOfTurn(waited(1, [0, 500], 2), waited(2, [100, 400], 2_147_483_646)), 1);
    assert.equal(outOfTurn(waited(1, [0, 500], 2_147_483_646), waited(2, [100, 400], 2)), 0);
  });

  it('is not judged where a partition lost its count, nor of requests tried twice, nor of who got nothing', () => {
    const pair = [waited(1, [0, 500], 8), waited(2, [100, 400], 7)];
    assert.equal(
      grantsOutOfTurn(
        pair,
        () => 40,
        () => ({ ...CALM, losses: [{ from: 200, until: 201 }] }),
      ).length,
      0,
    );
    assert.equal(outOfTurn(...pair.map((entry) => ({ ...entry, requestId: 'g' }))), 0);
    assert.equal(outOfTurn(op(1, [0, 500], acquire(110_000, 1_000), missing), waited(2, [100, 400], 7)), 0);
    assert.equal(outOfTurn(op(3, [600, 601], release(8), released), ...pair), 1);
  });
});
