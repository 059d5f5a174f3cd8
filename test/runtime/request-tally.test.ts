import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { COMMAND_TYPES, OUTCOME_TYPES } from '../../src/member/door.ts';
import { DOORS, LATENCY_BOUNDS, RequestTally } from '../../src/runtime/request-tally.ts';

describe('the tally of requests', () => {
  it('keeps every door, command and outcome apart', () => {
    const tally = new RequestTally();
    assert.deepEqual(tally.requestCounts(), []);
    const expected: object[] = [];
    let times = 0;
    for (const door of DOORS) {
      for (const command of COMMAND_TYPES) {
        for (const outcome of OUTCOME_TYPES) {
          times = (times % 5) + 1;
          for (let i = 0; i < times; i++) tally.count(door, command, outcome, 1);
          expected.push({ door, command, outcome, count: times });
        }
      }
    }
    assert.deepEqual(tally.requestCounts(), expected);
  });

  it('puts a latency into the first bucket whose bound it does not pass', () => {
    const latency = fc.oneof(fc.constantFrom(...LATENCY_BOUNDS), fc.double({ min: 0, max: 20_000, noNaN: true }));
    fc.assert(
      fc.property(fc.array(latency, { maxLength: 50 }), (latencies) => {
        const tally = new RequestTally();
        for (const each of latencies) tally.count('grpc', 'get', 'found', each);
        const [gateway, grpc] = tally.latencies();
        assert.deepEqual(new Set(gateway?.cumulative), new Set([0]));
        const bounds = [...LATENCY_BOUNDS, Number.POSITIVE_INFINITY];
        assert.deepEqual(
          grpc?.cumulative,
          bounds.map((bound) => latencies.filter((each) => each <= bound).length),
        );
        assert.equal(
          grpc?.sum,
          latencies.reduce((sum, each) => sum + each, 0),
        );
      }),
    );
  });
});
