import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HistoryCommand, HistoryEntry, HistoryOutcome } from '../simulation/history.ts';
import {
  acquire,
  created,
  found,
  get,
  locked,
  lost,
  missing,
  op,
  put,
  release,
  released,
  remove,
  removed,
} from '../simulation/sketch.ts';
import { toldByGateway } from './gateway-words.ts';
import { type Judgement, judge } from './judge.ts';
import { PLAYED_BUGS } from './played-bugs.ts';
import { playedHistory } from './played-pages.ts';
import { sessionNamed } from './sessions.ts';
import type { Facts } from './terms-of-run.ts';

const CALM: Facts = { partitions: 4, disturbances: [], hitches: [], standstills: [], losses: [] };
const PAGES = 400;

function findings({ wrong, heldTwice, doubles, undecided }: Judgement): number {
  return wrong.length + heldTwice.length + doubles.length + undecided.length;
}

/** What the client of a gateway is told by such an answer. */
function tell(
  command: HistoryCommand,
  status: number,
  headers: Record<string, string> = {},
  body = '',
): HistoryOutcome {
  const told = toldByGateway(
    command,
    { status, headers: new Map(Object.entries(headers)), body: Buffer.from(body) },
    110_000,
  );
  assert(told !== null);
  return told;
}

const { key } = sessionNamed('one', 4);
const at = { key };
const stored = tell(put('a'), 200);
const made = op(1, [0, 1], put('a'), stored, at);
const grantOf = (content: string, cookie: number): HistoryOutcome =>
  tell(acquire(), 200, { timeout: '20', lockcookie: String(cookie) }, content);
const read = (content: string): HistoryOutcome => tell(get, 200, { timeout: '20' }, content);
const staleBy = (cookie: number): HistoryOutcome =>
  tell(put('x', { cookie: 1 }), 423, { lockcookie: String(cookie), lockage: '0' });
const writes = (content: string, cookie: number): HistoryCommand => put(content, { cookie });

function right(...entries: HistoryEntry[]): void {
  assert.deepEqual(
    { ...judge(entries, CALM), operations: 0, sessions: 0 },
    { operations: 0, sessions: 0, wrong: [], heldTwice: [], doubles: [], undecided: [] },
  );
}

function wrong(...entries: HistoryEntry[]): void {
  assert.equal(judge(entries, CALM).wrong.length, 1);
}

describe('the judge of what a gateway tells', () => {
  const taken = op(1, [2, 3], acquire(), grantOf('a', 7), at);
  const done = op(1, [4, 5], writes('b', 7), stored, at);

  it('passes a page after another', () => {
    right(made, taken, done, op(2, [6, 7], get, read('b'), at));
    right(made, taken, op(1, [4, 5], release(7), released, at), op(2, [6, 7], acquire(), grantOf('a', 8), at));
    right(made, taken, op(1, [4, 5], remove(7), removed, at), op(2, [6, 7], get, missing, at));
  });

  it('finds a lost session, a lost write and an old content', () => {
    wrong(made, op(2, [2, 3], get, missing, at));
    wrong(made, taken, done, op(2, [6, 7], get, read('a'), at));
    wrong(made, taken, done, op(2, [6, 7], get, read('b'), at), op(2, [8, 9], get, read('a'), at));
    wrong(made, op(2, [2, 3], get, read('never stored'), at));
  });

  it('finds a lock that is held twice', () => {
    const second = op(2, [4, 5], acquire(), grantOf('a', 8), at);
    wrong(made, taken, second);
    assert.equal(judge([made, taken, second], CALM).heldTwice.length, 1);
    right(made, taken, op(1, [4, 6], release(7), released, at), op(2, [4, 5], acquire(), grantOf('a', 8), at));
  });

  it('finds a write under a lock that has passed on', () => {
    const passedOn = [made, taken, done, op(2, [6, 7], acquire(), grantOf('b', 8), at)];
    right(...passedOn, op(1, [8, 9], writes('late', 7), staleBy(8), at));
    wrong(...passedOn, op(1, [8, 9], writes('late', 7), stored, at));
    wrong(...passedOn, op(1, [8, 9], writes('late', 7), staleBy(8), at), op(2, [10, 11], get, read('late'), at));
  });

  it('finds a cookie that was given twice, to one session or to two of a partition', () => {
    const again = op(2, [6, 7], acquire(), grantOf('b', 7), at);
    assert.equal(judge([made, taken, done, again], CALM).doubles.length, 1);
    const other = { key: otherOfPartition() };
    const elsewhere = [op(3, [0, 1], put('o'), stored, other), op(3, [2, 3], acquire(), grantOf('o', 7), other)];
    const { wrong: none, doubles } = judge([made, taken, done, ...elsewhere], CALM);
    assert.equal(doubles.length, 1);
    assert.equal(none.length, 0);
  });

  it('takes a request without an answer for one that may have happened, or not', () => {
    const unheard = lost(1, 4, writes('b', 7), at);
    right(made, taken, unheard, op(2, [60, 61], get, read('b'), at));
    right(made, taken, unheard, op(2, [60, 61], get, locked(7), at));
    wrong(made, taken, unheard, op(2, [60, 61], get, read('a'), at));
    const readers = [op(2, [60, 61], get, read('b'), at), op(2, [62, 63], get, locked(7), at)];
    wrong(made, taken, unheard, ...readers);
  });

  it('judges both doors together', () => {
    const byRpc = op(2, [6, 7], get, found('b', '9f.3'), at);
    right(made, taken, done, byRpc, op(3, [8, 9], get, read('b'), at));
    wrong(made, taken, done, byRpc, op(3, [8, 9], get, found('b', '9f.4'), at));
    wrong(op(1, [0, 1], put('a'), created('9f.1'), at), taken, op(2, [4, 5], put('c'), created('9f.2'), at));
  });

  it('forgives lost sessions where every copy was lost, and nowhere else', () => {
    const gone = [made, op(2, [50, 51], get, missing, at)];
    assert.equal(findings(judge(gone, { ...CALM, losses: [{ from: 20, until: 30 }] })), 0);
    assert.equal(findings(judge(gone, { ...CALM, losses: [{ from: 60, until: 70 }] })), 1);
  });
});

function otherOfPartition(): string {
  const wanted = sessionNamed('one', 4).partition;
  for (let number = 0; ; number++) {
    const other = sessionNamed(`other-${number}`, 4);
    if (other.partition === wanted) return other.key;
  }
}

describe('the judge of whole histories', () => {
  it('passes what the rules allow', async () => {
    for (const seed of [1, 2, 3]) {
      const entries = await playedHistory(seed, PAGES, () => null);
      assert.ok(entries.length > PAGES);
      assert.deepEqual(judge(entries, CALM).wrong, []);
      assert.equal(findings(judge(entries, CALM)), 0);
    }
  });

  for (const [name, bug] of Object.entries(PLAYED_BUGS)) {
    it(`finds ${name}`, async () => {
      assert.notEqual(findings(judge(await playedHistory(1, PAGES, bug()), CALM)), 0);
    });
  }
});
