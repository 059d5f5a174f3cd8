import type { Duration, Instant } from '../base/instant.ts';
import type { Outcome } from '../session/outcome.ts';
import type { SlabAllocator } from '../session/slab-allocator.ts';
import type { RequestRecord } from './messages.ts';
import type { Request } from './request.ts';

/** The first outcome of a request that changed something. */
export interface Remembered {
  readonly until: Instant;
  /** Without its content, if it was `found`: a repeat gets the present one. */
  readonly outcome: Outcome;
}

/**
 * What one partition remembers of requests that their clients gave a name, so that a repeat gets the first outcome
 * instead of acting twice. A name counts for one command on one session: used for another, it names another request.
 *
 * Bounded by time and number; where the number is reached, requests with a name are refused rather than old outcomes
 * forgotten early, since a forgotten one would make its repeat act again. What it takes counts as sessions' memory.
 */
export class OutcomeMemory {
  private readonly keepFor: Duration;
  private readonly capacity: number;
  private readonly memory: SlabAllocator;
  /** In order of arrival, thus of `until`. */
  private readonly outcomes = new Map<string, Remembered>();

  constructor(keepFor: Duration, capacity: number, memory: SlabAllocator) {
    this.keepFor = keepFor;
    this.capacity = capacity;
    this.memory = memory;
  }

  get size(): number {
    return this.outcomes.size;
  }

  recall(request: Request, at: Instant): Remembered | undefined {
    this.forgetOld(at);
    return this.outcomes.get(nameOf(request));
  }

  hasRoom(): boolean {
    return this.outcomes.size < this.capacity;
  }

  /** `outcome` without its content, if it was `found`. */
  remember(request: Request, outcome: Outcome, at: Instant): void {
    // A request decided anew is remembered anew, and at the end: the map stays in order of time.
    this.restore(nameOf(request), outcome, this.keepFor, at);
  }

  /** As another copy remembers it. */
  restore(name: string, outcome: Outcome, keepFor: Duration, at: Instant): void {
    this.forget(name);
    this.outcomes.set(name, { until: at + keepFor, outcome });
    this.memory.charge(costOf(name));
  }

  /** A change that never came to count takes its outcome with it. */
  forget(name: string): void {
    if (this.outcomes.delete(name)) this.memory.charge(-costOf(name));
  }

  forgetAll(): void {
    for (const name of [...this.outcomes.keys()]) this.forget(name);
  }

  records(at: Instant): RequestRecord[] {
    return [...this.outcomes].map(([repeatName, { until, outcome }]) => {
      return { name: null, repeatName, outcome, keepFor: Math.max(until - at, 0) };
    });
  }

  forgetOld(at: Instant): void {
    for (const [name, remembered] of this.outcomes) {
      if (remembered.until > at) return;
      this.outcomes.delete(name);
      this.memory.charge(-costOf(name));
    }
  }
}

/** Map entry, record, outcome and the string's header: about what a heap snapshot shows. */
const ENTRY_BYTES = 250;

function costOf(name: string): number {
  return ENTRY_BYTES + name.length;
}

/** The key's length says where the key ends and the client's name begins: both may hold any character. */
export function nameOf(request: Request): string {
  const { bytes } = request.key;
  return `${request.command.type} ${bytes.length} ${String.fromCharCode(...bytes)}${request.repeatId}`;
}
