import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NEVER } from '../../src/base/instant.ts';
import type { HistoryEntry } from './history.ts';
import { judgeHistory, judgeSession } from './linearizability.ts';
import {
  acquire,
  conflict,
  created,
  EXACT,
  found,
  get,
  granted,
  locked,
  look,
  lost,
  MINUTE,
  missing,
  moved,
  op,
  prolong,
  put,
  release,
  released,
  remove,
  removed,
  renewed,
  stale,
  stored,
  touch,
  unknown,
} from './sketch.ts';
import { CALM, type Terms, type Upheavals } from './terms.ts';

function explains(entries: readonly HistoryEntry[], terms: Partial<Terms> = {}, upheavals: Upheavals = CALM): void {
  assert.deepEqual(judgeSession(entries, { ...EXACT, ...terms }, upheavals).type, 'linearizable');
}

function finds(why: RegExp, entries: readonly HistoryEntry[], terms: Partial<Terms> = {}, upheavals = CALM): void {
  const verdict = judgeSession(entries, { ...EXACT, ...terms }, upheavals);
  assert.equal(verdict.type, 'violation');
  assert.match(verdict.type === 'violation' ? verdict.why : '', why);
}

/** A session made at 0, and one locked under cookie 5 at 10. */
const made = op(1, [0, 1], put('a'), created('v1'));
const taken = op(1, [10, 11], acquire(), granted('a', 'v1', 5));

describe('linearizability of reads and writes', () => {
  it('explains overlapping writes by what is read after them', () => {
    const a = op(1, [0, 10], put('a'), stored('va'));
    const b = op(2, [1, 9], put('b'), created('vb'));
    explains([a, b, op(3, [11, 12], get, found('a', 'va'))]);
    finds(/no order explains/, [a, b, op(3, [11, 12], get, found('b', 'vb'))]);
  });

  it('finds a lost update', () => {
    const overwritten = op(2, [2, 3], put('b'), stored('v2'));
    finds(/content: 'a'/, [made, overwritten, op(3, [4, 5], get, found('a', 'v1'))]);
  });

  it('finds a read of an old value after a new one was seen', () => {
    const slow = op(2, [2, 20], put('b'), stored('v2'));
    const first = op(3, [3, 4], get, found('b', 'v2'));
    explains([made, slow, op(4, [3, 5], get, found('a', 'v1')), first]);
    finds(/client: 4/, [made, slow, first, op(4, [5, 6], get, found('a', 'v1'))]);
  });

  it('finds a dirty read: of a write that was refused, or never made', () => {
    const refused = op(2, [12, 13], put('b'), locked(5));
    const freed = op(1, [14, 15], release(5), released);
    finds(/content: 'b'/, [made, taken, refused, freed, op(3, [16, 17], get, found('b', 'v2'))]);
    finds(/content: 'x'/, [made, op(3, [16, 17], get, found('x', 'v1'))]);
  });

  it('finds a read of a locked session', () => {
    finds(/client: 2/, [made, taken, op(2, [12, 13], get, found('a', 'v1'))]);
    explains([made, taken, op(2, [9, 13], get, found('a', 'v1'))]);
  });

  it('finds a version that two writes were given, or that fits another content', () => {
    finds(/version v1/, [made, op(2, [2, 3], put('b'), stored('v1'))]);
    const overwritten = op(2, [2, 3], put('b'), stored('v2'));
    finds(/no order/, [made, overwritten, op(3, [4, 5], get, found('b', 'v1'))]);
  });

  it('finds a resurrection after a removal', () => {
    const gone = op(2, [2, 3], remove(), removed);
    finds(/client: 3/, [made, gone, op(3, [4, 5], get, found('a', 'v1'))]);
    explains([made, gone, op(3, [4, 5], get, missing)]);
  });

  it('finds a condition that was not kept', () => {
    const overwritten = op(2, [2, 3], put('b'), stored('v2'));
    const old = put('c', { onlyIfVersion: 'v1' });
    explains([made, overwritten, op(1, [4, 5], old, conflict('v2'))]);
    finds(/stored/, [made, overwritten, op(1, [4, 5], old, stored('v3'))]);
    finds(/stored/, [made, op(1, [4, 5], put('b', { onlyIfAbsent: true }), stored('v2'))]);
  });

  it('finds the uninitialized flag taken twice, or by nobody', () => {
    const empty = op(1, [0, 1], put('a', { flags: 1 }), created('v1'));
    const first = op(2, [2, 5], get, found('a', 'v1', { flagTaken: true }));
    explains([empty, first, op(3, [2, 4], get, found('a', 'v1'))]);
    finds(/flagTaken: true/, [empty, first, op(3, [2, 5], get, found('a', 'v1', { flagTaken: true }))]);
    finds(/flagTaken: false/, [empty, op(3, [2, 5], get, found('a', 'v1'))]);
  });

  it('leaves out what surely met no session', () => {
    explains([made, op(2, [2, 3], put('b'), moved), op(3, [4, 5], get, found('a', 'v1'))]);
    finds(/content: 'b'/, [made, op(2, [2, 3], put('b'), moved), op(3, [4, 5], get, found('b', 'v2'))]);
  });

  it('judges each session by itself', () => {
    const other = op(2, [2, 3], get, missing, { key: 'app/2' });
    const verdicts = judgeHistory([made, other, op(3, [4, 5], get, missing)], EXACT);
    assert.deepEqual(
      [...verdicts].map(([key, { type }]) => [key, type]),
      [
        ['app/1', 'violation'],
        ['app/2', 'linearizable'],
      ],
    );
  });
});

describe('linearizability of locks', () => {
  it('finds a lock granted twice, and a cookie', () => {
    const again = op(2, [12, 13], acquire(), granted('a', 'v1', 6));
    finds(/cookie: 6/, [made, taken, again]);
    explains([
      made,
      taken,
      op(2, [12, 30], acquire(110_000, 1_000), granted('a', 'v1', 6)),
      op(1, [20, 21], release(5), released),
    ]);
    const freed = op(1, [12, 13], release(5), released);
    finds(/cookie 5/, [made, taken, freed, op(2, [14, 15], acquire(), granted('a', 'v1', 5))]);
  });

  it('finds a stale write that was stored', () => {
    const freed = op(1, [12, 13], release(5), released);
    const next = op(2, [14, 15], acquire(), granted('a', 'v1', 6));
    const stored2 = op(2, [16, 17], put('b', { cookie: 6 }), stored('v2'));
    const late = put('late', { cookie: 5 });
    explains([made, taken, freed, next, stored2, op(1, [18, 19], late, stale(6))]);
    finds(/late/, [made, taken, freed, next, stored2, op(1, [18, 19], late, stored('v3'))]);
    explains([made, taken, freed, next, stored2, op(1, [18, 19], late, stored('v3'))], { staleWrites: 'accept' });
  });

  it('finds a lock that ended before its lease, or stands after it', () => {
    const short = op(1, [10, 11], acquire(1_000), granted('a', 'v1', 5, { lockLease: 1_000 }));
    const next = (from: number) => op(2, [from, from + 1], acquire(), granted('a', 'v1', 6));
    explains([made, short, next(1_009)]);
    finds(/cookie: 6/, [made, short, next(1_008)]);
    const still = op(2, [1_100, 1_101], get, locked(5));
    explains([made, short, op(2, [1_011, 1_012], get, locked(5))]);
    finds(/locked/, [made, short, still]);
    explains([made, short, still], { leaseLateness: 100 });
    const takeover = (from: number, until: number) => ({ ...CALM, takeovers: [{ from, until }] });
    explains([made, short, still], {}, takeover(900, 900));
    explains([made, short, still], {}, takeover(900, 1_050));
    finds(/locked/, [made, short, still], {}, takeover(1_050, 1_060));
    explains([made, short, still], { transferDelay: 100 }, { ...CALM, moves: [500] });
    finds(/locked/, [made, short, still], { transferDelay: 100 }, { ...CALM, moves: [5] });
    const longer = op(1, [500, 501], prolong(5, 1_000), renewed(1_000));
    explains([made, short, longer, still]);
    finds(/cookie: 6/, [made, short, longer, next(1_400)]);
  });

  it('measures leases on clocks that run fast or slow', () => {
    const short = op(1, [10, 11], acquire(1_000), granted('a', 'v1', 5, { lockLease: 1_000 }));
    const early = op(2, [1_000, 1_001], acquire(), granted('a', 'v1', 6));
    finds(/cookie: 6/, [made, short, early]);
    explains([made, short, early], { clockDrift: 0.01 });
  });
});

describe('linearizability in time', () => {
  const brief = op(1, [0, 10], put('a', { timeoutMinutes: 1 }), created('v1'));
  const seen = found('a', 'v1', { timeoutMinutes: 1 });

  it('finds a session that was gone too early', () => {
    explains([brief, op(2, [MINUTE, MINUTE + 1], get, missing)]);
    finds(/missing/, [brief, op(2, [MINUTE - 2, MINUTE - 1], get, missing)]);
    const renewal = op(2, [MINUTE - 10, MINUTE - 9], touch, renewed());
    finds(/missing/, [brief, renewal, op(2, [MINUTE + 100, MINUTE + 101], get, missing)]);
    const glance = { ...renewal, command: look, outcome: null, returned: null };
    explains([brief, glance, op(2, [MINUTE + 100, MINUTE + 101], get, missing)]);
  });

  it('finds a session that was there too late', () => {
    const late = op(2, [MINUTE + 3_000, MINUTE + 3_001], get, seen);
    finds(/found/, [brief, late]);
    explains([brief, late], { expiryLateness: (timeout) => timeout / 20 });
    const allowed = { takeoverLateness: (timeout: number) => timeout / 20 };
    explains([brief, late], allowed, { ...CALM, takeovers: [{ from: 500, until: 600 }] });
    finds(/found/, [brief, late], allowed, { ...CALM, takeovers: [{ from: -2, until: -1 }] });
    explains([brief, lost(3, MINUTE - 1_000, get), late]);
    finds(/found/, [brief, lost(3, MINUTE - 1_000, look), late]);
  });

  it('lets a partition lose its sessions when every copy was lost, and then alone', () => {
    const after = op(2, [100, 101], get, missing);
    finds(/missing/, [brief, after]);
    explains([brief, after], {}, { ...CALM, losses: [{ from: 50, until: 60 }] });
    finds(/missing/, [brief, after], {}, { ...CALM, losses: [{ from: 102, until: 103 }] });
  });

  it('lets a request act once more when what it did was lost with all memory', () => {
    const written = lost(2, 20, put('b'));
    const read = op(3, [30, 31], get, found('b', 'v2', { timeoutMinutes: 20 }));
    const again = op(3, [100, 101], get, found('b', 'v3', { timeoutMinutes: 20 }));
    explains([made, written, read, again], {}, { ...CALM, losses: [{ from: 50, until: 60 }] });
    finds(/v3/, [made, written, read, again]);
    const answered = op(2, [20, 120], put('b'), created('v3'));
    explains([made, answered, read, again], {}, { ...CALM, losses: [{ from: 50, until: 60 }] });
    finds(/content: 'b'/, [made, answered, read, again]);
  });

  it('lets a request that was tried anew have had a lock before', () => {
    const asked = op(1, [10, 5_000], acquire(1_000), granted('a', 'v1', 6, { lockLease: 1_000 }));
    const between = op(2, [100, 101], get, locked(5));
    finds(/cookie: 5/, [made, asked, between]);
    explains([made, asked, between], { triedAnew: () => true });
    const unheard = lost(1, 10, acquire(1_000));
    const later = op(3, [3_000, 3_001], get, locked(7));
    explains([made, unheard, between, later], { triedAnew: () => true });
    finds(/cookie: 7/, [made, unheard, between, later]);
  });
});

describe('linearizability of a grant that is told to a later try of its member', () => {
  const anew = { triedAnew: () => true };
  const told = (lockLease: number) => op(1, [10, 5_000], acquire(1_000), granted('a', 'v1', 5, { lockLease }));
  const seen = op(2, [100, 101], get, locked(5));
  const longer = op(3, [200, 201], prolong(5, 9_000), renewed(9_000));

  it('lets it tell of the lease that another client gave the lock since', () => {
    explains([made, told(9_000), seen, longer], anew);
    explains([made, told(1_000), seen, longer], anew);
    explains([made, told(9_000), seen, longer, op(2, [9_000, 9_001], get, locked(5))], anew);
  });

  it('finds a lease that nobody gave it, or gave it too late, and a lock that outlives it', () => {
    finds(/lockLease: 9000/, [made, told(9_000), seen], anew);
    finds(/lockLease: 9000/, [made, told(9_000), seen, longer]);
    finds(/lockLease: 8000/, [made, told(8_000), seen, longer], anew);
    const late = { ...longer, invoked: 900, returned: 5_100 };
    explains([made, told(9_000), seen, late], anew);
    finds(/lockLease: 9000/, [made, told(9_000), seen, { ...late, invoked: 5_050 }], anew);
    finds(/locked/, [made, told(9_000), seen, longer, op(2, [9_202, 9_203], get, locked(5))], anew);
    finds(
      /cookie: 6/,
      [made, told(9_000), seen, longer, op(2, [5_100, 5_101], acquire(), granted('a', 'v1', 6))],
      anew,
    );
  });
});

describe('linearizability of what nobody heard of', () => {
  it('lets it happen at any later moment, once, or never', () => {
    const write = lost(2, 2, put('b'));
    explains([made, write, op(3, [4, 5], get, found('a', 'v1'))]);
    explains([made, write, op(3, [4, 5], get, found('a', 'v1')), op(3, [6, 7], get, found('b', 'v2'))]);
    const back = op(3, [8, 9], get, found('a', 'v1'));
    finds(/content: 'a'/, [made, write, op(3, [6, 7], get, found('b', 'v2')), back]);
    explains([made, { ...write, returned: 3, outcome: unknown }, op(3, [6, 7], get, found('b', 'v2'))]);
    const again = op(3, [12, 13], get, found('b', 'v2'));
    finds(/client: 3/, [
      made,
      write,
      op(3, [4, 5], get, found('b', 'v2')),
      op(3, [6, 7], put('c'), stored('v3')),
      again,
    ]);
  });

  it('lets it happen no later than it may linger', () => {
    const read = op(3, [20_000, 20_001], get, found('b', 'v2'));
    finds(/content: 'b'/, [made, lost(2, 2, put('b')), op(3, [19_000, 19_001], get, found('a', 'v1')), read]);
    explains([made, lost(2, 2, put('b')), op(3, [19_000, 19_001], get, found('a', 'v1')), read], {
      lingering: () => NEVER,
    });
  });

  it('lets it meet a session that was made long after its client was told that nobody knows', () => {
    const asked = op(2, [0, 3], acquire(), unknown);
    const brief = op(1, [70_000, 70_001], put('a', { timeoutMinutes: 1 }), created('v1'));
    const seen = op(3, [70_010, 70_011], get, locked(7));
    const lingering = { lingering: () => 200_000 };
    explains([asked, brief, seen], lingering);
    finds(/cookie: 7/, [brief, seen], lingering);
    finds(/cookie: 7/, [asked, brief, seen], { lingering: () => 69_999 });
    finds(/cookie: 8/, [asked, brief, seen, op(4, [70_020, 70_021], get, locked(8))], lingering);
    // One that might have come too, had the session not been over, takes the place of none that did.
    const other = lost(4, 70_002, acquire());
    explains([asked, brief, other, seen], lingering);
    finds(/cookie: 7/, [asked, brief, { ...other, invoked: 70_012 }, seen], { lingering: () => 10_000 });
  });

  it('does not let it meet a session that is over', () => {
    const brief = op(1, [0, 1], put('a', { timeoutMinutes: 1 }), created('v1'));
    const asked = op(2, [10, 20], acquire(), unknown);
    const late = (at: number) => [brief, asked, op(3, [at, at + 1], get, locked(7))];
    explains(late(90_010), { lingering: () => 30_000 });
    finds(/cookie: 7/, late(90_011), { lingering: () => 30_000 });
  });

  it('lets the lock of a grant nobody heard of stand and fall', () => {
    const grant = lost(2, 2, acquire());
    explains([made, grant, op(3, [4, 5], get, locked(7)), op(3, [6, 7], get, found('a', 'v1'))]);
    finds(/cookie: 8/, [made, grant, op(3, [4, 5], get, locked(7)), op(3, [6, 7], get, locked(8))]);
  });
});

describe('linearizability of repeats', () => {
  const write = (at: number, version: string) => op(1, [at, at + 1], put('a'), stored(version), { requestId: 'w' });
  const other = op(2, [4, 5], put('b'), stored('v3'));

  it('finds a repeat that acted again', () => {
    const first = write(2, 'v2');
    explains([made, first, other, write(6, 'v2'), op(3, [8, 9], get, found('b', 'v3'))]);
    finds(/content: 'a'/, [made, first, other, write(6, 'v2'), op(3, [8, 9], get, found('a', 'v2'))]);
    finds(/no order/, [made, first, other, write(6, 'v4')]);
  });

  it('finds a repeat that acted again after nobody heard of the first try', () => {
    const first = lost(1, 2, put('a'), { requestId: 'w' });
    const read = op(3, [3, 4], get, found('a', 'v2'));
    explains([made, first, read, op(2, [4, 5], put('b'), stored('v3')), write(6, 'v2')]);
    const overwritten = [made, first, read, op(2, [5, 6], put('b'), stored('v3')), write(7, 'v2')];
    finds(/content: 'a'/, [...overwritten, op(3, [9, 10], get, found('a', 'v2'))]);
  });

  it('finds the deletion of a newer session by a late repeat', () => {
    const gone = (at: number) => op(1, [at, at + 1], remove(), removed, { requestId: 'r' });
    const anew = op(2, [4, 5], put('b'), created('v2'));
    explains([made, gone(2), anew, gone(6), op(3, [8, 9], get, found('b', 'v2'))]);
    finds(/missing/, [made, gone(2), anew, gone(6), op(3, [8, 9], get, missing)]);
  });

  it('finds a repeat that was told something else than the first try', () => {
    const wrong = op(1, [6, 7], put('a'), locked(5), { requestId: 'w' });
    finds(/client: 1/, [made, write(2, 'v2'), op(2, [4, 5], acquire(), granted('a', 'v2', 5)), wrong]);
  });

  it('lets a grant be told again while its lock stands, and another be granted after', () => {
    const grant = (at: number, cookie: number) =>
      op(1, [at, at + 1], acquire(), granted('a', 'v1', cookie), { requestId: 'g' });
    explains([made, grant(2, 5), grant(4, 5)]);
    finds(/cookie: 6/, [made, grant(2, 5), grant(4, 6)]);
    explains([made, grant(2, 5), op(1, [4, 5], release(5), released), grant(6, 6)]);
  });

  it('lets a repeat act again once the first try is forgotten', () => {
    explains([made, write(2, 'v2'), other, write(20_000, 'v4')]);
    finds(/no order/, [made, write(2, 'v2'), other, write(10_000, 'v4')]);
  });
});

describe('a check of linearizability that would take too long', () => {
  it('says so, and does not pass', () => {
    const crowd = Array.from({ length: 12 }, (_, client) =>
      op(client, [2, 50], put(`c${client}`), stored(`w${client}`)),
    );
    const never = op(20, [60, 61], get, found('never', 'v'));
    const verdict = judgeSession([made, ...crowd, never], EXACT, CALM, 1_000);
    assert.equal(verdict.type, 'undecided');
    assert.match(verdict.type === 'undecided' ? verdict.why : '', /14 certain and 0 uncertain operations/);
  });
});
