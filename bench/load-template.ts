import { sessionId } from './load-plan.ts';

/** Of a session's number, to the base of 36. */
const DIGITS_WRITTEN = 6;
const DIGITS = Buffer.from('0123456789abcdefghijklmnopqrstuvwxyz', 'latin1');

/** A request in which a session's id stands at one or more places: only its last digits are written anew. */
export class LoadTemplate {
  private readonly bytes: Buffer;
  /** Where each id ends. */
  private readonly ends: number[] = [];

  /** `text`: of the session numbered 0, one octet per character. */
  constructor(text: string) {
    this.bytes = Buffer.from(text, 'latin1');
    const id = sessionId(0);
    for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + id.length)) this.ends.push(at + id.length);
    if (this.ends.length === 0) throw new Error('a request names its session');
  }

  /** The same octets each time: they hold until the next call. */
  of(session: number): Buffer {
    let left = session;
    for (let place = 1; place <= DIGITS_WRITTEN; place++) {
      const digit = DIGITS[left % 36] as number;
      left = Math.floor(left / 36);
      for (const end of this.ends) this.bytes[end - place] = digit;
    }
    return this.bytes;
  }
}

/** The longest head that is put before a tail. */
const ROOM = 1024;

/** A request whose head varies in length; its tail, most of it, stays where it is. */
export class LoadTail {
  private readonly bytes: Buffer;

  constructor(tail: string) {
    this.bytes = Buffer.concat([Buffer.alloc(ROOM), Buffer.from(tail, 'latin1')]);
  }

  /** `head`, the first `length` octets of `token`, and the tail. They hold until the next call. */
  behind(head: Buffer, token: Buffer, length: number): Buffer {
    const start = ROOM - length - head.length;
    head.copy(this.bytes, start);
    token.copy(this.bytes, ROOM - length, 0, length);
    return this.bytes.subarray(start);
  }
}
