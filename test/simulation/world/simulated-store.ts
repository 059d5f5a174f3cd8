import { type Duration, type Instant, NEVER } from '../../../src/base/instant.ts';
import type { Random } from '../../../src/base/random.ts';
import type { Registration } from '../../../src/member/door.ts';
import type { Agenda } from './agenda.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import { StoreClient, type StoreFaults } from './store-client.ts';
import type { TraceHash } from './trace-hash.ts';
import { DEFAULT_STORE, type Range, type StoreOptions } from './world-options.ts';

/** A table as the store took it in, at an instant of true time. */
export interface StoredTable {
  readonly at: Instant;
  /** Null: somebody wiped the store. */
  readonly document: string | null;
}

interface Standing {
  readonly registration: Registration;
  expiresAt: Instant;
}

/** Views of who is registered that a stale watch may still show. */
const REMEMBERED_VIEWS = 8;

/**
 * The coordination store: one table, changed by compare-and-swap of its whole text, and registrations that vanish when
 * their owners show no sign of life. Each operation takes effect at one instant, between question and answer if there is
 * one. Members deal with it through a client each (`store-client.ts`), which is where things are lost and late.
 */
export class SimulatedStore implements StoreFaults {
  /** What nobody can reach; registrations run out meanwhile. */
  unreachable = false;
  /** The share of swaps and reads that are done though their asker is told that the store cannot be reached. */
  loseAnswers = 0;
  /** The share of swaps whose asker is told so, and which land later, or never. */
  lateSwaps = 0;
  /** How late, at most. */
  latestSwap: Duration = 20_000;
  /** The share of swap requests that come once more later, as a client sends them that tries again. */
  repeatSwaps = 0;
  /** The share of sightings by watch that show what was long ago. */
  staleWatches = 0;
  latency: Range;
  watchDelay: Range;
  readonly options: StoreOptions;
  readonly agenda: Agenda;
  readonly random: Random;
  /** Every table there ever was, in order. */
  readonly tables: StoredTable[] = [];
  /** Former views of who is registered, the newest last. */
  readonly views: (readonly Registration[])[] = [];
  /** Ids of whom nobody is told that they are registered, for they hold nothing. */
  readonly unlisted: readonly string[];
  private readonly hash: TraceHash;
  private readonly clients = new Map<SimulatedProcess, StoreClient>();
  private readonly standing = new Map<string, Standing>();
  private readonly incarnations = new Map<string, number>();
  private readonly unreachableTo = new Set<string>();
  private readonly delays = new Map<string, Duration>();
  /** Whether it is stopped as a whole; its own time stands, and registrations run anew when it is back. */
  private stopped = false;

  constructor(
    agenda: Agenda,
    random: Random,
    hash: TraceHash,
    options: Partial<StoreOptions>,
    unlisted: readonly string[] = [],
  ) {
    this.unlisted = unlisted;
    this.agenda = agenda;
    this.random = random;
    this.hash = hash;
    this.options = { ...DEFAULT_STORE, ...options };
    this.latency = this.options.latency;
    this.watchDelay = this.options.watchDelay;
  }

  /** The table it holds. */
  get document(): string | null {
    return this.tables.at(-1)?.document ?? null;
  }

  get registrations(): readonly Registration[] {
    const all = [...this.standing.values()].map(({ registration }) => registration);
    return all.filter(({ member }) => !this.unlisted.includes(member));
  }

  get isStopped(): boolean {
    return this.stopped;
  }

  /** Stops it, or starts it again with all it held; registrations stand for their full time from then. */
  setStopped(stopped: boolean): void {
    this.stopped = stopped;
    if (stopped) return;
    for (const one of this.standing.values()) this.prolong(one);
    for (const id of this.standing.keys()) this.expectEnd(id);
  }

  unreachableFor(id: string, isSo: boolean): void {
    if (isSo) this.unreachableTo.add(id);
    else this.unreachableTo.delete(id);
  }

  canReach(id: string): boolean {
    return !this.unreachable && !this.stopped && !this.unreachableTo.has(id);
  }

  /** The next swap of this member is done so much later, whatever becomes of its asker, who is told that nobody knows. */
  delayNextSwap(id: string, by: Duration): void {
    this.delays.set(id, by);
  }

  /** For clients: how much later this swap is to be done; null if it is like any other. */
  takeDelay(id: string): Duration | null {
    const by = this.delays.get(id) ?? null;
    this.delays.delete(id);
    return by;
  }

  /** Reachable by all, at its usual speed, nothing lost, late or stale from now on. What is late already still comes. */
  healAll(): void {
    this.unreachable = false;
    this.unreachableTo.clear();
    this.delays.clear();
    if (this.stopped) this.setStopped(false);
    this.loseAnswers = 0;
    this.lateSwaps = 0;
    this.repeatSwaps = 0;
    this.staleWatches = 0;
    this.usualSpeed();
  }

  usualSpeed(): void {
    this.latency = this.options.latency;
    this.watchDelay = this.options.watchDelay;
  }

  /** Somebody put another document in its place, or (null) none: a restored or wiped store. */
  replaceTable(document: string | null): void {
    this.store(document);
  }

  /** An operator deletes a registration; its process, if it lives, registers again. */
  dropRegistration(id: string): void {
    if (this.standing.delete(id)) this.membersChanged();
  }

  /** For processes. */
  enroll(process: SimulatedProcess): void {
    const client = new StoreClient(process, this);
    this.clients.set(process, client);
    client.enroll();
  }

  gone(process: SimulatedProcess, deregisters: boolean): void {
    const client = this.clients.get(process);
    this.clients.delete(process);
    client?.close(deregisters);
  }

  propose(process: SimulatedProcess, expected: string | null, next: string): void {
    this.clients.get(process)?.propose(expected, next);
  }

  read(process: SimulatedProcess): void {
    this.clients.get(process)?.read();
  }

  /** Its registration should say something else by now. */
  refresh(process: SimulatedProcess): void {
    this.clients.get(process)?.refresh();
  }

  /** For clients: takes effect now. */
  swap(expected: string | null, next: string): void {
    if (this.document === expected) this.store(next);
  }

  /** A new incarnation for an id, registered under it; null while another registration of the id stands. */
  enter(id: string, zone: string): number | null {
    if (this.standing.has(id)) return null;
    const incarnation = (this.incarnations.get(id) ?? 0) + 1;
    this.incarnations.set(id, incarnation);
    this.register({ member: id, incarnation, zone, sawTable: false });
    return incarnation;
  }

  /** A sign of life: the registration stands for its full time again, and is made if it vanished and the id is free. */
  keepAlive(registration: Registration): void {
    const one = this.standing.get(registration.member);
    if (one === undefined) {
      this.register(registration);
    } else if (one.registration.incarnation === registration.incarnation) {
      this.prolong(one);
      if (one.registration.sawTable !== registration.sawTable) {
        this.standing.set(registration.member, { registration, expiresAt: one.expiresAt });
        this.membersChanged();
      }
    }
  }

  deregister(id: string, incarnation: number): void {
    if (this.standing.get(id)?.registration.incarnation === incarnation) this.dropRegistration(id);
  }

  private register(registration: Registration): void {
    const one: Standing = { registration: Object.freeze(registration), expiresAt: NEVER };
    this.prolong(one);
    this.standing.set(registration.member, one);
    this.expectEnd(registration.member);
    this.membersChanged();
  }

  private prolong(one: Standing): void {
    one.expiresAt = this.agenda.now + this.options.ttl;
  }

  private expectEnd(id: string): void {
    const one = this.standing.get(id);
    if (one === undefined) return;
    const look = (): void => {
      const now = this.standing.get(id);
      // Another registration of the id is looked after by an expectation of its own.
      if (now === undefined || now.registration.incarnation !== one.registration.incarnation || this.stopped) return;
      if (now.expiresAt > this.agenda.now) this.agenda.at(now.expiresAt, look);
      else this.dropRegistration(id);
    };
    this.agenda.at(one.expiresAt, look);
  }

  private store(document: string | null): void {
    this.tables.push({ at: this.agenda.now, document });
    this.hash.note(document ?? '', 'store', 'table', this.agenda.now);
    for (const client of this.clients.values()) client.tableChanged();
  }

  private membersChanged(): void {
    const view = Object.freeze(this.registrations);
    this.hash.note(`${view.length} members`, 'store', 'members', this.agenda.now);
    if (this.views.push(view) > REMEMBERED_VIEWS) this.views.shift();
    for (const client of this.clients.values()) client.membersChanged();
  }
}
