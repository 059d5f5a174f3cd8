import type { Duration, Instant } from '../../base/instant.ts';
import { Random } from '../../base/random.ts';
import { type Clock, type Holder, nameOf, type PeerMessage, sameHolder } from '../../member/door.ts';
import { AcceptedStream } from './accepted-stream.ts';
import { DialledStream, isAddress } from './dialled-stream.ts';
import { Dialler } from './dialler.ts';
import { helloTo, type Introduction, judge, mayDial, WIRE, type WireVersions } from './greeting.ts';
import { Line, type LineEnd, type LineKeeper, type LineLimits, QUIET_LOOKS } from './line.ts';
import { type LineCounters, newLineCounters } from './line-counters.ts';
import { LineLog, type PeerLog } from './line-log.ts';
import type { MemberTls } from './line-stream.ts';
import type { MemberListener } from './member-listener.ts';
import { MAX_JOINED_BYTES } from './part-joiner.ts';
import type { LineSources } from './session-kinds.ts';
import { type Hello, TalkCodec } from './talk-codec.ts';
import { goneForGood, type Vanished } from './vanished.ts';

export interface PeerLinesOptions {
  /** This very process. */
  readonly self: Holder;
  /** The cluster's name, as configured. */
  readonly cluster: string;
  /** Holds no partitions: it dials everybody, and nobody dials it. */
  readonly gatewayOnly: boolean;
  /** Of the software, for the other side's log. */
  readonly version: string;
  /** Null: lines are not encrypted. */
  readonly tls: MemberTls | null;
  /** The member's table of sources. */
  readonly sources: LineSources;
  /** Any number; decides when a line that ended is dialled again. */
  readonly seed: number;
  /** A peer from which nothing came for so long is given up. Absent: 3 s. */
  readonly silence?: Duration;
  /** From an attempt to connect until the other side has said who it is. Absent: 2 s. */
  readonly greetWithin?: Duration;
  /** What may wait while a peer takes nothing of it; four times as much in any case. Absent: 64 MiB. */
  readonly maxUnsentBytes?: number;
  /** The largest frame that comes in parts. Absent: 256 MiB. */
  readonly maxJoinedBytes?: number;
  /** Absent: what this software speaks. */
  readonly speaks?: WireVersions;
}

/** What the member is told. Never from within `send`; `down` once for each `up`, and nothing delivered after it. */
export interface LineEvents {
  /** `isTold` is to be called when the member learns of this line. Until then nothing goes out over it. */
  up(peer: Holder, isTold: () => void): void;
  down(peer: Holder): void;
  delivered(from: Holder, message: PeerMessage): void;
}

/** Another process, as the store shows it. */
export interface LinePeer {
  readonly holder: Holder;
  /** Host and port of its member line. */
  readonly address: string;
  /** It dials us. Absent: false. */
  readonly gatewayOnly?: boolean;
}

/** A line that stands, for operators. */
export interface StandingLine {
  readonly peer: Holder;
  readonly address: string;
  readonly wire: number;
  /** Of the peer's software. */
  readonly version: string;
  readonly since: Instant;
}

const SILENCE: Duration = 3_000;
const GREET_WITHIN: Duration = 2_000;
const MAX_UNSENT_BYTES = 64 * 1024 * 1024;
/** How long peers have to take what was sent last. */
const LAST_WORDS: Duration = 1_000;

/**
 * The lines to all other members. Of two processes one dials (`mayDial`), and between two of them stands one line at
 * most: a newer one ends the older, unless it is from an older incarnation.
 */
export class PeerLines implements LineKeeper {
  private readonly introduction: Introduction;
  private readonly tls: MemberTls | null;
  private readonly events: LineEvents;
  private readonly clock: Clock;
  private readonly log: LineLog;
  private readonly codec: TalkCodec;
  private readonly limits: LineLimits;
  private readonly random: Random;
  private readonly counts = newLineCounters();
  /** By member. */
  private readonly diallers = new Map<string, Dialler>();
  private readonly standing = new Map<string, { readonly line: Line; readonly wire: number }>();
  private readonly open = new Set<Line>();
  /** Which have something to send: few, even of many. */
  private readonly gathered: Line[] = [];
  private readonly looking: NodeJS.Timeout;
  private onceClosed: (() => void) | null = null;

  constructor(options: PeerLinesOptions, events: LineEvents, clock: Clock, log: PeerLog) {
    const { self, cluster, gatewayOnly, version, speaks = WIRE } = options;
    this.introduction = { self, cluster, gatewayOnly, version, speaks };
    this.tls = options.tls;
    this.events = events;
    this.clock = clock;
    this.log = new LineLog(log, clock);
    this.codec = new TalkCodec(options.sources);
    this.limits = {
      greetWithin: options.greetWithin ?? GREET_WITHIN,
      maxUnsentBytes: options.maxUnsentBytes ?? MAX_UNSENT_BYTES,
      maxJoinedBytes: options.maxJoinedBytes ?? MAX_JOINED_BYTES,
    };
    this.random = new Random(options.seed);
    const every = (options.silence ?? SILENCE) / QUIET_LOOKS;
    this.looking = setInterval(() => this.look(), every).unref();
  }

  get counters(): Readonly<LineCounters> {
    return this.counts;
  }

  lines(): StandingLine[] {
    return [...this.standing.values()].map(({ line, wire }) => {
      const { peer, hello, stream, since } = line;
      return { peer, address: stream.address, wire, version: hello?.version ?? '', since: since ?? this.clock.now() };
    });
  }

  /** From now on peers may dial us there. */
  acceptOn(listener: MemberListener): void {
    listener.onTalk((call, socket) => this.accept(new AcceptedStream(call, socket)));
  }

  /**
   * Who else is registered. Those who are no longer are dialled on at the address they had, for a while: a registration
   * that vanished proves nothing.
   */
  setPeers(peers: readonly LinePeer[]): void {
    if (this.onceClosed !== null) return;
    const now = this.clock.now();
    const shown = new Set(peers.map(({ holder }) => holder.member));
    for (const peer of peers) {
      if (isAddress(peer.address)) this.aim(peer);
      else this.log.noAddress(peer.holder, peer.address);
    }
    const vanished: Vanished[] = [];
    for (const [member, dialler] of this.diallers) {
      if (shown.has(member)) continue;
      dialler.vanishedAt ??= now;
      if (!dialler.hasLine) vanished.push({ member, at: dialler.vanishedAt });
    }
    for (const member of goneForGood(vanished, now)) this.forget(member);
  }

  /**
   * Gathered, and leaves with `flush`. Dropped if no line to this very process stands; or one of which the member does
   * not know yet, since what it says is meant for the one before.
   */
  send(to: Holder, message: PeerMessage): void {
    const line = this.standing.get(to.member)?.line;
    if (!line?.takesMessages || !sameHolder(line.peer, to) || this.onceClosed !== null) return;
    line.send(message);
    if (!this.gathered.includes(line)) this.gathered.push(line);
  }

  /** The turn is over: what was sent leaves, for each peer as one frame if it is not too large for that. */
  flush(): void {
    for (let line = this.gathered.pop(); line !== undefined; line = this.gathered.pop()) line.flush();
  }

  /** Nothing is told from now on. Resolves when peers have taken what was sent, or had a second to do so. */
  async close(): Promise<void> {
    if (this.onceClosed !== null) return;
    clearInterval(this.looking);
    for (const dialler of this.diallers.values()) dialler.stop();
    const closed = new Promise<void>((resolve) => {
      this.onceClosed = resolve;
    });
    for (const line of [...this.open]) line.finish();
    const force = setTimeout(() => {
      for (const line of [...this.open]) line.end('closed', 'we are stopping');
    }, LAST_WORDS);
    if (this.open.size > 0) await closed;
    clearTimeout(force);
  }

  greeted(line: Line, hello: Hello): void {
    const verdict = judge(hello, line.target, this.introduction);
    if (verdict.type === 'unwelcome') {
      line.refuse(verdict.reason);
      return;
    }
    const { peer, wire } = verdict;
    const former = this.standing.get(peer.member)?.line;
    if (former !== undefined && former.peer.incarnation > peer.incarnation) {
      line.refuse(`${nameOf(peer)} is older than ${nameOf(former.peer)}, to which a line stands`);
      return;
    }
    former?.end('replaced', 'a newer line from the same member');
    if (line.target === null) line.greet(helloTo(peer, this.introduction));
    line.stand(peer, this.clock.now());
    this.standing.set(peer.member, { line, wire });
    this.counts.linesUp++;
    this.counts.linesStanding++;
    this.log.stands(line, wire);
    this.tell(() => this.events.up(peer, () => line.open()));
  }

  received(line: Line, messages: readonly PeerMessage[]): void {
    this.tell(() => {
      for (const message of messages) this.events.delivered(line.peer, message);
    });
  }

  ended(line: Line, end: LineEnd, reason: string): void {
    this.open.delete(line);
    const { since, target } = line;
    this.log.ended(line, end, reason);
    if (end === 'refused') this.counts.refused++;
    if (since !== null) {
      this.standing.delete(line.peer.member);
      this.counts.linesBroken++;
      this.counts.linesStanding--;
      if (end === 'slow') this.counts.slowPeersEnded++;
      this.tell(() => this.events.down(line.peer));
    }
    if (this.onceClosed !== null) {
      if (this.open.size === 0) this.onceClosed();
      return;
    }
    if (target === null) return;
    this.diallers.get(target.member)?.onEnd(line, end, since === null ? null : this.clock.now() - since);
  }

  private accept(stream: AcceptedStream): void {
    if (this.onceClosed === null) this.begin(stream, null);
    else stream.refuse('is stopping');
  }

  private dial(target: Holder, address: string): Line {
    const line = this.begin(new DialledStream(address, this.tls), target);
    line.greet(helloTo(target, this.introduction));
    return line;
  }

  private begin(stream: AcceptedStream | DialledStream, target: Holder | null): Line {
    const line = new Line(stream, target, this.codec, this, this.limits, this.counts);
    this.open.add(line);
    return line;
  }

  private aim({ holder, address, gatewayOnly = false }: LinePeer): void {
    const { member } = holder;
    const { self } = this.introduction;
    const known = this.diallers.get(member);
    const isOurs = !gatewayOnly && member !== self.member && mayDial(this.introduction, self.member, member);
    if (isOurs && known !== undefined) known.aim(holder, address);
    else if (isOurs) this.keepUp(holder, address);
    else this.forget(member);
  }

  private keepUp(holder: Holder, address: string): void {
    const dialler = new Dialler(holder, address, (target, at) => this.dial(target, at), this.random);
    this.diallers.set(holder.member, dialler);
    dialler.begin();
  }

  private forget(member: string): void {
    this.diallers.get(member)?.stop();
    this.diallers.delete(member);
  }

  private look(): void {
    for (const { line } of [...this.standing.values()]) line.look();
  }

  private tell(event: () => void): void {
    if (this.onceClosed === null) event();
  }
}
