import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { status } from '@grpc/grpc-js';
import type { StoreTable } from '../../src/rpc/cluster-view.ts';
import { FakeCluster, held, holder, process, startDoor } from './cluster-harness.ts';
import { operatorOf, refusal, withOthers } from './operators.ts';

const GONE: StoreTable = { type: 'none' };

/** Three members that know the second table, and a store that shows `a` something else. */
async function forgotten(t: TestContext, stored: StoreTable = GONE) {
  const view = new FakeCluster();
  const others = await withOthers(t, view);
  for (const each of [view, others.b, others.c]) each.adopt({ type: 'draining', holder: holder('c') });
  view.disbelieve(stored);
  return { view, ...others, client: await operatorOf(t, view) };
}

describe('Adopt', () => {
  it('has the store hold our table where it held none, or an older one of ours', async (t) => {
    for (const stored of [GONE, { type: 'older', version: 1 }] as const) {
      const { view, b, client } = await forgotten(t, stored);
      assert.deepEqual(await client.call('Adopt'), { cluster: 'q3', version: 2 });
      assert.deepEqual([view.adoptions, b.adoptions], [[stored], []]);
    }
  });

  it('is for operators', async (t) => {
    const { view } = await forgotten(t);
    const { client } = await startDoor(t, view, { operatorTokens: ['operator'] });
    await refusal(client.call('Adopt'), 'OPERATORS_ONLY', status.PERMISSION_DENIED);
    assert.deepEqual(view.adoptions, []);
    assert.equal((await client.call('Adopt', {}, 'operator'))['version'], 2);
    assert.deepEqual(view.adoptions, [GONE]);
  });

  it('is refused where there is nothing to adopt, no table, or no store', async (t) => {
    const { view, client } = await forgotten(t, { type: 'fits' });
    await refusal(client.call('Adopt'), 'NOTHING_TO_ADOPT');
    view.loseStore();
    await refusal(client.call('Adopt'), 'STORE_UNREACHABLE', status.UNAVAILABLE);
    view.present = null;
    await refusal(client.call('Adopt'), 'NO_TABLE', status.UNAVAILABLE);
    assert.deepEqual(view.adoptions, []);
  });

  it('never overwrites what is not older, or cannot be read', async (t) => {
    const { view, client } = await forgotten(t, { type: 'not-older', reason: 'not JSON' });
    for (const replaced_cluster of ['', 'q3']) {
      assert.match(await refusal(client.call('Adopt', { replaced_cluster }), 'NOT_OLDER'), /left alone: not JSON$/);
    }
    assert.deepEqual(view.adoptions, []);
  });

  it('overwrites another cluster’s table only if that is named', async (t) => {
    const stored = { type: 'other-cluster', cluster: 'z9' } as const;
    const { view, client } = await forgotten(t, stored);
    for (const replaced_cluster of ['', 'z8', 'q3']) {
      const details = await refusal(client.call('Adopt', { replaced_cluster }), 'OTHER_CLUSTER');
      assert.match(details, /--replaced-cluster z9$/);
    }
    assert.deepEqual(view.adoptions, []);
    await client.call('Adopt', { replaced_cluster: 'z9' });
    assert.deepEqual(view.adoptions, [stored]);
    // It was another store that somebody looked at.
    view.disbelieve(GONE);
    await refusal(client.call('Adopt', { replaced_cluster: 'z9' }), 'OTHER_CLUSTER');
    await refusal(
      client.call('Adopt', { replaced_cluster: 'z'.repeat(254) }),
      'INVALID_FIELD',
      status.INVALID_ARGUMENT,
    );
    assert.equal(view.adoptions.length, 1);
  });

  it('is refused while another member knows a newer table', async (t) => {
    const { view, b, client } = await forgotten(t);
    b.adopt();
    assert.match(await refusal(client.call('Adopt'), 'NEWER_TABLE_KNOWN'), /^b knows a newer table, version 3/);
    view.adopt();
    assert.deepEqual(await client.call('Adopt'), { cluster: 'q3', version: 3 });
  });

  it('is refused while another member goes by a table that could never follow ours, or be followed', async (t) => {
    const { view, b, client } = await forgotten(t);
    const before = b.present;
    // Both went on from the same table, each for itself.
    b.adopt({ type: 'holders', partition: 1, holders: held('c') });
    view.adopt({ type: 'holders', partition: 0, holders: held('b') });
    const flaw = /^b#1 goes by a table that ours cannot follow \(version 3 does not follow version 3\)/;
    assert.match(await refusal(client.call('Adopt'), 'OTHER_TABLE_KNOWN'), flaw);
    view.adopt();
    assert.match(await refusal(client.call('Adopt'), 'OTHER_TABLE_KNOWN'), /partition 1: an older epoch/);
    b.present = before === null ? null : { ...before, cluster: 'z9' };
    assert.match(await refusal(client.call('Adopt'), 'OTHER_TABLE_KNOWN'), /another cluster/);
    assert.deepEqual(view.adoptions, []);
    b.present = null;
    await client.call('Adopt');
    assert.equal(view.adoptions.length, 1);
  });

  it('is refused where a member that shows a sign of life cannot be asked', async (t) => {
    const { view, client } = await forgotten(t);
    view.list[1] = process('b', 1, { address: '127.0.0.1:1' });
    const adopt = () => refusal(client.call('Adopt'), 'MEMBER_UNREACHABLE', status.UNAVAILABLE);
    assert.match(await adopt(), /^b at 127\.0\.0\.1:1/);
    // Heard, but not registered: it may not reach the store.
    view.list.splice(1, 1);
    assert.match(await adopt(), /^b at no known address/);
    assert.deepEqual(view.adoptions, []);
    view.lose('b');
    await client.call('Adopt');
    assert.equal(view.adoptions.length, 1);
  });

  it('does not depend on who only passes requests on, but believes it', async (t) => {
    const { view, b, client } = await forgotten(t);
    view.list.push(process('gate', 1, { gatewayOnly: true, address: '127.0.0.1:1' }));
    await client.call('Adopt');
    view.list = view.list.map((each) => (each.member === 'b' ? { ...each, gatewayOnly: true } : each));
    b.adopt();
    await refusal(client.call('Adopt'), 'NEWER_TABLE_KNOWN');
    assert.equal(view.adoptions.length, 1);
  });

  it('looks at the store once more when the others have answered', async (t) => {
    const { view, c, client } = await forgotten(t);
    const table = c.table.bind(c);
    c.table = () => {
      view.believe();
      return table();
    };
    await refusal(client.call('Adopt'), 'NOTHING_TO_ADOPT');
    assert.deepEqual(view.adoptions, []);
  });
});
