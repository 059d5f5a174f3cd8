import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { GatewayClient } from './gateway-client.ts';
import { HoldfastProcess } from './holdfast-process.ts';
import { acquire, get, set, uriOf } from './requests.ts';
import { until, within } from './within.ts';

const SESSION = uriOf('session');

async function start(t: TestContext, flags: readonly string[] = []): Promise<HoldfastProcess> {
  const holdfast = await HoldfastProcess.start({ flags });
  t.after(() => holdfast.kill());
  return holdfast;
}

async function connect(t: TestContext, holdfast: HoldfastProcess): Promise<GatewayClient> {
  const client = await GatewayClient.connect(holdfast.gateway);
  t.after(() => client.close());
  return client;
}

/** Asks the server to stop, and waits until it has begun to. */
async function beginStop(holdfast: HoldfastProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  holdfast.signal(signal);
  await until(() => holdfast.log.some((line) => line.msg === 'stopping'), 'the server stopping');
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} ends an idle server with exit code 0`, async (t) => {
    const holdfast = await start(t);
    holdfast.signal(signal);
    assert.deepEqual(await within(holdfast.exit, 5_000, 'the end'), { code: 0, signal: null });
  });
}

test('a stopping server answers those who wait in line, then ends their connections', async (t) => {
  const holdfast = await start(t, ['--lock-wait=3s']);
  const owner = await connect(t, holdfast);
  const waiter = await connect(t, holdfast);
  await owner.ask(set(SESSION));
  assert.equal((await owner.ask(acquire(SESSION))).status, 200);
  waiter.send(acquire(SESSION));
  await until(async () => (await holdfast.metric('holdfast_lock_waiters')) === 1, 'somebody in line');

  holdfast.signal('SIGTERM');
  const answer = await waiter.next();
  assert.ok(answer !== 'closed' && answer.status === 423);
  assert.equal(await waiter.next(), 'closed');
  assert.deepEqual(await within(holdfast.exit, 5_000, 'the end'), { code: 0, signal: null });
});

test('a stopping server takes no new connections, and serves one more request on those it has', async (t) => {
  const holdfast = await start(t);
  const client = await connect(t, holdfast);
  await client.ask(set(SESSION, { content: 'still here' }));

  await beginStop(holdfast);
  const answer = await client.ask(get(SESSION));
  assert.equal(answer.body.toString(), 'still here');
  assert.equal(await client.next(), 'closed');
  await assert.rejects(GatewayClient.connect(holdfast.gateway), { code: 'ECONNREFUSED' });
  assert.deepEqual(await within(holdfast.exit, 5_000, 'the end'), { code: 0, signal: null });
});

test('a stopping server ends idle connections after half a second', async (t) => {
  const holdfast = await start(t);
  const client = await connect(t, holdfast);
  await client.ask(set(SESSION));

  const begun = performance.now();
  await beginStop(holdfast);
  await within(client.closed, 2_000, 'the end of an idle connection');
  // Sweeps are coarse, and its last sign of life is as old as the sweep before it.
  assert.ok(performance.now() - begun >= 250, 'a client that was about to send something had no time for it');
  assert.deepEqual(await within(holdfast.exit, 5_000, 'the end'), { code: 0, signal: null });
});

test('a second signal ends the process at once with exit code 1', async (t) => {
  const holdfast = await start(t);
  const client = await connect(t, holdfast);
  await client.ask(set(SESSION));

  await beginStop(holdfast);
  holdfast.signal('SIGTERM');
  assert.deepEqual(await within(holdfast.exit, 2_000, 'the end'), { code: 1, signal: null });
});
