import type { Socket } from 'node:net';
import type { Instant } from '../base/instant.ts';
import { NEVER } from '../base/instant.ts';
import type { Key } from '../base/key.ts';
import type { Clock, Cookie } from '../member/door.ts';

/** A lock granted to the client; until its answer is out, it may have to be given back. */
export interface Grant {
  readonly key: Key;
  readonly cookie: Cookie;
}

/** What leaves in one write. A client that takes this much every 10 s counts as making progress. */
const MAX_WRITE_BYTES = 262_144;
/** With this much waiting for a client to read, its further requests wait. */
const FULL_BYTES = 262_144;

/**
 * Answers on their way to one client. What was added since the last flush leaves in one write; while a write is under
 * way, the rest waits for it, so that progress can be told from standstill.
 *
 * Invariant: the bytes of a grant's answer end at `ends[i]`, counted from the first byte ever added; a grant is in
 * `grants` as long as `taken` has not reached that.
 */
export class Outbox {
  private readonly socket: Socket;
  private readonly clock: Clock;
  private readonly onTaken: () => void;
  private waiting: Buffer[] = [];
  private grants: Grant[] = [];
  private ends: number[] = [];
  private added = 0;
  private taken = 0;
  /** Bytes of the write under way. */
  private writing = 0;
  /** Since when the client has taken nothing of what it should; NEVER while there is nothing it should take. */
  standstillSince: Instant = NEVER;

  /** `onTaken` is called when a write is completed, that is, the kernel took it. */
  constructor(socket: Socket, clock: Clock, onTaken: () => void) {
    this.socket = socket;
    this.clock = clock;
    this.onTaken = onTaken;
  }

  get isEmpty(): boolean {
    return this.added === this.taken;
  }

  get isFull(): boolean {
    return this.added - this.taken >= FULL_BYTES;
  }

  add(bytes: Buffer, grant: Grant | null): void {
    this.waiting.push(bytes);
    this.added += bytes.length;
    if (grant !== null) {
      this.grants.push(grant);
      this.ends.push(this.added);
    }
  }

  flush(): void {
    if (this.writing > 0 || this.waiting.length === 0) return;
    const first = this.waiting[0] as Buffer;
    if (this.waiting.length === 1 && first.length <= MAX_WRITE_BYTES) {
      this.waiting.pop();
      this.writing = first.length;
      this.socket.write(first, this.onWritten);
    } else {
      this.writeSeveral();
    }
    // What the kernel took at once is no longer in the socket's own queue, though the callback comes a little later.
    this.standstillSince = this.socket.writableLength > 0 ? this.clock.now() : NEVER;
  }

  /** The connection is gone. Returns the grants whose answers did not leave. */
  abandon(): readonly Grant[] {
    const undelivered = this.grants;
    this.grants = [];
    this.ends = [];
    this.waiting = [];
    return undelivered;
  }

  private writeSeveral(): void {
    let room = MAX_WRITE_BYTES;
    let whole = 0;
    this.socket.cork();
    while (whole < this.waiting.length && room > 0) {
      const bytes = this.waiting[whole] as Buffer;
      const part = bytes.length > room ? bytes.subarray(0, room) : bytes;
      if (part === bytes) whole++;
      else this.waiting[whole] = bytes.subarray(room);
      room -= part.length;
      if (room === 0 || whole === this.waiting.length) this.socket.write(part, this.onWritten);
      else this.socket.write(part);
    }
    this.waiting.splice(0, whole);
    this.writing = MAX_WRITE_BYTES - room;
    this.socket.uncork();
  }

  private readonly onWritten = (error?: Error | null): void => {
    // The socket's close follows, and with it whatever there is to do.
    if (error) return;
    this.taken += this.writing;
    this.writing = 0;
    this.standstillSince = NEVER;
    while (this.ends.length > 0 && (this.ends[0] as number) <= this.taken) {
      this.ends.shift();
      this.grants.shift();
    }
    this.flush();
    this.onTaken();
  };
}
