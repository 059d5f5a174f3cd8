import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import type { HistoryCommand } from '../simulation/history.ts';
import { acquire, get, put, release, remove, touch } from '../simulation/sketch.ts';
import { gatewayRequest, toldByGateway } from './gateway-words.ts';
import { rpcRequest, toldByError, toldByRpc } from './rpc-words.ts';
import { onePerPartition, sessionNamed } from './sessions.ts';

const LEASE = 110_000;

function gateway(command: HistoryCommand, status_: number, headers: Record<string, string> = {}, body = '') {
  const response = { status: status_, headers: new Map(Object.entries(headers)), body: Buffer.from(body) };
  return toldByGateway(command, response, LEASE);
}

describe('what a gateway tells', () => {
  const lock = { lockcookie: '7', lockage: '3' };

  it('is read by what was asked', () => {
    const found = { type: 'found', content: 'a', version: null, timeoutMinutes: 20, flagTaken: false };
    assert.deepEqual(gateway(get, 200, { timeout: '20' }, 'a'), { ...found, cookie: 0, lockLease: 0 });
    const grant = gateway(acquire(), 200, { timeout: '20', lockcookie: '7' }, 'a');
    assert.deepEqual(grant, { ...found, cookie: 7, lockLease: LEASE });
    assert.deepEqual(gateway(put('a'), 200), { type: 'stored', created: null, version: null });
    assert.deepEqual(gateway(release(7), 200), { type: 'released', flagTaken: false });
    assert.deepEqual(gateway(remove(7), 200), { type: 'removed' });
    assert.deepEqual(gateway(touch, 200), { type: 'renewed', lockLease: 0 });
    for (const command of [get, acquire(), release(7), remove(7), touch]) {
      assert.deepEqual(gateway(command, 404), { type: 'missing' });
    }
  });

  it('tells a standing lock from a cookie that is over by what the client named', () => {
    const locked = { type: 'locked', cookie: 7, age: 3000, flagTaken: false };
    for (const command of [get, acquire(), release(6), put('a'), remove()]) {
      assert.deepEqual(gateway(command, 423, lock), locked);
    }
    for (const command of [put('a', { cookie: 6 }), remove(6)]) {
      assert.deepEqual(gateway(command, 423, lock), { type: 'stale', newest: 7, locked: null, age: 3000 });
    }
  });

  it('asks a reader to come again, and nobody else', () => {
    const again = { lockcookie: '0', lockage: '0' };
    assert.deepEqual(gateway(get, 423, again), { type: 'unknown' });
    assert.deepEqual(gateway(acquire(), 423, again), { type: 'unknown' });
    assert.notEqual(gateway(put('a', { cookie: 7 }), 423, again)?.type, 'unknown');
  });

  it('is nothing that one can use where it is wrong', () => {
    assert.equal(gateway(get, 500), null);
    assert.equal(gateway(get, 400), null);
    assert.equal(gateway(get, 200, { timeout: '20' }), null);
    assert.equal(gateway(get, 200, {}, 'a'), null);
    assert.equal(gateway(acquire(), 200, { timeout: '20' }, 'a'), null);
    assert.equal(gateway(put('a'), 404), null);
    assert.equal(gateway(touch, 423, lock), null);
    assert.equal(gateway(get, 423), null);
  });

  it('is asked for as the stock client asks', () => {
    const { uri } = sessionNamed('s', 4);
    const wish = { command: put('tag', { cookie: 7 }), content: 'body' };
    assert.match(
      gatewayRequest(uri, wish),
      /^PUT %2fLM%2fW3SVC%2f1%2fROOT%2fchaos%2fs HTTP.*LockCookie: 7.*\r\nbody$/s,
    );
    assert.doesNotMatch(gatewayRequest(uri, { ...wish, command: put('tag') }), /LockCookie/);
  });
});

describe('what gRPC tells', () => {
  const version = Buffer.from('00000000009f000000000003', 'hex');

  it('is read by the case of the response', () => {
    const found = { content: Buffer.from('a'), timeout_minutes: 20, version, cookie: 7, lease_ms: 5000 };
    assert.deepEqual(toldByRpc({ outcome: 'found', found }), {
      type: 'found',
      content: 'a',
      version: '9f.3',
      timeoutMinutes: 20,
      flagTaken: false,
      cookie: 7,
      lockLease: 5000,
    });
    const stored = toldByRpc({ outcome: 'stored', stored: { created: true, version } });
    assert.deepEqual(stored, { type: 'stored', created: true, version: '9f.3' });
    const stale = toldByRpc({ outcome: 'stale', stale: { newest_cookie: 7 } });
    assert.deepEqual(stale, { type: 'stale', newest: 7, locked: false, age: 0 });
    assert.equal(toldByRpc({ outcome: 'full', full: {} }), null);
    assert.equal(toldByRpc({}), null);
  });

  it('is trouble that may have happened unless the server says otherwise, or nobody was there', () => {
    const error = (code: status, details: string, isServers: boolean): ServiceError => {
      const metadata = new Metadata();
      if (isServers) metadata.set('grpc-status-details-bin', Buffer.from('x'));
      return Object.assign(new Error(details), { code, details, metadata });
    };
    assert.equal(toldByError(error(status.UNAVAILABLE, 'stopping', true)), 'unavailable');
    assert.equal(toldByError(error(status.UNAVAILABLE, 'read ECONNRESET', false)), 'silent');
    assert.equal(toldByError(error(status.UNAVAILABLE, 'No connection established. Last error: x', false)), 'unsent');
    assert.equal(toldByError(error(status.UNKNOWN, 'may have', true)), 'unknown');
    assert.equal(toldByError(error(status.UNKNOWN, 'may have', false)), 'silent');
    assert.equal(toldByError(error(status.DEADLINE_EXCEEDED, 'late', true)), 'silent');
  });

  it('is asked for under the same name of the session', () => {
    const { method, request } = rpcRequest('s', { command: put('tag', { cookie: 7 }), content: 'body' }, 'id-1');
    assert.equal(method, 'Set');
    assert.equal(`${request['application']}/${request['id']}`, sessionNamed('s', 4).key);
    assert.equal(request['cookie'], 7);
    assert.equal('cookie' in rpcRequest('s', { command: remove(), content: '' }, 'id-2').request, false);
  });
});

describe('one session in every partition', () => {
  it('is found for each of them', () => {
    const partitions = onePerPartition(256).map(({ partition }) => partition);
    assert.deepEqual(
      partitions,
      Array.from({ length: 256 }, (_, partition) => partition),
    );
  });
});
