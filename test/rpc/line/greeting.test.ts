import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Holder } from '../../../src/member/door.ts';
import { helloTo, type Introduction, judge, mayDial } from '../../../src/rpc/line/greeting.ts';

const A: Holder = { member: 'a', incarnation: 3 };
const B: Holder = { member: 'b', incarnation: 7 };

function member(self: Holder, rest: Partial<Introduction> = {}): Introduction {
  return { self, cluster: 'shop', gatewayOnly: false, version: '1.0', speaks: { min: 1, max: 1 }, ...rest };
}

/** What b says to the greeting of a, who dialled; and what a then says to b's. */
function met(dialler: Introduction, acceptor: Introduction, to = acceptor.self) {
  const accepted = judge(helloTo(to, dialler), null, acceptor);
  if (accepted.type === 'unwelcome') return accepted.reason;
  const dialled = judge(helloTo(accepted.peer, acceptor), to, dialler);
  if (dialled.type === 'unwelcome') return dialled.reason;
  assert.deepEqual([accepted.peer, dialled.peer, accepted.wire], [dialler.self, acceptor.self, dialled.wire]);
  return dialled.wire;
}

describe('of two processes', () => {
  it('dials who holds no partitions, else whose member comes first', () => {
    assert.equal(mayDial(member(A), 'a', 'b'), true);
    assert.equal(mayDial(member(B), 'b', 'a'), false);
    assert.equal(mayDial(member(B, { gatewayOnly: true }), 'b', 'a'), true);
    assert.equal(met(member(A), member(B)), 1);
    assert.equal(met(member(B, { gatewayOnly: true }), member(A)), 1);
    assert.match(String(met(member(B), member(A))), /to be dialled, not to dial/);
    assert.match(String(met(member(A), member(B, { gatewayOnly: true }))), /to be dialled, not to dial/);
  });
});

describe('a greeting is answered', () => {
  const speaking = (min: number, max: number, self: Holder) => member(self, { speaks: { min, max } });

  it('in the highest version that both speak', () => {
    assert.equal(met(speaking(1, 1, A), speaking(1, 2, B)), 1);
    assert.equal(met(speaking(1, 2, A), speaking(0, 1, B)), 1);
    assert.equal(met(speaking(1, 3, A), speaking(2, 4, B)), 3);
    assert.equal(met(speaking(2, 4, A), speaking(1, 9, B)), 4);
  });

  it('only if there is one', () => {
    assert.equal(met(speaking(2, 3, A), speaking(1, 1, B)), 'a#3 speaks wire versions 2 to 3, not 1');
    assert.equal(met(speaking(1, 1, A), speaking(2, 3, B)), 'a#3 speaks wire versions 1, not 2 to 3');
    // Nothing else of it may be looked at.
    const stranger = { ...helloTo(B, speaking(5, 5, A)), cluster: 'other' };
    assert.match(JSON.stringify(judge(stranger, null, member(B))), /wire versions 5/);
  });

  it('only in the own cluster', () => {
    assert.equal(met(member(A, { cluster: 'bank' }), member(B)), "a#3 belongs to cluster 'bank', not 'shop'");
  });

  it('only to whom it was meant for, and by whom', () => {
    assert.equal(met(member(A), member(B), { ...B, incarnation: 6 }), 'a#3 looks for b#6, not b#7');
    assert.equal(met(member(A), member(B), { ...B, member: 'c' }), 'a#3 looks for c#7, not b#7');
    const other = judge(helloTo(A, member({ ...B, incarnation: 8 })), B, member(A));
    assert.deepEqual(other, { type: 'unwelcome', reason: 'b#8 is not b#7' });
  });

  it('only to somebody else', () => {
    const twin = judge(helloTo(A, member({ ...A, incarnation: 4 }, { gatewayOnly: true })), null, member(A));
    assert.deepEqual(twin, { type: 'unwelcome', reason: 'a#4 bears the same id' });
    const nobody = judge({ ...helloTo(B, member(A)), member: '' }, null, member(B));
    assert.deepEqual(nobody, { type: 'unwelcome', reason: '#3 does not say who it is' });
  });
});
