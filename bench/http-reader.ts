import { type AnswerReader, digitOf, TOKEN_BYTES } from './answer-reader.ts';

const END_OF_HEAD = Buffer.from('\r\n\r\n', 'latin1');
const COOKIE = Buffer.from('LockCookie: ', 'latin1');
const TWO = 0x32;
const STATUS_AT = 'HTTP/1.1 '.length;

/** Answers of the gateway: 2xx is good; the token is the lock cookie, if it was asked for. */
export class HttpReader implements AnswerReader {
  ok = true;
  readonly token = Buffer.alloc(TOKEN_BYTES);
  tokenLength = 0;
  /** Whether the answer that comes next bears a lock cookie. */
  wantsCookie = false;
  /** Octets still to come of the body whose head has been read; -1: its head has not. */
  private bodyLeft = -1;
  /** The beginning of a head that a read cut in two. */
  private held: Buffer | null = null;

  read(chunk: Buffer, at: number, length: number): number {
    let from = at;
    if (this.bodyLeft < 0) {
      from = this.held === null ? this.readHead(chunk, at, length) : this.readHeldHead(chunk, at, length);
      if (from < 0) return -1;
    }
    const body = Math.min(this.bodyLeft, length - from);
    this.bodyLeft -= body;
    if (this.bodyLeft > 0) return -1;
    this.bodyLeft = -1;
    return from + body;
  }

  /** @returns where the body begins, or -1 when the head has not come whole */
  private readHead(chunk: Buffer, start: number, length: number): number {
    // The buffer still has older bytes behind `length`: what is found there does not count.
    const end = chunk.indexOf(END_OF_HEAD, start);
    if (end < 0 || end + 4 > length) {
      this.held = Buffer.from(chunk.subarray(start, length));
      return -1;
    }
    this.takeHead(chunk, start, end);
    return end + 4;
  }

  private readHeldHead(chunk: Buffer, start: number, length: number): number {
    const before = (this.held as Buffer).length;
    const joined = Buffer.concat([this.held as Buffer, chunk.subarray(start, length)]);
    const end = joined.indexOf(END_OF_HEAD);
    this.held = end < 0 ? joined : null;
    if (end < 0) return -1;
    this.takeHead(joined, 0, end);
    return start + end + 4 - before;
  }

  private takeHead(bytes: Buffer, start: number, end: number): void {
    this.ok = bytes[start + STATUS_AT] === TWO;
    // Content-Length is the last header of every answer.
    let value = 0;
    for (let at = end - 1, weight = 1; digitOf(bytes[at]) >= 0; at--, weight *= 10)
      value += digitOf(bytes[at]) * weight;
    this.bodyLeft = value;
    if (!this.wantsCookie || !this.ok) return;
    const name = bytes.indexOf(COOKIE, start);
    this.tokenLength = 0;
    if (name < 0 || name > end) return;
    for (let at = name + COOKIE.length; digitOf(bytes[at]) >= 0; at++) {
      this.token[this.tokenLength++] = bytes[at] as number;
    }
  }
}
