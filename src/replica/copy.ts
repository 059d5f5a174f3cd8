import { copied } from '../base/copied.ts';
import type { Instant } from '../base/instant.ts';
import type { Key } from '../base/key.ts';
import type { Random } from '../base/random.ts';
import { type Outcome, withContent } from '../session/outcome.ts';
import type { Slot } from '../session/session-records.ts';
import { type ChangeSink, SessionRules } from '../session/session-rules.ts';
import { NO_SLOT, SessionTable } from '../session/session-table.ts';
import { Backlog } from './backlog.ts';
import { ChangeLog, type OwnChange } from './change-log.ts';
import { digestOf } from './digest.ts';
import type { ChangeName, LoggedChange, RequestRecord, SessionState } from './messages.ts';
import { NumberedOutcomes } from './numbered-outcomes.ts';
import { nameOf, OutcomeMemory } from './outcome-memory.ts';
import type { Request } from './request.ts';
import { writeState } from './session-state.ts';
import type { Shared } from './shared.ts';

/** So many changes stay that every copy has. */
const COMMITTED_TAIL = 8;
/** So many slots more than there are sessions may be touched before the digest is settled. */
const MOST_TOUCHED = 1_024;

/**
 * What every copy of a partition consists of, whatever the role of its member: the sessions, the history's newest end,
 * what is remembered of requests, and the running digest.
 *
 * Invariants, while `followed`: `log.last` names the last change that the sessions show; `digest` is the sum of the
 * digests that sessions' records hold, and a record that holds none (0) is that of a slot in `touched`.
 */
export class Copy implements ChangeSink {
  readonly table: SessionTable;
  readonly rules: SessionRules;
  readonly log = new ChangeLog();
  readonly named: OutcomeMemory;
  readonly numbered = new NumberedOutcomes();
  /** The reign in which changes are decided here. */
  reign = 0;
  sequence = 0;
  /** The newest change that is known to be in every copy. */
  committed = 0;
  /** Whether another copy follows this one, or this one another: else nobody wants to know the history. */
  followed = false;
  /** Is told before a session is forgotten. */
  onRemoving: (slot: Slot) => void = () => {};
  private readonly shared: Shared;
  private lastReign = 0;
  private digest = 0;
  /** Whatever may have changed since the digest was settled, more than once perhaps; some of it is gone since. */
  private touched: Slot[] = [];
  /** Sessions whose removal not every copy may know of, by key, with the removal's sequence. */
  private readonly removals = new Map<string, number>();
  private readonly backlog = new Backlog();

  constructor(shared: Shared, random: Random) {
    this.shared = shared;
    this.table = new SessionTable(shared.memory, random.uint32());
    this.rules = new SessionRules(this.table, this, shared, random);
    this.named = new OutcomeMemory(shared.rememberFor, shared.maxRememberedPerPartition, shared.memory);
  }

  get last(): ChangeName {
    return this.followed ? this.log.last : { reign: this.lastReign, sequence: this.sequence };
  }

  /** Of the contents that a copy lacks which has only what is known to be in every copy; as often as they changed. */
  get uncommittedBytes(): number {
    return this.backlog.bytes;
  }

  /** From now on history is kept, and the digest. */
  follow(): void {
    if (this.followed) return;
    this.log.reset(this.last);
    this.followed = true;
    this.digest = 0;
    this.touched = [];
    for (let slot = this.table.next(NO_SLOT); slot !== NO_SLOT; slot = this.table.next(slot)) {
      this.table.records.setDigest(slot, 0);
      this.touched.push(slot);
    }
  }

  unfollow(): void {
    this.followed = false;
    this.touched = [];
    this.removals.clear();
    this.backlog.clear();
  }

  changed(slot: Slot): number {
    this.advance();
    this.table.records.setSequence(slot, this.sequence);
    if (this.followed) {
      const { bytes, hash } = this.table.key(slot);
      this.append({ hash, bytes: copied(bytes) });
      this.table.records.setLag(slot, 0, this.table.records.extended(slot));
      this.touch(slot);
      this.backlog.add(this.sequence, this.table.records.contentLength(slot));
    }
    return this.sequence;
  }

  removing(slot: Slot): void {
    this.advance();
    if (this.followed) {
      const { bytes, hash } = this.table.key(slot);
      const key = { hash, bytes: copied(bytes) };
      this.append(key);
      // Deleted first, so that the map stays in order of sequence.
      this.removals.delete(textOf(key));
      this.removals.set(textOf(key), this.sequence);
      this.subtract(slot);
    }
    this.onRemoving(slot);
  }

  /** A change that touches no session: only what is remembered of a request. */
  noted(): void {
    this.advance();
    if (this.followed) this.append(null);
  }

  /** Remembers what the request did that made the newest change. `repeatId`: the client's own name for it, or null. */
  remember(request: Request, repeatId: string | null, outcome: Outcome, self: string, at: Instant): void {
    const kept = outcome.type === 'found' ? withContent(outcome, NOTHING) : outcome;
    const { origin, number } = request;
    if (repeatId !== null) this.named.remember(request, kept, at);
    const name = { entry: origin?.entry ?? self, number };
    if (origin !== undefined || this.followed) this.numbered.remember(name, kept, at);
    const { newest } = this.log;
    if (!this.followed || newest === undefined) return;
    const repeatName = repeatId === null ? null : nameOf(request);
    newest.record = { name, repeatName, outcome: kept, keepFor: this.shared.rememberFor };
  }

  /** What has to be in every copy before anybody may be told how this session stands, or that there is none. */
  seenBy(key: Key, slot: Slot): number {
    if (slot !== NO_SLOT) return this.table.records.sequence(slot);
    return this.removals.size === 0 ? 0 : (this.removals.get(textOf(key)) ?? 0);
  }

  /**
   * Every copy has all changes up to this one. Nobody asks for those before it, so only a few stay: kept for long they are
   * most of what a garbage collector has to look at. But a copy that is being filled is no copy yet (`isFilling`).
   */
  commit(sequence: number, isFilling = false): void {
    this.committed = Math.max(this.committed, sequence);
    if (this.removals.size > 0) this.forgetRemovals(sequence);
    this.backlog.commit(sequence);
    const short = Math.max(this.log.last.sequence - this.committed, 0) + COMMITTED_TAIL;
    this.log.trim(isFilling ? this.shared.tailLength : Math.min(short, this.shared.tailLength));
  }

  private forgetRemovals(upTo: number): void {
    for (const [key, removed] of this.removals) {
      if (removed > upTo) break;
      this.removals.delete(key);
    }
  }

  /** Over all sessions, as they stand. */
  settledDigest(): number {
    const { table, touched } = this;
    for (let slot = touched.pop(); slot !== undefined; slot = touched.pop()) {
      if (!table.has(slot) || table.records.digest(slot) !== 0) continue;
      const digest = digestOf(table, slot);
      this.digest = (this.digest + digest) | 0;
      table.records.setDigest(slot, digest);
    }
    return this.digest;
  }

  /** Follows the primary: what came after `common` is forgotten, `changes` and the states they lead to are taken over. */
  apply(common: ChangeName, changes: readonly LoggedChange[], states: readonly SessionState[], at: Instant): void {
    for (const { record } of this.log.truncate(common)) if (record !== null) this.forgetRecord(record);
    this.backlog.truncate(common.sequence);
    this.take(changes, states, at);
    let bytes = 0;
    for (const { fields } of states) bytes += fields?.content.length ?? 0;
    this.backlog.add(this.sequence, bytes);
  }

  /** Of a copy that is being filled: a portion. */
  take(changes: readonly LoggedChange[], states: readonly SessionState[], at: Instant): void {
    for (const change of changes) {
      this.log.append(change);
      if (change.record !== null) this.restoreRecord(change.record, at);
    }
    for (const state of states) {
      const slot = this.table.find(state.key);
      if (slot !== NO_SLOT && state.fields === null) this.subtract(slot);
      const written = writeState(this.table, slot, state, at, this.shared.sources);
      if (written !== NO_SLOT) this.touch(written);
    }
    const { reign, sequence } = this.log.last;
    this.sequence = sequence;
    this.lastReign = reign;
  }

  /** As for a primary that lost its memory: everything is forgotten. Only for copies that nobody counts on. */
  empty(last: ChangeName): void {
    for (let slot = this.table.next(NO_SLOT); slot !== NO_SLOT; slot = this.table.next(slot)) this.table.remove(slot);
    this.named.forgetAll();
    this.numbered.forgetAll();
    this.followed = false;
    this.removals.clear();
    this.backlog.clear();
    this.lastReign = last.reign;
    this.sequence = last.sequence;
    this.follow();
  }

  /** The partition is held here no more: its memory is given back. */
  release(): void {
    this.empty(this.last);
    this.unfollow();
  }

  /** What is remembered of requests for their time is over. */
  forgetOld(at: Instant): void {
    this.named.forgetOld(at);
    this.numbered.forgetOld(at);
  }

  restoreRecord({ name, repeatName, outcome, keepFor }: RequestRecord, at: Instant): void {
    if (name !== null) this.numbered.remember(name, outcome, at);
    if (repeatName !== null) this.named.restore(repeatName, outcome, keepFor, at);
  }

  private forgetRecord({ name, repeatName }: RequestRecord): void {
    if (name !== null) this.numbered.forget(name);
    if (repeatName !== null) this.named.forget(repeatName);
  }

  private advance(): void {
    this.sequence++;
    this.lastReign = this.reign;
  }

  private append(key: Key | null): void {
    const change: OwnChange = { reign: this.reign, sequence: this.sequence, key, record: null };
    this.log.append(change);
  }

  /** The slot's record may change until the digest is settled: whoever changes it tells of that first, and goes on. */
  private touch(slot: Slot): void {
    // With nobody to send to, nobody asks for the digest. Before this slot is marked, which is amid its change.
    if (this.touched.length > this.table.size + MOST_TOUCHED) this.settledDigest();
    this.subtract(slot);
    this.table.records.setDigest(slot, 0);
    this.touched.push(slot);
  }

  private subtract(slot: Slot): void {
    this.digest = (this.digest - this.table.records.digest(slot)) | 0;
  }
}

const NOTHING = new Uint8Array(0);

function textOf({ bytes }: Key): string {
  return String.fromCharCode(...bytes);
}
