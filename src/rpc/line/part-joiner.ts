import type { Frame, Part, TalkCodec, Unreadable } from './talk-codec.ts';

/** A frame in parts may be so large: several times the largest content of a session, and less than would hurt. */
export const MAX_JOINED_BYTES = 256 * 1024 * 1024;

/** Puts frames together that came in parts. */
export class PartJoiner {
  private readonly codec: TalkCodec;
  private readonly limit: number;
  private pieces: Uint8Array[] = [];
  private bytes = 0;

  constructor(codec: TalkCodec, limit: number) {
    this.codec = codec;
    this.limit = limit;
  }

  /** Whether a frame has begun that is not complete. */
  get isAmid(): boolean {
    return this.pieces.length > 0;
  }

  /** The frame, if this was its last piece; null if there are more to come. */
  add({ piece, last }: Part): Frame | Unreadable | null {
    if (piece.length === 0) return { type: 'unreadable', reason: 'a piece of nothing' };
    this.pieces.push(piece);
    this.bytes += piece.length;
    const { pieces, bytes } = this;
    if (bytes > this.limit) return { type: 'unreadable', reason: `a frame of more than ${this.limit} bytes` };
    if (!last) return null;
    this.pieces = [];
    this.bytes = 0;
    return this.codec.decodeFrame(Buffer.concat(pieces, bytes));
  }
}
