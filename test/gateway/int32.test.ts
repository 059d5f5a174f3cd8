import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { NOT_AN_INT32, parseInt32 } from '../../src/gateway/int32.ts';

function parse(text: string): number {
  // Set within other digits, so that reading beyond the given range would show.
  const bytes = Buffer.from(`9${text}9`, 'latin1');
  return parseInt32(bytes, 1, bytes.length - 1);
}

const NUMBERS: readonly [string, number][] = [
  ['0', 0],
  ['-0', 0],
  ['+0', 0],
  ['20', 20],
  ['0030', 30],
  [' 30 ', 30],
  ['\t30\t', 30],
  ['\v\f 7\r', 7],
  ['+5', 5],
  ['-5', -5],
  [' -5 ', -5],
  ['2147483647', 2147483647],
  ['-2147483648', -2147483648],
  ['00000000000000000000000000012', 12],
];

const FAILURES: readonly string[] = [
  '',
  ' ',
  '+',
  '-',
  '--5',
  '+-5',
  '- 5',
  '5-',
  '2147483648',
  '-2147483649',
  '4294967296',
  '99999999999',
  '18446744073709551618',
  `1${'0'.repeat(400)}`,
  'abc',
  '20.5',
  '1,000',
  '0x10',
  '1e3',
  '3x',
  '1 2',
  '(5)',
  '5\0',
  '\u00a05',
];

describe('parseInt32', () => {
  for (const [text, value] of NUMBERS) {
    it(`reads ${JSON.stringify(text)} as ${value}`, () => assert.ok(Object.is(parse(text), value)));
  }
  for (const text of FAILURES) {
    it(`refuses ${JSON.stringify(text.slice(0, 30))}`, () => assert.equal(parse(text), NOT_AN_INT32));
  }
  it('reads every 32-bit number as written', () => {
    fc.assert(fc.property(fc.integer(), (number) => parse(String(number)) === number));
  });
});
