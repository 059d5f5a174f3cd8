import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { PeerLines } from '../../../src/rpc/line/peer-lines.ts';
import { goneForGood } from '../../../src/rpc/line/vanished.ts';
import { until } from '../harness.ts';
import { SOURCES } from './arbitrary-messages.ts';

const MINUTES = 60_000;

describe('members that the store shows no longer', () => {
  const vanished = (at: number, member = `m${at}`) => ({ member, at });

  it('are dialled on for ten minutes', () => {
    assert.deepEqual(goneForGood([vanished(0), vanished(1)], 10 * MINUTES - 1), []);
    assert.deepEqual(goneForGood([vanished(0), vanished(1)], 10 * MINUTES), ['m0']);
  });

  it('are dialled on as long as they are not too many', () => {
    const many = Array.from({ length: 64 }, (_, i) => vanished(i + 1));
    assert.deepEqual(goneForGood(many, 100), []);
    assert.deepEqual(goneForGood([...many, vanished(0)], 100), ['m0']);
    assert.deepEqual(goneForGood([vanished(0), vanished(50, 'late'), ...many], 100), ['m1', 'm0']);
  });

  it('are not dialled any more once they are forgotten', async (t) => {
    let now = 0;
    const self = { member: 'a', incarnation: 1 };
    const options = { self, cluster: 'shop', gatewayOnly: false, version: '', tls: null, sources: SOURCES, seed: 1 };
    const events = { up: () => {}, down: () => {}, delivered: () => {} };
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const lines = new PeerLines(options, events, { now: () => now, wallTime: () => now }, log);
    t.after(() => lines.close());
    const [b, c, d] = [await deaf(t, 'b'), await deaf(t, 'c'), await deaf(t, 'd')];
    lines.setPeers([b.peer]);
    await until(() => b.dialled === 2, 'b is dialled');
    lines.setPeers([c.peer]);
    await until(() => c.dialled === 3 && b.dialled > 2, 'c is dialled, and b on');
    now += 10 * MINUTES;
    lines.setPeers([d.peer]);
    const before = b.dialled;
    await until(() => d.dialled === 5, 'd is dialled five times');
    assert.ok(b.dialled <= before + 1);
    assert.ok(c.dialled > 3);
  });
});

/** Hangs up on whoever dials, and counts them. */
async function deaf(t: TestContext, member: string) {
  const server = createServer((socket) => {
    deaf.dialled++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const { port } = server.address() as { port: number };
  const deaf = { dialled: 0, peer: { holder: { member, incarnation: 1 }, address: `127.0.0.1:${port}` } };
  return deaf;
}
