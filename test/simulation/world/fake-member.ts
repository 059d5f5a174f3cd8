import { assert } from '../../../src/base/assert.ts';
import { type Instant, NEVER } from '../../../src/base/instant.ts';
import type { Asker, MemberEffects, Outcome } from '../../../src/member/door.ts';
import type { Input } from '../../../src/member/input.ts';
import type { PeerMessage } from '../../../src/member/messages.ts';
import { Sources } from '../../../src/member/sources.ts';
import type { Holder } from '../../../src/placement/holder.ts';
import type { PartitionTable } from '../../../src/placement/partition-table.ts';
import type { Deciding, Holding, Loads, SimulatedMember } from './simulated-member.ts';

/** What it heard over the line to a peer that stands now. */
interface HeardLine {
  readonly peer: Holder;
  /** The number that the next counted message must have, each way. */
  nextHeard: number;
  nextSent: number;
}

const HEARTBEAT = 200;

/**
 * Stands in for a member: exchanges heartbeats and counted messages with its peers, answers clients `missing`, and holds
 * its host to what a member relies on. `does` is the test's own: it runs on each input, with the effects of the turn.
 */
export class FakeMember implements SimulatedMember {
  readonly sources = new Sources();
  readonly self: Holder;
  table: PartitionTable | null = null;
  drained = false;
  /** What it was told, but for ticks and the messages it exchanges by itself. */
  readonly heard: Input[] = [];
  readonly claims = new Map<number, Deciding>();
  /** Jumps of the wall clock against the monotonic one. */
  readonly jumps: number[] = [];
  /** Messages that came over lines, and lines that stood. */
  messages = 0;
  lines = 0;
  now: Instant = 0;
  does: (input: Input, effects: MemberEffects) => void = () => {};
  private readonly up = new Map<string, HeardLine>();
  private readonly openAskers = new Set<Asker>();
  private wallAhead = Number.NaN;
  private inTurn = false;
  private nextHeartbeat: Instant = 0;

  constructor(self: Holder) {
    this.self = self;
  }

  get peers(): readonly Holder[] {
    return [...this.up.values()].map(({ peer }) => peer);
  }

  beginTurn(at: Instant, wall: number): void {
    assert(!this.inTurn, 'a turn ends before the next begins');
    this.inTurn = true;
    this.checkTime(at);
    const ahead = wall - at;
    if (Math.abs(ahead - this.wallAhead) > 1) this.jumps.push(ahead - this.wallAhead);
    this.wallAhead = ahead;
  }

  step(input: Input, at: Instant, effects: MemberEffects): void {
    assert(this.inTurn, 'steps are of a turn');
    this.checkTime(at);
    if (input.type === 'tick') return;
    if (input.type === 'line-up') {
      assert(!this.up.has(input.peer.member), 'one line to a peer at a time');
      this.up.set(input.peer.member, { peer: input.peer, nextHeard: 1, nextSent: 1 });
      this.lines++;
    } else if (input.type === 'line-down') {
      this.lineOf(input.peer);
      this.up.delete(input.peer.member);
    } else if (input.type === 'delivery') {
      this.onMessage(this.lineOf(input.from), input.message, effects);
      return;
    } else if (input.type === 'request') {
      if (input.asker !== 0) this.openAskers.add(input.asker);
    } else if (input.type === 'drain') {
      this.drained = true;
    }
    this.heard.push(input);
    this.does(input, effects);
    // Whatever the test has not answered itself.
    if (input.type === 'request' && this.openAskers.has(input.asker)) {
      this.answer(input.asker, { type: 'missing' }, effects);
    }
  }

  endTurn(at: Instant, effects: MemberEffects): void {
    this.checkTime(at);
    this.inTurn = false;
    if (at < this.nextHeartbeat) return;
    this.nextHeartbeat = at + HEARTBEAT;
    for (const line of this.up.values()) {
      effects.send(line.peer, { type: 'heartbeat', cluster: '', tableVersion: 0, sentAt: at });
      this.count(line, effects);
      this.count(line, effects);
    }
  }

  wakeAt(): Instant {
    return this.up.size > 0 ? this.nextHeartbeat : NEVER;
  }

  deciding(partition: number): Deciding | null {
    return this.claims.get(partition) ?? null;
  }

  holds(): readonly Holding[] {
    return [];
  }

  loads(): Loads {
    return { held: this.openAskers.size, errands: 0, heldAnswers: 0, tail: 0, records: 0 };
  }

  /** For `does`: answers now; a request held back is answered in a later turn by calling this then. */
  answer(asker: Asker, outcome: Outcome, effects: MemberEffects): void {
    this.openAskers.delete(asker);
    effects.answer(asker, outcome);
  }

  /** For `does`: keeps a request from being answered by itself. */
  hold(asker: Asker): void {
    this.openAskers.delete(asker);
  }

  told<T extends Input['type']>(type: T): Extract<Input, { type: T }>[] {
    return this.heard.filter((input): input is Extract<Input, { type: T }> => input.type === type);
  }

  private onMessage(line: HeardLine, message: PeerMessage, effects: MemberEffects): void {
    this.messages++;
    if (message.type === 'heartbeat') {
      effects.send(line.peer, { ...message, type: 'heartbeat-seen' });
    } else if (message.type === 'cancel') {
      // In order and without a gap: what a line loses it loses from some message on.
      assert(message.number === line.nextHeard, 'messages come in order');
      line.nextHeard++;
    }
  }

  /** A message that may come once, and is numbered on its line. */
  private count(line: HeardLine, effects: MemberEffects): void {
    effects.send(line.peer, { type: 'cancel', partition: 0, number: line.nextSent++ });
  }

  private lineOf(peer: Holder): HeardLine {
    const line = this.up.get(peer.member);
    assert(line !== undefined, 'nothing comes from a peer without a line');
    assert(line.peer.incarnation === peer.incarnation, 'a line is to one incarnation');
    return line;
  }

  private checkTime(at: Instant): void {
    assert(at >= this.now, 'time does not go back');
    this.now = at;
  }
}
