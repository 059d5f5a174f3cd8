import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { GatewayClient } from './gateway-client.ts';
import { HoldfastProcess, type Output, runMain } from './holdfast-process.ts';
import { get, set, uriOf } from './requests.ts';

test('logs one ready line with the real addresses of its three listeners', async (t) => {
  const holdfast = await HoldfastProcess.start();
  t.after(() => holdfast.kill());

  const ready = holdfast.log.filter((line) => line.msg === 'ready');
  assert.equal(ready.length, 1);
  const ports = [holdfast.gateway, holdfast.grpc, holdfast.admin].map((address) => address.port);
  assert.ok(ports.every((port) => port > 0));
  assert.equal(new Set(ports).size, 3);
  assert.deepEqual(holdfast.otherOutput, []);
});

test('serves sessions, health and metrics once it is ready', async (t) => {
  const holdfast = await HoldfastProcess.start();
  t.after(() => holdfast.kill());
  const client = await GatewayClient.connect(holdfast.gateway);
  t.after(() => client.close());

  assert.equal((await client.ask(set(uriOf('first'), { content: 'hello' }))).status, 200);
  assert.equal((await client.ask(get(uriOf('first')))).body.toString(), 'hello');
  assert.equal((await holdfast.admins('/healthz')).status, 200);
  assert.equal((await holdfast.admins('/readyz')).status, 200);
  const metrics = await holdfast.admins('/metrics');
  assert.equal(metrics.status, 200);
  assert.match(metrics.contentType, /^text\/plain; version=0\.0\.4/);
  assert.equal(await holdfast.metric('holdfast_sessions'), 1);
  assert.equal(await holdfast.metric('holdfast_requests_total', { door: 'gateway', command: 'set' }), 1);
});

test('without the test clock nobody can move the clock', async (t) => {
  const holdfast = await HoldfastProcess.start({ flags: ['--test-clock=false'] });
  t.after(() => holdfast.kill());
  await assert.rejects(holdfast.advanceClock('60s'), /404/);
});

test('warns at start that the clock can be moved', async (t) => {
  const holdfast = await HoldfastProcess.start();
  t.after(() => holdfast.kill());
  assert.ok(holdfast.log.some((line) => line.level === 'warn' && line.msg.includes('test-clock')));
});

/** One line on stderr, nothing on stdout, no success. */
function assertRefused(output: Output, ...said: RegExp[]): void {
  assert.ok(output.code !== null && output.code !== 0, `exit code ${output.code}`);
  assert.equal(output.stdout, '');
  assert.match(output.stderr, /^[^\n]+\n$/);
  for (const pattern of said) assert.match(output.stderr, pattern);
}

test('a bad flag stops the start with one line that says what is allowed', async () => {
  assertRefused(await runMain(['serve', '--lock-wait=4s']), /lock-wait/, /4s/, /3s/);
});

test('a bad environment variable stops the start with one line that names it', async () => {
  const output = await runMain(['serve'], { HOLDFAST_STALE_WRITES: 'perhaps' });
  assertRefused(output, /HOLDFAST_STALE_WRITES/, /perhaps/, /reject, accept/);
});

test('an unknown flag stops the start with one line', async () => {
  assertRefused(await runMain(['serve', '--lock-waits=1s']), /lock-waits/);
});

test('a taken port stops the start with one line', async (t) => {
  const taken = createServer();
  t.after(() => taken.close());
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  assert.ok(typeof address === 'object' && address !== null);
  const free = ['--grpc-listen=127.0.0.1:0', '--admin-listen=127.0.0.1:0'];
  const output = await runMain(['serve', `--gateway-listen=127.0.0.1:${address.port}`, ...free]);
  assertRefused(output, new RegExp(String(address.port)), /EADDRINUSE/);
});
