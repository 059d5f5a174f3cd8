import type { Instant } from '../../../src/base/instant.ts';

const INSTANT = new Float64Array(1);
const HALVES = new Uint32Array(INSTANT.buffer);

/** A running fingerprint, 53 bits wide, of everything that was noted, in order. Not for secrets. */
export class TraceHash {
  private high = 0xdeadbeef;
  private low = 0x41c6ce57;
  private readonly codes = new Map<string, number>();

  /** 14 hexadecimal digits. */
  get text(): string {
    const high = (finished(this.high ^ this.low) & 0x1fffff).toString(16).padStart(6, '0');
    return high + finished(this.low).toString(16).padStart(8, '0');
  }

  note(kind: string, from: string, to: string, at: Instant): void {
    this.add(this.codeOf(kind));
    this.add(this.codeOf(from));
    this.add(this.codeOf(to));
    INSTANT[0] = at;
    this.add(HALVES[0] as number);
    this.add(HALVES[1] as number);
  }

  private add(word: number): void {
    this.high = Math.imul(this.high ^ word, 0x9e3779b1);
    this.high ^= this.high >>> 15;
    this.low = Math.imul(this.low ^ word, 0x5f356495) + this.high;
    this.low ^= this.low >>> 13;
  }

  /** Words come again and again: each is hashed once. Of its text, not of when it first came. */
  private codeOf(word: string): number {
    let code = this.codes.get(word);
    if (code !== undefined) return code;
    code = 0x811c9dc5;
    for (let index = 0; index < word.length; index++) code = Math.imul(code ^ word.charCodeAt(index), 0x01000193);
    // Documents are noted too; what is as long as they are comes once.
    if (word.length < 64) this.codes.set(word, code);
    return code;
  }
}

function finished(word: number): number {
  const mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
