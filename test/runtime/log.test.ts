import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLog, createSessionTag } from '../../src/runtime/log.ts';

function linesOf(level: string, write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog(level, { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('writes JSON with level and ISO time and nothing of the machine', () => {
    const [line] = linesOf('info', (log) => log.info({ port: 1 }, 'hello'));
    assert.deepEqual(Object.keys(line ?? {}), ['level', 'time', 'port', 'msg']);
    assert.equal(line?.['level'], 'info');
    assert.equal(new Date(String(line?.['time'])).toISOString(), line?.['time']);
  });

  it('keeps to its level', () => {
    const write = (log: ReturnType<typeof createLog>) => {
      log.info('a');
      log.warn('b');
      log.fatal('c');
    };
    const messages = (level: string) => linesOf(level, write).map((line) => line['msg']);
    assert.deepEqual(messages('trace'), ['a', 'b', 'c']);
    assert.deepEqual(messages('warn'), ['b', 'c']);
    assert.deepEqual(messages('silent'), []);
  });
});

describe('a session tag', () => {
  const key = new TextEncoder().encode('/LM/W3SVC/1/ROOT(hash)/abcdefghijklmnopqrstuvwx');
  const secret = new Uint8Array(32);

  it('is short, equal for equal keys, and different for others', () => {
    const tag = createSessionTag(secret);
    assert.match(tag(key), /^[0-9a-f]{12}$/);
    assert.equal(tag(key), tag(Uint8Array.from(key)));
    assert.notEqual(tag(key), tag(key.subarray(1)));
  });

  it('cannot be found again under another secret, nor from one process to the next', () => {
    assert.notEqual(createSessionTag(secret)(key), createSessionTag(new Uint8Array(32).fill(1))(key));
    assert.notEqual(createSessionTag()(key), createSessionTag()(key));
  });
});
