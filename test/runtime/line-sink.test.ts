import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random } from '../../src/base/random.ts';
import { LineSink } from '../../src/runtime/line-sink.ts';

const KEEP = 100_000;
/** Above this it must not keep: a piece under way and one being gathered come on top. */
const KEPT_AT_MOST = KEEP + 40_000;

/** A reader with `room` for so many bytes, on a machine whose time passes only in sleep and between runs. */
class Reader {
  room = Number.POSITIVE_INFINITY;
  /** What a write fails with, whatever room there is. */
  fault: string | null = null;
  /** Room that he makes in each millisecond of sleep. */
  readsAsleep = 0;
  text = '';
  writes = 0;
  slept = 0;
  readonly soon: (() => void)[] = [];
  readonly later: { readonly run: () => void; readonly after: number }[] = [];
  readonly sink = new LineSink(
    {
      write: (bytes) => this.take(bytes),
      now: () => this.slept,
      soon: (run) => void this.soon.push(run),
      later: (run, after) => void this.later.push({ run, after }),
      sleep: (duration) => {
        this.slept += duration;
        this.room += this.readsAsleep * duration;
      },
    },
    { keep: KEEP, gapLine: (dropped) => `gap ${dropped}\n` },
  );
  private readonly decoder = new TextDecoder();

  private take(bytes: Uint8Array): number {
    this.writes++;
    const fault = this.fault ?? (this.room === 0 ? 'EAGAIN' : null);
    if (fault !== null) throw Object.assign(new Error(`write ${fault}`), { code: fault });
    const length = Math.min(bytes.length, this.room);
    this.room -= length;
    this.text += this.decoder.decode(bytes.subarray(0, length), { stream: true });
    return length;
  }

  /** Runs what waits for the end of the turn, or for its time, each once. Returns how long the longest had to wait. */
  turn(): number {
    const later = this.later.splice(0);
    for (const run of [...this.soon.splice(0), ...later.map(({ run }) => run)]) run();
    return Math.max(0, ...later.map(({ after }) => after));
  }

  get isIdle(): boolean {
    return this.soon.length + this.later.length === 0;
  }
}

/** A reader, and `count` numbered lines written for him. */
function written(count: number, reader = new Reader(), from = 0): Reader {
  for (let number = from; number < from + count; number++) reader.sink.write(`line ${number}\n`);
  return reader;
}

function linesTo(count: number, from = 0): string {
  return Array.from({ length: count - from }, (_, index) => `line ${from + index}\n`).join('');
}

/** How many lines are missing where the text says so. Throws when the rest is not there in order. */
function missingOf(text: string, count: number): number {
  let next = 0;
  let missing = 0;
  assert.ok(text.endsWith('\n'));
  for (const line of text.slice(0, -1).split('\n')) {
    const [word, number] = line.split(' ');
    if (word === 'gap') {
      missing += Number(number);
      next += Number(number);
    } else {
      assert.equal(line, `line ${next}`);
      next++;
    }
  }
  assert.equal(next, count);
  return missing;
}

describe('a sink of lines, while its reader keeps up,', () => {
  it('writes what one turn brings in one write, at its end', () => {
    const reader = written(3);
    assert.equal(reader.writes, 0);
    reader.turn();
    assert.equal(reader.text, linesTo(3));
    assert.equal(reader.writes, 1);
  });

  it('runs only when there is something to write', () => {
    const reader = written(3);
    assert.equal(reader.soon.length, 1);
    reader.turn();
    assert.ok(reader.isIdle);
    written(1, reader, 3).turn();
    assert.equal(reader.text, linesTo(4));
    assert.ok(reader.isIdle);
  });

  it('drops nothing, however much one turn brings', () => {
    const reader = new Reader();
    const long = `${'x'.repeat(2 * KEEP)}\n`;
    reader.sink.write(long);
    written(2 * KEEP, reader).turn();
    assert.ok(reader.text.startsWith(long));
    assert.equal(missingOf(reader.text.slice(long.length), 2 * KEEP), 0);
  });
});

describe('a sink of lines, while its reader is behind,', () => {
  it('goes on where he left off, be it within a character', () => {
    const reader = new Reader();
    reader.room = 2;
    reader.sink.write('aé\n');
    reader.sink.write('€\n');
    reader.turn();
    while (!reader.isIdle) {
      reader.room = 1;
      assert.equal(reader.turn(), 10);
    }
    assert.equal(reader.text, 'aé\n€\n');
  });

  it('tries again by time alone, however many lines come', () => {
    const reader = written(1);
    reader.room = 0;
    reader.turn();
    written(1_000, reader, 1);
    assert.equal(reader.soon.length, 0);
    assert.equal(reader.later.length, 1);
    assert.equal(reader.writes, 1);
    reader.room = Number.POSITIVE_INFINITY;
    reader.turn();
    assert.equal(reader.text, linesTo(1_001));
  });

  it('keeps the latest lines, no more than it may, and says how many are missing where they are', () => {
    const count = 100_000;
    const reader = written(1);
    reader.room = 3;
    reader.turn();
    written(count, reader, 1);
    reader.room = Number.POSITIVE_INFINITY;
    reader.turn();
    const missing = missingOf(reader.text, count + 1);
    assert.ok(missing > 0);
    assert.ok(reader.text.startsWith(`line 0\ngap ${missing}\nline ${missing + 1}\n`));
    assert.ok(reader.text.length > KEEP - 20_000, `kept ${reader.text.length}`);
    assert.ok(reader.text.length < KEPT_AT_MOST, `kept ${reader.text.length}`);
  });

  it('drops nothing while he is never far behind', () => {
    const reader = written(6_000);
    reader.room = 5_000;
    for (let count = 6_000; count < 100_000; count += 6_000) {
      reader.turn();
      written(6_000, reader, count);
      reader.room = 66_000;
    }
    reader.room = Number.POSITIVE_INFINITY;
    reader.turn();
    assert.equal(reader.text, linesTo(102_000));
  });

  it('keeps the newest line, be it longer than all that may be kept', () => {
    const reader = written(2);
    reader.room = 1;
    reader.turn();
    const long = `${'x'.repeat(2 * KEEP)}\n`;
    reader.sink.write(long);
    reader.room = Number.POSITIVE_INFINITY;
    reader.turn();
    assert.equal(reader.text, `${linesTo(2)}${long}`);
  });

  it('loses no line untold, whatever he reads and when', () => {
    let missing = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const random = new Random(seed);
      const reader = new Reader();
      let count = 0;
      for (let turn = 0; turn < 200; turn++) {
        const lines = random.below(1_500);
        written(lines, reader, count);
        count += lines;
        reader.room = random.below(3) === 0 ? 0 : random.below(20_000);
        reader.turn();
      }
      reader.room = Number.POSITIVE_INFINITY;
      reader.turn();
      missing += missingOf(reader.text, count);
    }
    assert.ok(missing > 0);
  });
});

describe('a sink of lines, while nobody reads,', () => {
  it('tries again now and then, and keeps what a new reader may want', () => {
    const reader = written(1);
    reader.fault = 'EPIPE';
    reader.turn();
    written(1_000, reader, 1);
    assert.equal(reader.turn(), 1_000);
    assert.equal(reader.writes, 2);
    reader.fault = null;
    reader.turn();
    assert.equal(reader.text, linesTo(1_001));
    assert.ok(reader.isIdle);
  });

  it('keeps no more than it may', () => {
    const count = 100_000;
    const reader = new Reader();
    reader.fault = 'EPIPE';
    for (let from = 0; from < count; from += 1_000) written(1_000, reader, from).turn();
    reader.fault = null;
    reader.turn();
    assert.ok(missingOf(reader.text, count) > 0);
    assert.ok(reader.text.length < KEPT_AT_MOST, `kept ${reader.text.length}`);
  });
});

describe('a sink of lines, at the end of the process,', () => {
  it('writes at once what the turn has brought', () => {
    const reader = written(3);
    reader.sink.finish();
    assert.equal(reader.text, linesTo(3));
    assert.equal(reader.slept, 0);
  });

  it('waits for a reader that is behind but reads', () => {
    const reader = written(5_000);
    reader.room = 10;
    reader.readsAsleep = 1_000;
    reader.turn();
    reader.sink.finish();
    assert.equal(reader.text, linesTo(5_000));
    assert.ok(reader.slept > 0);
  });

  it('leaves out, and counts, what a slow reader would not reach, so that he gets the last lines', () => {
    const reader = written(10_000);
    reader.room = 0;
    reader.readsAsleep = 30;
    reader.turn();
    reader.sink.finish();
    assert.ok(missingOf(reader.text, 10_000) > 0);
    assert.ok(reader.slept > 1_000 && reader.slept < 2_000, `slept ${reader.slept}`);
  });

  it('leaves a reader that stands still after two seconds', () => {
    const reader = written(1);
    reader.room = 0;
    reader.sink.finish();
    assert.equal(reader.slept, 2_000);
    assert.equal(reader.text, '');
  });

  it('does not wait where nobody reads', () => {
    const reader = written(1);
    reader.fault = 'EPIPE';
    reader.turn();
    reader.sink.finish();
    assert.equal(reader.slept, 0);
  });
});
