import { assert } from '../base/assert.ts';
import type { Clock } from '../member/door.ts';
import type { Announcement, Coordination, StoreWatcher } from './coordination.ts';
import { StoreMemory } from './store-memory.ts';

interface EmbeddedLog {
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/**
 * The coordination store of a member that is alone: in the memory of its own process. It has the ways of the real one,
 * so that a member need not know which it has.
 */
export class EmbeddedCoordination implements Coordination {
  readonly counters = { reads: 0, swaps: 0, swapsLost: 0, failures: 0, lastSuccess: null as number | null };
  private readonly announcement: Announcement;
  private readonly clock: Clock;
  private readonly log: EmbeddedLog;
  private readonly memory: StoreMemory;
  private watcher: StoreWatcher | null = null;
  private incarnation = 0;
  private sawTable = false;
  private isRegistered = false;
  private hasLeft = false;
  private stopWatching = (): void => {};

  constructor(announcement: Announcement, clock: Clock, log: EmbeddedLog, memory: StoreMemory = new StoreMemory()) {
    this.announcement = announcement;
    this.clock = clock;
    this.log = log;
    this.memory = memory;
  }

  draw(): Promise<number> {
    return Promise.resolve(this.memory.draw(this.announcement.member, this.clock.wallTime() / 1_000));
  }

  begin(incarnation: number, watcher: StoreWatcher): void {
    assert(this.watcher === null, 'a process begins once');
    this.watcher = watcher;
    this.incarnation = incarnation;
    this.stopWatching = this.memory.watch({
      tableChanged: (document) => this.tell((to) => to.tableSeen(document, false)),
      membersChanged: (members) => {
        this.tell((to) => to.membersSeen(members));
        this.register();
      },
    });
    this.register();
    if (!this.isRegistered) {
      this.log.warn(
        { id: this.announcement.member },
        'this member id is registered by another process: waiting until that registration ends',
      );
    }
    this.read();
  }

  tableKnown(): void {
    if (this.sawTable) return;
    this.sawTable = true;
    if (this.isRegistered) this.put();
  }

  swap(expected: string | null, next: string): void {
    const held = this.memory.swap(expected, next);
    this.counters.swaps++;
    if (held !== next) this.counters.swapsLost++;
    this.answer(held);
  }

  read(): void {
    const { table, members } = this.memory;
    this.counters.reads++;
    this.answer(table);
    this.tell((to) => to.membersSeen(members));
  }

  leave(): Promise<void> {
    this.hasLeft = true;
    this.isRegistered = false;
    this.memory.deregister(this.announcement.member, this.incarnation);
    return Promise.resolve();
  }

  close(): void {
    this.stopWatching();
    this.watcher = null;
  }

  private register(): void {
    const { member } = this.announcement;
    if (this.hasLeft || this.memory.members.some((each) => each.member === member)) return;
    this.isRegistered = true;
    this.put();
  }

  private put(): void {
    const { announcement, incarnation, sawTable } = this;
    this.memory.register({ ...announcement, incarnation, sawTable });
  }

  private answer(document: string | null): void {
    this.counters.lastSuccess = this.clock.now();
    this.tell((to) => to.tableSeen(document, true));
  }

  /** Never within the call that is the cause; in order. */
  private tell(news: (watcher: StoreWatcher) => void): void {
    queueMicrotask(() => {
      if (this.watcher !== null) news(this.watcher);
    });
  }
}
