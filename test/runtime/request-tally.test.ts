import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { COMMAND_TYPES, OUTCOME_TYPES } from '../../src/member/door.ts';
import { DOORS, RequestTally } from '../../src/runtime/request-tally.ts';

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

  it('keeps the latencies of the doors apart', () => {
    const tally = new RequestTally();
    tally.count('grpc', 'get', 'found', 3);
    tally.count('grpc', 'set', 'stored', 4);
    assert.deepEqual([tally.latencies.gateway.sum, tally.latencies.grpc.sum], [0, 7]);
  });
});
