import type { Registration } from '../member/door.ts';

/** Is told what the store holds: at once when it begins to watch, and after every change. */
export interface StoreWatcher {
  tableSeen(document: string | null): void;
  membersSeen(members: readonly Registration[]): void;
}

/**
 * The coordination store of a member that is alone: in its own memory, gone with it. It has the ways of the real one
 * (compare-and-swap, watches), so that a member need not know which it has.
 */
export class EmbeddedStore {
  private readonly watchers: StoreWatcher[] = [];
  private table: string | null = null;
  private members: readonly Registration[] = [];

  watch(watcher: StoreWatcher): void {
    this.watchers.push(watcher);
    watcher.tableSeen(this.table);
    watcher.membersSeen(this.members);
  }

  register(registration: Registration): void {
    this.members = [...this.members.filter(({ member }) => member !== registration.member), registration];
    for (const watcher of this.watchers) watcher.membersSeen(this.members);
  }

  /** Tells all who watch, as after a change. */
  read(): void {
    for (const watcher of this.watchers) {
      watcher.tableSeen(this.table);
      watcher.membersSeen(this.members);
    }
  }

  /** Compares whole documents, and does nothing where they differ. */
  swap(expected: string | null, next: string): void {
    if (this.table !== expected) return;
    this.table = next;
    for (const watcher of this.watchers) watcher.tableSeen(this.table);
  }
}
