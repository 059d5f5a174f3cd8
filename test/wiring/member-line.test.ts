import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Metadata } from '@grpc/grpc-js';
import { createLog } from '../../src/runtime/log.ts';
import { MemberLine } from '../../src/wiring/member-line.ts';
import { CERTIFICATE, PRIVATE_KEY } from '../config/certificates.ts';
import { configOf } from '../config/loading.ts';
import { FakeCluster, startLine } from '../rpc/cluster-harness.ts';

const ETCD = ['--coordination=etcd', '--etcd-endpoints=http://127.0.0.1:2379'];
const TOKENS = '--operator-token-file=t';
const TLS = ['--cluster-tls-cert=c', '--cluster-tls-key=k', '--cluster-tls-ca=c'];
const CLOCK = { now: () => 0, wallTime: () => 0 };

function lineOf(...flags: readonly string[]): MemberLine {
  const files = { t: 'first\nsecond', c: CERTIFICATE, k: PRIVATE_KEY };
  return new MemberLine(configOf({ files, flags: [...ETCD, ...flags] }), CLOCK, createLog('fatal'));
}

/** Why they may not, by the token they show. */
function refusals({ doorway }: MemberLine): readonly (string | undefined)[] {
  return [null, 'x', 'first', 'second'].map((token) => {
    const metadata = new Metadata();
    if (token !== null) metadata.set('authorization', `Bearer ${token}`);
    return doorway.mayOperate(metadata)?.reason;
  });
}

describe('a member line', () => {
  it('takes orders from all, from who shows a token, or from who has a certificate', () => {
    const refused = 'OPERATORS_ONLY';
    assert.deepEqual(refusals(lineOf()), [undefined, undefined, undefined, undefined]);
    assert.deepEqual(refusals(lineOf(TOKENS)), [refused, refused, undefined, undefined]);
    assert.deepEqual(refusals(lineOf(TOKENS, ...TLS)), [undefined, undefined, undefined, undefined]);
  });

  it('calls others with the first of the tokens, where there are any', async (t) => {
    const other = new FakeCluster('b');
    const address = await startLine(t, other, ['first']);
    const refused = await lineOf().calls.drain(address, 'b', 1);
    assert.equal(refused.type === 'refused' && refused.trouble.reason, 'OPERATORS_ONLY');
    assert.equal((await lineOf(TOKENS).calls.drain(address, 'b', 1)).type, 'told');
    assert.deepEqual(other.drains, ['b']);
  });
});
