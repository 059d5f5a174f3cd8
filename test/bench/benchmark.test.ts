import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeBound, holds } from '../../bench/benchmark.ts';
import { compareOptions, PART_NAMES } from '../../bench/compare/options.ts';
import { renderFindings } from '../../bench/compare/part.ts';

describe('a bound', () => {
  const most = (measured: number) => ({ what: 'cost', measured, most: 2, unit: ' x' });
  const least = (measured: number) => ({ what: 'speed', measured, least: 0.9, unit: ' x' });

  it('is the most or the least that may be measured', () => {
    assert.deepEqual([1, 2, 2.1].map(most).map(holds), [true, true, false]);
    assert.deepEqual([0.89, 0.9, 2].map(least).map(holds), [false, true, true]);
    assert.equal(describeBound(least(0.5)), 'BROKEN  speed: 0.50 x (at least 0.90 x)');
    assert.equal(describeBound(most(1)), 'holds   cost: 1 x (at most 2 x)');
  });

  it('is broken by what could not be measured', () => {
    assert.deepEqual(
      [most, least].map((bound) => holds(bound(Number.NaN))),
      [false, false],
    );
  });
});

describe('what is compared', () => {
  const options = { seconds: 1, rounds: 1 };

  it('is everything, unless told otherwise', () => {
    const whole = { ...options, only: PART_NAMES, sizes: [256, 1024, 16384], connections: [1, 64, 512], scale: 1 };
    assert.deepEqual(compareOptions(options, {}), whole);
    const words = { only: 'memory,copies', sizes: '1024', connections: '1,2', scale: '0.5' };
    const some = { ...options, only: ['memory', 'copies'], sizes: [1024], connections: [1, 2], scale: 0.5 };
    assert.deepEqual(compareOptions(options, words), some);
  });

  it('is refused where a word makes no sense', () => {
    for (const words of [{ only: 'speed' }, { only: '' }, { sizes: '1k' }, { connections: '0' }, { scale: '2' }]) {
      assert.equal(compareOptions(options, words), null);
    }
  });
});

describe('the table', () => {
  it('has the columns in which anything was measured', () => {
    const rows = [
      { name: 'one', cells: { cpu: 1.234, errors: 0 } },
      { name: 'another', cells: { cpu: 10, timesFloor: 2 } },
    ];
    const text = renderFindings({ title: 'work', rows, figures: null, bounds: [] });
    assert.deepEqual(
      text.split('\n').map((line) => line.split(/ {2,}/)),
      [
        ['work', 'CPU µs/op', 'x floor', 'errors'],
        ['-------', '---------', '-------', '------'],
        ['one', '1.23', '0'],
        ['another', '10.00', '2.00'],
      ],
    );
  });
});
