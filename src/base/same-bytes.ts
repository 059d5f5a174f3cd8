export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && areAt(a, b, 0);
}

/** Whether `bytes` are in `within` from there on. Looked at from the end: texts of one kind mostly begin alike. */
export function areAt(bytes: Uint8Array, within: Uint8Array, from: number): boolean {
  const { length } = bytes;
  if (length > within.length - from) return false;
  for (let at = length - 1; at >= 0; at--) if (bytes[at] !== within[from + at]) return false;
  return true;
}
