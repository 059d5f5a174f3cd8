import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { counted, lengthOf, printable, ranges, sizeOf, textPairs, textTable } from '../../src/cli/text-table.ts';

describe('text in columns', () => {
  it('is aligned, without spaces at its ends', () => {
    const table = textTable(
      ['NAME', '>SIZE', 'NOTE'],
      [
        ['a-long-name', '7', ''],
        ['b', '12345', 'x'],
      ],
    );
    assert.equal(table, 'NAME          SIZE  NOTE\na-long-name      7\nb            12345  x\n');
    assert.equal(
      textPairs([
        ['lock', 'free'],
        ['in line', ''],
      ]),
      'lock     free\nin line\n',
    );
  });

  it('steers no terminal', () => {
    assert.equal(printable('a\u001b[31m\nb\u202e'), 'a?[31m?b?');
    assert.equal(textTable(['A'], [['\u001b[2J']]), 'A\n?[2J\n');
  });
});

describe('numbers for people', () => {
  it('are counted', () => {
    assert.deepEqual(
      [counted(1, 'copy', 'copies'), counted(2, 'copy', 'copies'), counted(0, 'session')],
      [...['1 copy', '2 copies', '0 sessions']],
    );
  });

  it('are joined to ranges', () => {
    assert.equal(ranges([]), '');
    assert.equal(ranges([3]), '3');
    assert.equal(ranges([0, 1, 2, 5, 7, 8]), '0-2, 5, 7-8');
  });

  it('are lengths of time', () => {
    const lengths: readonly (readonly [number, string])[] = [
      [0, '0 ms'],
      [999.9, '999 ms'],
      [1_000, '1.0 s'],
      [59_999, '59.9 s'],
      [60_000, '1 min'],
      [106_000, '1 min 46 s'],
      [3_600_000, '1 h'],
      [7_500_000, '2 h 5 min'],
      [90_000_000, '1 d 1 h'],
    ];
    for (const [milliseconds, text] of lengths) assert.equal(lengthOf(milliseconds), text);
  });

  it('are sizes', () => {
    const sizes: readonly (readonly [number, string])[] = [
      [0, '0 B'],
      [1_023, '1023 B'],
      [1_536, '1.5 KiB'],
      [2 ** 21, '2.0 MiB'],
      [2 ** 40, '1.0 TiB'],
    ];
    for (const [bytes, text] of sizes) assert.equal(sizeOf(bytes), text);
  });
});
