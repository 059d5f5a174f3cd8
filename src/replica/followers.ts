import { assert } from '../base/assert.ts';
import { type Duration, type Instant, NEVER } from '../base/instant.ts';
import type { Key } from '../base/key.ts';
import { NO_SLOT } from '../session/session-table.ts';
import { sameChange } from './change-log.ts';
import type { Copy } from './copy.ts';
import type { PartitionEvent, ReplicaEffects } from './effects.ts';
import { type Companion, type Link, newLink, owes } from './link.ts';
import type { Astray, CaughtUp, ChangeName, LoggedChange, Replicate, Replicated, SessionState } from './messages.ts';
import { fieldsOf, ownedKey, readState } from './session-state.ts';
import { fullMessage, type Shared } from './shared.ts';

/** What a session takes in a message beside its content, about. */
const PER_SESSION = 200;

/** A copy that says nothing to a portion for so long does not take part in the fill. */
const FILL_PATIENCE: Duration = 5_000;
const JOINED_PATIENCE: Duration = 1_000;

/** What copies lack that stand at `from`. */
interface Frame {
  readonly from: number;
  readonly changes: readonly LoggedChange[];
  readonly states: readonly SessionState[];
}

/** The primary's side of replication: which copies follow, how far each has come, what goes to them. */
export class Followers {
  readonly links = new Map<string, Link>();
  /** The same, for what is done with every change. */
  private all: readonly Link[] = [];
  /** All required copies have this change, and what came before it. */
  confirmed = 0;
  private readonly partition: number;
  private readonly copy: Copy;
  private readonly shared: Shared;
  private numbers = 0;
  private epoch = 0;

  constructor(partition: number, copy: Copy, shared: Shared) {
    this.partition = partition;
    this.copy = copy;
    this.shared = shared;
  }

  /** A new reign: nothing counts as acknowledged, whatever was before. */
  begin(epoch: number, replicas: readonly Companion[], at: Instant): void {
    this.epoch = epoch;
    this.clear();
    this.confirmed = 0;
    for (const companion of replicas) {
      this.put({ ...newLink(companion, at), named: true, flows: true, joined: true });
    }
    if (replicas.length > 0) this.copy.follow();
    else this.copy.unfollow();
  }

  clear(): void {
    this.links.clear();
    this.all = [];
  }

  /** A newer table of the same reign: the outcome of whatever was asked is known. */
  settle(epoch: number, replicas: readonly string[], at: Instant, effects: ReplicaEffects): void {
    this.epoch = epoch;
    for (const [name, link] of this.links) {
      const isNamed = replicas.includes(name);
      if (link.named && !isNamed) {
        this.remove(name);
        // It may never see the table that named it, only those before and after.
        effects.send(name, { type: 'abandon', ...this.followed(link) });
        this.trace('replica-removed', name, effects);
      } else if (!link.named && isNamed) {
        assert(link.asked, 'a copy is added by its primary alone');
        this.trace('replica-added', name, effects);
      }
      link.named = isNamed;
      link.asked = false;
      if (!isNamed && !link.companion.up && this.links.has(name)) this.drop(link, at, effects);
    }
    for (const name of replicas) assert(this.links.has(name), 'every replica of the table follows its primary');
    this.leaveAlone();
  }

  /** A newer table that says the same of this partition: what was asked has failed. */
  settleUnchanged(at: Instant, effects: ReplicaEffects): void {
    for (const link of this.links.values()) {
      link.asked = false;
      if (!link.companion.up) this.drop(link, at, effects);
    }
  }

  /** Until when all that must cover do so; NEVER without any. */
  coveredUntil(): Instant {
    let until = NEVER;
    for (const link of this.all) {
      if (link.named || link.asked) until = Math.min(until, link.companion.coveredUntil);
    }
    return until;
  }

  fill(companion: Companion, at: Instant, effects: ReplicaEffects): void {
    assert(!this.links.has(companion.name), 'a copy follows once');
    this.copy.follow();
    this.put(newLink(companion, at));
    this.trace('catch-up-began', companion.name, effects);
  }

  /** The copy is wanted no more, or cannot be reached: unless a table may name it. */
  drop(link: Link, at: Instant, effects: ReplicaEffects): void {
    if (link.named || link.asked) {
      link.sent = null;
      link.progressAt = at;
      return;
    }
    const { name } = link.companion;
    this.remove(name);
    effects.send(name, { type: 'abandon', ...this.followed(link) });
    this.trace('catch-up-interrupted', name, effects);
    this.leaveAlone();
  }

  onLineUp(name: string, at: Instant): void {
    const link = this.links.get(name);
    if (link === undefined) return;
    link.sent = null;
    link.progressAt = at;
  }

  onReplicated(from: string, message: Replicated, at: Instant, effects: ReplicaEffects): void {
    const link = this.links.get(from);
    if (link?.number !== message.link) return;
    if (!message.agrees) {
      // What differs is no copy of what was answered.
      if (!link.broken) {
        this.shared.counters.digestMismatches++;
        this.trace('digest-mismatch', from, effects);
      }
      link.broken = true;
      return;
    }
    if (!link.joined) {
      // It cannot be whole before all of it was sent.
      if (!link.flows) return;
      link.joined = true;
      link.mustHave = this.copy.sequence;
      this.trace('catch-up-done', from, effects);
    }
    if (message.last.sequence > link.acked) {
      link.acked = message.last.sequence;
      link.progressAt = at;
    }
    if (link.sent !== null && link.acked >= link.sent.sequence) link.progressAt = at;
  }

  /** The copy stands elsewhere: find the newest change it shares with us, and tell it all since in one piece. */
  onAstray(from: string, message: Astray, at: Instant, effects: ReplicaEffects): void {
    const link = this.links.get(from);
    if (link?.number !== message.link || link.broken) return;
    const { log } = this.copy;
    const shared = message.whole ? message.tail.findLast((name) => log.has(name)) : undefined;
    if (shared === undefined) {
      link.broken = true;
      this.trace('refill-wanted', from, effects);
      return;
    }
    const common = { reign: shared.reign, sequence: shared.sequence };
    const surplus = message.tail.filter(({ sequence }) => sequence > common.sequence);
    const changes = log.after(common);
    link.number = ++this.numbers;
    link.sent = this.copy.last;
    link.progressAt = at;
    // What it has may be of the surplus.
    const { states } = this.statesOf([...surplus, ...changes], at, 0);
    effects.send(from, this.replicateTo(link, message.last, common, changes, states));
    this.trace(surplus.length > 0 ? 'ahead-mended' : 'realigned', from, effects);
  }

  onCaughtUp(from: string, message: CaughtUp, at: Instant): void {
    const link = this.links.get(from);
    if (link?.number !== message.link || message.portion !== link.portion) return;
    link.awaiting = false;
    link.progressAt = at;
  }

  /** All that has changed since goes out, to each copy what it lacks. */
  flush(at: Instant, effects: ReplicaEffects): void {
    if (this.links.size === 0) return;
    let frame = null as Frame | null;
    const { last } = this.copy;
    for (const link of this.all) {
      if (!link.companion.up || link.broken) continue;
      if (!link.flows) {
        if (!link.awaiting) this.sendPortion(link, at, effects);
        continue;
      }
      const { sent } = link;
      if (sent === null) {
        link.number = ++this.numbers;
        link.sent = last;
        effects.send(link.companion.name, this.replicateTo(link, last, last, [], []));
        continue;
      }
      if (sameChange(sent, last)) continue;
      if (!this.copy.log.has(sent)) {
        link.broken = true;
        this.trace('refill-wanted', link.companion.name, effects);
        continue;
      }
      // Copies stand at the same place, as a rule.
      if (frame?.from !== sent.sequence) {
        const changes = this.copy.log.after(sent);
        frame = { from: sent.sequence, changes, states: this.statesOf(changes, at, sent.sequence).states };
      }
      if (link.acked >= sent.sequence) link.progressAt = at;
      link.sent = last;
      effects.send(link.companion.name, this.replicateTo(link, sent, sent, frame.changes, frame.states));
    }
  }

  /** Counts anew what all required copies have. Returns whether there is more of it than before. */
  confirm(): boolean {
    let least = this.copy.sequence;
    let isFilling = false;
    for (const link of this.all) {
      if (link.named || link.asked || link.joined) least = Math.min(least, link.acked);
      else isFilling = true;
    }
    if (least <= this.confirmed) return false;
    this.confirmed = least;
    this.copy.commit(least, isFilling);
    return true;
  }

  /** Whether the copy is one that could soon be in step. */
  isNear(name: string): boolean {
    const link = this.links.get(name);
    return link?.joined === true && !link.broken && link.companion.up && link.acked >= 0;
  }

  isInStep(name: string): boolean {
    return this.isNear(name) && this.links.get(name)?.acked === this.copy.sequence;
  }

  /** Links that have acknowledged nothing for long though something is due are asked again, or filled from the start. */
  probeSilent(at: Instant, patience: Duration, effects: ReplicaEffects): void {
    for (const link of [...this.links.values()]) {
      const silentFor = at - link.progressAt;
      if (link.joined ? !owes(link, this.copy.sequence) : !link.awaiting && !link.flows) continue;
      // Nobody counts on a copy that the table does not name: it must not hold up what everybody waits for.
      const isLost = link.broken || silentFor >= (link.joined ? JOINED_PATIENCE : FILL_PATIENCE);
      if (!link.named && !link.asked && isLost) this.drop(link, at, effects);
      else if (link.joined && silentFor >= patience && at >= link.probedAt + patience) {
        link.probedAt = at;
        link.sent = null;
      }
    }
  }

  private sendPortion(link: Link, at: Instant, effects: ReplicaEffects): void {
    const { copy, shared } = this;
    const isFirst = link.portion === 0;
    if (isFirst) {
      link.number = ++this.numbers;
      link.sent = copy.last;
    }
    const sent = link.sent;
    if (sent === null || !copy.log.has(sent)) {
      this.drop(link, at, effects);
      return;
    }
    const full = fullMessage(shared);
    const since = copy.log.after(sent);
    const { states, told, bytes: ofChanges } = this.statesOf(since, at, 0, full);
    const changes = since.slice(0, told);
    let slot = copy.table.next(link.cursor);
    for (let bytes = 0; slot !== NO_SLOT && bytes < shared.portionBytes && ofChanges + bytes < full; ) {
      const fields = fieldsOf(copy.table, slot, at, shared.sources);
      states.push({ key: ownedKey(copy.table, slot), fields });
      bytes += fields.content.length + PER_SESSION;
      link.cursor = slot;
      slot = copy.table.next(slot);
    }
    const done = slot === NO_SLOT && told === since.length;
    for (const { fields } of states) shared.counters.catchUpBytes += fields?.content.length ?? 0;
    link.portion++;
    link.sent = changes.at(-1) ?? sent;
    link.awaiting = true;
    effects.send(link.companion.name, {
      type: 'catch-up',
      ...this.followed(link),
      epoch: this.epoch,
      portion: link.portion,
      changes,
      states,
      records: isFirst ? [...copy.named.records(at), ...copy.numbered.records()] : [],
      last: copy.last,
      newestCookie: copy.rules.newestCookie,
      versionMemory: copy.rules.versionMemory,
      committed: this.confirmed,
      openNumbers: copy.numbered.openNumbers(),
      done,
      digest: copy.settledDigest(),
    });
    if (!done) return;
    link.flows = true;
    link.progressAt = at;
  }

  private replicateTo(
    link: Link,
    after: ChangeName,
    common: ChangeName,
    changes: readonly LoggedChange[],
    states: readonly SessionState[],
  ): Replicate {
    const { copy, partition } = this;
    return {
      type: 'replicate',
      partition,
      reign: copy.reign,
      link: link.number,
      after,
      common,
      changes,
      states,
      newestCookie: copy.rules.newestCookie,
      versionMemory: copy.rules.versionMemory,
      committed: this.confirmed,
      openNumbers: copy.numbered.openNumbers(),
      digest: copy.settledDigest(),
    };
  }

  /**
   * Each session once, as it stands now: read in the step that sends it, so nothing newer can have gone before. Contents
   * that were stored no later than `known` are left out: the copy has all changes up to there, and none after. With
   * `full` only those of the first changes, `told` of them, whose contents take so much; that is for a copy which is not
   * whole, and may show a session newer than the last change it was told.
   */
  private statesOf(
    changes: readonly { readonly key: Key | null }[],
    at: Instant,
    known: number,
    full = Number.POSITIVE_INFINITY,
  ) {
    const { table } = this.copy;
    const { sources } = this.shared;
    const states: SessionState[] = [];
    const seen = changes.length > 1 ? new Set<string>() : null;
    let bytes = 0;
    let told = 0;
    for (const { key } of changes) {
      const text = seen === null || key === null ? '' : String.fromCharCode(...key.bytes);
      if (key !== null && seen?.has(text) !== true) {
        if (bytes >= full) break;
        const state = readState(table, key, at, sources, known);
        states.push(state);
        bytes += state.fields?.content.length ?? 0;
        seen?.add(text);
      }
      told++;
    }
    return { states, told, bytes };
  }

  private put(link: Link): void {
    this.links.set(link.companion.name, link);
    this.all = [...this.links.values()];
  }

  private remove(name: string): void {
    this.links.delete(name);
    this.all = [...this.links.values()];
  }

  private followed({ number }: Link) {
    return { partition: this.partition, reign: this.copy.reign, link: number };
  }

  /** Without anybody who follows there is no history to keep. */
  private leaveAlone(): void {
    if (this.links.size === 0) this.copy.unfollow();
  }

  private trace(type: PartitionEvent['type'], peer: string, effects: ReplicaEffects): void {
    effects.trace({ type, partition: this.partition, peer });
  }
}
