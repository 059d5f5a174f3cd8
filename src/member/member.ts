import { assert, unreachable } from '../base/assert.ts';
import { DeadlineHeap } from '../base/deadline-heap.ts';
import { DurationTally } from '../base/duration-tally.ts';
import { type Duration, type Instant, NEVER } from '../base/instant.ts';
import { Random } from '../base/random.ts';
import { type Holder, nameOf } from '../placement/holder.ts';
import type { PartitionTable } from '../placement/partition-table.ts';
import type { Shared } from '../replica/shared.ts';
import { type Waiter, Waiters, type WaitLine } from '../replica/wait-line.ts';
import { type CoreGauges, newCoreCounters } from '../session/core-counters.ts';
import { SlabAllocator } from '../session/slab-allocator.ts';
import type { MemberEffects } from './effects.ts';
import { EntryDesk } from './entry-desk.ts';
import { Forgetting } from './forgetting.ts';
import { type Holding, Holdings } from './holdings.ts';
import { Impatience } from './impatience.ts';
import type { Input } from './input.ts';
import { LineSide } from './line-side.ts';
import type { MemberOptions } from './member-options.ts';
import { Membership } from './membership.ts';
import type { PeerMessage } from './messages.ts';
import { type Peer, Peers } from './peers.ts';
import { Planner, type Surroundings } from './planner.ts';
import { Sources } from './sources.ts';
import { Standing } from './standing.ts';
import { Sweeper } from './sweeper.ts';
import { TableKeeper } from './table-keeper.ts';
import { type TableGauges, TableSide } from './table-side.ts';
import { Voice } from './voice.ts';

/** What is looked after with every beat: errands, plans, whatever has fallen silent. */
const BEAT: Duration = 100;
/** The store itself is asked so often, whatever its watch says. */
const READ_EVERY: Duration = 5_000;
/** So much further than the monotonic clock the wall clock may go before the machine counts as having been asleep. */
const SLEPT: Duration = 100;
const TIMED_BUDGET = 2_048;
/** What cannot be done now for want of cover is looked at again after this. */
const NOT_NOW: Duration = 50;

/**
 * One member's mind: told of requests, peers, the store and of time, it answers through the effects it is handed. Knows
 * no clock, no socket and no chance but its seed, so the same inputs give the same effects.
 *
 * Inputs come in turns: `beginTurn`, any number of steps, `endTurn`, all at one instant. Time never goes back.
 */
export class Member {
  readonly counters = newCoreCounters();
  /** From an outcome being decided to every copy having what it tells. */
  readonly replicationWaits = new DurationTally();
  readonly sources = new Sources();
  readonly self: Holder;
  private readonly name: string;
  private readonly options: MemberOptions;
  private readonly memory = new SlabAllocator();
  private readonly timed = new DeadlineHeap<Waiter | WaitLine>();
  private readonly waiters: Waiters;
  private readonly peers: Peers;
  private readonly keeper: TableKeeper;
  private readonly holdings: Holdings;
  private readonly voice: Voice;
  private readonly desk: EntryDesk;
  private readonly impatience: Impatience;
  private readonly tables: TableSide;
  private readonly lines: LineSide;
  private readonly planner: Planner;
  private readonly forgetting: Forgetting;
  private readonly sweeper: Sweeper;
  private readonly standing: Standing;
  private wantsDrain = false;
  /** Told with the turn's end. */
  private hasSlept = false;
  private wall: number | null = null;
  private turnAt: Instant = 0;
  private beatAt: Instant = 0;
  private mustPlan = false;

  constructor(options: MemberOptions) {
    const { tailLength, maxUncommitted } = options.replication;
    assert(tailLength > maxUncommitted, 'a tail names all that not every copy may have');
    this.options = options;
    this.self = options.self;
    this.name = nameOf(options.self);
    this.waiters = new Waiters(options, this.timed);
    const shared: Shared = {
      self: this.name,
      memory: this.memory,
      waiters: this.waiters,
      counters: this.counters,
      rules: options,
      sources: this.sources,
      replicationWaits: this.replicationWaits,
      rememberFor: options.rememberFor,
      maxRememberedPerPartition: options.maxRememberedPerPartition,
      ...options.replication,
    };
    const random = new Random(options.seed);
    const { self, partitions } = options;
    this.keeper = new TableKeeper(options, random);
    this.peers = new Peers(options);
    this.voice = new Voice(this.peers);
    this.holdings = new Holdings(self, partitions, shared, random, this.peers, options.takeover);
    const { memory, waiters, peers, keeper, holdings, sources, voice } = this;
    this.desk = new EntryDesk(self, partitions, options, holdings, peers, waiters, sources, voice);
    this.impatience = new Impatience(self, this.desk, this.holdings, this.voice);
    this.tables = new TableSide(self, this.keeper, this.holdings, this.peers, this.desk, this.voice);
    this.lines = new LineSide(this.peers, this.holdings, this.desk, this.voice);
    this.planner = new Planner(options, new Membership(partitions, options.rebuildAfter));
    this.forgetting = new Forgetting(this.keeper, this.peers);
    this.sweeper = new Sweeper(this.holdings.replicas, this.memory);
    const { desk, planner } = this;
    this.standing = new Standing({ options, memory, waiters, peers, keeper, holdings, desk, planner });
  }

  /** `wall`: milliseconds since 1970. A wall clock that ran ahead tells of a sleep that the other one did not see. */
  beginTurn(at: Instant, wall: number): void {
    const slept = this.wall !== null && wall - this.wall > at - this.turnAt + SLEPT;
    this.wall = wall;
    this.turnAt = at;
    if (!slept) return;
    this.peers.lapse(at);
    this.hasSlept = true;
  }

  step(input: Input, at: Instant, effects: MemberEffects): void {
    this.voice.effects = effects;
    this.voice.at = at;
    switch (input.type) {
      case 'request':
        this.desk.onRequest(input, at);
        return;
      case 'cancel':
        this.impatience.onCancel(input.asker, at);
        return;
      case 'tick':
        this.onTick(at, effects);
        return;
      case 'delivery': {
        const peer = this.peers.of(input.from, at);
        if (peer.up) this.onMessage(peer, input.message, at, effects);
        return;
      }
      case 'line-up':
        this.lines.onUp(input.peer, at);
        this.beatAt = at;
        this.mustPlan = true;
        return;
      case 'line-down':
        this.lines.onDown(input.peer, at);
        this.mustPlan = true;
        return;
      case 'table-seen':
        this.tables.onTableSeen(input.document, input.fresh, at);
        this.mustPlan = true;
        return;
      case 'members-seen':
        this.tables.onMembersSeen(input.members, at);
        this.mustPlan = true;
        return;
      case 'store-unreachable':
        return;
      case 'forget':
        this.forgetting.tell({ member: input.member, incarnation: input.incarnation }, at);
        this.mustPlan = true;
        return;
      case 'drain':
        this.onDrain(at, effects);
        return;
      case 'leave':
        this.tables.hasLeft = true;
        this.holdings.leave(this.desk, at, this.voice);
        return;
      default:
        unreachable(input);
    }
  }

  /** What the turn has changed goes to the copies; what they all have is told to those who wait for it. */
  endTurn(at: Instant, effects: MemberEffects): void {
    this.voice.effects = effects;
    this.voice.at = at;
    if (this.hasSlept) effects.trace({ type: 'clock-jumped' });
    this.hasSlept = false;
    const { touched } = this.voice;
    // Before it is planned: what waited while a handover failed is served before the next one begins.
    for (const partition of touched) this.holdings.replicas[partition]?.serveQueued(true, at, this.voice);
    if (this.mustPlan) this.plan(at, effects);
    if (touched.length === 0) return;
    for (const partition of touched) {
      const replica = this.holdings.replicas[partition];
      if (replica?.role !== 'primary') continue;
      if (replica.copy.followed) {
        const { upTo, open } = this.desk.errands.openIn(partition);
        replica.copy.numbered.close({ entry: this.name, upTo, open }, at);
        replica.followers.flush(at, this.voice);
      }
      replica.confirm(at, this.voice);
      // A partition that hands over decides nothing until that is done: not even for a beat longer than it must.
      if (replica.handover?.asked === false && replica.mayAskHandover()) this.mustPlan = true;
    }
    this.voice.settle();
    if (this.mustPlan) this.plan(at, effects);
  }

  /** When the next tick is wanted; NEVER if nothing will fall due. */
  wakeAt(): Instant {
    const sweepAt = this.memory.isAtRest ? NEVER : this.sweeper.dueAt;
    return Math.min(this.timed.nextDueAt(), sweepAt, this.isAlone() ? NEVER : this.beatAt);
  }

  get table(): PartitionTable | null {
    return this.keeper.table;
  }

  /** The table as the store writes it. */
  get tableText(): string | null {
    return this.keeper.text;
  }

  /** Whether whatever this member held has passed to others, as far as there are any. */
  get drained(): boolean {
    return this.wantsDrain && this.standing.isDrained;
  }

  /**
   * Whether it has all that it should hold; of a gateway only, whether it can pass requests on. It may become false again
   * whenever others come or go. Costs a look at every partition: to be asked now and then.
   */
  inStep(at: Instant): boolean {
    const { table } = this.keeper;
    return table !== null && this.standing.isInStep(this.surroundings(table, []), at);
  }

  /** From when to when it may decide for this partition unless it hears something; null if it is not its primary. */
  deciding(partition: number): { readonly from: Instant; readonly until: Instant } | null {
    return this.holdings.replicas[partition]?.deciding() ?? null;
  }

  /** What it holds of each partition, in which role, and how far that goes. */
  holds(): readonly Holding[] {
    return this.holdings.all();
  }

  /** How much waits here, of all that has a limit. */
  loads() {
    return this.standing.loads;
  }

  peerLags() {
    return this.holdings.lags();
  }

  gauges(): CoreGauges {
    return this.standing.gauges;
  }

  tableGauges(): TableGauges {
    return this.tables.gauges();
  }

  private onMessage(peer: Peer, message: PeerMessage, at: Instant, effects: MemberEffects): void {
    const { keeper, peers, holdings } = this;
    switch (message.type) {
      case 'heartbeat':
        if (keeper.isStranger(message.cluster)) return;
        peers.onHeartbeat(peer.holder, message, keeper.clusterName, keeper.version, at, effects);
        this.tables.compare(peer, message.tableVersion, at);
        return;
      case 'heartbeat-seen':
        if (keeper.isStranger(message.cluster)) return;
        peers.onHeartbeatSeen(peer, message, keeper.version);
        this.tables.compare(peer, message.tableVersion, at);
        return;
      case 'table':
        this.tables.onTableSeen(message.document, false, at);
        this.mustPlan = true;
        return;
      case 'forward':
        this.desk.onForward(peer, message, at);
        return;
      case 'cancel':
        this.impatience.onCancelled(peer, message, at);
        return;
      case 'answer':
        this.desk.onAnswer(message);
        return;
      case 'goodbye':
        for (const { partition, reign } of message.partitions) {
          if (holdings.onGoodbye(partition, reign))
            effects.trace({ type: 'goodbye-heard', partition, peer: peer.name });
        }
        this.mustPlan = true;
        return;
      case 'hand-over': {
        const replica = holdings.onHandOver(message, peer.name, at, this.voice);
        if (replica !== null) this.desk.receiveWaiters(message.partition, replica, message.waiters, at);
        this.desk.retry(at);
        return;
      }
      case 'replicate':
      case 'catch-up':
      case 'abandon':
        holdings.onFromPrimary(peer.name, message, at, this.voice);
        return;
      default:
        holdings.onFromCopy(peer.name, message, at, this.voice);
        this.voice.touch(message.partition);
        return;
    }
  }

  private onDrain(at: Instant, effects: MemberEffects): void {
    if (!this.wantsDrain && !this.isAlone()) effects.trace({ type: 'draining' });
    this.wantsDrain = true;
    this.mustPlan = true;
    this.impatience.onDrain(at);
  }

  private onTick(at: Instant, effects: MemberEffects): void {
    for (let budget = TIMED_BUDGET; budget > 0; budget--) {
      const due = this.timed.popDue(at);
      if (due === undefined) break;
      this.onDue(due, at);
    }
    if (at >= this.sweeper.dueAt) this.sweeper.sweep(at, this.voice);
    if (at < this.beatAt || this.isAlone()) return;
    this.beatAt = at + BEAT;
    const { keeper, peers, options } = this;
    peers.beat(keeper.clusterName, keeper.version, at, effects);
    for (const [partition, replica] of this.holdings.replicas.entries()) {
      if (replica?.role !== 'primary') continue;
      // Even if nobody follows any more in a moment: what waited for the last one to follow may be told then.
      this.voice.touch(partition);
      replica.followers.probeSilent(at, 2 * options.heartbeat, this.voice);
    }
    this.holdings.dropForsaken(at);
    this.desk.beat(at);
    keeper.settle(at, effects);
    keeper.proposeFirst(at, effects);
    this.tables.read(READ_EVERY, at);
    this.mustPlan = true;
  }

  /** A waiter's time is up, or a lease that somebody waits behind; decided only by who may. */
  private onDue(due: Waiter | WaitLine, at: Instant): void {
    const partition = due.kind === 'waiter' ? due.line.partition : due.partition;
    const replica = this.replicaAt(partition);
    this.voice.touch(partition);
    if (replica.mayDecide(at)) {
      if (due.kind === 'waiter') replica.decider.dismiss(due, at, this.voice);
      else replica.decider.onLeaseEnd(due, at, this.voice);
      return;
    }
    if (due.kind === 'line') {
      this.waiters.leaseMoved(due, at + NOT_NOW);
      return;
    }
    replica.decider.leave(due);
    if (due.request.origin === undefined || !replica.queue(due.request)) this.desk.giveBack(due.request, false);
  }

  private plan(at: Instant, effects: MemberEffects): void {
    this.mustPlan = false;
    const { keeper } = this;
    const { table } = keeper;
    if (table === null || keeper.isSwapping || this.tables.hasLeft || this.isAlone()) return;
    if (this.options.gatewayOnly) return;
    const now = this.surroundings(table, this.forgetting.due(table, at));
    const changes = this.planner.plan(now, at, this.voice);
    for (const [partition, replica] of now.replicas.entries()) {
      if (replica?.role === 'primary') this.voice.touch(partition);
    }
    if (changes.length > 0) keeper.propose(changes, at, effects);
  }

  private surroundings(table: PartitionTable, toForget: readonly Holder[]): Surroundings {
    const { self, peers, wantsDrain } = this;
    const { replicas, reignKnownAt, goodbyes } = this.holdings;
    const { registered } = this.keeper;
    return { self, table, registered, replicas, peers, wantsDrain, toForget, reignKnownAt, goodbyes };
  }

  /** Nobody else to talk to, and nobody to be expected: no beat is needed. */
  private isAlone(): boolean {
    const { table, registered, isSwapping } = this.keeper;
    const { bootstrapMembers, gatewayOnly } = this.options;
    if (gatewayOnly || bootstrapMembers > 1 || isSwapping || this.peers.size > 0) return false;
    // What waits here for a lock is told by its own deadline.
    if (table === null) return this.desk.errands.size === 0;
    return registered.length < 2 && table.members.length < 2;
  }

  private replicaAt(partition: number) {
    const replica = this.holdings.replicas[partition];
    assert(replica !== null && replica !== undefined, 'whoever waits, waits at a partition that is held');
    return replica;
  }
}
