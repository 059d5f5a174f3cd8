import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Line, QUIET_LOOKS } from '../../../src/rpc/line/line.ts';
import { newLineCounters } from '../../../src/rpc/line/line-counters.ts';
import type { LineStream } from '../../../src/rpc/line/line-stream.ts';
import { TalkCodec } from '../../../src/rpc/line/talk-codec.ts';
import { SOURCES } from './arbitrary-messages.ts';

const LIMIT = 1_000;

/** Takes what is written when the test says so, and brings something between any two looks. */
class PlayedStream implements LineStream {
  readonly address = 'b:1';
  readonly waiting: (() => void)[] = [];
  private bytes = 0;

  get bytesRead(): number {
    return ++this.bytes;
  }

  open(): void {}
  finish(): void {}
  refuse(): void {}
  kill(): void {}

  write(_bytes: Buffer, taken: () => void): void {
    this.waiting.push(taken);
  }
}

/** A line that stands, with a limit of a thousand octets. The member was told of it. */
function standing(t: TestContext, told = true) {
  const stream = new PlayedStream();
  const ends: string[] = [];
  const keeper = { greeted: () => {}, received: () => {}, ended: (_line: Line, end: string) => ends.push(end) };
  const limits = { greetWithin: 1_000, maxUnsentBytes: LIMIT, maxJoinedBytes: 1_000 };
  const line = new Line(stream, null, new TalkCodec(SOURCES), keeper, limits, newLineCounters());
  t.after(() => line.end('closed', 'the test is over'));
  line.stand({ member: 'b', incarnation: 1 }, 0);
  if (told) line.open();
  const turn = (length: number): void => {
    line.send({ type: 'table', document: 'x'.repeat(length) });
    line.flush();
  };
  const look = (times: number): void => {
    for (let count = 0; count < times; count++) line.look();
  };
  return { stream, line, ends, turn, look };
}

describe('a line over which more waits than the limit', () => {
  it('ends when nothing of it was taken for several looks', (t) => {
    const { ends, turn, look } = standing(t);
    turn(600);
    turn(600);
    look(QUIET_LOOKS - 1);
    turn(1);
    assert.deepEqual(ends, []);
    look(1);
    assert.deepEqual(ends, ['slow']);
  });

  it('stands as long as some of it is taken', (t) => {
    const { stream, ends, turn, look } = standing(t);
    for (let times = 0; times < 30; times++) turn(100);
    for (let times = 0; times < 10; times++) {
      look(QUIET_LOOKS - 1);
      stream.waiting.shift()?.();
    }
    assert.deepEqual(ends, []);
    look(QUIET_LOOKS + 1);
    assert.deepEqual(ends, ['slow']);
  });

  it('stands once that is no longer so', (t) => {
    const { stream, ends, turn, look } = standing(t);
    turn(900);
    turn(200);
    look(QUIET_LOOKS - 1);
    stream.waiting.shift()?.();
    look(3 * QUIET_LOOKS);
    assert.deepEqual(ends, []);
  });

  it('ends at once when a turn has more, and four times the limit waits', (t) => {
    const { stream, ends, turn } = standing(t);
    turn(50_000);
    stream.waiting.shift()?.();
    turn(4 * LIMIT - 50);
    turn(100);
    assert.deepEqual(ends, []);
    turn(1);
    assert.deepEqual(ends, ['slow']);
  });
});

describe('a line that stands', () => {
  it('takes messages from when the member was told of it until its end', (t) => {
    const { line } = standing(t, false);
    const takes = [line.takesMessages];
    line.open();
    takes.push(line.takesMessages);
    line.end('broken', '');
    takes.push(line.takesMessages);
    line.open();
    takes.push(line.takesMessages);
    assert.deepEqual(takes, [false, true, false, false]);
  });
});
