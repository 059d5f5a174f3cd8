import { assert } from '../base/assert.ts';
import { type Duration, type Instant, NEVER } from '../base/instant.ts';
import type { Key } from '../base/key.ts';
import {
  type Answerable,
  type Asker,
  type Clock,
  type Command,
  type CommandType,
  type Cookie,
  type Door,
  type Entrance,
  type Flushable,
  type Holder,
  type Input,
  type MemberEffects,
  type MemberTrace,
  NOBODY,
  type Outcome,
  type OutcomeType,
  type PeerMessage,
  type Request,
  type SourceIndex,
  type Told,
} from '../member/door.ts';

/** What the loop needs of the member. */
export interface Core {
  beginTurn(at: Instant, wall: number): void;
  endTurn(at: Instant, effects: MemberEffects): void;
  step(input: Input, at: Instant, effects: MemberEffects): void;
  wakeAt(): Instant;
  readonly sources: { indexOf(door: Door, address: string): SourceIndex };
}

/** What the loop needs of the coordination store. */
export interface Coordination {
  swap(expected: string | null, next: string): void;
  /** Tells what the store itself holds, through the watcher. */
  read(): void;
}

/** What the loop needs of the lines to other members. */
export interface Lines {
  /** Kept until `flush`. */
  send(to: Holder, message: PeerMessage): void;
  /** The turn is over: what was sent in it leaves, in one piece for each peer. */
  flush(): void;
}

export interface LoopObserver {
  /** One call per answer. */
  count(door: Door, command: CommandType, outcome: OutcomeType, latency: Duration): void;
  trace(event: MemberTrace): void;
  /** This incarnation is over: the process is to end at once. */
  stop(reason: string): void;
}

/** Somebody who may ask, and the request that is under way for him. */
interface Place {
  answerable: Answerable | null;
  door: Door;
  /** Told apart from former holders of the same place. */
  generation: number;
  /** Counts the requests from this place, so that each has a reference of its own. */
  uses: number;
  request: Request | null;
  /** When that request came. */
  since: Instant;
}

/** Askers are numbered generation × PLACES + place, their requests uses × PLACES + place; place 0 is nobody's. */
const PLACES = 2 ** 20;
/** Cuts the place out. Exact up to 2^53, and far cheaper than a remainder: those of numbers beyond 2^31 are slow. */
const PLACE_MASK = PLACES - 1;
/** What is still under way from so many requests ago is no more. */
const MAX_USES = 2 ** 32;
/** Inputs stepped in one turn; the rest wait for the next, so that bytes leave and sockets are read in between. */
const MAX_INPUTS = 4_096;
/** For so long a turn waits for connections to be accepted: hundreds may come at once when a member has gone. */
const ACCEPTING: Duration = 5;
/** A timer set further ahead overflows in Node. The wake-up that then comes early does no harm. */
const LATEST: Duration = 2 ** 31 - 1;

const TICK: Input = { type: 'tick' };

/**
 * The one place that steps the member and performs what it wants done.
 *
 * Everything that arrives while Node reads its sockets is queued, and run as one turn when the reading is over: time is
 * read once, all inputs are stepped in order of arrival, and only then do bytes leave, each connection's in one piece.
 * What a door submits while it is being answered runs in the same turn. A step never runs within a step.
 */
export class Loop implements MemberEffects {
  private readonly core: Core;
  private readonly clock: Clock;
  private readonly coordination: Coordination;
  private readonly lines: Lines;
  private readonly observer: LoopObserver;
  private readonly places: Place[] = [
    { answerable: null, door: 'gateway', generation: 0, uses: 0, request: null, since: 0 },
  ];
  private readonly vacant: number[] = [];
  private readonly inputs: Input[] = [];
  /** What is to be done right before one of those inputs is stepped. */
  private readonly before = new Map<Input, () => void>();
  private readonly flushing: Flushable[] = [];
  private scheduled = false;
  private requests = 0;
  private at: Instant;
  private timer: NodeJS.Timeout | null = null;
  private timerAt: Instant = NEVER;
  /** A connection was accepted in this round of Node's loop. */
  private isAccepting = false;
  private readonly runTurn = (): void => this.turnUnlessAccepting();
  private readonly onTimer = (): void => {
    this.timerAt = NEVER;
    this.schedule();
  };

  constructor(core: Core, clock: Clock, coordination: Coordination, lines: Lines, observer: LoopObserver) {
    this.core = core;
    this.clock = clock;
    this.coordination = coordination;
    this.lines = lines;
    this.observer = observer;
    this.at = clock.now();
  }

  /** The way in for one door, whose requests are counted apart. */
  entranceFor(door: Door): Entrance {
    return {
      enlist: (answerable) => this.enlist(door, answerable),
      dismiss: (asker) => this.dismiss(asker),
      sourceOf: (_door, address) => this.core.sources.indexOf(door, address),
      submit: (asker, source, key, command, repeatId) => this.submit(asker, source, key, command, repeatId),
      cancel: (asker) => this.cancel(asker),
      undelivered: (source, key, cookie) => this.giveBack(source, key, cookie),
      flushAtEndOfTurn: (flushable) => this.flushAtEndOfTurn(flushable),
      accepted: () => {
        this.isAccepting = true;
      },
    };
  }

  /**
   * Whatever an edge other than a door has to tell the member, stepped in the coming turn. `before` is called right
   * before that: what the member does from then on, it does knowing of this.
   */
  tell(input: Told, before?: () => void): void {
    if (before !== undefined) this.before.set(input, before);
    this.push(input);
  }

  /** Resolves when all that was told before has been stepped, and what came of it has left. */
  async idle(): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.inputs.length > 0);
  }

  /** The clock has been moved on by hand: what fell due by that is done in the coming turn. */
  clockMoved(): void {
    this.push(TICK);
  }

  /** Drops the timer, so that it keeps no stopping process alive. */
  dropTimer(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.timerAt = NEVER;
  }

  answer(asker: Asker, outcome: Outcome): void {
    if (asker === NOBODY) return;
    const place = this.places[asker & PLACE_MASK] as Place;
    const { request, answerable } = place;
    assert(request?.asker === asker, 'a request is answered once');
    place.request = null;
    this.observer.count(place.door, request.command.type, outcome.type, this.at - place.since);
    if (answerable !== null) {
      answerable.answer(outcome);
      return;
    }
    // The asker left while its request was under way: a lock it was granted must not stay behind.
    this.vacant.push(asker & PLACE_MASK);
    if (outcome.type === 'found' && outcome.cookie !== 0 && !outcome.again)
      this.giveBack(request.source, request.key, outcome.cookie);
  }

  trace(event: MemberTrace): void {
    this.observer.trace(event);
  }

  propose(expected: string | null, next: string): void {
    this.coordination.swap(expected, next);
  }

  readStore(): void {
    this.coordination.read();
  }

  send(to: Holder, message: PeerMessage): void {
    this.lines.send(to, message);
  }

  stop(reason: string): void {
    this.observer.stop(reason);
  }

  private enlist(door: Door, answerable: Answerable): Asker {
    let index = this.vacant.pop();
    if (index === undefined) {
      index = this.places.length;
      assert(index < PLACES, 'doors bound the number of askers');
      this.places.push({ answerable, door, generation: 0, uses: 0, request: null, since: 0 });
    }
    const place = this.places[index] as Place;
    place.answerable = answerable;
    place.door = door;
    place.generation++;
    return place.generation * PLACES + index;
  }

  private dismiss(asker: Asker): void {
    const place = this.places[asker & PLACE_MASK] as Place;
    assert(place.generation === Math.floor(asker / PLACES), 'an asker is dismissed once');
    assert(place.answerable !== null, 'an asker is dismissed once');
    place.answerable = null;
    if (place.request === null) this.vacant.push(asker & PLACE_MASK);
    else this.push({ type: 'cancel', asker: place.request.asker });
  }

  private cancel(asker: Asker): void {
    const { generation, request } = this.places[asker & PLACE_MASK] as Place;
    assert(generation === Math.floor(asker / PLACES), 'only the enlisted take back what they asked');
    if (request !== null) this.push({ type: 'cancel', asker: request.asker });
  }

  private submit(asker: Asker, source: SourceIndex, key: Key, command: Command, repeatId: string | null): void {
    const place = this.places[asker & PLACE_MASK] as Place;
    assert(place.generation === Math.floor(asker / PLACES), 'only the enlisted ask');
    assert(place.request === null, 'an asker has one request under way');
    this.schedule();
    place.uses = (place.uses + 1) % MAX_USES;
    const own = place.uses * PLACES + (asker & PLACE_MASK);
    const request: Request = { type: 'request', asker: own, number: ++this.requests, source, key, command, repeatId };
    place.request = request;
    place.since = this.at;
    this.inputs.push(request);
  }

  private giveBack(source: SourceIndex, key: Key, cookie: Cookie): void {
    const command: Command = { type: 'releaseExclusive', cookie };
    this.push({ type: 'request', asker: NOBODY, number: ++this.requests, source, key, command, repeatId: null });
  }

  private flushAtEndOfTurn(flushable: Flushable): void {
    this.schedule();
    this.flushing.push(flushable);
  }

  private push(input: Input): void {
    this.schedule();
    this.inputs.push(input);
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    this.at = this.clock.now();
    setImmediate(this.runTurn);
  }

  /** The next round comes at once, and accepts one more: without turns in between, a hundred in a few milliseconds. */
  private turnUnlessAccepting(): void {
    const mayWait = this.isAccepting && this.clock.now() < this.at + ACCEPTING;
    this.isAccepting = false;
    if (mayWait) setImmediate(this.runTurn);
    else this.turn();
  }

  private turn(): void {
    const { core, inputs, flushing } = this;
    this.at = this.clock.now();
    core.beginTurn(this.at, this.clock.wallTime());
    if (core.wakeAt() <= this.at) core.step(TICK, this.at, this);
    // Both lists may grow while they are run.
    let run = 0;
    while (run < inputs.length && run < MAX_INPUTS) {
      const input = inputs[run++] as Input;
      if (this.before.size > 0) this.callBefore(input);
      core.step(input, this.at, this);
    }
    if (run === inputs.length) inputs.length = 0;
    else inputs.splice(0, run);
    core.endTurn(this.at, this);
    this.lines.flush();
    for (let i = 0; i < flushing.length; i++) (flushing[i] as Flushable).flush();
    flushing.length = 0;
    this.scheduled = false;
    if (inputs.length > 0) this.schedule();
    this.setTimer();
  }

  private callBefore(input: Input): void {
    const before = this.before.get(input);
    this.before.delete(input);
    before?.();
  }

  private setTimer(): void {
    const wakeAt = this.core.wakeAt();
    if (wakeAt <= this.at) {
      this.schedule();
      return;
    }
    // A timer that fires too early merely runs an empty turn; setting it anew at every turn would cost more.
    if (wakeAt >= this.timerAt) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timerAt = wakeAt;
    this.timer = setTimeout(this.onTimer, Math.min(Math.ceil(wakeAt - this.at), LATEST));
  }
}
