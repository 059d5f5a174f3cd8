import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MemberOptions } from '../../src/member/member-options.ts';
import { holderOf, tableWritten } from '../placement/written.ts';
import { Among } from './among.ts';
import { acknowledge, primary, settled } from './planning.ts';
import { wishes } from './wishes.ts';

/** A member that knows a table with these entries, all of whose lines stand. */
function member(self: string, entries: readonly string[], members: string, given: Partial<MemberOptions> = {}): Among {
  const among = new Among({ self: holderOf(self), partitions: entries.length, ...given });
  among.register(...members.split(' '));
  among.see(tableWritten(1, entries, { others: members, copies: among.options.copies }));
  among.join(...members.split(' ').filter((name) => name !== self));
  return among;
}

function hearHeartbeat(among: Among, from: string): void {
  among.deliver(from, { type: 'heartbeat', cluster: 'cluster', tableVersion: 1, sentAt: 0 });
}

function goodbye(among: Among, from: string, reign: number): void {
  among.deliver(from, { type: 'goodbye', partitions: [{ partition: 0, reign }] });
}

describe('a replica takes over', () => {
  it('once its own promise to the primary has lapsed, and not sooner', () => {
    const among = member('b', ['1.1.0 a c b', '1.1.0 c b'], 'a b c', { copies: 3 });
    among.move(1_000);
    hearHeartbeat(among, 'a');
    hearHeartbeat(among, 'c');
    among.move(500);
    hearHeartbeat(among, 'c');
    among.move(999);
    assert.deepEqual(wishes(among), []);
    among.move(101);
    assert.deepEqual(wishes(among), ['0: 2.2.0 b c'], 'the other replicas stay, the former primary does not');
  });

  it('not before the promise would have lapsed that it could have given since it knew of this reign', () => {
    const among = member('b', ['1.1.0 a b', '1.1.0 c a'], 'a b c');
    among.move(1_000);
    hearHeartbeat(among, 'c');
    among.see(tableWritten(2, ['2.2.0 c b', '1.1.0 c a'], { others: 'a b c' }));
    among.move(1_499);
    assert.deepEqual(wishes(among), [], 'c is heard of as primary only now');
    among.move(101);
    assert.deepEqual(wishes(among), ['0: 3.3.0 b']);
  });

  it('no sooner for a line that is down, a registration that is gone, or a newer incarnation', () => {
    const among = member('b', ['1.1.0 a b', '1.1.0 c b'], 'a b c');
    among.move(1_000);
    hearHeartbeat(among, 'a');
    hearHeartbeat(among, 'c');
    among.lineDown('a');
    among.register('b', 'c');
    among.move(700);
    hearHeartbeat(among, 'c');
    among.register('a#2', 'b', 'c');
    among.lineUp('a#2');
    among.move(799);
    assert.deepEqual(wishes(among), []);
    among.move(101);
    assert.deepEqual(wishes(among), ['0: 2.2.0 b']);
  });

  it('at once when the primary said goodbye in this very reign', () => {
    const among = member('b', ['3.2.0 a b', '1.1.0 c b'], 'a b c');
    hearHeartbeat(among, 'a');
    goodbye(among, 'a', 1);
    assert.deepEqual(wishes(among), []);
    goodbye(among, 'a', 2);
    assert.deepEqual(wishes(among), ['0: 4.4.0 b']);
  });

  it('though an older goodbye comes after the newer one', () => {
    const among = member('b', ['3.2.0 a b', '1.1.0 c b'], 'a b c');
    hearHeartbeat(among, 'a');
    among.see(tableWritten(2, ['4.4.0 c b', '1.1.0 c b'], { others: 'a b c' }));
    hearHeartbeat(among, 'c');
    goodbye(among, 'a', 5);
    goodbye(among, 'c', 4);
    assert.deepEqual(wishes(among), []);
    among.see(tableWritten(3, ['5.5.0 a b', '1.1.0 c b'], { others: 'a b c' }));
    assert.deepEqual(wishes(among), ['0: 6.6.0 b']);
  });

  it('never with a copy that is not whole', () => {
    const among = member('b', ['1.1.0 a c', '1.1.0 c a'], 'a b c');
    among.see(tableWritten(2, ['2.1.0 a c b', '1.1.0 c a'], { others: 'a b c' }));
    goodbye(among, 'a', 1);
    among.move(10_000);
    assert.deepEqual(wishes(among), []);
  });

  it('and changes nothing more before it may act: the former primary may', () => {
    const among = member('b', ['1.1.0 a b c', '1.1.0 c a'], 'a b c');
    among.move(1_000);
    hearHeartbeat(among, 'a');
    among.lineDown('c');
    among.see(tableWritten(2, ['2.2.0 b c', '1.1.0 c a'], { others: 'a b c' }));
    among.move(1_499);
    assert.deepEqual(wishes(among), []);
    among.move(101);
    assert.deepEqual(wishes(among), ['0: 3.2.0 b']);
  });

  it('and goes on promising the former primary while its swap is under way', () => {
    const among = member('b', ['1.1.0 a b', '1.1.0 c a'], 'a b c');
    goodbye(among, 'a', 1);
    assert.deepEqual(wishes(among), ['0: 2.2.0 b']);
    hearHeartbeat(among, 'a');
    assert.deepEqual(
      among.take('heartbeat-seen').map(({ to, message }) => [to, message.tableVersion]),
      [['a#1', 1]],
    );
  });
});

describe('a partition is given out anew', () => {
  /** Of four members two held partition 0, and both came back with nothing. */
  const ENTRIES = ['3.2.1 c d', '1.1.0 a b'];

  /** Member a or b, since three seconds before the registrations change. */
  function survivor(self: string, members = 'a b c d', entries = ENTRIES): Among {
    const among = member(self, entries, members);
    if (self === 'b') {
      for (let count = 0; count < 3; count++) {
        hearHeartbeat(among, 'a');
        among.move(1_000);
      }
      hearHeartbeat(among, 'a');
    } else acknowledge(among);
    assert.deepEqual(wishes(among), []);
    return among;
  }

  it('when all its holders are gone for good, and their promises with them; by one member', () => {
    const asked: string[] = [];
    for (const self of ['a', 'b', 'c#2', 'd#2']) {
      const returned = self.endsWith('2');
      const among = returned ? member(self, ENTRIES, 'a b c#2 d#2') : survivor(self);
      if (!returned) among.register('a', 'b', 'c#2', 'd#2');
      hearHeartbeat(among, 'a');
      among.move(1_499);
      assert.deepEqual(wishes(among), []);
      among.move(101);
      asked.push(...wishes(among).filter((wish) => wish.startsWith('0: ')));
    }
    assert.equal(asked.length, 1, asked.join());
    assert.match(asked[0] ?? '', /^0: 4\.4\.2 /);
  });

  it('not when one of them merely vanished, or is there', () => {
    for (const members of ['a b c#2', 'a b', 'a b c#2 d']) {
      for (const self of ['a', 'b']) {
        const among = survivor(self);
        among.register(...members.split(' '));
        for (let count = 0; count < 60; count++) {
          hearHeartbeat(among, 'a');
          among.move(1_000);
        }
        assert.deepEqual(wishes(among), [], `${self} of ${members}`);
      }
    }
  });

  it('when an operator says so of the one that vanished', () => {
    const among = survivor('a', 'a c', ['1.1.0 c', '1.1.0 a']);
    among.lineDown('c');
    among.register('a');
    among.turn({ type: 'forget', member: 'c', incarnation: 1 });
    assert.deepEqual(wishes(among), ['forget c#1']);
    among.see(tableWritten(2, ['1.1.0 c', '1.1.0 a'], { forgotten: 'c' }));
    among.move(1_650);
    assert.deepEqual(wishes(among), ['0: 2.2.1 a']);
  });

  it('only once enough members are back, when all of them had been away', () => {
    const among = new Among({ self: holderOf('a#2'), partitions: 4 });
    among.register('a#2', 'b#2');
    const entries = ['1.1.0 a b', '2.2.0 b c', '1.1.0 c a', '1.1.0 b a'];
    among.see(tableWritten(9, entries));
    among.join('b#2');
    among.register('a#2', 'b#2');
    among.turn({ type: 'forget', member: 'c', incarnation: 1 });
    assert.deepEqual(wishes(among), ['forget c#1']);
    among.see(tableWritten(10, entries, { forgotten: 'c' }));
    among.move(1_700);
    const asked = wishes(among);
    assert.ok(
      asked.some((wish) => /^\d: \d\.\d\.1 a#2/.test(wish)),
      'nobody else will come back',
    );
    const expecting = new Among({ self: holderOf('a#2'), partitions: 4 });
    expecting.register('a#2', 'b#2');
    expecting.see(tableWritten(9, ['1.1.0 a b', '2.2.0 b a', '1.1.0 a b', '1.1.0 b a'], { others: 'c' }));
    expecting.join('b#2');
    expecting.move(20_000);
    assert.deepEqual(wishes(expecting), []);
    expecting.register('a#2', 'b#2', 'c#2');
    expecting.join('c#2');
    expecting.move(100);
    assert.ok(wishes(expecting).some((wish) => /^\d: \d\.\d\.1 a#2/.test(wish)));
  });
});

describe('an operator’s word', () => {
  const forget = { type: 'forget', member: 'c', incarnation: 1 } as const;

  it('is not taken while that process is registered, but as soon as it is no more', () => {
    const among = settled(primary(['1.1.0 a b', '1.1.0 c b']));
    among.lineDown('c');
    among.turn(forget, forget);
    assert.deepEqual(wishes(among), []);
    among.move(3_000);
    assert.deepEqual(wishes(among), []);
    among.register('a', 'b');
    assert.deepEqual(wishes(among), ['forget c#1']);
  });

  it('is not taken while a line to it stands, but as soon as that is down', () => {
    const among = settled(primary(['1.1.0 a b', '1.1.0 c b']));
    among.register('a', 'b');
    among.turn(forget);
    among.move(3_000);
    assert.deepEqual(wishes(among), []);
    among.lineDown('c');
    assert.deepEqual(wishes(among), ['forget c#1']);
  });

  it('is kept for a minute, and no longer than until it proves wrong', () => {
    for (const [waits, lives, wanted] of [
      [59_900, false, ['forget c#1']],
      [60_000, false, []],
      [1_000, true, []],
    ] as const) {
      const among = settled(primary(['1.1.0 a b', '1.1.0 c b']));
      hearHeartbeat(among, 'c');
      among.turn(forget);
      among.move(waits);
      if (lives) hearHeartbeat(among, 'c');
      among.lineDown('c');
      assert.deepEqual(wishes(among), []);
      among.register('a', 'b');
      assert.deepEqual(wishes(among), wanted, `after ${waits}`);
    }
  });
});

describe('the permission to drain', () => {
  const ENTRIES = ['1.1.0 a b', '1.1.0 b c'];

  it('is one member’s at a time', () => {
    const among = primary(ENTRIES);
    among.turn({ type: 'drain' });
    assert.deepEqual(wishes(among), ['draining a']);
    const other = primary(ENTRIES, 'a b c', {}, 'b');
    other.forget();
    other.turn({ type: 'drain' });
    assert.deepEqual(wishes(other), []);
  });

  it('is asked for only while no partition lacks a copy that it could have', () => {
    const among = primary(['1.1.0 a b', '1.1.0 b']);
    among.turn({ type: 'drain' });
    assert.deepEqual(wishes(among), []);
    among.see(tableWritten(2, ['1.1.0 a b', '2.1.0 b c'], { others: 'a b c' }));
    assert.deepEqual(wishes(among), ['draining a']);
  });

  it('is not asked for by whoever is the last, or holds nothing', () => {
    const last = new Among();
    last.register('a');
    last.see(tableWritten(1, ['1.1.0 a', '1.1.0 a'], { copies: 1 }));
    last.turn({ type: 'drain' });
    assert.deepEqual(wishes(last), []);
    assert.ok(last.member.drained);
    const idle = primary(['1.1.0 b c', '1.1.0 c b']);
    idle.turn({ type: 'drain' });
    assert.deepEqual(wishes(idle), []);
    assert.ok(idle.member.drained);
  });

  it('is not over for want of registrations while others are heard who could take what we hold', () => {
    const among = primary(['1.1.0 a', '1.1.0 b'], 'a b', { copies: 1 });
    among.register();
    among.turn({ type: 'drain' });
    assert.ok(!among.member.drained);
    among.lineDown('b');
    assert.ok(among.member.drained, 'nobody is left');
    const gone = primary(['1.1.0 a', '1.1.0 a'], 'a b', { copies: 1 });
    gone.turn({ type: 'drain' });
    gone.register('a');
    assert.ok(!gone.member.drained, 'b holds nothing, but could');
    gone.see(tableWritten(2, ['1.1.0 a', '1.1.0 a'], { copies: 1, others: 'a b#2' }));
    assert.ok(gone.member.drained, 'that was a former b');
  });

  it('is taken back by the first member once that process is gone, not while it is there', () => {
    const among = primary(['1.1.0 a c', '1.1.0 c a'], 'a b c', {}, 'b');
    among.move(1_000);
    assert.deepEqual(wishes(among), []);
    among.register('a', 'c');
    assert.ok(wishes(among).includes('draining nobody'));
    const second = member('c', ['1.1.0 a c', '1.1.0 c a'], 'a b c');
    second.see(tableWritten(2, ['1.1.0 a c', '1.1.0 c a'], { draining: 'b', others: 'b' }));
    second.register('a', 'c');
    assert.deepEqual(wishes(second), []);
  });
});

it('an id that was away for ten minutes and holds nothing is listed no more', () => {
  const among = settled(primary(['1.1.0 a c', '1.1.0 c a'], 'a b c'));
  among.lineDown('b');
  among.register('a', 'c');
  for (let minute = 0; minute < 10; minute++) {
    assert.deepEqual(wishes(among), []);
    for (let second = 0; second < 60; second++) {
      hearHeartbeat(among, 'c');
      among.move(1_000);
    }
  }
  assert.deepEqual(wishes(among), ['unlist b']);
});
