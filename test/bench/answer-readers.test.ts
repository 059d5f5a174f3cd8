import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AnswerReader } from '../../bench/answer-reader.ts';
import { HttpReader } from '../../bench/http-reader.ts';
import { MemcachedReader } from '../../bench/memcached-reader.ts';
import { RespReader } from '../../bench/resp-reader.ts';
import { readEveryWay } from './reading.ts';

/** Each answer and whether it is a good one; they come one right behind the other. */
function judges(make: () => AnswerReader, answers: ReadonlyArray<readonly [text: string, ok: boolean]>): void {
  const expected = answers.map(([, ok]) => ok);
  readEveryWay(make, answers.map(([text]) => text).join(''), (read, how) => {
    const judged = read.map(({ ok }) => ok);
    assert.deepEqual(judged, expected, how);
  });
}

describe('answers of the gateway', () => {
  const head = (status: string, cookie: string, length: number): string =>
    `HTTP/1.1 ${status}\r\n${cookie}Cache-Control: private\r\nContent-Length: ${length}\r\n\r\n`;

  it('end with their content, wherever a read cuts them', () => {
    judges(
      () => new HttpReader(),
      [
        [`${head('200 OK', '', 9)}a\r\n\r\nbcde`, true],
        [head('200 OK', '', 0), true],
        [head('423 Locked', '', 0), false],
        [`${head('200 OK', '', 12)}HTTP/1.1 404`, true],
        [head('404 Not Found', '', 0), false],
      ],
    );
  });

  it('tell the cookie of the lock where it is wanted', () => {
    const make = (): HttpReader => {
      const reader = new HttpReader();
      reader.wantsCookie = true;
      return reader;
    };
    const first = `${head('200 OK', 'LockCookie: 1234567\r\n', 3)}xyz`;
    const second = `${head('200 OK', 'LockCookie: 89\r\n', 1)}x`;
    readEveryWay(make, first + second, (read, how) => {
      assert.deepEqual(
        read.map(({ token }) => token),
        ['1234567', '89'],
        how,
      );
    });
  });
});

describe('answers of Redis', () => {
  const make = (): RespReader => new RespReader();

  it('end with their last value, wherever a read cuts them', () => {
    judges(make, [
      ['+OK\r\n', true],
      ['$11\r\nhello\r\n$-1x\r\n', true],
      ['*4\r\n:1\r\n*2\r\n$4\r\ndata\r\n$3\r\n\r\n-\r\n$4\r\n1200\r\n$2\r\nid\r\n', true],
      [':1\r\n', true],
      ['*2\r\n*1\r\n*1\r\n:7\r\n$1\r\nx\r\n', true],
    ]);
  });

  it('are bad where they are errors, nil, zero or empty', () => {
    judges(make, [
      ['-ERR 1 is wrong\r\n', false],
      [':0\r\n', false],
      ['$-1\r\n', false],
      ['$0\r\n\r\n', false],
      ['*0\r\n', false],
      ['*-1\r\n', false],
      [':1\r\n', true],
      ['*2\r\n:0\r\n$3\r\n123\r\n', false],
      ['*3\r\n:1\r\n*0\r\n$4\r\n1200\r\n', false],
      [':-1\r\n', false],
      ['+OK\r\n', true],
    ]);
  });

  it('may consist of several replies', () => {
    const makePaired = (): RespReader => {
      const reader = new RespReader();
      reader.replies = 2;
      return reader;
    };
    judges(makePaired, [
      ['*2\r\n:1\r\n$3\r\nabc\r\n:1\r\n', true],
      [':1\r\n:0\r\n', false],
      ['-NOSCRIPT none\r\n:1\r\n', false],
      [':1\r\n:1\r\n', true],
    ]);
  });
});

describe('answers of memcached', () => {
  const make = (): MemcachedReader => new MemcachedReader();

  it('end with their last line, wherever a read cuts them', () => {
    judges(make, [
      ['VALUE key 0 10\r\nEND\r\nVALUE\r\nEND\r\n', true],
      ['END\r\n', false],
      ['STORED\r\n', true],
      ['EXISTS\r\n', false],
      ['NOT_FOUND\r\n', false],
      ['SERVER_ERROR out of memory storing object\r\n', false],
      ['ERROR\r\n', false],
      ['VALUE key 0 1 5\r\nx\r\nEND\r\n', true],
      ['END\r\n', false],
    ]);
  });

  it("tell a value's number for the cas that follows", () => {
    const text = 'VALUE key1 0 3 123\r\n999\r\nEND\r\nVALUE key2 0 3 18446744073709551615\r\nabc\r\nEND\r\n';
    readEveryWay(make, text, (read, how) => {
      assert.deepEqual(
        read.map(({ token }) => token),
        ['123', '18446744073709551615'],
        how,
      );
    });
  });
});
