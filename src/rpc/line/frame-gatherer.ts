import $protobuf from 'protobufjs/minimal.js';
import type { PeerMessage } from '../../member/door.ts';
import { MAX_PIECE_BYTES, type TalkCodec } from './talk-codec.ts';
import type { Writer } from './wire-kinds.ts';

/** What a turn sends to one peer: frames as full as they may be, and what alone is larger in parts. */
export class FrameGatherer {
  private readonly codec: TalkCodec;
  private writer: Writer = $protobuf.Writer.create();
  private ready: Buffer[] = [];

  constructor(codec: TalkCodec) {
    this.codec = codec;
  }

  /** The message is written down at once: nothing of it is looked at later. */
  add(message: PeerMessage): void {
    this.codec.append(message, this.writer);
    if (this.writer.pos >= MAX_PIECE_BYTES / 2) this.close();
  }

  /** Messages of the call, in the order in which they are to leave. */
  take(): readonly Buffer[] {
    this.close();
    const { ready } = this;
    this.ready = [];
    return ready;
  }

  private close(): void {
    const frame = this.writer.finish(true);
    const { length } = frame;
    if (length === 0) return;
    if (length <= MAX_PIECE_BYTES) {
      this.ready.push(this.codec.encodeFrame(frame));
      this.writer.reset();
      return;
    }
    for (let from = 0; from < length; from += MAX_PIECE_BYTES) {
      const to = Math.min(from + MAX_PIECE_BYTES, length);
      this.ready.push(this.codec.encode({ type: 'part', piece: frame.subarray(from, to), last: to === length }));
    }
    // One large message must not take its memory for ever.
    this.writer = $protobuf.Writer.create();
  }
}
