const PERCENT = 0x25;
const PLUS = 0x2b;
const SLASH = 0x2f;
const SPACE = 0x20;
const LOWER_U = 0x75;

/** The value of each octet as a hexadecimal digit; -1 where it is none. */
const HEX = new Int8Array(256).fill(-1);
for (let digit = 0; digit < 10; digit++) HEX[0x30 + digit] = digit;
for (let digit = 10; digit < 16; digit++) {
  HEX[0x41 + digit - 10] = digit;
  HEX[0x61 + digit - 10] = digit;
}

/** Decoded identities are laid one after another into slabs: an allocation of its own for each would cost more than decoding it. */
const SLAB_BYTES = 8192;
const SLAB_URI_BYTES = 1024;
let slab = new Uint8Array(SLAB_BYTES);
let slabUsed = 0;

/**
 * Decodes a request target as the stock server does: the first of two leading slashes goes, then `+` is a space, `%xx`
 * an octet of UTF-8, `%uXXXX` a UTF-16 unit; malformed or cut-off escapes stay as they are. Octets above 127 are latin1
 * characters. What is no valid text (wrong UTF-8, a lone surrogate) becomes U+FFFD.
 *
 * @returns UTF-8, a view of shared memory that nobody writes to again; whoever keeps it for long copies it
 */
export function decodeUri(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const start = to - from >= 2 && bytes[from] === SLASH && bytes[from + 1] === SLASH ? from + 1 : from;
  const longest = to - start;
  if (longest > SLAB_URI_BYTES) return decodeText(bytes, start, to);
  if (slabUsed + longest > SLAB_BYTES) {
    slab = new Uint8Array(SLAB_BYTES);
    slabUsed = 0;
  }
  // Decoding never lengthens ASCII, so what is written here stays within `longest`.
  const target = slab;
  let length = slabUsed;
  for (let at = start; at < to; at++) {
    let byte = bytes[at] as number;
    if (byte === PERCENT) {
      if (at + 2 < to) {
        const high = HEX[bytes[at + 1] as number] as number;
        const low = HEX[bytes[at + 2] as number] as number;
        if (high >= 0 && low >= 0) {
          byte = (high << 4) | low;
          at += 2;
        } else if (bytes[at + 1] === LOWER_U) {
          return decodeText(bytes, start, to);
        }
      }
    } else if (byte === PLUS) {
      byte = SPACE;
    }
    if (byte > 127) return decodeText(bytes, start, to);
    target[length++] = byte;
  }
  const view = new Uint8Array(target.buffer, slabUsed, length - slabUsed);
  slabUsed = length;
  return view;
}

/** The same for any text. Characters from `%u` or latin1 end a run of octets; each run is UTF-8 by itself. */
function decodeText(bytes: Uint8Array, start: number, to: number): Uint8Array {
  const run = Buffer.allocUnsafe(to - start);
  let runLength = 0;
  let text = '';
  for (let at = start; at < to; at++) {
    const byte = bytes[at] as number;
    let unit = -1;
    if (byte === PERCENT && at + 2 < to) {
      if (bytes[at + 1] === LOWER_U && at + 5 < to) {
        unit = utf16UnitAt(bytes, at + 2);
        if (unit >= 0) at += 5;
      } else {
        const octet = octetAt(bytes, at + 1);
        if (octet >= 0) {
          run[runLength++] = octet;
          at += 2;
          continue;
        }
      }
    } else if (byte > 127) {
      unit = byte;
    }
    if (unit >= 0) {
      text += run.toString('utf8', 0, runLength) + String.fromCharCode(unit);
      runLength = 0;
    } else {
      run[runLength++] = byte === PLUS ? SPACE : byte;
    }
  }
  text += run.toString('utf8', 0, runLength);
  // Encoding turns each surrogate without its partner into U+FFFD.
  return Buffer.from(text, 'utf8');
}

function octetAt(bytes: Uint8Array, at: number): number {
  const high = HEX[bytes[at] as number] as number;
  const low = HEX[bytes[at + 1] as number] as number;
  return high < 0 || low < 0 ? -1 : (high << 4) | low;
}

function utf16UnitAt(bytes: Uint8Array, at: number): number {
  const high = octetAt(bytes, at);
  const low = octetAt(bytes, at + 2);
  return high < 0 || low < 0 ? -1 : (high << 8) | low;
}
