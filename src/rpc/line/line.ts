import { assert, unreachable } from '../../base/assert.ts';
import type { Duration, Instant } from '../../base/instant.ts';
import type { Holder, PeerMessage } from '../../member/door.ts';
import { FrameGatherer } from './frame-gatherer.ts';
import type { LineCounters } from './line-counters.ts';
import type { LineStream } from './line-stream.ts';
import { PartJoiner } from './part-joiner.ts';
import type { Hello, Talk, TalkCodec, Unreadable } from './talk-codec.ts';

/**
 * Why a line ended. `unreachable`: nobody was there to greet. `refused`: one of both did not want it. `replaced`: by a
 * newer one to the same member. `closed`: we are stopping.
 */
export type LineEnd = 'unreachable' | 'refused' | 'broken' | 'silent' | 'slow' | 'unreadable' | 'replaced' | 'closed';

/** Is told of a line's life. */
export interface LineKeeper {
  greeted(line: Line, hello: Hello): void;
  received(line: Line, messages: readonly PeerMessage[]): void;
  /** Once, whoever ended it; nothing is told after. */
  ended(line: Line, end: LineEnd, reason: string): void;
}

export interface LineLimits {
  /** From the first attempt to connect until the other side has said who it is. */
  readonly greetWithin: Duration;
  /**
   * What may wait while the other side takes nothing of it; four times as much may wait in any case, when a turn wants to
   * send more.
   */
  readonly maxUnsentBytes: number;
  /** The largest frame that comes in parts. */
  readonly maxJoinedBytes: number;
}

/** A line that brought no octet for so many looks in a row is dead. One that takes nothing for as long is stuck. */
export const QUIET_LOOKS = 6;
/** Much may be sent at once, to a peer that takes it as fast as it can: so many times the limit must not wait at all. */
const FAR_TOO_MUCH = 4;

const STRANGER: Unreadable = { type: 'unreadable', reason: 'does not greet first' };

/**
 * One line from its opening to its end: who is at the other end, what waits to leave, whether it still lives.
 *
 * It is `greeting` until the other side has said who it is, `standing` once it was found welcome, and then `over`.
 */
export class Line {
  readonly stream: LineStream;
  /** Whom we dialled; null if we were dialled. */
  readonly target: Holder | null;
  /** Who the other side says it is; null before it said so. */
  hello: Hello | null = null;
  private state: 'greeting' | 'standing' | 'over' = 'greeting';
  private holder: Holder | null = null;
  private stoodAt: Instant | null = null;
  private readonly codec: TalkCodec;
  private readonly keeper: LineKeeper;
  private readonly limits: LineLimits;
  private readonly counters: LineCounters;
  private readonly gatherer: FrameGatherer;
  private readonly joiner: PartJoiner;
  private readonly greetingTimer: NodeJS.Timeout;
  private unsent = 0;
  private seenBytes = 0;
  private quietLooks = 0;
  private hasTaken = false;
  private stuckLooks = 0;
  private isOpen = false;

  constructor(
    stream: LineStream,
    target: Holder | null,
    codec: TalkCodec,
    keeper: LineKeeper,
    limits: LineLimits,
    counters: LineCounters,
  ) {
    this.stream = stream;
    this.target = target;
    this.codec = codec;
    this.keeper = keeper;
    this.limits = limits;
    this.counters = counters;
    this.gatherer = new FrameGatherer(codec);
    this.joiner = new PartJoiner(codec, limits.maxJoinedBytes);
    const late = (): void => this.end('unreachable', `no greeting within ${limits.greetWithin} ms`);
    this.greetingTimer = setTimeout(late, limits.greetWithin).unref();
    stream.open({
      received: (bytes) => this.onBytes(bytes),
      over: (reason, refused) => this.end(refused ? 'refused' : this.wasGreeting('unreachable', 'broken'), reason),
    });
  }

  get isStanding(): boolean {
    return this.state === 'standing';
  }

  /** Who is at the other end of a line that stands, or stood. */
  get peer(): Holder {
    assert(this.holder !== null, 'only a line that stood has a peer');
    return this.holder;
  }

  /** When it came to stand; null if it never did. */
  get since(): Instant | null {
    return this.stoodAt;
  }

  greet(hello: Hello): void {
    this.write(this.codec.encode(hello));
  }

  /** The other side is welcome: from now on there are messages. */
  stand(peer: Holder, at: Instant): void {
    assert(this.state === 'greeting', 'a line comes to stand once');
    clearTimeout(this.greetingTimer);
    this.state = 'standing';
    this.holder = peer;
    this.stoodAt = at;
  }

  /** The member knows of this line: what it sends from now on is meant for it. */
  open(): void {
    this.isOpen = true;
  }

  /** Whether it stands, and the member knows. */
  get takesMessages(): boolean {
    return this.isStanding && this.isOpen;
  }

  /** Leaves with `flush`. */
  send(message: PeerMessage): void {
    assert(this.takesMessages, 'messages need a line that stands, and that the member knows of');
    this.gatherer.add(message);
  }

  flush(): void {
    if (this.state !== 'standing') return;
    if (this.unsent > FAR_TOO_MUCH * this.limits.maxUnsentBytes) {
      this.endSlow();
      return;
    }
    for (const bytes of this.gatherer.take()) {
      this.counters.framesOut++;
      this.write(bytes);
    }
  }

  /**
   * To be called at even intervals. Silence is counted in looks, not by the clock: a process that was itself stopped for
   * a while has not listened, and finds what came meanwhile before it looks again.
   */
  look(): void {
    const { bytesRead } = this.stream;
    this.quietLooks = bytesRead === this.seenBytes ? this.quietLooks + 1 : 0;
    this.seenBytes = bytesRead;
    const isStuck = this.unsent > this.limits.maxUnsentBytes && !this.hasTaken;
    this.stuckLooks = isStuck ? this.stuckLooks + 1 : 0;
    this.hasTaken = false;
    // Node reads nothing while it cannot write, so who is stuck may seem silent as well.
    if (this.stuckLooks >= QUIET_LOOKS) this.endSlow();
    else if (this.quietLooks >= QUIET_LOOKS) this.end('silent', 'nothing was heard for too long');
  }

  /** The other side is told why. */
  refuse(reason: string): void {
    if (this.state === 'over') return;
    this.stream.refuse(reason);
    this.leave('refused', reason);
  }

  /** Ends with what was sent delivered, if the other side takes it. */
  finish(): void {
    this.flush();
    if (this.isStanding) this.stream.finish();
    else this.end('closed', 'we are stopping');
  }

  end(end: LineEnd, reason: string): void {
    if (this.state === 'over') return;
    this.stream.kill();
    this.leave(end, reason);
  }

  private endSlow(): void {
    this.end('slow', `${this.unsent} bytes wait to be taken`);
  }

  private leave(end: LineEnd, reason: string): void {
    clearTimeout(this.greetingTimer);
    this.state = 'over';
    this.counters.unsentBytes -= this.unsent;
    this.keeper.ended(this, end, reason);
  }

  private onBytes(bytes: Buffer): void {
    this.counters.bytesIn += bytes.length;
    const talk = this.codec.decode(bytes);
    switch (talk.type) {
      case 'unreadable':
        this.onFrame(talk);
        return;
      case 'hello':
        if (this.hello !== null) {
          this.end('unreadable', 'greets twice');
          return;
        }
        this.hello = talk;
        this.keeper.greeted(this, talk);
        return;
      case 'frame':
        this.counters.framesIn++;
        if (this.joiner.isAmid) this.end('unreadable', 'a frame amid the parts of another');
        else this.onFrame(talk);
        return;
      case 'part': {
        this.counters.framesIn++;
        // Nothing is kept for who did not say who he is.
        const frame = this.isStanding ? this.joiner.add(talk) : STRANGER;
        if (frame !== null) this.onFrame(frame);
        return;
      }
      default:
        unreachable(talk);
    }
  }

  private onFrame(frame: Exclude<Talk, { type: 'hello' | 'part' }> | Unreadable): void {
    if (frame.type === 'unreadable') this.end('unreadable', frame.reason);
    else if (this.state === 'standing') this.keeper.received(this, frame.messages);
    else this.end('unreadable', STRANGER.reason);
  }

  private write(bytes: Buffer): void {
    const { length } = bytes;
    this.unsent += length;
    this.counters.bytesOut += length;
    this.counters.unsentBytes += length;
    this.stream.write(bytes, () => {
      if (this.state === 'over') return;
      this.hasTaken = true;
      this.unsent -= length;
      this.counters.unsentBytes -= length;
    });
  }

  private wasGreeting<T>(yes: T, no: T): T {
    return this.state === 'greeting' ? yes : no;
  }
}
