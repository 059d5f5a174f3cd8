import type { Instant } from '../base/instant.ts';
import { NEVER } from '../base/instant.ts';
import type { Key } from '../base/key.ts';
import type { Clock, Cookie } from '../member/door.ts';
import type { AnswerPage } from './answer-page.ts';
import type { UnreadAnswers } from './unread-answers.ts';

/** A lock granted to the client; until its answer is out, it may have to be given back. */
export interface Grant {
  readonly key: Key;
  readonly cookie: Cookie;
}

/** What is needed of a socket. */
export interface AnswerSocket {
  /** Octets not yet taken by the kernel. */
  readonly writableLength: number;
  write(bytes: Uint8Array, written?: (error?: Error | null) => void): unknown;
  cork(): void;
  uncork(): void;
}

/**
 * What leaves in one write: at first 64 KiB, twice as much after a write the kernel took at once, little after one it
 * did not. A write tells of progress only when all of it is taken, and a client that reads a few KiB a second is to be
 * seen to make progress; but what fits into the kernel's buffer is to leave in few writes.
 */
const FIRST_WRITE_BYTES = 65_536;
const LEAST_WRITE_BYTES = 16_384;
const MOST_WRITE_BYTES = 262_144;
/** With this much waiting for a client to read, its further requests wait. */
const FULL_BYTES = 262_144;

const NOTHING = Buffer.alloc(0);

/**
 * Answers on their way to one client. What was added since the last flush leaves in one write; while a write is under
 * way, the rest waits for it, so that progress can be told from standstill.
 *
 * Invariants:
 * 1. The bytes of a grant's answer end at `ends[i]`, counted from the first byte ever added. A grant is in `grants` as
 *    long as `taken` has not reached that, and longer if it is in doubt.
 * 2. Answers are in the page only if they were added with no write under way; if not all of them left with the flush, the
 *    page is pinned until they have.
 * 3. `held` is what this outbox added to `unread`: each answer whole, until all of it is taken. A part of a buffer keeps
 *    all of it in memory.
 *
 * Doubt: that the kernel took a grant's answer says little once the client has ended its side. If it only said that it
 * will ask no more, it reads the answer. If it closed its socket, its kernel answers ours with a reset, a moment later.
 * Nobody tells us of that, for nothing is left to be read; but a write of no octets fails then (EPIPE), and sends
 * nothing if there was no reset. Seen on Linux; where it does not fail, the lock stays until its lease ends.
 */
export class Outbox {
  private readonly socket: AnswerSocket;
  private readonly clock: Clock;
  private readonly unread: UnreadAnswers;
  private readonly page: AnswerPage;
  private readonly onTaken: () => void;
  private waiting: Buffer[] = [];
  private grants: Grant[] = [];
  private ends: number[] = [];
  private added = 0;
  private taken = 0;
  private held = 0;
  /** Bytes of the write under way. */
  private writing = 0;
  /** Bytes of the answers that are out when the write under way is taken. */
  private completing = 0;
  /** How much of the first answer waiting has left in earlier writes. */
  private begun = 0;
  private writeBytes = FIRST_WRITE_BYTES;
  /** What was added last, if that was a grant. */
  private lastGrant: Grant | null = null;
  private isDoubting = false;
  private isPinning = false;
  /** Since when the client has taken nothing of what it should; NEVER while there is nothing it should take. */
  standstillSince: Instant = NEVER;

  /** `onTaken` is called when a write is completed, that is, the kernel took it. */
  constructor(socket: AnswerSocket, clock: Clock, unread: UnreadAnswers, page: AnswerPage, onTaken: () => void) {
    this.socket = socket;
    this.clock = clock;
    this.unread = unread;
    this.page = page;
    this.onTaken = onTaken;
  }

  get isEmpty(): boolean {
    return this.added === this.taken;
  }

  get isFull(): boolean {
    return this.added - this.taken >= FULL_BYTES;
  }

  /** Where the next answer may be written to; null for memory of its own, as it may stay for long. */
  get pageForNext(): AnswerPage | null {
    return this.writing > 0 ? null : this.page;
  }

  /** Whether the client may turn out not to have got a grant that the kernel took. */
  get isInDoubt(): boolean {
    return this.isDoubting && this.grants.length > 0;
  }

  add(bytes: Buffer, grant: Grant | null): void {
    const { length } = bytes;
    this.waiting.push(bytes);
    this.added += length;
    this.held += length;
    this.unread.held += length;
    this.lastGrant = grant;
    if (grant !== null) {
      this.grants.push(grant);
      this.ends.push(this.added);
    }
  }

  flush(): void {
    if (this.writing > 0 || this.waiting.length === 0) return;
    const first = this.waiting[0] as Buffer;
    const { length } = first;
    if (this.waiting.length === 1 && length <= this.writeBytes) {
      this.waiting.pop();
      this.writing = length;
      this.completing = this.begun + length;
      this.begun = 0;
      this.socket.write(first, this.onWritten);
    } else {
      this.writeSeveral();
    }
    // What the kernel took at once is no longer in the socket's own queue, though the callback comes a little later.
    if (this.socket.writableLength > 0) {
      this.standstillSince = this.clock.now();
      this.writeBytes = LEAST_WRITE_BYTES;
      this.pin();
    } else {
      if (this.waiting.length > 0) this.pin();
      this.standstillSince = NEVER;
      if (this.writing === this.writeBytes) this.writeBytes = Math.min(this.writeBytes * 2, MOST_WRITE_BYTES);
    }
  }

  /**
   * From now on grants stay in doubt, though the kernel takes their answers.
   *
   * @param isFresh whether what left last may still be on its way: a grant that left last is then in doubt too
   */
  doubt(isFresh: boolean): void {
    if (this.isDoubting) return;
    this.isDoubting = true;
    if (!isFresh || !this.isEmpty || this.lastGrant === null) return;
    this.grants.push(this.lastGrant);
    this.ends.push(this.added);
  }

  /** If the client's kernel has refused what was sent, the socket closes with EPIPE. To be called with nothing waiting. */
  probe(): void {
    this.socket.write(NOTHING);
  }

  /**
   * The connection is gone. Returns the grants that the client did not get.
   *
   * @param isRefused whether the client's kernel refused what was sent
   */
  abandon(isRefused: boolean): readonly Grant[] {
    const undelivered = this.grants.filter((_, at) => isRefused || (this.ends[at] as number) > this.taken);
    this.grants = [];
    this.ends = [];
    this.waiting = [];
    this.unread.held -= this.held;
    this.held = 0;
    this.completing = 0;
    this.unpin();
    return undelivered;
  }

  private pin(): void {
    if (this.isPinning) return;
    this.isPinning = true;
    this.page.pin();
  }

  private unpin(): void {
    if (!this.isPinning) return;
    this.isPinning = false;
    this.page.unpin();
  }

  private writeSeveral(): void {
    let room = this.writeBytes;
    let whole = 0;
    this.completing = 0;
    this.socket.cork();
    while (whole < this.waiting.length && room > 0) {
      const bytes = this.waiting[whole] as Buffer;
      const part = bytes.length > room ? bytes.subarray(0, room) : bytes;
      if (part === bytes) {
        whole++;
        this.completing += this.begun + bytes.length;
        this.begun = 0;
      } else {
        this.waiting[whole] = bytes.subarray(room);
        this.begun += room;
      }
      room -= part.length;
      if (room === 0 || whole === this.waiting.length) this.socket.write(part, this.onWritten);
      else this.socket.write(part);
    }
    this.waiting.splice(0, whole);
    this.writing = this.writeBytes - room;
    this.socket.uncork();
  }

  private readonly onWritten = (error?: Error | null): void => {
    // The socket's close follows, and with it whatever there is to do.
    if (error) return;
    this.taken += this.writing;
    this.writing = 0;
    this.held -= this.completing;
    this.unread.held -= this.completing;
    this.completing = 0;
    this.standstillSince = NEVER;
    while (!this.isDoubting && this.ends.length > 0 && (this.ends[0] as number) <= this.taken) {
      this.ends.shift();
      this.grants.shift();
    }
    if (this.isEmpty) this.unpin();
    else this.flush();
    this.onTaken();
  };
}
