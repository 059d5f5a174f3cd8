import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MemberTls } from '../../../src/rpc/line/line-stream.ts';
import { until } from '../harness.ts';
import { OURS, STRANGERS, THEIRS } from './certificates.ts';
import { numbered, numbersFrom, type Process, start, turn, untilTold } from './processes.ts';

/** a dials b, by the name its certificate is made out to. */
function dialByName(a: Process, b: Process, host = 'localhost'): void {
  a.lines.setPeers([{ holder: b.holder, address: b.address.replace(/^[^:]*/, host) }]);
}

describe('encrypted lines', () => {
  it('stand between who shows a certificate of the common authority', async (t) => {
    const [a, b] = [await start(t, 'a#1', { tls: OURS }), await start(t, 'b#1', { tls: OURS })];
    dialByName(a, b);
    await untilTold(b, 'up a#1');
    await untilTold(a, 'up b#1');
    turn(a, b.holder, { type: 'table', document: 'x'.repeat(3_000_000) }, numbered(1));
    turn(b, a.holder, numbered(2));
    await until(() => numbersFrom(b, a).length === 2 && numbersFrom(a, b).length === 1, 'both directions work');
    await a.lines.close();
    await untilTold(b, 'up a#1', 'down a#1');
  });

  const cases: readonly (readonly [string, MemberTls | null, MemberTls | null])[] = [
    ['with a certificate of nobody known', STRANGERS, OURS],
    ['to somebody who has one of nobody known', OURS, STRANGERS],
    ['of another cluster', THEIRS, OURS],
    ['in plain text to who encrypts', null, OURS],
    ['encrypted to who does not', OURS, null],
  ];
  for (const [what, ofA, ofB] of cases) {
    it(`do not: ${what}`, async (t) => {
      const [a, b] = [await start(t, 'a#1', { tls: ofA }), await start(t, 'b#1', { tls: ofB })];
      dialByName(a, b);
      await until(() => a.log.length > 0, 'a says that it cannot reach b');
      assert.match(String(a.log[0]), /^warn: no line to a member came about b#1 ./);
      assert.deepEqual([a.told, b.told], [[], []]);
      assert.equal(b.lines.counters.bytesIn, 0);
    });
  }

  it('do not to who has a certificate of another name', async (t) => {
    const [a, b] = [await start(t, 'a#1', { tls: OURS }), await start(t, 'b#1', { tls: OURS })];
    dialByName(a, b, '127.0.0.1');
    await until(() => a.log.length > 0, 'a says that it cannot reach b');
    assert.match(String(a.log[0]), /came about b#1 .*127\.0\.0\.1/);
    assert.equal(b.lines.counters.bytesIn, 0);
  });
});
