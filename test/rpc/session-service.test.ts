import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { status } from '@grpc/grpc-js';
import { NEVER } from '../../src/base/instant.ts';
import {
  COMMAND_TYPES,
  type CommandType,
  OUTCOME_TYPES,
  type Outcome,
  type OutcomeType,
} from '../../src/member/door.ts';
import { EXPECTED } from '../../src/rpc/response-codec.ts';
import { versionToBytes } from '../../src/rpc/version-bytes.ts';
import { failure, type Message, start, until } from './harness.ts';

const NAME = { application: '/LM/W3SVC/1/ROOT(a=)', id: 'abc' };
const KEY = '/LM/W3SVC/1/ROOT(a=)/abc';
const VERSION = versionToBytes(1, 2);

const METHODS: Readonly<Record<CommandType, readonly [string, Message]>> = {
  get: ['Get', NAME],
  getExclusive: ['GetExclusive', NAME],
  set: ['Set', { ...NAME, content: Buffer.from('x') }],
  releaseExclusive: ['ReleaseExclusive', { ...NAME, cookie: 5 }],
  renewExclusive: ['RenewExclusive', { ...NAME, cookie: 5 }],
  remove: ['Remove', { ...NAME, cookie: 5 }],
  resetTimeout: ['ResetTimeout', NAME],
  describe: ['Describe', NAME],
};

const LOCKED: Outcome = { type: 'locked', cookie: 5, age: 1500.7, flagTaken: false };
/** CLOCK's wall time less 1500.7 ms. */
const SINCE = { seconds: 1_699_999_998, nanos: 999_000_000 };

function granted(cookie: number, content = 'x'): Outcome {
  return {
    type: 'found',
    content: Buffer.from(content),
    timeoutMinutes: 20,
    flagTaken: false,
    cookie,
    lockLease: 1000,
    again: false,
    versionMemory: 1,
    versionSequence: 2,
  };
}

/** Outcomes and the messages they become, at least one of each type that is no trouble. */
const RENDERED: readonly (readonly [Outcome, Message])[] = [
  [
    {
      ...granted(0),
      type: 'found',
      content: Buffer.from([1, 0, 255]),
      timeoutMinutes: 0,
      flagTaken: true,
      lockLease: 0,
    } as Outcome,
    { content: Buffer.from([1, 0, 255]), uninitialized: true, version: VERSION },
  ],
  [
    { ...granted(0x7fffffff), lockLease: 366 * 86_400_000 } as Outcome,
    { content: Buffer.from('x'), timeout_minutes: 20, version: VERSION, cookie: 0x7fffffff, lease_ms: 31_622_400_000 },
  ],
  [LOCKED, { cookie: 5, age_ms: 1500, since: SINCE }],
  [
    { ...LOCKED, age: 0, flagTaken: true } as Outcome,
    { cookie: 5, since: { seconds: 1_700_000_000, nanos: 500_000_000 }, uninitialized: true },
  ],
  [{ type: 'missing' }, {}],
  [
    { type: 'stored', created: true, versionMemory: 1, versionSequence: 2 },
    { created: true, version: VERSION },
  ],
  [{ type: 'stored', created: false, versionMemory: 1, versionSequence: 2 }, { version: VERSION }],
  [
    { type: 'stale', newest: 9, locked: true, age: 1500.7 },
    { newest_cookie: 9, locked: true, age_ms: 1500, since: SINCE },
  ],
  [{ type: 'stale', newest: 0, locked: false, age: 0 }, {}],
  [{ type: 'conflict', version: { memory: 1, sequence: 2 } }, { version: VERSION }],
  [{ type: 'conflict', version: null }, {}],
  [{ type: 'full' }, {}],
  [{ type: 'released', flagTaken: false }, {}],
  [{ type: 'released', flagTaken: true }, { uninitialized: true }],
  [{ type: 'renewed', lockLease: 0 }, {}],
  [{ type: 'renewed', lockLease: 1000 }, { lease_ms: 1000 }],
  [{ type: 'removed' }, {}],
  [
    {
      type: 'described',
      contentBytes: 100,
      timeoutMinutes: 525_600,
      timeLeft: 31_535_999_999,
      uninitialized: true,
      versionMemory: 1,
      versionSequence: 2,
      lock: { age: 1500.7, leaseLeft: 9000.2, holder: 7, request: 2 ** 40 },
      waiters: 3,
    },
    {
      content_bytes: 100,
      timeout_minutes: 525_600,
      time_left_ms: 31_535_999_999,
      uninitialized: true,
      version: VERSION,
      lock: {
        age_ms: 1500,
        since: SINCE,
        lease_left_ms: 9000,
        holder_door: 'DOOR_GATEWAY',
        holder_address: '10.1.2.3',
        request_number: 2 ** 40,
      },
      waiters: 3,
    },
  ],
  [
    {
      type: 'described',
      contentBytes: 1,
      timeoutMinutes: 0,
      timeLeft: NEVER,
      uninitialized: false,
      versionMemory: 1,
      versionSequence: 2,
      lock: { age: 0, leaseLeft: 1, holder: 0, request: 1 },
      waiters: 0,
    },
    {
      content_bytes: 1,
      version: VERSION,
      lock: { since: { seconds: 1_700_000_000, nanos: 500_000_000 }, lease_left_ms: 1, request_number: 1 },
    },
  ],
];

const TROUBLES: readonly (readonly [Outcome, number, string])[] = [
  [{ type: 'moved' }, status.UNAVAILABLE, 'MOVED'],
  [{ type: 'unavailable', reason: 'stopping' }, status.UNAVAILABLE, 'STOPPING'],
  [{ type: 'unavailable', reason: 'replaced-by-second-try' }, status.UNAVAILABLE, 'REPLACED_BY_SECOND_TRY'],
  [{ type: 'unavailable', reason: 'too-many-remembered' }, status.RESOURCE_EXHAUSTED, 'TOO_MANY_REMEMBERED'],
  [{ type: 'unavailable', reason: 'no-primary' }, status.UNAVAILABLE, 'NO_PRIMARY'],
  [{ type: 'unavailable', reason: 'too-many-held' }, status.RESOURCE_EXHAUSTED, 'TOO_MANY_HELD'],
  [{ type: 'unavailable', reason: 'given-up' }, status.UNAVAILABLE, 'GIVEN_UP'],
  [{ type: 'unknown' }, status.UNKNOWN, 'OUTCOME_UNKNOWN'],
  [{ type: 'invalid', flagTaken: true }, status.INVALID_ARGUMENT, 'INVALID_FIELD'],
];

describe('every outcome over the wire', () => {
  it('the tables leave none out', () => {
    const types = new Set<OutcomeType>([...RENDERED.map(([{ type }]) => type), ...TROUBLES.map(([{ type }]) => type)]);
    assert.deepEqual([...types].sort(), [...OUTCOME_TYPES].sort());
  });

  for (const type of COMMAND_TYPES) {
    it(type, async (t) => {
      const { entrance, client } = await start(t);
      const [method, request] = METHODS[type];
      let seen = 0;
      for (const [outcome, message] of RENDERED) {
        if (!EXPECTED[type].includes(outcome.type)) continue;
        entrance.decide = () => outcome;
        const reply = await client.call(method, request);
        assert.equal(reply['outcome'], outcome.type);
        assert.deepEqual(strip(reply[outcome.type]), message);
        seen++;
      }
      assert(seen >= EXPECTED[type].length);
      for (const [outcome, code, reason] of TROUBLES) {
        entrance.decide = () => outcome;
        const failed = await failure(client.call(method, request));
        assert.equal(failed.code, code);
        assert.equal(failed.reason, reason);
        assert.equal(failed.domain, 'holdfast');
      }
      const { submitted, sources } = entrance;
      assert(submitted.every(({ name, source, command }) => name === KEY && source === 7 && command.type === type));
      assert.deepEqual([...new Set(sources)], ['grpc 127.0.0.1']);
      assert.equal(entrance.enlisted, 0);
      assert.deepEqual(entrance.givenBack, []);
    });
  }
});

describe('requests', () => {
  it('reach the core as sent, request id and all', async (t) => {
    const { entrance, client } = await start(t);
    entrance.decide = () => ({ type: 'stored', created: true, versionMemory: 1, versionSequence: 2 });
    await client.call('Set', {
      ...NAME,
      content: Buffer.alloc(1024 * 1024, 7),
      timeout_minutes: 0,
      request_id: Buffer.from([200]),
    });
    const { command, repeatId } = entrance.submitted[0] ?? assert.fail();
    assert(command.type === 'set');
    assert.equal(command.timeoutMinutes, 0);
    assert(Buffer.alloc(1024 * 1024, 7).equals(command.content));
    assert.equal(repeatId, '\u00c8');
  });

  it('that are wrong name their field, and never reach the core', async (t) => {
    const { entrance, client, server } = await start(t);
    const failed = await failure(client.call('Set', { ...NAME, content: Buffer.from('x'), timeout_minutes: 525_601 }));
    assert.equal(failed.code, status.INVALID_ARGUMENT);
    assert.equal(failed.details, 'timeout_minutes must be 0 to 525600');
    assert.deepEqual(failed.metadata, { field: 'timeout_minutes', allowed: '0 to 525600' });
    const large = await failure(client.call('Set', { ...NAME, content: Buffer.alloc(1024 * 1024 + 1) }));
    assert.equal(large.metadata['field'], 'content');
    assert.equal(entrance.submitted.length, 0);
    assert.equal(server.counters.invalid, 2);
  });

  it('beyond the message limit are refused by the transport', async (t) => {
    const { entrance, client } = await start(t);
    const failed = await failure(client.call('Set', { ...NAME, content: Buffer.alloc(1024 * 1024 + 65 * 1024) }));
    assert.equal(failed.code, status.RESOURCE_EXHAUSTED);
    assert.equal(entrance.submitted.length, 0);
  });

  it('beyond the limit of commands in work are refused, counted and warned about once', async (t) => {
    const { entrance, client, server, warnings } = await start(t, { maxCommandsInWork: 2 });
    const waiting = [
      client.call('GetExclusive', { ...NAME, wait_ms: 1000 }),
      client.call('Get', { ...NAME, wait_ms: 1000 }),
    ];
    await until(() => entrance.submitted.length === 2, 'both are with the core');
    for (let more = 0; more < 2; more++) {
      const failed = await failure(client.call('Get', NAME));
      assert.equal(failed.code, status.RESOURCE_EXHAUSTED);
      assert.equal(failed.reason, 'TOO_MANY_COMMANDS');
    }
    assert.equal(server.counters.refused, 2);
    assert.equal(server.counters.commandsInWork, 2);
    assert.equal(warnings.length, 1);
    for (const submitted of [...entrance.submitted]) entrance.answer([submitted, LOCKED]);
    assert.deepEqual(
      (await Promise.all(waiting)).map((reply) => reply['outcome']),
      ['locked', 'locked'],
    );
    assert.equal(server.counters.commandsInWork, 0);
  });
});

describe('clients that go away', () => {
  it('a cancelled call is cancelled in the core, and its late answer dropped', async (t) => {
    const { entrance, client, server } = await start(t);
    const { call, reply } = client.begin('GetExclusive', { ...NAME, wait_ms: 5000 });
    const failed = failure(reply);
    await until(() => entrance.submitted.length === 1, 'the request is there');
    call.cancel();
    assert.equal((await failed).code, status.CANCELLED);
    await until(() => entrance.cancelled.length === 1, 'the core is told');
    const waiting = entrance.submitted[0] ?? assert.fail();
    assert.deepEqual(entrance.cancelled, [waiting.asker]);
    assert.equal(entrance.enlisted, 1);
    entrance.answer([waiting, LOCKED]);
    await until(() => entrance.enlisted === 0, 'the answer came');
    assert.deepEqual(entrance.givenBack, []);
    assert.equal(server.counters.cancelled, 1);
    assert.equal(server.counters.commandsInWork, 0);
  });

  it('a lock granted to a cancelled call is given back', async (t) => {
    const { entrance, client, server } = await start(t);
    const { call, reply } = client.begin('GetExclusive', { ...NAME, wait_ms: 5000 });
    const failed = failure(reply);
    await until(() => entrance.submitted.length === 1, 'the request is there');
    call.cancel();
    await failed;
    await until(() => entrance.cancelled.length === 1, 'the core is told');
    entrance.answer([entrance.submitted[0] ?? assert.fail(), granted(77)]);
    await until(() => entrance.enlisted === 0, 'the answer came');
    assert.deepEqual(entrance.givenBack, [{ name: KEY, cookie: 77 }]);
    assert.equal(server.counters.undelivered, 1);
  });

  it('a lock told again to a cancelled repeat is not given back', async (t) => {
    const { entrance, client, server } = await start(t);
    const { call, reply } = client.begin('GetExclusive', { ...NAME, wait_ms: 5000 });
    const failed = failure(reply);
    await until(() => entrance.submitted.length === 1, 'the request is there');
    call.cancel();
    await failed;
    await until(() => entrance.cancelled.length === 1, 'the core is told');
    entrance.answer([entrance.submitted[0] ?? assert.fail(), { ...granted(77), again: true } as Outcome]);
    await until(() => entrance.enlisted === 0, 'the answer came');
    assert.deepEqual(entrance.givenBack, []);
    assert.equal(server.counters.undelivered, 0);
    assert.equal(server.counters.commandsInWork, 0);
  });

  it('a lock granted while nobody takes the answer is given back when the call ends', async (t) => {
    const { entrance, client } = await start(t, { maxContentBytes: 32 * 1024 * 1024 });
    // Larger than the client's window for one message: the answer cannot be written whole.
    entrance.decide = () => granted(78, 'y'.repeat(24 * 1024 * 1024));
    const { call, reply } = client.begin('GetExclusive', NAME);
    const failed = failure(reply);
    await until(() => entrance.submitted.length === 1, 'the request is there');
    await until(() => entrance.enlisted === 0, 'it was answered');
    call.cancel();
    await failed;
    await until(() => entrance.givenBack.length === 1, 'the lock is given back');
    assert.deepEqual(entrance.givenBack, [{ name: KEY, cookie: 78 }]);
    assert.deepEqual(entrance.cancelled, []);
  });

  it('a delivered lock stays, although every call ends', async (t) => {
    const { entrance, client } = await start(t);
    entrance.decide = () => granted(79);
    for (let call = 0; call < 20; call++) {
      assert.equal((await client.call('GetExclusive', NAME))['outcome'], 'found');
    }
    client.close();
    await until(() => entrance.enlisted === 0, 'all is answered');
    assert.deepEqual(entrance.givenBack, []);
  });

  it('a deadline shortens the wait, and when it passes reaches the core', async (t) => {
    const { entrance, client } = await start(t);
    const failed = failure(client.call('GetExclusive', { ...NAME, wait_ms: 60_000 }, { deadline: Date.now() + 150 }));
    await until(() => entrance.submitted.length === 1, 'the request is there');
    const { command } = entrance.submitted[0] ?? assert.fail();
    assert(command.type === 'getExclusive');
    assert(command.wait <= 135, `waits ${command.wait} ms`);
    assert.equal((await failed).code, status.DEADLINE_EXCEEDED);
    await until(() => entrance.cancelled.length === 1, 'the core is told');
  });

  it('a wait shorter than the deadline is left alone', async (t) => {
    const { entrance, client } = await start(t);
    entrance.decide = () => LOCKED;
    await client.call('Get', { ...NAME, wait_ms: 200 }, { deadline: Date.now() + 60_000 });
    assert.deepEqual(entrance.submitted[0]?.command, { type: 'get', wait: 200 });
  });
});

/** Without what proto-loader adds: the names of the synthetic oneofs of optional fields. */
function strip(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, field]) => [name, strip(field)]),
  );
}
