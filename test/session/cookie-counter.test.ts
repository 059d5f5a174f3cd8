import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CookieCounter, MAX_COOKIE } from '../../src/session/cookie-counter.ts';

test('counts on from where it starts and begins again at 1', () => {
  const cookies = new CookieCounter(MAX_COOKIE - 1);
  assert.deepEqual([cookies.next(0), cookies.next(0), cookies.next(0)], [MAX_COOKIE, 1, 2]);
});

test('passes over the newest cookie of the session being locked', () => {
  assert.equal(new CookieCounter(6).next(7), 8);
  assert.equal(new CookieCounter(MAX_COOKIE).next(1), 2);
});
