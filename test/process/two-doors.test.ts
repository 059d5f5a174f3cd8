import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { credentials } from '@grpc/grpc-js';
import { type Message, TestClient } from '../rpc/harness.ts';
import { GatewayClient } from './gateway-client.ts';
import { HoldfastProcess } from './holdfast-process.ts';
import { acquire, get, release, remove, SHOP, set, uriOf } from './requests.ts';
import type { Response } from './response-reader.ts';
import { until } from './within.ts';

// One server for all: every test has a session of its own, and the clock only moves forward.
const holdfast = await HoldfastProcess.start({ flags: ['--lock-wait=3s'] });
const rpc = new TestClient(`${holdfast.grpc.host}:${holdfast.grpc.port}`, credentials.createInsecure());
let gateway = await GatewayClient.connect(holdfast.gateway);
after(async () => {
  rpc.close();
  gateway.close();
  await holdfast.stop();
});

/**
 * Calls a method for one session, which must have the outcome named; gives back what that outcome tells. What is false
 * or 0 is absent.
 */
async function call(method: string, id: string, outcome: string, fields: Message = {}): Promise<Message> {
  const deadline = Date.now() + 10_000;
  const response = await rpc.call(method, { application: SHOP, id, ...fields }, { deadline });
  assert.equal(response['outcome'], outcome, JSON.stringify(response));
  return response[outcome] as Message;
}

async function advanceClock(duration: string): Promise<void> {
  await holdfast.advanceClock(duration);
  // So much later the old connection may count as idle.
  gateway.close();
  gateway = await GatewayClient.connect(holdfast.gateway);
}

async function someoneWaits(id: string): Promise<void> {
  await until(async () => (await call('Describe', id, 'described'))['waiters'] === 1, 'somebody in line');
}

function cookieOf(response: Response): number {
  assert.equal(response.status, 200);
  return Number(response.headers.get('lockcookie'));
}

function text(content: unknown): string {
  assert.ok(content instanceof Uint8Array);
  return Buffer.from(content).toString('latin1');
}

test('what one door stores the other reads', async () => {
  await gateway.ask(set(uriOf('shared'), { content: 'from the gateway', timeout: 7 }));
  const found = await call('Get', 'shared', 'found');
  assert.equal(text(found['content']), 'from the gateway');
  assert.equal(found['timeout_minutes'], 7);

  const stored = await call('Set', 'shared', 'stored', { content: Buffer.from('from gRPC'), timeout_minutes: 9 });
  assert.notEqual(stored['created'], true);
  const answer = await gateway.ask(get(uriOf('shared')));
  assert.equal(answer.body.toString(), 'from gRPC');
  assert.equal(answer.headers.get('timeout'), '9');
});

test('locked at the gateway, waited for over gRPC', async () => {
  await gateway.ask(set(uriOf('wait-rpc'), { content: 'old' }));
  const cookie = cookieOf(await gateway.ask(acquire(uriOf('wait-rpc'))));
  const waiting = call('GetExclusive', 'wait-rpc', 'found', { wait_ms: 5_000 });
  await someoneWaits('wait-rpc');

  assert.equal((await gateway.ask(set(uriOf('wait-rpc'), { content: 'new', cookie }))).status, 200);
  const found = await waiting;
  assert.equal(text(found['content']), 'new');
  assert.notEqual(found['cookie'], cookie);
  const refused = await gateway.ask(set(uriOf('wait-rpc'), { cookie }));
  assert.equal(refused.status, 423);
  assert.equal(refused.headers.get('lockcookie'), String(found['cookie']));
});

test('locked over gRPC, waited for at the gateway', async () => {
  await call('Set', 'wait-gateway', 'stored', { content: Buffer.from('old') });
  const { cookie } = await call('GetExclusive', 'wait-gateway', 'found');
  gateway.send(acquire(uriOf('wait-gateway')));
  await someoneWaits('wait-gateway');

  await call('Set', 'wait-gateway', 'stored', { content: Buffer.from('new'), cookie });
  const answer = await gateway.next();
  assert.ok(answer !== 'closed' && answer.status === 200);
  assert.equal(answer.body.toString(), 'new');
  const locked = await call('GetExclusive', 'wait-gateway', 'locked');
  assert.equal(locked['cookie'], cookieOf(answer));
});

test('a lease ends, and the lock passes to whoever waits at the other door', async () => {
  await gateway.ask(set(uriOf('lease')));
  const { cookie } = await call('GetExclusive', 'lease', 'found', { lock_lease_ms: 10_000 });
  await advanceClock('9s');
  const waiting = gateway;
  waiting.send(acquire(uriOf('lease')));
  await someoneWaits('lease');
  assert.equal(waiting.hasAnswer, false);

  await holdfast.advanceClock('1001ms');
  const answer = await waiting.next();
  assert.ok(answer !== 'closed' && answer.status === 200);
  const stale = await call('Set', 'lease', 'stale', { content: Buffer.from('too late'), cookie });
  assert.equal(stale['newest_cookie'], cookieOf(answer));
  assert.equal(stale['locked'], true);
  await call('RenewExclusive', 'lease', 'stale', { cookie });
});

test('a lease renewed over gRPC does not end', async () => {
  await gateway.ask(set(uriOf('renewed')));
  const { cookie } = await call('GetExclusive', 'renewed', 'found', { lock_lease_ms: 10_000 });
  await advanceClock('9s');
  await call('RenewExclusive', 'renewed', 'renewed', { cookie, lock_lease_ms: 10_000 });
  await advanceClock('9s');
  await call('GetExclusive', 'renewed', 'locked');
  await advanceClock('2s');
  cookieOf(await gateway.ask(acquire(uriOf('renewed'))));
});

test('a session expires at both doors, and a read at either keeps it', async () => {
  await call('Set', 'expiring', 'stored', { content: Buffer.from('x'), timeout_minutes: 2 });
  await advanceClock('100s');
  assert.equal((await gateway.ask(get(uriOf('expiring')))).status, 200);
  await advanceClock('100s');
  await call('Get', 'expiring', 'found');
  await advanceClock('121s');
  await call('Get', 'expiring', 'missing');
  assert.equal((await gateway.ask(get(uriOf('expiring')))).status, 404);
});

test('the uninitialized flag is taken once, whichever door asks first', async () => {
  await gateway.ask(set(uriOf('fresh-a'), { extraFlags: 1 }));
  assert.equal((await call('Get', 'fresh-a', 'found'))['uninitialized'], true);
  assert.equal((await gateway.ask(get(uriOf('fresh-a')))).headers.get('actionflags'), undefined);

  await call('Set', 'fresh-b', 'stored', { content: Buffer.from('x'), uninitialized: true });
  assert.equal((await gateway.ask(get(uriOf('fresh-b')))).headers.get('actionflags'), '1');
  assert.notEqual((await call('Get', 'fresh-b', 'found'))['uninitialized'], true);
});

test('a lock that passed on at the gateway makes a write over gRPC stale', async () => {
  await gateway.ask(set(uriOf('stale-rpc'), { content: 'kept' }));
  const { cookie } = await call('GetExclusive', 'stale-rpc', 'found');
  await call('ReleaseExclusive', 'stale-rpc', 'released', { cookie });
  const newest = cookieOf(await gateway.ask(acquire(uriOf('stale-rpc'))));
  await gateway.ask(release(uriOf('stale-rpc'), newest));

  const stale = await call('Set', 'stale-rpc', 'stale', { content: Buffer.from('lost'), cookie });
  assert.equal(stale['newest_cookie'], newest);
  assert.notEqual(stale['locked'], true);
  await call('Remove', 'stale-rpc', 'stale', { cookie });
  assert.equal((await gateway.ask(get(uriOf('stale-rpc')))).body.toString(), 'kept');
});

test('a lock that passed on over gRPC makes a write at the gateway stale, and the log names both holders', async () => {
  await gateway.ask(set(uriOf('stale-gateway'), { content: 'kept' }));
  const cookie = cookieOf(await gateway.ask(acquire(uriOf('stale-gateway'))));
  await gateway.ask(release(uriOf('stale-gateway'), cookie));
  const { cookie: newest } = await call('GetExclusive', 'stale-gateway', 'found');
  await call('ReleaseExclusive', 'stale-gateway', 'released', { cookie: newest });
  const before = await holdfast.metric('holdfast_stale_writes_total');

  assert.equal((await gateway.ask(set(uriOf('stale-gateway'), { content: 'lost', cookie }))).status, 423);
  assert.equal((await gateway.ask(remove(uriOf('stale-gateway'), cookie))).status, 423);
  assert.equal(text((await call('Get', 'stale-gateway', 'found'))['content']), 'kept');
  assert.equal((await holdfast.metric('holdfast_stale_writes_total')) - before, 2);
  await until(() => holdfast.log.some((line) => line.level === 'warn' && isAbout(line, cookie, newest)), 'a warning');
});

function isAbout(line: object, ...cookies: unknown[]): boolean {
  const said = JSON.stringify(line);
  return !said.includes('stale-gateway') && cookies.every((cookie) => said.includes(String(cookie)));
}

test('a Set at the gateway makes a version asked for over gRPC conflict', async () => {
  await gateway.ask(set(uriOf('versions'), { content: 'one' }));
  const { version } = await call('Get', 'versions', 'found');
  await gateway.ask(set(uriOf('versions'), { content: 'two' }));

  const content = Buffer.from('three');
  const conflict = await call('Set', 'versions', 'conflict', { content, only_if_version: version });
  assert.notDeepEqual(conflict['version'], version);
  assert.equal((await gateway.ask(get(uriOf('versions')))).body.toString(), 'two');
  await call('Set', 'versions', 'stored', { content, only_if_version: conflict['version'] });
  await call('Set', 'versions', 'conflict', { content, only_if_absent: true });
  assert.equal((await gateway.ask(get(uriOf('versions')))).body.toString(), 'three');
});

test('a repeated request gets its first outcome and changes nothing anew', async () => {
  const request = { content: Buffer.from('first'), request_id: randomBytes(16) };
  const stored = await call('Set', 'repeated', 'stored', request);
  assert.equal(stored['created'], true);
  await gateway.ask(set(uriOf('repeated'), { content: 'second' }));
  assert.deepEqual(await call('Set', 'repeated', 'stored', request), stored);
  assert.equal((await gateway.ask(get(uriOf('repeated')))).body.toString(), 'second');

  const lock = { request_id: randomBytes(16) };
  const granted = await call('GetExclusive', 'repeated', 'found', lock);
  const again = await call('GetExclusive', 'repeated', 'found', lock);
  assert.equal(again['cookie'], granted['cookie']);
  assert.equal((await gateway.ask(release(uriOf('repeated'), Number(granted['cookie'])))).status, 200);
});
