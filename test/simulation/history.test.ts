import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NEVER } from '../../src/base/instant.ts';
import type { Outcome } from '../../src/member/door.ts';
import { Crowd } from './concurrent-clients.ts';
import { History, tagOf } from './history.ts';
import { readLines, writeLines } from './history-lines.ts';

const line = (change: Record<string, unknown>): string =>
  JSON.stringify({
    client: 1,
    key: 'app/1',
    command: { type: 'get', wait: 0 },
    invoked: 1,
    returned: 2,
    outcome: { type: 'missing' },
    requestId: null,
    ...change,
  });

describe('a history', () => {
  it('is read as it was written', () => {
    const { entries } = new Crowd({ seed: 7, clients: 6, requests: 1_000, keys: 2, loss: 0.05 }).play();
    assert.equal(entries.length, 1_000);
    assert.deepEqual(readLines(writeLines(entries)), entries);
  });

  it('keeps contents as tags, versions as text, and no holders', () => {
    const history = new History();
    const content = Buffer.from('hello');
    const set = { type: 'set', cookie: -1, content, timeoutMinutes: 0, flags: 0, onlyIfAbsent: false } as const;
    const version = { versionMemory: 255, versionSequence: 3 };
    const lock = { age: 5, leaseLeft: 6, holder: 1, request: 9 };
    const told: Outcome[] = [
      { type: 'stored', created: true, ...version },
      { type: 'conflict', version: { memory: 255, sequence: 3 } },
      { type: 'conflict', version: null },
      {
        type: 'described',
        contentBytes: 5,
        timeoutMinutes: 0,
        timeLeft: NEVER,
        uninitialized: false,
        ...version,
        lock,
        waiters: 2,
      },
    ];
    for (const outcome of told) {
      const command = { ...set, onlyIfVersion: { memory: 255, sequence: 2 } };
      history.returned(history.invoked(1, 'k', command, 'r', 1), outcome, 2);
    }
    const described = {
      contentBytes: 5,
      timeoutMinutes: 0,
      timeLeft: null,
      uninitialized: false,
      version: 'ff.3',
      waiters: 2,
    };
    assert.deepEqual(
      history.entries.map(({ outcome }) => outcome),
      [
        { type: 'stored', created: true, version: 'ff.3' },
        { type: 'conflict', version: 'ff.3' },
        { type: 'conflict', version: null },
        { type: 'described', ...described, lock: { age: 5, leaseLeft: 6 } },
      ],
    );
    assert.deepEqual(history.entries[0]?.command, { ...set, content: 'hello', onlyIfVersion: 'ff.2' });
    assert.deepEqual(readLines(writeLines(history.entries)), history.entries);
  });

  it('tags contents that are long or no text by length and sum', () => {
    const long = new Uint8Array(1_000).fill(7);
    assert.match(tagOf(long), /^#1000:[0-9a-f]+$/);
    assert.notEqual(tagOf(long), tagOf(new Uint8Array(1_000).fill(8)));
    assert.match(tagOf(Uint8Array.of(0, 1)), /^#2:/);
    assert.match(tagOf(Buffer.from('#2:1')), /^#4:/);
  });

  it('takes one outcome for each entry, after its invocation', () => {
    const history = new History();
    const number = history.invoked(1, 'k', { type: 'describe' }, null, 5);
    assert.throws(() => history.returned(number, { type: 'missing' }, 4), /before it was invoked/);
    history.returned(number, { type: 'missing' }, 5);
    assert.throws(() => history.returned(number, { type: 'missing' }, 6), /not open/);
  });

  it('refuses lines that are none of its own, by number and reason', () => {
    for (const [text, why] of [
      ['nonsense', /line 2: Unexpected/],
      ['[]', /line 2: the entry is no object/],
      [line({ client: 'x' }), /entry.client is no number/],
      [line({ command: { type: 'dance' } }), /no such command: dance/],
      [line({ command: { type: 'get' } }), /get.wait is no number/],
      [line({ outcome: { type: 'lost' } }), /no such outcome: lost/],
      [line({ outcome: { type: 'stored', created: 1, version: 'v' } }), /stored.created is no boolean/],
      [line({ outcome: null }), /come together/],
      [line({ returned: 0 }), /returns before/],
    ] as const) {
      assert.throws(() => readLines(`${line({})}\n${text}\n`), why);
    }
  });
});
