import type { Version } from '../member/door.ts';

/** A version on the wire: memory and sequence, 48 bits each, the most significant octet first. */
export const VERSION_BYTES = 12;

/** Fits no session: neither number is ever negative. */
const NO_SUCH_VERSION: Version = { memory: -1, sequence: -1 };

export function versionToBytes(memory: number, sequence: number): Buffer {
  const bytes = Buffer.allocUnsafe(VERSION_BYTES);
  writeVersion(memory, sequence, bytes, 0);
  return bytes;
}

export function writeVersion(memory: number, sequence: number, into: Buffer, at: number): void {
  into.writeUIntBE(memory, at, 6);
  into.writeUIntBE(sequence, at + 6, 6);
}

/** Versions are opaque to clients, so one of another length is no mistake to point out: it just matches nothing. */
export function versionFromBytes(bytes: Uint8Array): Version {
  if (bytes.length !== VERSION_BYTES) return NO_SUCH_VERSION;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { memory: view.readUIntBE(0, 6), sequence: view.readUIntBE(6, 6) };
}
