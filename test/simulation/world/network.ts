import type { Duration } from '../../../src/base/instant.ts';
import type { Random } from '../../../src/base/random.ts';
import type { PeerMessage } from '../../../src/member/messages.ts';
import type { Holder } from '../../../src/placement/holder.ts';
import type { Agenda } from './agenda.ts';
import { chance, within } from './chance.ts';
import { type Air, Channel, type Line, type Route, type Sieve } from './line.ts';
import type { Ending, SimulatedProcess } from './simulated-process.ts';
import type { TraceHash } from './trace-hash.ts';
import { DEFAULT_NETWORK, type NetworkOptions, type Range } from './world-options.ts';

/** Two ids and what is between them. */
interface Link {
  readonly routes: readonly [Route, Route];
  /** The newest line, standing or broken; null if none was made between the processes that run now. */
  line: Line | null;
  /** Grows when the two can no longer talk, or can again: what was begun under an older number is void. */
  turnabouts: number;
  talking: boolean;
}

/** A line that breaks by itself is noticed soon at one end; the other may need longer. */
const NOTICED_SOON: Range = [0, 30];

/**
 * Lines between all processes: made by themselves wherever two can talk, in order until they break. What cannot come
 * through is held, and comes in order if the way is free again before an end lost patience.
 */
export class Network implements Air {
  readonly agenda: Agenda;
  readonly random: Random;
  readonly hash: TraceHash;
  /** How long messages take, everywhere; faults may set it. */
  delay: Range;
  repeated = 0;
  private readonly options: NetworkOptions;
  private readonly present = new Map<string, SimulatedProcess>();
  /** By both orders of the two ids. */
  private readonly links = new Map<string, Map<string, Link>>();

  constructor(agenda: Agenda, random: Random, hash: TraceHash, options: Partial<NetworkOptions>) {
    this.agenda = agenda;
    this.random = random;
    this.hash = hash;
    this.options = { ...DEFAULT_NETWORK, ...options };
    this.delay = this.options.delay;
  }

  /** What `delay` is when all is well. */
  get usualDelay(): Range {
    return this.options.delay;
  }

  /** Nothing from `from` comes to `to` any more; the other way is as it was. */
  cut(from: string, to: string): void {
    this.setCut(from, to, true);
  }

  heal(from: string, to: string): void {
    this.setCut(from, to, false);
  }

  /** Both ways between each of the one and each of the other. */
  part(some: readonly string[], others: readonly string[]): void {
    for (const one of some) {
      for (const other of others) {
        if (one === other) continue;
        this.cut(one, other);
        this.cut(other, one);
      }
    }
  }

  isCut(from: string, to: string): boolean {
    return this.route(from, to).cut;
  }

  /** All ways free, at their usual speed, nothing repeated. */
  healAll(): void {
    this.delay = this.options.delay;
    this.repeated = 0;
    for (const [one, others] of this.links) {
      for (const other of others.keys()) {
        this.slow(one, other, null);
        this.sift(one, other, null);
        this.heal(one, other);
      }
    }
  }

  /** What goes this way takes longer by that. */
  slow(from: string, to: string, extraDelay: Range | null): void {
    this.route(from, to).extraDelay = extraDelay;
  }

  /**
   * Looks at every message as it is sent this way, so that one of them can meet a certain fate: be another when it
   * arrives, or be lost with the line, which the sieve then has to break. Null: nothing is looked at.
   */
  sift(from: string, to: string, sieve: Sieve | null): void {
    this.route(from, to).sieve = sieve;
  }

  /** The line between them breaks, with whatever is under way, or (`losing` nothing) behind that. False if none stands. */
  breakLine(one: string, other: string, losing: 'nothing' | 'some' = 'some'): boolean {
    const link = this.link(one, other);
    if (link.line === null || link.line.broken) return false;
    this.snap(link.line, losing, () => within(this.random, NOTICED_SOON));
    this.reconnect(link);
    return true;
  }

  /** Whether both ends know that a line stands between them. */
  standsBetween(one: string, other: string): boolean {
    const { line } = this.link(one, other);
    return line !== null && !line.broken && line.channels.every(({ isUp }) => isUp);
  }

  /** Messages under way from one to the other. */
  inFlight(from: string, to: string): number {
    const channel = this.link(from, to).line?.channels.find((one) => one.from.id === from);
    return channel?.inFlight ?? 0;
  }

  delayOn({ extraDelay }: Route): Duration {
    const { tailShare, tail } = this.options;
    const base = chance(this.random, tailShare)
      ? within(this.random, [this.delay[1], Math.max(tail, this.delay[1])])
      : within(this.random, this.delay);
    return extraDelay === null ? base : base + within(this.random, extraDelay);
  }

  /** For processes. */
  send(from: SimulatedProcess, to: Holder, message: PeerMessage): void {
    const line = this.links.get(from.id)?.get(to.member)?.line;
    if (!line || line.broken) return;
    const [one, other] = line.channels;
    const [out, back] = one.from === from ? [one, other] : [other, one];
    if (out.from !== from || out.to.incarnation !== to.incarnation || !back.isUp) return;
    const passed = out.route.sieve === null ? message : out.route.sieve(message);
    if (passed !== null && !line.broken) out.send(passed);
  }

  /** For processes: one that peers can reach from now on. */
  appear(process: SimulatedProcess): void {
    const before = this.present.get(process.id);
    if (before !== undefined) this.gone(before, 'silent');
    this.present.set(process.id, process);
    for (const id of this.present.keys()) {
      if (id !== process.id) this.reconsider(this.link(process.id, id));
    }
  }

  /** For processes: one that is over. */
  gone(process: SimulatedProcess, how: Ending): void {
    if (this.present.get(process.id) !== process) return;
    this.present.delete(process.id);
    for (const link of this.links.get(process.id)?.values() ?? []) {
      if (link.line !== null && !link.line.broken) {
        const hears = how !== 'silent' && link.routes.every(({ cut }) => !cut);
        const noticed = (): Duration => within(this.random, hears ? NOTICED_SOON : this.options.silence);
        this.snap(link.line, how === 'orderly' ? 'nothing' : 'some', noticed);
      }
      this.reconsider(link);
    }
  }

  /** For processes: one that was paused, resumed, fell asleep or woke. */
  changed(process: SimulatedProcess): void {
    if (this.present.get(process.id) !== process) return;
    for (const link of this.links.get(process.id)?.values() ?? []) {
      this.reconsider(link);
      // What waited at the door of a machine that slept comes in, whether or not the line still stands.
      for (const channel of link.line?.channels ?? []) channel.goOn();
    }
  }

  private setCut(from: string, to: string, cut: boolean): void {
    const route = this.route(from, to);
    if (route.cut === cut) return;
    route.cut = cut;
    const link = this.link(from, to);
    this.reconsider(link);
    if (!cut) for (const channel of link.line?.channels ?? []) channel.goOn();
  }

  private canTalk({ routes }: Link): boolean {
    return routes.every(({ from, cut }) => !cut && this.present.get(from)?.runs === true);
  }

  /** Something changed that decides whether the two can talk. */
  private reconsider(link: Link): void {
    const talking = this.canTalk(link);
    if (talking === link.talking) return;
    link.talking = talking;
    const turnabout = ++link.turnabouts;
    if (talking) {
      if (link.line === null || link.line.broken) this.reconnect(link);
      return;
    }
    const { line } = link;
    if (line === null || line.broken) return;
    const patience = within(this.random, this.options.silence);
    this.agenda.at(this.agenda.now + patience, () => {
      if (link.turnabouts !== turnabout || line.broken) return;
      // Who lost patience first knows at once, the other when he loses his.
      let first = chance(this.random, 0.5);
      this.snap(line, 'some', () => {
        first = !first;
        return first ? 0 : within(this.random, [0, Math.max(this.options.silence[1] - patience, 0)]);
      });
    });
  }

  private reconnect(link: Link): void {
    const turnabout = link.turnabouts;
    if (!link.talking) return;
    this.agenda.at(this.agenda.now + within(this.random, this.options.connect), () => {
      if (link.turnabouts !== turnabout || !(link.line?.broken ?? true)) return;
      const [one, other] = link.routes;
      const [a, b] = [this.present.get(one.from), this.present.get(other.from)];
      if (a === undefined || b === undefined) return;
      for (const channel of link.line?.channels ?? []) channel.closeNow();
      link.line = { channels: [new Channel(a, b, one, this), new Channel(b, a, other, this)], broken: false };
    });
  }

  private snap(line: Line, losing: 'nothing' | 'some', noticed: () => Duration): void {
    line.broken = true;
    const { now } = this.agenda;
    for (const channel of line.channels) {
      const loses = channel.to.over ? 'all' : losing;
      channel.close(now + noticed(), loses);
    }
  }

  private route(from: string, to: string): Route {
    const [one, other] = this.link(from, to).routes;
    return one.from === from ? one : other;
  }

  private link(one: string, other: string): Link {
    const known = this.links.get(one)?.get(other);
    if (known !== undefined) return known;
    const route = (from: string, to: string): Route => ({ from, to, cut: false, extraDelay: null, sieve: null });
    const routes = [route(one, other), route(other, one)] as const;
    const link: Link = { routes, line: null, turnabouts: 0, talking: false };
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const links = this.links.get(from) ?? new Map<string, Link>();
      this.links.set(from, links.set(to, link));
    }
    return link;
  }
}
