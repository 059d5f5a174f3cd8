import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  aspnetVersion,
  cidrs,
  formatDuration,
  formatSize,
  listenAddress,
  parseDuration,
  parseSize,
  wholeNumber,
} from '../../src/config/kinds.ts';

describe('durations', () => {
  it('take ms, s, m, h and d', () => {
    const texts = ['0s', '500ms', '110s', '2m', '24h', '366d'];
    assert.deepEqual(texts.map(parseDuration), [0, 500, 110_000, 120_000, 86_400_000, 31_622_400_000]);
  });

  it('refuse all else', () => {
    for (const text of ['', '1', '-1s', '1.5s', '1 s', '1S', 's', '1e3s', '999999999999d', '1s ']) {
      assert.equal(parseDuration(text), undefined, text);
    }
  });

  it('are written so that they are read back', () => {
    fc.assert(fc.property(fc.nat(), (ms) => parseDuration(formatDuration(ms)) === ms));
  });
});

describe('sizes', () => {
  it('take bytes and binary units', () => {
    assert.deepEqual(['0', '17', '64KiB', '32MiB', '2GiB'].map(parseSize), [0, 17, 65_536, 33_554_432, 2_147_483_648]);
  });

  it('refuse all else', () => {
    for (const text of ['', '1MB', '1M', '1mib', '-1', '1.5GiB', ' 1', '9999999999999999GiB']) {
      assert.equal(parseSize(text), undefined, text);
    }
  });

  it('are written so that they are read back', () => {
    fc.assert(fc.property(fc.maxSafeNat(), (bytes) => parseSize(formatSize(bytes)) === bytes));
  });
});

describe('whole numbers', () => {
  it('keep to their range', () => {
    const kind = wholeNumber(1, 10);
    assert.deepEqual(['1', '10'].map(kind.parse), [1, 10]);
    for (const text of ['0', '11', '1.0', '', '0x5', '1e1', '-1']) assert.equal(kind.parse(text), undefined, text);
  });
});

describe('listen addresses', () => {
  it('are host and port', () => {
    assert.deepEqual(listenAddress.parse('127.0.0.1:0'), { host: '127.0.0.1', port: 0 });
    assert.deepEqual(listenAddress.parse('[fd00::1]:65535'), { host: 'fd00::1', port: 65_535 });
    assert.deepEqual(listenAddress.parse('member-0.holdfast:7400'), { host: 'member-0.holdfast', port: 7400 });
  });

  it('refuse all else', () => {
    for (const text of [
      '',
      ':1',
      '127.0.0.1',
      '127.0.0.1:65536',
      '::1:80',
      '[x]:1',
      '1.2.3:4',
      '300.0.0.1:1',
      'a b:1',
    ]) {
      assert.equal(listenAddress.parse(text), undefined, text);
    }
  });
});

describe('address ranges', () => {
  it('may be several, of both families, or single addresses', () => {
    assert.deepEqual(cidrs.parse('10.0.0.0/8, fd00::/8,::1'), [
      { family: 'ipv4', address: '10.0.0.0', prefix: 8 },
      { family: 'ipv6', address: 'fd00::', prefix: 8 },
      { family: 'ipv6', address: '::1', prefix: 128 },
    ]);
  });

  it('refuse all else', () => {
    for (const text of [
      '',
      '10.0.0.0/33',
      '10.0.0.0/',
      '10/8',
      'fd00::/129',
      '1.2.3.4,',
      'fe80::1%eth0',
      '1.2.3.4/-1',
    ]) {
      assert.equal(cidrs.parse(text), undefined, text);
    }
  });
});

describe('the ASP.NET version', () => {
  it('is at least 2', () => {
    assert.deepEqual(['2.0.50727', '4.0.30319', '10.0'].map(aspnetVersion.parse), ['2.0.50727', '4.0.30319', '10.0']);
    for (const text of ['1.1.4322', '2', '', '2.0\r\nX: y', 'v2.0', '2.0.']) {
      assert.equal(aspnetVersion.parse(text), undefined, text);
    }
  });
});
