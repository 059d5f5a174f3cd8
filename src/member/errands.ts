import type { Duration, Instant } from '../base/instant.ts';
import { NumberMap } from '../base/number-map.ts';
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
  /** Of those open in the same partition, which came before it and after it. */
  before: Errand | null;
  after: Errand | null;
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
  private readonly byNumber = new NumberMap<Errand>();
  private readonly byAsker = new NumberMap<Errand>();
  /** The newest that is open in each partition. */
  private readonly open: (Errand | null)[];
  /** The highest number ever seen. */
  private newest = 0;

  constructor(partitions: number, holds: Holds) {
    this.holds = holds;
    this.open = new Array<Errand | null>(partitions).fill(null);
  }

  get size(): number {
    return this.byNumber.size;
  }

  /** Those of which no try is under way. */
  get held(): number {
    return this.all(({ state }) => state === 'held').length;
  }

  /** In the order of their numbers. */
  all(isWanted?: (errand: Errand) => boolean): Errand[] {
    return this.byNumber.entries(isWanted).map(([, errand]) => errand);
  }

  /** Requests come in the order of their numbers: what was never seen is higher than what was. */
  saw(number: number): void {
    if (number > this.newest) this.newest = number;
  }

  begin(request: Request, partition: number, state: 'held' | 'here', at: Instant): Errand {
    const { number, asker, command } = request;
    const hold = isRead(command) ? this.holds.holdReads : this.holds.holdWrites;
    const before = this.open[partition] ?? null;
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
      before,
      after: null,
    };
    if (before !== null) before.after = errand;
    this.open[partition] = errand;
    this.byNumber.set(number, errand);
    if (asker !== NOBODY) this.byAsker.set(asker, errand);
    return errand;
  }

  of(asker: Asker): Errand | undefined {
    return this.byAsker.get(asker);
  }

  numbered(number: number): Errand | undefined {
    return this.byNumber.get(number);
  }

  end(errand: Errand): void {
    const { number, asker } = errand.request;
    if (this.byNumber.delete(number) === undefined) return;
    this.byAsker.delete(asker);
    const { before, after } = errand;
    if (before !== null) before.after = after;
    if (after !== null) after.before = before;
    else this.open[errand.partition] = before;
    // What is over leads to nothing that lives: the collector may think it does, for as long as it does not look.
    errand.before = null;
    errand.after = null;
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
    const newest = this.open[partition] ?? null;
    if (newest === null) return { upTo: this.newest, open: NONE };
    const open: number[] = [];
    for (let errand: Errand | null = newest; errand !== null; errand = errand.before) open.push(errand.request.number);
    return { upTo: this.newest, open: open.reverse() };
  }
}

const NONE: readonly number[] = Object.freeze([]);

function isRead({ type }: Command): boolean {
  return type === 'get' || type === 'getExclusive' || type === 'describe';
}
