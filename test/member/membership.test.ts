import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Registration } from '../../src/member/door.ts';
import { allGone, isGone, livingOf, Membership } from '../../src/member/membership.ts';
import { type Holder, nameOf } from '../../src/placement/holder.ts';
import { holderOf, holdersWritten, tableWritten } from '../placement/written.ts';

const MISSED_AFTER = 5_000;
const HEARD_MISSED_AFTER = 30_000;
const TABLE = tableWritten(1, ['1.1.0 a b', '1.1.0 b c']);

function registered(names: string, zone = ''): Registration[] {
  return names
    .split(' ')
    .filter(Boolean)
    .map((name) => ({ ...holderOf(name), zone, sawTable: true }));
}

/** Names of those who may hold copies, by what is heard and what was out of reach for so long. */
function eligible(
  membership: Membership,
  names: string,
  at: number,
  given: { heard?: string; unheardFor?: Readonly<Record<string, number>>; table?: typeof TABLE } = {},
): string[] {
  const isHeard = (holder: Holder) => (given.heard ?? '').split(' ').includes(nameOf(holder));
  const unheardFor = (holder: Holder) => given.unheardFor?.[nameOf(holder)] ?? 0;
  const table = given.table ?? TABLE;
  membership.observe(table, registered(names), at);
  const members = membership.eligible(table, registered(names), isHeard, unheardFor, at);
  return members.map(({ id, incarnation }) => `${id}#${incarnation}`).sort();
}

describe('who may hold copies', () => {
  it('is who is registered, in its newest incarnation', () => {
    assert.deepEqual(eligible(new Membership(2, MISSED_AFTER), 'a b#3 c d', 0), ['a#1', 'b#3', 'c#1', 'd#1']);
  });

  it('is also who was there a moment ago: it is missed after a while, later if we still hear it', () => {
    const membership = new Membership(2, MISSED_AFTER);
    const all = ['a#1', 'b#1', 'c#1'];
    assert.deepEqual(eligible(membership, 'a', 1_000), all);
    assert.deepEqual(eligible(membership, 'a', 1_000 + MISSED_AFTER - 1), all);
    assert.deepEqual(eligible(membership, 'a', 1_000 + MISSED_AFTER, { heard: 'c#1' }), ['a#1', 'c#1']);
    assert.deepEqual(eligible(membership, 'a', 999 + HEARD_MISSED_AFTER, { heard: 'c#1' }), ['a#1', 'c#1']);
    assert.deepEqual(eligible(membership, 'a', 1_000 + HEARD_MISSED_AFTER, { heard: 'c#1' }), ['a#1']);
  });

  it('is missed from when it was gone last', () => {
    const membership = new Membership(2, MISSED_AFTER);
    eligible(membership, 'a c', 0);
    eligible(membership, 'a b c', 4_000);
    eligible(membership, 'a c', 6_000);
    assert.ok(!membership.isMissed('b', false, 6_000 + MISSED_AFTER - 1));
    assert.ok(membership.isMissed('b', false, 6_000 + MISSED_AFTER));
    assert.ok(!membership.isMissed('a', false, 1e9));
  });

  it('is nobody who drains, whom an operator forgot, or whose successor is known', () => {
    const membership = new Membership(2, MISSED_AFTER);
    const draining = tableWritten(2, ['1.1.0 a b', '1.1.0 b c'], { draining: 'b' });
    assert.deepEqual(eligible(membership, 'a b c', 0, { table: draining }), ['a#1', 'c#1']);
    assert.deepEqual(eligible(membership, 'a c', 0, { table: draining }), ['a#1', 'c#1']);
    const forgotten = tableWritten(2, ['1.1.0 a b', '1.1.0 b c'], { forgotten: 'c' });
    assert.deepEqual(eligible(membership, 'a b', 0, { table: forgotten }), ['a#1', 'b#1']);
    const newer = tableWritten(2, ['1.1.0 a b', '1.1.0 b c#4']);
    assert.deepEqual(eligible(membership, 'a b c', 0, { table: newer }), ['a#1', 'b#1']);
  });

  it('is nobody whom we could not reach for as long: we could not fill it', () => {
    const membership = new Membership(2, MISSED_AFTER);
    const of = (milliseconds: number) => eligible(membership, 'a b c', 0, { unheardFor: { 'c#1': milliseconds } });
    assert.deepEqual(
      [of(MISSED_AFTER - 1), of(MISSED_AFTER)],
      [
        ['a#1', 'b#1', 'c#1'],
        ['a#1', 'b#1'],
      ],
    );
  });
});

describe('the target', () => {
  const members = ['a', 'b', 'c'].map((id) => ({ id, incarnation: 1, zone: '' }));

  it('is computed again only when something it depends on has changed', () => {
    const membership = new Membership(2, MISSED_AFTER);
    const first = membership.targetFor(TABLE, members, TABLE.partitions);
    assert.equal(membership.targetFor(TABLE, [...members], [...TABLE.partitions]), first);
    assert.notEqual(membership.targetFor({ ...TABLE, version: 2 }, members, TABLE.partitions), first);
    const fewer = membership.targetFor(TABLE, members.slice(0, 2), TABLE.partitions);
    assert.ok(
      fewer !== null &&
        !fewer.some(({ primary, replicas }) => [primary, ...replicas].some(({ member }) => member === 'c')),
    );
  });

  it('counts the copies that are being filled', () => {
    const membership = new Membership(1, MISSED_AFTER);
    const table = tableWritten(1, ['1.1.0 a'], { others: 'b c' });
    const choice = membership.targetFor(table, members, table.partitions)?.[0]?.replicas[0]?.member;
    const other = choice === 'b' ? 'c' : 'b';
    const filling = [{ ...holdersWritten(`a ${other}`) }];
    assert.equal(membership.targetFor(table, members, filling)?.[0]?.replicas[0]?.member, other);
  });

  it('is nothing where nobody may hold anything', () => {
    assert.equal(new Membership(2, MISSED_AFTER).targetFor(TABLE, [], TABLE.partitions), null);
  });
});

describe('gone for good', () => {
  const gone = (name: string, names: string, table = TABLE) =>
    isGone(holderOf(name), livingOf(table, registered(names)));

  it('is whose id has come back, or whom an operator forgot; a registration that vanished proves nothing', () => {
    assert.ok(!gone('b', ''));
    assert.ok(!gone('b', 'b'));
    assert.ok(gone('b', 'b#2'));
    assert.ok(!gone('b#2', 'b'));
    assert.ok(!gone('x', ''), 'and nobody knows of a stranger');
    assert.ok(gone('b', '', tableWritten(2, ['1.1.0 a b#2', '1.1.0 a'])));
    const forgotten = tableWritten(2, ['1.1.0 a b', '1.1.0 a'], { forgotten: 'b' });
    assert.ok(gone('b', '', forgotten));
    assert.ok(gone('b', 'b', forgotten), 'though it may be registered');
    assert.ok(!gone('b#2', '', forgotten));
  });

  it('is a partition only when all who hold it are', () => {
    const holders = holdersWritten('a b');
    const areGone = (names: string) => allGone(holders, livingOf(TABLE, registered(names)));
    assert.deepEqual(['a#2 b', 'a#2', 'b#2', 'a#2 b#2'].map(areGone), [false, false, false, true]);
  });
});
