import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HistoryEntry } from './history.ts';
import { isBefore, precedes } from './precedence.ts';
import { operationsOf } from './session-operations.ts';
import { acquire, EXACT, found, get, granted, locked, look, op, put, stale, stored } from './sketch.ts';
import type { Span } from './terms.ts';

function inOrder(one: HistoryEntry, other: HistoryEntry, losses: readonly Span[] = []): boolean {
  const { certain } = operationsOf([one, other], EXACT, []);
  const [first, second] = [one, other].map((entry) => certain.find((each) => each.entry === entry));
  assert.ok(first !== undefined && second !== undefined);
  return precedes(first, second, losses);
}

describe('what comes before what', () => {
  const older = op(1, [0, 100], get, locked(7));
  const newer = op(2, [0, 100], acquire(), granted('a', 'f0.3', 8));

  it('is told by cookies, which go round', () => {
    assert.ok(inOrder(older, newer));
    assert.ok(!inOrder(newer, older));
    assert.ok(!inOrder(older, op(2, [0, 100], put('b', { cookie: 3 }), stale(7))));
    assert.ok(isBefore(2_147_483_647, 1));
    assert.ok(!isBefore(1, 2_147_483_647));
    assert.ok(!isBefore(5, 5));
  });

  it('is told by versions of one memory', () => {
    const write = op(3, [0, 100], put('b'), stored('f0.4'));
    assert.ok(inOrder(newer, write));
    assert.ok(!inOrder(write, newer));
    assert.ok(!inOrder(op(1, [0, 100], get, found('c', 'aa.2')), write));
    assert.ok(!inOrder(op(1, [0, 100], look, found('c', 'v1')), write));
  });

  it('is not told by a repeat of a Set, nor where memory was lost', () => {
    const tries = [0, 50].map((at) => op(4, [at, at + 10], put('d'), stored('f0.9'), { requestId: 'r' }));
    const { certain } = operationsOf([newer, ...tries], EXACT, []);
    assert.ok(certain.every((each) => each.tries === null || each.counts.memory === ''));
    assert.ok(!inOrder(older, newer, [{ from: 50, until: 50 }]));
    assert.ok(inOrder(older, newer, [{ from: 101, until: 102 }]));
  });
});
