import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeUri } from '../../src/gateway/uri.ts';

function decode(raw: string): string {
  const bytes = Buffer.from(`GET ${raw} HTTP/1.1`, 'latin1');
  return Buffer.from(decodeUri(bytes, 4, bytes.length - 9)).toString('utf8');
}

/** Raw target on the left, the text it names on the right. */
const DECODED: readonly [string, string][] = [
  ['%2flm%2fa(h%3d)%2fid', '/lm/a(h=)/id'],
  ['/lm/a(h=)/id', '/lm/a(h=)/id'],
  ['//lm/a(h%3d)/id', '/lm/a(h=)/id'],
  ['%2Flm%2Fa(h%3D)%2Fid', '/lm/a(h=)/id'],
  ['lm/a(h=)/id', 'lm/a(h=)/id'],
  ['%2fLM%2fa(h%3d)%2fid', '/LM/a(h=)/id'],
  ['/lm/a(h=)/id/', '/lm/a(h=)/id/'],
  ['/t/x?a=1', '/t/x?a=1'],
  ['/t/x%3fa%3d1', '/t/x?a=1'],
  ['/t/x#f/../y/./', '/t/x#f/../y/./'],
  ['%2f%2ft', '//t'],
  ['///t', '//t'],
  ['/%2ft', '//t'],
  ['//t', '/t'],
  ['//', '/'],
  ['/', '/'],
  ['a//b', 'a//b'],
  ['/t/a+b', '/t/a b'],
  ['/t/a%20b', '/t/a b'],
  ['/t/a b', '/t/a b'],
  ['/t/a%2bb', '/t/a+b'],
  ['/t/%c3%a9', '/t/é'],
  ['/t/%u00e9', '/t/é'],
  ['/t/%e9', '/t/\ufffd'],
  ['/t/\u00e9', '/t/é'],
  ['/t/\u00c3\u00a9', '/t/Ã©'],
  ['/t%252f', '/t%2f'],
  ['/t%2', '/t%2'],
  ['/t%', '/t%'],
  ['/t%%41', '/t%A'],
  ['/t%zz', '/t%zz'],
  ['/t%4', '/t%4'],
  ['/t%u12', '/t%u12'],
  ['/t%u123', '/t%u123'],
  ['/t%u12g4', '/t%u12g4'],
  ['/t%U00e9', '/t%U00e9'],
  ['/t%u0041', '/tA'],
  ['/t/%ud83d%ude00', '/t/😀'],
  ['/t/%ud83d', '/t/\ufffd'],
  ['/t/%ude00%ud83d', '/t/\ufffd\ufffd'],
  ['/t/%ud83dx%ude00', '/t/\ufffdx\ufffd'],
  ['/t/%f0%9f%98%80', '/t/😀'],
  ['/t/%f0%9fx', '/t/\ufffdx'],
  ['/t/%c3%u00a9', '/t/\ufffd©'],
  ['%ef%bb%bfx', '\ufeffx'],
  ['/e%cc%81', '/e\u0301'],
  ['%00', '\0'],
  ['', ''],
];

describe('decodeUri', () => {
  for (const [raw, text] of DECODED) {
    it(`${JSON.stringify(raw)} is ${JSON.stringify(text)}`, () => assert.equal(decode(raw), text));
  }

  it('keeps no slash but one of two: only at the front, only raw, only once', () => {
    assert.equal(decode('////x'), '///x');
    assert.equal(decode('/%2f/x'), '///x');
  });

  it('gives memory that later calls leave alone', () => {
    const bytes = Buffer.from('/first', 'latin1');
    const first = decodeUri(bytes, 0, bytes.length);
    for (let call = 0; call < 5000; call++) decode(`/other/${call}`);
    assert.equal(Buffer.from(first).toString(), '/first');
  });

  it('decodes what a client encodes, short or long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const encoded = [...Buffer.from(text, 'utf8')].map((octet) => `%${octet.toString(16).padStart(2, '0')}`);
        return decode(encoded.join('')) === text;
      }),
    );
  });

  it('never throws, and always gives UTF-8', () => {
    const piece = fc.oneof(
      fc.constantFrom('%', 'u', '+', '/', '%u', 'd83d', 'de00', 'c3'),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const raw = Buffer.from(pieces.join(''), 'latin1');
        const decoded = Buffer.from(decodeUri(raw, 0, raw.length));
        return Buffer.from(decoded.toString('utf8'), 'utf8').equals(decoded);
      }),
    );
  });
});
