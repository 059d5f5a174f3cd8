import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EmbeddedStore } from '../../src/coordination/embedded-store.ts';

function watched() {
  const store = new EmbeddedStore();
  const seen: unknown[] = [];
  store.watch({
    tableSeen: (document) => seen.push(document),
    membersSeen: (members) => seen.push(members.map(({ member, incarnation }) => `${member}/${incarnation}`)),
  });
  return { store, seen };
}

test('shows what it holds at once, and every change', () => {
  const { store, seen } = watched();
  store.swap(null, 'first');
  store.register({ member: 'a', incarnation: 1, zone: '', sawTable: false });
  store.register({ member: 'a', incarnation: 2, zone: '', sawTable: false });
  assert.deepEqual(seen, [null, [], 'first', ['a/1'], ['a/2']]);
});

test('swaps only what is still there', () => {
  const { store, seen } = watched();
  store.swap('another', 'lost');
  store.swap(null, 'first');
  store.swap(null, 'lost');
  store.swap('first', 'second');
  assert.deepEqual(seen, [null, [], 'first', 'second']);
});
