import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { loadConfig } from '../../src/config/load-config.ts';
import type { Setting } from '../../src/config/setting.ts';
import { environmentVariable, SETTING_IDS, SETTINGS } from '../../src/config/settings.ts';
import { CERTIFICATE, OTHER_KEY, PRIVATE_KEY } from './certificates.ts';
import { configOf, type Given, HOST, lineOf, warningsOf } from './loading.ts';

const GIB = 2 ** 30;

describe('defaults', () => {
  it('are the documented ones', () => {
    assert.deepEqual(configOf({}), {
      gatewayListen: { host: '127.0.0.1', port: 42424 },
      grpcListen: { host: '127.0.0.1', port: 7400 },
      adminListen: { host: '127.0.0.1', port: 7401 },
      lockLease: 110_000,
      lockWait: 500,
      staleWrites: 'reject',
      aspnetVersion: '2.0.50727',
      maxContentBytes: 32 * 2 ** 20,
      maxMemory: 2 * GIB,
      maxConnections: 10_000,
      maxWaitersPerSession: 50,
      maxBytesInFlight: 512 * 2 ** 20,
      gatewayAllow: null,
      memberId: HOST,
      membersPerMachine: 1,
      machineMember: false,
      clusterName: 'holdfast',
      coordination: 'embedded',
      etcdEndpoints: null,
      clusterListen: { host: '127.0.0.1', port: 7402 },
      advertise: { host: '127.0.0.1', port: 7402 },
      copies: 1,
      partitions: 256,
      bootstrapMembers: 1,
      zone: '',
      heartbeat: 200,
      lease: 1_000,
      takeover: 1_500,
      gatewayHold: 8_000,
      gatewayHoldReads: 3_000,
      gatewayOnly: false,
      drainLimit: 60_000,
      logLevel: 'info',
      testClock: false,
      grpcTls: null,
      grpcTokens: null,
      clusterTls: null,
      operatorTokens: null,
      etcdTls: null,
      etcdLogin: null,
    });
    assert.deepEqual(warningsOf({}), []);
  });

  it('are values that their settings allow', () => {
    for (const id of SETTING_IDS) {
      const setting: Setting<unknown> = SETTINGS[id];
      if (typeof setting.byDefault === 'string') assert.notEqual(setting.kind.parse(setting.byDefault), undefined, id);
    }
  });

  it('make the machine itself serve as the measure of max-memory', () => {
    const loaded = loadConfig([], {});
    assert.ok(loaded.ok);
    assert.ok(Number.isSafeInteger(loaded.config.maxMemory));
    assert.ok(loaded.config.maxMemory >= 2 ** 26);
  });
});

describe('the schema', () => {
  it('names each setting as its identifier is spelt', () => {
    for (const id of SETTING_IDS) {
      assert.equal(
        SETTINGS[id].name,
        id.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      );
    }
  });

  it('derives the environment variable', () => {
    assert.equal(environmentVariable('gateway-listen'), 'HOLDFAST_GATEWAY_LISTEN');
  });
});

describe('precedence', () => {
  const file = { files: { 'a.yaml': 'lock-lease: 1m\nlock-wait: 100ms\nmax-connections: 7\n' } };
  const environment = { HOLDFAST_CONFIG: 'a.yaml', HOLDFAST_LOCK_LEASE: '2m', HOLDFAST_LOCK_WAIT: '200ms' };

  it('is flag, environment, file, default', () => {
    const config = configOf({ ...file, environment, flags: ['--lock-lease', '3m'] });
    assert.equal(config.lockLease, 180_000);
    assert.equal(config.lockWait, 200);
    assert.equal(config.maxConnections, 7);
    assert.equal(config.maxWaitersPerSession, 50);
  });

  it('lets --config win over HOLDFAST_CONFIG', () => {
    const files = { 'a.yaml': 'max-connections: 7', 'b.yaml': 'max-connections: 8' };
    const config = configOf({ files, environment: { HOLDFAST_CONFIG: 'a.yaml' }, flags: ['--config=b.yaml'] });
    assert.equal(config.maxConnections, 8);
  });

  it('lets the last of a repeated flag count', () => {
    assert.equal(configOf({ flags: ['--max-connections', '1', '--max-connections=2'] }).maxConnections, 2);
  });

  it('does not read a value that is overridden', () => {
    assert.equal(configOf({ environment: { HOLDFAST_LOCK_WAIT: 'bad' }, flags: ['--lock-wait=0s'] }).lockWait, 0);
  });
});

describe('a bad value', () => {
  it('is told with setting, origin, value and what is allowed', () => {
    const allowed = 'is not allowed; allowed: a whole number with ms, s, m, h or d; 0s to 3s';
    assert.equal(lineOf({ flags: ['--lock-wait', '4s'] }), `lock-wait (flag --lock-wait): "4s" ${allowed}`);
    assert.equal(
      lineOf({ environment: { HOLDFAST_LOCK_WAIT: 'soon' } }),
      `lock-wait (environment HOLDFAST_LOCK_WAIT): "soon" ${allowed}`,
    );
    assert.equal(
      lineOf({ flags: ['--config', 'a.yaml'], files: { 'a.yaml': 'lock-wait: 4000' } }),
      `lock-wait (file a.yaml: lock-wait): "4000" ${allowed}`,
    );
  });

  it('stays on one line and bounded whatever it holds', () => {
    const line = lineOf({ flags: [`--log-level=a\nb${'x'.repeat(5000)}`] });
    assert.match(line, /^log-level \(flag --log-level\): "a\\nbx+…" is not allowed; allowed: fatal, error, /);
    assert.ok(line.length < 300);
    lineOf({ flags: ['--config=a\nb'] });
    lineOf({ flags: ['--config=a\nb'], files: { 'a\nb': 'lock-wait: 9d' } });
  });

  it('is an empty one too', () => {
    assert.match(
      lineOf({ environment: { HOLDFAST_GATEWAY_ALLOW: '' } }),
      /^gateway-allow \(environment .*\): "" is not/,
    );
    assert.match(
      lineOf({ flags: ['--config=a'], files: { a: 'gateway-allow:\n' } }),
      /^gateway-allow \(file a: gateway-allow\): "" is not/,
    );
  });
});

describe('flags', () => {
  it('that are unknown get the nearest name', () => {
    assert.equal(lineOf({ flags: ['--lock-leese=1s'] }), 'unknown flag --lock-leese; did you mean --lock-lease?');
    assert.equal(
      lineOf({ flags: ['--frobnicate'] }),
      'unknown flag --frobnicate; "holdfast serve --help" lists all settings',
    );
    assert.match(lineOf({ flags: ['-x'] }), /^unknown flag -x/);
    assert.doesNotMatch(lineOf({ flags: ['--test-clok'] }), /test-clock/);
  });

  it('need a value where the setting has one', () => {
    assert.match(lineOf({ flags: ['--log-level'] }), /^log-level \(flag --log-level\): has no value; allowed: fatal/);
    assert.match(lineOf({ flags: ['--log-level', '--test-clock'] }), /^log-level \(flag --log-level\): has no value/);
  });

  it('take no argument of their own', () => {
    assert.equal(lineOf({ flags: ['extra'] }), 'unexpected argument "extra"; allowed: flags alone');
  });

  it('may be a switch', () => {
    assert.equal(configOf({ flags: ['--test-clock'] }).testClock, true);
    assert.equal(configOf({ flags: ['--test-clock=false'] }).testClock, false);
    assert.match(lineOf({ flags: ['--test-clock=yes'] }), /^test-clock .*"yes" is not allowed; allowed: true, false$/);
  });
});

describe('the environment', () => {
  it('refuses a variable that is nearly a setting', () => {
    assert.equal(
      lineOf({ environment: { HOLDFAST_LOCK_LEES: '1s' } }),
      'unknown environment variable HOLDFAST_LOCK_LEES; did you mean HOLDFAST_LOCK_LEASE?',
    );
  });

  it('lets pass what Kubernetes adds for services, and what is not ours', () => {
    const environment = {
      PATH: '/bin',
      HOLDFAST_SERVICE_HOST: '10.0.0.1',
      HOLDFAST_SERVICE_PORT: '42424',
      HOLDFAST_SERVICE_PORT_GATEWAY: '42424',
      HOLDFAST_PORT: 'tcp://10.0.0.1:42424',
      HOLDFAST_PORT_42424_TCP: 'tcp://10.0.0.1:42424',
      HOLDFAST_PORT_42424_TCP_PROTO: 'tcp',
      HOLDFAST_PORT_42424_TCP_PORT: '42424',
      HOLDFAST_PORT_42424_TCP_ADDR: '10.0.0.1',
      HOLDFAST_GRPC_SERVICE_HOST: '10.0.0.2',
      HOLDFAST_GRPC_PORT: 'tcp://10.0.0.2:7400',
    };
    assert.deepEqual(configOf({ environment }), configOf({}));
  });

  it('does not take a bare HOLDFAST_PORT for a service', () => {
    assert.match(lineOf({ environment: { HOLDFAST_PORT: '42424' } }), /^unknown environment variable HOLDFAST_PORT/);
  });
});

describe('the file', () => {
  const withFile = (content: string): Given => ({ flags: ['--config', 'a.yaml'], files: { 'a.yaml': content } });

  it('gives every kind of setting', () => {
    const config = configOf(
      withFile(
        'gateway-listen: "[::]:0"\naspnet-version: 4.0\nstale-writes: accept\nmax-memory: 64MiB\ntest-clock: true\ngateway-allow: [10.0.0.0/8, 192.168.1.7]\n',
      ),
    );
    assert.deepEqual(config.gatewayListen, { host: '::', port: 0 });
    assert.equal(config.aspnetVersion, '4.0');
    assert.equal(config.staleWrites, 'accept');
    assert.equal(config.maxMemory, 2 ** 26);
    assert.equal(config.testClock, true);
    assert.deepEqual(config.gatewayAllow, [
      { family: 'ipv4', address: '10.0.0.0', prefix: 8 },
      { family: 'ipv4', address: '192.168.1.7', prefix: 32 },
    ]);
  });

  it('may be empty', () => {
    assert.deepEqual(configOf(withFile('')), configOf({}));
    assert.deepEqual(configOf(withFile('# nothing yet\n')), configOf({}));
  });

  it('is refused with one line when it is missing, no map, broken, or has unknown keys', () => {
    assert.equal(
      lineOf({ flags: ['--config', 'gone.yaml'] }),
      'config (flag --config): cannot read "gone.yaml" (ENOENT); allowed: the path of a readable file',
    );
    assert.match(lineOf(withFile('- a\n')), /^file a\.yaml: is not a map of settings/);
    assert.match(lineOf(withFile('a: [1')), /^file a\.yaml: is not valid YAML: /);
    assert.match(lineOf(withFile('lock-wait: 1s\nlock-wait: 2s\n')), /^file a\.yaml: is not valid YAML: .*unique/);
    assert.equal(lineOf(withFile('lock_lease: 1s')), 'file a.yaml: unknown key "lock_lease"; did you mean lock-lease?');
    assert.match(
      lineOf(withFile('lock-lease: {a: b}')),
      /^lock-lease \(file a\.yaml: lock-lease\): is no single value/,
    );
    assert.match(lineOf(withFile('config: b.yaml')), /^config \(file a\.yaml: config\): a file cannot name another/);
  });
});

describe('relations', () => {
  it('hold between content and bytes in flight', () => {
    assert.equal(
      lineOf({ flags: ['--max-content-bytes=600MiB'] }),
      'max-content-bytes (flag --max-content-bytes): 600MiB is too large; allowed: at most max-bytes-in-flight (default), which is 512MiB',
    );
  });

  it('hold between the listeners', () => {
    assert.equal(
      lineOf({ flags: ['--admin-listen=127.0.0.1:7400'] }),
      'admin-listen (flag --admin-listen): 127.0.0.1:7400 is taken by grpc-listen (default); allowed: an address of its own',
    );
    configOf({ flags: ['--admin-listen=127.0.0.1:0', '--grpc-listen=127.0.0.1:0'] });
  });

  it('hold between the TLS files', () => {
    assert.match(lineOf({ flags: ['--grpc-tls-cert=c'] }), /^grpc-tls-cert .*"c" .*together with grpc-tls-key$/);
    assert.match(lineOf({ flags: ['--grpc-tls-key=k'] }), /^grpc-tls-key .*"k" .*together with grpc-tls-cert$/);
    assert.match(lineOf({ flags: ['--grpc-tls-client-ca=a'] }), /^grpc-tls-client-ca .*together with grpc-tls-cert$/);
  });
});

describe('guards of the gRPC door', () => {
  const tls = ['--grpc-tls-cert=c', '--grpc-tls-key=k'];

  it('are read and hidden', () => {
    const files = { c: CERTIFICATE, k: PRIVATE_KEY, t: '# for the shop\nfirst-token\n\nsecond-token\n' };
    const config = configOf({ files, flags: [...tls, '--grpc-tls-client-ca=c', '--grpc-token-file=t'] });
    assert.equal(config.grpcTls?.cert, CERTIFICATE);
    assert.equal(config.grpcTls?.key.reveal(), PRIVATE_KEY);
    assert.equal(config.grpcTls?.clientCa, CERTIFICATE);
    assert.deepEqual(
      config.grpcTokens?.map((token) => token.reveal()),
      ['first-token', 'second-token'],
    );
    const printed = `${inspect(config, { depth: null, showHidden: true })}${JSON.stringify(config)}${config.grpcTokens}`;
    assert.doesNotMatch(printed, /first-token|BEGIN PRIVATE KEY/);
  });

  it('are refused when missing, unfit or not of one pair', () => {
    const flags = tls;
    assert.match(
      lineOf({ flags, files: { c: CERTIFICATE } }),
      /^grpc-tls-key \(flag --grpc-tls-key\): cannot read "k"/,
    );
    assert.match(lineOf({ flags, files: { c: 'x', k: PRIVATE_KEY } }), /^grpc-tls-cert .*holds no certificate/);
    assert.match(lineOf({ flags, files: { c: CERTIFICATE, k: OTHER_KEY } }), /^grpc-tls-key .*does not work with/);
    const garbage = `${CERTIFICATE}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`;
    for (const a of [garbage, '-----BEGIN CERTIFICATE-----']) {
      assert.match(
        lineOf({ flags: [...flags, '--grpc-tls-client-ca=a'], files: { c: CERTIFICATE, k: PRIVATE_KEY, a } }),
        /^grpc-tls-client-ca .*certificate [12] of the file cannot be read/,
      );
    }
  });

  it('never tell what a token file holds', () => {
    const flags = ['--grpc-token-file=t'];
    assert.match(lineOf({ flags, files: { t: '#\n' } }), /^grpc-token-file .*holds no token/);
    const line = lineOf({ flags, files: { t: 'two words' } });
    assert.match(line, /^grpc-token-file .*a line is no token/);
    assert.doesNotMatch(line, /two|words/);
  });
});

describe('warnings', () => {
  it('tell of a gateway open to all', () => {
    assert.match(warningsOf({ flags: ['--gateway-listen=0.0.0.0:1'] }).join(), /^gateway-listen 0\.0\.0\.0:1 is open/);
    assert.match(warningsOf({ flags: ['--gateway-listen=[::]:1'] }).join(), /^gateway-listen \[::\]:1 is open/);
    assert.deepEqual(warningsOf({ flags: ['--gateway-listen=0.0.0.0:1', '--gateway-allow=10.0.0.0/8'] }), []);
    for (const host of ['localhost', '127.8.9.1', '[::1]', '[::ffff:127.0.0.1]']) {
      assert.deepEqual(warningsOf({ flags: [`--gateway-listen=${host}:1`] }), [], host);
    }
  });

  it('tell of a gRPC door open to all', () => {
    const files = { c: CERTIFICATE, k: PRIVATE_KEY, t: 'token' };
    const open = ['--grpc-listen=0.0.0.0:1'];
    const tls = [...open, '--grpc-tls-cert=c', '--grpc-tls-key=k'];
    assert.match(warningsOf({ flags: open }).join(), /^grpc-listen 0\.0\.0\.0:1 is open/);
    assert.match(warningsOf({ files, flags: tls }).join(), /^grpc-listen 0\.0\.0\.0:1 is open/);
    assert.match(warningsOf({ files, flags: [...open, '--grpc-token-file=t'] }).join(), /in plain text$/);
    assert.deepEqual(warningsOf({ files, flags: [...tls, '--grpc-token-file=t'] }), []);
    assert.deepEqual(warningsOf({ files, flags: [...tls, '--grpc-tls-client-ca=c'] }), []);
  });

  it('tell of the test clock and of too much memory', () => {
    assert.match(warningsOf({ flags: ['--test-clock'] }).join(), /^test-clock is on/);
    assert.match(warningsOf({ flags: ['--max-memory=5GiB'] }).join(), /^max-memory 5GiB is more/);
  });
});

describe('the loaded configuration', () => {
  it('is frozen all the way down', () => {
    const config = configOf({ flags: ['--gateway-allow=10.0.0.0/8'] });
    for (const part of [config, config.gatewayListen, config.gatewayAllow, config.gatewayAllow?.[0]]) {
      assert.ok(Object.isFrozen(part));
    }
  });
});
