import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HandedWaiter } from '../../src/replica/messages.ts';
import { tableWritten } from '../placement/written.ts';
import type { Among } from './among.ts';
import { answered, described, done, ELSEWHERE, forward, granted, primary } from './forwarding.ts';
import { promise } from './holding.ts';
import { acknowledge } from './planning.ts';
import { acquire, put, release } from './room.ts';
import { grant } from './wishes.ts';

describe('a forwarded request that waits for a lock', () => {
  function waiting(): { among: Among; cookie: number } {
    const among = primary();
    done(among, forward(1, put('x')));
    const cookie = granted(among, 2);
    among.deliver('a', forward(3, acquire(2_000), { open: [3], upTo: 3, waited: 500 }));
    assert.deepEqual([answered(among), among.member.loads().waiters], [[], 1]);
    return { among, cookie };
  }

  it('is served when the lock is freed', () => {
    const { among, cookie } = waiting();
    among.deliver('d', forward(1, release(cookie)));
    acknowledge(among);
    assert.equal(among.member.loads().waiters, 0);
    assert.notEqual(described(among).lock, null);
  });

  it('waits as long as it would, counted at its entry', () => {
    const { among } = waiting();
    const since = among.at;
    among.move(1_499);
    assert.deepEqual(answered(among), []);
    among.move(2);
    assert.deepEqual(answered(among), ['3.1 locked']);
    assert.equal(among.at - since, 1_501);
  });

  it('leaves the line when its entry cancels it, and no other entry can', () => {
    const { among } = waiting();
    among.deliver('d', { type: 'cancel', partition: 0, number: 3 });
    assert.equal(among.member.loads().waiters, 1);
    among.deliver('a', { type: 'cancel', partition: 0, number: 3 });
    assert.deepEqual(answered(among), ['3.1 locked']);
    assert.equal(among.member.loads().waiters, 0);
  });

  it('leaves the line with its line, and is granted nothing', () => {
    const { among, cookie } = waiting();
    among.lineDown('a');
    assert.deepEqual([among.member.loads().waiters, among.member.loads().forwarded], [0, 0]);
    among.deliver('d', forward(1, release(cookie)));
    acknowledge(among);
    assert.equal(described(among).lock, null);
  });

  it('leaves the line when it is given up, which nobody can undo', () => {
    const { among, cookie } = waiting();
    among.deliver('a', forward(3, acquire(2_000), { attempt: 2, givenUp: true }));
    acknowledge(among);
    among.deliver('d', forward(1, release(cookie)));
    acknowledge(among);
    assert.deepEqual(done(among, forward(3, acquire(2_000), { attempt: 3 })), ['3.3 unavailable given-up']);
    assert.equal(described(among).lock, null);
  });

  it('is handed to the heir in its order, and its entry told that nobody knows', () => {
    const { among } = waiting();
    const since = among.at;
    among.deliver('d', forward(9, acquire(2_000), { waited: 900 }));
    among.register('b', 'c');
    among.see(tableWritten(2, ['1.1.0 b c', ELSEWHERE], { draining: 'b' }));
    among.move(200);
    grant(among);
    const handed = among.sent.find(({ message }) => message.type === 'hand-over')?.message;
    assert.ok(handed?.type === 'hand-over');
    const passed = among.at - since;
    assert.deepEqual(
      handed.waiters.map(({ name, waited, waitLeft }) => [name.entry, name.number, waited, waitLeft]),
      [
        ['d#1', 9, 900 + passed, 1_100 - passed],
        ['a#1', 3, 500 + passed, 1_500 - passed],
      ],
    );
    assert.deepEqual([answered(among), answered(among, 'd')], [['3.1 unknown'], ['9.1 unknown']]);
  });
});

describe('a forwarded request that is given up', () => {
  it('gives back what its earlier try was granted', () => {
    const among = primary();
    done(among, forward(1, put('x')));
    granted(among, 2);
    const [told] = done(among, forward(2, acquire(), { attempt: 2, givenUp: true }));
    assert.equal(told, '2.2 unavailable given-up');
    assert.equal(described(among).lock, null);
    assert.deepEqual(done(among, forward(2, acquire(), { attempt: 3 })), ['2.3 unavailable given-up']);
  });

  it('leaves a lock alone that the client itself was told of when it asked again, by way of another entry', () => {
    const among = primary();
    done(among, forward(1, put('x')));
    done(among, forward(2, acquire(), { repeatId: 'r' }));
    assert.deepEqual(done(among, forward(5, acquire(), { repeatId: 'r' }), 'd'), ['5.1 found']);
    done(among, forward(2, acquire(), { repeatId: 'r', attempt: 2, givenUp: true }));
    assert.notEqual(described(among).lock, null);
  });

  it('leaves a lock alone that has passed on since', () => {
    const among = primary();
    done(among, forward(1, put('x')));
    const cookie = granted(among, 2);
    done(among, forward(3, release(cookie), { open: [2, 3] }));
    done(among, forward(1, acquire()), 'd');
    done(among, forward(2, acquire(), { attempt: 2, givenUp: true, open: [2] }));
    assert.notEqual(described(among).lock, null);
  });
});

describe('waiters that are handed over', () => {
  /** Member b after it was handed partition 0, in which a session is locked, with those who waited for it. */
  function heir(waiters: readonly HandedWaiter[]): { among: Among; cookie: number } {
    const among = primary();
    done(among, forward(1, put('x')));
    const cookie = granted(among, 2);
    among.see(tableWritten(2, ['2.2.0 c b', ELSEWHERE]));
    among.see(tableWritten(3, ['3.3.0 b c', ELSEWHERE]));
    acknowledge(among);
    among.forget();
    among.deliver('c', { type: 'hand-over', partition: 0, reign: 3, waiters, renewals: [] });
    return { among, cookie };
  }

  function waiter(entry: string, number: number, rest: Partial<HandedWaiter> = {}): HandedWaiter {
    const { attempt, key, command, source, repeatId } = forward(number, acquire(2_000));
    const name = { entry, number };
    return { name, attempt, key, command, source, repeatId, waited: 100, waitLeft: 1_900, ...rest };
  }

  it('stand in line as they did, and are served and told under their own numbers', () => {
    const { among, cookie } = heir([waiter('d#1', 7), waiter('a#1', 8, { waited: 300, attempt: 4 })]);
    assert.equal(among.member.loads().waiters, 2);
    assert.deepEqual(done(among, forward(1, release(cookie), { reign: 3 }), 'd'), ['1.1 released']);
    acknowledge(among);
    assert.equal(among.member.loads().waiters, 1);
    among.move(1_899);
    assert.deepEqual(answered(among, 'd'), []);
    among.move(2);
    assert.deepEqual(answered(among, 'd'), ['7.1 locked']);
  });

  it('whose entry is out of reach, or has closed their number, do not wait: nobody would hear of their lock', () => {
    const { among } = heir([waiter('x#1', 7), waiter('a#1', 1)]);
    among.lineDown('d');
    const waiters = [waiter('d#1', 9)];
    among.deliver('c', { type: 'hand-over', partition: 0, reign: 3, waiters, renewals: [] });
    assert.deepEqual([among.member.loads().waiters, among.member.loads().forwarded], [0, 0]);
  });

  it('wait once, whoever is told of them first', () => {
    const { among } = heir([]);
    among.deliver('a', forward(8, acquire(2_000), { attempt: 2, reign: 3 }));
    assert.equal(among.member.loads().waiters, 1);
    const waiters = [waiter('a#1', 8)];
    among.deliver('c', { type: 'hand-over', partition: 0, reign: 3, waiters, renewals: [] });
    assert.deepEqual([among.member.loads().waiters, among.member.loads().forwarded], [1, 1]);
  });

  it('wait for one that may not decide yet as well, and it decides nothing for their sake', () => {
    const among = primary();
    done(among, forward(1, put('x')));
    granted(among, 2);
    among.see(tableWritten(2, ['2.2.0 c b', ELSEWHERE]));
    among.faithful.delete('c#1');
    // The lease of the lock is long over.
    among.move(200_000);
    promise(among, 'c');
    among.see(tableWritten(3, ['3.3.0 b c', ELSEWHERE]));
    const { last } = among.member.holds()[0] ?? assert.fail();
    among.forget();
    const waiters = [waiter('d#1', 7), waiter('a#1', 8, { waited: 300 })];
    among.deliver('c', { type: 'hand-over', partition: 0, reign: 3, waiters, renewals: [] });
    const { from = 0, until = 0 } = among.member.deciding(0) ?? {};
    assert.deepEqual([from, until < from], [among.at, true], 'it might act, but is not covered');
    among.move(500);
    assert.deepEqual(among.member.holds()[0]?.last, last);
    assert.deepEqual(
      among.traces.map(({ type }) => type).filter((type) => type === 'lease-ended'),
      [],
    );
    among.join('c');
    acknowledge(among);
    among.move(100);
    acknowledge(among);
    assert.deepEqual([answered(among, 'd'), answered(among)], [[], ['8.1 found']], 'who has waited longest');
    assert.equal(among.member.loads().waiters, 1);
  });

  it('do not wait for a session that is free', () => {
    const among = primary();
    done(among, forward(1, put('x')));
    among.deliver('c', { type: 'hand-over', partition: 0, reign: 1, waiters: [waiter('a#1', 8)], renewals: [] });
    assert.deepEqual([among.member.loads().waiters, among.member.loads().forwarded], [0, 0]);
  });
});
