import $protobuf from 'protobufjs/minimal.js';
import { AssertionError } from '../../base/assert.ts';
import type { PeerMessage } from '../../member/door.ts';
import { messageKind } from './message-kinds.ts';
import type { LineSources } from './session-kinds.ts';
import { bytes, list, text, whole, yesNo } from './wire-fields.ts';
import { DELIMITED, type Kind, type Writer } from './wire-kinds.ts';
import { type Message, oneOf, variant } from './wire-messages.ts';

// What one message of the call between two members holds, as proto/holdfast/peer/v1/line.proto has it.

export type Talk = Hello | Frame | Part;

/** Who talks, and whom he believes to talk to. Must be readable in every wire version to come. */
export interface Hello {
  readonly type: 'hello';
  readonly minWire: number;
  readonly maxWire: number;
  readonly cluster: string;
  readonly member: string;
  readonly incarnation: number;
  readonly gatewayOnly: boolean;
  /** Of the software. */
  readonly version: string;
  readonly toMember: string;
  readonly toIncarnation: number;
}

export interface Frame {
  readonly type: 'frame';
  readonly messages: readonly PeerMessage[];
}

/** A piece of a frame that is too large for one message of the call. */
export interface Part {
  readonly type: 'part';
  readonly piece: Uint8Array;
  readonly last: boolean;
}

export interface Unreadable {
  readonly type: 'unreadable';
  readonly reason: string;
}

/** The most that one frame or piece holds. */
export const MAX_PIECE_BYTES = 1024 * 1024;
/** What a message of the call may have beside that. */
export const MAX_TALK_BYTES = MAX_PIECE_BYTES + 64;

const FRAME = 2;
const PART = 3;
const MESSAGES_TAG = 1 * 8 + DELIMITED;
const FRAME_TAG = FRAME * 8 + DELIMITED;

const HELLO: Kind<Hello> = variant('hello', {
  minWire: whole(1),
  maxWire: whole(2),
  cluster: text(3),
  member: text(4),
  incarnation: whole(5),
  gatewayOnly: yesNo(6),
  version: text(7),
  toMember: text(8),
  toIncarnation: whole(9),
});

/** Bytes ↔ what members say to each other. */
export class TalkCodec {
  private readonly message: Kind<PeerMessage>;
  private readonly frame: Message<Frame>;
  private readonly talk: Message<Talk>;

  constructor(sources: LineSources) {
    this.message = messageKind(sources);
    this.frame = variant<Frame>('frame', { messages: list(1, this.message) });
    const part = variant<Part>('part', { piece: bytes(1), last: yesNo(2) });
    this.talk = oneOf<Talk>({ hello: [1, HELLO], frame: [FRAME, this.frame], part: [PART, part] });
  }

  encode(talk: Talk): Buffer {
    const writer = $protobuf.Writer.create();
    this.talk.writeBody(talk, writer);
    return asBuffer(writer.finish());
  }

  /** Adds the message to what is to be the bytes of a frame. */
  append(message: PeerMessage, writer: Writer): void {
    this.message.write(message, writer.uint32(MESSAGES_TAG));
  }

  /** As `encode`, for the frame of these bytes. */
  encodeFrame(frame: Uint8Array): Buffer {
    const head = $protobuf.Writer.create().uint32(FRAME_TAG).uint32(frame.length).finish(true);
    const talk = Buffer.allocUnsafe(head.length + frame.length);
    talk.set(head);
    talk.set(frame, head.length);
    return talk;
  }

  /** Never throws on what a peer sent. Contents of sessions stay views of `bytes`. */
  decode(bytes: Uint8Array): Talk | Unreadable {
    return attempt(this.talk, bytes);
  }

  /** As `decode`, for the bytes of a frame alone. */
  decodeFrame(bytes: Uint8Array): Frame | Unreadable {
    return attempt(this.frame, bytes);
  }
}

function attempt<T>(message: Message<T>, bytes: Uint8Array): T | Unreadable {
  try {
    // Not as a Buffer: the core knows Uint8Array alone.
    return message.readBody(new $protobuf.Reader(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)));
  } catch (error) {
    if (error instanceof AssertionError) throw error;
    return { type: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
