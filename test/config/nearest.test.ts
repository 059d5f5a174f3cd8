import assert from 'node:assert/strict';
import { it } from 'node:test';
import { nearest } from '../../src/config/nearest.ts';

const NAMES = ['lock-lease', 'lock-wait', 'log-level'];

it('finds the name that a slip of the hand meant', () => {
  assert.equal(nearest('lock-leas', NAMES), 'lock-lease');
  assert.equal(nearest('locklease', NAMES), 'lock-lease');
  assert.equal(nearest('loglevel', NAMES), 'log-level');
  assert.equal(nearest('lcok-wait', NAMES), 'lock-wait');
});

it('finds nothing where nothing is near', () => {
  assert.equal(nearest('colour', NAMES), null);
  assert.equal(nearest('', NAMES), null);
});
