import type { Duration, Instant } from '../base/instant.ts';
import type { Outcome } from '../session/outcome.ts';
import type { SlabAllocator } from '../session/slab-allocator.ts';
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

  remember(request: Request, outcome: Outcome, at: Instant): void {
    const name = nameOf(request);
    // A request decided anew is remembered anew, and at the end: the map stays in order of time.
    if (this.outcomes.delete(name)) this.memory.charge(-costOf(name));
    const kept = outcome.type === 'found' ? { ...outcome, content: NOTHING } : outcome;
    this.outcomes.set(name, { until: at + this.keepFor, outcome: kept });
    this.memory.charge(costOf(name));
  }

  forgetOld(at: Instant): void {
    for (const [name, remembered] of this.outcomes) {
      if (remembered.until > at) return;
      this.outcomes.delete(name);
      this.memory.charge(-costOf(name));
    }
  }
}

const NOTHING = new Uint8Array(0);

/** Map entry, record, outcome and the string's header: about what a heap snapshot shows. */
const ENTRY_BYTES = 250;

function costOf(name: string): number {
  return ENTRY_BYTES + name.length;
}

/** The key's length says where the key ends and the client's name begins: both may hold any character. */
function nameOf(request: Request): string {
  const { bytes } = request.key;
  return `${request.command.type} ${bytes.length} ${String.fromCharCode(...bytes)}${request.repeatId}`;
}
