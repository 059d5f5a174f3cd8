import type { Duration, Instant } from '../../../src/base/instant.ts';
import type { Random } from '../../../src/base/random.ts';
import type { PeerMessage } from '../../../src/member/messages.ts';
import type { Agenda, Due } from './agenda.ts';
import { chance, within } from './chance.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { TraceHash } from './trace-hash.ts';

/** What goes on in place of a message that is sent; null: nothing does. */
export type Sieve = (message: PeerMessage) => PeerMessage | null;

/** One way between two ids, whoever runs under them. Outlives lines. */
export interface Route {
  readonly from: string;
  readonly to: string;
  cut: boolean;
  /** On top of what every message takes. */
  extraDelay: readonly [Duration, Duration] | null;
  /** Everything that is sent passes through it. */
  sieve: Sieve | null;
}

/** What lines have in common. */
export interface Air {
  readonly agenda: Agenda;
  readonly random: Random;
  readonly hash: TraceHash;
  /** The share of messages that come twice, of those that may. */
  repeated: number;
  delayOn(route: Route): Duration;
}

type Parcel =
  | { readonly kind: 'up'; at: Instant }
  | { readonly kind: 'frame'; at: Instant; readonly turn: number; messages: readonly PeerMessage[] }
  | { readonly kind: 'down'; at: Instant };

const MAY_COME_TWICE: ReadonlySet<string> = new Set([
  'heartbeat',
  'heartbeat-seen',
  'replicate',
  'replicated',
  'table',
] satisfies PeerMessage['type'][]);
const LATEST_REPEAT: Duration = 60;

/**
 * One direction of a line, and what its receiver is told of the line: that it stands, what comes over it, that it is
 * over; in this order, and nothing after the last. Messages sent in one turn travel together.
 *
 * Invariant: parcels are in the order of their instants; an `up` is the first that ever was, a `down` the last.
 */
export class Channel implements Due {
  dueAt: Instant = 0;
  order = 0;
  readonly from: SimulatedProcess;
  readonly to: SimulatedProcess;
  readonly route: Route;
  /** Whether the receiver was told that the line stands, and not yet that it is over. */
  isUp = false;
  private readonly air: Air;
  private parcels: Parcel[] = [];
  /** The instant of the parcel last put in. */
  private newest: Instant = 0;
  /** In the agenda, or about to look at what comes next. */
  private scheduled = false;
  private closing = false;

  constructor(from: SimulatedProcess, to: SimulatedProcess, route: Route, air: Air) {
    this.from = from;
    this.to = to;
    this.route = route;
    this.air = air;
    this.put({ kind: 'up', at: air.agenda.now + air.delayOn(route) });
  }

  /** Messages under way. */
  get inFlight(): number {
    return this.parcels.reduce((sum, parcel) => sum + (parcel.kind === 'frame' ? parcel.messages.length : 0), 0);
  }

  send(message: PeerMessage): void {
    const last = this.parcels.at(-1);
    if (last?.kind === 'frame' && last.turn === this.from.turns) {
      (last.messages as PeerMessage[]).push(message);
      return;
    }
    const at = this.air.agenda.now + this.air.delayOn(this.route);
    this.put({ kind: 'frame', at, turn: this.from.turns, messages: [message] });
  }

  /** What was held may go on: it comes anew, in order. */
  goOn(): void {
    if (this.scheduled || this.parcels.length === 0) return;
    const earliest = this.air.agenda.now + this.air.delayOn(this.route);
    for (const parcel of this.parcels) parcel.at = Math.max(parcel.at, earliest);
    this.newest = Math.max(this.newest, earliest);
    this.schedule();
  }

  /**
   * The line is dead: of what is under way, only some still comes (`losing`: from an unknown message on nothing does),
   * then the receiver is told, at the earliest at `at`.
   */
  close(at: Instant, losing: 'nothing' | 'some' | 'all'): void {
    if (this.closing) return;
    this.closing = true;
    if (losing === 'all' || this.isHeld) this.keep(0);
    else if (losing === 'some') this.keep(this.air.random.below(this.inFlight + 1));
    const neverTold = this.parcels[0]?.kind === 'up';
    if (neverTold) this.parcels = [];
    else if (this.isUp) this.put({ kind: 'down', at });
  }

  /** Another line takes the place of this one: whoever has not heard that it is over hears it now. */
  closeNow(): void {
    this.parcels = [];
    this.closing = true;
    if (this.isUp) this.deliver({ kind: 'down', at: 0 });
  }

  fire(): void {
    this.scheduled = false;
    const { now } = this.air.agenda;
    let delivered = 0;
    for (; delivered < this.parcels.length; delivered++) {
      const parcel = this.parcels[delivered] as Parcel;
      if (parcel.at > now || (this.isHeld && parcel.kind !== 'down') || this.to.suspended) break;
      this.deliver(parcel);
    }
    if (delivered > 0) this.parcels.splice(0, delivered);
    this.schedule();
  }

  /** Nothing comes through: neither a cut way nor a sleeping machine lets anything in. */
  private get isHeld(): boolean {
    return this.route.cut || this.to.suspended;
  }

  private put(parcel: Parcel): void {
    parcel.at = Math.max(parcel.at, this.newest);
    this.newest = parcel.at;
    this.parcels.push(parcel);
    this.schedule();
  }

  private schedule(): void {
    const next = this.parcels[0];
    if (this.scheduled || next === undefined || this.to.suspended || (this.isHeld && next.kind !== 'down')) return;
    this.scheduled = true;
    this.air.agenda.add(this, next.at);
  }

  private deliver(parcel: Parcel): void {
    const { from, to, air } = this;
    const { now } = air.agenda;
    if (parcel.kind === 'frame') {
      for (const message of parcel.messages) {
        this.hand(message);
        if (air.repeated > 0 && MAY_COME_TWICE.has(message.type) && chance(air.random, air.repeated)) {
          air.agenda.at(now + within(air.random, [0.1, LATEST_REPEAT]), () => {
            if (this.isUp && !this.isHeld) this.hand(message);
          });
        }
      }
      return;
    }
    this.isUp = parcel.kind === 'up';
    air.hash.note(parcel.kind, from.id, to.id, now);
    to.tell({ type: parcel.kind === 'up' ? 'line-up' : 'line-down', peer: from.holder });
  }

  private hand(message: PeerMessage): void {
    const { from, to, air } = this;
    air.hash.note(message.type, from.id, to.id, air.agenda.now);
    to.tell({ type: 'delivery', from: from.holder, message });
  }

  /** Only so many messages of those under way, the first ones. */
  private keep(count: number): void {
    const kept: Parcel[] = [];
    let left = count;
    for (const parcel of this.parcels) {
      if (parcel.kind === 'frame') {
        if (left === 0) break;
        parcel.messages = parcel.messages.slice(0, left);
        left -= parcel.messages.length;
      }
      kept.push(parcel);
    }
    this.parcels = kept;
    this.newest = Math.max(kept.at(-1)?.at ?? 0, this.air.agenda.now);
  }
}

/** A line between two processes. Once it is broken nothing more is sent over it, though an end may not know that yet. */
export interface Line {
  readonly channels: readonly [Channel, Channel];
  broken: boolean;
}
