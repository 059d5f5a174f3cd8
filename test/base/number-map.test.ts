import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { NumberMap } from '../../src/base/number-map.ts';

interface Value {
  readonly is: number;
}

/** Few numbers, so that they meet; some that share their low bits, and askers' references of either sign. */
const key = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.integer({ min: 0, max: 12 }).map((uses) => uses * 2 ** 32 + 5),
  fc.integer({ min: 0, max: 12 }).map((uses) => uses * 2 ** 20 + 7),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
);

const act = fc.oneof(
  fc.record({ type: fc.constant('set' as const), key }),
  fc.record({ type: fc.constant('delete' as const), key }),
  fc.record({ type: fc.constant('deleteWhere' as const), key }),
);

function entriesOf(map: Map<number, Value>): [number, Value][] {
  return [...map].sort(([a], [b]) => a - b);
}

describe('NumberMap', () => {
  it('holds what a map holds', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 200 }), (acts) => {
        const map = new NumberMap<Value>();
        const model = new Map<number, Value>();
        for (const [index, { type, key }] of acts.entries()) {
          switch (type) {
            case 'set':
              map.set(key, { is: index });
              model.set(key, { is: index });
              break;
            case 'delete':
              assert.deepEqual(map.delete(key), model.get(key));
              model.delete(key);
              break;
            case 'deleteWhere':
              map.deleteWhere((each) => each < key);
              for (const each of [...model.keys()]) if (each < key) model.delete(each);
              break;
          }
          assert.equal(map.size, model.size);
          assert.deepEqual(map.get(key), model.get(key));
          assert.equal(map.has(key), model.has(key));
        }
        assert.deepEqual(map.entries(), entriesOf(model));
      }),
    );
  });

  it('holds a crowd, and is small again when it has gone', () => {
    const map = new NumberMap<Value>();
    for (let number = 0; number < 20_000; number++) map.set(number, { is: number });
    assert.equal(map.size, 20_000);
    for (let number = 0; number < 20_000; number++) assert.deepEqual(map.get(number), { is: number });
    for (let number = 0; number < 20_000; number += 2) assert.deepEqual(map.delete(number), { is: number });
    assert.equal(map.size, 10_000);
    assert.equal(map.get(2), undefined);
    assert.deepEqual(map.get(3), { is: 3 });
    map.deleteWhere((number) => number > 9);
    assert.deepEqual(
      map.entries(({ is }) => is !== 5),
      [1, 3, 7, 9].map((number) => [number, { is: number }]),
    );
    map.deleteWhere(() => true);
    assert.equal(map.size, 0);
    assert.deepEqual(map.entries(), []);
    map.set(5, { is: 5 });
    assert.deepEqual(map.entries(), [[5, { is: 5 }]]);
  });
});
