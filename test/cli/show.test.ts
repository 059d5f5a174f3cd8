import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SessionReport } from '../../src/cli/session-report.ts';
import { show } from '../../src/cli/show.ts';
import type { Described } from '../../src/member/door.ts';
import { FakeCluster, startDoor } from '../rpc/cluster-harness.ts';
import { FakeIo } from './fake-io.ts';

const LOCKED: Described = {
  type: 'described',
  contentBytes: 1_536,
  timeoutMinutes: 20,
  timeLeft: 1_083_000,
  uninitialized: false,
  versionMemory: 1,
  versionSequence: 1,
  lock: { age: 3_200, leaseLeft: 106_800, holder: 7, request: 812 },
  waiters: 4,
};

const NAME = ['/LM/W3SVC/1/ROOT', 'abc'];

describe('holdfast show', () => {
  it('tells who holds a session, since when, and who waits', async (t) => {
    const { address, entrance } = await startDoor(t, new FakeCluster());
    entrance.decide = () => LOCKED;
    const io = new FakeIo();
    assert.equal(await show.run([...NAME, '--address', address], io), 0);
    assert.equal(entrance.submitted[0]?.name, '/LM/W3SVC/1/ROOT/abc');
    assert.equal(
      io.printed,
      `application  /LM/W3SVC/1/ROOT
id           abc
size         1.5 KiB
timeout      20 min, 18 min 3 s left
lock         held for 3.2 s, since 2023-11-14T22:13:17.300Z
held by      10.1.2.3, over the gateway door, request 812
lock ends    in 1 min 46 s, unless prolonged or given back
in line      4 requests
`,
    );
  });

  it('tells of one that is free and never expires', async (t) => {
    const { address, entrance } = await startDoor(t, new FakeCluster());
    const timeLeft = Number.POSITIVE_INFINITY;
    entrance.decide = () => ({
      ...LOCKED,
      ...{ contentBytes: 1, lock: null, waiters: 0, timeoutMinutes: 0, timeLeft, uninitialized: true },
    });
    const io = new FakeIo();
    assert.equal(await show.run([...NAME, '--address', address], io), 0);
    assert.match(io.printed, /^size +1 B, put there to be filled, and not read yet$/m);
    assert.match(io.printed, /^timeout +none\nlock +free\nin line +nobody$/m);
  });

  it('tells scripts the same', async (t) => {
    const { address, entrance } = await startDoor(t, new FakeCluster());
    entrance.decide = () => LOCKED;
    const io = new FakeIo();
    assert.equal(await show.run([...NAME, '--address', address, '--json'], io), 0);
    const report: SessionReport = JSON.parse(io.printed);
    assert.deepEqual(report, {
      ...{ application: '/LM/W3SVC/1/ROOT', id: 'abc' },
      session: {
        ...{ contentBytes: 1_536, timeoutMinutes: 20, timeLeftMs: 1_083_000, uninitialized: false, waiters: 4 },
        lock: {
          ...{ ageMs: 3_200, since: '2023-11-14T22:13:17.300Z', leaseLeftMs: 106_800 },
          holder: { door: 'gateway', address: '10.1.2.3', request: 812 },
        },
      },
    });
  });

  it('ends with 1 where there is none', async (t) => {
    const { address, entrance } = await startDoor(t, new FakeCluster());
    entrance.decide = () => ({ type: 'missing' });
    const io = new FakeIo();
    assert.equal(await show.run([...NAME, '--address', address], io), 1);
    assert.deepEqual([io.printed, io.errors], ['', 'holdfast: there is no such session\n']);
    assert.equal(await show.run([...NAME, '--address', address, '--json'], io), 1);
    assert.equal(JSON.parse(io.printed).session, null);
  });

  it('ends with 2 where the name is none, and 3 where nobody answers', async (t) => {
    const { address } = await startDoor(t, new FakeCluster());
    const io = new FakeIo();
    assert.equal(await show.run(['/app', 'a/b', '--address', address], io), 2);
    assert.match(io.errors, /^holdfast: id must be without a slash\n$/);
    assert.equal(await show.run(['/app'], io), 2);
    assert.equal(await show.run([...NAME, '--address', '127.0.0.1:1'], io), 3);
  });
});
