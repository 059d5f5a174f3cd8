import { assert } from '../base/assert.ts';
import { copied } from '../base/copied.ts';
import { type Duration, type Instant, NEVER } from '../base/instant.ts';
import type { Random } from '../base/random.ts';
import { type Outcome, withContent } from '../session/outcome.ts';
import { Copy } from './copy.ts';
import { type AnswerGate, Decider } from './decider.ts';
import type { Effects, ReplicaEffects, RoleChanged } from './effects.ts';
import { Followers } from './followers.ts';
import { Following } from './following.ts';
import { HeldAnswers } from './held-answers.ts';
import type { Companion } from './link.ts';
import type { Renewal } from './messages.ts';
import type { Request } from './request.ts';
import { applyRenewal, renewalsOf } from './session-state.ts';
import { fullMessage, type Shared } from './shared.ts';
import type { Waiter } from './wait-line.ts';

/** `filling`: not named by the table, and told what to hold by the primary that is. */
export type Role = 'primary' | 'replica' | 'filling';

/** What a primary that is one no more leaves behind. */
export interface Leftovers {
  /** Deadlines that were moved since they were last told; null if the copies may not have all that was decided. */
  readonly renewals: readonly Renewal[] | null;
  /** Nothing has come of these. */
  readonly undecided: readonly Request[];
  /** Waiting for a lock, each line in its order; nothing has come of these either. */
  readonly waiters: readonly Waiter[];
  /** Decided, and told to nobody: whoever is primary next may have heard of it or not. */
  readonly untold: readonly Request[];
}

interface Handover {
  readonly to: string;
  readonly since: Instant;
  /** A swap that makes the heir primary is under way, or was. */
  asked: boolean;
}

/** After a takeover freed locks wait so long for those to come back who stood in line before. */
const GATHER: Duration = 200;
/** An unsettled handover stops the partition no longer than this: the heir waits for our word, or for our lease to end. */
const HANDOVER_PATIENCE: Duration = 1_000;

/**
 * One partition's copy at this member, in whichever role the newest table gives it. Roles change here and nowhere else.
 *
 * Invariants of a primary: it decides nothing before `actAt`, nor while it is not covered, nor while it hands over;
 * whatever it tells anybody, every required copy has; a command is decided, returned, or still queued here.
 */
export class Replica implements AnswerGate {
  role: Role = 'filling';
  readonly copy: Copy;
  readonly followers: Followers;
  readonly following: Following;
  readonly decider: Decider;
  /** Nothing is decided before this: own promises, given when another was primary, must have lapsed. */
  actAt: Instant = 0;
  handover: Handover | null = null;
  private readonly partition: number;
  private readonly shared: Shared;
  private readonly held = new HeldAnswers();
  private queued: Request[] = [];
  private mustMakeUp = false;
  /** The sequence at which this reign began: until all of it is confirmed, nothing may be told. */
  private inherited = 0;

  constructor(partition: number, shared: Shared, random: Random, whole: boolean) {
    this.partition = partition;
    this.shared = shared;
    this.copy = new Copy(shared, random);
    this.followers = new Followers(partition, this.copy, shared);
    this.following = new Following(this.copy, whole);
    this.decider = new Decider(partition, this.copy, this, shared);
  }

  get loads() {
    const { log, numbered } = this.copy;
    return { queued: this.queued.length, heldAnswers: this.held.size, tail: log.size, records: numbered.size };
  }

  becomePrimary(
    reign: number,
    epoch: number,
    replicas: readonly Companion[],
    how: RoleChanged['how'],
    actAt: Instant,
    at: Instant,
    effects: ReplicaEffects,
  ): void {
    assert(this.following.whole, `only a whole copy becomes primary (${this.partition})`);
    assert(reign > this.copy.reign, 'reigns only grow');
    this.role = 'primary';
    this.actAt = actAt;
    this.handover = null;
    this.copy.reign = reign;
    this.inherited = this.copy.sequence;
    this.followers.begin(epoch, replicas, at);
    this.decider.gatherUntil = 0;
    this.mustMakeUp = how === 'takeover' || how === 'handover';
    if (how === 'anew') this.shared.counters.livesBegun++;
    this.followers.confirm();
    effects.trace({ type: 'became-primary', partition: this.partition, reign, how });
  }

  /** Handed the partition: the predecessor decides nothing any more, and told us what it knew of deadlines. */
  actNow(from: string, renewals: readonly Renewal[] | null, at: Instant, effects: Effects): void {
    if (at >= this.actAt) return;
    this.actAt = at;
    if (renewals === null) return;
    this.mustMakeUp = false;
    this.shared.counters.handovers++;
    for (const renewal of renewals) applyRenewal(this.copy.table, renewal, at);
    effects.trace({ type: 'handover-heard', partition: this.partition, peer: from });
  }

  becomeReplica(): void {
    assert(this.role !== 'primary', 'a primary resigns first');
    this.role = 'replica';
    this.copy.follow();
  }

  /** A primary no more, by the table. */
  resign(at: Instant): Leftovers {
    assert(this.role === 'primary', 'only a primary resigns');
    const isTold = this.followers.confirmed === this.copy.sequence && !this.mustMakeUp;
    const renewals = this.copy.followed && isTold ? renewalsOf(this.copy.table, at) : null;
    this.role = 'filling';
    this.handover = null;
    const undecided = this.queued;
    this.queued = [];
    const waiters = this.decider.takeWaiters();
    const untold = this.held.takeAll().map(({ request }) => request);
    this.copy.follow();
    this.followers.clear();
    return { renewals, undecided, waiters, untold };
  }

  mayDecide(at: Instant): boolean {
    if (this.role !== 'primary' || at < this.actAt) return false;
    if (this.mustMakeUp) this.makeUp(at);
    if (this.handover !== null && at < this.handover.since + HANDOVER_PATIENCE) return false;
    if (!this.copy.followed) return true;
    if (this.copy.sequence - this.followers.confirmed > this.shared.maxUncommitted) return false;
    if (this.copy.uncommittedBytes > fullMessage(this.shared)) return false;
    return at < this.followers.coveredUntil();
  }

  /** From when to when it may decide unless it hears something; null if it is not primary. */
  deciding(): { readonly from: Instant; readonly until: Instant } | null {
    if (this.role !== 'primary') return null;
    const from = this.handover === null ? this.actAt : Math.max(this.actAt, this.handover.since + HANDOVER_PATIENCE);
    return { from, until: this.copy.followed ? this.followers.coveredUntil() : NEVER };
  }

  /** To be called only while it may decide. */
  onRequest(request: Request, mayWait: boolean, at: Instant, effects: Effects): void {
    if (request.origin?.givenUp === true) this.decider.giveUp(request, at, effects);
    else this.decider.onRequest(request, mayWait, at, effects);
  }

  /** Keeps a forwarded request until it may be decided. False if there is no room. */
  queue(request: Request): boolean {
    if (this.queued.length >= this.shared.maxQueued) return false;
    this.queued.push(request);
    return true;
  }

  serveQueued(mayWait: boolean, at: Instant, effects: Effects): void {
    if (this.queued.length === 0) return;
    const kept: Request[] = [];
    for (const request of this.queued.splice(0)) {
      if ((request.origin?.until ?? at) <= at)
        effects.answer(request.asker, { type: 'unavailable', reason: 'no-primary' });
      else if (kept.length === 0 && this.mayDecide(at)) this.onRequest(request, mayWait, at, effects);
      else kept.push(request);
    }
    this.queued = kept;
  }

  /** Those whose line has died, or whose clients: they are tried again by whoever sent them, and not decided here before. */
  dropQueued(isGone: (request: Request) => boolean): Request[] {
    const dropped = this.queued.filter(isGone);
    if (dropped.length > 0) this.queued = this.queued.filter((request) => !isGone(request));
    return dropped;
  }

  give(request: Request, outcome: Outcome, seen: number, at: Instant, effects: Effects): void {
    const { confirmed } = this.followers;
    // What was inherited may be unknown to others, down to what is missing.
    const needed = confirmed < this.inherited ? Math.max(seen, this.inherited) : seen;
    if (!this.copy.followed || needed <= confirmed) {
      effects.answer(request.asker, outcome);
      return;
    }
    const kept = outcome.type === 'found' ? withContent(outcome, copied(outcome.content)) : outcome;
    this.held.hold(needed, { request, outcome: kept, since: at });
  }

  /** Something may be in every required copy now that was not before: whoever waits for that is told. */
  confirm(at: Instant, effects: Effects): void {
    if (this.role !== 'primary') return;
    const more = this.followers.confirm();
    const sequence = this.copy.followed ? this.followers.confirmed : this.copy.sequence;
    if (!more && this.copy.followed) return;
    this.held.release(sequence, ({ request, outcome, since }) => {
      this.shared.replicationWaits.add(at - since);
      effects.answer(request.asker, outcome);
    });
  }

  /** What an unplanned takeover may have lost is made up for when it begins to act, not while it waits for that. */
  private makeUp(at: Instant): void {
    this.mustMakeUp = false;
    this.shared.counters.takeovers++;
    this.decider.takeOver(at);
    this.decider.gatherUntil = at + GATHER;
  }

  beginHandover(to: string, at: Instant): void {
    this.handover = { to, since: at, asked: false };
  }

  /** A newer table that says the same of this partition: what was asked has failed. */
  settleUnchanged(at: Instant, effects: ReplicaEffects): void {
    this.followers.settleUnchanged(at, effects);
    if (this.handover?.asked === true) this.endHandover();
  }

  /** Not asked for in time, or not granted: it goes on deciding. */
  endHandover(): void {
    this.handover = null;
  }

  /** Whether the swap may be asked for: nothing is unacknowledged. */
  mayAskHandover(): boolean {
    const { handover } = this;
    assert(handover !== null, 'a handover was begun');
    const isConfirmed = this.held.size === 0 && this.followers.confirmed === this.copy.sequence;
    return isConfirmed && this.followers.isInStep(handover.to);
  }
}
