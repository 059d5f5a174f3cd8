import type { Instant } from '../base/instant.ts';
import type { ReplicaEffects } from '../replica/effects.ts';
import type { ReplicaMessage } from '../replica/messages.ts';
import type { Asker } from '../replica/request.ts';
import type { Outcome } from '../session/outcome.ts';
import type { MemberEffects, MemberTrace } from './effects.ts';
import type { Peer, Peers } from './peers.ts';

/** Before the first step. */
const MUTE: MemberEffects = {
  answer: () => {},
  trace: () => {},
  send: () => {},
  propose: () => {},
  readStore: () => {},
  stop: () => {},
};

/**
 * What a member's copies speak through: their answers go to the desk, which knows who asked, and their messages to the
 * peers they name. The effects of the present step are set before it.
 */
export class Voice implements ReplicaEffects {
  effects: MemberEffects = MUTE;
  at: Instant = 0;
  onAnswer: (asker: Asker, outcome: Outcome) => void = () => {};
  onFirstPortion: (peer: Peer) => void = () => {};
  /** Partitions in which something may have changed in this turn, each once. */
  readonly touched: number[] = [];
  private readonly isTouched: boolean[] = [];
  private readonly peers: Peers;

  constructor(peers: Peers) {
    this.peers = peers;
  }

  answer(asker: Asker, outcome: Outcome): void {
    this.onAnswer(asker, outcome);
  }

  send(to: string, message: ReplicaMessage): void {
    const peer = this.peers.named(to);
    if (peer?.up !== true) return;
    // A copy follows only under a table that it knows, which it need not have seen yet.
    if (message.type === 'catch-up' && message.portion === 1) this.onFirstPortion(peer);
    this.effects.send(peer.holder, message);
  }

  trace(event: MemberTrace): void {
    this.effects.trace(event);
  }

  touch(partition: number): void {
    if (this.isTouched[partition] === true) return;
    this.isTouched[partition] = true;
    this.touched.push(partition);
  }

  /** What was touched is seen to. */
  settle(): void {
    for (let partition = this.touched.pop(); partition !== undefined; partition = this.touched.pop())
      this.isTouched[partition] = false;
  }
}
