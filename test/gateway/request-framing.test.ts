import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { InFlightBudget } from '../../src/gateway/in-flight-budget.ts';
import { MAX_HEADER_BYTES, MAX_REQUEST_LINE_BYTES, RequestParser } from '../../src/gateway/request-parser.ts';
import { bytewise, MAX_CONTENT, octets, one, PLENTY, parse, refusal, told, URI } from './parsing.ts';

const TRANSCRIPTS: Readonly<Record<string, string>> = {
  'a read': `GET ${URI} HTTP/1.1\r\nHost: 10.0.0.5\r\n\r\n`,
  'a session': [
    `GET ${URI} HTTP/1.1\r\nHost: 10.0.0.5\r\nExclusive: acquire\r\n\r\n`,
    `PUT ${URI} HTTP/1.1\r\nHost: 10.0.0.5\r\nContent-Length: 7\r\nTimeout: 20\r\nLockCookie: 2\r\nExtraFlags: 0\r\n\r\n`,
    '\x14\0\0\0\0\0\xff',
    `GET ${URI} HTTP/1.1\r\nExclusive: release\r\nLock-Cookie: 2\r\n\r\n`,
    `HEAD ${URI} HTTP/1.1\r\n\r\nDELETE ${URI} HTTP/1.1\r\nLockCookie: 3\r\n\r\n`,
  ].join(''),
  'odd but good': [
    '\r\n\r\nPOST /x y HTTP/1.0\r\ncontent-LENGTH: 003\r\nConnection: Foo, Keep-Alive\r\n\r\nabc\r\n',
    'GET  HTTP/1.1\nX:\n\nPUT //a%u00e9%c3%a9 HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-Continue\r\n\r\n\r\n',
  ].join(''),
  'content that looks like a request': `PUT /a HTTP/1.1\r\nContent-Length: 22\r\n\r\nGET /b HTTP/1.1\r\nX: \r\n\r\nGET /c HTTP/1.1\r\n\r\n`,
  'a refusal after good ones':
    'HEAD /a HTTP/1.1\r\n\r\nPUT /a HTTP/1.1\r\nContent-Length: -1\r\n\r\nGET /b HTTP/1.1\r\n\r\n',
  chunked: 'PUT /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n',
  'unfinished content': 'PUT /a HTTP/1.1\r\nContent-Length: 10\r\n\r\n12345',
};

describe('RequestParser: limits', () => {
  const lineOf = (bytes: number) => `GET /${'x'.repeat(bytes - 'GET / HTTP/1.1\r\n'.length)} HTTP/1.1\r\n`;
  const fieldsOf = (bytes: number) => `X: ${'x'.repeat(bytes - 'X: \r\n\r\n'.length)}\r\n\r\n`;

  it('takes a request line of 8 KiB and fields of 32 KiB', () => {
    one(`${lineOf(8192)}${fieldsOf(32768)}`);
  });

  for (const [name, cut] of [
    ['whole', (bytes: Buffer) => [bytes]],
    ['octet by octet', bytewise],
  ] as const) {
    it(`draws the line at the same octet, ${name}`, () => {
      const kinds = (text: string) =>
        parse(cut(octets(text))).results.map((result) => (result.type === 'request' ? 'ok' : result.kind));
      assert.deepEqual(kinds(`${lineOf(MAX_REQUEST_LINE_BYTES)}\r\n`), ['ok']);
      assert.deepEqual(kinds(`${lineOf(MAX_REQUEST_LINE_BYTES + 1)}\r\n`), ['head-too-long']);
      assert.deepEqual(kinds(`${lineOf(100)}${fieldsOf(MAX_HEADER_BYTES)}`), ['ok']);
      assert.deepEqual(kinds(`${lineOf(100)}${fieldsOf(MAX_HEADER_BYTES + 1)}`), ['head-too-long']);
      assert.deepEqual(kinds('\r\n'.repeat(MAX_REQUEST_LINE_BYTES)), ['head-too-long']);
    });
  }

  it('refuses many short fields as it refuses one long', () => {
    assert.equal(refusal(`GET /x HTTP/1.1\r\n${'A: b\r\n'.repeat(20_000)}`), 'head-too-long');
  });

  it('refuses a line without end before it is held in whole', () => {
    const budget = new InFlightBudget(PLENTY);
    const parser = new RequestParser(MAX_CONTENT, budget);
    let most = 0;
    let refused = false;
    for (let sent = 0; sent < 1_000_000 && !refused; sent += 1000) {
      parser.push(Buffer.alloc(1000, 0x41));
      refused = parser.next() !== null;
      most = Math.max(most, budget.held);
    }
    assert.ok(refused);
    assert.ok(most <= 2 * MAX_REQUEST_LINE_BYTES, `held ${most}`);
  });

  it('holds of the budget all it carries, also when the end of the carried line comes', () => {
    const budget = new InFlightBudget(PLENTY);
    const parser = new RequestParser(MAX_CONTENT, budget);
    for (const text of ['GET /x HTTP/1.1\r\nA', `:${'b'.repeat(60_000)}\r\nC`]) {
      parser.push(octets(text));
      assert.equal(parser.next(), null);
    }
    assert.ok(budget.held >= 60_000, `${budget.held} held`);
    parser.discard();
    assert.equal(budget.held, 0);
    const refusing = new RequestParser(MAX_CONTENT, new InFlightBudget(30_000));
    refusing.push(octets('GET /x HTTP/1.1\r\nA'));
    assert.equal(refusing.next(), null);
    refusing.push(octets(`:${'b'.repeat(60_000)}\r\nC`));
    assert.deepEqual(refusing.next(), { type: 'protocol-error', kind: 'in-flight' });
  });

  it('takes for content no more than twice what came (and 64 KiB), whatever was announced', () => {
    const budget = new InFlightBudget(PLENTY);
    const parser = new RequestParser(MAX_CONTENT, budget);
    parser.push(octets('PUT /x HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n'));
    assert.equal(parser.next(), null);
    assert.ok(budget.held <= 100, `nothing came, ${budget.held} held`);
    for (let came = 1000; came < 1_000_000; came += 1000) {
      parser.push(Buffer.alloc(1000));
      assert.equal(parser.next(), null);
      assert.ok(budget.held <= Math.max(65_536, 2 * came) + 100, `${came} came, ${budget.held} held`);
    }
    parser.push(Buffer.alloc(1000));
    const request = parser.next();
    assert.ok(request?.type === 'request');
    assert.equal(request.body.length, 1_000_000);
    assert.equal(request.bytes, budget.held);
  });

  it('refuses what the budget has no room for, and gives back what it took', () => {
    const text = 'PUT /x HTTP/1.1\r\nContent-Length: 1000\r\n\r\n';
    for (const chunks of [[octets(text + 'y'.repeat(1000))], [octets(text), Buffer.alloc(500), Buffer.alloc(500)]]) {
      const { results } = parse(chunks, new InFlightBudget(900));
      assert.deepEqual(results, [{ type: 'protocol-error', kind: 'in-flight' }]);
    }
    assert.deepEqual(parse([octets('GET /xxxxxxxxxxxx HTTP/1.1\r\n\r\n')], new InFlightBudget(5)).results, [
      { type: 'protocol-error', kind: 'in-flight' },
    ]);
  });
});

describe('RequestParser: however it is cut', () => {
  for (const [name, text] of Object.entries(TRANSCRIPTS)) {
    const bytes = octets(text);
    const whole = told(parse([bytes]));
    it(`${name}: every single cut`, () => {
      for (let at = 0; at <= bytes.length; at++) {
        assert.deepEqual(told(parse([bytes.subarray(0, at), bytes.subarray(at)])), whole, `cut at ${at}`);
      }
    });
    it(`${name}: octet by octet`, () => assert.deepEqual(told(parse(bytewise(bytes))), whole));
  }

  it('knows whether it is amid a request', () => {
    assert.equal(parse([octets('')]).isMidRequest, false);
    assert.equal(parse([octets('\r\n')]).isMidRequest, false);
    assert.equal(parse([octets('G')]).isMidRequest, true);
    assert.equal(parse([octets('GET /x HTTP/1.1\r\n')]).isMidRequest, true);
    assert.equal(parse([octets('GET /x HTTP/1.1\r\nContent-Length: 1\r\n\r\n')]).isMidRequest, true);
    assert.equal(parse([octets('GET /x HTTP/1.1\r\n\r\n')]).isMidRequest, false);
  });

  it('says when a client waits for leave to send', () => {
    const awaits = (text: string) => {
      const parser = new RequestParser(MAX_CONTENT, new InFlightBudget(PLENTY));
      parser.push(octets(text));
      for (let parsed = parser.next(); parsed !== null; parsed = parser.next());
      return parser.awaitsContinue;
    };
    assert.equal(awaits('PUT /x HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n'), true);
    assert.equal(awaits('PUT /x HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nab'), true);
    assert.equal(awaits('PUT /x HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc'), false);
    assert.equal(awaits('PUT /x HTTP/1.1\r\nExpect: 100-continue\r\nContent-Le'), false);
    assert.equal(awaits('PUT /x HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n'), false);
    assert.equal(awaits('PUT /x HTTP/1.1\r\nExpect: nothing\r\nContent-Length: 3\r\n\r\n'), false);
  });

  const target = fc.stringMatching(/^[!-~\x80-\xff]{1,30}$/);
  const field = fc.oneof(
    fc.constantFrom('Exclusive: acquire', 'exclusive: Release', 'LockCookie: 5', 'Lock-Cookie: x', 'Timeout: 30'),
    fc.constantFrom('ExtraFlags: 1', 'Connection: keep-alive', 'Host: a', 'Expect: 100-continue', 'X-Unknown:'),
  );
  const request = fc
    .record({
      verb: fc.constantFrom('GET', 'PUT', 'HEAD', 'DELETE', 'BREW'),
      target,
      fields: fc.array(field, { maxLength: 4 }),
      body: fc.uint8Array({ maxLength: 60 }),
      end: fc.constantFrom('\r\n', '\n'),
    })
    .map(({ verb, target: uri, fields, body, end }) => {
      const lines = [
        `${verb} ${uri} HTTP/1.1`,
        ...fields,
        ...(body.length > 0 ? [`Content-Length: ${body.length}`] : []),
      ];
      return Buffer.concat([octets(lines.map((line) => line + end).join('') + end), body]);
    });

  it('any valid stream, any cuts', () => {
    fc.assert(
      fc.property(
        fc.array(request, { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        (requests, cuts) => {
          const bytes = Buffer.concat(requests);
          const whole = parse([bytes]);
          assert.equal(whole.results.length, requests.length);
          assert.ok(whole.results.every((result) => result.type === 'request'));
          const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
          const chunks = places.slice(1).map((place, at) => bytes.subarray(places[at], place));
          assert.deepEqual(told(parse(chunks)), told(whole));
        },
      ),
    );
  });

  it('any octets: requests or one refusal, the same however cut, and never more held than came', () => {
    const scrap = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .constantFrom('GET /x HTTP/1.1\r\n', '\r\n', '\n', 'Content-Length: 5\r\n', 'PUT  HTTP/1.1\r\n', ':', ' ')
        .map(octets),
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 30 }), (scraps) => {
        const bytes = Buffer.concat(scraps);
        const whole = parse([bytes]);
        const errors = whole.results.filter((result) => result.type === 'protocol-error').length;
        assert.ok(errors === 0 || (errors === 1 && whole.results.at(-1)?.type === 'protocol-error'));
        assert.deepEqual(told(parse(scraps)), told(whole));
        assert.deepEqual(told(parse(bytewise(bytes))), told(whole));
      }),
      { numRuns: 300 },
    );
  });

  it('takes heads octet by octet in linear time', () => {
    // Some tenths of a second; were each octet to look at all before it, ten times two billion steps.
    const chunks = bytewise(octets(`GET /x HTTP/1.1\r\nX: ${'x'.repeat(60_000)}\r\n\r\n`));
    const start = performance.now();
    for (let round = 0; round < 10; round++) assert.equal(parse(chunks).results.length, 1);
    const took = performance.now() - start;
    assert.ok(took < 5_000, `took ${took} ms`);
  });
});
