import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytewise, parse, told } from '../gateway/parsing.ts';
import { cutsOf } from './cut.ts';
import { loadVectors } from './vector.ts';

/** Longer streams are cut where a request can be cut over the wire too, not at every octet of a long body. */
const SHORT = 8_192;

function cutPlaces(stream: Buffer, requests: readonly Buffer[]): number[] {
  if (stream.length <= SHORT) return Array.from({ length: stream.length - 1 }, (_, index) => index + 1);
  let start = 0;
  return requests.flatMap((request) => {
    const places = cutsOf(request).map((at) => start + at);
    start += request.length;
    return places;
  });
}

for (const vector of loadVectors()) {
  test(`the parser alone reads vector ${vector.name} the same however it is cut`, () => {
    const requests = vector.steps.map((step) => step.send);
    const stream = Buffer.concat(requests);
    const one = parse(requests);
    assert.equal(one.results.length, requests.length);
    assert.equal(one.isMidRequest, false);
    const whole = told(one);

    assert.deepEqual(told(parse([stream])), whole, 'pipelined');
    assert.deepEqual(told(parse(bytewise(stream))), whole, 'octet by octet');
    for (const at of cutPlaces(stream, requests)) {
      assert.deepEqual(told(parse([stream.subarray(0, at), stream.subarray(at)])), whole, `cut at ${at}`);
    }
  });
}
