import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { after, before, describe, it, type TestContext, test } from 'node:test';
import { GatewayClient } from './gateway-client.ts';
import { runMain } from './holdfast-process.ts';
import { MachineProcess, type MachineShape, MEMBER_ID } from './machine-process.ts';
import { acquire, get, set, uriOf } from './requests.ts';
import { until, within } from './within.ts';

const SESSIONS = 200;
const CONNECTIONS = 20;
/** A request is held so long at most; a takeover takes less. */
const ANSWER_BOUND = 10_000;
const HEAL_BOUND = 60_000;

const uri = (number: number): string => uriOf(`session-${number}`);

async function start(t: TestContext, shape: MachineShape): Promise<MachineProcess> {
  const machine = await MachineProcess.start(shape);
  t.after(() => machine.supervisor.kill('SIGKILL'));
  return machine;
}

describe('two members that share the listeners of a machine', () => {
  let machine: MachineProcess;
  before(async () => {
    machine = await MachineProcess.start({ members: 2 });
  });
  after(async () => {
    assert.equal(await machine.stop(), 0);
  });

  const connectionsOf = (place: number) => machine.metric('holdfast_connections', place, { door: 'gateway' });

  it('have the same doors, and are one healthy cluster', async () => {
    const doors = new Set(machine.ready.map(({ gateway, grpc }) => `${gateway} ${grpc}`));
    assert.equal(doors.size, 1);
    const { code, stdout } = await runMain(['status', '--json', '--address', machine.grpc]);
    assert.equal(code, 0, stdout);
    assert.equal((await machine.admins('/readyz')).status, 200);
    assert.equal((await machine.admins('/healthz')).status, 200);
  });

  it('are given connections evenly, and each serves the sessions of all', async () => {
    const clients: GatewayClient[] = [];
    for (let at = 0; at < CONNECTIONS; at++) {
      const client = await GatewayClient.connect(machine.gateway);
      clients.push(client);
      for (let number = at; number < SESSIONS; number += CONNECTIONS) {
        assert.equal((await client.ask(set(uri(number), { content: `value ${number}` }))).status, 200);
      }
    }
    const [first, second] = [await connectionsOf(0), await connectionsOf(1)];
    assert.equal(first + second, CONNECTIONS);
    assert.ok(Math.abs(first - second) <= 2, `${first} and ${second}`);
    // A neighbour's connection is mostly another member's.
    for (let number = 0; number < SESSIONS; number++) {
      const answer = await clients[(number + 1) % CONNECTIONS]?.ask(get(uri(number)));
      assert.equal(answer?.body.toString(), `value ${number}`);
    }
    const requests = [0, 1].map((place) => machine.metric('holdfast_requests_total', place));
    for (const served of await Promise.all(requests)) assert.ok(served >= SESSIONS / 2);
    for (const client of clients) client.close();
  });

  it('lose nothing when one of them is killed: the other goes on, and it comes back', async () => {
    await until(async () => (await connectionsOf(0)) + (await connectionsOf(1)) === 0, 'no connections');
    const clients: GatewayClient[] = [];
    for (let at = 0; at < CONNECTIONS; at++) {
      const client = await GatewayClient.connect(machine.gateway);
      await client.ask(get(uri(at)));
      clients.push(client);
    }
    const taken = await clients[0]?.ask(acquire(uri(0)));
    const cookie = taken?.headers.get('lockcookie');
    const former = machine.ready.length;
    process.kill(machine.pidOf(1), 'SIGKILL');
    await until(() => clients.some((client) => client.isClosed), 'connections that ended with their member');
    await until(async () => (await machine.admins('/readyz')).status === 503, 'the machine not being ready');
    assert.ok(clients.some((client) => !client.isClosed));
    const client = await GatewayClient.connect(machine.gateway);
    assert.equal((await client.ask(acquire(uri(0)), ANSWER_BOUND)).headers.get('lockcookie'), cookie);
    for (let number = 1; number < SESSIONS; number++) {
      const answer = await client.ask(get(uri(number)), ANSWER_BOUND);
      assert.equal(answer.body.toString(), `value ${number}`, answer.statusLine);
    }
    await until(() => machine.ready.length > former, 'it is back, and ready', HEAL_BOUND);
    assert.equal(machine.ready.at(-1)?.['member'], `${MEMBER_ID}-1`);
    await until(async () => (await machine.admins('/readyz')).status === 200, 'the machine being ready');
    assert.equal(await machine.metric('holdfast_member_starts_total', 1), 2);
    for (const each of [client, ...clients]) each.close();
  });

  it('take new connections while one of them drains, which takes none', async () => {
    const isHealthy = async () => (await runMain(['status', '--address', machine.grpc])).code === 0;
    await until(isHealthy, 'all copies being there', HEAL_BOUND);
    await until(async () => (await connectionsOf(1)) === 0, 'no connections');
    const line = machine.ready.find(({ member }) => member === `${MEMBER_ID}-0`)?.['line'];
    const { code, stderr } = await runMain(['drain', `${MEMBER_ID}-0`, '--address', String(line)]);
    assert.equal(code, 0, stderr);
    const isStopping = () => machine.log.some(({ msg, member }) => msg === 'stopping' && member === `${MEMBER_ID}-0`);
    await until(isStopping, 'it stopping', HEAL_BOUND);
    const clients: GatewayClient[] = [];
    for (let number = 1; number < SESSIONS; number++) {
      const client = clients[number % CONNECTIONS] ?? (await GatewayClient.connect(machine.gateway));
      clients[number % CONNECTIONS] = client;
      const answer = await client.ask(get(uri(number)), ANSWER_BOUND);
      assert.equal(answer.body.toString(), `value ${number}`, answer.statusLine);
      if (number === CONNECTIONS) assert.equal(await connectionsOf(1), CONNECTIONS);
    }
    for (const client of clients) client.close();
    const isBack = () => machine.ready.filter(({ member }) => member === `${MEMBER_ID}-0`).length >= 2;
    await until(isBack, 'it is back, and ready', HEAL_BOUND);
  });
});

test('a signal to all processes of a machine stops it as one to its supervisor does', async (t) => {
  const machine = await start(t, { members: 2, flags: ['--copies=1'] });
  for (const pid of machine.pids.reverse()) process.kill(pid, 'SIGINT');
  assert.equal(await machine.end(), 0);
  assert.equal(machine.log.filter(({ msg }) => msg === 'stopped').length, 2);
});

test('members whose supervisor is gone end too', async (t) => {
  const machine = await start(t, { members: 2, flags: ['--copies=1'] });
  const members = machine.pids.slice(1);
  machine.supervisor.kill('SIGKILL');
  const isGone = (pid: number): boolean => !existsSync(`/proc/${pid}`);
  await until(() => members.every(isGone), 'the end of all members', 20_000);
});

test('who may connect to the gateway is told apart by each member', async (t) => {
  const machine = await start(t, { members: 2, flags: ['--copies=1', '--gateway-allow=127.0.0.2'] });
  const { host, port } = machine.gateway;
  const answerTo = (localAddress: string): Promise<string> =>
    new Promise((resolve) => {
      let answer = '';
      const socket = connect({ host, port, localAddress }, () => socket.write(get(uri(0))));
      socket.setEncoding('latin1').on('data', (text: string) => {
        answer += text;
        socket.destroy();
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(answer));
    });
  for (let at = 0; at < 4; at++) {
    assert.match(await within(answerTo('127.0.0.2'), ANSWER_BOUND, 'an answer'), /^HTTP\/1\.1 404 /);
    assert.equal(await within(answerTo('127.0.0.1'), ANSWER_BOUND, 'the end'), '');
  }
});

test('a machine whose admin listener is taken does not start', async (t) => {
  const machine = await start(t, { members: 2, flags: ['--copies=1'] });
  const admin = String(machine.log.find((line) => line['members'] !== undefined)?.['admin']);
  const { code, stderr } = await runMain(['serve', '--members-per-machine=2', `--admin-listen=${admin}`]);
  assert.equal(code, 1);
  assert.equal(stderr, `holdfast: admin cannot listen on ${admin}: EADDRINUSE\n`);
});
