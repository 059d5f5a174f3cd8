import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { PeerMessage } from '../../../src/member/door.ts';
import { FrameGatherer } from '../../../src/rpc/line/frame-gatherer.ts';
import { framed, MessageSplitter } from '../../../src/rpc/line/message-splitter.ts';
import { PartJoiner } from '../../../src/rpc/line/part-joiner.ts';
import { MAX_PIECE_BYTES, MAX_TALK_BYTES, TalkCodec } from '../../../src/rpc/line/talk-codec.ts';
import { holds } from '../../member/seeded.ts';
import { SOURCES } from './arbitrary-messages.ts';

const FILE = 'test/rpc/line/frames.test.ts';
const codec = new TalkCodec(SOURCES);

function table(length: number): PeerMessage {
  return { type: 'table', document: 'x'.repeat(length) };
}

/** What the gatherer gives for these messages, as the other side reads it. */
function sent(...lengths: number[]) {
  const gatherer = new FrameGatherer(codec);
  for (const length of lengths) gatherer.add(table(length));
  const joiner = new PartJoiner(codec, 2 ** 30);
  const arrived: number[] = [];
  const kinds = gatherer.take().map((bytes) => {
    assert.ok(bytes.length <= MAX_TALK_BYTES);
    const talk = codec.decode(bytes);
    assert(talk.type === 'frame' || talk.type === 'part');
    const frame = talk.type === 'part' ? joiner.add(talk) : talk;
    assert(frame?.type !== 'unreadable');
    for (const message of frame?.messages ?? []) arrived.push(message.type === 'table' ? message.document.length : -1);
    return talk.type;
  });
  assert.equal(gatherer.take().length, 0);
  return { kinds, arrived };
}

describe('what a turn gathers for a peer', () => {
  it('leaves in one frame', () => {
    assert.deepEqual(sent(), { kinds: [], arrived: [] });
    assert.deepEqual(sent(1, 0, 1_000), { kinds: ['frame'], arrived: [1, 0, 1_000] });
  });

  it('leaves in several frames where one would be too large', () => {
    const lengths = new Array<number>(10).fill(300_000);
    const { kinds, arrived } = sent(...lengths);
    assert.deepEqual(arrived, lengths);
    assert.deepEqual(kinds, new Array(5).fill('frame'));
  });

  it('leaves in parts where a message alone is too large', () => {
    const { kinds, arrived } = sent(5, 3 * MAX_PIECE_BYTES, 7);
    assert.deepEqual(arrived, [5, 3 * MAX_PIECE_BYTES, 7]);
    assert.deepEqual(kinds, ['part', 'part', 'part', 'part', 'frame']);
  });

  it('arrives whatever the lengths are', () => {
    const near = fc.oneof(fc.nat(1_000), fc.integer({ min: MAX_PIECE_BYTES - 20, max: MAX_PIECE_BYTES + 20 }));
    const property = (lengths: number[]) => assert.deepEqual(sent(...lengths).arrived, lengths);
    holds(fc.array(near, { maxLength: 5 }), property, { runs: 50, file: FILE });
  });
});

describe('a frame in parts', () => {
  const part = (bytes: Uint8Array | string, last = false) => {
    return { type: 'part', piece: Buffer.from(bytes), last } as const;
  };

  it('is bounded', () => {
    const joiner = new PartJoiner(codec, 10);
    assert.equal(joiner.add(part('12345')), null);
    assert.equal(joiner.isAmid, true);
    assert.equal(joiner.add(part('67890')), null);
    assert.match(JSON.stringify(joiner.add(part('1'))), /unreadable.*more than 10 bytes/);
  });

  it('is not made of nothing', () => {
    assert.match(JSON.stringify(new PartJoiner(codec, 10).add(part(''))), /unreadable/);
  });

  it('is read anew after the last part', () => {
    const joiner = new PartJoiner(codec, 100);
    assert.match(JSON.stringify(joiner.add(part(Buffer.from([0xff]), true))), /unreadable/);
    assert.equal(joiner.isAmid, false);
    assert.equal(joiner.add(part(Buffer.from([10]))), null);
    assert.match(JSON.stringify(joiner.add(part(Buffer.from([0]), true))), /none of heartbeat/);
  });
});

describe('the messages of a call', () => {
  it('are found however the stream is cut', () => {
    const inputs = fc.tuple(fc.array(fc.uint8Array({ maxLength: 40 })), fc.array(fc.integer({ min: 1, max: 30 })));
    const property = ([messages, cuts]: [Uint8Array[], number[]]): void => {
      let stream = Buffer.concat(messages.map((message) => framed(Buffer.from(message))));
      const splitter = new MessageSplitter();
      const found: Buffer[] = [];
      for (const cut of cuts) {
        found.push(...splitter.split(stream.subarray(0, cut)));
        stream = stream.subarray(cut);
      }
      found.push(...splitter.split(stream));
      assert.deepEqual(
        found.map((bytes) => [...bytes]),
        messages.map((bytes) => [...bytes]),
      );
    };
    holds(inputs, property, { runs: 500, file: FILE });
  });

  it('are neither compressed nor larger than a member sends them', () => {
    assert.throws(() => new MessageSplitter().split(Buffer.from([1, 0, 0, 0, 0])), /compressed/);
    const head = Buffer.alloc(5);
    head.writeUInt32BE(MAX_TALK_BYTES, 1);
    assert.deepEqual(new MessageSplitter().split(head), []);
    head.writeUInt32BE(MAX_TALK_BYTES + 1, 1);
    assert.throws(() => new MessageSplitter().split(head), /a message of/);
  });
});
