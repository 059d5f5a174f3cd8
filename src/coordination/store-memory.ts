import type { RegisteredMember } from './coordination.ts';

/** Is told of every change, within the call that makes it. */
export interface MemoryWatcher {
  tableChanged(document: string | null): void;
  membersChanged(members: readonly RegisteredMember[]): void;
}

/**
 * What a coordination store holds, in the memory of one process and gone with it: the table, who is registered, and
 * each id's last incarnation. A registration stands until whoever looks after its owner ends it.
 */
export class StoreMemory {
  private document: string | null = null;
  private registered: readonly RegisteredMember[] = [];
  private readonly incarnations = new Map<string, number>();
  private readonly watchers = new Set<MemoryWatcher>();

  get table(): string | null {
    return this.document;
  }

  /** In the order in which they registered. Never changed, only replaced. */
  get members(): readonly RegisteredMember[] {
    return this.registered;
  }

  /**
   * A new incarnation of this id: higher than any drawn here, and not below `floor`, the seconds since 1970, which puts
   * it above those that were drawn from a memory before this one.
   */
  draw(member: string, floor: number): number {
    const incarnation = Math.max((this.incarnations.get(member) ?? 0) + 1, Math.floor(floor));
    this.incarnations.set(member, incarnation);
    return incarnation;
  }

  /** Puts a registration where none of this id stands, or in the place of one of the same incarnation; else false. */
  register(registration: RegisteredMember): boolean {
    const { member, incarnation } = registration;
    const standing = this.registered.find((each) => each.member === member);
    if (standing === undefined) {
      this.setMembers([...this.registered, registration]);
      return true;
    }
    if (standing.incarnation !== incarnation) return false;
    this.setMembers(this.registered.map((each) => (each === standing ? registration : each)));
    return true;
  }

  /** Ends this incarnation's registration, if it stands. */
  deregister(member: string, incarnation: number): void {
    const others = this.registered.filter((each) => each.member !== member || each.incarnation !== incarnation);
    if (others.length < this.registered.length) this.setMembers(others);
  }

  /** Compares whole documents (null: none), and changes nothing where they differ. What the store holds then. */
  swap(expected: string | null, next: string): string | null {
    if (this.document !== expected || this.document === next) return this.document;
    this.document = next;
    for (const watcher of this.watchers) watcher.tableChanged(this.document);
    return next;
  }

  /** Returns how to stop watching. */
  watch(watcher: MemoryWatcher): () => void {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  }

  private setMembers(members: readonly RegisteredMember[]): void {
    this.registered = Object.freeze(members);
    // A watcher may change them again: those told after it are told the newest.
    for (const watcher of this.watchers) watcher.membersChanged(this.registered);
  }
}
