import type { Duration, Instant } from '../../src/base/instant.ts';
import type { MemberTrace } from '../../src/member/door.ts';
import { unsettled } from '../simulation/convergence.ts';
import type { SimulatedProcess } from '../simulation/world/simulated-process.ts';
import { World } from '../simulation/world/world.ts';
import type { WorldOptions } from '../simulation/world/world-options.ts';
import { tellDuration } from './durations.ts';
import { tellEvent } from './event-words.ts';
import { Nicknames, tellHolder } from './nicknames.ts';
import { StoryClients } from './story-clients.ts';
import { StoryLoad } from './story-load.ts';

/** Every delay is the same each time, and small; clocks run alike; who stops stays away until the story starts it. */
const CALM = {
  drift: 0,
  turnDelay: [0, 0],
  restartStopped: null,
  network: { delay: [1, 1], tailShare: 0, connect: [100, 100], silence: [2_000, 2_000] },
  store: { latency: [1, 1], watchDelay: [5, 5], patience: [1_000, 1_000], ttl: 3_000 },
} as const satisfies Partial<WorldOptions>;

/** What happens sooner than this happens at once, as far as a reader is concerned. */
const AT_ONCE: Duration = 250;
const LONGEST_START: Duration = 10_000;
const LONGEST_WAIT: Duration = 120_000;
const LOOK_EVERY: Duration = 100;

export interface ClusterSize {
  readonly copies: number;
  readonly partitions: number;
  readonly bootstrapMembers: number;
}

/**
 * The stage of one story: a simulated cluster, its clients, and what was seen of both since the present command began.
 * That two members may decide at once ends the story at whichever command it happens.
 */
export class StoryPlayer {
  readonly world: World;
  readonly clients: StoryClients;
  readonly load: StoryLoad;
  private readonly names = new Nicknames();
  private begunAt: Instant = 0;
  private seen: string[] = [];
  /** Who was told to have heard nothing of a swap. */
  private readonly unheard = new Set<string>();
  /** Copies that are being filled: by whom, of which partition, where. */
  private readonly fills = new Set<string>();

  constructor(size: ClusterSize) {
    this.world = new World({ seed: 1, ...size, ...CALM });
    this.clients = new StoryClients(this.world, this.names, (line) => this.tell(line));
    this.load = new StoryLoad(this.world);
    this.world.onTrace((_id, event, process) => this.onTrace(event, process));
    this.world.onStop((id, _incarnation, reason) => this.tell(`${id} ends: ${reason}`));
  }

  /** What a command does, and all that is seen until it is done. */
  observe(action: () => void): string[] {
    const { world } = this;
    this.begunAt = world.now;
    this.seen = [];
    action();
    world.onePrimary.checkAll(world.live, world.now);
    return this.seen;
  }

  tell(line: string): void {
    const passed = this.world.now - this.begunAt;
    this.seen.push(passed < AT_ONCE ? line : `${tellDuration(passed)}: ${line}`);
  }

  tellAll(lines: readonly string[]): void {
    this.seen.push(...lines);
  }

  run(duration: Duration): void {
    this.world.runUntil(this.world.now + duration);
  }

  /** Until something is seen that is told in these words, among others. */
  runUntilSeen(words: string): void {
    const isSeen = (): boolean => this.seen.some((line) => line.includes(words));
    if (!this.world.settle(isSeen, LONGEST_WAIT)) throw new Error(`never seen: ${words}`);
  }

  /** Starts a process, and waits until the store has given it an incarnation. */
  start(id: string): void {
    const process = this.world.start(id);
    if (!this.world.settle(() => process.alive, LONGEST_START)) throw new Error(`${id} found no place in the store`);
  }

  /** Until every partition has its copies, all alike, everybody knows the table, and nobody waits. */
  settle(): void {
    const { world } = this;
    const end = world.now + LONGEST_WAIT;
    for (;;) {
      this.run(LOOK_EVERY);
      const left = unsettled(world);
      if (left.length === 0) return;
      if (world.now >= end) throw new Error(`not settled: ${left.join('; ')}`);
    }
  }

  private onTrace(event: MemberTrace, process: SimulatedProcess): void {
    const who = tellHolder(process.holder);
    const describe = (source: number) => process.member.sources.describe(source);
    const words = tellEvent(who, event, this.names, describe);
    if (this.isNoNews(who, event) || words === null) return;
    const where = this.world.options.partitions > 1 && 'partition' in event ? ` (partition ${event.partition})` : '';
    this.tell(words + where);
  }

  /** Members ask again and again while the store is silent; and what was never begun is not given up. */
  private isNoNews(who: string, event: MemberTrace): boolean {
    if (event.type === 'table-adopted') this.unheard.delete(who);
    if (event.type === 'swap-unsettled') return this.unheard.size === this.unheard.add(who).size;
    if (!('peer' in event)) return false;
    const fill = `${who} ${event.partition} ${event.peer}`;
    if (event.type === 'catch-up-began') this.fills.add(fill);
    if (event.type === 'replica-added') this.fills.delete(fill);
    return event.type === 'catch-up-interrupted' && !this.fills.delete(fill);
  }
}
