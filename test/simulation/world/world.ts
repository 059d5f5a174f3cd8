import type { Duration, Instant } from '../../../src/base/instant.ts';
import { Random } from '../../../src/base/random.ts';
import type { MemberTrace } from '../../../src/member/door.ts';
import type { Holder } from '../../../src/placement/holder.ts';
import { Agenda } from './agenda.ts';
import type { ClientRequest, OnAnswer, OnLost, Pending } from './client-desk.ts';
import { MachineClock } from './machine-clock.ts';
import { memberOptions } from './member-options.ts';
import { Network } from './network.ts';
import { OnePrimary } from './one-primary.ts';
import { realMember, type SimulatedMember } from './simulated-member.ts';
import { SimulatedProcess } from './simulated-process.ts';
import { SimulatedStore } from './simulated-store.ts';
import { TraceHash } from './trace-hash.ts';
import { DEFAULT_DRIFT, type Range, type WorldOptions } from './world-options.ts';

export type TraceObserver = (id: string, event: MemberTrace, process: SimulatedProcess) => void;
export type TurnObserver = (process: SimulatedProcess) => void;
export type StopObserver = (id: string, incarnation: number, reason: string) => void;

const TURN_DELAY: Range = [0, 0.6];
const RESTART_STOPPED: Range = [200, 2_000];

/**
 * Many members, their clocks, the network between them and their coordination store. Everything is drawn from one seed
 * and nothing waits for a real clock: the same seed and the same calls give the same run, to the bit (`hash`).
 *
 * `now` is true time in milliseconds, which no member knows. Nothing happens but within `runUntil` and `settle`; whatever
 * a method says happens, has begun when it returns. Scheduled actions and observers may call any method here but those two.
 */
export class World {
  readonly options: WorldOptions;
  readonly network: Network;
  readonly store: SimulatedStore;
  /** Watches, after every turn, that at most one process may decide for a partition. */
  readonly onePrimary: OnePrimary;
  private readonly agenda = new Agenda();
  private readonly trace = new TraceHash();
  private readonly random: Random;
  private readonly clockRandom: Random;
  private readonly newest = new Map<string, SimulatedProcess>();
  private readonly clocks = new Map<string, MachineClock>();
  private readonly traceObservers: TraceObserver[] = [];
  private readonly turnObservers: TurnObserver[] = [];
  private readonly stopObservers: StopObserver[] = [];
  private turnsRun = 0;

  constructor(options: WorldOptions) {
    this.options = options;
    const seeds = new Random(options.seed);
    const branch = (): Random => new Random(seeds.below(2 ** 53));
    this.random = branch();
    this.clockRandom = branch();
    this.network = new Network(this.agenda, branch(), this.trace, options.network ?? {});
    this.store = new SimulatedStore(this.agenda, branch(), this.trace, options.store ?? {}, options.gateways);
    this.onePrimary = new OnePrimary(options);
  }

  get now(): Instant {
    return this.agenda.now;
  }

  /** Of everything that mattered so far: deliveries, answers, traces, tables. Equal for equal runs. */
  get hash(): string {
    return this.trace.text;
  }

  /** How many turns of processes there have been. */
  get turns(): number {
    return this.turnsRun;
  }

  /** How many things have happened that were due. */
  get events(): number {
    return this.agenda.fired;
  }

  /** Runs `action` at this instant of true time; at once-next if it is past. */
  at(instant: Instant, action: () => void): void {
    this.agenda.at(instant, action);
  }

  in(delay: Duration, action: () => void): void {
    this.agenda.at(this.now + delay, action);
  }

  /** Everything that falls due up to and with this instant; `now` is that instant then. */
  runUntil(instant: Instant): void {
    this.agenda.runUntil(instant);
  }

  /** Runs until the condition holds, looked at after every event that fell due; false if it did not for `limit`. */
  settle(condition: () => boolean, limit: Duration): boolean {
    return this.agenda.settle(condition, this.now + limit);
  }

  /**
   * Starts a process under this id, with empty memory. It draws its incarnation from the store and registers (which
   * waits while the store is out of reach, or an earlier registration of the id stands); then it is `alive`.
   */
  start(id: string, { zone }: { zone?: string } = {}): SimulatedProcess {
    const before = this.newest.get(id);
    if (before !== undefined && !before.over) throw new Error(`${id} runs already`);
    return this.newProcess(id, zone ?? before?.zone ?? this.options.zones?.[id] ?? '');
  }

  /**
   * Another process is started under the id though the one before may live on, as when an operator deletes it by force
   * from where it cannot be reached. It loses its place on the network to the new one; who has `process` of before can
   * go on with it.
   */
  supersede(id: string): SimulatedProcess {
    return this.newProcess(id, this.process(id).zone);
  }

  /**
   * The process is killed: its memory is lost and its sockets reset. `quietly`: its machine dies with it, so that
   * nobody is told, and peers find out by silence.
   */
  crash(id: string, { quietly = false }: { quietly?: boolean } = {}): void {
    this.process(id).end(quietly ? 'silent' : 'reset');
  }

  /** Starts it again under its id, with empty memory and a new incarnation; crashes it before if it runs. */
  restart(id: string): SimulatedProcess {
    if (!this.process(id).over) this.crash(id);
    return this.start(id);
  }

  /** SIGSTOP: its clocks run on, what comes for it queues up. */
  pause(id: string): void {
    this.process(id).pause();
  }

  resume(id: string): void {
    this.process(id).resume();
  }

  /** Its machine sleeps: the monotonic clock stands, nothing reaches it; at wake its wall clock has jumped on. */
  suspend(id: string, duration: Duration): void {
    const process = this.process(id);
    process.suspend(this.now + duration);
    this.in(duration, () => process.wakeWhenDue());
  }

  /** Before its time. */
  wake(id: string): void {
    this.process(id).wake();
  }

  /** A busy process: what comes waits so long for its turn; null: as usual. */
  slowTurns(id: string, turnDelay: Range | null): void {
    this.process(id).turnDelay = turnDelay ?? this.options.turnDelay ?? TURN_DELAY;
  }

  /** Its wall clock is set, forward or back. */
  stepWallClock(id: string, by: Duration): void {
    this.process(id).clock.stepWall(by);
  }

  /** SIGTERM: it passes on what it holds; once drained it answers what it has, says goodbye, deregisters and is over. */
  drain(id: string): void {
    this.process(id).drain();
  }

  /** The deadline of a stop is over: it says goodbye, drained or not. */
  leave(id: string): void {
    this.process(id).leave('left');
  }

  /** An operator's word to some live member that holds copies (`by`, or one that is drawn); false if there is none to tell. */
  forget(id: string, incarnation: number, by?: string): boolean {
    const { gateways = [] } = this.options;
    const live = [...this.newest.values()].filter(
      (one) => one.alive && !one.paused && (by ?? one.id) === one.id && !gateways.includes(one.id),
    );
    const told = live[this.random.below(Math.max(live.length, 1))];
    told?.tell({ type: 'forget', member: id, incarnation });
    return told !== undefined;
  }

  /** The newest process under this id. Throws if there never was one. */
  process(id: string): SimulatedProcess {
    const process = this.newest.get(id);
    if (process === undefined) throw new Error(`no process ${id}`);
    return process;
  }

  /** The newest of each id, in the order in which ids were first started. */
  get processes(): readonly SimulatedProcess[] {
    return [...this.newest.values()];
  }

  get live(): readonly SimulatedProcess[] {
    return this.processes.filter(({ alive }) => alive);
  }

  /**
   * Hands a client's request to a process, with no delay: whoever wants the way to take time asks later (`in`) and
   * delays what comes back. Exactly one of the two is called, never from within this call, unless it is cancelled before:
   * `onAnswer` within the process's turn (the outcome is the caller's to keep), or `onLost`, `refused` if the process
   * did not run (surely nothing happened) or `reset` when it died.
   */
  submit(id: string, request: ClientRequest, onAnswer: OnAnswer, onLost: OnLost): Pending {
    return this.process(id).submit(request, onAnswer, onLost);
  }

  onTrace(observer: TraceObserver): void {
    this.traceObservers.push(observer);
  }

  onTurn(observer: TurnObserver): void {
    this.turnObservers.push(observer);
  }

  /** A process ended by itself: the member said so, or it was drained (`drained`, or `left` before it was). */
  onStop(observer: StopObserver): void {
    this.stopObservers.push(observer);
  }

  private newProcess(id: string, zone: string): SimulatedProcess {
    let clock = this.clocks.get(id);
    if (clock === undefined) {
      const drift = this.options.drift ?? DEFAULT_DRIFT;
      clock = new MachineClock(this.agenda, this.clockRandom, drift);
      this.clocks.set(id, clock);
    }
    clock.wake();
    const process = new SimulatedProcess(id, zone, clock, {
      agenda: this.agenda,
      network: this.network,
      store: this.store,
      hash: this.trace,
      random: new Random(this.random.below(2 ** 53)),
      turnDelay: this.options.turnDelay ?? TURN_DELAY,
      makeMember: (self) => this.makeMember(self),
      onTrace: (from, event) => {
        for (const observer of this.traceObservers) observer(from.id, event, from);
      },
      onSend: (_from, message) => this.onePrimary.sent(message),
      onTurn: (after) => {
        this.turnsRun++;
        this.onePrimary.afterTurn(after, this.now);
        for (const observer of this.turnObservers) observer(after);
      },
      onStop: (stopped, reason) => this.stopped(stopped, reason),
    });
    this.newest.set(id, process);
    this.store.enroll(process);
    return process;
  }

  private makeMember(self: Holder): SimulatedMember {
    const { makeMember = realMember } = this.options;
    return makeMember(memberOptions(this.options, self, this.random.below(2 ** 53)));
  }

  private stopped(process: SimulatedProcess, reason: string): void {
    for (const observer of this.stopObservers) observer(process.id, process.incarnation, reason);
    const { restartStopped = RESTART_STOPPED } = this.options;
    if (reason === 'drained' || reason === 'left' || restartStopped === null) return;
    const [from, until] = restartStopped;
    this.in(from + this.random.fraction() * (until - from), () => {
      if (this.newest.get(process.id) === process) this.start(process.id);
    });
  }
}
