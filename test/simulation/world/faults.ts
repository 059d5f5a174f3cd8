import type { Duration, Instant } from '../../../src/base/instant.ts';
import { Random } from '../../../src/base/random.ts';
import type { MemberTrace } from '../../../src/member/door.ts';
import { AMBUSHES } from './ambushes.ts';
import { chance, mostlyLow, pick, sample, within } from './chance.ts';
import { FAULT_KINDS, type Harm, pauseFor } from './fault-kinds.ts';
import type { Garbling } from './garbling.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

/** How often there are faults, and when. */
export interface FaultPace {
  /** From one fault to the next, on average. */
  readonly gap: Duration;
  /** How likely a takeover, and a catch-up, meets a fault of its own. */
  readonly heels: number;
  readonly interruption: number;
  /** Whether more members are harmed at once than there are copies to lose, without waiting for recovery. */
  readonly bold: boolean;
}

export interface FaultOptions {
  readonly seed: number;
  /** Ids under which nobody was started yet, for members that join. */
  readonly spares?: readonly string[];
  /** The kinds there are; drawn if not given. */
  readonly kinds?: readonly string[];
  /** What is not given is drawn. */
  readonly pace?: Partial<FaultPace>;
}

export interface InflictedFault {
  readonly at: Instant;
  readonly kind: string;
  /** In words. */
  readonly what: string;
}

/** Of all kinds, so many are on in a run. Few at a time go deeper than all at once, which drown each other out. */
const SHARE_ON = 0.4;
/** A second fault on the heels of a takeover falls within the time in which old promises still bind. */
const ON_THE_HEELS: Duration = 1_500;
const DURING_CATCH_UP: Duration = 250;

/**
 * Makes trouble: which kinds, how often, and how much at once is drawn from its seed, and then each fault. Mostly no
 * more members are harmed at a time than there are copies to spare, and they are let recover, so that the cluster goes
 * on answering; some seeds are bold. After `quiet` all is healed, and nothing more happens.
 */
export class Faults implements Harm {
  readonly world: World;
  readonly random: Random;
  readonly bold: boolean;
  /** What was done, in order. */
  readonly inflicted: InflictedFault[] = [];
  /** Which messages to copies were altered. */
  readonly garblings: Garbling[] = [];
  /** What is drawn from. */
  readonly kinds: readonly string[];
  private readonly pace: FaultPace;
  private readonly spares: string[];
  private readonly harmed = new Map<string, Instant>();
  private readonly lost = new Set<string>();
  private readonly reviving = new Map<string, Duration>();
  private until: Instant = 0;
  private nextAimed: Instant = 0;
  /** Grows when all is healed: what was to end before is over already. */
  private healings = 0;

  constructor(world: World, { seed, spares = [], kinds, pace }: FaultOptions) {
    this.world = world;
    // Worlds draw from their seed itself; this one's stream has nothing to do with theirs.
    const random = new Random(2 ** 53 - 1 - seed);
    this.random = random;
    this.spares = [...spares];
    const names = Object.keys(FAULT_KINDS);
    const drawn = names.filter(() => chance(random, SHARE_ON));
    this.kinds = kinds ?? (drawn.length > 1 ? drawn : sample(random, names, 2));
    const bold = chance(random, 0.15);
    const gap = mostlyLow(random, [1_500, 15_000]);
    const heels = chance(random, 0.4) ? 0 : mostlyLow(random, [0.05, 0.8]);
    const interruption = chance(random, 0.5) ? 0 : mostlyLow(random, [0.01, 0.3]);
    // What is given changes nothing else that is drawn.
    this.pace = { bold, gap, heels, interruption, ...pace };
    this.bold = this.pace.bold;
    world.onTrace((_id, event, process) => this.onTrace(event, process));
    world.onStop((id, _incarnation, reason) => {
      if (reason !== 'drained' && reason !== 'left') return;
      const after = this.reviving.get(id);
      if (after !== undefined) this.revive(id, after);
    });
  }

  /** Faults from now until this instant. */
  start(until: Instant): void {
    this.until = until;
    this.plan();
  }

  /** All is healed and everybody who is not lost for good runs, or will shortly; nothing more is done. */
  quiet(): void {
    const { world } = this;
    this.until = world.now;
    this.healings++;
    world.network.healAll();
    world.store.healAll();
    for (const process of world.processes) {
      process.wake();
      world.slowTurns(process.id, null);
      if (process.paused) process.resume();
      if (process.over && !this.lost.has(process.id)) world.start(process.id);
    }
  }

  get whole(): string[] {
    const { now } = this.world;
    const fit = this.world.live.filter(({ id, runs, draining }) => {
      return runs && !draining && (this.harmed.get(id) ?? 0) <= now;
    });
    const ids = fit.map(({ id }) => id);
    return sample(this.random, ids, ids.length);
  }

  victim(harmedFor: Duration): string | null {
    const { world, bold } = this;
    const harmed = world.processes.filter(({ id, over }) => {
      return !this.lost.has(id) && (over || (this.harmed.get(id) ?? 0) > world.now);
    });
    const spare = Math.max(world.options.copies - 1, 1) + (bold ? 1 : 0);
    const [id] = this.whole;
    if (id === undefined || harmed.length >= spare) return null;
    this.harmed.set(id, world.now + harmedFor);
    return id;
  }

  newcomer(): string | null {
    return this.spares.shift() ?? null;
  }

  readonly later = (delay: Duration, run: () => void): void => {
    const { healings } = this;
    this.world.in(delay, () => {
      if (this.healings === healings) run();
    });
  };

  revive(id: string, after: Duration): void {
    const process = this.world.process(id);
    this.reviving.set(id, after);
    this.world.in(after, () => {
      // It may drain still; it is revived when it has ended.
      if (!process.over || this.world.process(id) !== process || this.lost.has(id)) return;
      this.reviving.delete(id);
      this.world.start(id);
    });
  }

  loseForGood(id: string): void {
    this.lost.add(id);
  }

  garbled(partition: number, member: string): void {
    this.garblings.push({ partition, member });
  }

  private plan(): void {
    this.later(within(this.random, [0.3 * this.pace.gap, 1.7 * this.pace.gap]), () => {
      if (this.world.now >= this.until) return;
      const kind = pick(this.random, this.kinds) as string;
      this.inflict(kind, (FAULT_KINDS[kind] ?? AMBUSHES[kind])?.(this) ?? null);
      this.plan();
    });
  }

  private inflict(kind: string, what: string | null): void {
    if (what !== null) this.inflicted.push({ at: this.world.now, kind, what });
  }

  /** Aims at who is in the middle of something. */
  private onTrace(event: MemberTrace, process: SimulatedProcess): void {
    const { now } = this.world;
    if (now >= this.until || now < this.nextAimed) return;
    const isHeir = event.type === 'became-primary' && (event.how === 'takeover' || event.how === 'handover');
    if (isHeir && chance(this.random, this.pace.heels)) {
      this.nextAimed = now + within(this.random, [2_000, 15_000]);
      this.later(this.random.fraction() * ON_THE_HEELS, () => {
        if (process.runs) this.inflict('after a takeover', this.strike(process.id));
      });
    } else if (event.type === 'catch-up-began' && chance(this.random, this.pace.interruption)) {
      this.nextAimed = now + within(this.random, [2_000, 15_000]);
      const peer = event.peer === null || chance(this.random, 0.4) ? null : event.peer;
      const target = peer === null ? process : this.world.process(peer.slice(0, peer.lastIndexOf('#')));
      this.later(this.random.fraction() * DURING_CATCH_UP, () => {
        if (target.runs) this.inflict('during catch-up', this.strike(target.id));
      });
    }
  }

  /** Memory is lost only where copies can be spared even after the fault before. */
  private strike(id: string): string {
    const { world, random } = this;
    const length = mostlyLow(random, [200, 4_000]);
    const others = world.live.filter((other) => other.id !== id).map((other) => other.id);
    const [one] = sample(random, others, 1);
    switch (random.below(5)) {
      case 0:
        if (world.options.copies < 3 && !this.bold) break;
        world.crash(id);
        this.revive(id, within(random, [50, 5_000]));
        return `${id} dies`;
      case 1:
        world.network.part([id], others);
        this.later(length, () => {
          for (const other of others) {
            world.network.heal(id, other);
            world.network.heal(other, id);
          }
        });
        return `${id} is cut off from all for ${Math.round(length)} ms`;
      case 2:
        world.suspend(id, length);
        return `the machine of ${id} sleeps for ${Math.round(length)} ms`;
      case 3:
        if (one === undefined || !world.network.breakLine(id, one)) break;
        return `the line ${id}-${one} breaks`;
      default:
        break;
    }
    pauseFor(this, id, length);
    return `${id} is paused for ${Math.round(length)} ms`;
  }
}
