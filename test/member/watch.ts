import assert from 'node:assert/strict';
import type { Instant } from '../../src/base/instant.ts';
import {
  type Command,
  type Cookie,
  NOBODY,
  type Outcome,
  type RenewExclusive,
  type Trace,
  UNINITIALIZED,
} from '../../src/member/door.ts';

interface Hold {
  readonly cookie: Cookie;
  until: Instant;
}

interface Asked {
  readonly key: string;
  readonly partition: number;
  readonly command: Command;
  readonly repeatId: string | null;
  /** Where in the line of the key: the moment of asking, or that of the request whose place it took. */
  place: number;
}

/**
 * What a bystander who sees only requests and answers can hold a member to, whatever the model says: one answer per
 * request, one holder per lock, grants in the order of asking, cookies that only grow, leases that end when they should.
 */
export class Watch {
  private readonly open = new Map<number, Asked>();
  private readonly holds = new Map<string, Hold>();
  private readonly newestCookies = new Map<number, Cookie>();
  private places = 0;
  /** How often what happened, as far as answers tell: the core's own counters must say the same. */
  readonly tally = {
    sessionsCreated: 0,
    sessionsRemoved: 0,
    locksGranted: 0,
    leasesEnded: 0,
    staleWrites: 0,
  };
  private asking: number = NOBODY;

  /** How many are yet to be answered. */
  get unanswered(): number {
    return this.open.size;
  }

  /** Told before the step that hands the request in. */
  asks(asker: number, key: string, partition: number, command: Command, repeatId: string | null): void {
    this.asking = asker;
    assert.ok(asker === NOBODY || !this.open.has(asker), `asker ${asker} asks twice at once`);
    this.open.set(asker, { key, partition, command, repeatId, place: ++this.places });
  }

  /** `replayed`: the outcome is that of an earlier request of this name, and says nothing of the present. */
  answered(asker: number, outcome: Outcome, at: Instant, replayed: boolean): void {
    const asked = this.open.get(asker);
    assert.ok(asked !== undefined, `asker ${asker} is answered ${outcome.type} but asks nothing`);
    this.open.delete(asker);
    if (replayed && asker === this.asking) return;
    const { command, key } = asked;
    if (outcome.type === 'missing') this.holds.delete(key);
    if (outcome.type === 'removed') this.removed(key);
    if (outcome.type === 'stored' && command.type === 'set') this.stored(key, outcome.created, command.flags);
    if (outcome.type === 'released' && command.type === 'releaseExclusive') this.released(key, command.cookie);
    if (outcome.type === 'renewed' && command.type === 'renewExclusive') this.renewed(key, command, at);
    if (outcome.type === 'unavailable' && outcome.reason === 'replaced-by-second-try') this.handedOn(asked);
    if (outcome.type === 'found') {
      if (command.type === 'getExclusive') this.granted(asker, asked, outcome.cookie, at, outcome.lockLease);
      else assert.equal(outcome.cookie, 0, 'a reader got a cookie');
    }
  }

  traced(trace: Trace, key: string, at: Instant): void {
    if (trace.type === 'stale-write') this.tally.staleWrites++;
    if (trace.type !== 'lease-ended') return;
    const hold = this.holds.get(key);
    assert.ok(hold !== undefined, `the lease of ${key} ended, which nobody holds`);
    assert.equal(trace.cookie, hold.cookie, 'a lease ended that is not the newest');
    assert.ok(hold.until <= at, `the lease of ${key} ended ${hold.until - at} ms early`);
    this.holds.delete(key);
    this.tally.leasesEnded++;
  }

  private granted(asker: number, asked: Asked, cookie: Cookie, at: Instant, lease: number): void {
    const { key, partition, place } = asked;
    const hold = this.holds.get(key);
    assert.ok(hold === undefined || hold.until <= at, `${key} is granted to ${asker} while ${hold?.cookie} holds it`);
    this.holds.set(key, { cookie, until: at + lease });
    this.tally.locksGranted++;

    assert.ok(Number.isInteger(cookie) && cookie >= 1 && cookie <= 2_147_483_647, `cookie ${cookie}`);
    const newest = this.newestCookies.get(partition);
    if (newest !== undefined) assert.equal(cookie, (newest % 2_147_483_647) + 1, 'cookies are not handed out in order');
    this.newestCookies.set(partition, cookie);

    for (const other of this.open.values()) {
      if (other.key !== key || other.command.type !== 'getExclusive') continue;
      assert.ok(other.place > place, `asker ${asker} is granted ${key} before somebody who asked earlier`);
    }
  }

  private removed(key: string): void {
    this.holds.delete(key);
    this.tally.sessionsRemoved++;
  }

  // A Set with the uninitialized flag leaves a session that is there as it is, lock and all.
  private stored(key: string, created: boolean, flags: number): void {
    if (created) this.tally.sessionsCreated++;
    if (created || (flags & UNINITIALIZED) === 0) this.holds.delete(key);
  }

  private released(key: string, cookie: Cookie): void {
    if (this.holds.get(key)?.cookie === cookie) this.holds.delete(key);
  }

  private renewed(key: string, command: RenewExclusive, at: Instant): void {
    const hold = this.holds.get(key);
    assert.equal(hold?.cookie, command.cookie, 'a lease is renewed that nobody has');
    if (hold !== undefined) hold.until = at + command.lockLease;
  }

  // The request being asked right now took the place in line of the one just told so.
  private handedOn(first: Asked): void {
    const second = this.open.get(this.asking);
    assert.ok(second !== undefined, 'a waiter was replaced by nobody');
    assert.equal(second.repeatId, first.repeatId, 'a waiter was replaced by another request');
    second.place = first.place;
  }
}
