import assert from 'node:assert/strict';
import { type Duration, type Instant, NEVER } from '../../../src/base/instant.ts';
import type { Command, MemberTrace, Outcome, OutcomeType } from '../../../src/member/door.ts';
import { Member } from '../../../src/member/member.ts';
import type { MemberOptions } from '../../../src/member/member-options.ts';
import { holdersOf, nextTable, type PartitionTable } from '../../../src/placement/partition-table.ts';
import { decodeTable, encodeTable } from '../../../src/placement/table-document.ts';
import { unsettled } from '../../simulation/convergence.ts';
import { World } from '../../simulation/world/world.ts';
import type { WorldOptions } from '../../simulation/world/world-options.ts';

/** One way over a line. */
const DELAY: Duration = 1;

/** Nothing is left to chance: each delay is the same every time, clocks run alike, who stops stays away. */
const CALM = {
  seed: 1,
  drift: 0,
  turnDelay: [0, 0],
  restartStopped: null,
  network: { delay: [DELAY, DELAY], tailShare: 0, connect: [100, 100], silence: [2_000, 2_000] },
  store: { latency: [1, 1], watchDelay: [5, 5], patience: [1_000, 1_000], ttl: 3_000 },
} as const satisfies Partial<WorldOptions>;

const LONGEST_START: Duration = 10_000;

export interface Shape {
  readonly copies?: number;
  readonly partitions?: number;
  readonly member?: Partial<MemberOptions>;
}

export interface How {
  readonly key?: string;
  /** The client's own name for the request. */
  readonly as?: string;
}

/** A client's request, and what has become of it. */
export interface Asked {
  readonly since: Instant;
  outcome: Outcome | null;
  /** How long the client waited for it. */
  took: Duration;
  /** The client goes away. */
  cancel(): void;
}

type EventType = MemberTrace['type'];

/**
 * A handful of real members in a calm simulated world, whose lines and store a test breaks and mends by hand. With one
 * partition (as usual here) each member has a part to play: `primary`, `replica`, and whoever holds nothing: `third`.
 */
export class FewMembers {
  readonly world: World;
  /** By the cluster's first table, of the first partition. */
  readonly primary: string;
  readonly replica: string;
  readonly third: string;
  /** What members told of themselves, in order. */
  private readonly events: { readonly id: string; readonly type: EventType; readonly at: Instant }[] = [];
  private readonly swapsLate = new Map<string, Duration>();

  constructor(ids: readonly string[], { copies = 2, partitions = 1, member = {} }: Shape = {}) {
    this.world = new World({ ...CALM, copies, partitions, member, bootstrapMembers: ids.length });
    const { world } = this;
    world.onTrace((id, { type }) => this.events.push({ id, type, at: world.now }));
    world.onTurn(({ id }) => {
      const by = this.swapsLate.get(id);
      if (by !== undefined) world.store.delayNextSwap(id, by);
    });
    for (const id of ids) world.start(id);
    this.until(() => this.isWhole(), LONGEST_START);
    // Everybody has heard everybody.
    this.run(1_000);
    const { primary, replicas } = this.entry;
    this.primary = primary.member;
    this.replica = replicas[0]?.member ?? '';
    this.third = ids.find((id) => id !== this.primary && id !== this.replica) ?? '';
  }

  get now(): Instant {
    return this.world.now;
  }

  /** As the store has it. */
  get table(): PartitionTable {
    const table = decodeTable(this.world.store.document ?? '');
    assert.ok(typeof table !== 'string', 'the store holds a table');
    return table;
  }

  /** The first partition's place in the table. */
  get entry() {
    const [entry] = this.table.partitions;
    assert.ok(entry !== undefined);
    return entry;
  }

  /** Who holds the first partition beside its primary, by the table. */
  get replicas(): string[] {
    return this.entry.replicas.map(({ member }) => member);
  }

  /** Whether every partition has all its copies, all alike, everybody knows so, and nobody waits for anything. */
  isWhole(): boolean {
    return unsettled(this.world).length === 0;
  }

  /** Whether every partition has all its copies at these, by the table. */
  isHeldBy(ids: readonly string[]): boolean {
    const { partitions, copies } = this.table;
    return partitions.every((entry) => {
      const holders = holdersOf(entry);
      return holders.length === Math.min(copies, ids.length) && holders.every(({ member }) => ids.includes(member));
    });
  }

  member(id: string): Member {
    const { member } = this.world.process(id);
    assert.ok(member instanceof Member);
    return member;
  }

  run(duration: Duration): void {
    this.world.runUntil(this.world.now + duration);
  }

  until(condition: () => boolean, limit: Duration): void {
    assert.ok(this.world.settle(condition, limit), `in ${limit} ms: ${condition}`);
  }

  /** How often members, or this one, told so since `from`. */
  count(type: EventType, { from = 0, id }: { from?: Instant; id?: string } = {}): number {
    return this.events.filter((event) => event.type === type && event.at >= from && event.id === (id ?? event.id))
      .length;
  }

  /** Until this member tells so, from now on. */
  untilTold(id: string, type: EventType, limit: Duration): void {
    const before = this.count(type, { id });
    this.until(() => this.count(type, { id }) > before, limit);
  }

  ask(id: string, command: Command, { key = 'app/1', as }: How = {}): Asked {
    const request = { address: '10.0.0.1', key, command, repeatId: as ?? null };
    const since = this.now;
    const asked: Asked = { since, outcome: null, took: NEVER, cancel: () => pending.cancel() };
    const pending = this.world.submit(
      id,
      request,
      (outcome) => {
        asked.outcome = outcome;
        asked.took = this.now - since;
      },
      (why) => assert.fail(`${id} has ${why} a request`),
    );
    return asked;
  }

  /** What comes of a request within so long. */
  told<T extends OutcomeType>(asked: Asked, as: T, limit: Duration = 20): Extract<Outcome, { type: T }> {
    this.world.settle(() => asked.outcome !== null, limit);
    assert.equal(asked.outcome?.type, as);
    return asked.outcome as Extract<Outcome, { type: T }>;
  }

  /** Asks and is told. */
  tell<T extends OutcomeType>(id: string, command: Command, as: T, how: How = {}): Extract<Outcome, { type: T }> {
    return this.told(this.ask(id, command, how), as);
  }

  /** The line breaks, both ends hear of it, and no other is made. */
  cut(one: string, other: string): void {
    const { network } = this.world;
    network.part([one], [other]);
    assert.ok(network.breakLine(one, other), 'a line stood');
    this.until(() => !network.standsBetween(one, other), 100);
    this.run(50);
  }

  mend(one: string, other: string): void {
    const { network } = this.world;
    network.heal(one, other);
    network.heal(other, one);
  }

  /** What these two tell each other takes so long, each way. */
  slow(one: string, other: string, delay: Duration): void {
    const extra = [delay - DELAY, delay - DELAY] as const;
    this.world.network.slow(one, other, extra);
    this.world.network.slow(other, one, extra);
  }

  /** Messages of these types do not arrive, though all others do. */
  swallow(from: string, to: string, ...types: readonly string[]): void {
    this.world.network.sift(from, to, (message) => (types.includes(message.type) ? null : message));
  }

  /** Whatever swap this member asks for is done so much later, and it hears nothing of that. Null: as usual. */
  delaySwaps(id: string, by: Duration | null): void {
    if (by !== null) this.swapsLate.set(id, by);
    else {
      this.swapsLate.delete(id);
      this.world.store.takeDelay(id);
    }
  }

  loseSwaps(id: string): void {
    this.delaySwaps(id, NEVER);
  }

  /** Somebody else's swap is done, which says nothing of any partition. */
  swapElsewhere(): void {
    this.world.store.replaceTable(encodeTable(nextTable(this.table, [])));
  }

  /** The replica dies, and the third begins to be filled in its place. */
  loseReplica(): void {
    this.world.crash(this.replica);
    this.untilTold(this.primary, 'catch-up-began', 20_000);
  }
}
