import type { Duration } from '../../../src/base/instant.ts';
import type { Random } from '../../../src/base/random.ts';
import type { Registration } from '../../../src/member/door.ts';
import type { Agenda } from './agenda.ts';
import { chance, mostlyLow, within } from './chance.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { StoredTable } from './simulated-store.ts';
import type { Range, StoreOptions } from './world-options.ts';

/** What a client needs of the store, and what it may do to what it carries. */
export interface StoreFaults {
  readonly options: StoreOptions;
  readonly agenda: Agenda;
  readonly random: Random;
  readonly loseAnswers: number;
  readonly lateSwaps: number;
  readonly latestSwap: Duration;
  readonly repeatSwaps: number;
  readonly staleWatches: number;
  readonly latency: Range;
  readonly watchDelay: Range;
  readonly document: string | null;
  readonly registrations: readonly Registration[];
  readonly tables: readonly StoredTable[];
  readonly views: readonly (readonly Registration[])[];
  canReach(id: string): boolean;
  swap(expected: string | null, next: string): void;
  takeDelay(id: string): Duration | null;
  enter(id: string, zone: string): number | null;
  keepAlive(registration: Registration): void;
  deregister(id: string, incarnation: number): void;
}

const ENROLL_EVERY: Range = [50, 250];
const TRY_WATCH_EVERY: Range = [100, 400];
/** Of swaps that are late, so many never land. */
const LOST_FOR_EVER = 0.3;
const LATEST_STALE_SIGHTING: Duration = 4_000;

/**
 * One process's dealings with the store: questions that get lost or answered late, a registration kept alive, and a
 * watch. Swaps under way outlive the process.
 */
export class StoreClient {
  private readonly process: SimulatedProcess;
  private readonly store: StoreFaults;
  private closed = false;
  /** What the watch has not shown yet. */
  private tableNews = false;
  private membersNews = false;
  private reads = 0;
  private sightingDue = false;

  constructor(process: SimulatedProcess, store: StoreFaults) {
    this.process = process;
    this.store = store;
  }

  /** Asks for an incarnation and a registration until it has them; then it reads, watches and keeps itself alive. */
  enroll(): void {
    const { store, process } = this;
    this.in(within(store.random, store.latency), () => {
      const incarnation = store.canReach(process.id) ? store.enter(process.id, process.zone) : null;
      if (incarnation === null) {
        this.in(within(store.random, ENROLL_EVERY), () => this.enroll());
        return;
      }
      this.in(within(store.random, store.latency), () => {
        process.begin(incarnation);
        this.read();
        this.keepAlive();
      });
    });
  }

  close(deregisters: boolean): void {
    this.closed = true;
    const { store, process } = this;
    if (!deregisters || process.incarnation === 0) return;
    store.agenda.at(store.agenda.now + within(store.random, store.latency), () => {
      if (store.canReach(process.id)) store.deregister(process.id, process.incarnation);
    });
  }

  propose(expected: string | null, next: string): void {
    const { store } = this;
    const delay = store.takeDelay(this.process.id);
    if (delay !== null) {
      this.giveUp();
      store.agenda.at(store.agenda.now + delay, () => store.swap(expected, next));
      return;
    }
    if (chance(store.random, store.lateSwaps)) {
      this.giveUp();
      if (!chance(store.random, LOST_FOR_EVER)) this.swapLate(expected, next);
      return;
    }
    this.ask(() => {
      if (chance(store.random, store.repeatSwaps)) this.swapLate(expected, next);
      store.swap(expected, next);
      const { document } = store;
      return () => this.process.tell({ type: 'table-seen', document, fresh: false });
    });
  }

  read(): void {
    const { store, process } = this;
    const asked = ++this.reads;
    this.ask(() => {
      const { document, registrations } = store;
      return () => {
        // An answer that was overtaken by a later question may be older than what was known when that was asked.
        process.tell({ type: 'table-seen', document, fresh: asked === this.reads });
        process.tell({ type: 'members-seen', members: registrations });
      };
    });
  }

  refresh(): void {
    const { store, process } = this;
    if (!process.runs || !store.canReach(process.id)) return;
    const { id: member, incarnation, zone } = process;
    store.keepAlive({ member, incarnation, zone, sawTable: process.member.table !== null });
  }

  tableChanged(): void {
    this.tableNews = true;
    this.expectSighting();
  }

  membersChanged(): void {
    this.membersNews = true;
    this.expectSighting();
  }

  /** `perform` runs at the store; what it returns runs when its answer is back, unless that gets lost. */
  private ask(perform: () => () => void): void {
    const { store, process } = this;
    const patience = within(store.random, store.options.patience);
    const askedAt = store.agenda.now;
    const later = (): void => this.giveUp(Math.max(askedAt + patience - store.agenda.now, 0));
    if (!store.canReach(process.id)) return later();
    // Whatever happens to the process, what it sent is on its way.
    store.agenda.at(askedAt + within(store.random, store.latency), () => {
      if (!store.canReach(process.id)) return later();
      const answer = perform();
      const back = within(store.random, store.latency);
      if (chance(store.random, store.loseAnswers) || store.agenda.now + back > askedAt + patience) return later();
      this.in(back, () => {
        if (store.canReach(process.id)) answer();
        else later();
      });
    });
  }

  /** The process is told that nobody knows. */
  private giveUp(after: Duration = within(this.store.random, this.store.options.patience)): void {
    this.in(after, () => this.process.tell({ type: 'store-unreachable' }));
  }

  private swapLate(expected: string | null, next: string): void {
    const { store } = this;
    const lateness = mostlyLow(store.random, [20, store.latestSwap]);
    store.agenda.at(store.agenda.now + lateness, () => store.swap(expected, next));
  }

  private keepAlive(): void {
    const { store } = this;
    this.refresh();
    this.in(store.options.ttl * (0.25 + 0.1 * store.random.fraction()), () => this.keepAlive());
  }

  private expectSighting(delay: Range = this.store.watchDelay): void {
    if (this.sightingDue || this.process.incarnation === 0) return;
    this.sightingDue = true;
    this.in(within(this.store.random, delay), () => this.showWhatIsNew());
  }

  /** Skips to the newest; what could not be shown is shown when the store can be reached again. */
  private showWhatIsNew(): void {
    const { store, process } = this;
    this.sightingDue = false;
    if (!store.canReach(process.id)) {
      this.expectSighting(TRY_WATCH_EVERY);
      return;
    }
    if (this.tableNews) process.tell({ type: 'table-seen', document: store.document, fresh: false });
    if (this.membersNews) process.tell({ type: 'members-seen', members: store.registrations });
    if (chance(store.random, store.staleWatches)) this.showWhatWas();
    this.tableNews = false;
    this.membersNews = false;
  }

  private showWhatWas(): void {
    const { store, process } = this;
    const { tables, views, random } = store;
    const table = tables[Math.max(tables.length - 1 - random.below(4), 0)];
    const view = views[random.below(Math.max(views.length, 1))];
    this.in(within(random, [0, LATEST_STALE_SIGHTING]), () => {
      if (table !== undefined) process.tell({ type: 'table-seen', document: table.document, fresh: false });
      if (view !== undefined) process.tell({ type: 'members-seen', members: view });
      // An old view of the members does not show that it is one: the present one follows.
      this.membersChanged();
    });
  }

  private in(delay: Duration, run: () => void): void {
    const { agenda } = this.store;
    agenda.at(agenda.now + delay, () => {
      if (!this.closed) run();
    });
  }
}
