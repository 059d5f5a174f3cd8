import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FamiliarFields } from '../../src/gateway/familiar-fields.ts';
import { octets, one, parse, URI } from './parsing.ts';

const READ = 'Host: a\r\n\r\n';
const ACQUIRE = 'Host: a\r\nExclusive: acquire\r\n\r\n';

describe('FamiliarFields', () => {
  it('knows nothing at first', () => {
    assert.equal(new FamiliarFields().endIn(octets(READ), 0), -1);
  });

  it('knows the fields of reads and of acquires, wherever they lie', () => {
    const familiar = new FamiliarFields();
    familiar.remember(octets(`xx${READ}yy`), 2, 2 + READ.length, 'none');
    familiar.remember(octets(ACQUIRE), 0, ACQUIRE.length, 'acquire');
    assert.equal(familiar.endIn(octets(`x${READ}`), 1), 1 + READ.length);
    assert.equal(familiar.exclusive, 'none');
    assert.equal(familiar.endIn(octets(`x${ACQUIRE}y`), 1), 1 + ACQUIRE.length);
    assert.equal(familiar.exclusive, 'acquire');
  });

  it('takes no others for them: cut off, of another host, with one more', () => {
    const familiar = new FamiliarFields();
    familiar.remember(octets(READ), 0, READ.length, 'none');
    for (const other of [READ.slice(0, -1), 'Host: b\r\n\r\n', 'Host: a\r\nX: y\r\n\r\n', 'host: a\r\n\r\n']) {
      assert.equal(familiar.endIn(octets(other), 0), -1, JSON.stringify(other));
    }
  });

  it('keeps what it knows in memory of its own', () => {
    const familiar = new FamiliarFields();
    const chunk = octets(READ);
    familiar.remember(chunk, 0, chunk.length, 'none');
    chunk.fill(0);
    assert.equal(familiar.endIn(octets(READ), 0), READ.length);
  });

  it('gets to know others too, though not at once', () => {
    const familiar = new FamiliarFields();
    familiar.remember(octets(READ), 0, READ.length, 'none');
    const others = octets('Host: b\r\n\r\n');
    let times = 0;
    while (familiar.endIn(others, 0) < 0 && times < 100) {
      familiar.remember(others, 0, others.length, 'none');
      times++;
    }
    assert.equal(times, 16);
  });
});

describe('RequestParser: fields that came before', () => {
  const FIELDS: readonly string[] = [
    READ,
    ACQUIRE,
    'Exclusive: release\r\nLockCookie: 7\r\n\r\n',
    'Timeout: 5\r\n\r\n',
    'ExtraFlags: 3\r\n\r\n',
    'Lock-Cookie: 9\r\n\r\n',
    'Connection: close\r\n\r\n',
    'Expect: 100-continue\r\n\r\n',
    'Content-Length: 0\r\n\r\n',
    '\r\n',
  ];
  const HEADS = ['GET', 'PUT', 'HEAD', 'DELETE', 'POST'].flatMap((verb) => [
    `${verb} ${URI} HTTP/1.1\r\n`,
    `${verb} ${URI} HTTP/1.0\r\n`,
  ]);

  it('mean under every request line what they mean by themselves', () => {
    for (const fields of FIELDS) {
      // Known from now on, if they are of those that may become so.
      for (let times = 0; times < 33; times++) one(`GET ${URI} HTTP/1.1\r\n${fields}`);
      for (const head of HEADS) {
        const text = octets(head + fields);
        // Cut within the fields they cannot be recognized.
        const careful = parse([text.subarray(0, head.length), text.subarray(head.length, -1), text.subarray(-1)]);
        const { bytes: _, key: __, ...expected } = careful.results[0] as ReturnType<typeof one>;
        const { bytes: ___, key: ____, ...said } = one(head + fields);
        assert.deepEqual(said, expected, JSON.stringify(head + fields));
      }
    }
  });
});
