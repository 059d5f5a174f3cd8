import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fairShares } from '../../src/placement/fair-shares.ts';

/** A zone per letter, a member per letter of the text. */
const members = (zones: string) =>
  Array.from(zones, (zone, place) => ({ id: `${zone}${place}`, incarnation: 1, zone }));

function fairCopies(zones: string, copies: number, partitions: number): string[] {
  const shares = fairShares(members(zones), copies, partitions);
  return Array.from(shares, ([id, share]) => `${id[0]} ${Math.round(share.copies.fair * 100) / 100}`);
}

describe('fair shares', () => {
  it('are even in one zone, and between zones alike', () => {
    assert.deepEqual(fairCopies('aaaaa', 2, 100), Array(5).fill('a 40'));
    assert.deepEqual(fairCopies('aabb', 2, 100), ['a 50', 'a 50', 'b 50', 'b 50']);
    assert.deepEqual(fairCopies('aabbc', 2, 100), ['a 40', 'a 40', 'b 40', 'b 40', 'c 40']);
  });

  it('end at one copy of each partition per zone, where there are zones enough', () => {
    assert.deepEqual(fairCopies('aaab', 2, 90), ['a 30', 'a 30', 'a 30', 'b 90']);
    assert.deepEqual(fairCopies('aaaaabc', 2, 100), [...Array(5).fill('a 20'), 'b 50', 'c 50']);
  });

  it('begin at one copy of each partition per zone, where there are zones too few', () => {
    assert.deepEqual(fairCopies('aaaab', 3, 100), [...Array(4).fill('a 50'), 'b 100']);
  });

  it('count the members that there are, where they are fewer than copies', () => {
    assert.deepEqual(fairCopies('ab', 3, 64), ['a 64', 'b 64']);
  });

  it('are of primaries the same for all, and bounded by a twentieth, rounded outwards', () => {
    const share = fairShares(members('aaab'), 2, 90).get('b3');
    assert.deepEqual(share?.primaries, { fair: 22.5, low: 21, high: 24 });
    assert.deepEqual(share?.copies, { fair: 90, low: 85, high: 90 });
    const whole = fairShares(members('aaaaa'), 1, 100).get('a0');
    assert.deepEqual(whole?.copies, { fair: 20, low: 19, high: 21 });
  });

  it('add up to all copies, and let nobody hold a partition twice', () => {
    const zones = fc.array(fc.constantFrom(...'abcde'), { minLength: 1, maxLength: 50, size: 'max' });
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 1_024 }),
        (given, copies, partitions) => {
          const shares = [...fairShares(members(given.join('')), copies, partitions).values()];
          const sum = shares.reduce((total, share) => total + share.copies.fair, 0);
          assert.ok(Math.abs(sum - partitions * Math.min(copies, given.length)) < 1e-6);
          for (const { copies: share, primaries } of shares) {
            assert.ok(share.low <= share.fair + 1e-6);
            assert.ok(share.high >= share.fair - 1e-6);
            assert.ok(share.high <= partitions);
            // Whoever is to serve a share of the partitions must hold as many.
            assert.ok(share.fair >= primaries.fair - 1e-6);
          }
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });
});
