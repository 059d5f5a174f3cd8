import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { configOf, HOST, lineOf, warningsOf } from './loading.ts';

const TWO = '--members-per-machine=2';
const ETCD = ['--coordination=etcd', '--etcd-endpoints=http://127.0.0.1:2379'];

describe('several members on a machine', () => {
  it('are not there unless asked for', () => {
    assert.equal(configOf({}).membersPerMachine, 1);
    for (const text of ['0', '65', 'all'])
      assert.match(lineOf({ flags: [`--members-per-machine=${text}`] }), /^members-per-machine .* 1 to 64$/);
  });

  it('are a cluster without an etcd, and have copies of what each other holds', () => {
    const settled = (...flags: string[]) => {
      const { copies, bootstrapMembers } = configOf({ flags });
      return { copies, bootstrapMembers };
    };
    assert.deepEqual(settled('--members-per-machine=4'), { copies: 2, bootstrapMembers: 4 });
    assert.deepEqual(settled(TWO, '--copies=1', '--bootstrap-members=1'), { copies: 1, bootstrapMembers: 1 });
    assert.deepEqual(settled(TWO, ...ETCD), { copies: 2, bootstrapMembers: 3 });
    assert.equal(
      lineOf({ flags: ['--copies=3', TWO] }),
      'copies (flag --copies): 3 is more than there are members; allowed: with coordination etcd, or at most members-per-machine (flag --members-per-machine), which is 2',
    );
    assert.match(lineOf({ flags: ['--gateway-only', TWO] }), /^gateway-only .*: true is for several members/);
    configOf({ flags: ['--copies=3', '--gateway-only', TWO, ...ETCD] });
  });

  it('are warned for as members of a cluster are', () => {
    assert.deepEqual(warningsOf({ flags: ['--cluster-listen=0.0.0.0:7402'] }), []);
    assert.match(warningsOf({ flags: ['--cluster-listen=0.0.0.0:7402', TWO] })[0] ?? '', /^cluster-listen .* open/);
    assert.deepEqual(warningsOf({ flags: ['--cluster-listen=0.0.0.0:7402', ...ETCD, '--machine-member'] }), []);
  });

  it('need a port each', () => {
    assert.equal(
      lineOf({ flags: ['--cluster-listen=127.0.0.1:7399', TWO] }),
      'grpc-listen (default): 127.0.0.1:7400 is taken by cluster-listen (flag --cluster-listen) and members-per-machine (flag --members-per-machine), which is 2; allowed: an address of its own',
    );
    assert.match(lineOf({ flags: ['--cluster-listen=127.0.0.1:7400', TWO] }), /^cluster-listen .* is taken by grpc/);
    assert.match(lineOf({ flags: ['--cluster-listen=a:65535', TWO] }), /^cluster-listen .*: a:65535 leaves no port/);
    assert.match(lineOf({ flags: ['--advertise=a:65535', TWO] }), /^advertise .*: at most 65534 with members-per-/);
    configOf({ flags: ['--cluster-listen=127.0.0.1:0', TWO] });
    configOf({ flags: ['--cluster-listen=127.0.0.1:7399'] });
  });

  it('need memory, and room for a name', () => {
    assert.match(
      lineOf({ flags: ['--max-memory=65537', TWO] }),
      /^max-memory .*: 65537 is too little; allowed: at least 64KiB for each of members-per-machine/,
    );
    assert.match(lineOf({ flags: [`--member-id=${'x'.repeat(252)}`, TWO] }), /^member-id .*: is too long/);
    assert.equal(configOf({ flags: [TWO] }).memberId, HOST);
  });

  it('have no clock that could be moved, and are not what another supervisor starts', () => {
    assert.match(lineOf({ flags: ['--test-clock', TWO] }), /^test-clock .*: true is for one member/);
    assert.match(lineOf({ flags: ['--machine-member', TWO] }), /^machine-member .*: true is for one member/);
    assert.match(lineOf({ flags: ['--coordination=supervisor', TWO] }), /^coordination .* is for one member/);
  });
});
