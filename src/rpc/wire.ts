/** Varints of protobuf: seven bits to an octet, the lowest first. Numbers are whole, from 0 to 2^53. */

const BEYOND_32_BITS = 2 ** 32;

export function varintBytes(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  if (value < 0x20_0000) return 3;
  if (value < 0x1000_0000) return 4;
  let bytes = 5;
  for (let rest = value / 0x8_0000_0000; rest >= 1; rest /= 0x80) bytes++;
  return bytes;
}

/** Gives back where it ends. */
export function writeVarint(value: number, into: Uint8Array, start: number): number {
  let at = start;
  let rest = value;
  while (rest >= BEYOND_32_BITS) {
    into[at++] = (rest % 0x80) | 0x80;
    rest = Math.floor(rest / 0x80);
  }
  rest >>>= 0;
  while (rest >= 0x80) {
    into[at++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  into[at++] = rest;
  return at;
}
