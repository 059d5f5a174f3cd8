import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instant } from '../../src/base/instant.ts';
import { Sources } from '../../src/member/sources.ts';
import { digestOf } from '../../src/replica/digest.ts';
import type { SessionFields, SessionState } from '../../src/replica/messages.ts';
import { fieldsOf, writeState } from '../../src/replica/session-state.ts';
import type { Slot } from '../../src/session/session-records.ts';
import { NO_SLOT, SessionTable } from '../../src/session/session-table.ts';
import { SlabAllocator } from '../../src/session/slab-allocator.ts';
import { keyOf } from './parts.ts';

const FIELDS: SessionFields = {
  content: Uint8Array.of(1, 2, 3),
  timeoutMinutes: 20,
  timeLeft: 500_000,
  extended: false,
  flags: 0,
  cookie: 7,
  locked: true,
  toldAgain: false,
  lockAge: 1_000,
  lockLease: 110_000,
  lockLeft: 109_000,
  holder: { door: 'gateway', address: '10.0.0.1' },
  holderRequest: 12,
  version: 40,
  sequence: 41,
};

function written(table: SessionTable, state: SessionState, at: Instant, sources: Sources): Slot {
  return writeState(table, table.find(state.key), state, at, sources);
}

/** As the session lies in a table that is told these fields at `at`. */
function digest(changed: Partial<SessionFields> = {}, key = 'app/1', at: Instant = 0): number {
  const table = new SessionTable(new SlabAllocator(), 1);
  return digestOf(table, written(table, { key: keyOf(key), fields: { ...FIELDS, ...changed } }, at, new Sources()));
}

describe('the digest of a session', () => {
  it('differs for everything that copies must agree in', () => {
    const different: Partial<SessionFields>[] = [
      { content: Uint8Array.of(1, 2, 4) },
      { content: Uint8Array.of(1, 2, 3, 0) },
      { content: Uint8Array.of(1, 2) },
      { timeoutMinutes: 21 },
      { timeoutMinutes: 0, timeLeft: Number.POSITIVE_INFINITY },
      { flags: 1 },
      { cookie: 8 },
      { locked: false },
      { toldAgain: true },
      { lockLease: 110_001 },
      { version: 39 },
      { version: 40 + 2 ** 32 },
      { sequence: 42 },
      { sequence: 41 + 2 ** 32 },
    ];
    const digests = [digest(), digest({}, 'app/2'), ...different.map((each) => digest(each))];
    assert.equal(new Set(digests).size, digests.length, digests.join());
    assert.ok(!digests.includes(0), '0 stands for none');
  });

  it('is the same whatever differs by what messages take, and by where the session lies', () => {
    const same: Partial<SessionFields>[] = [
      { timeLeft: 499_000 },
      { extended: true },
      { lockAge: 4_000, lockLeft: 106_000 },
      { holder: { door: 'grpc', address: '10.0.0.2' } },
    ];
    for (const each of same) assert.equal(digest(each), digest());
    assert.equal(digest({}, 'app/1', 9_000_000), digest());
    const table = new SessionTable(new SlabAllocator(), 99);
    const sources = new Sources();
    for (let number = 2; number < 50; number++)
      written(table, { key: keyOf(`app/${number}`), fields: FIELDS }, 0, sources);
    const slot = written(table, { key: keyOf('app/1'), fields: FIELDS }, 0, sources);
    assert.equal(digestOf(table, slot), digest());
  });

  it('does not tell of the way that led to the state', () => {
    const table = new SessionTable(new SlabAllocator(), 1);
    const sources = new Sources();
    const key = keyOf('app/1');
    for (const fields of [
      { ...FIELDS, content: new Uint8Array(500), locked: false, cookie: 3 },
      null,
      { ...FIELDS, timeoutMinutes: 0, timeLeft: Number.POSITIVE_INFINITY, toldAgain: true },
      FIELDS,
    ]) {
      written(table, { key, fields }, 0, sources);
    }
    assert.equal(digestOf(table, table.find(key)), digest());
  });

  it('is spread: of ten thousand neighbours hardly two are alike', () => {
    const table = new SessionTable(new SlabAllocator(), 1);
    const slot = written(table, { key: keyOf('app/1'), fields: FIELDS }, 0, new Sources());
    const seen = new Set<number>();
    for (let sequence = 1; sequence <= 100; sequence++) {
      for (let version = 1; version <= 100; version++) {
        table.records.setSequence(slot, sequence);
        table.records.setVersion(slot, version);
        seen.add(digestOf(table, slot));
      }
    }
    assert.ok(seen.size >= 9_998, `${seen.size} digests`);
  });
});

it('every field that travels is in the digest, or is known to differ between copies', () => {
  const table = new SessionTable(new SlabAllocator(), 1);
  const slot = written(table, { key: keyOf('app/1'), fields: FIELDS }, 0, new Sources());
  assert.notEqual(slot, NO_SLOT);
  const digested = ['content', 'timeoutMinutes', 'flags', 'cookie', 'locked', 'toldAgain', 'lockLease', 'version'];
  const differing = ['timeLeft', 'extended', 'lockAge', 'lockLeft', 'holder', 'holderRequest'];
  assert.deepEqual(
    Object.keys(fieldsOf(table, slot, 0, new Sources())).sort(),
    [...digested, 'sequence', ...differing].sort(),
  );
});
