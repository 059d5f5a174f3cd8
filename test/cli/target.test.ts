import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { targetOf } from '../../src/cli/target.ts';
import { CERTIFICATE, OTHER_KEY, PRIVATE_KEY } from '../config/certificates.ts';
import { FakeIo } from './fake-io.ts';

const FILES = {
  token: '# of ops\n\n first \nsecond\n',
  empty: '#\n',
  ca: CERTIFICATE,
  key: PRIVATE_KEY,
  other: OTHER_KEY,
};

function found(flags: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  return targetOf(new Map(Object.entries(flags)), new FakeIo(env, FILES));
}

function target(flags: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const result = found(flags, env);
  assert(result.type === 'target');
  return result.target;
}

function lineOf(flags: Readonly<Record<string, string>>): string {
  const result = found(flags);
  assert(result.type === 'error');
  return result.line;
}

describe('whom to ask', () => {
  it('is the flag, else where a member beside listens, else the usual place', () => {
    assert.equal(target({}).address, '127.0.0.1:7400');
    assert.equal(target({ address: '[::1]:9' }, { HOLDFAST_GRPC_LISTEN: '10.0.0.1:7400' }).address, '[::1]:9');
    for (const [listen, address] of [
      ['10.0.0.1:7410', '10.0.0.1:7410'],
      ['0.0.0.0:7410', '127.0.0.1:7410'],
      ['[::]:7410', '[::1]:7410'],
      ['0.0.0.0:0', '127.0.0.1:7400'],
    ] as const) {
      assert.equal(target({}, { HOLDFAST_GRPC_LISTEN: listen }).address, address);
    }
  });

  it('is not asked through a proxy', () => {
    assert.equal(target({}).options['grpc.enable_http_proxy'], 0);
  });

  it('is refused in a line where it is no address', () => {
    for (const address of ['7400', 'localhost', 'h:0', 'http://h:1']) {
      assert.match(lineOf({ address }), /^--address .*; allowed: host:port/);
    }
  });
});

describe('the token', () => {
  it('is the first of the file, of the flag or of a member beside', () => {
    assert.equal(target({}).token, null);
    assert.equal(target({ 'token-file': 'token' }).token, 'first');
    assert.equal(target({}, { HOLDFAST_GRPC_TOKEN_FILE: 'token' }).token, 'first');
    const both = { HOLDFAST_OPERATOR_TOKEN_FILE: 'token', HOLDFAST_GRPC_TOKEN_FILE: 'empty' };
    assert.equal(target({}, both).token, 'first');
  });

  it('must be there', () => {
    assert.equal(lineOf({ 'token-file': 'empty' }), '--token-file: the file holds no token');
    assert.equal(lineOf({ 'token-file': 'none' }), '--token-file: cannot read "none" (ENOENT)');
  });
});

describe('TLS', () => {
  it('is spoken where a flag asks for it', () => {
    assert.equal(target({}).credentials._isSecure(), false);
    assert.equal(target({ tls: '' }).credentials._isSecure(), true);
    assert.equal(target({ 'tls-ca': 'ca' }).credentials._isSecure(), true);
    assert.equal(target({ 'tls-cert': 'ca', 'tls-key': 'key' }).credentials._isSecure(), true);
    assert.equal(target({ 'tls-name': 'n' }).options['grpc.ssl_target_name_override'], 'n');
  });

  it('is refused with files that do not work', () => {
    assert.equal(lineOf({ 'tls-cert': 'ca' }), '--tls-cert and --tls-key go together');
    assert.match(lineOf({ 'tls-cert': 'ca', 'tls-key': 'other' }), /cannot be used \(.*\)$/);
    assert.match(lineOf({ 'tls-ca': 'none' }), /^--tls-ca: cannot read "none"/);
  });
});
