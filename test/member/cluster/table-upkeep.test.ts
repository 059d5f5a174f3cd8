import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MemberEffects } from '../../../src/member/door.ts';
import { Member } from '../../../src/member/member.ts';
import { firstTable, holdersOf, nextTable } from '../../../src/placement/partition-table.ts';
import { encodeTable } from '../../../src/placement/table-document.ts';
import { SMALL } from '../pair.ts';
import { get, put } from '../room.ts';
import { FewMembers } from './few-members.ts';

const REBUILD_AFTER = 5_000;
const PARTITIONS = 32;
const UNLISTED_AFTER = 600_000;

describe('what a dead member held', () => {
  /** How long after the death everything has all its copies again. */
  function rebuilding(ghostsAge: number | null): number {
    const cluster = new FewMembers(['a', 'b', 'c'], {
      partitions: PARTITIONS,
      member: { rebuildAfter: REBUILD_AFTER },
    });
    const { world } = cluster;
    if (ghostsAge !== null) {
      world.network.part(['d'], ['a', 'b', 'c']);
      world.start('d');
      cluster.until(() => world.process('d').alive, 1_000);
      cluster.run(ghostsAge);
      assert.ok(cluster.isHeldBy(['a', 'b', 'c']));
    }
    const died = cluster.now;
    world.crash('c');
    cluster.until(() => cluster.isHeldBy(['a', 'b']), 60_000);
    if (ghostsAge !== null) assert.ok(world.store.registrations.some(({ member }) => member === 'd'));
    return cluster.now - died;
  }

  it('is held by others soon, though somebody is registered whom nobody can reach', () => {
    const usual = rebuilding(null);
    assert.ok(usual >= REBUILD_AFTER && usual < 2 * REBUILD_AFTER + 3_000, `${usual} ms`);
    for (const age of [0, 20_000]) {
      const took = rebuilding(age);
      assert.ok(took <= usual + REBUILD_AFTER, `${took} ms, not ${usual}`);
    }
  });
});

describe('a member that drains', () => {
  it('stops when it learns of a newer incarnation of itself, and wants nothing more of the table', () => {
    const [self, other] = [
      { member: 'a', incarnation: 1 },
      { member: 'b', incarnation: 1 },
    ];
    const members = [self, other].map(({ member: id, incarnation }) => ({ id, incarnation, zone: '' }));
    const holders = [
      { primary: self, replicas: [other] },
      { primary: other, replicas: [self] },
    ];
    const table = firstTable('shop', 2, members, holders);
    const successors = nextTable(table, [{ type: 'member', id: 'a', incarnation: 2, zone: '' }]);
    const member = new Member({ ...SMALL, self, partitions: 2, copies: 2, bootstrapMembers: 2 });
    const reasons: string[] = [];
    const proposed: string[] = [];
    const effects: MemberEffects = {
      answer: () => {},
      trace: () => {},
      send: () => {},
      readStore: () => {},
      propose: (_expected, next) => proposed.push(next),
      stop: (reason) => reasons.push(reason),
    };
    const turn = (at: number, ...inputs: Parameters<Member['step']>[0][]) => {
      member.beginTurn(at, at);
      for (const input of inputs) member.step(input, at, effects);
      member.endTurn(at, effects);
    };
    const registered = [self, other].map((holder) => ({ ...holder, zone: '', sawTable: true }));
    turn(0, { type: 'table-seen', document: encodeTable(table), fresh: true });
    turn(1, { type: 'members-seen', members: registered }, { type: 'line-up', peer: other });
    turn(2, { type: 'drain' }, { type: 'table-seen', document: encodeTable(successors), fresh: false });
    assert.equal(reasons.length, 1);
    for (let at = 3; at < 400; at += 50) turn(at, { type: 'tick' });
    assert.deepEqual(proposed, []);
  });
});

describe('a member that is away', () => {
  it('is listed no more when it holds nothing and ten minutes have passed, and comes back as anybody', () => {
    const cluster = new FewMembers(['a', 'b', 'c'], { partitions: 3 });
    const { world } = cluster;
    const listed = () => cluster.table.members.map(({ id }) => id);
    cluster.tell('a', put('one'), 'stored');
    world.crash('b');
    const died = cluster.now;
    world.runUntil(died + UNLISTED_AFTER - 1_000);
    assert.deepEqual(listed(), ['a', 'b', 'c']);
    world.runUntil(died + UNLISTED_AFTER + 10_000);
    assert.deepEqual(listed(), ['a', 'c']);
    assert.ok(cluster.isWhole());
    world.start('b');
    cluster.until(() => listed().includes('b') && cluster.isHeldBy(['a', 'b', 'c']) && cluster.isWhole(), 30_000);
    assert.ok(cluster.table.partitions.some((entry) => holdersOf(entry).some(({ member }) => member === 'b')));
    cluster.tell('b', get(), 'found');
  });

  it('stays listed while it is the only one who holds a partition', () => {
    const cluster = new FewMembers(['a', 'b', 'c'], { partitions: 3, copies: 1 });
    cluster.world.crash('b');
    cluster.run(UNLISTED_AFTER + 10_000);
    assert.ok(cluster.table.members.some(({ id }) => id === 'b'));
    assert.ok(cluster.table.partitions.some(({ primary }) => primary.member === 'b'));
  });
});
