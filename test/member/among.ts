import assert from 'node:assert/strict';
import type { Duration, Instant } from '../../src/base/instant.ts';
import type { Key } from '../../src/base/key.ts';
import type { Asker, Command, MemberEffects, MemberTrace, Outcome } from '../../src/member/door.ts';
import type { Input } from '../../src/member/input.ts';
import { Member } from '../../src/member/member.ts';
import type { MemberOptions } from '../../src/member/member-options.ts';
import type { PeerMessage } from '../../src/member/messages.ts';
import { nameOf } from '../../src/placement/holder.ts';
import { makeKey, partitionOf } from '../../src/placement/locate.ts';
import type { PartitionTable } from '../../src/placement/partition-table.ts';
import { encodeTable } from '../../src/placement/table-document.ts';
import { holderOf } from '../placement/written.ts';
import { kept } from './kept.ts';
import { SMALL } from './pair.ts';

type MessageOf<T extends PeerMessage['type']> = Extract<PeerMessage, { type: T }>;

/**
 * A member among peers that the test plays, on a clock that the test moves. Every input is a turn of its own. Peers that
 * are faithful answer its heartbeats, as knowing the table it knows.
 */
export class Among {
  readonly member: Member;
  readonly options: MemberOptions;
  at: Instant = 0;
  readonly faithful = new Set<string>();
  sent: { readonly to: string; readonly message: PeerMessage }[] = [];
  answers = new Map<Asker, Outcome>();
  traces: MemberTrace[] = [];
  proposed: { readonly expected: string | null; readonly next: string }[] = [];
  reads = 0;
  stopped: string | null = null;
  private newestAsker = 0;
  private readonly effects: MemberEffects;

  constructor(given: Partial<MemberOptions> = {}) {
    this.options = { ...SMALL, partitions: 2, copies: 2, bootstrapMembers: 3, ...given };
    this.member = new Member(this.options);
    this.effects = {
      answer: (asker, outcome) => {
        assert.ok(!this.answers.has(asker), `asker ${asker} is answered twice`);
        const kept = outcome.type === 'found' ? { ...outcome, content: Uint8Array.from(outcome.content) } : outcome;
        this.answers.set(asker, kept);
      },
      trace: (event) => this.traces.push(event),
      send: (to, message) => this.sent.push({ to: nameOf(to), message: kept(message) }),
      propose: (expected, next) => this.proposed.push({ expected, next }),
      readStore: () => this.reads++,
      stop: (reason) => {
        this.stopped = reason;
      },
    };
  }

  /** One turn: all of these, at one instant. */
  turn(...inputs: Input[]): void {
    this.member.beginTurn(this.at, this.at);
    for (const input of inputs) this.member.step(input, this.at, this.effects);
    this.member.endTurn(this.at, this.effects);
  }

  /** The store was seen to hold this table. */
  see(table: PartitionTable | null, fresh = false): void {
    this.turn({ type: 'table-seen', document: table === null ? null : encodeTable(table), fresh });
  }

  register(...names: readonly string[]): void {
    const members = names.map((name) => ({ ...holderOf(name), zone: '', sawTable: true }));
    this.turn({ type: 'members-seen', members });
  }

  lineUp(...names: readonly string[]): void {
    for (const name of names) this.turn({ type: 'line-up', peer: holderOf(name) });
  }

  lineDown(...names: readonly string[]): void {
    for (const name of names) this.turn({ type: 'line-down', peer: holderOf(name) });
  }

  deliver(from: string, ...messages: readonly PeerMessage[]): void {
    this.turn(...messages.map((message) => ({ type: 'delivery' as const, from: holderOf(from), message })));
  }

  /** Lines to these peers stand, and they go on answering heartbeats. */
  join(...names: readonly string[]): void {
    for (const name of names) this.faithful.add(nameOf(holderOf(name)));
    this.lineUp(...names);
    this.move(0);
  }

  /** Who asks, and under which number. */
  ask(key: string, command: Command, repeatId: string | null = null): Asker {
    const asker = ++this.newestAsker;
    const named = makeKey(new TextEncoder().encode(key));
    this.turn({ type: 'request', asker, number: asker, source: 0, key: named, command, repeatId });
    return asker;
  }

  /** Time goes on, with a tick whenever the member wants one, as the loop drives it. */
  move(by: Duration): void {
    const until = this.at + by;
    for (let wake = this.member.wakeAt(); wake <= until; wake = this.member.wakeAt()) {
      this.at = Math.max(this.at, wake);
      this.turn({ type: 'tick' });
      this.answerHeartbeats();
    }
    this.at = until;
  }

  /** What was sent of this type since it was last asked for, and what was sent before it. */
  take<T extends PeerMessage['type']>(type: T): { readonly to: string; readonly message: MessageOf<T> }[] {
    const taken = this.sent.flatMap(({ to, message }) => (isOf(message, type) ? [{ to, message }] : []));
    this.sent = [];
    return taken;
  }

  /** The one message of this type that was sent. */
  only<T extends PeerMessage['type']>(type: T): MessageOf<T> {
    const taken = this.take(type);
    assert.equal(taken.length, 1, `${taken.length} messages ${type}`);
    return (taken[0] as (typeof taken)[number]).message;
  }

  told(asker: Asker): Outcome | undefined {
    return this.answers.get(asker);
  }

  /** Nothing of what happened so far is looked at any more. */
  forget(): void {
    this.sent = [];
    this.traces = [];
    this.proposed = [];
    this.reads = 0;
  }

  private answerHeartbeats(): void {
    const heartbeats = this.sent.filter(({ to, message }) => message.type === 'heartbeat' && this.faithful.has(to));
    this.sent = this.sent.filter(({ message }) => message.type !== 'heartbeat');
    for (const { to, message } of heartbeats) {
      if (message.type === 'heartbeat') this.deliver(to, { ...message, type: 'heartbeat-seen' });
    }
  }
}

function isOf<T extends PeerMessage['type']>(message: PeerMessage, type: T): message is MessageOf<T> {
  return message.type === type;
}

/** Keys of one partition. */
export function keysIn(partition: number, partitions: number, count: number): string[] {
  const keys: string[] = [];
  for (let number = 0; keys.length < count; number++) {
    const key: Key = makeKey(new TextEncoder().encode(`app/${number}`));
    if (partitionOf(key, partitions) === partition) keys.push(`app/${number}`);
  }
  return keys;
}
