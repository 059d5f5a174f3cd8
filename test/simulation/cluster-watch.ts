import { type Duration, type Instant, NEVER } from '../../src/base/instant.ts';
import type { MemberTrace } from '../../src/member/door.ts';
import type { Holder } from '../../src/placement/holder.ts';
import { holdersOf, type PartitionTable } from '../../src/placement/partition-table.ts';
import { decodeTable } from '../../src/placement/table-document.ts';
import type { Mismatch } from './mismatches.ts';
import type { Span, Upheavals } from './terms.ts';
import type { SimulatedProcess } from './world/simulated-process.ts';
import type { World } from './world/world.ts';

const LOOK_EVERY: Duration = 100;
/** Until the promises have lapsed that a new primary gave to others. */
const BEFORE_IT_ACTS: Duration = 3_000;
/** How long after trouble, or before it is noticed, something may still be late. */
const SHADOW: Duration = 4_000;

interface Upset {
  readonly takeovers: Span[];
  readonly moves: Instant[];
  readonly losses: Span[];
  /** Everybody's: it does not matter here whose. */
  readonly standstills: readonly Span[];
}

/**
 * Writes down what happens among the members that clients cannot see and the judges must know, and counts what is rare.
 * Finds one kind of fault itself: memory that was given up although somebody who had it was alive.
 */
export class ClusterWatch {
  /** What is wrong, in words. */
  readonly wrongs: string[] = [];
  /** Copies that were found to differ from their primary: wrong unless somebody garbled what was sent. */
  readonly mismatches: Mismatch[] = [];
  /** How often what happened. */
  readonly marks = new Map<string, number>();
  private readonly world: World;
  private readonly upsets: readonly Upset[];
  private readonly standstills: Span[] = [];
  /** By whom, since when. */
  private readonly standing = new Map<SimulatedProcess, Instant>();
  private readonly dead = new Set<SimulatedProcess>();
  private readonly troubles: Span[] = [];
  /** Which copies, by partition and peer, differed and were not filled and added again yet. */
  private readonly differing = new Set<string>();
  /** What counts as a takeover until the predecessor's word is heard, by partition and heir. */
  private readonly unheard = new Map<string, { readonly takeover: Span; readonly how: 'takeover' | 'handover' }>();
  /** By id and incarnation. */
  private readonly processes = new Map<string, SimulatedProcess>();
  private tables = 0;
  private table: PartitionTable | null = null;

  constructor(world: World) {
    this.world = world;
    const { standstills } = this;
    this.upsets = Array.from({ length: world.options.partitions }, () => {
      return { takeovers: [], moves: [], losses: [], standstills };
    });
    for (const process of world.live) this.note(process);
    world.onTrace((_id, event, process) => this.onTrace(event, process));
    world.onTurn((process) => {
      if (process.turns === 1) this.note(process);
      if (world.store.tables.length > this.tables) this.readTables();
    });
    this.look();
    world.onStop((_id, _incarnation, reason) => this.mark(`stopped: ${reason.split(/[:;,]/)[0]}`));
  }

  upheavalsOf(partition: number): Upheavals {
    return this.upsets[partition] as Upset;
  }

  /** When requests may have been long on their way, and for how long: now known ones, in no order. */
  get disturbances(): readonly Span[] {
    return [...this.troubles, ...this.standstills];
  }

  /** Something happened that may keep requests from their way for a while. */
  trouble(from: Instant, until: Instant): void {
    this.troubles.push({ from: from - SHADOW, until: until + SHADOW });
  }

  mark(what: string, times = 1): void {
    this.marks.set(what, (this.marks.get(what) ?? 0) + times);
  }

  private note(process: SimulatedProcess): void {
    this.processes.set(nameOf(process.holder), process);
  }

  /** Looks around now and ever again. */
  private look(): void {
    const { world } = this;
    for (const process of world.processes) {
      if (process.over && !this.dead.has(process)) {
        this.dead.add(process);
        this.trouble(world.now - LOOK_EVERY, world.now);
      }
      const stands = process.alive && !process.runs;
      const since = this.standing.get(process);
      if (stands && since === undefined) this.standing.set(process, world.now - LOOK_EVERY);
      if (stands || since === undefined) continue;
      this.standing.delete(process);
      this.standstills.push({ from: since, until: world.now });
      this.trouble(since, world.now);
    }
    world.in(LOOK_EVERY, () => this.look());
  }

  private onTrace(event: MemberTrace, process: SimulatedProcess): void {
    switch (event.type) {
      case 'became-primary': {
        const { now } = this.world;
        this.mark(`primary by ${event.how}`);
        if (event.how === 'first') return;
        const { takeovers, moves } = this.upsets[event.partition] as Upset;
        moves.push(now);
        this.trouble(now, now);
        if (event.how === 'anew') return;
        // Its predecessor may have been gone for as long as you like, and it may have to wait before it acts.
        const takeover = { from: -NEVER, until: now + BEFORE_IT_ACTS };
        takeovers.push(takeover);
        this.unheard.set(`${event.partition} ${nameOf(process.holder)}`, { takeover, how: event.how });
        return;
      }
      case 'handover-heard': {
        this.mark('handover heard');
        const { takeovers } = this.upsets[event.partition] as Upset;
        const unheard = this.unheard.get(`${event.partition} ${nameOf(process.holder)}`);
        if (unheard === undefined || !takeovers.includes(unheard.takeover)) return;
        takeovers.splice(takeovers.indexOf(unheard.takeover), 1);
        if (unheard.how !== 'takeover') return;
        // Whoever missed tables could not see by them that it was a handover.
        this.mark('primary by takeover', -1);
        this.mark('primary by handover');
        return;
      }
      case 'limit-reached':
        this.mark(`limit reached: ${event.limit}`);
        return;
      case 'digest-mismatch':
        this.mismatches.push({ partition: event.partition, peer: event.peer ?? '', at: this.world.now });
        this.mark('digest mismatch');
        this.differing.add(`${event.partition} ${event.peer}`);
        return;
      case 'replica-added':
        this.mark('replica added');
        if (this.differing.delete(`${event.partition} ${event.peer}`)) this.mark('refill after digest');
        return;
      default:
        this.mark(event.type.replaceAll('-', ' '));
    }
  }

  private readTables(): void {
    const { tables } = this.world.store;
    for (; this.tables < tables.length; this.tables++) {
      const { at, document } = tables[this.tables] as (typeof tables)[number];
      const next = document === null ? 'none' : decodeTable(document);
      if (typeof next === 'string') {
        this.mark('store showed no table');
        continue;
      }
      // A restored store shows what is over.
      if (this.table !== null && next.version <= this.table.version) continue;
      if (this.table !== null) this.compare(this.table, next, at);
      this.table = next;
    }
  }

  private compare(before: PartitionTable, after: PartitionTable, at: Instant): void {
    after.partitions.forEach((entry, partition) => {
      const former = before.partitions[partition];
      if (former === undefined || former === entry || entry.life === former.life) return;
      this.upsets[partition]?.losses.push({ from: at, until: at });
      for (const holder of holdersOf(former)) {
        const known = after.members.find(({ id }) => id === holder.member);
        const isForgotten = known === undefined || known.forgotten >= holder.incarnation;
        if (isForgotten || this.isDead(holder)) continue;
        const lives = holdersOf(former).map(nameOf).join(', ');
        this.wrongs.push(
          `answered changes lost: partition ${partition} was given out anew at ${at} though ${nameOf(holder)} lives (of ${lives})`,
        );
      }
    });
  }

  private isDead(holder: Holder): boolean {
    return this.processes.get(nameOf(holder))?.over ?? true;
  }
}

function nameOf({ member, incarnation }: Holder): string {
  return `${member}/${incarnation}`;
}
