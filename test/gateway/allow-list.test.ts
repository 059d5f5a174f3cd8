import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AllowList, plainAddress } from '../../src/gateway/allow-list.ts';
import { rangeOf } from './raw-client.ts';

function allows(entries: readonly string[], address: string): boolean {
  return new AllowList(entries.map(rangeOf)).allows(plainAddress(address));
}

describe('AllowList', () => {
  const TABLE: readonly [readonly string[], string, boolean][] = [
    [[], '203.0.113.9', true],
    [['10.0.0.0/8'], '10.255.0.1', true],
    [['10.0.0.0/8'], '11.0.0.1', false],
    [['10.0.0.0/8'], '::ffff:10.1.2.3', true],
    [['10.0.0.0/8'], '::FFFF:11.1.2.3', false],
    [['192.168.1.7'], '192.168.1.7', true],
    [['192.168.1.7'], '192.168.1.8', false],
    [['0.0.0.0/0'], '8.8.8.8', true],
    [['0.0.0.0/0'], '2001:db8::1', false],
    [['fd00::/8'], 'fd12::1', true],
    [['fd00::/8'], 'fe80::1', false],
    [['fe80::/10'], 'fe80::1%eth0', true],
    [['::1', '127.0.0.1/32'], '::1', true],
    [['::1', '127.0.0.1/32'], '127.0.0.1', true],
  ];
  for (const [entries, address, allowed] of TABLE) {
    it(`[${entries}] and ${address}: ${allowed}`, () => assert.equal(allows(entries, address), allowed));
  }
});
