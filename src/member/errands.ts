import type { Duration, Instant } from '../base/instant.ts';
import { type Asker, NOBODY, type Request } from '../replica/request.ts';
import type { Command } from '../session/command.ts';
import type { Peer } from './peers.ts';

/**
 * A client's request that this member has taken on and not answered yet, or not brought to its end.
 *
 * `held`: no try is under way. `here`: this member's own copy has it, as primary. `sent`: it was forwarded.
 */
export interface Errand {
  request: Request;
  readonly partition: number;
  readonly since: Instant;
  /** Until when the client is kept waiting, and from then on until when the errand goes on without it. */
  until: Instant;
  state: 'held' | 'here' | 'sent';
  attempt: number;
  sentTo: Peer | null;
  sentReign: number;
  /** An earlier try may have acted, for all we know. */
  mayHaveActed: boolean;
  /** From now on tries only give back what earlier ones were granted. */
  givenUp: boolean;
  /** Its client has its answer, or is gone. */
  told: boolean;
}

export interface Holds {
  readonly holdReads: Duration;
  readonly holdWrites: Duration;
}

/** How long a request that could leave a lock behind is brought to an end after its client was told that nobody knows. */
const FINISH_WITHIN: Duration = 110_000;

/**
 * The requests of clients that could not be answered in the step that brought them, by number, and which numbers are
 * open in each partition: no other is ever tried again.
 */
export class Errands {
  private readonly holds: Holds;
  private readonly byNumber = new Map<number, Errand>();
  private readonly byAsker = new Map<Asker, Errand>();
  private readonly open: (Set<number> | undefined)[];
  /** The highest number ever seen. */
  private newest = 0;

  constructor(partitions: number, holds: Holds) {
    this.holds = holds;
    this.open = new Array<Set<number> | undefined>(partitions).fill(undefined);
  }

  get size(): number {
    return this.byNumber.size;
  }

  /** Those of which no try is under way. */
  get held(): number {
    let count = 0;
    for (const { state } of this.byNumber.values()) if (state === 'held') count++;
    return count;
  }

  all(): Errand[] {
    return [...this.byNumber.values()];
  }

  /** Requests come in the order of their numbers: what was never seen is higher than what was. */
  saw(number: number): void {
    if (number > this.newest) this.newest = number;
  }

  begin(request: Request, partition: number, state: 'held' | 'here', at: Instant): Errand {
    const { number, asker, command } = request;
    const hold = isRead(command) ? this.holds.holdReads : this.holds.holdWrites;
    const errand: Errand = {
      request,
      partition,
      since: at,
      until: at + (asker === NOBODY ? FINISH_WITHIN : hold + ('wait' in command ? command.wait : 0)),
      state,
      attempt: 1,
      sentTo: null,
      sentReign: 0,
      mayHaveActed: false,
      givenUp: false,
      told: asker === NOBODY,
    };
    this.byNumber.set(number, errand);
    if (asker !== NOBODY) this.byAsker.set(asker, errand);
    let open = this.open[partition];
    if (open === undefined) {
      open = new Set();
      this.open[partition] = open;
    }
    open.add(number);
    return errand;
  }

  of(asker: Asker): Errand | undefined {
    return this.byAsker.size === 0 ? undefined : this.byAsker.get(asker);
  }

  numbered(number: number): Errand | undefined {
    return this.byNumber.get(number);
  }

  end(errand: Errand): void {
    const { number, asker } = errand.request;
    this.byNumber.delete(number);
    this.byAsker.delete(asker);
    this.open[errand.partition]?.delete(number);
  }

  /**
   * Whether the errand goes on without its client: it may leave a lock behind that somebody would wait for. A grant is
   * given back; what would end a lock is tried on, since it does nothing once that lock has passed on.
   */
  goesOn(errand: Errand, at: Instant): boolean {
    const { command } = errand.request;
    if (command.type === 'getExclusive') {
      errand.givenUp = true;
      errand.state = 'held';
    } else if (!('cookie' in command) || command.cookie <= 0) return false;
    errand.until = at + FINISH_WITHIN;
    return true;
  }

  /**
   * It waits for no lock any more, wherever it is tried, and no longer for an answer than if it never had. False if that
   * changes nothing.
   */
  hurry(errand: Errand, at: Instant): boolean {
    const { command } = errand.request;
    if (errand.told || !('wait' in command) || command.wait === 0) return false;
    errand.request = { ...errand.request, command: { ...command, wait: 0 } };
    errand.until = Math.min(errand.until, at + this.holds.holdReads);
    return true;
  }

  /** Of all numbers there were so far, those that may still be tried in this partition. */
  openIn(partition: number): { readonly upTo: number; readonly open: readonly number[] } {
    const open = this.open[partition];
    return { upTo: this.newest, open: open === undefined || open.size === 0 ? NONE : [...open] };
  }
}

const NONE: readonly number[] = Object.freeze([]);

function isRead({ type }: Command): boolean {
  return type === 'get' || type === 'getExclusive' || type === 'describe';
}
