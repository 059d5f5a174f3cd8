import type { Key } from '../base/key.ts';
import {
  BAD_COOKIE,
  type Cookie,
  DEFAULT_TIMEOUT_MINUTES,
  MAX_TIMEOUT_MINUTES,
  makeKey,
  NO_COOKIE,
} from '../member/door.ts';
import { BAD_TIMEOUT, type BrokenFraming, type Exclusive, type Verb } from './gateway-request.ts';
import { NOT_AN_INT32, parseInt32 } from './int32.ts';
import { decodeUri } from './uri.ts';

const SPACE = 0x20;
const TAB = 0x09;
const COLON = 0x3a;
const COMMA = 0x2c;

const GET = octets('GET');
const PUT = octets('PUT');
const HEAD = octets('HEAD');
const DELETE = octets('DELETE');

/** ` HTTP/1.` and one digit end every request line. */
const VERSION = octets(' HTTP/1.');
const VERSION_BYTES = VERSION.length + 1;

const CONTENT_LENGTH = octets('content-length');
const LOCK_COOKIE = octets('lockcookie');
const LOCK_DASH_COOKIE = octets('lock-cookie');
const EXCLUSIVE = octets('exclusive');
const TIMEOUT = octets('timeout');
const EXTRA_FLAGS = octets('extraflags');
const CONNECTION = octets('connection');
const EXPECT = octets('expect');
const TRANSFER_ENCODING = octets('transfer-encoding');

const ACQUIRE = octets('acquire');
const RELEASE = octets('release');
const KEEP_ALIVE = octets('keep-alive');
const CLOSE = octets('close');
const CONTINUE = octets('100-continue');

const EMPTY_KEY: Key = makeKey(new Uint8Array(0));
const NO_LENGTH = -1;

/** Bits of `RequestHead.seen`: fields whose absence has a value of its own. */
const SEEN_TIMEOUT = 1;
const SEEN_FLAGS = 2;

/**
 * The meaning of one request's head, read line by line. It knows no chunks: each call gets one whole line, without its
 * end. A field given twice with two meanings counts as bad (for Content-Length that breaks the framing).
 */
export class RequestHead {
  verb: Verb = 'unknown';
  key: Key = EMPTY_KEY;
  exclusive: Exclusive = 'none';
  timeout = DEFAULT_TIMEOUT_MINUTES;
  extraFlags = 0;
  expectsContinue = false;
  private lockCookie: Cookie = NO_COOKIE;
  private lockDashCookie: Cookie = NO_COOKIE;
  private declaredLength = NO_LENGTH;
  private isHttp10 = false;
  private saysClose = false;
  private saysKeepAlive = false;
  private seen = 0;

  get contentLength(): number {
    return this.declaredLength === NO_LENGTH ? 0 : this.declaredLength;
  }

  get cookie(): Cookie {
    return this.lockCookie === NO_COOKIE ? this.lockDashCookie : this.lockCookie;
  }

  get keepAlive(): boolean {
    return !this.saysClose && (!this.isHttp10 || this.saysKeepAlive);
  }

  /** Whether the request is one to read, and its fields say nothing beyond `exclusive`. */
  get isBareRead(): boolean {
    return (
      this.verb === 'get' &&
      this.seen === 0 &&
      this.lockCookie === NO_COOKIE &&
      this.lockDashCookie === NO_COOKIE &&
      this.declaredLength === NO_LENGTH &&
      !this.isHttp10 &&
      !this.saysClose &&
      !this.saysKeepAlive &&
      !this.expectsContinue
    );
  }

  /** Whether fields that were read as those of a bare read before would be read the same now. */
  get mayHaveBareFields(): boolean {
    return this.verb === 'get' && !this.isHttp10;
  }

  /** Starts the head of another request. */
  readRequestLine(bytes: Uint8Array, start: number, end: number): BrokenFraming | null {
    this.exclusive = 'none';
    this.timeout = DEFAULT_TIMEOUT_MINUTES;
    this.extraFlags = 0;
    this.expectsContinue = false;
    this.lockCookie = NO_COOKIE;
    this.lockDashCookie = NO_COOKIE;
    this.declaredLength = NO_LENGTH;
    this.saysClose = false;
    this.saysKeepAlive = false;
    this.seen = 0;

    let verbEnd = start;
    while (verbEnd < end && bytes[verbEnd] !== SPACE) {
      const byte = bytes[verbEnd] as number;
      if (byte < 0x21 || byte > 0x7e) return 'request-line';
      verbEnd++;
    }
    // The version has no space in it, so the last space of a good line stands right before it.
    const uriEnd = end - VERSION_BYTES;
    if (verbEnd === start || uriEnd <= verbEnd) return 'request-line';
    for (let at = 0; at < VERSION.length; at++) {
      if (bytes[uriEnd + at] !== VERSION[at]) return 'request-line';
    }
    const minor = bytes[end - 1] as number;
    if (minor < 0x30 || minor > 0x39) return 'request-line';
    this.isHttp10 = minor === 0x30;
    this.verb = verbOf(bytes, start, verbEnd);
    this.key = uriEnd === verbEnd + 1 ? EMPTY_KEY : makeKey(decodeUri(bytes, verbEnd + 1, uriEnd));
    return null;
  }

  readField(bytes: Uint8Array, start: number, end: number): BrokenFraming | null {
    let colon = start;
    while (colon < end && bytes[colon] !== COLON) colon++;
    if (colon === end || colon === start) return 'header';
    // A line that goes on with the field before it, or a name with a blank behind it, reads differently from one
    // implementation to the next: what such a request means is anybody's guess.
    if (isBlank(bytes[start] as number) || isBlank(bytes[colon - 1] as number)) return 'header';
    switch (colon - start) {
      case EXPECT.length:
        if (isNamed(bytes, start, EXPECT)) this.readExpect(bytes, colon + 1, end);
        return null;
      case TIMEOUT.length:
        if (isNamed(bytes, start, TIMEOUT)) this.readTimeout(bytes, colon + 1, end);
        return null;
      case EXCLUSIVE.length:
        if (isNamed(bytes, start, EXCLUSIVE)) this.readExclusive(bytes, colon + 1, end);
        return null;
      case LOCK_COOKIE.length:
        if (isNamed(bytes, start, LOCK_COOKIE)) {
          this.lockCookie = eitherCookie(this.lockCookie, cookieOf(bytes, colon + 1, end));
        } else if (isNamed(bytes, start, EXTRA_FLAGS)) {
          this.readExtraFlags(bytes, colon + 1, end);
        } else if (isNamed(bytes, start, CONNECTION)) {
          this.readConnection(bytes, colon + 1, end);
        }
        return null;
      case LOCK_DASH_COOKIE.length:
        if (isNamed(bytes, start, LOCK_DASH_COOKIE)) {
          this.lockDashCookie = eitherCookie(this.lockDashCookie, cookieOf(bytes, colon + 1, end));
        }
        return null;
      case CONTENT_LENGTH.length:
        return isNamed(bytes, start, CONTENT_LENGTH) ? this.readContentLength(bytes, colon + 1, end) : null;
      case TRANSFER_ENCODING.length:
        return isNamed(bytes, start, TRANSFER_ENCODING) ? 'transfer-encoding' : null;
      default:
        return null;
    }
  }

  private readContentLength(bytes: Uint8Array, start: number, end: number): BrokenFraming | null {
    const from = skipBlanks(bytes, start, end);
    const to = dropBlanks(bytes, from, end);
    if (from === to) return 'content-length';
    let value = 0;
    for (let at = from; at < to; at++) {
      const digit = (bytes[at] as number) - 0x30;
      if (digit < 0 || digit > 9) return 'content-length';
      // Beyond 2^53 it stays beyond every limit, however imprecise.
      value = value * 10 + digit;
    }
    if (this.declaredLength !== NO_LENGTH && this.declaredLength !== value) return 'content-length';
    this.declaredLength = value;
    return null;
  }

  private readTimeout(bytes: Uint8Array, start: number, end: number): void {
    const number = parseInt32(bytes, start, end);
    const timeout = number < 0 || number > MAX_TIMEOUT_MINUTES ? BAD_TIMEOUT : number;
    this.timeout = (this.seen & SEEN_TIMEOUT) !== 0 && this.timeout !== timeout ? BAD_TIMEOUT : timeout;
    this.seen |= SEEN_TIMEOUT;
  }

  private readExtraFlags(bytes: Uint8Array, start: number, end: number): void {
    const flags = parseInt32(bytes, start, end);
    this.extraFlags = (this.seen & SEEN_FLAGS) !== 0 && this.extraFlags !== flags ? NOT_AN_INT32 : flags;
    this.seen |= SEEN_FLAGS;
  }

  private readExclusive(bytes: Uint8Array, start: number, end: number): void {
    const from = skipBlanks(bytes, start, end);
    const to = dropBlanks(bytes, from, end);
    let exclusive: Exclusive = 'other';
    if (isText(bytes, from, to, ACQUIRE)) exclusive = 'acquire';
    else if (isText(bytes, from, to, RELEASE)) exclusive = 'release';
    this.exclusive = this.exclusive !== 'none' && this.exclusive !== exclusive ? 'other' : exclusive;
  }

  private readExpect(bytes: Uint8Array, start: number, end: number): void {
    const from = skipBlanks(bytes, start, end);
    // A client of HTTP/1.0 does not know interim answers.
    if (!this.isHttp10 && isText(bytes, from, dropBlanks(bytes, from, end), CONTINUE)) this.expectsContinue = true;
  }

  /** A list of words, of which two matter. */
  private readConnection(bytes: Uint8Array, start: number, end: number): void {
    let wordStart = start;
    for (let at = start; at <= end; at++) {
      if (at < end && bytes[at] !== COMMA) continue;
      const from = skipBlanks(bytes, wordStart, at);
      const to = dropBlanks(bytes, from, at);
      if (isText(bytes, from, to, CLOSE)) this.saysClose = true;
      else if (isText(bytes, from, to, KEEP_ALIVE)) this.saysKeepAlive = true;
      wordStart = at + 1;
    }
  }
}

function verbOf(bytes: Uint8Array, start: number, end: number): Verb {
  switch (end - start) {
    case GET.length:
      return isExactly(bytes, start, GET) ? 'get' : isExactly(bytes, start, PUT) ? 'put' : 'unknown';
    case HEAD.length:
      return isExactly(bytes, start, HEAD) ? 'head' : 'unknown';
    case DELETE.length:
      return isExactly(bytes, start, DELETE) ? 'delete' : 'unknown';
    default:
      return 'unknown';
  }
}

function cookieOf(bytes: Uint8Array, start: number, end: number): Cookie {
  const number = parseInt32(bytes, start, end);
  return number === NOT_AN_INT32 || number < 0 ? BAD_COOKIE : number;
}

function eitherCookie(before: Cookie, now: Cookie): Cookie {
  return before === NO_COOKIE || before === now ? now : BAD_COOKIE;
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB;
}

function skipBlanks(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(bytes[at] as number)) at++;
  return at;
}

function dropBlanks(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(bytes[at - 1] as number)) at--;
  return at;
}

function isExactly(bytes: Uint8Array, start: number, name: Uint8Array): boolean {
  for (let at = 0; at < name.length; at++) {
    if (bytes[start + at] !== name[at]) return false;
  }
  return true;
}

/** `name` is in lower case; `bytes` may be in any. */
function isNamed(bytes: Uint8Array, start: number, name: Uint8Array): boolean {
  for (let at = 0; at < name.length; at++) {
    const byte = bytes[start + at] as number;
    if (byte !== name[at] && (byte < 0x41 || byte > 0x5a || (byte | 0x20) !== name[at])) return false;
  }
  return true;
}

function isText(bytes: Uint8Array, from: number, to: number, text: Uint8Array): boolean {
  return to - from === text.length && isNamed(bytes, from, text);
}

function octets(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
