import { AssertionError, assert } from '../base/assert.ts';
import type { Duration } from '../base/instant.ts';
import type { Clock, Cookie, Found, Locked, Outcome } from '../member/door.ts';
import type { AnswerPage } from './answer-page.ts';
import type { Rendering } from './translate.ts';

/** .NET's ticks (100 ns since the first of January of the year 1) at the Unix epoch. */
const UNIX_EPOCH_TICKS = 621_355_968_000_000_000n;
const TICKS_PER_MILLISECOND = 10_000n;

const MAX_INT32 = 2_147_483_647;
const CR = 0x0d;
const LF = 0x0a;
const ZERO = 0x30;
const NOTHING: Buffer = Buffer.alloc(0);

/**
 * Outcomes as bytes of the old protocol, each answer one buffer. Fields stand in the stock server's order, spelt as it
 * spells them, and there are no others: how clients would take others is not known. Answers other than found content
 * are empty; the first clients leak memory when a 423 has a body.
 */
export class AnswerRenderer {
  private readonly clock: Clock;
  private readonly versionField: string;
  private readonly done: Buffer;
  private readonly doneFlag: Buffer;
  private readonly notFound: Buffer;
  private readonly badRequest: Buffer;
  private readonly badRequestFlag: Buffer;
  private readonly badRequestClose: Buffer;
  private readonly foundText: string;
  /**
   * An answer to a read is its head, the content's length and the content; a grant's is its head, the cookie, a suffix, and
   * the same. What depends on the timeout is that of the last answer.
   */
  private readonly grantHead: Buffer;
  private readonly grantFlagHead: Buffer;
  private preparedTimeout = -1;
  private suffix = NOTHING;
  private readHead = NOTHING;
  private readFlagHead = NOTHING;

  constructor(aspnetVersion: string, clock: Clock) {
    this.clock = clock;
    this.versionField = `X-AspNet-Version: ${aspnetVersion}\r\n`;
    this.done = this.empty('200 OK', '');
    this.doneFlag = this.empty('200 OK', ACTION_FLAGS);
    this.notFound = this.empty('404 Not Found', '');
    this.badRequest = this.empty('400 Bad Request', '');
    this.badRequestFlag = this.empty('400 Bad Request', ACTION_FLAGS);
    this.badRequestClose = latin1(
      `HTTP/1.1 400 Bad Request\r\n${this.versionField}Cache-Control: private\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    );
    this.foundText = `HTTP/1.1 200 OK\r\n${this.versionField}`;
    this.grantHead = latin1(`${this.foundText}LockCookie: `);
    this.grantFlagHead = latin1(`${this.foundText}${ACTION_FLAGS}LockCookie: `);
  }

  /**
   * The answer; null if the connection is to be closed without one, because every status would be taken for success or
   * for "no such session". Buffers may be shared between answers: nobody writes to them.
   *
   * @param page where content found is written, as far as there is room; null for memory of its own
   */
  render(outcome: Outcome, rendering: Rendering, page: AnswerPage | null = null): Buffer | null {
    switch (outcome.type) {
      case 'found':
        assert(
          rendering === (outcome.cookie === 0 ? 'read' : 'acquire'),
          'content is found by reads, with a cookie by acquires',
        );
        return this.found(outcome, page);
      case 'locked':
        return this.locked(outcome);
      case 'missing':
        return this.notFound;
      case 'stored':
        assert(rendering === 'put', 'only a PUT is stored');
        return this.done;
      case 'stale':
        return this.refusedByLock(outcome.newest, outcome.age, '');
      case 'full':
        // The only status whose text an application gets to see; the connection goes on.
        return this.badRequest;
      case 'released':
        assert(rendering === 'release', 'only a release is released');
        return outcome.flagTaken ? this.doneFlag : this.done;
      case 'renewed':
        assert(rendering === 'head' || rendering === 'refusal', 'only ResetTimeout is renewed');
        return rendering === 'head' ? this.done : this.badRequest;
      case 'removed':
        assert(rendering === 'delete', 'only a DELETE is removed');
        return this.done;
      case 'invalid':
        return outcome.flagTaken ? this.badRequestFlag : this.badRequest;
      case 'moved':
      case 'unavailable':
      case 'unknown':
        // A reader who is told of a lock just taken, under a number that fits none, asks again in half a second.
        // To a PUT, release, DELETE or HEAD the same answer would say "done".
        return rendering === 'read' || rendering === 'acquire' ? this.refusedByLock(0, 0, '') : null;
      case 'conflict':
      case 'described':
        throw new AssertionError(`the gateway asks for nothing that ends as ${outcome.type}`);
    }
  }

  /** 400 with the connection kept: the request was well framed, and nothing was done. */
  refusal(): Buffer {
    return this.badRequest;
  }

  /** 400 with which the connection ends. */
  lastRefusal(): Buffer {
    return this.badRequestClose;
  }

  private found(outcome: Found, page: AnswerPage | null): Buffer {
    const { content, cookie, flagTaken } = outcome;
    if (outcome.timeoutMinutes !== this.preparedTimeout) this.prepare(outcome.timeoutMinutes);
    const isGrant = cookie !== 0;
    const { suffix } = this;
    let head = flagTaken ? this.readFlagHead : this.readHead;
    if (isGrant) head = flagTaken ? this.grantFlagHead : this.grantHead;
    const contentLength = content.length;
    const lengthDigits = digitsOf(contentLength);
    const cookieDigits = isGrant ? digitsOf(cookie) : 0;

    const length = head.length + (isGrant ? cookieDigits + suffix.length : 0) + lengthDigits + 4 + contentLength;
    const answer = page?.take(length) ?? Buffer.allocUnsafe(length);
    answer.set(head, 0);
    let at = head.length;
    if (isGrant) {
      at = putNumber(answer, at, cookie, cookieDigits);
      answer.set(suffix, at);
      at += suffix.length;
    }
    at = putNumber(answer, at, contentLength, lengthDigits);
    at = putLineEnd(answer, putLineEnd(answer, at));
    answer.set(content, at);
    return answer;
  }

  /** Nearly all sessions of a server have one timeout: the text that depends on it is kept for the next answer. */
  private prepare(timeoutMinutes: number): void {
    this.preparedTimeout = timeoutMinutes;
    const fields = `Timeout: ${timeoutMinutes}\r\nCache-Control: private\r\nContent-Length: `;
    this.suffix = latin1(`\r\n${fields}`);
    this.readHead = latin1(`${this.foundText}${fields}`);
    this.readFlagHead = latin1(`${this.foundText}${ACTION_FLAGS}${fields}`);
  }

  private locked(outcome: Locked): Buffer {
    return this.refusedByLock(outcome.cookie, outcome.age, outcome.flagTaken ? ACTION_FLAGS : '');
  }

  private refusedByLock(cookie: Cookie, age: Duration, actionFlags: string): Buffer {
    const since = Math.floor(this.clock.wallTime() - age);
    const seconds = Math.min(Math.max(0, Math.floor(age / 1000)), MAX_INT32);
    return this.empty(
      '423 Locked',
      `${actionFlags}LockDate: ${localTicks(since)}\r\nLockAge: ${seconds}\r\nLockCookie: ${cookie}\r\n`,
    );
  }

  private empty(status: string, fields: string): Buffer {
    return latin1(
      `HTTP/1.1 ${status}\r\n${this.versionField}${fields}Cache-Control: private\r\nContent-Length: 0\r\n\r\n`,
    );
  }
}

const ACTION_FLAGS = 'ActionFlags: 1\r\n';

/** .NET ticks of that instant on this machine's wall clock. Beyond 2^53, hence BigInt. */
function localTicks(unixMilliseconds: number): bigint {
  const offset = Math.round(-new Date(unixMilliseconds).getTimezoneOffset() * 60_000);
  return UNIX_EPOCH_TICKS + BigInt(unixMilliseconds + offset) * TICKS_PER_MILLISECOND;
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function digitsOf(number: number): number {
  let digits = 1;
  for (let bound = 10; number >= bound; bound *= 10) digits++;
  return digits;
}

function putNumber(target: Buffer, at: number, number: number, digits: number): number {
  let rest = number;
  for (let place = at + digits - 1; place >= at; place--) {
    const quotient = Math.floor(rest / 10);
    target[place] = ZERO + (rest - quotient * 10);
    rest = quotient;
  }
  return at + digits;
}

function putLineEnd(target: Buffer, at: number): number {
  target[at] = CR;
  target[at + 1] = LF;
  return at + 2;
}
