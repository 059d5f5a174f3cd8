import { type AnswerReader, digitOf, TOKEN_BYTES } from './answer-reader.ts';

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const E = 0x45;
const N = 0x4e;
const S = 0x53;
const T = 0x54;
const V = 0x56;
/** Of `VALUE key flags bytes cas`, counted by the spaces before. */
const BYTES_FIELD = 3;
const CAS_FIELD = 4;

/** Answers of memcached's text protocol: STORED is good, and a value followed by END; the token is the value's `cas`. */
export class MemcachedReader implements AnswerReader {
  ok = true;
  readonly token = Buffer.alloc(TOKEN_BYTES);
  tokenLength = 0;
  private hasValue = false;
  /** Of a value whose line was read, with its line end. */
  private octetsLeft = 0;
  /** Of the line under way: its first octets, how many came, spaces among them. */
  private first = 0;
  private second = 0;
  private column = 0;
  private field = 0;
  private bytes = 0;

  read(chunk: Buffer, start: number, length: number): number {
    let at = start;
    while (at < length) {
      if (this.octetsLeft > 0) {
        const step = Math.min(this.octetsLeft, length - at);
        this.octetsLeft -= step;
        at += step;
        continue;
      }
      const octet = chunk[at++] as number;
      if (octet === LINE_FEED) {
        if (this.endLine()) return at;
      } else this.take(octet);
    }
    return -1;
  }

  private take(octet: number): void {
    if (this.column === 0) this.first = octet;
    else if (this.column === 1) this.second = octet;
    this.column++;
    if (octet === SPACE) {
      this.field++;
      if (this.field === CAS_FIELD) this.tokenLength = 0;
    } else if (this.field >= BYTES_FIELD) {
      const digit = digitOf(octet);
      if (digit < 0) return;
      if (this.field === BYTES_FIELD) this.bytes = this.bytes * 10 + digit;
      else this.token[this.tokenLength++] = octet;
    }
  }

  /** @returns whether the answer ends with this line */
  private endLine(): boolean {
    const isValue = this.first === V;
    if (isValue) {
      this.octetsLeft = this.bytes + 2;
      this.hasValue = true;
    } else {
      const isStored = this.first === S && this.second === T;
      this.ok = isStored || (this.first === E && this.second === N && this.hasValue);
      this.hasValue = false;
    }
    this.column = 0;
    this.field = 0;
    this.bytes = 0;
    return !isValue;
  }
}
