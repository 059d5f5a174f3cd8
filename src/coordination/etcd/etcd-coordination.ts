import { assert } from '../../base/assert.ts';
import { Random } from '../../base/random.ts';
import type { Clock } from '../../member/door.ts';
import type { Announcement, Coordination, StoreWatcher } from '../coordination.ts';
import { type CoordinationLog, QuietLog } from '../quiet-log.ts';
import { type EtcdTls, parseEndpoint } from './endpoint.ts';
import { EtcdClient, type EtcdUser } from './etcd-client.ts';
import { drawIncarnation } from './incarnations.ts';
import { TXN } from './methods.ts';
import { Pause } from './pause.ts';
import { found, get, holds, look, put, revisionOf, when } from './questions.ts';
import { Registrar } from './registrar.ts';
import { storeBackOff } from './store-back-off.ts';
import { StoreKeys } from './store-keys.ts';
import { StoreView } from './store-view.ts';
import { StoreWatch } from './store-watch.ts';
import { isTrouble, textOf } from './trouble.ts';

export interface EtcdOptions {
  /** URLs such as `http://etcd-0:2379`, asked in turn, from one of them by chance on; with https all as `tls` says. */
  readonly endpoints: readonly string[];
  readonly tls: EtcdTls;
  /** Null: etcd is asked without a user. */
  readonly user: EtcdUser | null;
  readonly clusterName: string;
  readonly announcement: Announcement;
  /** For pauses, lease ids and whom to ask first: another one for each process. */
  readonly seed: number;
}

/** The coordination store kept in etcd, version 3.4 or newer. */
export class EtcdCoordination implements Coordination {
  readonly counters = { reads: 0, swaps: 0, swapsLost: 0, failures: 0, lastSuccess: null as number | null };
  private readonly announcement: Announcement;
  private readonly clock: Clock;
  private readonly log: QuietLog;
  private readonly random: Random;
  private readonly keys: StoreKeys;
  private readonly client: EtcdClient;
  private readonly view: StoreView;
  private readonly registrar: Registrar;
  private readonly watch: StoreWatch;
  private readonly pause = new Pause();
  private watcher: StoreWatcher | null = null;
  private hasBegun = false;
  private isClosed = false;
  /** Counts `read`. An answer to what was asked before the newest of them is not fresh. */
  private asked = 0;
  private isReading = false;

  /** Throws where an endpoint is none. */
  constructor(options: EtcdOptions, clock: Clock, log: CoordinationLog) {
    const { announcement, clusterName, endpoints, tls, user, seed } = options;
    assert(endpoints.length > 0, 'etcd has an endpoint');
    const now = (): number => clock.now();
    const quiet = new QuietLog(log, now);
    this.log = quiet;
    this.announcement = announcement;
    this.clock = clock;
    this.random = new Random(seed);
    this.keys = new StoreKeys(clusterName);
    const places = endpoints.map((url) => parseEndpoint(url, tls));
    this.client = new EtcdClient(places, user, now, quiet, this.counters, this.random.below(places.length));
    this.view = new StoreView(this.keys, (key) => quiet.warn({ key }, 'what is registered there is unreadable'));
    this.registrar = new Registrar(this.client, this.keys, announcement, this.random, now, quiet);
    this.watch = new StoreWatch(this.client, this.keys, this.view, this.random, now, quiet, {
      read: () => this.readAll(),
      changed: ({ table, members }) => {
        if (table) this.watcher?.tableSeen(this.view.table, false);
        if (members) this.tellMembers();
      },
    });
  }

  async draw(): Promise<number> {
    const backOff = storeBackOff(this.random);
    for (;;) {
      try {
        const floor = this.clock.wallTime() / 1_000;
        const incarnation = await drawIncarnation(this.client, this.keys, this.announcement.member, floor);
        if (incarnation !== null) return incarnation;
      } catch (error) {
        // The client has told of it.
        if (!isTrouble(error)) throw error;
      }
      // Nobody waits for a number any more.
      if (this.isClosed) return await new Promise(() => {});
      await this.pause.wait(backOff.delay());
    }
  }

  begin(incarnation: number, watcher: StoreWatcher): void {
    assert(!this.hasBegun, 'a process begins once');
    this.hasBegun = true;
    if (this.isClosed) return;
    this.watcher = watcher;
    void this.watch.run();
    void this.registrar.run(incarnation);
  }

  tableKnown(): void {
    this.registrar.tableKnown();
  }

  swap(expected: string | null, next: string): void {
    void this.trySwap(expected, next);
  }

  read(): void {
    this.asked++;
    if (!this.isReading) void this.readWhileAsked();
  }

  async leave(): Promise<void> {
    await this.registrar.leave();
  }

  close(): void {
    this.isClosed = true;
    this.watcher = null;
    this.registrar.end();
    this.watch.end();
    this.pause.wake();
    this.client.close();
  }

  /** One at a time: what is asked while one is under way is asked after it, once. */
  private async readWhileAsked(): Promise<void> {
    this.isReading = true;
    let asked: number;
    do {
      asked = this.asked;
      await this.readAll();
    } while (asked !== this.asked && !this.isClosed);
    this.isReading = false;
  }

  /** Whether it succeeded. */
  private async readAll(): Promise<boolean> {
    const { keys, view, asked } = this;
    const known = view.revision;
    const answer = await this.tried(this.client.call(TXN, look(keys.table, keys.members)));
    if (answer === null) return false;
    this.counters.reads++;
    this.checkMemory(known, revisionOf(answer));
    view.takeAll(revisionOf(answer), found(answer, 0)[0], found(answer, 1));
    this.watcher?.tableSeen(view.table, asked === this.asked);
    this.tellMembers();
    return true;
  }

  private async trySwap(expected: string | null, next: string): Promise<void> {
    const { keys, view, asked } = this;
    const known = view.revision;
    const table = get(keys.table);
    const transaction = when([holds(keys.table, expected)], [put(keys.table, next), table], [table]);
    const answer = await this.tried(this.client.once(TXN, transaction));
    if (answer === null) return;
    const hasWon = answer.succeeded === true;
    this.counters.swaps++;
    if (!hasWon) this.counters.swapsLost++;
    this.checkMemory(known, revisionOf(answer));
    view.takeTable(revisionOf(answer), found(answer, hasWon ? 1 : 0)[0]);
    this.watcher?.tableSeen(view.table, asked === this.asked);
  }

  /** Null where nobody knows what became of it. */
  private async tried<T>(call: Promise<T>): Promise<T | null> {
    try {
      return await call;
    } catch (error) {
      if (!isTrouble(error)) throw error;
      this.watcher?.unreachable(textOf(error));
      return null;
    }
  }

  /** A store answers as of no older revision than was known when it was asked, unless it forgot. */
  private checkMemory(known: number, revision: number): void {
    if (revision >= known) return;
    this.log.error({ revision, known }, 'etcd is behind what it said before: it was wiped or restored');
    this.view.forget();
    this.registrar.storeForgot();
    this.watch.restart();
  }

  private tellMembers(): void {
    this.watcher?.membersSeen(this.view.members);
    this.registrar.membersSeen(this.view.members, this.view.membersRevision);
  }
}
