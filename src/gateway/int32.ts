/** What `parseInt32` says of text that is no number: a number no 32 bits can hold. */
export const NOT_AN_INT32 = 2 ** 32;

const INT32_MAX = 2_147_483_647;

/**
 * Reads the whole of `bytes[from..to)` as .NET's `Int32.Parse` does in the invariant culture: white space around, an
 * optional sign, ASCII digits, and a value within 32 signed bits. Anything else is NOT_AN_INT32.
 */
export function parseInt32(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  let end = to;
  while (at < end && isWhiteSpace(bytes[at] as number)) at++;
  while (end > at && isWhiteSpace(bytes[end - 1] as number)) end--;
  let negative = false;
  if (at < end && (bytes[at] === 0x2d || bytes[at] === 0x2b)) {
    negative = bytes[at] === 0x2d;
    at++;
  }
  if (at === end) return NOT_AN_INT32;
  const largest = negative ? INT32_MAX + 1 : INT32_MAX;
  let value = 0;
  for (; at < end; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) return NOT_AN_INT32;
    value = value * 10 + digit;
    // Checked digit by digit, so that a number as long as a header can be never loses precision and comes back in range.
    if (value > largest) return NOT_AN_INT32;
  }
  return negative && value !== 0 ? -value : value;
}

function isWhiteSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}
