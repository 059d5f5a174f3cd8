import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RegisteredMember } from '../../src/coordination/coordination.ts';
import { StoreMemory } from '../../src/coordination/store-memory.ts';

function registered(member: string, incarnation: number, more: Partial<RegisteredMember> = {}): RegisteredMember {
  const rest = { zone: '', address: `${member}:7402`, version: '1', gatewayOnly: false, sawTable: false };
  return { member, incarnation, ...rest, ...more };
}

const names = (members: readonly RegisteredMember[]) => members.map((each) => `${each.member}/${each.incarnation}`);

function watched() {
  const memory = new StoreMemory();
  const seen: unknown[] = [];
  const stop = memory.watch({
    tableChanged: (document) => seen.push(document),
    membersChanged: (members) => seen.push(names(members)),
  });
  return { memory, seen, stop };
}

describe('the memory of a store', () => {
  it('swaps only what is still there, and says what it holds', () => {
    const { memory, seen } = watched();
    assert.equal(memory.swap('another', 'lost'), null);
    assert.equal(memory.swap(null, 'first'), 'first');
    assert.equal(memory.swap(null, 'lost'), 'first');
    assert.equal(memory.swap('first', 'second'), 'second');
    assert.equal(memory.table, 'second');
    assert.deepEqual(seen, ['first', 'second']);
  });

  it('has one registration of an id at a time', () => {
    const { memory, seen } = watched();
    assert.equal(memory.register(registered('a', 1)), true);
    assert.equal(memory.register(registered('b', 1)), true);
    assert.equal(memory.register(registered('a', 2)), false);
    assert.equal(memory.register(registered('a', 1, { sawTable: true })), true);
    assert.deepEqual(memory.members, [registered('a', 1, { sawTable: true }), registered('b', 1)]);
    memory.deregister('a', 2);
    memory.deregister('a', 1);
    assert.equal(memory.register(registered('a', 2)), true);
    assert.deepEqual(seen, [['a/1'], ['a/1', 'b/1'], ['a/1', 'b/1'], ['b/1'], ['b/1', 'a/2']]);
  });

  it('draws numbers that rise for each id, and none below the seconds', () => {
    const memory = new StoreMemory();
    assert.deepEqual([memory.draw('a', 0.9), memory.draw('a', 0), memory.draw('b', 0)], [1, 2, 1]);
    assert.deepEqual([memory.draw('a', 1_000.9), memory.draw('a', 1_000), memory.draw('a', 5)], [1_000, 1_001, 1_002]);
  });

  it('tells nobody who has stopped watching', () => {
    const { memory, seen, stop } = watched();
    memory.swap(null, 'first');
    stop();
    memory.swap('first', 'second');
    assert.deepEqual(seen, ['first']);
  });

  it('tells the newest last, when a watcher changes what it is told of', () => {
    const memory = new StoreMemory();
    const seen: string[][] = [];
    memory.watch({
      tableChanged: () => {},
      membersChanged: (members) => {
        if (members.length === 1) memory.register(registered('b', 1));
      },
    });
    memory.watch({ tableChanged: () => {}, membersChanged: (members) => seen.push(names(members)) });
    memory.register(registered('a', 1));
    assert.deepEqual(seen.at(-1), ['a/1', 'b/1']);
  });
});
