/**
 * What a session is found under: the octets of its decoded identity and their stable hash. Made once, at the door;
 * nothing further in hashes or decodes again.
 *
 * Invariant: `hash` is `stableHash(bytes)`, and nobody writes to `bytes` once the key exists.
 */
export interface Key {
  /** Unsigned 32 bits. */
  readonly hash: number;
  /** UTF-8 of `application/id` as the gateway decodes it (or as gRPC names it). */
  readonly bytes: Uint8Array;
}
