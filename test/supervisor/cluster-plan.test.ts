import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Config } from '../../src/config/config.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { renderAddressTable } from '../../src/supervisor/address-table.ts';
import { CLUSTER_COMMAND } from '../../src/supervisor/cluster-command.ts';
import { type ClusterPlan, DECIDED_NAMES, planCluster } from '../../src/supervisor/cluster-plan.ts';

const GIB = 2 ** 30;

function planOf(argv: readonly string[], environment: Readonly<Record<string, string>> = {}): ClusterPlan {
  const plan = planCluster(argv, environment, 12 * GIB);
  assert.ok(plan.ok, plan.ok ? '' : plan.line);
  return plan;
}

function lineOf(argv: readonly string[], environment: Readonly<Record<string, string>> = {}): string {
  const plan = planCluster(argv, environment, 12 * GIB);
  assert.ok(!plan.ok, 'expected a refusal');
  return plan.line;
}

/** What each member will run with. */
function configsOf(argv: readonly string[], environment: Readonly<Record<string, string>> = {}): Config[] {
  return planOf(argv, environment).members.map(({ args }) => {
    assert.equal(args[0], 'serve');
    const loaded = loadConfig(args.slice(1), environment);
    assert.ok(loaded.ok, loaded.ok ? '' : loaded.line);
    return loaded.config;
  });
}

describe('the plan of a cluster', () => {
  it('gives each of three members a name and ports', () => {
    const configs = configsOf([]);
    assert.deepEqual(
      configs.map(({ memberId, coordination }) => [memberId, coordination]),
      [0, 1, 2].map((k) => [`member-${k}`, 'supervisor']),
    );
    for (const [k, { gatewayListen, grpcListen, adminListen, clusterListen, advertise }] of configs.entries()) {
      const host = '127.0.0.1';
      assert.deepEqual(gatewayListen, { host, port: 42_424 + 10 * k });
      assert.deepEqual(grpcListen, { host, port: 7_400 + 10 * k });
      assert.deepEqual(adminListen, { host, port: 7_401 + 10 * k });
      assert.deepEqual(clusterListen, { host, port: 7_402 + 10 * k });
      assert.deepEqual(advertise, clusterListen);
    }
  });

  it('has as many members as one wants, up to nine', () => {
    for (const [argv, count] of [
      [['--members', '1'], 1],
      [['--members=9'], 9],
      [['--members', '3', '--lock-lease', '5m', '--members=5'], 5],
    ] as const) {
      assert.equal(planOf(argv).members.length, count);
    }
    for (const text of ['0', '10', 'x', '']) {
      assert.match(
        lineOf([`--members=${text}`]),
        /^members \(flag --members\): ".*" is not allowed; allowed: .* 1 to 9$/,
      );
    }
    assert.match(lineOf(['--members']), /^members \(flag --members\): "" is not allowed/);
  });

  it('can move all ports', () => {
    const [member] = planOf(['--port-offset', '1000', '--members=9']).members.slice(-1);
    assert.deepEqual(
      [member?.gateway, member?.grpc, member?.admin, member?.cluster],
      [43_504, 8_480, 8_481, 8_482].map((port) => `127.0.0.1:${port}`),
    );
    assert.match(lineOf(['--port-offset=20001']), /^port-offset /);
    configsOf(['--port-offset=20000', '--members=9']);
  });

  it('divides the memory, and waits for all', () => {
    for (const { maxMemory, bootstrapMembers, copies } of configsOf(['--members=3'])) {
      assert.deepEqual([maxMemory, bootstrapMembers, copies], [2 * GIB, 3, 2]);
    }
    assert.deepEqual(
      configsOf(['--members=1']).map(({ bootstrapMembers, copies }) => [bootstrapMembers, copies]),
      [[1, 1]],
    );
  });

  it('passes on what is given as a flag or in the environment', () => {
    const flags = ['--copies', '3', '--lock-wait=0s', '--max-memory', '64MiB', '--zone=here'];
    for (const config of configsOf(flags, { HOLDFAST_LOCK_LEASE: '5m', HOLDFAST_BOOTSTRAP_MEMBERS: '2' })) {
      const { copies, lockWait, maxMemory, zone, lockLease, bootstrapMembers } = config;
      assert.deepEqual([copies, lockWait, maxMemory, zone], [3, 0, 2 ** 26, 'here']);
      assert.deepEqual([lockLease, bootstrapMembers], [300_000, 2]);
    }
    assert.equal(configsOf([], { HOLDFAST_MAX_MEMORY: '1GiB' })[0]?.maxMemory, GIB);
    assert.equal(planOf(['--log-level=warn']).logLevel, 'warn');
  });

  it('refuses what it decides itself', () => {
    assert.equal(
      lineOf(['--grpc-listen=127.0.0.1:1']),
      'grpc-listen (flag --grpc-listen): holdfast cluster decides it for each member; leave it out',
    );
    assert.match(
      lineOf([], { HOLDFAST_MEMBER_ID: 'a' }),
      /^member-id \(environment HOLDFAST_MEMBER_ID\): .* decides it/,
    );
    for (const name of DECIDED_NAMES) {
      assert.match(lineOf(name === 'gateway-only' ? [`--${name}`] : [`--${name}`, 'x']), / decides it for each member/);
    }
  });

  it('refuses what each member would refuse, in one line', () => {
    assert.match(lineOf(['--lock-wait=4s']), /^lock-wait \(flag --lock-wait\): "4s" is not allowed/);
    assert.match(lineOf(['--lock-weit=1s']), /^unknown flag --lock-weit; did you mean --lock-wait\?$/);
    assert.match(lineOf(['3']), /^unexpected argument "3"/);
    assert.match(lineOf(['--heartbeat=1s']), /^lease \(default\): 1s is too short/);
    assert.match(lineOf([], { HOLDFAST_LOCK_WEIT: '1s' }), /^unknown environment variable/);
    assert.match(lineOf(['--config=/gone/gone.yaml']), /^config \(flag --config\): cannot read/);
  });

  it('refuses what so few members can never have', () => {
    assert.equal(
      lineOf(['--members=2', '--copies=3']),
      'copies (flag --copies): 3 is more than there are members; allowed: at most 2',
    );
    assert.match(lineOf(['--bootstrap-members=4']), /^bootstrap-members .*: 4 is more than there are members/);
  });
});

describe('what the command shows', () => {
  it('is one table of addresses', () => {
    const lines = renderAddressTable(planOf(['--members=2'])).split('\n');
    assert.equal(lines[0], '2 members on this machine, 2 copies of every session:');
    assert.deepEqual(lines.slice(2, 5), [
      '  member     gateway           grpc             admin            cluster',
      '  member-0   127.0.0.1:42424   127.0.0.1:7400   127.0.0.1:7401   127.0.0.1:7402',
      '  member-1   127.0.0.1:42434   127.0.0.1:7410   127.0.0.1:7411   127.0.0.1:7412',
    ]);
    assert.match(renderAddressTable(planOf(['--members=1'])), /^1 member on this machine, one copy of every session:/);
  });

  it('is a help that names its flags, and the settings it has no use for', () => {
    const { help } = CLUSTER_COMMAND;
    assert.match(help, /^Usage: holdfast cluster .*\n/);
    for (const name of ['--members', ...DECIDED_NAMES]) assert.ok(help.includes(name), name);
    assert.doesNotMatch(help, /port-offset/);
    for (const line of help.split('\n')) assert.ok(line.length <= 118, line);
  });
});
