import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Duration } from '../../src/base/instant.ts';
import { AnswerPage } from '../../src/gateway/answer-page.ts';
import { type AnswerSocket, Outbox } from '../../src/gateway/outbox.ts';
import { type HeldBack, UnreadAnswers } from '../../src/gateway/unread-answers.ts';
import { FakeClock } from './fake-entrance.ts';

/** A socket over a kernel's buffer: it takes what fits, and tells of room only when a third of it is free. */
class FakePipe implements AnswerSocket {
  writableLength = 0;
  writes = 0;
  taken = 0;
  private buffered = 0;
  private readonly capacity: number;
  private readonly queue: { bytes: number; done: (() => void) | undefined }[] = [];

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  cork(): void {}

  uncork(): void {}

  write(bytes: Uint8Array, done?: () => void): boolean {
    this.writes++;
    this.writableLength += bytes.length;
    this.queue.push({ bytes: bytes.length, done });
    if (this.queue.length === 1) this.fill();
    return true;
  }

  /** The client reads so much. */
  drain(bytes: number): void {
    this.buffered -= Math.min(bytes, this.buffered);
    if (this.buffered <= (this.capacity * 2) / 3) this.fill();
  }

  private fill(): void {
    for (;;) {
      const first = this.queue[0];
      if (first === undefined) return;
      const count = Math.min(first.bytes, this.capacity - this.buffered);
      this.buffered += count;
      this.taken += count;
      this.writableLength -= count;
      first.bytes -= count;
      if (first.bytes > 0) return;
      this.queue.shift();
      // Told later, as a socket does.
      if (first.done !== undefined) queueMicrotask(first.done);
    }
  }
}

const KIB = 1024;

function outboxOver(kernel: number) {
  const pipe = new FakePipe(kernel);
  const clock = new FakeClock();
  const unread = new UnreadAnswers(2 ** 40);
  const page = new AnswerPage({ flushAtEndOfTurn: () => {} });
  const outbox = new Outbox(pipe, clock, unread, page, () => {});
  return { pipe, clock, unread, page, outbox };
}

/** What is told later is told. */
async function settle(): Promise<void> {
  for (let round = 0; round < 100; round++) await Promise.resolve();
}

describe('Outbox: the page of the turn', () => {
  it('pins it while an answer of it is not taken whole, and gives the answers meanwhile memory of their own', async () => {
    const { pipe, page, outbox } = outboxOver(4 * KIB);
    const answer = outbox.pageForNext?.take(8 * KIB);
    assert.ok(answer, 'there is room');
    outbox.add(answer, null);
    outbox.flush();
    await settle();
    assert.equal(outbox.pageForNext, null);
    page.flush();
    assert.notEqual(page.take(KIB)?.buffer, answer.buffer);
    outbox.add(Buffer.alloc(KIB), null);
    for (let reads = 0; !outbox.isEmpty && reads < 100; reads++) {
      pipe.drain(4 * KIB);
      await settle();
    }
    assert.ok(outbox.isEmpty);
    assert.equal(outbox.pageForNext, page);
  });

  it('pins it while answers of it wait behind a write of the most that leaves at once', async () => {
    const { page, outbox } = outboxOver(1024 * KIB);
    const answers = Array.from({ length: 5 }, () => outbox.pageForNext?.take(16 * KIB) ?? Buffer.alloc(0));
    for (const answer of answers) outbox.add(answer, null);
    outbox.flush();
    page.flush();
    assert.notEqual(page.take(KIB)?.buffer, answers[4]?.buffer);
    await settle();
    assert.ok(outbox.isEmpty);
  });

  it('lets it go with the connection', () => {
    const { page, outbox } = outboxOver(4 * KIB);
    for (let pins = 1; pins < 32; pins++) page.pin();
    outbox.add(outbox.pageForNext?.take(8 * KIB) ?? Buffer.alloc(0), null);
    outbox.flush();
    assert.equal(page.take(KIB), null);
    outbox.abandon(false);
    assert.notEqual(page.take(KIB), null);
  });
});

describe('Outbox: progress', () => {
  it('sees that of a client that reads 4 KiB a second', async () => {
    const { pipe, clock, outbox } = outboxOver(48 * KIB);
    outbox.add(Buffer.alloc(2048 * KIB), null);
    outbox.flush();
    let longest: Duration = 0;
    for (let second = 0; second < 400; second++) {
      await settle();
      longest = Math.max(longest, clock.now() - outbox.standstillSince);
      clock.advance(1_000);
      pipe.drain(4 * KIB);
    }
    await settle();
    assert.ok(pipe.taken > 1500 * KIB, `${pipe.taken} taken`);
    assert.ok(longest < 10_000, `stood still for ${longest} ms`);
  });

  it('sees the standstill of one that reads no more', async () => {
    const { pipe, clock, outbox } = outboxOver(48 * KIB);
    outbox.add(Buffer.alloc(2048 * KIB), null);
    outbox.flush();
    await settle();
    pipe.drain(48 * KIB);
    await settle();
    const since = clock.now();
    clock.advance(10_000);
    assert.equal(outbox.standstillSince, since);
  });

  it('writes at once what fits at once, and much in few writes', async () => {
    const { pipe, outbox } = outboxOver(64 * 1024 * KIB);
    outbox.add(Buffer.alloc(60 * KIB), null);
    outbox.flush();
    assert.equal(pipe.writes, 1);
    await settle();
    assert.ok(outbox.isEmpty);
    outbox.add(Buffer.alloc(8192 * KIB), null);
    outbox.flush();
    await settle();
    assert.ok(outbox.isEmpty);
    assert.ok(pipe.writes <= 40, `${pipe.writes} writes`);
  });
});

describe('Outbox: what is not taken', () => {
  it('counts, whole answers at a time, until the kernel has them or the client is gone', async () => {
    const { pipe, unread, outbox } = outboxOver(100 * KIB);
    outbox.add(Buffer.alloc(150 * KIB), null);
    outbox.add(Buffer.alloc(150 * KIB), null);
    outbox.flush();
    await settle();
    assert.equal(unread.held, 300 * KIB);
    pipe.drain(100 * KIB);
    await settle();
    assert.equal(unread.held, 150 * KIB);
    outbox.abandon(false);
    assert.equal(unread.held, 0);
  });
});

describe('UnreadAnswers', () => {
  it('has room for any content below half of its limit, and else up to its limit', () => {
    const unread = new UnreadAnswers(1000);
    assert.equal(unread.hasRoomFor(1000), true);
    unread.held = 500;
    assert.equal(unread.isHigh, false);
    assert.equal(unread.hasRoomFor(501), true);
    unread.held = 501;
    assert.equal(unread.isHigh, true);
    assert.equal(unread.hasRoomFor(499), true);
    assert.equal(unread.hasRoomFor(500), false);
  });

  it('lets those held back start one after another, as long as it is not high', () => {
    const unread = new UnreadAnswers(1000);
    const started: string[] = [];
    const heldBack = (name: string, brings: number): HeldBack => ({
      start: () => {
        started.push(name);
        unread.held += brings;
        return brings > 0;
      },
    });
    const gone = heldBack('gone', 300);
    for (const one of [heldBack('a', 300), heldBack('nothing', 0), heldBack('b', 300), gone, heldBack('c', 300)]) {
      unread.holdBack(one);
    }
    unread.forget(gone);
    unread.startNext();
    assert.deepEqual(started, ['a']);
    unread.startNext();
    assert.deepEqual(started, ['a', 'nothing', 'b']);
    unread.startNext();
    assert.deepEqual(started, ['a', 'nothing', 'b']);
    unread.held = 0;
    unread.startNext();
    unread.startNext();
    assert.deepEqual(started, ['a', 'nothing', 'b', 'c']);
  });
});
