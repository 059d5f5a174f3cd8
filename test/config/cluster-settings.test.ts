import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { CERTIFICATE, OTHER_KEY, PRIVATE_KEY } from './certificates.ts';
import { configOf, HOST, lineOf, warningsOf } from './loading.ts';

const ETCD = ['--coordination=etcd', '--etcd-endpoints=http://127.0.0.1:2379'];
const ETCD_TLS = ['--coordination=etcd', '--etcd-endpoints=https://etcd-0:2379'];
const LINE_TLS = ['--cluster-tls-cert=c', '--cluster-tls-key=k', '--cluster-tls-ca=c'];

describe('defaults of a cluster', () => {
  it('are those of one that has several members', () => {
    for (const flags of [ETCD, ['--coordination=supervisor']]) {
      const { copies, bootstrapMembers } = configOf({ flags });
      assert.deepEqual({ copies, bootstrapMembers }, { copies: 2, bootstrapMembers: 3 });
    }
    assert.equal(configOf({ flags: [...ETCD, '--copies=3'] }).copies, 3);
    assert.equal(configOf({ flags: [...ETCD, '--bootstrap-members=1'] }).bootstrapMembers, 1);
  });

  it("advertise where it listens, under the host's name where that is everywhere", () => {
    const advertised = (...flags: string[]) => configOf({ flags: [...ETCD, ...flags] }).advertise;
    assert.deepEqual(advertised('--cluster-listen=10.0.0.1:7'), { host: '10.0.0.1', port: 7 });
    assert.deepEqual(advertised('--cluster-listen=0.0.0.0:7'), { host: HOST, port: 7 });
    assert.deepEqual(advertised('--cluster-listen=[::]:0'), { host: HOST, port: 0 });
    assert.deepEqual(advertised('--cluster-listen=[::]:7', '--advertise=a.b:8'), { host: 'a.b', port: 8 });
  });

  it('hold reads for longer than a request may wait in line', () => {
    const held = (...flags: string[]) => configOf({ flags }).gatewayHoldReads;
    assert.deepEqual([held('--lock-wait=0s'), held('--lock-wait=2s'), held('--lock-wait=3s')], [3_000, 3_000, 4_000]);
  });

  it('can be given in a file', () => {
    const content = 'coordination: etcd\netcd-endpoints: [http://a:1, http://b:2]\nzone: ""\ngateway-only: true\n';
    const config = configOf({ flags: ['--config=f'], files: { f: content } });
    assert.deepEqual(config.etcdEndpoints, ['http://a:1', 'http://b:2']);
    assert.equal(config.zone, '');
    assert.equal(config.gatewayOnly, true);
  });
});

describe('what a member alone has no use for', () => {
  it('is refused', () => {
    assert.equal(
      lineOf({ flags: ['--copies=2'] }),
      'copies (flag --copies): 2 is for several members; allowed: with coordination etcd, or 1',
    );
    assert.match(lineOf({ flags: ['--bootstrap-members=3'] }), /^bootstrap-members .*: 3 is for several members/);
    assert.match(lineOf({ flags: ['--gateway-only'] }), /^gateway-only .*: true is for several members/);
    configOf({ flags: ['--copies=1', '--bootstrap-members=1', '--gateway-only=false'] });
    assert.equal(configOf({ flags: [...ETCD, '--gateway-only'] }).gatewayOnly, true);
  });

  it('is refused where it speaks of etcd', () => {
    assert.equal(
      lineOf({ environment: { HOLDFAST_ETCD_ENDPOINTS: 'http://a:1' } }),
      'etcd-endpoints (environment HOLDFAST_ETCD_ENDPOINTS): is of no use; allowed: with coordination etcd, not embedded (coordination (default))',
    );
    for (const flags of [
      ['--etcd-ca=c'],
      ['--etcd-cert=c', '--etcd-key=k'],
      ['--etcd-user=u', '--etcd-password-file=p'],
    ]) {
      assert.match(lineOf({ flags: [...flags, '--coordination=supervisor'] }), /^etcd-\w+ .*: is of no use/);
    }
  });
});

describe('etcd', () => {
  it('needs endpoints', () => {
    assert.equal(
      lineOf({ flags: ['--coordination=etcd'] }),
      'coordination (flag --coordination): etcd is not enough; allowed: together with etcd-endpoints',
    );
  });

  it('is asked as a user with his password, or as nobody', () => {
    assert.match(lineOf({ flags: [...ETCD, '--etcd-user=u'] }), /^etcd-user .*"u" .*together with etcd-password-file$/);
    assert.match(lineOf({ flags: [...ETCD, '--etcd-password-file=p'] }), /^etcd-password-file .*with etcd-user$/);
    const flags = [...ETCD, '--etcd-user=u', '--etcd-password-file=p'];
    for (const [text, password] of [
      ['pass word', 'pass word'],
      ['pass word \r\n', 'pass word '],
    ] as const) {
      const { etcdLogin } = configOf({ flags, files: { p: text } });
      assert.deepEqual([etcdLogin?.user, etcdLogin?.password.reveal()], ['u', password]);
    }
    assert.equal(configOf({ flags: ETCD }).etcdLogin, null);
    for (const text of ['', '\n', 'alpha\nbeta\n']) {
      const line = lineOf({ flags, files: { p: text } });
      assert.match(line, /^etcd-password-file .*holds no password/);
      assert.doesNotMatch(line, /alpha|beta/);
    }
  });

  it('is spoken to with TLS where its endpoints say so', () => {
    const files = { c: CERTIFICATE, k: PRIVATE_KEY };
    assert.equal(configOf({ flags: ETCD }).etcdTls, null);
    assert.deepEqual(configOf({ flags: ETCD_TLS }).etcdTls, { ca: null, cert: null, key: null });
    const { etcdTls } = configOf({ files, flags: [...ETCD_TLS, '--etcd-ca=c', '--etcd-cert=c', '--etcd-key=k'] });
    assert.deepEqual([etcdTls?.ca, etcdTls?.cert, etcdTls?.key?.reveal()], [CERTIFICATE, CERTIFICATE, PRIVATE_KEY]);
    assert.match(lineOf({ flags: [...ETCD_TLS, '--etcd-cert=c'] }), /^etcd-cert .*together with etcd-key$/);
    assert.match(lineOf({ flags: [...ETCD_TLS, '--etcd-key=k'] }), /^etcd-key .*together with etcd-cert$/);
    assert.match(
      lineOf({ flags: [...ETCD, '--etcd-ca=c'] }),
      /^etcd-ca .*"c" is of no use; allowed: with etcd-endpoints \(flag --etcd-endpoints\) of https$/,
    );
  });
});

describe('guards of the line between members', () => {
  const files = {
    c: CERTIFICATE,
    k: PRIVATE_KEY,
    o: OTHER_KEY,
    x: 'x',
    t: 'operator-token\n# not-this\n',
    none: '#\n',
  };

  it('are three files or none', () => {
    const { clusterTls } = configOf({ files, flags: LINE_TLS });
    assert.deepEqual(
      [clusterTls?.cert, clusterTls?.key.reveal(), clusterTls?.ca],
      [CERTIFICATE, PRIVATE_KEY, CERTIFICATE],
    );
    for (const missing of LINE_TLS) {
      const flags = LINE_TLS.filter((flag) => flag !== missing);
      assert.match(
        lineOf({ files, flags }),
        /^cluster-tls-\w+ .* is of no use alone; .* cluster-tls-\w+ and cluster-tls/,
      );
    }
  });

  it('are refused when unfit', () => {
    const put = (flag: string) => ({ files, flags: [...LINE_TLS, flag] });
    assert.match(lineOf(put('--cluster-tls-cert=x')), /^cluster-tls-cert .*holds no certificate/);
    assert.match(lineOf(put('--cluster-tls-ca=x')), /^cluster-tls-ca .*holds no certificate/);
    assert.match(lineOf(put('--cluster-tls-ca=gone')), /^cluster-tls-ca .*cannot read "gone"/);
    assert.match(lineOf(put('--cluster-tls-key=o')), /^cluster-tls-key .*does not work with cluster-tls-cert/);
    assert.match(lineOf({ files, flags: ['--operator-token-file=none'] }), /^operator-token-file .*holds no token/);
  });

  it('are hidden', () => {
    const login = [...ETCD, '--etcd-user=u', '--etcd-password-file=w'];
    const flags = [...LINE_TLS, ...login, '--operator-token-file=t'];
    const config = configOf({ files: { ...files, w: 'pass-word' }, flags });
    assert.deepEqual(
      config.operatorTokens?.map((token) => token.reveal()),
      ['operator-token'],
    );
    const printed = `${inspect(config, { depth: null, showHidden: true })}${JSON.stringify(config)}`;
    assert.doesNotMatch(printed, /operator-token\b|pass-word|BEGIN PRIVATE KEY/);
  });
});

describe('listeners', () => {
  it('are four where there are peers', () => {
    const clash = '--cluster-listen=127.0.0.1:7401';
    assert.match(lineOf({ flags: [...ETCD, clash] }), /^cluster-listen .*127\.0\.0\.1:7401 is taken by admin-listen/);
    configOf({ flags: [clash] });
  });
});

describe('the largest content', () => {
  it('is one that members can send each other', () => {
    for (const flags of [ETCD, ['--coordination=supervisor']]) {
      configOf({ flags: [...flags, '--max-content-bytes=128MiB'] });
      assert.match(
        lineOf({ flags: [...flags, '--max-content-bytes=134217729'] }),
        /^max-content-bytes \(flag --max-content-bytes\): 134217729 is too large; allowed: at most 128MiB with coordination \(flag --coordination\), which is \w+$/,
      );
    }
    configOf({ flags: ['--max-content-bytes=512MiB'] });
  });
});

describe('relations of times', () => {
  it('let a lease live through two lost heartbeats', () => {
    assert.equal(
      lineOf({ flags: ['--heartbeat=334ms'] }),
      'lease (default): 1s is too short; allowed: at least 3 times heartbeat (flag --heartbeat), which is 334ms',
    );
    configOf({ flags: ['--heartbeat=333ms'] });
  });

  it('let nobody take over from a primary that decides by a slow clock', () => {
    assert.equal(
      lineOf({ flags: ['--takeover=1105ms'] }),
      'takeover (flag --takeover): 1105ms is too short; allowed: at least 1106ms with lease (default), which is 1s',
    );
    configOf({ flags: ['--takeover=1106ms'] });
    assert.match(lineOf({ flags: ['--lease=950ms', '--takeover=1050ms'] }), /at least 1051ms/);
    configOf({ flags: ['--lease=950ms', '--takeover=1051ms'] });
  });

  it('end a takeover before registrations and holds end', () => {
    const held = '--gateway-hold-reads=8s';
    assert.match(lineOf({ flags: [held, '--takeover=5s'] }), /^takeover .*5s is too long; allowed: less than 5s$/);
    configOf({ flags: [held, '--takeover=4999ms'] });
    assert.match(
      lineOf({ flags: ['--takeover=3s'] }),
      /^takeover .*3s is too long; allowed: less than gateway-hold-reads \(default\), which is 3s$/,
    );
    configOf({ flags: ['--takeover=2999ms'] });
  });

  it('hold a request longer than it may wait in line, and a write no shorter than a read', () => {
    assert.match(
      lineOf({ flags: ['--gateway-hold-reads=3999ms', '--lock-wait=3s'] }),
      /^gateway-hold-reads .*3999ms is too short; allowed: 1s more than lock-wait \(flag --lock-wait\), which is 3s$/,
    );
    configOf({ flags: ['--gateway-hold-reads=4s', '--lock-wait=3s'] });
    assert.match(
      lineOf({ flags: ['--gateway-hold=2999ms'] }),
      /^gateway-hold .*2999ms is too short; allowed: at least gateway-hold-reads \(default\), which is 3s$/,
    );
    configOf({ flags: ['--gateway-hold=3s'] });
    assert.match(lineOf({ flags: ['--gateway-hold=10s'] }), /^gateway-hold .*"10s" is not allowed/);
  });
});

describe('warnings of a cluster', () => {
  const files = { c: CERTIFICATE, k: PRIVATE_KEY, t: 'token', w: 'word' };
  const open = [...ETCD, '--cluster-listen=0.0.0.0:1'];

  it('tell of a line open to all', () => {
    const [first, second, ...more] = warningsOf({ flags: open });
    assert.match(first ?? '', /^cluster-listen 0\.0\.0\.0:1 is open to everybody/);
    assert.match(second ?? '', /^cluster-listen 0\.0\.0\.0:1 takes orders from everybody/);
    assert.deepEqual(more, []);
    assert.match(warningsOf({ files, flags: [...open, '--operator-token-file=t'] }).join(), /in plain text$/);
    assert.deepEqual(warningsOf({ files, flags: [...open, ...LINE_TLS] }), []);
    assert.deepEqual(warningsOf({ files, flags: [...open, ...LINE_TLS, '--operator-token-file=t'] }), []);
    assert.deepEqual(warningsOf({ flags: ETCD }), []);
    assert.deepEqual(warningsOf({ flags: ['--cluster-listen=0.0.0.0:1'] }), []);
  });

  it('tell of an etcd elsewhere that is spoken to too openly, or tells others of an address they cannot reach', () => {
    const remote = ['--coordination=etcd', '--etcd-endpoints=http://etcd-0:1', '--advertise=member-0:1'];
    const login = ['--etcd-user=u', '--etcd-password-file=w'];
    assert.deepEqual(warningsOf({ flags: remote }), []);
    assert.match(warningsOf({ files, flags: [...remote, ...login] }).join(), /^etcd-password-file without https/);
    assert.deepEqual(warningsOf({ files, flags: [...ETCD, ...login] }), []);
    assert.deepEqual(warningsOf({ files, flags: [...ETCD_TLS, ...login, '--advertise=member-0:1'] }), []);
    assert.match(
      warningsOf({ flags: ETCD_TLS }).join(),
      /^advertise 127\.0\.0\.1:7402 is of use on this machine alone/,
    );
  });
});
