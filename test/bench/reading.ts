import type { AnswerReader } from '../../bench/answer-reader.ts';

/** Of one answer. */
export interface Read {
  readonly ok: boolean;
  readonly token: string;
}

/** Larger than any answer here; what lies in it from before must not matter. */
const shared = Buffer.alloc(4096);

/** Reads `text` in chunks of the given lengths, the rest as one, each through one buffer as a connection does. */
export function readInChunks(reader: AnswerReader, text: string, lengths: readonly number[]): Read[] {
  const answers: Read[] = [];
  const bytes = Buffer.from(text, 'latin1');
  let from = 0;
  for (const length of [...lengths, bytes.length]) {
    const filled = bytes.copy(shared, 0, from, Math.min(from + length, bytes.length));
    from += filled;
    let at = 0;
    while (at < filled) {
      at = reader.read(shared, at, filled);
      if (at < 0) break;
      answers.push({ ok: reader.ok, token: reader.token.toString('latin1', 0, reader.tokenLength) });
    }
  }
  return answers;
}

/** Reads `text` whole, octet by octet, and cut in two at every place; `check` is told what was read and how. */
export function readEveryWay(make: () => AnswerReader, text: string, check: (read: Read[], how: string) => void): void {
  check(readInChunks(make(), text, []), 'whole');
  check(readInChunks(make(), text, new Array(text.length).fill(1)), 'octet by octet');
  for (let cut = 1; cut < text.length; cut++) check(readInChunks(make(), text, [cut]), `cut at ${cut}`);
}
