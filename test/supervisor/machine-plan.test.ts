import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Config } from '../../src/config/config.ts';
import { planMachine } from '../../src/supervisor/machine-plan.ts';
import { configOf } from '../config/loading.ts';

const ETCD = ['--coordination=etcd', '--etcd-endpoints=http://127.0.0.1:2379'];

/** What each member will run with. */
function configsOf(flags: readonly string[], environment: Readonly<Record<string, string>> = {}): Config[] {
  const machine = configOf({ flags, environment });
  return planMachine(machine, flags).map(({ id, args }) => {
    assert.equal(args[0], 'serve');
    const config = configOf({ flags: args.slice(1), environment });
    assert.equal(config.memberId, id);
    assert.deepEqual([config.membersPerMachine, config.machineMember], [1, true]);
    return config;
  });
}

describe('the members of a machine', () => {
  it('have names that stay, the same doors, ports of their own for each other, and their part of the memory', () => {
    const configs = configsOf(['--members-per-machine=3', '--member-id=pod-1', '--max-memory=3MiB']);
    for (const [place, config] of configs.entries()) {
      const { memberId, gatewayListen, grpcListen, clusterListen, advertise, maxMemory } = config;
      assert.equal(memberId, `pod-1-${place}`);
      assert.deepEqual([gatewayListen.port, grpcListen.port], [42_424, 7_400]);
      assert.deepEqual(clusterListen, { host: '127.0.0.1', port: 7_402 + place });
      assert.deepEqual(advertise, clusterListen);
      assert.equal(maxMemory, 2 ** 20);
    }
    assert.equal(configs.length, 3);
  });

  it('are reached where the machine is', () => {
    const flags = [...ETCD, '--members-per-machine=2', '--cluster-listen=[::]:7402', '--advertise=pod-1.holdfast:8402'];
    assert.deepEqual(
      configsOf(flags).map(({ clusterListen, advertise }) => [clusterListen, advertise]),
      [0, 1].map((place) => [
        { host: '::', port: 7_402 + place },
        { host: 'pod-1.holdfast', port: 8_402 + place },
      ]),
    );
    const [, anyPort] = configsOf([...ETCD, '--members-per-machine=2', '--cluster-listen=127.0.0.1:0']);
    assert.deepEqual([anyPort?.clusterListen.port, anyPort?.advertise.port], [0, 0]);
  });

  it('are in one zone, that of the machine unless another is given', () => {
    const zones = (...flags: string[]) =>
      configsOf(['--members-per-machine=2', '--member-id=m', ...flags]).map(({ zone }) => zone);
    assert.deepEqual(zones(), ['m', 'm']);
    assert.deepEqual(zones('--zone='), ['m', 'm']);
    assert.deepEqual(zones('--zone=rack-1'), ['rack-1', 'rack-1']);
  });

  it('have their store in etcd, or in the process that started them', () => {
    const [own] = configsOf(['--members-per-machine=4']);
    assert.deepEqual([own?.coordination, own?.copies, own?.bootstrapMembers], ['supervisor', 2, 4]);
    const [shared] = configsOf(ETCD.concat('--members-per-machine=4', '--copies=3'));
    assert.deepEqual([shared?.coordination, shared?.copies, shared?.bootstrapMembers], ['etcd', 3, 3]);
  });

  it('are given all else as the machine is, wherever it was given', () => {
    const environment = { HOLDFAST_MEMBERS_PER_MACHINE: '2', HOLDFAST_MEMBER_ID: 'e', HOLDFAST_LOCK_LEASE: '5m' };
    const configs = configsOf(['--lock-wait=0s', '--'], environment);
    assert.deepEqual(
      configs.map(({ memberId, lockLease, lockWait }) => [memberId, lockLease, lockWait]),
      [0, 1].map((place) => [`e-${place}`, 300_000, 0]),
    );
  });
});
