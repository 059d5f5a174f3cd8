import { assert } from '../base/assert.ts';
import type { Instant } from '../base/instant.ts';
import { type Holder, nameOf, sameHolder } from '../placement/holder.ts';
import { partitionOf } from '../placement/locate.ts';
import type { HandedWaiter } from '../replica/messages.ts';
import type { Leftovers, Replica } from '../replica/replica.ts';
import { type Asker, NOBODY, type Origin, type Request } from '../replica/request.ts';
import type { Waiters } from '../replica/wait-line.ts';
import type { Outcome } from '../session/outcome.ts';
import { Askers } from './askers.ts';
import { type Errand, Errands, type Holds } from './errands.ts';
import type { Holdings, LeftoverTaker } from './holdings.ts';
import type { Answer, Forward } from './messages.ts';
import type { Peer, Peers } from './peers.ts';
import type { Sources } from './sources.ts';
import type { Voice } from './voice.ts';

const UNKNOWN: Outcome = { type: 'unknown' };
const NO_PRIMARY: Outcome = { type: 'unavailable', reason: 'no-primary' };
const TOO_MANY: Outcome = { type: 'unavailable', reason: 'too-many-held' };
const MOVED: Outcome = { type: 'moved' };

export interface DeskLimits extends Holds {
  /** Requests taken on and not answered, own clients' and forwarded ones each. */
  readonly maxErrands: number;
}

/**
 * Where requests come in, from clients and from other entries, and answers go out.
 *
 * A client's request that this member's own copy may decide is decided in the step that brings it. Any other becomes an
 * errand: it is forwarded to the primary, or held until there is one, and tried again until it is answered for certain or
 * its time is up. A further try is made only under a newer reign, or once the try before it is surely over: it was
 * refused, or its line died, and with that what it left undecided at the other end. So at most one of all tries acts.
 */
export class EntryDesk implements LeftoverTaker {
  readonly errands: Errands;
  /** Nobody waits for a lock from now on. */
  draining = false;
  private readonly self: Holder;
  private readonly name: string;
  private readonly limits: DeskLimits;
  private readonly holdings: Holdings;
  private readonly peers: Peers;
  private readonly waiters: Waiters;
  private readonly sources: Sources;
  private readonly voice: Voice;
  private readonly askers = new Askers();
  /** Who asked in the present step; null once he has been answered. */
  private asking: Asker | null = null;
  /** Forwarded under reigns that are not known here yet. */
  private early: { readonly from: Peer; readonly message: Forward }[] = [];

  constructor(
    self: Holder,
    partitions: number,
    limits: DeskLimits,
    holdings: Holdings,
    peers: Peers,
    waiters: Waiters,
    sources: Sources,
    voice: Voice,
  ) {
    this.self = self;
    this.name = nameOf(self);
    this.limits = limits;
    this.holdings = holdings;
    this.peers = peers;
    this.waiters = waiters;
    this.sources = sources;
    this.voice = voice;
    this.errands = new Errands(partitions, limits);
    voice.onAnswer = (asker, outcome) => this.answer(asker, outcome);
  }

  get loads() {
    const { errands, askers, early } = this;
    return { errands: errands.size, idle: errands.held, forwarded: askers.size, early: early.length };
  }

  onRequest(request: Request, at: Instant): void {
    this.errands.saw(request.number);
    const { replicas } = this.holdings;
    const partition = partitionOf(request.key, replicas.length);
    const replica = replicas[partition];
    if (!replica?.mayDecide(at)) {
      this.takeOn(request, partition, at);
      return;
    }
    const isShared = replica.copy.followed;
    // Nobody hears of a grant given back; but whether that was done must be known here, should the role pass on.
    if (isShared && request.asker === NOBODY) {
      this.takeOn(request, partition, at);
      return;
    }
    this.asking = request.asker;
    replica.onRequest(request, !this.draining, at, this.voice);
    if (isShared) this.voice.touch(partition);
    if (this.asking !== null) this.begin(request, partition, 'here', at);
    this.asking = null;
  }

  onForward(from: Peer, message: Forward, at: Instant): void {
    const { partition, reign, number, attempt } = message;
    const entry = this.holdings.entry(partition);
    if (entry === undefined || entry.reign < reign) {
      if (this.early.length < this.limits.maxErrands) this.early.push({ from, message });
      else this.reply(from, number, attempt, TOO_MANY);
      return;
    }
    const replica = this.holdings.replicas[partition] ?? null;
    if (entry.reign > reign || !sameHolder(entry.primary, this.self) || replica?.role !== 'primary') {
      this.reply(from, number, attempt, MOVED);
      return;
    }
    replica.copy.numbered.close({ entry: from.name, upTo: message.upTo, open: message.open }, at);
    const origin: Origin = {
      entry: from.name,
      since: at - message.waited,
      until: at + message.patience,
      givenUp: message.givenUp,
      undelivered: message.undelivered,
    };
    const { key, command, repeatId } = message;
    const asker = this.askers.enlist({ peer: from, number, attempt });
    const source = this.sources.indexFor(message.source);
    const request: Request = { type: 'request', asker, number, source, key, command, repeatId, origin };
    this.voice.touch(partition);
    if (replica.mayDecide(at)) replica.onRequest(request, true, at, this.voice);
    else if (this.askers.size > this.limits.maxErrands || !replica.queue(request)) this.answer(asker, TOO_MANY);
  }

  /** A forwarded request whose reign is not known here yet is not kept any more: its entry tries again. */
  returnEarly(from: Peer, number: number): void {
    const early = this.early.find((each) => each.from === from && each.message.number === number);
    if (early === undefined) return;
    this.early = this.early.filter((each) => each !== early);
    this.reply(from, number, early.message.attempt, MOVED);
  }

  onAnswer({ number, attempt, outcome }: Answer): void {
    const errand = this.errands.numbered(number);
    if (errand === undefined || errand.attempt !== attempt || errand.state !== 'sent') return;
    this.settle(errand, outcome);
  }

  /** What a client, an entry elsewhere or an errand is told. */
  answer(asker: Asker, outcome: Outcome): void {
    if (asker >= 0) {
      const errand = this.errands.of(asker);
      // Who was told already that nobody knows is not told again.
      if (errand?.givenUp === true || (errand === undefined && asker !== this.asking)) return;
      if (asker === this.asking) this.asking = null;
      if (errand !== undefined) this.errands.end(errand);
      if (errand?.told !== true) this.voice.effects.answer(asker, outcome);
      return;
    }
    const inner = this.askers.take(asker);
    if (inner === undefined) return;
    if (inner.peer !== null) {
      this.reply(inner.peer, inner.number, inner.attempt, outcome);
      return;
    }
    const errand = this.errands.numbered(inner.number);
    if (errand?.attempt === inner.attempt && errand.state === 'here') this.settle(errand, outcome);
  }

  takeBack(
    partition: number,
    left: Leftovers,
    heir: { readonly name: string; readonly reign: number } | null,
    at: Instant,
  ): void {
    if (heir !== null) {
      const waiters = left.waiters.flatMap(({ request, since, dueAt }): HandedWaiter[] => {
        const inner = this.askers.of(request.asker);
        const { key, command, number, source, repeatId, origin } = request;
        const name = { entry: origin?.entry ?? this.name, number };
        const attempt = inner?.attempt ?? this.errands.numbered(number)?.attempt ?? 1;
        const waiter = { name, attempt, key, command, source: this.sources.describe(source), repeatId };
        return [{ ...waiter, waited: at - since, waitLeft: dueAt - at }];
      });
      this.voice.send(heir.name, { type: 'hand-over', partition, reign: heir.reign, waiters, renewals: left.renewals });
      this.voice.trace({ type: 'handed-over', partition, peer: heir.name });
    }
    for (const request of left.undecided) this.giveBack(request, false);
    // Whom the heir was told of it may serve before he is tried again.
    for (const { request } of left.waiters) this.giveBack(request, heir !== null);
    for (const request of left.untold) this.giveBack(request, true);
  }

  /** A request that a copy here can do nothing more for: whoever sent it tries again. */
  giveBack(request: Request, mayHaveActed: boolean): void {
    const { asker, number } = request;
    const inner = this.askers.take(asker);
    if (inner?.peer) return this.reply(inner.peer, inner.number, inner.attempt, mayHaveActed ? UNKNOWN : MOVED);
    // Without an errand its client has been told already that nobody knows.
    const errand = this.errands.numbered(number);
    if (errand !== undefined) this.hold(errand, mayHaveActed);
  }

  /** Those who stood in line at the former primary, in their order. */
  receiveWaiters(partition: number, replica: Replica, waiters: readonly HandedWaiter[], at: Instant): void {
    for (const { name, attempt, key, command, source, repeatId, waited, waitLeft } of waiters) {
      const { entry, number } = name;
      if (replica.copy.numbered.isOver(name)) continue;
      const peer = this.peers.named(entry);
      // An entry that cannot be told tries again itself, as we do.
      if (peer?.up !== true) continue;
      const asker = this.askers.enlist({ peer, number, attempt });
      const origin: Origin = { entry, since: at - waited, until: at + waitLeft, givenUp: false, undelivered: false };
      const index = this.sources.indexFor(source);
      const request: Request = { type: 'request', asker, number, source: index, key, command, repeatId, origin };
      if (!replica.decider.receiveWaiter(request, at + waitLeft, at, this.voice)) this.askers.take(asker);
      else this.voice.trace({ type: 'waiter-handed-over', partition, peer: entry });
    }
    this.voice.touch(partition);
  }

  /** What the dead line left undecided is dropped: the peer tries it again, over another line. */
  onLineDown(peer: Peer, at: Instant): void {
    this.early = this.early.filter(({ from }) => from !== peer);
    const gone = new Set(this.askers.ofPeer(peer));
    for (const asker of gone) {
      const waiter = this.waiters.of(asker);
      if (waiter !== undefined) this.replicaAt(waiter.line.partition).decider.leave(waiter);
      this.askers.take(asker);
    }
    if (gone.size > 0) {
      for (const replica of this.holdings.replicas) replica?.dropQueued(({ asker }) => gone.has(asker));
    }
    for (const errand of this.errands.all(({ sentTo, state }) => sentTo === peer && state === 'sent'))
      this.hold(errand, true);
    this.retry(at);
  }

  /** A newer table: under a newer reign whatever is open is tried again. */
  onTable(at: Instant): void {
    for (const errand of this.errands.all(({ state }) => state === 'sent')) {
      if (this.holdings.entry(errand.partition)?.reign !== errand.sentReign) this.hold(errand, true);
    }
    const early = this.early;
    this.early = [];
    for (const { from, message } of early) this.onForward(from, message, at);
    this.retry(at);
  }

  /** Tries what is held, and tells those whose time is up. */
  beat(at: Instant): void {
    if (this.errands.size === 0) return;
    for (const errand of this.errands.all(({ until }) => until <= at)) {
      if (errand.told) this.errands.end(errand);
      else this.tellUncertain(errand, at);
    }
    this.retry(at);
  }

  retry(at: Instant): void {
    if (this.errands.size === 0) return;
    for (const errand of this.errands.all(({ state }) => state === 'held')) this.attempt(errand, at);
  }

  private takeOn(request: Request, partition: number, at: Instant): void {
    if (this.errands.size >= this.limits.maxErrands) {
      this.voice.effects.answer(request.asker, TOO_MANY);
      return;
    }
    const errand = this.begin(request, partition, 'held', at);
    errand.attempt = 0;
    this.attempt(errand, at);
  }

  private begin(request: Request, partition: number, state: 'held' | 'here', at: Instant): Errand {
    const errand = this.errands.begin(request, partition, state, at);
    if (this.draining) this.errands.hurry(errand, at);
    return errand;
  }

  private attempt(errand: Errand, at: Instant): void {
    const { partition, request } = errand;
    const entry = this.holdings.entry(partition);
    if (entry === undefined || at >= errand.until) return;
    const { key, command, number, source, repeatId } = request;
    const undelivered = request.asker === NOBODY;
    if (sameHolder(entry.primary, this.self)) {
      const replica = this.holdings.replicas[partition];
      if (!replica?.mayDecide(at)) return;
      errand.attempt++;
      errand.state = 'here';
      const asker = this.askers.enlist({ peer: null, number, attempt: errand.attempt });
      const { since, until, givenUp } = errand;
      const origin: Origin = { entry: this.name, since, until, givenUp, undelivered };
      this.voice.touch(partition);
      replica.onRequest(
        { type: 'request', asker, number, source, key, command, repeatId, origin },
        !this.draining,
        at,
        this.voice,
      );
      return;
    }
    const peer = this.peers.named(nameOf(entry.primary));
    if (peer?.up !== true) return;
    errand.attempt++;
    errand.state = 'sent';
    errand.sentTo = peer;
    errand.sentReign = entry.reign;
    const { upTo, open } = this.errands.openIn(partition);
    this.voice.effects.send(peer.holder, {
      type: 'forward',
      partition,
      reign: entry.reign,
      number,
      upTo,
      open,
      attempt: errand.attempt,
      key,
      command,
      source: this.sources.describe(source),
      repeatId,
      waited: at - errand.since,
      patience: errand.until - at,
      givenUp: errand.givenUp,
      undelivered,
    });
  }

  /** A try has come to its end. */
  private settle(errand: Errand, outcome: Outcome): void {
    switch (outcome.type) {
      case 'moved':
        this.hold(errand, false);
        return;
      case 'unknown':
        this.hold(errand, true);
        return;
      case 'unavailable':
        if (outcome.reason === 'no-primary' || outcome.reason === 'too-many-held') {
          this.hold(errand, false);
          return;
        }
        break;
    }
    this.errands.end(errand);
    if (errand.told) return;
    this.voice.effects.answer(
      errand.request.asker,
      outcome.type === 'unavailable' && errand.mayHaveActed ? UNKNOWN : outcome,
    );
  }

  private hold(errand: Errand, mayHaveActed: boolean): void {
    errand.state = 'held';
    errand.sentTo = null;
    if (mayHaveActed) errand.mayHaveActed = true;
  }

  /** Its time is up; what could leave a lock behind is brought to an end all the same. */
  private tellUncertain(errand: Errand, at: Instant): void {
    const { told } = errand;
    const uncertain = errand.mayHaveActed || errand.state !== 'held';
    errand.told = true;
    // Who is told that nothing happened must be able to rely on it.
    if (!uncertain || !this.errands.goesOn(errand, at)) this.errands.end(errand);
    if (!told) this.voice.effects.answer(errand.request.asker, uncertain ? UNKNOWN : NO_PRIMARY);
  }

  private reply(peer: Peer, number: number, attempt: number, outcome: Outcome): void {
    if (!peer.up) return;
    this.voice.effects.send(peer.holder, { type: 'answer', number, attempt, outcome });
  }

  private replicaAt(partition: number): Replica {
    const replica = this.holdings.replicas[partition];
    assert(replica !== null && replica !== undefined, 'whoever waits, waits at a partition that is held');
    return replica;
  }
}
