import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BAD_TIMEOUT } from '../../src/gateway/gateway-request.ts';
import { InFlightBudget } from '../../src/gateway/in-flight-budget.ts';
import { NOT_AN_INT32 } from '../../src/gateway/int32.ts';
import { RequestParser } from '../../src/gateway/request-parser.ts';
import { BAD_COOKIE, NO_COOKIE } from '../../src/member/door.ts';
import { MAX_CONTENT, octets, one, PLENTY, parse, refusal, URI } from './parsing.ts';

describe('RequestParser: what a request says', () => {
  it('reads a plain GET', () => {
    const request = one(`GET ${URI} HTTP/1.1\r\nHost: x\r\n\r\n`);
    assert.equal(Buffer.from(request.key.bytes).toString(), '/LM/W3SVC/1/ROOT/shop(sx01GG=)/4hhcdy45k1ulvz55bd2okyyw');
    const { key: _, bytes: __, body, ...rest } = request;
    assert.equal(body.length, 0);
    assert.deepEqual(rest, {
      type: 'request',
      verb: 'get',
      exclusive: 'none',
      cookie: NO_COOKIE,
      timeout: 20,
      extraFlags: 0,
      keepAlive: true,
    });
  });

  it('reads a PUT with everything', () => {
    const request = one(
      'PUT /k HTTP/1.1\r\nContent-Length: 3\r\nTimeout: 7\r\nLockCookie: 12\r\nExtraFlags: -1\r\n\r\nabc',
    );
    assert.equal(request.verb, 'put');
    assert.deepEqual([request.timeout, request.cookie, request.extraFlags], [7, 12, -1]);
    assert.equal(Buffer.from(request.body).toString(), 'abc');
  });

  it('keeps nothing of the chunk that a body came in, and holds it in the budget', () => {
    const chunk = octets('PUT /k HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc');
    const budget = new InFlightBudget(PLENTY);
    const parser = new RequestParser(MAX_CONTENT, budget);
    parser.push(chunk);
    const request = parser.next();
    assert.ok(request?.type === 'request');
    chunk.fill(0);
    assert.deepEqual([...request.body], [...octets('abc')]);
    assert.equal(request.bytes, 5);
    assert.equal(budget.held, 5);
  });

  it('goes on with the rest of a chunk that is used for something else meanwhile', () => {
    const parser = halfRead('PUT /k HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcGET /l HTTP/1.1\r\n\r\nDELETE /m HT');
    assert.equal(keyOf(parser.next()), '/l');
    parser.keepRest();
    assert.equal(parser.next(), null);
    parser.push(octets('TP/1.1\r\n\r\n'));
    assert.equal(keyOf(parser.next()), '/m');
  });

  it('takes up a chunk that comes before the rest of the one before was looked at', () => {
    const parser = halfRead('GET /k HTTP/1.1\r\n\r\nGET /l HTTP/1.1\r\n\r\nGET /m HT');
    const later = octets('TP/1.1\r\n\r\n');
    parser.push(later);
    later.fill(0);
    assert.equal(parser.unparsed, 'GET /l HTTP/1.1....GET /m HTTP/1.1....'.length);
    assert.deepEqual([keyOf(parser.next()), keyOf(parser.next()), parser.next()], ['/l', '/m', null]);
  });

  const VERBS: readonly [string, string][] = [
    ['GET', 'get'],
    ['PUT', 'put'],
    ['HEAD', 'head'],
    ['DELETE', 'delete'],
    ['POST', 'unknown'],
    ['get', 'unknown'],
    ['Put', 'unknown'],
    ['GETS', 'unknown'],
    ['G', 'unknown'],
  ];
  for (const [text, verb] of VERBS) {
    it(`takes the verb ${text} for ${verb}`, () => assert.equal(one(`${text} /k HTTP/1.1\r\n\r\n`).verb, verb));
  }

  const COOKIES: readonly [string, number][] = [
    ['', NO_COOKIE],
    ['LockCookie: 5\r\n', 5],
    ['lockcookie:5\r\n', 5],
    ['LOCKCOOKIE:\t5 \t\r\n', 5],
    ['Lock-Cookie: 5\r\n', 5],
    ['Lock-Cookie: 6\r\nLockCookie: 5\r\n', 5],
    ['LockCookie: 5\r\nLock-Cookie: 6\r\n', 5],
    ['LockCookie: x\r\nLock-Cookie: 6\r\n', BAD_COOKIE],
    ['LockCookie: 0\r\n', 0],
    ['LockCookie: -0\r\n', 0],
    ['LockCookie: 2147483647\r\n', 2147483647],
    ['LockCookie: 2147483648\r\n', BAD_COOKIE],
    ['LockCookie: -1\r\n', BAD_COOKIE],
    ['LockCookie:\r\n', BAD_COOKIE],
    ['LockCookie: 5\r\nLockCookie: 5\r\n', 5],
    ['LockCookie: 5\r\nLockCookie: 6\r\n', BAD_COOKIE],
    ['LockCookies: 5\r\nXockCookie: 6\r\n', NO_COOKIE],
  ];
  for (const [fields, cookie] of COOKIES) {
    it(`reads the cookie of ${JSON.stringify(fields)} as ${cookie}`, () =>
      assert.equal(one(`GET /k HTTP/1.1\r\n${fields}\r\n`).cookie, cookie));
  }

  const TIMEOUTS: readonly [string, number][] = [
    ['Timeout: 0\r\n', 0],
    ['Timeout: 0030\r\n', 30],
    ['Timeout: 525600\r\n', 525600],
    ['Timeout: 525601\r\n', BAD_TIMEOUT],
    ['Timeout: -1\r\n', BAD_TIMEOUT],
    ['Timeout: 20.5\r\n', BAD_TIMEOUT],
    ['Timeout: 99999999999\r\n', BAD_TIMEOUT],
    ['Timeout:\r\n', BAD_TIMEOUT],
    ['Timeout: 20\r\nTimeout: 20\r\n', 20],
    ['Timeout: 20\r\nTimeout: 21\r\n', BAD_TIMEOUT],
    ['Timeout: 21\r\nTimeout: 20\r\n', BAD_TIMEOUT],
  ];
  for (const [fields, timeout] of TIMEOUTS) {
    it(`reads the timeout of ${JSON.stringify(fields)} as ${timeout}`, () =>
      assert.equal(one(`PUT /k HTTP/1.1\r\n${fields}\r\n`).timeout, timeout));
  }

  it('reads ExtraFlags as a signed bit set', () => {
    const flagsOf = (value: string) => one(`PUT /k HTTP/1.1\r\nextraflags: ${value}\r\n\r\n`).extraFlags;
    assert.equal(flagsOf('1'), 1);
    assert.equal(flagsOf('-2147483648'), -2147483648);
    assert.equal(flagsOf('x'), NOT_AN_INT32);
    assert.equal(flagsOf('0\r\nExtraFlags: 1'), NOT_AN_INT32);
  });

  it('reads Exclusive in any case, and tells what it does not know', () => {
    const exclusiveOf = (fields: string) => one(`GET /k HTTP/1.1\r\n${fields}\r\n`).exclusive;
    assert.equal(exclusiveOf(''), 'none');
    assert.equal(exclusiveOf('Exclusive: acquire\r\n'), 'acquire');
    assert.equal(exclusiveOf('EXCLUSIVE: Acquire\r\n'), 'acquire');
    assert.equal(exclusiveOf('exclusive:RELEASE \r\n'), 'release');
    assert.equal(exclusiveOf('Exclusive: acquired\r\n'), 'other');
    assert.equal(exclusiveOf('Exclusive:\r\n'), 'other');
    assert.equal(exclusiveOf('Exclusive: acquire\r\nExclusive: release\r\n'), 'other');
  });

  const CONNECTIONS: readonly [string, boolean][] = [
    ['HTTP/1.1\r\n', true],
    ['HTTP/1.1\r\nConnection: close\r\n', false],
    ['HTTP/1.1\r\nConnection: keep-alive, Close\r\n', false],
    ['HTTP/1.1\r\nConnection: closed\r\n', true],
    ['HTTP/1.0\r\n', false],
    ['HTTP/1.0\r\nConnection: Keep-Alive\r\n', true],
    ['HTTP/1.0\r\nConnection: x ,keep-alive,\r\n', true],
    ['HTTP/1.0\r\nConnection: keep-alive\r\nConnection: close\r\n', false],
  ];
  for (const [text, keepAlive] of CONNECTIONS) {
    it(`keeps the connection (${keepAlive}) after ${JSON.stringify(text)}`, () =>
      assert.equal(one(`GET /k ${text}\r\n`).keepAlive, keepAlive));
  }

  it('ignores the content of all verbs but PUT, and frames by it', () => {
    for (const verb of ['GET', 'HEAD', 'DELETE', 'POST']) {
      const { results } = parse([
        octets(`${verb} /a HTTP/1.1\r\nContent-Length: 4\r\n\r\nGET GET /b HTTP/1.1\r\n\r\n`),
      ]);
      assert.equal(results.length, 2);
      const first = results[0];
      assert.ok(first?.type === 'request');
      assert.equal(first.body.length, 0);
    }
  });
});

describe('RequestParser: what it refuses', () => {
  const REFUSED: readonly [string, string][] = [
    ['GET HTTP/1.1\r\n\r\n', 'request-line'],
    ['GET\r\n\r\n', 'request-line'],
    [' GET /x HTTP/1.1\r\n\r\n', 'request-line'],
    ['GET /x\r\n\r\n', 'request-line'],
    ['GET /x HTTP/2.0\r\n\r\n', 'request-line'],
    ['GET /x http/1.1\r\n\r\n', 'request-line'],
    ['GET /x HTTP/1.1 \r\n\r\n', 'request-line'],
    ['GET /x HTTP/1.\r\n\r\n', 'request-line'],
    ['\x16\x03\x01\x02\x00 \n', 'request-line'],
    ['GET /x HTTP/1.1\r\nNoColon\r\n\r\n', 'header'],
    ['GET /x HTTP/1.1\r\n: empty\r\n\r\n', 'header'],
    ['GET /x HTTP/1.1\r\nX: a\r\n folded: b\r\n\r\n', 'header'],
    ['GET /x HTTP/1.1\r\nContent-Length : 5\r\n\r\n', 'header'],
    ['PUT /x HTTP/1.1\r\nContent-Length: -1\r\n\r\n', 'content-length'],
    ['PUT /x HTTP/1.1\r\nContent-Length: +1\r\n\r\n', 'content-length'],
    ['PUT /x HTTP/1.1\r\nContent-Length: \r\n\r\n', 'content-length'],
    ['PUT /x HTTP/1.1\r\nContent-Length: 1, 1\r\n\r\n', 'content-length'],
    ['PUT /x HTTP/1.1\r\nContent-Length: 0x10\r\n\r\n', 'content-length'],
    ['PUT /x HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 'content-length'],
    ['PUT /x HTTP/1.1\r\nContent-Length: 1000001\r\n\r\n', 'content-too-long'],
    [`GET /x HTTP/1.1\r\nContent-Length: ${'9'.repeat(400)}\r\n\r\n`, 'content-too-long'],
    ['PUT /x HTTP/1.1\r\ntransfer-encoding: identity\r\n\r\n', 'transfer-encoding'],
  ];
  for (const [text, kind] of REFUSED) {
    it(`${JSON.stringify(text.slice(0, 70))}: ${kind}`, () => assert.equal(refusal(text), kind));
  }

  it('reads nothing more after a refusal', () => {
    const parser = new RequestParser(MAX_CONTENT, new InFlightBudget(PLENTY));
    parser.push(octets('GARBAGE\r\n\r\nGET /x HTTP/1.1\r\n\r\n'));
    assert.equal(parser.next()?.type, 'protocol-error');
    assert.equal(parser.next(), null);
    parser.push(octets('GET /x HTTP/1.1\r\n\r\n'));
    assert.equal(parser.next(), null);
    assert.equal(parser.isMidRequest, false);
  });
});

/** One request was taken out of a chunk, whose memory is used for something else since. */
function halfRead(text: string): RequestParser {
  const chunk = octets(text);
  const parser = new RequestParser(MAX_CONTENT, new InFlightBudget(PLENTY));
  parser.push(chunk);
  assert.equal(keyOf(parser.next()), '/k');
  parser.keepRest();
  chunk.fill(0);
  return parser;
}

function keyOf(parsed: ReturnType<RequestParser['next']>): string {
  assert.ok(parsed?.type === 'request');
  return Buffer.from(parsed.key.bytes).toString();
}
