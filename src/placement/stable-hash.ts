/**
 * MurmurHash3 for 32 bits (x86 variant, seed 0) over the octets of a session's identity. It decides which partition a
 * session belongs to, for the life of a cluster and in every version of this program: it must never change.
 *
 * @returns an unsigned 32-bit number
 */
export function stableHash(bytes: Uint8Array): number {
  const length = bytes.length;
  const blocksEnd = length & ~3;
  let hash = 0;
  for (let at = 0; at < blocksEnd; at += 4) {
    const block =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    hash ^= mixBlock(block);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  const left = length & 3;
  if (left > 0) {
    let block = bytes[blocksEnd] as number;
    if (left > 1) block |= (bytes[blocksEnd + 1] as number) << 8;
    if (left > 2) block |= (bytes[blocksEnd + 2] as number) << 16;
    hash ^= mixBlock(block);
  }
  hash ^= length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function mixBlock(block: number): number {
  const mixed = Math.imul(block, 0xcc9e2d51);
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
}
