import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Random } from '../../src/base/random.ts';
import { NumberSet } from '../../src/session/number-set.ts';

test('gives out the lowest free number, and knows which are taken, how many, and the highest', () => {
  const random = new Random(3);
  const set = new NumberSet();
  const model = new Set<number>();
  // More takes than frees, then the other way round, down to nothing.
  for (const takesOfTen of [8, 3, 9, 1, 0]) {
    for (let step = 0; step < 6_000; step++) {
      if (random.below(10) < takesOfTen) {
        const number = set.take();
        assert.ok(!model.has(number));
        for (let lower = number - 1; lower >= Math.max(number - 70, 0); lower--) assert.ok(model.has(lower));
        model.add(number);
      } else if (model.size > 0) {
        const number = set.next(random.below(set.top) - 1);
        assert.ok(model.delete(number));
        set.free(number);
      }
      assert.equal(set.count, model.size);
    }
    const sorted = [...model].sort((a, b) => a - b);
    const seen: number[] = [];
    for (let number = set.next(-1); number !== -1; number = set.next(number)) seen.push(number);
    assert.deepEqual(seen, sorted);
    assert.equal(set.top, (sorted.at(-1) ?? -1) + 1);
    for (let number = 0; number < set.top + 70; number++) assert.equal(set.has(number), model.has(number));
    for (let first = 0; first < set.top; first += 64) {
      const any = sorted.some((number) => number >= first && number < first + 64);
      assert.equal(set.hasAnyBeside(first + 13, 6), any);
    }
  }
  assert.equal(set.count, 0);
});

test('holds many numbers, level upon level', () => {
  const set = new NumberSet();
  for (let number = 0; number < 140_000; number++) assert.equal(set.take(), number);
  for (const number of [139_999, 65_536, 32_767, 1_024, 31, 0]) set.free(number);
  assert.equal(set.top, 139_999);
  assert.deepEqual([set.take(), set.take(), set.take(), set.take(), set.take()], [0, 31, 1_024, 32_767, 65_536]);
  assert.deepEqual([set.take(), set.take()], [139_999, 140_000]);
});
