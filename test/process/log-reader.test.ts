import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { GatewayClient } from './gateway-client.ts';
import { HoldfastProcess, type LogLine, type StartOptions } from './holdfast-process.ts';
import { get, set, uriOf } from './requests.ts';
import { until, within } from './within.ts';

const SESSION = uriOf('session');
const ENDED = { code: 0, signal: null };
/** More than the kernel keeps between the server and whoever reads its log. */
const MANY = 4_000;
/** More than the server keeps as well. */
const TOO_MANY = 25_000;
const AT_ONCE = 1_000;
const END_BOUND = 10_000;

/** Runs the server with a pipe as its stdout whose reader leaves after two lines: the warning of the test clock, `ready`. */
const PIPED_TO_HEAD = [
  'sh',
  '-c',
  'dir=$(mktemp -d); mkfifo "$dir/log"; head -n 2 <"$dir/log" & exec >"$dir/log"; rm -r "$dir"; exec "$0" "$@"',
];

/** On SIGUSR2 the server meets what it takes for impossible. */
const BREAKABLE = ['--import', 'data:text/javascript,process.once("SIGUSR2",()=>{throw new Error("impossible")})'];

async function start(t: TestContext, options: StartOptions = {}): Promise<HoldfastProcess> {
  const holdfast = await HoldfastProcess.start(options);
  t.after(() => holdfast.kill());
  return holdfast;
}

async function connect(t: TestContext, holdfast: HoldfastProcess): Promise<GatewayClient> {
  const client = await GatewayClient.connect(holdfast.gateway);
  t.after(() => client.close());
  await client.ask(set(SESSION, { content: 'still here' }));
  return client;
}

/** Has the server log `count` stale writes, the cookies counted up from 1. */
async function provoke(client: GatewayClient, count: number): Promise<void> {
  for (let cookie = 1; cookie <= count; ) {
    const requests: string[] = [];
    for (; requests.length < AT_ONCE && cookie <= count; cookie++) requests.push(set(SESSION, { cookie }));
    client.send(requests.join(''));
    for (const _ of requests) {
      const answer = await client.next(10_000);
      assert.ok(answer !== 'closed' && answer.status === 423);
    }
  }
}

/** Of the write that a line says was refused. */
function cookieOf(line: LogLine): number | undefined {
  return (line['refused'] as { readonly cookie: number } | undefined)?.cookie;
}

/** How many lines were dropped. Throws unless stale writes 1 to `count` were logged in order, or counted where they are not. */
function droppedOf(holdfast: HoldfastProcess, count: number): number {
  let next = 1;
  let dropped = 0;
  for (const line of holdfast.log) {
    if (line['event'] === 'stale-write') {
      assert.equal(cookieOf(line), next++);
    } else if (typeof line['dropped'] === 'number') {
      assert.equal(line.level, 'warn');
      dropped += line['dropped'];
      next += line['dropped'];
    }
  }
  assert.equal(next, count + 1);
  assert.deepEqual(holdfast.otherOutput, []);
  return dropped;
}

async function hasLogged(holdfast: HoldfastProcess, cookie: number): Promise<void> {
  await until(() => holdfast.log.some((line) => cookieOf(line) === cookie), 'the last line');
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} ends a server whose log nobody reads any more`, async (t) => {
    const holdfast = await start(t);
    holdfast.closeLog();
    holdfast.signal(signal);
    assert.deepEqual(await within(holdfast.end, END_BOUND, 'the end'), ENDED);
  });
}

test('SIGTERM ends a server that is piped to a reader of two lines', async (t) => {
  const holdfast = await start(t, { prefix: PIPED_TO_HEAD });
  holdfast.signal('SIGTERM');
  assert.deepEqual(await within(holdfast.end, END_BOUND, 'the end'), ENDED);
  assert.deepEqual(
    holdfast.log.map((line) => line.level),
    ['warn', 'info'],
  );
});

test('a server serves on when its log reader is gone', async (t) => {
  const holdfast = await start(t);
  const client = await connect(t, holdfast);
  holdfast.closeLog();
  await provoke(client, MANY);
  assert.equal((await client.ask(get(SESSION))).body.toString(), 'still here');
  assert.equal(await holdfast.metric('holdfast_sessions'), 1);
  holdfast.signal('SIGTERM');
  assert.deepEqual(await within(holdfast.end, END_BOUND, 'the end'), ENDED);
});

test('a server serves on while its log reader stands still, and ends when it is told to', async (t) => {
  const holdfast = await start(t);
  const client = await connect(t, holdfast);
  holdfast.pauseLog();
  await provoke(client, MANY);
  assert.equal((await client.ask(get(SESSION))).body.toString(), 'still here');
  client.close();
  holdfast.signal('SIGTERM');
  assert.deepEqual(await within(holdfast.end, END_BOUND, 'the end'), ENDED);
});

test('a log reader that was behind gets every line, in order', async (t) => {
  const holdfast = await start(t);
  const client = await connect(t, holdfast);
  holdfast.pauseLog();
  await provoke(client, MANY);
  holdfast.resumeLog();
  await hasLogged(holdfast, MANY);
  assert.equal(droppedOf(holdfast, MANY), 0);
});

test('a log reader that was behind too far is told how many lines it lost, and gets the latest', async (t) => {
  const holdfast = await start(t);
  const client = await connect(t, holdfast);
  holdfast.pauseLog();
  await provoke(client, TOO_MANY);
  holdfast.resumeLog();
  await hasLogged(holdfast, TOO_MANY);
  assert.ok(droppedOf(holdfast, TOO_MANY) > 0);
});

test('a log reader that is behind when the server ends still gets its last lines', async (t) => {
  const holdfast = await start(t);
  const client = await connect(t, holdfast);
  holdfast.pauseLog();
  await provoke(client, MANY);
  client.close();
  holdfast.signal('SIGTERM');
  holdfast.resumeLog();
  assert.deepEqual(await within(holdfast.exit, END_BOUND, 'the end'), ENDED);
  droppedOf(holdfast, MANY);
  assert.deepEqual(
    holdfast.log.slice(-2).map((line) => line.msg),
    ['stopping', 'stopped'],
  );
});

test('a broken assumption is the last that is logged', async (t) => {
  const holdfast = await start(t, { nodeFlags: BREAKABLE });
  holdfast.signal('SIGUSR2');
  assert.deepEqual(await within(holdfast.exit, END_BOUND, 'the end'), { code: 1, signal: null });
  assert.equal(holdfast.log.at(-1)?.level, 'fatal');
});

test('a broken assumption ends a server whose log nobody reads any more', async (t) => {
  const holdfast = await start(t, { nodeFlags: BREAKABLE });
  holdfast.closeLog();
  holdfast.signal('SIGUSR2');
  assert.deepEqual(await within(holdfast.end, END_BOUND, 'the end'), { code: 1, signal: null });
});
