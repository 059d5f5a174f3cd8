import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { givenUp, isGivenUp } from './patience.ts';
import { get, missing, op } from './sketch.ts';

const unknown = op(1, [40, 50], get, { type: 'unknown' });
const refused = (reason: 'no-primary' | 'given-up' | 'stopping' | 'replaced-by-second-try') =>
  op(1, [40, 50], get, { type: 'unavailable', reason });

describe('patience', () => {
  it('is what members have with requests, unless the client itself is why there is no outcome', () => {
    for (const entry of [unknown, refused('no-primary'), refused('given-up')]) assert.ok(isGivenUp(entry));
    for (const entry of [op(1, [40, 50], get, missing), refused('stopping'), refused('replaced-by-second-try')]) {
      assert.ok(!isGivenUp(entry));
    }
  });

  it('is due while nothing worse befalls them than lines that break', () => {
    const entries = [op(2, [10, 20], get, missing), unknown, unknown];
    const [wrong, ...more] = givenUp(entries, ['line breaks', 'store outage'], 100);
    assert.match(wrong ?? '', /left without an answer: 2 requests; the first: client 1's get/);
    assert.deepEqual(more, []);
    assert.deepEqual(givenUp(entries, ['line breaks', 'crash'], 100), []);
    assert.deepEqual(givenUp(entries, ['line breaks'], 40), []);
    assert.deepEqual(givenUp(entries.slice(0, 1), [], 100), []);
  });
});
