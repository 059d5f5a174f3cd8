const CHUNK = 16 * 1024;
const LARGEST = 4 * 1024;

let chunk = new Uint8Array(CHUNK);
let used = 0;

/**
 * A copy of one's own, for what is kept for a moment: keys of recent changes, contents that wait to be told. Small copies
 * are cut from chunks, since memory taken for each alone costs several times what the copying does; so one that is kept
 * for long keeps its neighbours' memory as well.
 */
export function copied(bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  if (length > LARGEST) return bytes.slice();
  if (used + length > CHUNK) {
    chunk = new Uint8Array(CHUNK);
    used = 0;
  }
  const copy = chunk.subarray(used, used + length);
  copy.set(bytes);
  used += length;
  return copy;
}
