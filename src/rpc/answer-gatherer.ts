import type { Key } from '../base/key.ts';
import type { CommandType, Cookie } from '../member/door.ts';
import { type HotOutcome, pipedBytes, writePiped } from './hot-outcomes.ts';
import { varintBytes, writeVarint } from './wire.ts';

/** Answers are gathered into messages of about this size; a larger one travels alone. Well below what clients accept. */
const MESSAGE_BYTES = 1024 * 1024;

const FIRST_CAPACITY = 512;

/** PipeResponse.answers: field 1, length-delimited. */
const ANSWERS_TAG = (1 << 3) | 2;

/** A lock that an answer grants. */
export interface Grant {
  readonly key: Key;
  readonly cookie: Cookie;
}

/** A PipeResponse. */
export interface AnswersMessage {
  readonly bytes: Buffer;
  readonly answers: number;
  readonly grants: readonly Grant[];
}

/**
 * The answers of one Pipe that leave together, each written straight to its place in a message.
 *
 * Invariant: a message that was taken holds no more than twice the memory that its octets need.
 */
export class AnswerGatherer {
  private full: AnswersMessage[] = [];
  private buffer: Buffer = NOTHING;
  private length = 0;
  private answers = 0;
  private grants: Grant[] = [];
  /** What the last message came to, for the next may well come to as much. */
  private expected = FIRST_CAPACITY;

  /** Octets added by the answer of command `id`. */
  addHot(id: number, type: CommandType, outcome: HotOutcome, grant: Grant | null): number {
    const size = pipedBytes(id, outcome);
    this.makeRoom(size);
    this.length = writePiped(id, type, outcome, this.buffer, this.length);
    this.count(grant);
    return size;
  }

  /** Octets added by a PipeAnswer. */
  add(answer: Uint8Array): number {
    const size = 1 + varintBytes(answer.length) + answer.length;
    this.makeRoom(size);
    this.buffer[this.length] = ANSWERS_TAG;
    const at = writeVarint(answer.length, this.buffer, this.length + 1);
    this.buffer.set(answer, at);
    this.length = at + answer.length;
    this.count(null);
    return size;
  }

  /** What was added since the last time. */
  take(): readonly AnswersMessage[] {
    this.close();
    const { full } = this;
    this.full = [];
    return full;
  }

  private count(grant: Grant | null): void {
    this.answers++;
    if (grant !== null) this.grants.push(grant);
  }

  private makeRoom(size: number): void {
    if (this.answers > 0 && this.length + size > MESSAGE_BYTES) this.close();
    const needed = this.length + size;
    if (needed <= this.buffer.length) return;
    const more = Buffer.allocUnsafe(Math.max(needed, this.answers === 0 ? this.expected : this.buffer.length * 2));
    more.set(this.buffer.subarray(0, this.length));
    this.buffer = more;
  }

  private close(): void {
    const { buffer, length, answers, grants } = this;
    if (answers === 0) return;
    const written = buffer.subarray(0, length);
    this.full.push({ bytes: length * 2 < buffer.length ? Buffer.from(written) : written, answers, grants });
    this.expected = length;
    this.buffer = NOTHING;
    this.length = 0;
    this.answers = 0;
    this.grants = [];
  }
}

const NOTHING = Buffer.alloc(0);
