import { type Duration, type Instant, NEVER } from '../../../src/base/instant.ts';
import type { Random } from '../../../src/base/random.ts';
import type { Asker, Door, MemberEffects, MemberTrace, Outcome } from '../../../src/member/door.ts';
import type { Input } from '../../../src/member/input.ts';
import type { PeerMessage } from '../../../src/member/messages.ts';
import type { Holder } from '../../../src/placement/holder.ts';
import { kept } from '../../member/kept.ts';
import type { Agenda } from './agenda.ts';
import { within } from './chance.ts';
import { ClientDesk, type ClientRequest, type OnAnswer, type OnLost, type Pending } from './client-desk.ts';
import type { MachineClock } from './machine-clock.ts';
import type { Network } from './network.ts';
import type { SimulatedMember } from './simulated-member.ts';
import type { SimulatedStore } from './simulated-store.ts';
import type { TraceHash } from './trace-hash.ts';
import type { Range } from './world-options.ts';

/** What a process lives in. */
export interface Surroundings {
  readonly agenda: Agenda;
  readonly network: Network;
  readonly store: SimulatedStore;
  readonly hash: TraceHash;
  readonly random: Random;
  readonly turnDelay: Range;
  makeMember(self: Holder): SimulatedMember;
  onTrace(process: SimulatedProcess, event: MemberTrace): void;
  onSend(process: SimulatedProcess, message: PeerMessage): void;
  /** After each turn; not after one in which the process ended. */
  onTurn(process: SimulatedProcess): void;
  /** It ended by itself. */
  onStop(process: SimulatedProcess, reason: string): void;
}

/** How a process ends: its kernel resets its sockets, or says nothing; or what it sent last still arrives whole. */
export type Ending = 'reset' | 'silent' | 'orderly';

const TICK: Input = { type: 'tick' };
/** Added to when a turn is due, so that the rounding of clocks never makes it too early for what it is meant for. */
const HAIR = 0.001;
/** How long a drained process waits for the last of its requests. */
const LONGEST_FINISH: Duration = 10_000;

/**
 * One process: the host of a member. Queues what comes, and runs it in turns: whatever came until a turn begins is
 * stepped in it, in order of arrival.
 *
 * It is nothing yet while it enrols in the store, then `alive`, then `over`: each once at most, in this order.
 */
export class SimulatedProcess implements MemberEffects {
  readonly id: string;
  readonly zone: string;
  readonly clock: MachineClock;
  /** 0 until it is enrolled. */
  incarnation = 0;
  /** Runs, or would if it were not paused or asleep. */
  alive = false;
  over = false;
  paused = false;
  draining = false;
  /** Takes clients' requests. */
  accepting = true;
  /** How long what comes waits for its turn; that of a busy process is longer. */
  turnDelay: Range;
  /** Counts turns; the number of the present one while it runs. */
  turns = 0;
  /** False from the moment its machine falls asleep until its first turn after. */
  knowsTheTime = true;
  private readonly world: Surroundings;
  private readonly desk: ClientDesk;
  private self: Holder | null = null;
  private mind: SimulatedMember | null = null;
  private inputs: Input[] = [];
  /** When the next turn is due; NEVER while none is. */
  private turnAt: Instant = NEVER;
  private lastOwn: Instant = Number.NEGATIVE_INFINITY;
  private saidThatItSawTable = false;
  private wantsToStop: string | null = null;
  private leavingFor: string | null = null;
  private finishing = false;
  private asleepUntil: Instant = 0;

  constructor(id: string, zone: string, clock: MachineClock, world: Surroundings) {
    this.id = id;
    this.zone = zone;
    this.clock = clock;
    this.world = world;
    this.turnDelay = world.turnDelay;
    this.desk = new ClientDesk(this, world.agenda);
  }

  /** Throws before the process is enrolled. What a process that is over knew can still be looked at. */
  get member(): SimulatedMember {
    if (this.mind === null) throw new Error(`${this.id} is not enrolled yet`);
    return this.mind;
  }

  get holder(): Holder {
    if (this.self === null) throw new Error(`${this.id} is not enrolled yet`);
    return this.self;
  }

  get suspended(): boolean {
    return this.clock.isAsleep;
  }

  /** Alive, and neither paused nor asleep. */
  get runs(): boolean {
    return this.alive && !this.paused && !this.suspended;
  }

  /** Clients' requests that wait for an answer. */
  get openRequests(): number {
    return this.desk.size;
  }

  /** The present instant, by its own monotonic clock. */
  get own(): Instant {
    return this.clock.own;
  }

  /** From true time to this process's own, and back. */
  toOwn(instant: Instant): Instant {
    return this.clock.toOwn(instant);
  }

  toTrue(own: Instant): Instant {
    return this.clock.toTrue(own);
  }

  /** The store has given it an incarnation: its member is made, and peers can reach it from now on. */
  begin(incarnation: number): void {
    if (this.over) return;
    this.incarnation = incarnation;
    this.self = Object.freeze({ member: this.id, incarnation });
    this.mind = this.world.makeMember(this.self);
    this.alive = true;
    this.world.network.appear(this);
    this.askTurn(this.world.agenda.now);
  }

  end(how: Ending): void {
    if (this.over) return;
    this.over = true;
    this.alive = false;
    this.inputs = [];
    this.world.network.gone(this, how);
    this.world.store.gone(this, how === 'orderly');
    this.desk.close();
  }

  pause(): void {
    this.paused = true;
    this.world.network.changed(this);
  }

  resume(): void {
    this.paused = false;
    this.goOn();
  }

  suspend(until: Instant): void {
    this.asleepUntil = Math.max(this.asleepUntil, until);
    this.clock.sleep();
    this.knowsTheTime = false;
    this.world.network.changed(this);
  }

  /** Its machine wakes. */
  wake(): void {
    if (this.over || !this.suspended) return;
    this.asleepUntil = 0;
    this.clock.wake();
    this.goOn();
  }

  /** Unless it was put to sleep again for longer. */
  wakeWhenDue(): void {
    if (this.world.agenda.now >= this.asleepUntil) this.wake();
  }

  drain(): void {
    if (this.over || this.draining) return;
    this.draining = true;
    if (this.alive) this.tell({ type: 'drain' });
    else this.exit('drained', 'orderly');
  }

  /** Takes no more requests, and is over after the turn in which its member said goodbye. */
  leave(reason: string): void {
    if (this.over || this.leavingFor !== null) return;
    this.accepting = false;
    this.leavingFor = reason;
    this.tell({ type: 'leave' });
  }

  /** Queues an input for the coming turn. Nothing, if it is not alive. */
  tell(input: Input): void {
    if (!this.alive) return;
    this.inputs.push(input);
    this.askTurn(this.world.agenda.now);
  }

  submit(request: ClientRequest, onAnswer: OnAnswer, onLost: OnLost): Pending {
    return this.desk.submit(request, onAnswer, onLost);
  }

  sourceOf(door: Door, address: string): number {
    return this.member.sources.indexOf(door, address);
  }

  answer(asker: Asker, outcome: Outcome): void {
    if (this.isOut) return;
    this.world.hash.note(outcome.type, this.id, 'client', asker);
    this.desk.answer(asker, outcome);
  }

  trace(event: MemberTrace): void {
    if (this.isOut) return;
    this.world.hash.note(event.type, this.id, 'trace', this.world.agenda.now);
    this.world.onTrace(this, event);
  }

  send(to: Holder, message: PeerMessage): void {
    if (this.isOut) return;
    const own = kept(message);
    this.world.onSend(this, own);
    this.world.network.send(this, to, own);
  }

  propose(expected: string | null, next: string): void {
    if (!this.isOut) this.world.store.propose(this, expected, next);
  }

  readStore(): void {
    if (!this.isOut) this.world.store.read(this);
  }

  stop(reason: string): void {
    this.wantsToStop ??= reason;
  }

  /** In the middle of a turn: what its member wants from now on is not done any more. */
  private get isOut(): boolean {
    return this.over || this.wantsToStop !== null;
  }

  private goOn(): void {
    this.world.network.changed(this);
    // Whatever fell due meanwhile, and whatever came, has its turn now; the old date may be past, or of a clock that stood.
    this.turnAt = NEVER;
    if (this.alive) this.askTurn(this.world.agenda.now);
  }

  private askTurn(from: Instant): void {
    const { agenda, random } = this.world;
    if (this.turnAt <= from || !this.runs) return;
    const at = from + HAIR + within(random, this.turnDelay);
    if (at >= this.turnAt) return;
    this.turnAt = at;
    agenda.at(at, () => {
      // Another may have taken its place, earlier or after a sleep.
      if (this.turnAt !== at || !this.runs) return;
      this.turnAt = NEVER;
      this.turn();
    });
  }

  private turn(): void {
    const { member, inputs } = this;
    const at = Math.max(this.clock.own, this.lastOwn);
    this.lastOwn = at;
    this.turns++;
    this.knowsTheTime = true;
    this.inputs = [];
    member.beginTurn(at, this.clock.wall);
    if (member.wakeAt() <= at) member.step(TICK, at, this);
    for (let index = 0; index < inputs.length && !this.isOut; index++) {
      member.step(inputs[index] as Input, at, this);
    }
    if (!this.isOut) member.endTurn(at, this);
    this.afterTurn(member);
  }

  private afterTurn(member: SimulatedMember): void {
    if (this.over) return;
    if (this.wantsToStop !== null) return this.exit(this.wantsToStop, 'reset');
    if (!this.saidThatItSawTable && member.table !== null) {
      this.saidThatItSawTable = true;
      this.world.store.refresh(this);
    }
    this.world.onTurn(this);
    if (this.over) return;
    if (this.leavingFor !== null && this.inputs.length === 0) return this.exit(this.leavingFor, 'orderly');
    if (this.draining && member.drained) this.finish();
    const wakeAt = member.wakeAt();
    if (wakeAt !== NEVER) this.askTurn(Math.max(this.toTrue(wakeAt), this.world.agenda.now));
  }

  /** Drained, it takes no more requests, and leaves once those it has are answered, or have had their time. */
  private finish(): void {
    this.accepting = false;
    if (this.openRequests === 0) this.leave('drained');
    if (this.finishing) return;
    this.finishing = true;
    this.world.agenda.at(this.world.agenda.now + LONGEST_FINISH, () => this.leave('drained'));
  }

  private exit(reason: string, how: Ending): void {
    this.end(how);
    this.world.onStop(this, reason);
  }
}
