import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AssertionError } from '../../src/base/assert.ts';
import type { Holder, Holders } from '../../src/placement/holder.ts';
import {
  firstTable,
  isOver,
  knownMember,
  locate,
  nextTable,
  type PartitionTable,
  type TableChange,
} from '../../src/placement/partition-table.ts';

const holder = (member: string, incarnation = 1): Holder => ({ member, incarnation });
const holders = (primary: Holder, ...replicas: Holder[]): Holders => ({ primary, replicas });
const member = (id: string, incarnation = 1) => ({ type: 'member' as const, id, incarnation, zone: '' });
const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((id) => holder(id)) as [Holder, Holder, Holder, Holder];

const table = firstTable(
  'cluster',
  2,
  ['c', 'b', 'a', 'd'].map((id) => ({ id, incarnation: 1, zone: '' })),
  [holders(A, B), holders(B, C), holders(C)],
);

const change = (partition: number, next: Holders): TableChange => ({ type: 'holders', partition, holders: next });
const refuses = (changes: TableChange[], why: RegExp, of = table) =>
  assert.throws(
    () => nextTable(of, changes),
    (error) => error instanceof AssertionError && why.test(error.message),
  );

function frozen(value: unknown): boolean {
  return typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
}

describe('the first table', () => {
  it('begins everything at one, and knows its members by their ids', () => {
    assert.equal(table.version, 1);
    assert.deepEqual(
      table.members.map(({ id, forgotten }) => [id, forgotten]),
      ['a', 'b', 'c', 'd'].map((id) => [id, 0]),
    );
    assert.deepEqual(locate(table, 1), { epoch: 1, reign: 1, life: 0, primary: B, replicas: [C] });
    assert.ok(frozen(table));
  });

  it('refuses a holder it does not know, too many holders, one twice, and members given twice', () => {
    const first =
      (placement: Holders[], ids = ['a', 'b']) =>
      () =>
        firstTable(
          'cluster',
          1,
          ids.map((id) => ({ id, incarnation: 1, zone: '' })),
          placement,
        );
    assert.throws(first([holders(D)]), AssertionError);
    assert.throws(first([holders(A, B, C)], ['a', 'b', 'c']), AssertionError);
    assert.throws(first([holders(A, A)]), AssertionError);
    assert.throws(first([holders(A)], ['a', 'a']), AssertionError);
  });
});

describe('the next table', () => {
  it('has the next version, even with nothing else changed, and is frozen wholly', () => {
    const same = nextTable(table, []);
    assert.deepEqual(same, { ...table, version: 2 });
    const given = { primary: { member: 'b', incarnation: 1 }, replicas: [{ member: 'a', incarnation: 1 }] };
    const next = nextTable(same, [change(0, given), { type: 'draining', holder: holder('c') }, member('e', 9)]);
    assert.equal(next.version, 3);
    assert.ok(frozen(next));
    assert.ok(!Object.isFrozen(given.primary), 'what was given stays the giver’s');
    assert.equal(next.partitions[1], table.partitions[1], 'what did not change is shared');
    assert.deepEqual(table.partitions[0]?.primary, A);
  });

  it('grows an epoch exactly when holders or roles change, and the reign when the primary does', () => {
    const epochs = (at: PartitionTable) => at.partitions.map(({ epoch, reign, life }) => [epoch, reign, life]);
    const added = nextTable(table, [change(0, holders(A, B, C))]);
    assert.deepEqual(epochs(added), [
      [2, 1, 0],
      [1, 1, 0],
      [1, 1, 0],
    ]);
    const sameAgain = nextTable(added, [change(0, holders(A, C, B)), change(1, holders(B, C))]);
    assert.deepEqual(epochs(sameAgain), epochs(added));
    const handedOver = nextTable(sameAgain, [change(0, holders(B, A, C)), change(2, holders(C, D))]);
    assert.deepEqual(epochs(handedOver), [
      [3, 3, 0],
      [1, 1, 0],
      [2, 1, 0],
    ]);
    const dropped = nextTable(handedOver, [change(0, holders(B, A))]);
    assert.deepEqual(locate(dropped, 0), { epoch: 4, reign: 3, life: 0, primary: B, replicas: [A] });
  });

  it('counts the lives of a partition that is given out anew, as a reign of its own', () => {
    const anew: TableChange = { type: 'anew', partition: 2, holders: holders(holder('c', 2), A) };
    const next = nextTable(table, [member('c', 2), anew]);
    assert.deepEqual(locate(next, 2), { epoch: 2, reign: 2, life: 1, primary: holder('c', 2), replicas: [A] });
    refuses([{ ...anew, holders: holders(A, C) }], /held nothing before/);
  });

  it('takes a restarted member for another holder', () => {
    const next = nextTable(table, [member('b', 2), change(0, holders(A, holder('b', 2)))]);
    assert.equal(locate(next, 0).epoch, 2);
    assert.deepEqual(locate(next, 1).primary, B, 'elsewhere it is still named as it was');
    assert.ok(isOver(next, B));
    assert.ok(!isOver(next, holder('b', 2)));
    refuses([member('b', 2), change(0, holders(A, B, holder('b', 2)))], /twice/);
    refuses([member('b', 1)], /only grow/, next);
  });

  it('remembers whom an operator forgot, until it comes back', () => {
    const forgot = nextTable(table, [{ type: 'forget', id: 'b', incarnation: 1 }]);
    assert.ok(isOver(forgot, B));
    assert.ok(!isOver(forgot, holder('b', 2)));
    const back = nextTable(forgot, [member('b', 2)]);
    assert.deepEqual(knownMember(back, 'b'), { id: 'b', incarnation: 2, zone: '', forgotten: 1 });
    refuses([{ type: 'forget', id: 'b', incarnation: 2 }], /heard of/);
    refuses([{ type: 'forget', id: 'x', incarnation: 1 }], /known/);
  });

  it('lets one member drain, until it is gone', () => {
    const draining = nextTable(table, [{ type: 'draining', holder: D }]);
    assert.deepEqual(draining.draining, D);
    assert.equal(nextTable(draining, [{ type: 'draining', holder: null }]).draining, null);
    assert.equal(nextTable(draining, [member('d', 2)]).draining, null);
    assert.equal(nextTable(draining, [{ type: 'forget', id: 'd', incarnation: 1 }]).draining, null);
    assert.equal(nextTable(draining, [{ type: 'unlist', id: 'd' }]).draining, null);
    assert.deepEqual(nextTable(draining, [member('d', 1)]).draining, D);
    refuses([member('d', 2), { type: 'draining', holder: D }], /in this incarnation/);
  });

  it('takes off the list only who holds nothing', () => {
    assert.equal(knownMember(nextTable(table, [{ type: 'unlist', id: 'd' }]), 'd'), null);
    refuses([{ type: 'unlist', id: 'c' }], /known/);
  });

  it('has at most one holder more than copies, also when copies become fewer', () => {
    refuses([change(0, holders(A, B, C, D))], /most/);
    const moving = nextTable(table, [change(0, holders(A, B, C))]);
    refuses([{ type: 'copies', copies: 1 }], /too many holders/, moving);
    assert.equal(nextTable(table, [{ type: 'copies', copies: 1 }]).copies, 1);
    const more: TableChange[] = [{ type: 'copies', copies: 3 }, change(0, holders(A, B, C, D))];
    assert.equal(locate(nextTable(table, more), 0).replicas.length, 3);
    refuses([{ type: 'copies', copies: 6 }], /supported/);
    refuses([{ type: 'copies', copies: 0 }], /copy/);
  });

  it('refuses holders and partitions it does not know', () => {
    refuses([change(0, holders(A, holder('x')))], /known member/);
    refuses([change(0, holders(A, holder('b', 2)))], /heard of/);
    refuses([change(3, holders(A))], /every partition/);
  });
});
