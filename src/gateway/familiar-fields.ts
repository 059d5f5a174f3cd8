import { areAt } from '../base/same-bytes.ts';
import type { Exclusive } from './gateway-request.ts';

const MOST_BYTES = 256;
/** Of fields not known, only every so manieth are remembered: clients of several kinds would else cost a copy each time. */
const REMEMBER_EVERY = 16;

interface Fields {
  readonly bytes: Uint8Array;
  readonly exclusive: Exclusive;
}

const NONE: Fields = { bytes: new Uint8Array(0), exclusive: 'none' };

/**
 * The fields of reads and of acquires as they came last, from whichever client. They are mostly the same, octet by octet,
 * and then what they mean is known. Only fields are remembered that mean nothing beyond `exclusive`.
 */
export class FamiliarFields {
  /** What the fields found last say. */
  exclusive: Exclusive = 'none';
  private reads = NONE;
  private acquires = NONE;
  private unknown = 0;

  /** Where they end, the empty line included, if known ones begin at `from`; else -1. */
  endIn(chunk: Uint8Array, from: number): number {
    const known = isKnown(this.reads, chunk, from)
      ? this.reads
      : isKnown(this.acquires, chunk, from)
        ? this.acquires
        : null;
    if (known === null) return -1;
    this.exclusive = known.exclusive;
    return from + known.bytes.length;
  }

  remember(chunk: Uint8Array, from: number, to: number, exclusive: Exclusive): void {
    if (to - from > MOST_BYTES) return;
    const place = exclusive === 'none' ? 'reads' : 'acquires';
    if (this[place] !== NONE && ++this.unknown % REMEMBER_EVERY !== 0) return;
    this[place] = { bytes: new Uint8Array(chunk.subarray(from, to)), exclusive };
  }
}

function isKnown({ bytes }: Fields, chunk: Uint8Array, from: number): boolean {
  return bytes.length > 0 && areAt(bytes, chunk, from);
}
