import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { status } from '../../src/cli/status.ts';
import { type StatusReport, statusText } from '../../src/cli/status-report.ts';
import { CERTIFICATE, PRIVATE_KEY } from '../config/certificates.ts';
import { FakeCluster, held, holder, process, startDoor } from '../rpc/cluster-harness.ts';
import { FakeIo } from './fake-io.ts';

const REPORT: StatusReport = {
  cluster: 'shop',
  healthy: false,
  problems: ['2 partitions: fewer than 2 copies'],
  answering: { member: 'member-0', incarnation: 12 },
  tableVersion: 42,
  draining: { member: 'member-1', incarnation: 9 },
  members: [
    {
      ...{ member: 'member-0', incarnation: 12, state: 'serving', zone: 'north', version: '0.1.0' },
      ...{ address: '10.0.0.1:7402', primaries: 128, replicas: 126 },
      ...{ registered: true, heard: true, forgotten: false, sessions: 1, bytes: 2_048 },
    },
    {
      ...{ member: 'member-10', incarnation: 3, state: 'gone', zone: '', version: '', address: '' },
      ...{ primaries: 0, replicas: 2, registered: false, heard: false, forgotten: true, sessions: null, bytes: null },
    },
  ],
  partitions: {
    ...{ all: 256, underCopied: [3, 4], withoutPrimary: [], withoutCopy: [], outOfStepHere: [], begunAnew: 2 },
  },
  store: { kind: 'etcd', reachable: true, answeredAgoMs: 340, trouble: '', refused: '' },
};

describe('the text of status', () => {
  it('says first how the cluster is and what is wrong, then who is there and what they hold', () => {
    assert.equal(
      statusText(REPORT),
      `cluster shop: NOT HEALTHY, as member-0#12 sees it, by table 42
  - 2 partitions: fewer than 2 copies

MEMBER     INCARNATION  STATE            ZONE   VERSION  ADDRESS        PRIMARIES  REPLICAS  LINE
member-0            12  serving          north  0.1.0    10.0.0.1:7402        128       126  self
member-10            3  gone, forgotten  -      -        -                      0         2  no

partitions        256
under-copied      2 (3-4)
without primary   none
without any copy  none
not in step here  none
begun anew        2 times: sessions were lost
store             etcd, last answer 340 ms ago
draining          member-1#9
held here         1 session as primary or replica, 2.0 KiB
`,
    );
  });

  it('tells of a store that does not answer', () => {
    const store = { kind: 'etcd', reachable: false, answeredAgoMs: null, trouble: 'connection refused', refused: '' };
    const text = statusText({ ...REPORT, store, draining: null });
    assert.match(text, /^store +etcd, NOT REACHABLE, never answered \(connection refused\)$/m);
    assert.match(text, /^draining +nobody$/m);
  });

  it('tells of a store that is not believed', () => {
    const text = statusText({ ...REPORT, store: { ...REPORT.store, refused: 'the table is gone' } });
    assert.match(text, /^store +etcd, last answer 340 ms ago, NOT BELIEVED$/m);
  });
});

describe('holdfast status', () => {
  it('ends with 0 where all is well', async (t) => {
    const { address } = await startDoor(t, new FakeCluster());
    const io = new FakeIo();
    assert.equal(await status.run(['--address', address], io), 0);
    assert.match(io.printed, /^cluster shop: healthy, as a#1 sees it, by table 1\n/);
    assert.equal(io.errors, '');
  });

  it('ends with 1 where something is wrong, and tells scripts the same', async (t) => {
    const view = new FakeCluster();
    view.lose('b');
    view.list.push(process('gate', 4, { gatewayOnly: true, zone: 'z' }));
    view.adopt({ type: 'draining', holder: holder('c') }, { type: 'holders', partition: 3, holders: held('c') });
    view.held = [
      { partition: 0, role: 'primary', inStep: false, sessions: 1 },
      { partition: 3, role: 'filling', inStep: false, sessions: 0 },
    ];
    const { address } = await startDoor(t, view);
    const io = new FakeIo();
    assert.equal(await status.run(['--address', address, '--json'], io), 1);
    const report: StatusReport = JSON.parse(io.printed);
    const { members, ...rest } = report;
    assert.deepEqual(rest, {
      ...{ cluster: 'shop', healthy: false, answering: holder('a'), tableVersion: 2, draining: holder('c') },
      problems: [
        '1 partition: the primary is gone, and a replica is to take its place',
        '3 partitions: fewer than 2 copies; only 1 of the members there may hold one',
        '1 partition: the copy of a is not in step',
      ],
      partitions: {
        ...{ all: 4, underCopied: [0, 1, 3], withoutPrimary: [1], withoutCopy: [], outOfStepHere: [0], begunAnew: 0 },
      },
      store: { kind: 'etcd', reachable: true, answeredAgoMs: 250, trouble: '', refused: '' },
    });
    assert.deepEqual(
      members.map(({ member, state }) => [member, state]),
      [
        ['a', 'serving'],
        ['b', 'gone'],
        ['c', 'draining'],
        ['gate', 'gateway-only'],
      ],
    );
    assert.deepEqual(members[0], {
      ...{ member: 'a', incarnation: 1, state: 'serving', zone: '', version: '1.0.0', address: 'a:7402' },
      ...{ primaries: 1, replicas: 1, registered: true, heard: true, forgotten: false, sessions: 12, bytes: 3_456 },
    });
    assert.deepEqual([members[3]?.sessions, members[3]?.zone], [null, 'z']);
  });

  it('bears its token, and ends with 1 without one', async (t) => {
    const { address } = await startDoor(t, new FakeCluster(), { tokens: ['t'] });
    const io = new FakeIo({}, { file: 't\n' });
    assert.equal(await status.run(['--address', address], io), 1);
    assert.equal(io.errors, 'holdfast: the call needs the header authorization: Bearer <token>\n');
    assert.equal(await status.run(['--address', address, '--token-file', 'file'], io), 0);
  });

  it('speaks TLS to a door that does', async (t) => {
    const tls = { cert: Buffer.from(CERTIFICATE), key: Buffer.from(PRIVATE_KEY), clientCa: null };
    const { port } = await startDoor(t, new FakeCluster(), { tls });
    const io = new FakeIo({}, { ca: CERTIFICATE });
    const whom = ['--address', `localhost:${port}`];
    assert.equal(await status.run([...whom, '--tls-ca', 'ca'], io), 0);
    assert.equal(await status.run([...whom, '--tls-ca', 'ca', '--tls-name', 'elsewhere'], io), 3);
    assert.equal(await status.run([...whom, '--tls'], io), 3);
    assert.equal(await status.run(whom, io), 3);
  });

  it('ends with 2 if called wrongly, before anybody is asked', async () => {
    for (const args of [['--jsn'], ['word'], ['--address', 'x'], ['--token-file', 'none']]) {
      const io = new FakeIo();
      assert.equal(await status.run(args, io), 2);
      assert.match(io.errors, /^holdfast: .*; "holdfast status --help" says more\n$/);
      assert.equal(io.printed, '');
    }
  });

  it('ends with 3, and a line that says why, if nobody answers', async () => {
    const io = new FakeIo();
    assert.equal(await status.run(['--address', '127.0.0.1:1', '--json'], io), 3);
    assert.equal(io.errors, 'holdfast: cannot reach 127.0.0.1:1: connect ECONNREFUSED 127.0.0.1:1\n');
    assert.equal(io.printed, '');
  });

  it('says what it takes', () => {
    assert.match(status.help, /^Usage: holdfast status \[FLAGS\]\n/);
    for (const flag of ['--json', '--address HOST:PORT', '--token-file FILE', '--tls-ca FILE']) {
      assert(status.help.includes(`  ${flag} `), flag);
    }
    assert(status.help.endsWith('\n'));
  });
});
