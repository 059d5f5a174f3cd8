import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type LoadPlan, type Protocol, sessionId } from '../../bench/load-plan.ts';
import { requestsFor } from '../../bench/load-requests.ts';
import { sessionNumbers } from '../../bench/load-sessions.ts';
import { redisCommand, redisKeys, SCRIPTS } from '../../bench/redis-scripts.ts';
import { wordingFor } from '../../bench/wording.ts';

function planOf(protocol: Protocol, changes: Partial<LoadPlan> = {}): LoadPlan {
  return {
    protocol,
    targets: [],
    connections: 1,
    mix: 'exclusive-set',
    sessions: 3,
    contentBytes: 4,
    timeoutMinutes: 20,
    depth: 1,
    ...changes,
  };
}

const text = (bytes: Buffer | null): string => bytes?.toString('latin1') ?? 'nothing';

describe('what the load says', () => {
  it('names one session after another, whatever was named before', () => {
    for (const protocol of ['gateway', 'redis', 'redis-plain', 'memcached'] as const) {
      const wording = wordingFor(planOf(protocol));
      for (const session of [0, 1_295, 36 ** 6 - 1, 35]) {
        assert.ok(text(wording.get(session)).includes(sessionId(session)), `${protocol} ${session}`);
        assert.ok(text(wording.create(session)).includes(sessionId(session)), `${protocol} ${session}`);
      }
    }
  });

  it('gives the cookie of the lock back to the gateway with the content', () => {
    const requests = requestsFor(planOf('gateway'), sessionNumbers(planOf('gateway')), 0);
    assert.match(text(requests.next(false)), /^GET \S+0 HTTP\/1\.1\r\n.*Exclusive: acquire\r\n\r\n$/s);
    const answer = Buffer.from('HTTP/1.1 200 OK\r\nLockCookie: 4711\r\nContent-Length: 1\r\n\r\nx', 'latin1');
    assert.equal(requests.reader.read(answer, 0, answer.length), answer.length);
    requests.answered();
    const set = text(requests.next(true));
    assert.match(set, /^PUT \S+0 HTTP\/1\.1\r\n.*Content-Length: 4\r\n.*LockCookie: 4711\r\n.*\r\n\r\nxxx\n$/s);
    assert.equal(requests.next(true), null);
  });

  it('gives the number of a value back to memcached', () => {
    const requests = requestsFor(planOf('memcached'), sessionNumbers(planOf('memcached')), 0);
    assert.match(text(requests.next(false)), /^gets \S+0\r\n$/);
    const answer = Buffer.from('VALUE key 0 1 815\r\nx\r\nEND\r\n', 'latin1');
    assert.equal(requests.reader.read(answer, 0, answer.length), answer.length);
    requests.answered();
    assert.match(text(requests.next(false)), /^cas \S+0 0 1200 4 815\r\nxxx\n\r\n$/);
  });

  it('calls the scripts of a session provider, and waits for a replica where it should', () => {
    const { lock, data, timeout } = redisKeys(2);
    const evaluates = (sha: string, ...values: string[]): string =>
      redisCommand('EVALSHA', sha, '3', lock, data, timeout, ...values);
    const wait = redisCommand('WAIT', '1', '1000');
    const id = '638000000000000001';
    const write = evaluates(SCRIPTS.writeAndUnlock.sha, id, '1200', 'data', 'xxx\n');
    const take = evaluates(SCRIPTS.lockAndRead.sha, id, '110');
    const alone = wordingFor(planOf('redis'));
    const sets = wordingFor(planOf('redis', { waits: 'sets' }));
    const all = wordingFor(planOf('redis', { waits: 'all' }));
    assert.equal(text(alone.get(2)), evaluates(SCRIPTS.read.sha));
    assert.deepEqual([alone.acquire(2), sets.acquire(2), all.acquire(2)].map(text), [take, take, take + wait]);
    assert.deepEqual([alone.set(2), sets.set(2), all.set(2)].map(text), [write, write + wait, write + wait]);
  });

  it('begins no new pair when it is to end, and goes on to another session where the lock was refused', () => {
    const requests = requestsFor(planOf('redis'), sessionNumbers(planOf('redis')), 0);
    const refused = Buffer.from('*2\r\n:0\r\n$1\r\nx\r\n', 'latin1');
    assert.ok(text(requests.next(false)).includes(SCRIPTS.lockAndRead.sha));
    requests.reader.read(refused, 0, refused.length);
    requests.answered();
    const next = text(requests.next(false));
    assert.ok(next.includes(SCRIPTS.lockAndRead.sha) && next.includes(sessionId(1)));
    requests.reader.read(refused, 0, refused.length);
    requests.answered();
    assert.equal(requests.next(true), null);
  });

  it('lets newcomers come between the pairs, each another', () => {
    const plan = planOf('redis', { newcomers: { every: 2, lifeSeconds: 5 } });
    const requests = requestsFor(plan, sessionNumbers(plan), 0);
    const good = Buffer.from(':1\r\n', 'latin1');
    const said: string[] = [];
    for (let request = 0; request < 10; request++) {
      said.push(text(requests.next(false)));
      requests.reader.read(good, 0, good.length);
      requests.answered();
    }
    const isNewcomer = said.map((request) => request.includes(SCRIPTS.write.sha));
    assert.deepEqual(isNewcomer, [false, false, false, false, true, false, false, false, false, true]);
    assert.notEqual(said[4], said[9]);
  });
});

describe('the sessions of a load', () => {
  it('are those of the partitions asked for, and all of them', () => {
    const even = Array.from({ length: 128 }, (_, index) => 2 * index);
    const odd = even.map((partition) => partition + 1);
    const numbers = (partitions: readonly number[]) => [
      ...sessionNumbers(planOf('gateway', { sessions: 100, partitions })),
    ];
    const both = [...numbers(even), ...numbers(odd)];
    assert.equal(new Set(both).size, 200);
    assert.ok(Math.max(...both) < 400);
  });

  it('are shared out among connections that lock them', () => {
    const plan = planOf('gateway', { sessions: 7, connections: 3 });
    const seen = [0, 1, 2].map((index) => {
      const requests = requestsFor({ ...plan, protocol: 'redis' }, sessionNumbers(plan), index);
      return new Set(Array.from({ length: 6 }, () => /s0{20}(\w+)\}/.exec(text(requests.next(false)))?.[1]));
    });
    assert.deepEqual(
      seen.map((numbers) => [...numbers].join(' ')),
      ['000 003 006', '001 004', '002 005'],
    );
  });
});
