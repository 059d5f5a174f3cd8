import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MemberOptions } from '../../src/member/member-options.ts';
import { holderOf, tableWritten } from '../placement/written.ts';
import { Among, keysIn } from './among.ts';
import { answer, STORED } from './entry.ts';
import { BALANCED, primary, settled } from './planning.ts';
import { acquire, put } from './room.ts';
import { grant, wishes } from './wishes.ts';

const [KEY = ''] = keysIn(0, 2, 1);

/** Member g, which holds nothing. The others know of it by its line alone. */
function gateway(given: Partial<MemberOptions> = {}): Among {
  return new Among({ self: holderOf('g'), gatewayOnly: true, ...given });
}

function serving(): Among {
  const among = gateway();
  among.register('a', 'b', 'c');
  among.see(tableWritten(1, BALANCED));
  among.join('a', 'b', 'c');
  among.forget();
  return among;
}

describe('a member that is a gateway only', () => {
  it('never makes the first table, however many are there', () => {
    for (const gatewayOnly of [true, false]) {
      const among = gateway({ gatewayOnly });
      among.join('a', 'b', 'c');
      among.see(null, true);
      const members = ['a', 'b', 'c'].map((name) => ({ ...holderOf(name), zone: '', sawTable: false }));
      among.turn({ type: 'members-seen', members });
      among.move(10_000);
      assert.equal(among.proposed.length > 0, !gatewayOnly);
    }
  });

  it('wants nothing changed in a table, whoever is gone or forgotten', () => {
    const among = serving();
    among.see(tableWritten(2, ['2.1.0 a', '2.2.0 b'], { others: 'c', draining: 'c' }));
    among.lineDown('c');
    among.register('a#2', 'b#2');
    among.turn({ type: 'forget', member: 'c', incarnation: 1 });
    among.move(700_000);
    assert.deepEqual([wishes(among), among.member.holds()], [[], []]);
  });

  it('forwards to whoever is primary by the newest table, and tells what is answered', () => {
    const among = serving();
    const first = among.ask(KEY, put('a'));
    answer(among, among.only('forward'), STORED, 'a');
    assert.deepEqual(among.told(first), STORED);
    const second = among.ask(KEY, acquire());
    const { number, attempt } = among.only('forward');
    among.see(tableWritten(2, ['2.2.0 b a', '1.1.0 c b']));
    const again = among.take('forward');
    assert.deepEqual(
      again.map(({ to, message }) => [to, message.number, message.attempt, message.reign]),
      [['b#1', number, attempt + 1, 2]],
    );
    assert.equal(among.told(second), undefined);
  });

  it('holds what it cannot forward, as long as others would, though it is all there is', () => {
    const among = gateway({ copies: 1, bootstrapMembers: 1 });
    among.register('a');
    among.see(tableWritten(1, ['1.1.0 a', '1.1.0 a'], { copies: 1 }));
    const asker = among.ask(KEY, put('a'));
    among.move(7_900);
    assert.equal(among.told(asker), undefined);
    among.move(300);
    assert.deepEqual(among.told(asker), { type: 'unavailable', reason: 'no-primary' });
  });

  it('passes tables on, and asks the store where somebody knows a newer one', () => {
    const among = serving();
    const heartbeat = { type: 'heartbeat', cluster: 'cluster', sentAt: 5 } as const;
    among.deliver('a', { ...heartbeat, tableVersion: 0 });
    assert.deepEqual(
      among.sent.map(({ to, message }) => `${to} ${message.type}`),
      ['a#1 heartbeat-seen', 'a#1 table'],
    );
    among.forget();
    among.move(1_000);
    const reads = among.reads;
    among.deliver('b', { ...heartbeat, tableVersion: 2 });
    assert.equal(among.reads, reads + 1);
  });

  it('is drained as soon as it is told to be, and goes on forwarding', () => {
    const among = serving();
    assert.ok(!among.member.drained);
    among.turn({ type: 'drain' });
    assert.ok(among.member.drained);
    among.ask(KEY, put('a'));
    assert.equal(among.take('forward').length, 1);
    among.move(1_000);
    assert.deepEqual(wishes(among), []);
    among.turn({ type: 'leave' });
    assert.deepEqual(among.take('goodbye'), []);
  });

  it('is not over for not being registered, or for a former self that held something; a newer one ends it', () => {
    const among = gateway({ self: holderOf('g#2') });
    among.register('a', 'b');
    among.see(tableWritten(1, ['1.1.0 a g', '1.1.0 b a']));
    among.move(1_000);
    assert.deepEqual([among.stopped, among.member.holds()], [null, []]);
    among.see(tableWritten(2, ['2.1.0 a g#3', '1.1.0 b a']));
    assert.match(among.stopped ?? '', /incarnation/);
  });

  it('remembers those who are registered while it has no line to them', () => {
    const among = serving();
    among.join('h');
    assert.equal(among.member.loads().peers, 4);
    among.lineDown('a', 'h');
    among.see(tableWritten(2, BALANCED));
    assert.equal(among.member.loads().peers, 3, 'another gateway is forgotten with its line');
    among.join('a');
    among.ask(KEY, put('a'));
    assert.equal(among.only('forward').reign, 1);
  });

  it('ends once the store itself shows the table of a cluster that was formed anew', () => {
    const anew = { ...tableWritten(1, ['1.1.0 a#2', '1.1.0 a#2'], { copies: 1 }), cluster: 'another' };
    const among = serving();
    among.see(tableWritten(2, BALANCED), true);
    among.see(anew);
    assert.equal(among.stopped, null, 'hearsay');
    among.see(null, true);
    assert.equal(among.stopped, null, 'the table may come back');
    among.see(anew, true);
    assert.match(among.stopped ?? '', /formed anew/);
    const holding = settled(primary(BALANCED));
    holding.see(anew, true);
    assert.equal(holding.stopped, null, 'what it holds may be all there is');
  });

  it('remembers no former selves of others, though no table says anything of them', () => {
    const among = serving();
    const { peers } = among.member.loads();
    for (const name of ['h#1', 'h#2', 'h#3']) {
      among.join(name);
      among.lineDown(name);
      among.register('a', 'b', 'c');
    }
    assert.equal(among.member.loads().peers, peers);
    among.lineDown('a', 'b');
    among.register('a', 'c');
    assert.equal(among.member.loads().peers, peers, 'registered, or needed');
  });
});

describe('to a primary a gateway', () => {
  it('is a peer that holds nothing: it is given nothing, and missed by nobody', () => {
    const among = settled(primary(BALANCED));
    among.join('g');
    among.move(20_000);
    assert.deepEqual(wishes(among), []);
    among.deliver('g', { type: 'heartbeat', cluster: 'cluster', tableVersion: 1, sentAt: 5 });
    assert.equal(among.take('heartbeat-seen').length, 1);
    const { peers } = among.member.loads();
    among.lineDown('g');
    among.move(20_000);
    assert.deepEqual(wishes(among), []);
    among.see(tableWritten(2, BALANCED));
    assert.equal(among.member.loads().peers, peers - 1);
  });

  it('does not stand for those it does not hear, when it drains', () => {
    const among = new Among({ copies: 1, bootstrapMembers: 1 });
    among.see(null, true);
    among.turn({ type: 'members-seen', members: [{ ...among.options.self, zone: '', sawTable: false }] });
    grant(among);
    among.join('g');
    among.turn({ type: 'drain' });
    assert.ok(among.member.drained, 'nobody is left to take what it has');
    among.move(1_000);
    assert.deepEqual(wishes(among), []);
  });
});
