import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wrongLives } from './session-life.ts';
import {
  acquire,
  created,
  EXACT,
  found,
  get,
  granted,
  locked,
  look,
  lost,
  MINUTE,
  missing,
  op,
  put,
  remove,
  unknown,
} from './sketch.ts';
import { CALM } from './terms.ts';

const made = op(1, [0, 10], put('a', { timeoutMinutes: 1 }), created('v1'));
const seen = found('a', 'v1', { timeoutMinutes: 1 });
const none = (at: number) => op(2, [at, at + 1], get, missing);
const wrong = (...entries: Parameters<typeof wrongLives>[0]) => wrongLives(entries, EXACT).length;

describe('the lives of sessions', () => {
  it('are no shorter than their timeout', () => {
    assert.equal(wrong(made, none(MINUTE - 1)), 0);
    assert.equal(wrong(made, none(MINUTE - 2)), 1);
    assert.equal(wrongLives([made, none(MINUTE - 2)], { ...EXACT, clockDrift: 0.01 }).length, 0);
    assert.equal(wrong(made, op(2, [20, 21], put('b'), created('v2'))), 1);
    assert.equal(wrong(made, op(1, [20, 50], get, seen), none(MINUTE + 10)), 1);
    assert.equal(
      wrong(made, op(1, [20, 50], acquire(), granted('a', 'v1', 5)), op(3, [70, 80], get, locked(5)), none(MINUTE)),
      1,
    );
  });

  it('may be shortened by a removal, another timeout, or the loss of every copy', () => {
    assert.equal(wrong(made, lost(3, 15, remove()), none(20)), 0);
    assert.equal(wrong(made, lost(3, 15, remove()), none(20_000)), 0);
    const hour = op(1, [0, 10], put('a', { timeoutMinutes: 60 }), created('v1'));
    const read = op(1, [20, 21], get, found('a', 'v1', { timeoutMinutes: 60 }));
    assert.equal(wrong(hour, read, none(MINUTE + 30)), 1);
    assert.equal(wrong(hour, read, lost(3, 25, put('b', { timeoutMinutes: 1 })), none(MINUTE + 30)), 0);
    const late = op(3, [12, 15], put('b', { timeoutMinutes: 1 }), unknown);
    assert.equal(wrong(hour, late, read, none(MINUTE + 30)), 0);
    assert.equal(wrongLives([hour, late, read, none(MINUTE + 30)], { ...EXACT, lingering: () => 7 }).length, 1);
    const losses = [{ from: 15, until: 16 }];
    assert.deepEqual(
      wrongLives([made, none(20)], EXACT, () => ({ ...CALM, losses })),
      [],
    );
  });

  it('are no longer than the last that may have touched them allows', () => {
    const late = op(2, [MINUTE + 100, MINUTE + 101], get, seen);
    assert.equal(wrong(made, late), 1);
    assert.equal(wrongLives([made, late], { ...EXACT, expiryLateness: () => 90 }).length, 0);
    assert.equal(wrong(made, lost(3, 1_000, get), late), 0);
    assert.equal(wrong(made, lost(3, 1_000, look), late), 1);
    assert.equal(wrong(made, op(2, [MINUTE + 100, MINUTE + 101], get, found('a', 'v1', { timeoutMinutes: 0 }))), 0);
  });
});
