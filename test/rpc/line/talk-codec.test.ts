import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { NEVER } from '../../../src/base/instant.ts';
import { type Forward, makeKey, type PeerMessage, type Replicate } from '../../../src/member/door.ts';
import { holdfast } from '../../../src/rpc/generated/holdfast.js';
import type { LineSources } from '../../../src/rpc/line/session-kinds.ts';
import { type Frame, type Hello, TalkCodec, type Unreadable } from '../../../src/rpc/line/talk-codec.ts';
import { holds } from '../../member/seeded.ts';
import { anyMessage, COMMANDS, MESSAGES, OUTCOMES, SOURCES } from './arbitrary-messages.ts';

const FILE = 'test/rpc/line/talk-codec.test.ts';
const { peer } = holdfast;
const codec = new TalkCodec(SOURCES);

const HELLO: Hello = {
  type: 'hello',
  minWire: 1,
  maxWire: 3,
  cluster: 'shop',
  member: 'a',
  incarnation: 1_790_000_000,
  gatewayOnly: true,
  version: '1.2.3',
  toMember: 'b',
  toIncarnation: 2 ** 40,
};

const FORWARD: Forward = {
  type: 'forward',
  partition: 1,
  reign: 2,
  number: 2 ** 48 - 1,
  upTo: 0,
  open: [],
  attempt: 1,
  key: makeKey(new Uint8Array([1, 2, 3])),
  command: { type: 'get', wait: 0 },
  source: null,
  repeatId: null,
  waited: 0.25,
  patience: NEVER,
  givenUp: false,
  undelivered: false,
};

const REPLICATE: Replicate = {
  type: 'replicate',
  partition: 1,
  reign: 2,
  link: 3,
  after: { reign: 0, sequence: 0 },
  common: { reign: 0, sequence: 0 },
  changes: [],
  states: [],
  newestCookie: 0,
  versionMemory: 0,
  committed: 0,
  openNumbers: [],
  digest: 0,
};

function encoded(...messages: PeerMessage[]): Buffer {
  return codec.encode({ type: 'frame', messages });
}

function read(bytes: Uint8Array, by = codec): readonly PeerMessage[] {
  const talk = by.decode(bytes);
  assert(talk.type === 'frame', JSON.stringify(talk));
  return talk.messages;
}

function unreadable(bytes: Uint8Array): string {
  const talk = codec.decode(bytes);
  assert(talk.type === 'unreadable', `it was read as ${JSON.stringify(talk)}`);
  return talk.reason;
}

/** A value of every message, command and outcome there is, each in turn. */
function eachKind(): fc.Arbitrary<PeerMessage>[] {
  const commands = Object.values<fc.Arbitrary<Forward['command']>>(COMMANDS);
  const outcomes = Object.values(OUTCOMES);
  return [
    ...Object.values(MESSAGES),
    ...commands.map((command) => command.map((of) => ({ ...FORWARD, command: of }))),
    ...outcomes.map((outcome) =>
      outcome.map((of): PeerMessage => ({ type: 'answer', number: 1, attempt: 1, outcome: of })),
    ),
  ];
}

describe('messages between members', () => {
  it('arrive as they were sent, whichever they are', () => {
    for (const kind of eachKind()) {
      holds(kind, (message) => assert.deepEqual(read(encoded(message)), [message]), { runs: 60, file: FILE });
    }
  });

  it('arrive in order, many in one frame', () => {
    const property = (messages: PeerMessage[]) => assert.deepEqual(read(encoded(...messages)), messages);
    holds(fc.array(anyMessage, { minLength: 2, maxLength: 20 }), property, { runs: 50, file: FILE });
  });

  it('are what the .proto files say', () => {
    const property = (message: PeerMessage) => {
      const told = peer.v1.TalkRequest.decode(encoded(message));
      const bytes = peer.v1.TalkResponse.encode(told as holdfast.peer.v1.TalkResponse.$Properties).finish();
      assert.deepEqual(read(bytes), [message]);
      assert.deepEqual(peer.v1.TalkRequest.decode(bytes), told);
    };
    for (const kind of eachKind()) holds(kind, property, { runs: 30, file: FILE });
  });

  it('say nothing in bytes that says nothing', () => {
    assert.ok(encoded({ type: 'heartbeat', cluster: '', tableVersion: 0, sentAt: 0 }).length <= 6);
    assert.ok(encoded({ type: 'answer', number: 1, attempt: 1, outcome: { type: 'moved' } }).length <= 14);
  });

  it('tell nothing from an empty something', () => {
    const handed = { type: 'hand-over', partition: 1, reign: 1, waiters: [] } as const;
    const messages: PeerMessage[] = [
      { ...FORWARD, repeatId: '' },
      { ...FORWARD, source: { door: 'grpc', address: '' } },
      { ...handed, renewals: [] },
      { ...handed, renewals: null },
      { ...REPLICATE, changes: [{ reign: 0, sequence: 0, key: null, record: null }] },
      { ...REPLICATE, states: [{ key: FORWARD.key, fields: null }] },
    ];
    assert.deepEqual(read(encoded(...messages)), messages);
  });
});

describe('what a message holds when it was read', () => {
  it('keys are hashed anew, and keep no frame alive', () => {
    const lied = { ...FORWARD, key: { hash: 12345, bytes: new Uint8Array([1, 2, 3]) } };
    const frame = encoded(lied);
    const [message] = read(frame);
    assert.deepEqual(message, FORWARD);
    assert(message?.type === 'forward');
    assert.notEqual(message.key.bytes.buffer, frame.buffer);
  });

  it('a command that may have to wait keeps its content and not the frame', () => {
    const set = (content: Uint8Array): Forward => {
      const command = { type: 'set', cookie: 1, content, timeoutMinutes: 20, flags: 0, onlyIfAbsent: false } as const;
      return { ...FORWARD, command: { ...command, onlyIfVersion: null } };
    };
    const large = set(new Uint8Array(100_000).fill(7));
    const contents = read(encoded(set(new Uint8Array([9])), large)).map((message) => {
      assert(message.type === 'forward' && message.command.type === 'set');
      return message.command.content;
    });
    assert.deepEqual(
      contents.map(({ length }) => length),
      [1, 100_000],
    );
    assert.equal(contents[0]?.buffer.byteLength, 1);
    assert.equal(contents[1]?.[99_999], 7);
  });

  it('the holder of a lock is one of our own sources', () => {
    const lock = { age: 1, leaseLeft: 2, holder: 4, request: 5 };
    const described = { type: 'described', contentBytes: 1, timeoutMinutes: 1, timeLeft: 1, waiters: 0, lock } as const;
    const outcome = { ...described, uninitialized: false, versionMemory: 1, versionSequence: 1 };
    const ours: LineSources = {
      describe: () => null,
      indexFor: (source) => (source?.door === 'grpc' && source.address === '10.0.0.4' ? 77 : 0),
    };
    const bytes = encoded({ type: 'answer', number: 1, attempt: 1, outcome });
    const [answer] = read(bytes, new TalkCodec(ours));
    assert.deepEqual(answer, {
      type: 'answer',
      number: 1,
      attempt: 1,
      outcome: { ...outcome, lock: { ...lock, holder: 77 } },
    });
  });
});

describe('greetings and parts', () => {
  it('arrive as they were sent', () => {
    assert.deepEqual(codec.decode(codec.encode(HELLO)), HELLO);
    const part = { type: 'part', piece: new Uint8Array([1, 2, 3]), last: true } as const;
    assert.deepEqual(codec.decode(codec.encode(part)), part);
    assert.deepEqual(codec.decode(codec.encode({ ...part, last: false })), { ...part, last: false });
  });

  it('are what the .proto files say', () => {
    const { hello } = peer.v1.TalkRequest.decode(codec.encode(HELLO));
    assert.deepEqual({ type: 'hello', ...hello }, HELLO);
    const { part } = peer.v1.TalkResponse.decode(
      codec.encode({ type: 'part', piece: new Uint8Array([1]), last: true }),
    );
    assert.deepEqual({ ...part, piece: [...(part?.piece ?? [])] }, { piece: [1], last: true });
  });
});

describe('what no member of this version sends', () => {
  /** A field of each wire type, under a number that is nowhere in use. */
  const FOREIGN = Buffer.from([
    ...[0xc0, 0x3e, 0x96, 0x01],
    ...[0xc1, 0x3e, 1, 2, 3, 4, 5, 6, 7, 8],
    ...[0xc2, 0x3e, 3, 1, 2, 3],
    ...[0xc5, 0x3e, 1, 2, 3, 4],
  ]);
  const field = (number: number, ...bytes: Uint8Array[]): Buffer => {
    const body = Buffer.concat(bytes);
    assert(body.length < 128 && number < 16);
    return Buffer.concat([Buffer.from([number * 8 + 2, body.length]), body]);
  };

  it('unknown fields are passed over, wherever they stand', () => {
    const abandon = Buffer.from([8, 1, 16, 2, 24, 3]);
    const message = field(12, FOREIGN, abandon, FOREIGN);
    const bytes = Buffer.concat([FOREIGN, field(2, field(1, FOREIGN, message), FOREIGN), FOREIGN]);
    assert.deepEqual(read(bytes), [{ type: 'abandon', partition: 1, reign: 2, link: 3 }]);
    // A field whose number we know, of another type than ours, is another field.
    assert.deepEqual(read(field(2, field(1, field(12, Buffer.from([10, 1, 9]), abandon)))), read(bytes));
  });

  it('a message of an unknown kind is unreadable', () => {
    assert.match(unreadable(field(2, field(1, field(15, Buffer.from([8, 1]))))), /none of heartbeat/);
    assert.match(unreadable(field(4, Buffer.from([8, 1]))), /none of hello/);
    assert.match(unreadable(Buffer.alloc(0)), /none of hello/);
  });

  it('a message without what it must hold is unreadable', () => {
    const answerWithout = field(2, field(1, field(6, Buffer.from([8, 1, 16, 1]))));
    assert.match(unreadable(answerWithout), /no outcome/);
    const unavailable = (reason: number) =>
      field(2, field(1, field(6, Buffer.from([8, 1, 16, 1]), field(3, field(14, Buffer.from([8, reason]))))));
    assert.match(unreadable(unavailable(99)), /99 is none of stopping/);
    assert.equal(read(unavailable(1))[0]?.type, 'answer');
  });

  it('a number beyond what a double holds is unreadable', () => {
    const table = (bytes: number[]) => field(2, field(1, field(5, Buffer.from([8, 1, 16, ...bytes]))));
    assert.equal(
      (read(table([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f]))[0] as { number: number }).number,
      Number.MAX_SAFE_INTEGER,
    );
    for (const bytes of [
      [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10],
      [...new Array(9).fill(0xff), 0x01],
      [...new Array(20).fill(0xff), 0x01],
      [0xff],
    ]) {
      assert.match(unreadable(table(bytes)), /too large|no end/);
    }
  });

  it('nothing makes reading throw', () => {
    const talks = (bytes: Uint8Array): void => {
      const read = codec.decode(bytes);
      assert.ok(['hello', 'frame', 'part', 'unreadable'].includes(read.type));
      const frame: Frame | Unreadable = codec.decodeFrame(bytes);
      assert.ok(['frame', 'unreadable'].includes(frame.type));
    };
    holds(fc.uint8Array({ maxLength: 200 }), talks, { runs: 2_000, file: FILE });
    const damaged = fc
      .tuple(anyMessage, fc.nat(), fc.nat({ max: 255 }), fc.boolean())
      .map(([message, at, byte, cut]) => {
        const bytes = encoded(message);
        const place = at % bytes.length;
        if (cut) return bytes.subarray(0, place);
        bytes[place] = byte;
        return bytes;
      });
    holds(damaged, talks, { runs: 3_000, file: FILE });
  });
});
