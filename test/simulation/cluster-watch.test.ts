import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MemberTrace } from '../../src/member/door.ts';
import { firstTable, nextTable, type TableChange } from '../../src/placement/partition-table.ts';
import { encodeTable } from '../../src/placement/table-document.ts';
import { ClusterWatch } from './cluster-watch.ts';
import { fakeOf, fakeWorld } from './world/fake-world.ts';
import type { World } from './world/world.ts';

const holder = (member: string, incarnation = 1) => ({ member, incarnation });

function watched(): { world: World; watch: ClusterWatch } {
  const world = fakeWorld(['a', 'b', 'c'], { partitions: 1 });
  const watch = new ClusterWatch(world);
  world.runUntil(world.now + 1_000);
  return { world, watch };
}

/** What the store holds one after the other: a partition of two copies, then what is told. */
function tables(world: World, ...changes: TableChange[]): void {
  const members = ['a', 'b', 'c'].map((id) => ({ id, incarnation: 1, zone: '' }));
  const first = firstTable('x', 2, members, [{ primary: holder('a'), replicas: [holder('b')] }]);
  world.store.replaceTable(encodeTable(first));
  world.runUntil(world.now + 1_000);
  world.store.replaceTable(encodeTable(nextTable(first, changes)));
  world.runUntil(world.now + 1_000);
}

const anew: TableChange = { type: 'anew', partition: 0, holders: { primary: holder('c'), replicas: [] } };

describe('the watch over a cluster', () => {
  it('finds memory that is given up although somebody has it who lives, be he paused or cut off', () => {
    for (const trouble of ['none', 'paused', 'cut']) {
      const { world, watch } = watched();
      world.crash('a');
      if (trouble === 'paused') world.pause('b');
      if (trouble === 'cut') world.network.part(['b'], ['a', 'c']);
      tables(world, anew);
      assert.equal(watch.wrongs.length, 1, trouble);
      assert.match(watch.wrongs[0] ?? '', /partition 0 was given out anew at .* though b\/1 lives \(of a\/1, b\/1\)/);
    }
  });

  it('lets memory be given up when all who had it are dead or forgotten, and says when it was', () => {
    const { world, watch } = watched();
    world.crash('a');
    world.crash('b');
    tables(world, anew);
    assert.deepEqual(watch.wrongs, []);
    const { at } = world.store.tables.at(-1) as { at: number };
    assert.deepEqual(watch.upheavalsOf(0).losses, [{ from: at, until: at }]);
  });

  it('takes a forgotten incarnation for dead', () => {
    const { world, watch } = watched();
    world.crash('a');
    tables(world, { type: 'forget', id: 'b', incarnation: 1 }, anew);
    assert.deepEqual(watch.wrongs, []);
  });

  it('takes a new process for another than the one before', () => {
    const { world, watch } = watched();
    world.crash('a');
    world.restart('b');
    world.runUntil(world.now + 5_000);
    assert.equal(world.process('b').incarnation, 2);
    tables(world, { type: 'member', id: 'b', incarnation: 2, zone: '' }, anew);
    assert.deepEqual(watch.wrongs, []);
  });

  it('notes takeovers and other moves, and counts what is rare', () => {
    const { world, watch } = watched();
    const told: number[] = [];
    for (const how of ['first', 'takeover', 'handover'] as const) {
      const event: MemberTrace = { type: 'became-primary', partition: 0, reign: 2, how };
      fakeOf(world, 'b').does = (_input, effects) => effects.trace(event);
      world.process('b').tell({ type: 'cancel', asker: 1 });
      world.runUntil(world.now + 1_000);
      told.push(world.now);
    }
    const { takeovers, moves } = watch.upheavalsOf(0);
    assert.equal(takeovers.length, 2, 'nobody heard the word of who handed over');
    assert.equal(moves.length, 2);
    const heard: number[] = [];
    for (const id of ['c', 'b', 'b']) {
      fakeOf(world, id).does = (_input, effects) => {
        effects.trace({ type: 'handover-heard', partition: 0, peer: 'a#1' });
      };
      world.process(id).tell({ type: 'cancel', asker: 1 });
      world.runUntil(world.now + 1_000);
      heard.push(takeovers.length);
    }
    assert.deepEqual(heard, [2, 1, 1], 'it is told of the reign that began at b');
    assert.equal(moves.length, 2);
    const [until = 0] = takeovers.map((takeover) => takeover.until);
    assert.ok(until > (told[0] ?? 0) && until < (told[1] ?? 0) + 5_000);
    assert.equal(watch.marks.get('primary by takeover'), 1);
    assert.equal(watch.marks.get('primary by handover'), 1);
  });

  it('notes for how long members stood still, and that requests may be late then', () => {
    const { world, watch } = watched();
    const from = world.now;
    world.pause('a');
    world.suspend('b', 3_000);
    world.runUntil(from + 2_000);
    world.resume('a');
    world.runUntil(from + 10_000);
    const { standstills } = watch.upheavalsOf(0);
    assert.equal(standstills.length, 2);
    for (const [index, length] of [2_000, 3_000].entries()) {
      const { from: begin = 0, until = 0 } = standstills[index] ?? {};
      assert.ok(begin <= from && begin >= from - 200, `it began at ${begin}`);
      assert.ok(until >= from + length && until <= from + length + 200, `it ended at ${until}`);
    }
    assert.ok(watch.disturbances.some((trouble) => trouble.from <= from && trouble.until >= from + 2_000));
  });
});
