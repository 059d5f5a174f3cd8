import { type AnswerReader, digitOf } from './answer-reader.ts';

const LINE_FEED = 0x0a;
const MINUS = 0x2d;
const ERROR = MINUS;
const INTEGER = 0x3a;
const BULK = 0x24;
const ARRAY = 0x2a;

/**
 * Answers of Redis, each of one reply or several. Errors, nils, zeros and whatever is empty, at any depth, make an answer
 * bad: commands and scripts of the load return none of these where they did what they should.
 */
export class RespReader implements AnswerReader {
  ok = true;
  readonly token = Buffer.alloc(0);
  readonly tokenLength = 0;
  /** Replies that the answer which comes next consists of. */
  replies = 1;
  /** Values still to come, those within arrays among them; 0 between two answers. */
  private valuesLeft = 0;
  /** Of a bulk string whose length was read, with its line end. */
  private octetsLeft = 0;
  /** The first octet of the line under way; 0: it has not begun. */
  private kind = 0;
  private number = 0;
  private isNegative = false;

  read(chunk: Buffer, start: number, length: number): number {
    if (this.valuesLeft === 0) {
      this.valuesLeft = this.replies;
      this.ok = true;
    }
    let at = start;
    while (at < length) {
      if (this.octetsLeft > 0) {
        const step = Math.min(this.octetsLeft, length - at);
        this.octetsLeft -= step;
        at += step;
        if (this.octetsLeft === 0 && --this.valuesLeft === 0) return at;
        continue;
      }
      const octet = chunk[at++] as number;
      if (this.kind === 0) this.begin(octet);
      else if (octet === LINE_FEED) {
        this.endLine();
        if (this.valuesLeft === 0) return at;
      } else if (octet === MINUS) this.isNegative = true;
      else if (digitOf(octet) >= 0) this.number = this.number * 10 + digitOf(octet);
    }
    return -1;
  }

  private begin(kind: number): void {
    this.kind = kind;
    this.number = 0;
    this.isNegative = false;
  }

  private endLine(): void {
    const { kind } = this;
    const isSomething = this.number > 0 && !this.isNegative;
    this.kind = 0;
    if (kind === ERROR || ((kind === INTEGER || kind === BULK || kind === ARRAY) && !isSomething)) this.ok = false;
    if (kind === BULK && !this.isNegative) this.octetsLeft = this.number + 2;
    else if (kind === ARRAY && isSomething) this.valuesLeft += this.number - 1;
    else this.valuesLeft--;
  }
}
