import assert from 'node:assert/strict';
import { type Duration, type Instant, NEVER } from '../../src/base/instant.ts';
import { Random } from '../../src/base/random.ts';
import type { Companion, Link } from '../../src/replica/link.ts';
import type { ReplicaMessage } from '../../src/replica/messages.ts';
import { Replica } from '../../src/replica/replica.ts';
import { fieldsOf } from '../../src/replica/session-state.ts';
import type { Shared } from '../../src/replica/shared.ts';
import type { Command } from '../../src/session/command.ts';
import type { Outcome } from '../../src/session/outcome.ts';
import { NO_SLOT, slackOf } from '../../src/session/session-table.ts';
import { parts, Recorder, request } from './parts.ts';

/** A member, as far as one partition goes. */
interface Place {
  readonly name: string;
  readonly shared: Shared;
  readonly recorder: Recorder;
  /** What this member's clock is ahead of the time there is. */
  readonly ahead: Duration;
  replica: Replica;
  alive: boolean;
}

/**
 * One partition's copies at several members, each by a clock of its own, between every two a line that keeps the order
 * until it breaks. All know each table at once; what is of another reign than the table's is dropped.
 */
export class Wired {
  time: Instant = 0;
  reign = 1;
  epoch = 1;
  primary: string;
  replicas: string[];
  /** What the primaries told, by number of the request. */
  readonly told = new Map<number, Outcome>();
  /** Kinds of traces, counted. */
  readonly traced = new Map<string, number>();
  readonly random: Random;
  private readonly places = new Map<string, Place>();
  private readonly lines = new Map<string, { queue: { message: ReplicaMessage; was: string }[]; up: boolean }>();
  private asked = 0;

  constructor(names: readonly string[], replicas: readonly string[], seed: number, given: Partial<Shared> = {}) {
    this.random = new Random(seed);
    this.replicas = [...replicas];
    this.primary = names[0] as string;
    for (const name of names) {
      const shared = parts({ rememberFor: 1e9, ...given, self: name });
      const whole = name === this.primary || replicas.includes(name);
      const replica = new Replica(0, shared, this.random, whole);
      const ahead = this.random.below(1_000_000);
      this.places.set(name, { name, shared, recorder: new Recorder(), ahead, replica, alive: true });
      for (const other of names) if (other !== name) this.lines.set(`${name}>${other}`, { queue: [], up: true });
    }
    for (const name of replicas) this.place(name).replica.becomeReplica();
    this.crown('first');
  }

  place(name: string): Place {
    const place = this.places.get(name);
    assert.ok(place !== undefined, name);
    return place;
  }

  get first(): Place {
    return this.place(this.primary);
  }

  link(name: string): Link | undefined {
    return this.first.replica.followers.links.get(name);
  }

  /** The number it was asked under; 0 if the primary may not decide now. */
  ask(key: string, command: Command, repeatId: string | null = null): number {
    const { replica, recorder } = this.first;
    if (!replica.mayDecide(this.at())) return 0;
    replica.onRequest(request(++this.asked, key, command, { repeatId }), true, this.at(), recorder);
    return this.asked;
  }

  at({ ahead }: Place = this.first): Instant {
    return this.time + ahead;
  }

  /** What was decided goes out, and what is everywhere is told. */
  endTurn(): void {
    const { replica, recorder } = this.first;
    replica.followers.flush(this.at(), recorder);
    replica.confirm(this.at(), recorder);
    this.collect(this.first);
  }

  /** The next message of some line arrives; false if none is under way. */
  deliverOne(): boolean {
    const busy = [...this.lines].filter(([, { queue }]) => queue.length > 0);
    if (busy.length === 0) return false;
    const [way] = busy[this.random.below(busy.length)] as [string, unknown];
    this.deliver(way);
    return true;
  }

  deliverAll(): void {
    do this.endTurn();
    while (this.deliverOne());
  }

  /** Only so much of what is under way arrives, each way; then both ends hear of it. */
  breakLine(a: string, b: string): void {
    for (const way of [`${a}>${b}`, `${b}>${a}`]) {
      const line = this.lineOf(way);
      for (let left = this.random.below(line.queue.length + 1); left > 0; left--) this.deliver(way);
      line.queue = [];
      line.up = false;
    }
    const other = a === this.primary ? b : a;
    const link = this.link(other);
    if (link !== undefined) this.first.replica.followers.drop(link, this.at(), this.first.recorder);
  }

  makeLine(a: string, b: string): void {
    for (const way of [`${a}>${b}`, `${b}>${a}`]) this.lineOf(way).up = this.place(a).alive && this.place(b).alive;
    this.first.replica.followers.onLineUp(a === this.primary ? b : a, this.at());
  }

  isUp(a: string, b: string): boolean {
    return this.lineOf(`${a}>${b}`).up;
  }

  /** A newer table of the same reign: these are replicas now. */
  setReplicas(names: readonly string[]): void {
    const { replica, recorder } = this.first;
    this.replicas = [...names];
    this.epoch++;
    for (const name of names) if (this.link(name)?.named === false) (this.link(name) as Link).asked = true;
    replica.followers.settle(this.epoch, names, this.at(), recorder);
    for (const name of names) this.place(name).replica.becomeReplica();
    this.collect(this.first);
  }

  /** Whatever `name` held is gone, and it is filled from the start. */
  fill(name: string): void {
    const place = this.place(name);
    place.replica = new Replica(0, place.shared, this.random, false);
    this.first.replica.followers.fill(this.companion(name), this.at(), this.first.recorder);
  }

  /** The primary's machine is gone; `heir`, a replica, takes over with the other replicas. */
  takeOver(heir: string): void {
    const former = this.first;
    former.alive = false;
    for (const name of this.places.keys()) if (name !== former.name) this.breakLine(former.name, name);
    this.primary = heir;
    this.replicas = this.replicas.filter((name) => name !== heir);
    this.reign = ++this.epoch;
    this.crown('takeover');
  }

  /** All copies that follow say the same as the primary, session by session, and would let nothing expire early. */
  checkAgreement(): void {
    const { replica } = this.first;
    const wanted = [...replica.followers.links.values()].filter((link) => link.joined);
    const digest = replica.copy.settledDigest();
    for (const { companion, acked } of wanted) {
      const { copy, following } = this.place(companion.name).replica;
      assert.ok(following.whole, `${companion.name} is whole`);
      assert.deepEqual(nameOf(copy.log.last), nameOf(replica.copy.last), `the last change of ${companion.name}`);
      assert.equal(acked, replica.copy.sequence);
      assert.equal(copy.settledDigest(), digest);
      assert.equal(copy.rules.newestCookie, replica.copy.rules.newestCookie);
      assert.equal(copy.rules.versionMemory, replica.copy.rules.versionMemory);
      assert.deepEqual(this.contents(companion.name), this.contents(this.primary));
      assert.deepEqual(this.remembered(companion.name), this.remembered(this.primary));
    }
    assert.equal(replica.followers.confirmed, wanted.length > 0 ? replica.copy.sequence : replica.followers.confirmed);
    assert.equal(this.traced.get('digest-mismatch') ?? 0, 0, 'copies differed');
  }

  /** Without what may differ by what messages take; of the time left only whether too little is. */
  private contents(name: string): unknown[] {
    const place = this.place(name);
    const { table } = place.replica.copy;
    const sessions: [string, unknown][] = [];
    for (let slot = table.next(NO_SLOT); slot !== NO_SLOT; slot = table.next(slot)) {
      const { timeLeft, lockAge, lockLeft, extended, ...same } = fieldsOf(
        table,
        slot,
        this.at(place),
        place.shared.sources,
      );
      const key = new TextDecoder().decode(table.key(slot).bytes);
      const first = this.first.replica.copy.table;
      const its = first.records.deadline(first.find(table.key(slot))) - this.at();
      const isEnough = timeLeft + (extended ? 0 : slackOf(same.timeoutMinutes)) >= its;
      // Later primaries do not know the deadlines that the first one told its clients.
      sessions.push([key, { ...same, isEnough: isEnough || this.reign > 1 || name === this.primary }]);
    }
    return sessions.sort(([a], [b]) => (a < b ? -1 : 1));
  }

  private remembered(name: string): string[] {
    const { named, numbered } = this.place(name).replica.copy;
    return [...named.records(0), ...numbered.records()]
      .map((record) => `${record.repeatName} ${record.name?.entry} ${record.name?.number} ${record.outcome.type}`)
      .sort();
  }

  private crown(how: 'first' | 'takeover'): void {
    const { replica, recorder } = this.first;
    const companions = this.replicas.map((name) => this.companion(name));
    replica.becomePrimary(this.reign, this.epoch, companions, how, this.at(), this.at(), recorder);
    this.collect(this.first);
  }

  private companion(name: string): Companion {
    const line = this.lineOf(`${this.primary}>${name}`);
    return {
      name,
      coveredUntil: NEVER,
      get up() {
        return line.up;
      },
    };
  }

  private deliver(way: string): void {
    const [from, to] = way.split('>') as [string, string];
    const next = this.lineOf(way).queue.shift();
    assert.ok(next !== undefined);
    const { message, was } = next;
    assert.equal(textOf(message), was, 'a message was changed after it was sent');
    const place = this.place(to);
    const isOf = 'reign' in message && message.reign === this.reign;
    if (!isOf || !place.alive || (from !== this.primary && to !== this.primary)) return;
    const { replica, recorder } = place;
    const at = this.at(place);
    if (message.type === 'replicate') replica.following.onReplicate(from, message, at, recorder);
    else if (message.type === 'catch-up') replica.following.onCatchUp(from, message, at, recorder);
    else if (message.type === 'replicated') replica.followers.onReplicated(from, message, at, recorder);
    else if (message.type === 'astray') replica.followers.onAstray(from, message, at, recorder);
    else if (message.type === 'caught-up') replica.followers.onCaughtUp(from, message, at);
    this.collect(place);
  }

  private collect({ name, recorder }: Place): void {
    for (const { to, message } of recorder.sent) {
      const line = this.lineOf(`${name}>${to}`);
      if (line.up) line.queue.push({ message, was: textOf(message) });
    }
    for (const { asker, outcome } of recorder.answers) {
      assert.ok(!this.told.has(asker), 'somebody is answered twice');
      this.told.set(asker, outcome);
    }
    for (const { type } of recorder.traces) this.traced.set(type, (this.traced.get(type) ?? 0) + 1);
    recorder.sent = [];
    recorder.answers = [];
    recorder.traces = [];
  }

  private lineOf(way: string) {
    const line = this.lines.get(way);
    assert.ok(line !== undefined, way);
    return line;
  }
}

function nameOf({ reign, sequence }: { readonly reign: number; readonly sequence: number }): string {
  return `${reign}.${sequence}`;
}

function textOf(message: ReplicaMessage): string {
  return JSON.stringify(message);
}
