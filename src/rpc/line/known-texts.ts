import { areAt } from '../../base/same-bytes.ts';
import type { Reader } from './wire-kinds.ts';

/** As many as fit a cluster's members and the servers of a farm. */
const PLACES = 256;
const LONGEST = 64;

interface Known {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/**
 * Reads texts, of which members send few and each often: their own names, and the addresses of those who ask. What is
 * known is told by its octets, and not made again.
 */
export class KnownTexts {
  private readonly places: (Known | undefined)[] = new Array(PLACES).fill(undefined);

  read(reader: Reader): string {
    const { buf, pos } = reader;
    // Shorter than 128, so its length is one octet.
    const length = buf[pos] as number;
    const from = pos + 1;
    const to = from + length;
    if (length === 0 || length > LONGEST || to > reader.len) return reader.string();
    // What such texts differ in is at their ends.
    const place = ((buf[to - 1] as number) * 31 + (buf[to - 2] as number) * 7 + length) % PLACES;
    const known = this.places[place];
    if (known?.bytes.length === length && areAt(known.bytes, buf, from)) {
      reader.pos = to;
      return known.text;
    }
    const text = reader.string();
    this.places[place] = { bytes: buf.slice(from, to), text };
    return text;
  }
}
