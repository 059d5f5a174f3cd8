import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hitchesIn } from './hitches.ts';

const at = (time: string, what: string): string => `{"level":"warn","time":"2026-01-01T00:00:${time}Z",${what}}`;
const BROKE = '"peer":"m1#7","msg":"the line to a member broke"';
const START = Date.parse('2026-01-01T00:00:00.000Z');

describe('when members may have asked each other twice', () => {
  it('is around the lines of their logs that say so', () => {
    const lines = [
      at('10.000', BROKE),
      at('20.000', '"partitions":51,"msg":"took partitions over from a primary that fell silent"'),
      at('30.000', '"msg":"something else"'),
      '--- started at 4711',
      '',
    ];
    assert.deepEqual(hitchesIn(lines, START - 500), [
      { from: 9_500, until: 11_500 },
      { from: 19_500, until: 21_500 },
    ]);
  });

  it('is told as one time where one follows another', () => {
    const lines = [at('12.500', BROKE), at('10.000', BROKE), at('11.000', BROKE)];
    assert.deepEqual(hitchesIn(lines, START), [{ from: 9_000, until: 13_500 }]);
  });
});
