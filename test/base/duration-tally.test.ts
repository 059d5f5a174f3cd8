import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { DURATION_BOUNDS, DurationTally } from '../../src/base/duration-tally.ts';

it('a duration is counted in the first bucket whose bound it does not pass', () => {
  const duration = fc.oneof(fc.constantFrom(...DURATION_BOUNDS), fc.double({ min: 0, max: 20_000, noNaN: true }));
  fc.assert(
    fc.property(fc.array(duration, { maxLength: 50 }), (durations) => {
      const tally = new DurationTally();
      for (const each of durations) tally.add(each);
      assert.deepEqual(
        tally.cumulative(),
        [...DURATION_BOUNDS, Number.POSITIVE_INFINITY].map((bound) => durations.filter((each) => each <= bound).length),
      );
      assert.equal(
        tally.sum,
        durations.reduce((sum, each) => sum + each, 0),
      );
    }),
  );
});
