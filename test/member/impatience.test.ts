import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tableWritten } from '../placement/written.ts';
import { type Among, keysIn } from './among.ts';
import { answer, entry, forwards, KEY, STORED } from './entry.ts';
import { answered, described, done, forward, granted, primary } from './forwarding.ts';
import { promise } from './holding.ts';
import { acknowledge } from './planning.ts';
import { acquire, get, put, release } from './room.ts';

const LOCKED = { type: 'locked', cookie: 5, age: 10, flagTaken: false } as const;
/** Partition 1 is our own at an entry. */
const [OWN = ''] = keysIn(1, 2, 1);

function cancels(among: Among): unknown[] {
  return among.take('cancel').map(({ to, message: { partition, number } }) => ({ to, partition, number }));
}

/** A client's request is called off, by way of the entry. */
function calledOff(among: Among, asker: number): void {
  among.forget();
  among.turn({ type: 'cancel', asker });
}

describe('a forwarded request that is called off', () => {
  it('leaves the line where it waits, and is told what its primary says', () => {
    for (const command of [get(5_000), acquire(5_000)]) {
      const among = entry();
      const asker = among.ask(KEY, command);
      const sent = among.only('forward');
      calledOff(among, asker);
      assert.deepEqual(cancels(among), [{ to: 'b#1', partition: 0, number: asker }]);
      assert.equal(among.told(asker), undefined);
      calledOff(among, asker);
      assert.deepEqual(cancels(among), [], 'once');
      answer(among, sent, LOCKED);
      assert.deepEqual([among.told(asker), among.member.loads().errands], [LOCKED, 0]);
    }
  });

  it('is merely under way if it does not wait: nothing changes', () => {
    for (const command of [get(), acquire(), put('x')]) {
      const among = entry();
      const asker = among.ask(KEY, command);
      const sent = among.only('forward');
      calledOff(among, asker);
      among.move(1_000);
      assert.deepEqual([cancels(among), among.told(asker)], [[], undefined]);
      answer(among, sent, STORED);
      assert.deepEqual(among.told(asker), STORED);
    }
  });

  it('waits nowhere when it is tried again', () => {
    const among = entry();
    const asker = among.ask(KEY, acquire(5_000));
    calledOff(among, asker);
    among.lineDown('b');
    among.forget();
    among.lineUp('b');
    const { attempt, command } = among.only('forward');
    assert.deepEqual([attempt, command], [2, acquire(0)]);
  });

  it('is given up if no answer comes, so that no lock stays behind', () => {
    const among = entry();
    const asker = among.ask(KEY, acquire(50_000));
    calledOff(among, asker);
    among.forget();
    among.move(2_900);
    assert.equal(among.told(asker), undefined);
    among.move(300);
    assert.equal(among.told(asker)?.type, 'unknown');
    assert.deepEqual(forwards(among), [{ to: 'b#1', attempt: 2, reign: 1, givenUp: true }]);
  });
});

describe('a held request that is called off', () => {
  it('stays held, no longer than one that would not wait, and waits nowhere', () => {
    const among = entry();
    among.lineDown('b');
    const [first, second] = [among.ask(KEY, get(50_000)), among.ask(KEY, put('x'))];
    calledOff(among, first);
    calledOff(among, second);
    assert.equal(among.answers.size, 0);
    among.lineUp('b');
    const sent = among.take('forward').map(({ message }) => message.command);
    assert.deepEqual([sent[0], sent.length], [get(0), 2]);
    const late = entry();
    late.lineDown('b');
    const asker = late.ask(KEY, acquire(50_000));
    calledOff(late, asker);
    late.move(3_200);
    assert.deepEqual([late.told(asker)?.type, late.member.loads().errands], ['unavailable', 0]);
  });
});

describe('a request for a session of our own that is called off', () => {
  /** The session is there; what is decided from now on waits for c to acknowledge it. */
  function own(): Among {
    const among = entry();
    acknowledge(among);
    among.ask(OWN, put('x'));
    acknowledge(among);
    return among;
  }

  it('changes nothing if it was decided, and only its answer is held', () => {
    const among = own();
    for (const command of [put('y'), acquire(5_000)]) {
      const asker = among.ask(OWN, command);
      among.turn({ type: 'cancel', asker });
      assert.equal(among.told(asker), undefined);
      acknowledge(among);
      assert.match(among.told(asker)?.type ?? '', /stored|found/);
    }
  });

  it('leaves its line here, also where it came by way of another primary', () => {
    const among = own();
    const holder = among.ask(OWN, acquire());
    acknowledge(among);
    assert.equal(among.told(holder)?.type, 'found');
    const here = among.ask(OWN, acquire(50_000));
    among.see(tableWritten(2, ['1.1.0 b c', '2.2.0 c a'], { copies: 3 }));
    const there = among.ask(OWN, acquire(50_000));
    among.see(tableWritten(3, ['1.1.0 b c', '3.3.0 a c'], { copies: 3 }));
    among.deliver('c', { type: 'hand-over', partition: 1, reign: 3, waiters: [], renewals: [] });
    among.move(100);
    acknowledge(among);
    assert.equal(among.member.loads().waiters, 2);
    for (const asker of [here, there]) {
      among.turn({ type: 'cancel', asker });
      acknowledge(among);
      assert.equal(among.told(asker)?.type, 'locked');
    }
    assert.deepEqual([among.member.loads().waiters, among.member.loads().errands], [0, 0]);
  });

  it('leaves its line though nobody may decide now, and is told when somebody may', () => {
    const among = own();
    among.ask(OWN, acquire());
    acknowledge(among);
    const asker = among.ask(OWN, acquire(50_000));
    among.faithful.delete('c#1');
    among.move(1_100);
    among.turn({ type: 'cancel', asker });
    assert.deepEqual([among.member.loads().waiters, among.told(asker)], [0, undefined]);
    promise(among, 'c');
    among.join('c');
    among.move(200);
    acknowledge(among);
    assert.equal(among.told(asker)?.type, 'locked');
  });
});

describe('what an entry calls off', () => {
  const cancel = { type: 'cancel', partition: 0, number: 3 } as const;

  it('while its primary may not decide is given back, and waits no more when it comes again', () => {
    for (const isInLine of [true, false]) {
      const among = primary();
      done(among, forward(1, put('x')));
      const cookie = granted(among, 2);
      const waiting = forward(3, acquire(50_000), { open: [3], patience: 53_000 });
      if (isInLine) among.deliver('a', waiting);
      among.faithful.delete('c#1');
      among.move(1_100);
      if (!isInLine) among.deliver('a', waiting);
      among.forget();
      among.deliver('d', cancel);
      assert.deepEqual(answered(among), [], 'not by another entry');
      among.deliver('a', cancel);
      assert.deepEqual(answered(among), ['3.1 moved']);
      assert.deepEqual([among.member.loads().waiters, among.member.loads().held], [0, 0]);
      among.deliver('a', { ...waiting, attempt: 2, command: acquire(0) });
      among.join('c');
      among.move(200);
      assert.deepEqual(answered(among), ['3.2 locked']);
      assert.deepEqual(done(among, forward(4, release(cookie))), ['4.1 released']);
      assert.equal(described(among).lock, null);
    }
  });

  it('before its table is known is given back as well', () => {
    const among = primary();
    among.deliver('a', forward(3, acquire(5_000), { reign: 2 }));
    among.deliver('d', cancel);
    assert.equal(among.member.loads().early, 1);
    among.deliver('a', cancel);
    assert.deepEqual([answered(among), among.member.loads().early], [['3.1 moved'], 0]);
  });
});

describe('a drain', () => {
  it('calls off whatever waits for our clients elsewhere, and leaves alone what does not', () => {
    const among = entry();
    const [first, second] = [among.ask(KEY, get(50_000)), among.ask(KEY, acquire(50_000))];
    among.ask(KEY, put('x'));
    among.ask(KEY, acquire());
    among.forget();
    among.turn({ type: 'drain' });
    assert.deepEqual(cancels(among), [
      { to: 'b#1', partition: 0, number: first },
      { to: 'b#1', partition: 0, number: second },
    ]);
    assert.equal(among.answers.size, 0);
  });

  it('lets nobody wait who comes from then on, here or elsewhere', () => {
    const among = entry();
    among.turn({ type: 'drain' });
    among.ask(KEY, acquire(50_000));
    const { command, patience } = among.only('forward');
    assert.deepEqual([command, patience], [acquire(0), 3_000]);
  });

  it('lets nobody wait who was held', () => {
    const among = entry();
    among.lineDown('b');
    const asker = among.ask(KEY, acquire(50_000));
    among.turn({ type: 'drain' });
    among.move(1_000);
    among.lineUp('b');
    const sent = among.only('forward');
    assert.deepEqual([sent.command, sent.patience], [acquire(0), 2_000]);
    answer(among, sent, LOCKED);
    assert.deepEqual(among.told(asker), LOCKED);
  });
});
