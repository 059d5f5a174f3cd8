import assert from 'node:assert/strict';
import type { GatewayRequest, ProtocolError } from '../../src/gateway/gateway-request.ts';
import { InFlightBudget } from '../../src/gateway/in-flight-budget.ts';
import { RequestParser } from '../../src/gateway/request-parser.ts';

export const MAX_CONTENT = 1_000_000;
export const PLENTY = 2 ** 40;

export function octets(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

export interface Seen {
  readonly results: (GatewayRequest | ProtocolError)[];
  readonly isMidRequest: boolean;
}

/** All that comes out of these chunks, each of which is written over once it was parsed, as the next read does. */
export function parse(chunks: readonly Uint8Array[], budget = new InFlightBudget(PLENTY)): Seen {
  const parser = new RequestParser(MAX_CONTENT, budget);
  const results: (GatewayRequest | ProtocolError)[] = [];
  for (const given of chunks) {
    const chunk = new Uint8Array(given);
    parser.push(chunk);
    for (let parsed = parser.next(); parsed !== null; parsed = parser.next()) {
      if (parsed.type === 'request') budget.give(parsed.bytes);
      results.push(parsed);
    }
    chunk.fill(0xa5);
  }
  const { isMidRequest } = parser;
  parser.discard();
  assert.equal(budget.held, 0, 'all that was taken from the budget is given back');
  return { results, isMidRequest };
}

/** What was seen, as text that does not depend on whose memory a body lies in. */
export function told(seen: Seen): unknown {
  const results = seen.results.map((result) =>
    result.type === 'request'
      ? {
          ...result,
          bytes: 0,
          key: Buffer.from(result.key.bytes).toString('hex'),
          body: Buffer.from(result.body).toString('hex'),
        }
      : result,
  );
  return { results, isMidRequest: seen.isMidRequest };
}

export function one(text: string): GatewayRequest {
  const { results } = parse([octets(text)]);
  assert.equal(results.length, 1);
  const [result] = results;
  assert.ok(result?.type === 'request', `refused: ${JSON.stringify(result)}`);
  return result;
}

export function refusal(text: string): string {
  const last = parse([octets(text)]).results.at(-1);
  assert.ok(last?.type === 'protocol-error', `not refused: ${text.slice(0, 80)}`);
  return last.kind;
}

export function bytewise(bytes: Uint8Array): Uint8Array[] {
  return Array.from(bytes, (_, at) => bytes.subarray(at, at + 1));
}

/** As stock clients write it: all of it encoded. */
export const URI = '%2fLM%2fW3SVC%2f1%2fROOT%2fshop(sx01GG%3d)%2f4hhcdy45k1ulvz55bd2okyyw';
