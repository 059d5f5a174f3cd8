import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { FakeCluster, held, holder, process, startDoor } from './cluster-harness.ts';
import type { Message } from './harness.ts';

async function health(t: TestContext, view: FakeCluster): Promise<Message> {
  const { client } = await startDoor(t, view);
  return client.call('GetHealth');
}

function problemsOf(answer: Message): readonly string[] {
  assert.equal(answer['healthy'], (answer['problems'] as string[]).length === 0);
  return answer['problems'] as string[];
}

const WELL = {
  partitions: 4,
  under_copied: 0,
  without_primary: 0,
  without_copy: 0,
  out_of_step_here: 0,
  begun_anew: 0,
};

describe('GetHealth', () => {
  it('finds nothing where nothing is wrong', async (t) => {
    const view = new FakeCluster();
    view.held = [{ partition: 2, role: 'replica', inStep: true, sessions: 7 }];
    const answer = await health(t, view);
    assert.deepEqual(problemsOf(answer), []);
    assert.deepEqual(answer['summary'], WELL);
    assert.deepEqual([answer['cluster_name'], answer['table_version'], answer['answering']], ['shop', 1, holder('a')]);
    assert.deepEqual(answer['store'], {
      ...{ kind: 'etcd', reachable: true, answered_ago_ms: 250, _answered_ago_ms: 'answered_ago_ms' },
      ...{ trouble: '', refused: '' },
    });
    const partitions = answer['partitions'] as Message[];
    assert.deepEqual(partitions[2], {
      ...{ partition: 2, primary: holder('c'), replicas: [holder('a')], wanted_copies: 2, living_copies: 2 },
      ...{ under_copied: false, primary_lives: true, life: 0 },
      own: { role: 'COPY_ROLE_REPLICA', in_step: true, sessions: 7 },
    });
    assert.equal(partitions[1]?.['own'], null);
  });

  it('does not count a drain, a free member or what was lost before as trouble', async (t) => {
    const view = new FakeCluster();
    view.list.push(process('d'), process('gate', 1, { gatewayOnly: true }));
    view.hear(holder('d'));
    view.adopt(
      { type: 'member', id: 'd', incarnation: 1, zone: '' },
      { type: 'draining', holder: holder('c') },
      { type: 'anew', partition: 0, holders: held('c', 'd') },
    );
    const answer = await health(t, view);
    assert.deepEqual(problemsOf(answer), []);
    assert.deepEqual(answer['draining'], holder('c'));
    assert.deepEqual(answer['summary'], { ...WELL, begun_anew: 1 });
  });

  it('sees copies, primaries and whole partitions that are gone', async (t) => {
    const view = new FakeCluster();
    view.lose('b');
    const one = await health(t, view);
    assert.deepEqual(one['summary'], { ...WELL, under_copied: 2, without_primary: 1 });
    assert.deepEqual(problemsOf(one), [
      '1 partition: the primary is gone, and a replica is to take its place',
      '2 partitions: fewer than 2 copies',
    ]);
    view.lose('c');
    const two = await health(t, view);
    assert.deepEqual(two['summary'], { ...WELL, under_copied: 4, without_primary: 2, without_copy: 1 });
    assert.deepEqual(problemsOf(two), [
      '1 partition: none of the members that hold a copy is there: its requests wait until one is back or forgotten',
      '1 partition: the primary is gone, and a replica is to take its place',
      '3 partitions: fewer than 2 copies; only 1 of the members there may hold one',
    ]);
  });

  it('takes a restarted member for another one', async (t) => {
    const view = new FakeCluster();
    view.list[1] = process('b', 2);
    view.lines.delete('b#1');
    view.hear(holder('b', 2));
    const answer = await health(t, view);
    assert.deepEqual(answer['summary'], { ...WELL, under_copied: 2, without_primary: 1 });
  });

  it('sees a store that does not answer', async (t) => {
    const view = new FakeCluster();
    view.storeState = {
      ...{ kind: 'etcd', reachable: false, answeredAgo: null, trouble: 'connection refused', refused: '' },
    };
    const answer = await health(t, view);
    assert.deepEqual(problemsOf(answer), [
      'the coordination store does not answer (connection refused): sessions are served, but no partition changes hands',
    ]);
    assert.deepEqual(answer['store'], {
      ...{ kind: 'etcd', reachable: false, trouble: 'connection refused', refused: '' },
    });
  });

  it('sees a store that shows a table which is not believed', async (t) => {
    const view = new FakeCluster();
    view.disbelieve({ type: 'older', version: 1 }, 'version 1 does not follow version 3');
    const answer = await health(t, view);
    assert.deepEqual(problemsOf(answer), [
      'the coordination store shows a table that a does not believe (version 1 does not follow version 3): ' +
        'sessions are served, but no partition changes hands; see "holdfast adopt"',
    ]);
    assert.equal((answer['store'] as Message)['refused'], 'version 1 does not follow version 3');
    view.present = null;
    view.disbelieve({ type: 'fits' }, '64 partitions, not 256');
    assert.ok(
      problemsOf(await health(t, view)).includes(
        'the coordination store shows a table that a does not believe (64 partitions, not 256)',
      ),
    );
  });

  it('sees who is registered and not heard, and its own copies that are not in step', async (t) => {
    const view = new FakeCluster();
    view.lines.delete('b#1');
    view.held = [
      { partition: 0, role: 'primary', inStep: false, sessions: 0 },
      { partition: 1, role: 'filling', inStep: false, sessions: 0 },
    ];
    const answer = await health(t, view);
    assert.deepEqual(problemsOf(answer), [
      '1 partition: the copy of a is not in step',
      'b#1 is registered, but a has no line to it',
    ]);
    assert.equal((answer['summary'] as Message)['out_of_step_here'], 1);
  });

  it('says that there is no table yet', async (t) => {
    const view = new FakeCluster();
    view.present = null;
    const answer = await health(t, view);
    assert.deepEqual(problemsOf(answer), ['there is no table of partitions yet: the cluster has not formed']);
    assert.deepEqual([answer['table_version'], answer['partitions']], [0, []]);
  });
});
