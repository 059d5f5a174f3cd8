import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { holderOf, tableWritten } from '../placement/written.ts';
import { Among } from './among.ts';
import { FewMembers } from './cluster/few-members.ts';
import { promise } from './holding.ts';
import { memberAlone } from './member-alone.ts';
import { SMALL } from './pair.ts';
import { portion } from './portion.ts';
import { put } from './room.ts';

/** What member b should hold as well, if a and b are all there is. */
const SHARED = ['1.1.0 a b', '1.1.0 b a'];

function memberB(): Among {
  return new Among({ self: holderOf('b') });
}

function isInStep({ member, at }: Among): boolean {
  return member.inStep(at);
}

describe('a member is in step', () => {
  it('alone, as soon as there is a table', () => {
    assert.ok(!new Among().member.inStep(0));
    assert.ok(memberAlone(SMALL).inStep(0));
  });

  it('once it holds all that it should, and not while it does not even seem to be there', () => {
    const among = memberB();
    among.see(tableWritten(1, ['1.1.0 a', '1.1.0 a']));
    assert.ok(!isInStep(among), 'by the table alone it should hold nothing');
    among.register('a', 'b');
    assert.ok(!isInStep(among));
    among.see(tableWritten(2, ['2.1.0 a b', '1.1.0 a'], { others: 'a b' }));
    assert.ok(!isInStep(among));
  });

  it('not with copies that are not whole', () => {
    for (const done of [false, true]) {
      const among = memberB();
      among.register('a', 'b');
      among.see(tableWritten(1, ['1.1.0 a', '1.1.0 b a'], { others: 'a b' }));
      among.join('a');
      among.deliver('a', portion(done));
      assert.ok(!isInStep(among), 'the table does not name it');
      among.see(tableWritten(2, ['2.1.0 a b', '1.1.0 b a']));
      assert.equal(isInStep(among), done);
    }
  });

  it('not as a primary that may not act yet', () => {
    const among = memberB();
    among.register('a', 'b');
    among.see(tableWritten(1, SHARED));
    assert.ok(isInStep(among));
    among.at = 1_000;
    promise(among, 'a');
    among.see(tableWritten(2, ['2.2.0 b a', '1.1.0 b a']));
    assert.ok(!isInStep(among));
    among.at = 2_500;
    assert.ok(isInStep(among));
  });

  it('though it holds more than it should, or drains', () => {
    const among = memberB();
    among.register('a', 'b', 'c');
    among.see(tableWritten(1, SHARED, { others: 'a b c' }));
    assert.ok(isInStep(among), 'c should have some of it');
    among.see(tableWritten(2, SHARED, { others: 'a b c', draining: 'b' }));
    assert.ok(isInStep(among));
  });

  it('as a gateway only, while it has a line to a primary of the table it knows', () => {
    const among = new Among({ self: holderOf('g'), gatewayOnly: true });
    among.register('a', 'b', 'c');
    among.join('a', 'h');
    assert.ok(!isInStep(among));
    among.see(tableWritten(1, ['1.1.0 a b', '1.1.0 c b']));
    assert.ok(isInStep(among));
    among.lineDown('a');
    among.join('b', 'a#2');
    assert.ok(!isInStep(among), 'a replica, another gateway, and a process that this table does not know');
    among.join('c');
    assert.ok(isInStep(among));
  });
});

it('a member that joins is in step when everything is where it should be, and the others are again', () => {
  const cluster = new FewMembers(['a', 'b', 'c'], { partitions: 12 });
  const inStep = (id: string) => cluster.member(id).inStep(cluster.world.process(id).own);
  cluster.tell('a', put('one'), 'stored');
  assert.deepEqual(['a', 'b', 'c'].map(inStep), [true, true, true]);
  cluster.world.start('d');
  cluster.until(() => cluster.world.process('d').alive, 5_000);
  cluster.run(200);
  assert.ok(!inStep('d'));
  cluster.until(() => inStep('d'), 60_000);
  assert.ok(cluster.member('d').holds().length >= 5);
  cluster.until(() => cluster.isWhole(), 60_000);
  assert.deepEqual(['a', 'b', 'c', 'd'].map(inStep), [true, true, true, true]);
});
