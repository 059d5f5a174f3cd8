import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instant } from '../../src/base/instant.ts';
import type { RoleChanged } from '../../src/replica/effects.ts';
import { acquire, get, MINUTE, put, release } from '../member/room.ts';
import { keyOf } from './parts.ts';
import { PlayedPrimary } from './played-primary.ts';

function deadline({ replica }: PlayedPrimary, key: string): Instant {
  return replica.copy.table.records.deadline(replica.copy.table.find(keyOf(key)));
}

describe('a takeover', () => {
  /** With a session that expires in 20 minutes, locked until 110 s, as its copy knew it. */
  function heir(how: RoleChanged['how'], actAt = 1_500): PlayedPrimary {
    const primary = new PlayedPrimary();
    primary.ask('app/1', put('a'));
    primary.ask('app/1', acquire());
    primary.acknowledge();
    primary.replica.resign(0);
    primary.replica.becomePrimary(2, 2, [], how, actAt, 0, primary.recorder);
    return primary;
  }

  it('makes up once for a renewal that may be lost, when it begins to act', () => {
    const primary = heir('takeover');
    assert.equal(deadline(primary, 'app/1'), 20 * MINUTE);
    primary.replica.mayDecide(1_499);
    assert.equal(deadline(primary, 'app/1'), 20 * MINUTE, 'it does not act yet');
    primary.replica.mayDecide(1_500);
    primary.replica.mayDecide(1_501);
    assert.equal(deadline(primary, 'app/1'), 21 * MINUTE);
    const { records } = primary.replica.copy.table;
    assert.equal(records.leaseEnd(0), 1_500 + 110_000, 'and its locks hold as long as ever');
  });

  it('has nothing to make up for where the former primary told what it knew: that is a handover', () => {
    for (const how of ['handover', 'takeover'] as const) {
      const primary = heir(how);
      const renewal = { key: keyOf('app/1'), sequence: 2, timeLeft: 25 * MINUTE, lag: 5, extended: false };
      primary.replica.actNow('a#1', [renewal], 100, primary.recorder);
      assert.ok(primary.replica.mayDecide(100));
      assert.equal(deadline(primary, 'app/1'), 100 + 25 * MINUTE);
      assert.deepEqual(primary.recorder.traces.at(-1), { type: 'handover-heard', partition: 0, peer: 'a#1' });
      const { takeovers, handovers } = primary.shared.counters;
      assert.deepEqual([takeovers, handovers], [0, 1]);
    }
  });

  it('makes up all the same where that was not all it knew, and where its word never came', () => {
    for (const isTold of [true, false]) {
      const primary = heir('handover');
      const traces = primary.recorder.traces.length;
      if (isTold) primary.replica.actNow('a#1', null, 100, primary.recorder);
      assert.equal(primary.replica.mayDecide(100), isTold);
      assert.ok(primary.replica.mayDecide(1_500));
      primary.replica.actNow('a#1', [], 1_500, primary.recorder);
      assert.equal(deadline(primary, 'app/1'), 21 * MINUTE);
      assert.equal(primary.recorder.traces.length, traces);
      const { takeovers, handovers } = primary.shared.counters;
      assert.deepEqual([takeovers, handovers], [1, 0]);
    }
  });

  it('makes up for nothing at the beginning of a life', () => {
    const primary = heir('first', 0);
    assert.ok(primary.replica.mayDecide(0));
    assert.equal(deadline(primary, 'app/1'), 20 * MINUTE);
    const { takeovers, handovers, livesBegun } = primary.shared.counters;
    assert.deepEqual([takeovers, handovers, livesBegun], [0, 0, 0]);
    assert.equal(heir('anew', 0).shared.counters.livesBegun, 1);
  });

  it('gives freed locks to those who waited longest, once they had time to come back', () => {
    const primary = heir('takeover', 0);
    const { replica, recorder } = primary;
    assert.ok(replica.mayDecide(0));
    const late = primary.forwarded('app/1', acquire(5_000), 5, 6_000);
    const early = primary.forwarded('app/1', acquire(5_000), -3_000, 6_000);
    replica.onRequest(late, true, 10, recorder);
    primary.at = 50;
    primary.ask('app/1', release(replica.copy.rules.newestCookie));
    replica.onRequest(early, true, 150, recorder);
    assert.deepEqual([primary.told(late.number), primary.told(early.number)], [undefined, undefined]);
    const line = primary.shared.waiters.of(late.asker)?.line;
    assert.equal(line?.dueAt, 200);
    replica.decider.onLeaseEnd(line, 200, recorder);
    assert.deepEqual([primary.told(late.number), primary.told(early.number)], [undefined, 'found']);
  });
});

describe('a primary that is one no more', () => {
  it('leaves behind what was queued, who waits in order, and what was decided and not told', () => {
    const primary = new PlayedPrimary();
    primary.ask('app/1', put('a'));
    primary.acknowledge();
    primary.ask('app/1', acquire());
    const first = primary.ask('app/1', acquire(5_000));
    const second = primary.ask('app/1', acquire(5_000));
    const queued = primary.forwarded('app/1', get(), 0, 9_000);
    assert.ok(primary.replica.queue(queued));
    const left = primary.replica.resign(0);
    assert.deepEqual(left.undecided, [queued]);
    assert.deepEqual(
      left.waiters.map((waiter) => waiter.request.number),
      [first, second],
    );
    assert.deepEqual(
      left.untold.map(({ number }) => number),
      [2],
    );
    assert.equal(left.renewals, null, 'a change may be unknown to the copies');
    const { queued: stillQueued, heldAnswers } = primary.replica.loads;
    assert.deepEqual([stillQueued, heldAnswers], [0, 0]);
    assert.ok(!primary.replica.mayDecide(0));
  });

  it('tells the renewals that its copies were not told, if they have everything else', () => {
    const primary = new PlayedPrimary();
    primary.ask('app/1', put('a'));
    primary.acknowledge();
    primary.at = 30_000;
    primary.ask('app/1', get());
    const { renewals } = primary.replica.resign(40_000);
    assert.deepEqual(
      renewals?.map(({ timeLeft, lag }) => [timeLeft, lag]),
      [[20 * MINUTE - 10_000, 30_000]],
    );
  });

  it('knows of no renewals before it made up for those of its predecessor', () => {
    const primary = new PlayedPrimary({}, 'takeover', 0);
    primary.acknowledge();
    assert.equal(primary.replica.resign(0).renewals, null);
  });
});
