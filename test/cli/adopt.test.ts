import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { adopt } from '../../src/cli/adopt.ts';
import type { StoreTable } from '../../src/rpc/cluster-view.ts';
import { FakeCluster, startDoor, startLine } from '../rpc/cluster-harness.ts';
import { FakeIo } from './fake-io.ts';

/** Nobody else is there; the store shows this. */
async function alone(t: TestContext, stored: StoreTable = { type: 'none' }) {
  const view = new FakeCluster();
  for (const other of ['b', 'c']) view.lose(other);
  view.disbelieve(stored);
  return { view, address: await startLine(t, view), io: new FakeIo() };
}

describe('holdfast adopt', () => {
  it('stays until the store shows the table', async (t) => {
    const { view, address, io } = await alone(t);
    io.onPause = () => {
      if (io.pauses === 2) view.believe();
    };
    assert.equal(await adopt.run(['--address', address], io), 0);
    assert.equal(io.printed, 'table 1 of cluster q3 is in the coordination store\n');
    assert.deepEqual([view.adoptions, io.pauses, io.errors], [[{ type: 'none' }], 2, '']);
  });

  it('tells scripts the same, and ends with 1 if the store does not come to show it', async (t) => {
    const { view, address, io } = await alone(t);
    assert.equal(await adopt.run(['--address', address, '--json'], io), 1);
    assert.deepEqual(JSON.parse(io.printed), { cluster: 'q3', version: 1, adopted: false });
    assert.match(io.errors, /^holdfast: the coordination store was asked, but does not show table 1 yet;/);
    io.printed = '';
    io.onPause = () => view.believe();
    assert.equal(await adopt.run(['--address', address, '--json'], io), 0);
    assert.deepEqual(JSON.parse(io.printed), { cluster: 'q3', version: 1, adopted: true });
  });

  it('overwrites another cluster’s table only if that is named', async (t) => {
    const { view, address, io } = await alone(t, { type: 'other-cluster', cluster: 'z9' });
    io.onPause = () => view.believe();
    assert.equal(await adopt.run(['--address', address], io), 1);
    assert.match(io.errors, /--replaced-cluster z9\n$/);
    assert.deepEqual(view.adoptions, []);
    assert.equal(await adopt.run(['--address', address, '--replaced-cluster', 'z9'], io), 0);
    assert.equal(view.adoptions.length, 1);
  });

  it('ends with 1 and the reason if it was refused', async (t) => {
    const { view, address, io } = await alone(t);
    view.believe();
    assert.equal(await adopt.run(['--address', address], io), 1);
    assert.match(io.errors, /^holdfast: the coordination store .*: there is nothing to adopt\n$/);
    const door = await startDoor(t, view);
    assert.equal(await adopt.run(['--address', door.address], io), 1);
    assert.match(io.errors, /operator-token-file/);
    assert.deepEqual(view.adoptions, []);
  });

  it('ends with 2 if it is told too much, and 3 where nobody answers', async () => {
    assert.equal(await adopt.run(['a'], new FakeIo()), 2);
    assert.equal(await adopt.run(['--replaced-cluster'], new FakeIo()), 2);
    assert.equal(await adopt.run(['--address', '127.0.0.1:1'], new FakeIo()), 3);
  });
});
