import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GatewayRequest } from '../../src/gateway/gateway-request.ts';
import { InFlightBudget } from '../../src/gateway/in-flight-budget.ts';
import { RequestParser } from '../../src/gateway/request-parser.ts';
import { type Rendering, renderingOf, Translator } from '../../src/gateway/translate.ts';
import { BAD_COOKIE, NO_COOKIE } from '../../src/member/door.ts';

function request(head: string, body = ''): GatewayRequest {
  const parser = new RequestParser(1000, new InFlightBudget(1_000_000));
  parser.push(Buffer.from(`${head}\r\nContent-Length: ${body.length}\r\n\r\n${body}`, 'latin1'));
  const parsed = parser.next();
  assert.ok(parsed?.type === 'request');
  return parsed;
}

const translator = new Translator(110_000, 500);

function command(head: string, body = '', mayWait = true): unknown {
  return translator.translate(request(head, body), mayWait);
}

const CONTENT = new Uint8Array(Buffer.from('abc'));
const SET = {
  type: 'set',
  content: CONTENT,
  timeoutMinutes: 20,
  flags: 0,
  cookie: NO_COOKIE,
  onlyIfAbsent: false,
  onlyIfVersion: null,
};

describe('Translator', () => {
  it('lets reads and acquires wait in line, while the client is there', () => {
    assert.deepEqual(command('GET /k HTTP/1.1'), { type: 'get', wait: 500 });
    assert.deepEqual(command('GET /k HTTP/1.1', '', false), { type: 'get', wait: 0 });
    const acquire = 'GET /k HTTP/1.1\r\nExclusive: acquire';
    assert.deepEqual(command(acquire), { type: 'getExclusive', wait: 500, lockLease: 110_000 });
    assert.deepEqual(command(acquire, '', false), { type: 'getExclusive', wait: 0, lockLease: 110_000 });
  });

  it('does not look at cookies, timeouts and flags of a read or acquire', () => {
    const fields = '\r\nLockCookie: x\r\nTimeout: x\r\nExtraFlags: x';
    assert.deepEqual(command(`GET /k HTTP/1.1${fields}`), { type: 'get', wait: 500 });
    assert.deepEqual(command(`HEAD /k HTTP/1.1${fields}\r\nExclusive: acquire`), { type: 'resetTimeout' });
  });

  it('leaves a bad cookie for later: whether the session is there comes first', () => {
    const release = (cookie: string) => command(`GET /k HTTP/1.1\r\nExclusive: release${cookie}`);
    assert.deepEqual(release('\r\nLockCookie: 5'), { type: 'releaseExclusive', cookie: 5 });
    assert.deepEqual(release('\r\nLockCookie: 0'), { type: 'releaseExclusive', cookie: 0 });
    assert.deepEqual(release(''), { type: 'releaseExclusive', cookie: BAD_COOKIE });
    assert.deepEqual(release('\r\nLockCookie: -1'), { type: 'releaseExclusive', cookie: BAD_COOKIE });
    assert.deepEqual(command('DELETE /k HTTP/1.1'), { type: 'remove', cookie: NO_COOKIE });
    assert.deepEqual(command('DELETE /k HTTP/1.1\r\nLockCookie: x'), { type: 'remove', cookie: BAD_COOKIE });
    assert.deepEqual(command('PUT /k HTTP/1.1\r\nLockCookie: x', 'abc'), { ...SET, cookie: BAD_COOKIE });
  });

  it('judges a PUT before its session is looked up, in this order', () => {
    assert.deepEqual(command('PUT /k HTTP/1.1', 'abc'), SET);
    assert.deepEqual(command('PUT /k HTTP/1.1\r\nTimeout: 0\r\nExtraFlags: 3\r\nLockCookie: 4', 'abc'), {
      ...SET,
      timeoutMinutes: 0,
      flags: 3,
      cookie: 4,
    });
    assert.equal(command('PUT /k HTTP/1.1\r\nTimeout: x\r\nExtraFlags: x'), 'timeout');
    assert.equal(command('PUT /k HTTP/1.1\r\nExtraFlags: x'), 'extra-flags');
    assert.equal(command('PUT /k HTTP/1.1'), 'empty-content');
  });

  it('renews a session for an unknown Exclusive, without taking its flag', () => {
    assert.deepEqual(command('GET /k HTTP/1.1\r\nExclusive: maybe'), { type: 'resetTimeout' });
  });

  it('refuses unknown verbs and empty URIs', () => {
    assert.equal(command('POST /k HTTP/1.1', 'abc'), 'unknown-verb');
    assert.equal(command('GET  HTTP/1.1'), 'empty-uri');
  });
});

describe('renderingOf', () => {
  const RENDERINGS: readonly [string, Rendering][] = [
    ['GET /k HTTP/1.1', 'read'],
    ['GET /k HTTP/1.1\r\nExclusive: acquire', 'acquire'],
    ['GET /k HTTP/1.1\r\nExclusive: release', 'release'],
    ['GET /k HTTP/1.1\r\nExclusive: maybe', 'refusal'],
    ['PUT /k HTTP/1.1\r\nExclusive: acquire', 'put'],
    ['DELETE /k HTTP/1.1\r\nExclusive: acquire', 'delete'],
    ['HEAD /k HTTP/1.1\r\nExclusive: acquire', 'head'],
  ];
  for (const [head, rendering] of RENDERINGS) {
    it(`${JSON.stringify(head)}: ${rendering}`, () => assert.equal(renderingOf(request(head)), rendering));
  }
});
