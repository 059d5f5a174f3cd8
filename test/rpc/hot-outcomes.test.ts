import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import $protobuf from 'protobufjs/minimal.js';
import type { Found, Stored } from '../../src/member/door.ts';
import { holdfast } from '../../src/rpc/generated/holdfast.js';
import { pipedBytes, responseBytes, writePiped, writeResponse } from '../../src/rpc/hot-outcomes.ts';
import { varintBytes, writeVarint } from '../../src/rpc/wire.ts';

const { v1 } = holdfast;

const NUMBERS = [0, 1, 127, 128, 16_383, 16_384, 2 ** 21 - 1, 2 ** 21, 2 ** 28 - 1, 2 ** 28, 2 ** 31 - 1, 2 ** 32 - 1];
const LARGE = [2 ** 32, 2 ** 35 - 1, 2 ** 35, 2 ** 42, 2 ** 49, 2 ** 53 - 1];

function foundWith(more: Partial<Found>): Found {
  return {
    type: 'found',
    content: Buffer.from('content'),
    timeoutMinutes: 20,
    flagTaken: false,
    cookie: 0,
    lockLease: 0,
    again: false,
    versionMemory: 2 ** 48 - 1,
    versionSequence: 258,
    ...more,
  };
}

const FOUNDS: readonly Found[] = [
  foundWith({}),
  foundWith({ content: Buffer.alloc(127, 1), timeoutMinutes: 0 }),
  foundWith({ content: Buffer.alloc(128, 2), timeoutMinutes: 525_600, flagTaken: true }),
  foundWith({ content: Buffer.alloc(70_000, 3), cookie: 2_147_483_647, lockLease: 86_400_000 }),
  foundWith({ cookie: 1, lockLease: 0.5, flagTaken: true, again: true }),
];
const STOREDS: readonly Stored[] = [true, false].map((created) => ({
  type: 'stored',
  created,
  versionMemory: 1,
  versionSequence: 2 ** 40,
}));
const VERSIONS = { found: 'ffffffffffff000000000102', stored: '000000000001010000000000' };

function checkFound(read: holdfast.v1.Found.$Properties | null | undefined, outcome: Found): void {
  assert(read);
  assert(Buffer.from(outcome.content).equals(read.content ?? Buffer.alloc(0)));
  assert.equal(read.timeoutMinutes ?? 0, outcome.timeoutMinutes);
  assert.equal(read.uninitialized ?? false, outcome.flagTaken);
  assert.equal(Buffer.from(read.version ?? []).toString('hex'), VERSIONS.found);
  assert.equal(read.cookie ?? 0, outcome.cookie);
  assert.equal(read.cookie == null, outcome.cookie === 0);
  assert.equal(read.leaseMs ?? null, outcome.cookie === 0 ? null : Math.floor(outcome.lockLease));
}

describe('outcomes written by hand', () => {
  it('are what the library reads, in calls of their own', () => {
    for (const outcome of FOUNDS) {
      const bytes = Buffer.alloc(responseBytes(outcome));
      assert.equal(writeResponse(outcome, bytes, 0), bytes.length);
      checkFound(v1.GetResponse.decode(bytes).found, outcome);
      checkFound(v1.GetExclusiveResponse.decode(bytes).found, outcome);
    }
    for (const outcome of STOREDS) {
      const bytes = Buffer.alloc(responseBytes(outcome));
      assert.equal(writeResponse(outcome, bytes, 0), bytes.length);
      const { stored } = v1.SetResponse.decode(bytes);
      assert.equal(stored?.created ?? false, outcome.created);
      assert.equal(Buffer.from(stored?.version ?? []).toString('hex'), VERSIONS.stored);
    }
  });

  it('are what the library reads, one after another in a message of a Pipe', () => {
    const asked = FOUNDS.map((outcome) => ({ type: outcome.cookie === 0 ? 'get' : 'getExclusive', outcome }) as const);
    const told = [...asked, ...STOREDS.map((outcome) => ({ type: 'set', outcome }) as const)];
    const ids = told.map((_, at) => NUMBERS[(at * 2) % NUMBERS.length] ?? 0);
    const bytes = Buffer.alloc(told.reduce((sum, { outcome }, at) => sum + pipedBytes(ids[at] ?? 0, outcome), 0));
    let end = 0;
    for (const [at, { type, outcome }] of told.entries()) end = writePiped(ids[at] ?? 0, type, outcome, bytes, end);
    assert.equal(end, bytes.length);
    const { answers } = v1.PipeResponse.decode(bytes);
    assert.deepEqual(
      answers.map(({ id }) => id ?? 0),
      ids,
    );
    for (const [at, { type, outcome }] of told.entries()) {
      if (outcome.type === 'found') checkFound((answers[at]?.get ?? answers[at]?.getExclusive)?.found, outcome);
      else assert.equal(answers[at]?.set?.stored?.created ?? false, outcome.created);
      assert(answers[at]?.[type], `answer ${at} is to ${type}`);
    }
  });

  it('have numbers of any size', () => {
    for (const value of [...NUMBERS, ...LARGE]) {
      const bytes = Buffer.alloc(varintBytes(value));
      assert.equal(writeVarint(value, bytes, 0), bytes.length);
      assert.equal($protobuf.Reader.create(bytes).uint64(), value);
    }
  });
});
