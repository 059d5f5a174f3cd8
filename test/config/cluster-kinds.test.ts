import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  coordination,
  etcdEndpoints,
  hostOf,
  isWildcard,
  name,
  nameOrNothing,
  reachableAddress,
  sanitizedName,
  usesTls,
} from '../../src/config/cluster-kinds.ts';
import { validateTable } from '../../src/placement/table-document.ts';

/** Whether the table of partitions can hold a member of this id in this zone. */
function tableTakes(id: string, zone: string): boolean {
  const members = [[id, 1, zone, 0]];
  const partitions = [[1, 1, 0, [0, 1]]];
  const document = { format: 1, version: 1, cluster: 'c', copies: 1, draining: null, members, partitions };
  return typeof validateTable(document) !== 'string';
}

/** Every character, halves of characters among them. */
const anyText = fc
  .string({ unit: 'binary', maxLength: 300 })
  .chain((text) => fc.constantFrom(text, `${text}\ud800`, `\udc00${text}`));

describe('names', () => {
  it('are what the table of partitions can hold, no more and no less', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.equal(name.parse(text) !== undefined, tableTakes(text, ''));
        assert.equal(nameOrNothing.parse(text) !== undefined, tableTakes('a', text));
      }),
    );
    for (const [text, isName] of [
      ['member-0', true],
      ['Zürich 1/a', true],
      ['x'.repeat(253), true],
      ['x'.repeat(254), false],
      ['', false],
      ['a\nb', false],
      ['a\u0085', false],
      ['\ud83d', false],
      ['\u{1f600}', true],
    ] as const) {
      assert.equal(name.parse(text) !== undefined, isName, JSON.stringify(text));
      assert.equal(tableTakes(text, ''), isName, JSON.stringify(text));
    }
  });

  it('can be made of whatever a machine calls itself', () => {
    assert.equal(sanitizedName('web-1.example'), 'web-1.example');
    assert.equal(sanitizedName('a\nb\ud800'), 'ab');
    assert.equal(sanitizedName(''), 'member');
    assert.equal(sanitizedName('\u{1f600}'.repeat(200)), '\u{1f600}'.repeat(126));
    fc.assert(fc.property(anyText, (text) => assert.equal(name.parse(sanitizedName(text)), sanitizedName(text))));
  });
});

describe('endpoints of etcd', () => {
  it('are one or several, all with TLS or all without', () => {
    assert.deepEqual(etcdEndpoints.parse('http://127.0.0.1:2379'), ['http://127.0.0.1:2379']);
    assert.deepEqual(etcdEndpoints.parse('https://etcd-0.etcd:2379/, https://[fd00::1]:2379'), [
      'https://etcd-0.etcd:2379',
      'https://[fd00::1]:2379',
    ]);
    assert.deepEqual(
      ['http://a:1', 'https://a:1'].map((url) => usesTls([url])),
      [false, true],
    );
    assert.deepEqual(['http://a.b:1', 'https://[fd00::1]:2'].map(hostOf), ['a.b', 'fd00::1']);
  });

  it('are refused otherwise', () => {
    for (const text of [
      '',
      'etcd-0:2379',
      'http://etcd-0',
      'http://etcd-0:0',
      'http://0.0.0.0:2379',
      'http://etcd-0:2379/v3',
      'http://user:word@etcd-0:2379',
      'ftp://etcd-0:2379',
      'http://a:1,https://b:1',
      'https://a:1,http://b:1',
      'http://a:1,',
      'http://a:1 http://b:1',
    ]) {
      assert.equal(etcdEndpoints.parse(text), undefined, text);
    }
  });
});

describe('the address that others connect to', () => {
  it('is that of one host', () => {
    assert.deepEqual(reachableAddress.parse('member-0.holdfast:7402'), { host: 'member-0.holdfast', port: 7402 });
    assert.deepEqual(reachableAddress.parse('[fd00::1]:0'), { host: 'fd00::1', port: 0 });
    for (const text of ['0.0.0.0:7402', '[::]:7402', '[0:0:0:0:0:0:0:0]:7402', ':7402', 'member-0']) {
      assert.equal(reachableAddress.parse(text), undefined, text);
    }
    assert.deepEqual(['0.0.0.0', '::', '10.0.0.0', '::1', 'a'].map(isWildcard), [true, true, false, false, false]);
  });
});

describe('the kind of coordination', () => {
  it('has one choice that nobody is told of', () => {
    assert.deepEqual(['embedded', 'etcd', 'supervisor', 'Etcd', ''].map(coordination.parse), [
      'embedded',
      'etcd',
      'supervisor',
      undefined,
      undefined,
    ]);
    assert.doesNotMatch(`${coordination.allowed} ${coordination.placeholder}`, /supervisor/);
  });
});
