import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AssertionError } from '../../src/base/assert.ts';
import { AnswerRenderer } from '../../src/gateway/answer-renderer.ts';
import type { Rendering } from '../../src/gateway/translate.ts';
import { OUTCOME_TYPES, type Outcome, type OutcomeType } from '../../src/member/door.ts';
import { FakeClock, found, STORED } from './fake-entrance.ts';

// Set before any Date looks at it: LockDate is in local time.
process.env['TZ'] = 'Asia/Kolkata';

const RENDERINGS: readonly Rendering[] = ['read', 'acquire', 'release', 'put', 'delete', 'head', 'refusal'];
const NOON = Date.UTC(2025, 10, 20, 12, 0, 0);

const VERSION = 'X-AspNet-Version: 2.0.50727\r\n';
const TAIL = 'Cache-Control: private\r\nContent-Length: 0\r\n\r\n';
const OK = `HTTP/1.1 200 OK\r\n${VERSION}${TAIL}`;
const OK_FLAG = `HTTP/1.1 200 OK\r\n${VERSION}ActionFlags: 1\r\n${TAIL}`;
const NOT_FOUND = `HTTP/1.1 404 Not Found\r\n${VERSION}${TAIL}`;
const BAD = `HTTP/1.1 400 Bad Request\r\n${VERSION}${TAIL}`;
const BAD_FLAG = `HTTP/1.1 400 Bad Request\r\n${VERSION}ActionFlags: 1\r\n${TAIL}`;

/** .NET ticks of NOON at +05:30, less so many seconds. */
function ticks(secondsAgo: number): string {
  return String((62135596800n + BigInt(NOON / 1000) + 19_800n - BigInt(secondsAgo)) * 10_000_000n);
}

function lockedAnswer(cookie: number, age: number, flag = ''): string {
  return `HTTP/1.1 423 Locked\r\n${VERSION}${flag}LockDate: ${ticks(age)}\r\nLockAge: ${age}\r\nLockCookie: ${cookie}\r\n${TAIL}`;
}

function render(outcome: Outcome, rendering: Rendering): string | null {
  return new AnswerRenderer('2.0.50727', new FakeClock(NOON)).render(outcome, rendering)?.toString('latin1') ?? null;
}

const UNSURE = {
  read: lockedAnswer(0, 0),
  acquire: lockedAnswer(0, 0),
  release: null,
  put: null,
  delete: null,
  head: null,
  refusal: null,
};

function everywhere(bytes: string): Record<Rendering, string> {
  return { read: bytes, acquire: bytes, release: bytes, put: bytes, delete: bytes, head: bytes, refusal: bytes };
}

type Golden = readonly [string, Outcome, Partial<Record<Rendering, string | null>>];

/** For every member of the union: its answers, by what was asked. What is not listed is a broken assumption. */
const GOLDEN: Record<OutcomeType, readonly Golden[]> = {
  found: [
    [
      'after Get',
      found('abc'),
      { read: `HTTP/1.1 200 OK\r\n${VERSION}Timeout: 20\r\nCache-Control: private\r\nContent-Length: 3\r\n\r\nabc` },
    ],
    [
      'with the flag',
      found('\x00\xff', 0, true),
      {
        read: `HTTP/1.1 200 OK\r\n${VERSION}ActionFlags: 1\r\nTimeout: 20\r\nCache-Control: private\r\nContent-Length: 2\r\n\r\n\x00\xff`,
      },
    ],
    [
      'after GetExclusive',
      found('abc', 2147483647),
      {
        acquire: `HTTP/1.1 200 OK\r\n${VERSION}LockCookie: 2147483647\r\nTimeout: 20\r\nCache-Control: private\r\nContent-Length: 3\r\n\r\nabc`,
      },
    ],
    [
      'after GetExclusive, with the flag',
      found('x'.repeat(1000), 9, true),
      {
        acquire: `HTTP/1.1 200 OK\r\n${VERSION}ActionFlags: 1\r\nLockCookie: 9\r\nTimeout: 20\r\nCache-Control: private\r\nContent-Length: 1000\r\n\r\n${'x'.repeat(1000)}`,
      },
    ],
  ],
  locked: [
    ['fresh', { type: 'locked', cookie: 2, age: 0, flagTaken: false }, everywhere(lockedAnswer(2, 0))],
    [
      'with the flag',
      { type: 'locked', cookie: 2, age: 3_000, flagTaken: true },
      everywhere(lockedAnswer(2, 3, 'ActionFlags: 1\r\n')),
    ],
  ],
  missing: [['', { type: 'missing' }, everywhere(NOT_FOUND)]],
  stored: [['', STORED, { put: OK }]],
  stale: [
    ['unlocked', { type: 'stale', newest: 12, locked: false, age: 0 }, everywhere(lockedAnswer(12, 0))],
    ['locked', { type: 'stale', newest: 13, locked: true, age: 61_000 }, everywhere(lockedAnswer(13, 61))],
  ],
  conflict: [['', { type: 'conflict', version: null }, {}]],
  full: [['', { type: 'full' }, everywhere(BAD)]],
  released: [
    ['', { type: 'released', flagTaken: false }, { release: OK }],
    ['with the flag', { type: 'released', flagTaken: true }, { release: OK_FLAG }],
  ],
  renewed: [['', { type: 'renewed', lockLease: 0 }, { head: OK, refusal: BAD }]],
  removed: [['', { type: 'removed' }, { delete: OK }]],
  described: [
    [
      '',
      {
        type: 'described',
        contentBytes: 1,
        timeoutMinutes: 1,
        timeLeft: 1,
        uninitialized: false,
        versionMemory: 1,
        versionSequence: 1,
        lock: null,
        waiters: 0,
      },
      {},
    ],
  ],
  invalid: [
    ['', { type: 'invalid', flagTaken: false }, everywhere(BAD)],
    ['with the flag', { type: 'invalid', flagTaken: true }, everywhere(BAD_FLAG)],
  ],
  moved: [['', { type: 'moved' }, UNSURE]],
  unavailable: [['', { type: 'unavailable', reason: 'stopping' }, UNSURE]],
  unknown: [['', { type: 'unknown' }, UNSURE]],
};

describe('AnswerRenderer', () => {
  for (const type of OUTCOME_TYPES) {
    for (const [name, outcome, golden] of GOLDEN[type]) {
      for (const rendering of RENDERINGS) {
        const expected = golden[rendering];
        it(`${type} ${name} to ${rendering}`, () => {
          if (expected === undefined) assert.throws(() => render(outcome, rendering), AssertionError);
          else assert.equal(render(outcome, rendering), expected);
        });
      }
    }
  }

  it('gives a grant only to an acquire, and plain content only to a read', () => {
    assert.throws(() => render(found('a', 0), 'acquire'), AssertionError);
    assert.throws(() => render(found('a', 5), 'read'), AssertionError);
  });

  it('rounds the age down and keeps LockDate at the moment itself', () => {
    const text = render({ type: 'locked', cookie: 2, age: 2_999.5, flagTaken: false }, 'read') ?? '';
    assert.match(text, /\r\nLockAge: 2\r\n/);
    assert.equal(/LockDate: (\d+)/.exec(text)?.[1], String(BigInt(ticks(3)) + 0n));
    assert.match(render({ type: 'locked', cookie: 2, age: -5, flagTaken: false }, 'read') ?? '', /\r\nLockAge: 0\r\n/);
    assert.match(
      render({ type: 'locked', cookie: 2, age: 1e14, flagTaken: false }, 'read') ?? '',
      /\r\nLockAge: 2147483647\r\n/,
    );
  });

  it('writes timeouts as they change, and numbers of any length', () => {
    const renderer = new AnswerRenderer('4.0.30319', new FakeClock(NOON));
    for (const [timeoutMinutes, length] of [
      [0, 1],
      [20, 9],
      [525600, 10],
      [20, 99],
      [20, 100],
      [0, 123_456],
    ] as const) {
      const outcome: Outcome = { ...found(Buffer.alloc(length, 0x61)), timeoutMinutes } as Outcome;
      assert.equal(
        renderer.render(outcome, 'read')?.toString('latin1'),
        `HTTP/1.1 200 OK\r\nX-AspNet-Version: 4.0.30319\r\nTimeout: ${timeoutMinutes}\r\nCache-Control: private\r\nContent-Length: ${length}\r\n\r\n${'a'.repeat(length)}`,
      );
    }
  });

  it('copies content: the outcome holds during the call only', () => {
    const content = Buffer.from('abc');
    const bytes = new AnswerRenderer('2.0.50727', new FakeClock(NOON)).render(found(content), 'read');
    content.fill(0);
    assert.ok(bytes?.toString('latin1').endsWith('\r\n\r\nabc'));
  });

  it('says in its last refusal that the connection closes', () => {
    const renderer = new AnswerRenderer('2.0.50727', new FakeClock(NOON));
    assert.equal(renderer.refusal().toString('latin1'), BAD);
    assert.equal(
      renderer.lastRefusal().toString('latin1'),
      `HTTP/1.1 400 Bad Request\r\n${VERSION}Cache-Control: private\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    );
  });
});
