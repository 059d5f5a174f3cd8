import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  COMMAND_TYPES,
  type Command,
  type CommandType,
  makeKey,
  NO_COOKIE,
  UNINITIALIZED,
} from '../../src/member/door.ts';
import { holdfast } from '../../src/rpc/generated/holdfast.js';
import { type Asked, decodePipeRequest, decodeRequest, MAX_COMMANDS_PER_MESSAGE } from '../../src/rpc/request-codec.ts';
import { versionFromBytes, versionToBytes } from '../../src/rpc/version-bytes.ts';

const { v1 } = holdfast;
const LIMITS = { maxContentBytes: 1000, lockLease: 110_000 };
const NAME = { application: 'shop', id: 'abc' };
const CONTENT = Buffer.from('x');

type Fields = Readonly<Record<string, unknown>>;

const WIRES: Readonly<Record<CommandType, { encode(message: object): { finish(): Uint8Array } }>> = {
  get: v1.GetRequest,
  getExclusive: v1.GetExclusiveRequest,
  set: v1.SetRequest,
  releaseExclusive: v1.ReleaseExclusiveRequest,
  renewExclusive: v1.RenewExclusiveRequest,
  remove: v1.RemoveRequest,
  resetTimeout: v1.ResetTimeoutRequest,
  describe: v1.DescribeRequest,
};

/** What each command needs at least. */
const NEEDED: Readonly<Record<CommandType, Fields>> = {
  get: NAME,
  getExclusive: NAME,
  set: { ...NAME, content: CONTENT },
  releaseExclusive: { ...NAME, cookie: 5 },
  renewExclusive: { ...NAME, cookie: 5 },
  remove: NAME,
  resetTimeout: NAME,
  describe: NAME,
};

function asked(type: CommandType, fields: Fields = {}): Asked {
  const request = decodeRequest(type, WIRES[type].encode({ ...NEEDED[type], ...fields }).finish(), LIMITS);
  assert(request.type === 'asked', JSON.stringify(request));
  return request;
}

function refusal(type: CommandType, fields: Fields): { field: string | undefined; message: string; reason: string } {
  const request = decodeRequest(type, WIRES[type].encode({ ...NEEDED[type], ...fields }).finish(), LIMITS);
  assert(request.type === 'refused', 'it was taken');
  const { message, reason, metadata } = request.trouble;
  return { field: metadata['field'], message, reason };
}

describe('what a request becomes', () => {
  it('absent fields have their defaults', () => {
    const wanted: Record<CommandType, Command> = {
      get: { type: 'get', wait: 0 },
      getExclusive: { type: 'getExclusive', wait: 0, lockLease: 110_000 },
      set: {
        type: 'set',
        cookie: NO_COOKIE,
        content: CONTENT,
        timeoutMinutes: 20,
        flags: 0,
        onlyIfAbsent: false,
        onlyIfVersion: null,
      },
      releaseExclusive: { type: 'releaseExclusive', cookie: 5 },
      renewExclusive: { type: 'renewExclusive', cookie: 5, lockLease: 110_000 },
      remove: { type: 'remove', cookie: NO_COOKIE },
      resetTimeout: { type: 'resetTimeout' },
      describe: { type: 'describe' },
    };
    for (const type of COMMAND_TYPES) {
      const { command, repeatId, key } = asked(type);
      assert.deepEqual(command, wanted[type]);
      assert.equal(repeatId, null);
      assert.deepEqual(key, makeKey(Buffer.from('shop/abc')));
    }
  });

  it('given fields arrive, a timeout of 0 among them', () => {
    const set = asked('set', {
      content: Buffer.from([0, 255]),
      timeoutMinutes: 0,
      cookie: 0x7fffffff,
      uninitialized: true,
      onlyIfVersion: versionToBytes(2 ** 48 - 1, 3),
    }).command;
    assert.deepEqual(set, {
      type: 'set',
      cookie: 0x7fffffff,
      content: Buffer.from([0, 255]),
      timeoutMinutes: 0,
      flags: UNINITIALIZED,
      onlyIfAbsent: false,
      onlyIfVersion: { memory: 2 ** 48 - 1, sequence: 3 },
    });
    assert.deepEqual(asked('set', { onlyIfAbsent: true, timeoutMinutes: 525_600 }).command, {
      type: 'set',
      cookie: NO_COOKIE,
      content: CONTENT,
      timeoutMinutes: 525_600,
      flags: 0,
      onlyIfAbsent: true,
      onlyIfVersion: null,
    });
    assert.deepEqual(asked('getExclusive', { waitMs: 250, lockLeaseMs: 1 }).command, {
      type: 'getExclusive',
      wait: 250,
      lockLease: 1,
    });
    assert.deepEqual(asked('renewExclusive', { lockLeaseMs: 86_400_000 }).command, {
      type: 'renewExclusive',
      cookie: 5,
      lockLease: 86_400_000,
    });
    assert.deepEqual(asked('remove', { cookie: 9 }).command, { type: 'remove', cookie: 9 });
  });

  it('a wait beyond a minute counts as a minute', () => {
    assert.deepEqual(asked('get', { waitMs: 60_001 }).command, { type: 'get', wait: 60_000 });
    assert.deepEqual(asked('get', { waitMs: 0 }).command, { type: 'get', wait: 0 });
  });

  it('a request id keeps every octet, on each command that can change something', () => {
    const requestId = Buffer.from([0, 127, 128, 255]);
    for (const type of COMMAND_TYPES) {
      if (type === 'describe') continue;
      assert.equal(asked(type, { requestId }).repeatId, '\u0000\u007f\u0080\u00ff');
    }
    assert.equal(asked('get', { requestId: Buffer.alloc(16, 1) }).repeatId?.length, 16);
  });

  it('names the session the gateway names, slashes in the application and other scripts included', () => {
    const key = asked('get', { application: '/LM/W3SVC/1/ROOT(a=)', id: 'dévià €' }).key;
    assert.deepEqual(key, makeKey(Buffer.from('/LM/W3SVC/1/ROOT(a=)/dévià €', 'utf8')));
    assert.equal(asked('get', { application: 'é'.repeat(256), id: 'b'.repeat(512) }).key.bytes.length, 1025);
  });

  it('a version of another length fits nothing, and that is no error', () => {
    for (const length of [0, 1, 11, 13, 500]) {
      const { command } = asked('set', { onlyIfVersion: Buffer.alloc(length) });
      assert(command.type === 'set');
      assert.deepEqual(command.onlyIfVersion, { memory: -1, sequence: -1 });
    }
  });
});

describe('what is refused, and under which name', () => {
  const long = 'a'.repeat(513);
  const names: readonly (readonly [string, Fields])[] = [
    ['application', { application: '' }],
    ['application', { application: long }],
    ['application', { application: 'é'.repeat(257) }],
    ['id', { id: '' }],
    ['id', { id: long }],
    ['id', { id: 'a/b' }],
  ];
  const ids: readonly (readonly [string, Fields])[] = [
    ['request_id', { requestId: Buffer.alloc(0) }],
    ['request_id', { requestId: Buffer.alloc(17) }],
  ];
  const own: Partial<Record<CommandType, readonly (readonly [string, Fields])[]>> = {
    getExclusive: [
      ['lock_lease_ms', { lockLeaseMs: 0 }],
      ['lock_lease_ms', { lockLeaseMs: 86_400_001 }],
    ],
    set: [
      ['content', { content: Buffer.alloc(0) }],
      ['content', { content: Buffer.alloc(1001) }],
      ['timeout_minutes', { timeoutMinutes: 525_601 }],
      ['timeout_minutes', { timeoutMinutes: -1 }],
      ['cookie', { cookie: 0 }],
      ['cookie', { cookie: 0x80000000 }],
      ['only_if_version', { onlyIfAbsent: true, onlyIfVersion: Buffer.alloc(12) }],
    ],
    releaseExclusive: [
      ['cookie', { cookie: 0 }],
      ['cookie', { cookie: 0x80000000 }],
    ],
    renewExclusive: [
      ['cookie', { cookie: 0 }],
      ['lock_lease_ms', { lockLeaseMs: 0 }],
    ],
    remove: [['cookie', { cookie: 0 }]],
  };
  for (const type of COMMAND_TYPES) {
    it(type, () => {
      for (const [field, fields] of [...names, ...(type === 'describe' ? [] : ids), ...(own[type] ?? [])]) {
        const { message, reason, field: named } = refusal(type, fields);
        assert.equal(named, field);
        assert.equal(reason, 'INVALID_FIELD');
        assert.match(message, new RegExp(`^${field} must be `));
      }
    });
  }

  it('octets that are no message, or no UTF-8', () => {
    const cases = ['ff', '0a05', '0a02c328120161', '0a03eda080120161', '0d00'];
    for (const bytes of cases) {
      const request = decodeRequest('get', Buffer.from(bytes, 'hex'), LIMITS);
      assert(request.type === 'refused', bytes);
      assert.equal(request.trouble.reason, 'MALFORMED_REQUEST');
    }
    assert.equal(decodePipeRequest(Buffer.from('ff', 'hex'), LIMITS).type, 'refused');
  });

  it('random octets never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...COMMAND_TYPES), (bytes, type) => {
        assert(['asked', 'refused'].includes(decodeRequest(type, bytes, LIMITS).type));
        assert(['commands', 'refused'].includes(decodePipeRequest(bytes, LIMITS).type));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a message of a Pipe', () => {
  it('holds each command under its id, and refuses a bad one alone', () => {
    const bytes = v1.PipeRequest.encode({
      commands: [
        ...COMMAND_TYPES.map((type, id) => ({ id, [type]: NEEDED[type] })),
        { id: 100 },
        { id: 0xffffffff, get: { application: 'a', id: '' } },
      ],
    }).finish();
    const message = decodePipeRequest(bytes, LIMITS);
    assert(message.type === 'commands');
    const seen = message.commands.map(({ id, request }) => [
      id,
      request.type === 'asked' ? request.command.type : request.trouble.metadata['field'],
    ]);
    assert.deepEqual(seen, [...COMMAND_TYPES.map((type, id) => [id, type]), [100, 'command'], [0xffffffff, 'id']]);
  });

  it('with too many commands is refused before they are read', () => {
    const one = Buffer.from([0x0a, 0x00]);
    const most = decodePipeRequest(Buffer.concat(Array(MAX_COMMANDS_PER_MESSAGE).fill(one)), LIMITS);
    assert.equal(most.type, 'commands');
    const more = decodePipeRequest(Buffer.concat(Array(MAX_COMMANDS_PER_MESSAGE + 1).fill(one)), LIMITS);
    assert(more.type === 'refused');
    assert.equal(more.trouble.metadata['field'], 'commands');
  });
});

it('versions are twelve octets, there and back', () => {
  const number = fc.nat(2 ** 31 - 1).chain((high) => fc.nat(2 ** 17 - 1).map((low) => high * 2 ** 17 + low));
  fc.assert(
    fc.property(number, number, (memory, sequence) => {
      const bytes = versionToBytes(memory, sequence);
      assert.equal(bytes.length, 12);
      assert.deepEqual(versionFromBytes(bytes), { memory, sequence });
    }),
  );
  assert.equal(versionToBytes(0x010203040506, 0x0708090a0b0c).toString('hex'), '0102030405060708090a0b0c');
});
