import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { credentials, Metadata, status } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { protoPath as healthProto } from 'grpc-health-check';
import { failure, start, TestClient } from './harness.ts';

const NAME = { application: 'a', id: 'b' };
const HEALTH = loadSync(healthProto, { enums: String });

function bearing(authorization: string): Metadata {
  const metadata = new Metadata();
  metadata.set('authorization', authorization);
  return metadata;
}

describe('tokens', () => {
  const tokens = ['first-token', 'second-token'];

  it('let through whoever bears one', async (t) => {
    const { entrance, client } = await start(t, { tokens });
    entrance.decide = () => ({ type: 'missing' });
    for (const header of ['Bearer first-token', 'bearer second-token', 'Bearer  first-token']) {
      assert.equal((await client.call('Get', NAME, {}, bearing(header)))['outcome'], 'missing');
    }
  });

  it('keep out all others, before anything reaches the core', async (t) => {
    const { entrance, client, server } = await start(t, { tokens });
    const missing = await failure(client.call('Get', NAME));
    assert.deepEqual([missing.code, missing.reason], [status.UNAUTHENTICATED, 'TOKEN_MISSING']);
    for (const header of ['Basic first-token', 'first-token', 'Bearer ']) {
      assert.equal((await failure(client.call('Get', NAME, {}, bearing(header)))).reason, 'TOKEN_MISSING');
    }
    for (const token of ['third-token', 'first-toke', 'first-token1', '__proto__']) {
      assert.equal((await failure(client.call('Get', NAME, {}, bearing(`Bearer ${token}`)))).reason, 'TOKEN_UNKNOWN');
    }
    const stream = client.stream('Pipe');
    const refused = new Promise((_resolve, reject) => stream.on('error', reject));
    assert.equal((await failure(refused)).code, status.UNAUTHENTICATED);
    assert.equal(entrance.submitted.length, 0);
    assert.equal(server.counters.unauthenticated, 9);
  });

  it('are not asked of health checks', async (t) => {
    const { port } = await start(t, { tokens });
    const health = new TestClient(`127.0.0.1:${port}`, credentials.createInsecure(), HEALTH);
    t.after(() => health.close());
    assert.equal((await health.call('grpc.health.v1.Health/Check', { service: '' }))['status'], 'SERVING');
  });
});

const NO_OPENSSL = opensslMissing();

describe('TLS', { skip: NO_OPENSSL }, () => {
  it('serves who trusts the certificate, and nobody in plain text', async (t) => {
    const { cert, key } = certificates(t);
    const { entrance, client, port } = await start(t, { tls: { cert, key, clientCa: null } });
    entrance.decide = () => ({ type: 'missing' });
    const trusting = tlsClient(t, port, cert, null);
    assert.equal((await trusting.call('Get', NAME))['outcome'], 'missing');
    assert.equal((await failure(client.call('Get', NAME, { deadline: Date.now() + 3000 }))).code, status.UNAVAILABLE);
    assert.equal(entrance.submitted.length, 1);
  });

  it('with a client CA serves only who shows a certificate of it', async (t) => {
    const { cert, key, otherCert, otherKey } = certificates(t);
    // The server's own certificate is its own authority, and so is the client's.
    const { entrance, port } = await start(t, { tls: { cert, key, clientCa: otherCert } });
    entrance.decide = () => ({ type: 'missing' });
    const known = tlsClient(t, port, cert, { cert: otherCert, key: otherKey });
    assert.equal((await known.call('Get', NAME))['outcome'], 'missing');
    for (const shown of [null, { cert, key }]) {
      const stranger = tlsClient(t, port, cert, shown);
      const failed = await failure(stranger.call('Get', NAME, { deadline: Date.now() + 3000 }));
      assert.equal(failed.code, status.UNAVAILABLE);
    }
    assert.equal(entrance.submitted.length, 1);
  });

  it('and tokens together ask for both', async (t) => {
    const { cert, key } = certificates(t);
    const { entrance, port } = await start(t, { tls: { cert, key, clientCa: null }, tokens: ['t'] });
    entrance.decide = () => ({ type: 'missing' });
    const client = tlsClient(t, port, cert, null);
    assert.equal((await failure(client.call('Get', NAME))).reason, 'TOKEN_MISSING');
    assert.equal((await client.call('Get', NAME, {}, bearing('Bearer t')))['outcome'], 'missing');
  });
});

interface Pair {
  readonly cert: Buffer;
  readonly key: Buffer;
}

function tlsClient(t: TestContext, port: number, trusted: Buffer, shown: Pair | null): TestClient {
  const channel = credentials.createSsl(trusted, shown?.key ?? null, shown?.cert ?? null);
  const client = new TestClient(`127.0.0.1:${port}`, channel, undefined, 'localhost');
  t.after(() => client.close());
  return client;
}

/** Two throwaway certificates for localhost, each signed by itself. */
function certificates(t: TestContext): Pair & { readonly otherCert: Buffer; readonly otherKey: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-tls-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const config = join(folder, 'openssl.cnf');
  writeFileSync(
    config,
    '[req]\ndistinguished_name=name\nx509_extensions=ext\nprompt=no\n[name]\nCN=localhost\n' +
      '[ext]\nsubjectAltName=DNS:localhost\nbasicConstraints=critical,CA:TRUE\n',
  );
  const make = (name: string): Pair => {
    const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.crt`)];
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    execFileSync('openssl', ['req', '-x509', ...curve, '-days', '1', '-config', config, '-keyout', key, '-out', cert], {
      stdio: 'ignore',
    });
    return { cert: readFileSync(cert), key: readFileSync(key) };
  };
  const [one, other] = [make('one'), make('other')];
  return { ...one, otherCert: other.cert, otherKey: other.key };
}

/** Why the tests of TLS cannot run here, or false. */
function opensslMissing(): string | false {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return false;
  } catch {
    return 'openssl is not on this machine: no throwaway certificates can be made';
  }
}
