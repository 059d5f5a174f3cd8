import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fullMessage } from '../../src/replica/shared.ts';
import { MAX_JOINED_BYTES } from '../../src/rpc/line/part-joiner.ts';
import { memberOptionsOf } from '../../src/wiring/member-options-of.ts';
import { configOf } from '../config/loading.ts';

describe('the options of a member', () => {
  it('keep what goes to a copy within what a line takes, with the largest content there may be', () => {
    const config = configOf({ flags: ['--coordination=supervisor', '--max-content-bytes=128MiB'] });
    const { replication } = memberOptionsOf(config, { member: 'a', incarnation: 1 });
    const forAllElse = MAX_JOINED_BYTES - config.maxContentBytes - fullMessage(replication);
    assert.ok(forAllElse >= 32 * 1024 * 1024, `${forAllElse} bytes are left`);
  });
});
