import type { Duration, Instant } from '../base/instant.ts';
import type { Outcome } from '../session/outcome.ts';
import type { Floor, RequestName, RequestRecord } from './messages.ts';

/** How long nothing was heard of an entry before what is remembered for it is dropped: longer than any of its tries lasts. */
const FORGET_AFTER: Duration = 300_000;

interface EntryMemory {
  lowestOpen: number;
  heardAt: Instant;
  readonly outcomes: Map<number, Outcome>;
}

/**
 * What requests did that their entries know by number: a further try gets the first outcome, and one below the lowest
 * number its entry has open is refused. Bounded by what entries have in flight.
 */
export class NumberedOutcomes {
  size = 0;
  private readonly entries = new Map<string, EntryMemory>();

  /** Whether the entry is done with this number: whatever comes under it is a late try. */
  isOver({ entry, number }: RequestName): boolean {
    const memory = this.entries.get(entry);
    return memory !== undefined && number < memory.lowestOpen;
  }

  recall({ entry, number }: RequestName): Outcome | undefined {
    return this.entries.get(entry)?.outcomes.get(number);
  }

  remember({ entry, number }: RequestName, outcome: Outcome, at: Instant): void {
    const memory = this.memoryOf(entry, at);
    if (number < memory.lowestOpen) return;
    if (!memory.outcomes.has(number)) this.size++;
    memory.outcomes.set(number, outcome);
  }

  forget({ entry, number }: RequestName): void {
    if (this.entries.get(entry)?.outcomes.delete(number) === true) this.size--;
  }

  /** The entry is done with all numbers below this. */
  raise({ entry, lowestOpen }: Floor, at: Instant): void {
    const memory = this.memoryOf(entry, at);
    if (lowestOpen <= memory.lowestOpen) return;
    memory.lowestOpen = lowestOpen;
    for (const number of memory.outcomes.keys()) {
      if (number >= lowestOpen) continue;
      memory.outcomes.delete(number);
      this.size--;
    }
  }

  floors(): Floor[] {
    return [...this.entries].map(([entry, { lowestOpen }]) => ({ entry, lowestOpen }));
  }

  records(): RequestRecord[] {
    return [...this.entries].flatMap(([entry, { outcomes }]) =>
      [...outcomes].map(([number, outcome]) => ({ name: { entry, number }, repeatName: null, outcome, keepFor: 0 })),
    );
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
      memory = { lowestOpen: 0, heardAt: at, outcomes: new Map() };
      this.entries.set(entry, memory);
    }
    memory.heardAt = at;
    return memory;
  }
}
