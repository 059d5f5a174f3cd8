import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Limit, makeKey, type Source, type Trace } from '../../src/member/door.ts';
import { TraceLog } from '../../src/runtime/log-traces.ts';

const ID = 'app/very-secret-session-id';
const key = makeKey(new TextEncoder().encode(ID));
const SOURCES: (Source | null)[] = [
  null,
  { door: 'gateway', address: '10.0.0.1' },
  { door: 'grpc', address: '10.0.0.2' },
];

interface Line {
  readonly level: string;
  readonly fields: Record<string, unknown>;
  readonly message: string;
}

function traceLog() {
  const lines: Line[] = [];
  const clock = { now: 0 };
  const add = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, fields: { ...fields }, message });
  const log = new TraceLog(
    { debug: add('debug'), info: add('info'), warn: add('warn'), error: add('error') },
    () => 'tag',
    (index) => SOURCES[index] ?? null,
    () => clock.now,
  );
  return { log, lines, clock };
}

function staleWrite(holderCookie: number): Trace {
  return { type: 'stale-write', command: 'set', key, refused: 1, refusedCookie: 7, holder: 2, holderCookie };
}

describe('a stale write', () => {
  it('is a warning with both holders and the settings to look at', () => {
    const { log, lines } = traceLog();
    log.write(staleWrite(8));
    assert.equal(lines.length, 1);
    assert.equal(lines[0]?.level, 'warn');
    assert.deepEqual(lines[0]?.fields, {
      event: 'stale-write',
      command: 'set',
      session: 'tag',
      refused: { door: 'gateway', address: '10.0.0.1', cookie: 7 },
      holder: { door: 'grpc', address: '10.0.0.2', cookie: 8 },
      settings: ['lock-lease', 'stale-writes'],
    });
  });

  it('names no holder where nobody ever held the lock', () => {
    const { log, lines } = traceLog();
    log.write(staleWrite(0));
    assert.equal(lines[0]?.fields['holder'], null);
  });
});

describe('a reached limit', () => {
  const reached = (limit: Limit, source = 1): Trace => ({ type: 'limit-reached', limit, source });

  it('is told once in ten seconds, with the number that was not', () => {
    const { log, lines, clock } = traceLog();
    for (clock.now = 0; clock.now < 10_000; clock.now += 1000) log.write(reached('memory'));
    assert.equal(lines.length, 1);
    assert.equal(lines[0]?.fields['suppressed'], 0);
    assert.equal(lines[0]?.fields['setting'], 'max-memory');
    log.write(reached('memory'));
    assert.equal(lines.length, 2);
    assert.equal(lines[1]?.fields['suppressed'], 9);
    clock.now += 10_000;
    log.write(reached('memory'));
    assert.equal(lines[2]?.fields['suppressed'], 0);
  });

  it('does not silence another limit', () => {
    const { log, lines } = traceLog();
    for (const limit of ['memory', 'waiters', 'waiters-per-session', 'waiters-per-source'] as const) {
      log.write(reached(limit));
      log.write(reached(limit));
    }
    assert.equal(lines.length, 4);
  });

  it('tells of sources that found no place in the table', () => {
    const { log, lines } = traceLog();
    log.write(reached('waiters', 0));
    assert.equal(lines[0]?.fields['address'], 'unknown');
  });
});

describe('an ended lease', () => {
  it('is told with holder and age', () => {
    const { log, lines } = traceLog();
    log.write({ type: 'lease-ended', key, holder: 1, cookie: 3, age: 110_000.4 });
    assert.equal(lines[0]?.level, 'info');
    assert.deepEqual(lines[0]?.fields, {
      event: 'lease-ended',
      session: 'tag',
      holder: { door: 'gateway', address: '10.0.0.1', cookie: 3 },
      heldForMs: 110_000,
      setting: 'lock-lease',
    });
  });
});

it('no line holds a session id', () => {
  const { log, lines } = traceLog();
  log.write(staleWrite(8));
  log.write({ type: 'lease-ended', key, holder: 1, cookie: 3, age: 1 });
  assert.equal(lines.length, 2);
  assert.ok(!JSON.stringify(lines).includes(ID));
});

describe('a table of partitions', () => {
  it('that was adopted is told with what this member holds by it', () => {
    const { log, lines } = traceLog();
    log.write({ type: 'table-adopted', version: 3, cluster: 'c', primaries: 256, replicas: 0 });
    assert.equal(lines[0]?.level, 'debug');
    assert.deepEqual(lines[0]?.fields, {
      event: 'table-adopted',
      version: 3,
      cluster: 'c',
      primaries: 256,
      replicas: 0,
    });
  });

  it('that was refused is an error, with the reason', () => {
    const { log, lines } = traceLog();
    log.write({ type: 'table-refused', reason: 'version 2 does not follow version 3' });
    assert.equal(lines[0]?.level, 'error');
    assert.deepEqual(lines[0]?.fields, { event: 'table-refused', reason: 'version 2 does not follow version 3' });
  });
});

describe('partitions that this member became primary of', () => {
  const became = (partition: number, how: 'first' | 'takeover' | 'handover' | 'anew'): Trace => ({
    type: 'became-primary',
    partition,
    reign: 3,
    how,
  });

  it('are summed up in one line for each reason that is worth one', () => {
    const { log, lines } = traceLog();
    for (let partition = 0; partition < 5; partition++) log.write(became(partition, 'takeover'));
    for (let partition = 5; partition < 8; partition++) log.write(became(partition, 'handover'));
    for (let partition = 8; partition < 10; partition++) log.write(became(partition, 'anew'));
    assert.deepEqual(new Set(lines.map(({ level }) => level)), new Set(['debug']));
    lines.length = 0;
    log.sumUp();
    assert.deepEqual(
      lines.map(({ level, fields }) => [level, fields]),
      [
        ['warn', { partitions: 5 }],
        ['error', { partitions: 2 }],
      ],
    );
    log.sumUp();
    assert.equal(lines.length, 2);
  });
});
