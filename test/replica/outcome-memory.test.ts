import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeKey, type Request } from '../../src/member/door.ts';
import { OutcomeMemory } from '../../src/replica/outcome-memory.ts';
import { SlabAllocator } from '../../src/session/slab-allocator.ts';

const KEEP = 1_000;

function named(key: string, repeatId: string): Request {
  const bytes = new TextEncoder().encode(key);
  return {
    type: 'request',
    asker: 1,
    number: 1,
    source: 1,
    key: makeKey(bytes),
    command: { type: 'resetTimeout' },
    repeatId,
  };
}

test('no key and name together read as another key with another name', () => {
  const memory = new OutcomeMemory(KEEP, 10, new SlabAllocator());
  memory.remember(named('app/a', 'x 1'), { type: 'removed' }, 0);
  for (const [key, name] of [
    ['app/ax', ' 1'],
    ['app/a x', '1'],
    ['app/a ', 'x 1'],
    ['app/', 'ax 1'],
  ] as const) {
    assert.equal(memory.recall(named(key, name), 0), undefined, `${key} ${name}`);
  }
  assert.equal(memory.recall(named('app/a', 'x 1'), 0)?.outcome.type, 'removed');
});

test('what is remembered counts as memory until its time is over', () => {
  const bytes = new SlabAllocator();
  const memory = new OutcomeMemory(KEEP, 10, bytes);
  memory.remember(named('app/1', 'a'), { type: 'removed' }, 0);
  memory.remember(named('app/1', 'b'), { type: 'removed' }, 1);
  memory.remember(named('app/1', 'a'), { type: 'removed' }, 2);
  assert.equal(memory.size, 2);
  const both = bytes.usedBytes;
  memory.forgetOld(KEEP + 1);
  assert.equal(memory.size, 1);
  assert.equal(bytes.usedBytes, both / 2);
  memory.forgetOld(KEEP + 2);
  assert.equal(bytes.usedBytes, 0);
});
