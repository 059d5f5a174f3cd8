import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { orderOf, Preferences, preferenceOf } from '../../src/placement/preference.ts';

const names = (count: number) => Array.from({ length: count }, (_, place) => `holdfast-${place}`);
const orders = (members: readonly string[], partitions = 64) => {
  const preference = preferenceOf(members, partitions);
  return Array.from({ length: partitions }, (_, partition) => orderOf(preference, partition));
};

describe('the order of preference', () => {
  it('has every member once for every partition, for any number of them', () => {
    for (let count = 1; count <= 50; count++) {
      const members = names(count).sort();
      for (const order of orders(members, 16)) assert.deepEqual(order.toSorted(), members);
    }
  });

  it('does not depend on the order in which members are named', () => {
    assert.deepEqual(orders(names(20).reverse()), orders(names(20)));
  });

  it('keeps the others in their order when a member leaves, whatever the numbers', () => {
    for (const count of [7, 8, 14, 15, 28, 29, 49, 50]) {
      const all = orders(names(count));
      const left = orders(names(count - 1));
      const last = `holdfast-${count - 1}`;
      assert.deepEqual(
        left,
        all.map((order) => order.filter((id) => id !== last)),
      );
    }
  });

  it('takes any text for an id', () => {
    const members = ['', '1', '2:7420', '__proto__', 'constructor', 'µ'];
    for (const order of orders(members)) assert.deepEqual(order.toSorted(), members);
  });

  // Members of different versions must agree. If this fails, the ring is wrong, not the test.
  it('never changes', () => {
    assert.deepEqual(
      orders(['a', 'b', 'c', 'd'], 4).map((order) => order.join('')),
      ['dbca', 'abdc', 'dabc', 'acdb'],
    );
  });

  it('makes everybody the first choice about equally often', () => {
    const first = new Map<string, number>();
    for (const [id] of orders(names(5), 1_024)) first.set(id as string, (first.get(id as string) ?? 0) + 1);
    // 205 each would be even.
    for (const id of names(5)) assert.ok((first.get(id) ?? 0) > 120, `${id}: ${first.get(id)}`);
  });
});

describe('remembered preferences', () => {
  it('are computed once while the set of members is the same', () => {
    const preferences = new Preferences(64);
    const first = preferences.of(['a', 'b', 'c']);
    assert.equal(preferences.of(['c', 'a', 'b']), first);
    assert.notEqual(preferences.of(['a', 'b', 'd']), first);
    assert.notEqual(preferences.of(['a', 'b']), first);
    assert.deepEqual(preferences.of(['a', 'b', 'c']), first);
  });

  it('refuse a member given twice', () => {
    const preferences = new Preferences(64);
    preferences.of(['a', 'b']);
    assert.throws(() => preferences.of(['a', 'a']), /twice/);
  });
});
