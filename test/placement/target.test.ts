import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { EligibleMember } from '../../src/placement/fair-shares.ts';
import { preferenceOf } from '../../src/placement/preference.ts';
import { spread } from '../../src/placement/spread.ts';
import { targetOf } from '../../src/placement/target.ts';
import { EvolvingCluster, movementBound, movementOf, plans, SEED } from './evolving-cluster.ts';

const MEMBERS = 50;
const wide = plans({ zones: 5, members: MEMBERS, partitions: 1_024, events: 5 });
const flat = plans({ zones: 1, members: MEMBERS, partitions: 512, events: 12 });
const long = plans({ zones: 4, members: 12, partitions: 128, events: 60 });

const sizes = (zones: readonly number[], first = 0): EligibleMember[] =>
  zones.map((zone, place) => ({ id: `m${first + place}`, incarnation: 1, zone: `zone-${zone}` }));

function placed(members: readonly EligibleMember[], copies: number, partitions: number) {
  const preference = preferenceOf(
    members.map(({ id }) => id),
    partitions,
  );
  return targetOf({ members, copies, present: [], preference }) ?? [];
}

describe('the target', () => {
  it('fills every partition, keeps zones apart and everybody within a fair share, through joins and leaves', () => {
    fc.assert(
      fc.property(wide, (plan) => {
        const cluster = new EvolvingCluster(plan, MEMBERS);
        assert.deepEqual(cluster.flaws(), []);
        for (const event of plan.events) {
          cluster.happen(event);
          assert.deepEqual(cluster.flaws(), []);
        }
      }),
      { seed: SEED, numRuns: 120 },
    );
  });

  it('does so through long histories', () => {
    fc.assert(
      fc.property(long, (plan) => {
        const cluster = new EvolvingCluster(plan, 12);
        for (const event of plan.events) cluster.happen(event);
        assert.deepEqual(cluster.flaws(), []);
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  // Half as much again with zones, and twice as much of roles: see docs/replication.md for counterexamples to less.
  it('moves little on a join or a leave', () => {
    fc.assert(
      fc.property(fc.oneof(flat, wide, long), (plan) => {
        const cluster = new EvolvingCluster(plan, MEMBERS);
        const zoned = new Set([...plan.zones, ...plan.events.map(({ zone }) => zone)]).size > 1;
        for (const event of plan.events) {
          const move = cluster.happen(event);
          if (move === null) continue;
          const { copies, primaries } = move.movement;
          const most = movementBound(move.fairCopies) * (zoned ? 1.5 : 1);
          assert.ok(copies <= most, `${move.type}: ${copies} copies moved, ${most} allowed`);
          const mostRoles = movementBound(move.fairPrimaries) * 2;
          assert.ok(primaries <= mostRoles, `${move.type}: ${primaries} primaries moved, ${mostRoles} allowed`);
        }
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('leaves a table alone that is as it should be', () => {
    fc.assert(
      fc.property(wide, (plan) => {
        const cluster = new EvolvingCluster(plan, MEMBERS);
        for (const event of plan.events) cluster.happen(event);
        assert.deepEqual(cluster.target(), cluster.present);
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it('does not depend on the order of the members', () => {
    fc.assert(
      fc.property(long, fc.nat(), (plan, turn) => {
        const cluster = new EvolvingCluster(plan, 12);
        cluster.happen({ join: true, pick: turn, zone: 0, back: false });
        const { members, present } = cluster;
        const at = turn % members.length;
        const turned = [...members.slice(at), ...members.slice(0, at)].reverse();
        const leaving = members[at]?.id;
        const without = (list: readonly EligibleMember[]) => list.filter(({ id }) => id !== leaving);
        if (members.length === 1) return;
        assert.deepEqual(cluster.target(without(turned), present), cluster.target(without(members), present));
        assert.deepEqual(cluster.target(turned, []), cluster.target(members, []));
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it('gives a member that restarted its copies back, and moves nothing else', () => {
    const before = sizes([0, 0, 0, 0, 0]);
    const present = placed(before, 2, 256);
    const members = before.map((member) => (member.id === 'm3' ? { ...member, incarnation: 2 } : member));
    const preference = preferenceOf(['m0', 'm1', 'm2', 'm3', 'm4'], 256);
    const target = targetOf({ members, copies: 2, present, preference }) ?? [];
    const lost = spread(present).get('m3')?.copies as number;
    assert.equal(movementOf(present, target).copies, lost);
    assert.ok((spread(target).get('m3')?.copies as number) >= 98);
    for (const { primary, replicas } of target) {
      for (const { member, incarnation } of [primary, ...replicas]) assert.equal(incarnation, member === 'm3' ? 2 : 1);
    }
  });

  it('does not take a restarted member for one that has its data', () => {
    const present = placed(sizes([0, 0, 0, 0, 0]), 2, 256);
    // What m3 lost is shared between it and a newcomer; only what they lack then is taken from others.
    const members = sizes([0, 0, 0, 0, 0, 0]).map((member) => ({ ...member, incarnation: member.id === 'm3' ? 2 : 1 }));
    const preference = preferenceOf(['m0', 'm1', 'm2', 'm3', 'm4', 'm5'], 256);
    const target = targetOf({ members, copies: 2, present, preference }) ?? [];
    const loads = spread(target);
    const filled = (loads.get('m3')?.copies ?? 0) + (loads.get('m5')?.copies ?? 0);
    assert.equal(movementOf(present, target).copies, filled);
    assert.ok(filled <= 170, `${filled} copies filled`);
    const elsewhere = present.filter(({ primary, replicas }, partition) => {
      const now = [target[partition]?.primary, ...(target[partition]?.replicas ?? [])].map((holder) => holder?.member);
      return [primary, ...replicas].some(({ member }) => member === 'm3') && !now.includes('m3');
    });
    assert.ok(elsewhere.length > 30, `${elsewhere.length} of its partitions went elsewhere`);
  });

  it('lets a replica with the data follow a primary that is gone', () => {
    const members = sizes([0, 0, 0, 0]);
    const present = placed(members, 3, 64);
    const left = members.filter(({ id }) => id !== 'm1');
    const preference = preferenceOf(
      left.map(({ id }) => id),
      64,
    );
    const target = targetOf({ members: left, copies: 3, present, preference }) ?? [];
    for (const [partition, { primary, replicas }] of present.entries()) {
      if (primary.member === 'm1')
        assert.ok(replicas.some(({ member }) => member === target[partition]?.primary.member));
    }
  });

  it('spreads the first table over a lone zone too, where each partition must have a copy', () => {
    const target = placed(sizes([0, 0, 0, 0, 1]), 2, 100);
    const loads = spread(target);
    assert.deepEqual(loads.get('m4'), { copies: 100, primaries: 20 });
    for (const id of ['m0', 'm1', 'm2', 'm3']) assert.equal(loads.get(id)?.copies, 25);
  });

  it('is nothing where nobody is eligible', () => {
    assert.equal(targetOf({ members: [], copies: 2, present: [], preference: preferenceOf([], 64) }), null);
  });

  it('moves apart what shares a zone, once another zone is back', () => {
    const both = sizes([0, 0, 1, 1]);
    const [a, b] = ['m0', 'm1'].map((member) => ({ member, incarnation: 1 }));
    assert.ok(a !== undefined && b !== undefined);
    const present = Array.from({ length: 64 }, (_, at) =>
      at % 2 ? { primary: a, replicas: [b] } : { primary: b, replicas: [a] },
    );
    const preference = preferenceOf(['m0', 'm1', 'm2', 'm3'], 64);
    const target = targetOf({ members: both, copies: 2, present, preference }) ?? [];
    const zoneOf = new Map(both.map(({ id, zone }) => [id, zone]));
    for (const { primary, replicas } of target) {
      assert.notEqual(zoneOf.get(primary.member), zoneOf.get(replicas[0]?.member ?? ''));
    }
    assert.equal(movementOf(present, target).copies, 64);
  });
});
