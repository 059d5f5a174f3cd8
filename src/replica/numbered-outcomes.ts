import type { Duration, Instant } from '../base/instant.ts';
import { NumberMap } from '../base/number-map.ts';
import type { Outcome } from '../session/outcome.ts';
import type { OpenNumbers, RequestName, RequestRecord } from './messages.ts';

/** How long nothing was heard of an entry before what is remembered for it is dropped: longer than any of its tries lasts. */
const FORGET_AFTER: Duration = 300_000;

/** Up to so many numbers are looked through; for more a set is made of them. */
const FEW = 16;

/** Invariant: of the numbers up to `upTo` only open ones have an outcome. */
interface EntryMemory {
  upTo: number;
  /** A few, as a rule: those that wait for a lock or for copies. Where a crowd waits they are looked up in a set. */
  open: readonly number[] | ReadonlySet<number>;
  heardAt: Instant;
  readonly outcomes: NumberMap<Outcome>;
}

/**
 * What requests did that their entries know by number: a further try gets the first outcome, and one under a number that
 * its entry has closed is refused. Bounded by what entries have open.
 */
export class NumberedOutcomes {
  size = 0;
  private readonly entries = new Map<string, EntryMemory>();

  /** Whether the entry is done with this number: whatever comes under it is a late try. */
  isOver({ entry, number }: RequestName): boolean {
    const memory = this.entries.get(entry);
    return memory !== undefined && isClosed(memory, number);
  }

  recall({ entry, number }: RequestName): Outcome | undefined {
    return this.entries.get(entry)?.outcomes.get(number);
  }

  remember({ entry, number }: RequestName, outcome: Outcome, at: Instant): void {
    const memory = this.memoryOf(entry, at);
    if (isClosed(memory, number)) return;
    if (!memory.outcomes.has(number)) this.size++;
    memory.outcomes.set(number, outcome);
  }

  forget({ entry, number }: RequestName): void {
    if (this.entries.get(entry)?.outcomes.delete(number) !== undefined) this.size--;
  }

  /** What comes late, by way of another member perhaps, opens nothing again. */
  close({ entry, upTo, open }: OpenNumbers, at: Instant): void {
    const memory = this.memoryOf(entry, at);
    if (upTo < memory.upTo) return;
    const stillOpen = open.some((number) => isClosed(memory, number))
      ? open.filter((number) => !isClosed(memory, number))
      : open;
    memory.open = stillOpen.length <= FEW ? stillOpen : new Set(stillOpen);
    memory.upTo = upTo;
    if (memory.outcomes.size === 0) return;
    this.size -= memory.outcomes.size;
    memory.outcomes.deleteWhere((number) => isClosed(memory, number));
    this.size += memory.outcomes.size;
  }

  openNumbers(): OpenNumbers[] {
    const all: OpenNumbers[] = [];
    for (const [entry, { upTo, open }] of this.entries)
      all.push({ entry, upTo, open: 'has' in open ? [...open] : open });
    return all;
  }

  records(): RequestRecord[] {
    return [...this.entries].flatMap(([entry, { outcomes }]) =>
      outcomes
        .entries()
        .map(([number, outcome]) => ({ name: { entry, number }, repeatName: null, outcome, keepFor: 0 })),
    );
  }

  forgetAll(): void {
    this.entries.clear();
    this.size = 0;
  }

  forgetOld(at: Instant): void {
    for (const [entry, memory] of this.entries) {
      if (memory.heardAt + FORGET_AFTER > at) continue;
      this.entries.delete(entry);
      this.size -= memory.outcomes.size;
    }
  }

  private memoryOf(entry: string, at: Instant): EntryMemory {
    let memory = this.entries.get(entry);
    if (memory === undefined) {
      memory = { upTo: 0, open: [], heardAt: at, outcomes: new NumberMap() };
      this.entries.set(entry, memory);
    }
    memory.heardAt = at;
    return memory;
  }
}

function isClosed({ upTo, open }: EntryMemory, number: number): boolean {
  return number <= upTo && !('has' in open ? open.has(number) : open.includes(number));
}
