import assert from 'node:assert/strict';
import { it } from 'node:test';
import { apart, type GatewayRequest } from '../../src/gateway/gateway-request.ts';
import { InFlightBudget } from '../../src/gateway/in-flight-budget.ts';
import { RequestParser } from '../../src/gateway/request-parser.ts';

const CHUNK = 64 * 1024;

/** A PUT whose content lies in a chunk of 64 KiB with much else. */
function parsed(contentBytes: number): GatewayRequest {
  const chunk = Buffer.alloc(CHUNK, 'y');
  chunk.write(`PUT /a/1 HTTP/1.1\r\nContent-Length: ${contentBytes}\r\n\r\n`, 'latin1');
  const parser = new RequestParser(CHUNK, new InFlightBudget(2 * CHUNK));
  parser.push(chunk);
  const request = parser.next();
  assert.ok(request?.type === 'request');
  return request;
}

it('a request that waits keeps none of a chunk of which it is a small part', () => {
  const request = parsed(10);
  assert.ok(request.body.buffer.byteLength > 1_000, 'small contents share their memory');
  const waiting = apart(request);
  assert.equal(waiting.body.buffer.byteLength, 10);
  assert.deepEqual([...waiting.body], [...request.body]);
});

it('one that is most of its chunk is left as it is', () => {
  const request = parsed(CHUNK - 200);
  assert.equal(apart(request), request);
});
