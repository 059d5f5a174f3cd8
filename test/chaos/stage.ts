import { setTimeout as pause } from 'node:timers/promises';
import { NEVER } from '../../src/base/instant.ts';
import type { Random } from '../../src/base/random.ts';
import type { Span } from '../simulation/terms.ts';
import type { Cluster } from './cluster.ts';
import type { Harm } from './figures.ts';
import type { Load } from './load.ts';
import { monotonic } from './monotonic.ts';

/** Whole again within this, or the row fails. */
const WHOLE_BOUND = 120_000;
/** From when on a partition's answer is late: that its copies change takes longer, a busy machine seldom. */
const LATE = 500;
/** A machine on which nothing is ever in time tells nothing. */
const GIVEN_UP = 60_000;
/** So long after a fault it may still show: a lease ends, a takeover is asked for. */
const SHOWS_FOR = 3_000;
const PROBE_EVERY = 300;

/** Something that was done to the cluster. */
export interface Fault {
  readonly name: string;
  /** Members whose own clients may see trouble; `*` for all. */
  readonly harmed: readonly string[];
  readonly from: number;
  until: number;
  /** Milliseconds after `from` until every partition answered promptly again; null while not known. */
  answeredAgain: number | null;
}

/** What a row has to work with: a cluster under load, and a book of what was done to it. */
export class Stage {
  readonly cluster: Cluster;
  readonly load: Load;
  readonly random: Random;
  /** What was asked for, where a row has something that lasts or repeats; null: its own. */
  readonly seconds: number | null;
  readonly times: number | null;
  readonly faults: Fault[] = [];
  readonly standstills: Span[] = [];
  readonly losses: Span[] = [];
  private readonly print: (text: string) => void;

  constructor(
    cluster: Cluster,
    load: Load,
    random: Random,
    asked: { readonly seconds: number | null; readonly times: number | null },
    print: (text: string) => void,
  ) {
    this.cluster = cluster;
    this.load = load;
    this.random = random;
    this.seconds = asked.seconds;
    this.times = asked.times;
    this.print = print;
  }

  say(text: string): void {
    this.print(text);
  }

  /** Notes that something begins to be done. */
  fault(name: string, harmed: readonly string[], from = monotonic()): Fault {
    const fault: Fault = { name, harmed, from, until: NEVER, answeredAgain: null };
    this.faults.push(fault);
    return fault;
  }

  /** Asks every partition by way of those that nothing was done to, until all of them answer promptly. */
  async answersAgain(fault: Fault, { within = SHOWS_FOR, from = fault.from } = {}): Promise<number> {
    const spared = this.cluster.holders.filter(({ id, isRunning }) => isRunning && !isAmong(fault.harmed, id));
    const members = (spared.length > 0 ? spared : this.cluster.holders).map(({ id }) => id);
    let last = from;
    for (;;) {
      const { lastAt, longest } = await this.load.probe(members);
      if (longest > LATE) last = lastAt;
      else if (monotonic() > from + within) break;
      if (monotonic() > from + GIVEN_UP) break;
      await pause(PROBE_EVERY);
    }
    fault.answeredAgain = last - from;
    return fault.answeredAgain;
  }

  /** Waits until nothing has too few copies, which ends the fault. */
  async mended(fault: Fault): Promise<void> {
    fault.until = await this.cluster.whole(WHOLE_BOUND);
    await this.load.doors(this.cluster.doors);
    const answered = fault.answeredAgain === null ? '' : `answered again after ${inSeconds(fault.answeredAgain)}, `;
    this.say(`  ${fault.name}: ${answered}whole after ${inSeconds(fault.until - fault.from)}`);
  }

  /** One that holds partitions and runs. */
  anyHolder(): string {
    const running = this.cluster.holders.filter(({ isRunning }) => isRunning);
    const member = running[this.random.below(running.length)];
    if (member === undefined) throw new Error('no member runs');
    return member.id;
  }

  wait(milliseconds: number): Promise<void> {
    return pause(milliseconds);
  }

  get harms(): Harm[] {
    return this.faults.flatMap(({ harmed, from, until }) => harmed.map((member) => ({ member, from, until })));
  }

  /** The longest that a partition took to answer promptly again. */
  get longestUntilAnswered(): number {
    return Math.max(0, ...this.faults.map(({ answeredAgain }) => answeredAgain ?? 0));
  }
}

export function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function isAmong(harmed: readonly string[], id: string): boolean {
  return harmed.includes('*') || harmed.includes(id);
}
