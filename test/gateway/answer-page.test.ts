import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AnswerPage } from '../../src/gateway/answer-page.ts';
import type { Flushable } from '../../src/member/door.ts';

const KIB = 1024;

/** A page, and the end of each turn in which it was used. */
function pageAndTurns() {
  const flushables: Flushable[] = [];
  const page = new AnswerPage({ flushAtEndOfTurn: (flushable) => flushables.push(flushable) });
  const endTurn = () => {
    for (const flushable of flushables.splice(0)) flushable.flush();
  };
  const take = (length: number, fill: number): Buffer => {
    const taken = page.take(length);
    assert.ok(taken !== null, 'there is room');
    return taken.fill(fill);
  };
  return { page, endTurn, take, flushables };
}

describe('AnswerPage', () => {
  it('gives the answers of one turn memory apart from each other', () => {
    const { take, flushables } = pageAndTurns();
    const answers = [1, 2, 3].map((fill) => take(KIB, fill));
    for (const [index, answer] of answers.entries()) assert.deepEqual(answer, Buffer.alloc(KIB, index + 1));
    assert.equal(flushables.length, 1, 'it asks once for the end of the turn');
  });

  it('gives the next turn the same memory again', () => {
    const { take, endTurn } = pageAndTurns();
    const first = take(KIB, 1);
    endTurn();
    const second = take(KIB, 2);
    assert.equal(second.buffer, first.buffer);
    assert.equal(second.byteOffset, first.byteOffset);
  });

  it('leaves a pinned page alone, and goes on with another', () => {
    const { page, take, endTurn } = pageAndTurns();
    const pinned = take(KIB, 1);
    endTurn();
    page.pin();
    for (let turn = 2; turn < 9; turn++) {
      assert.notEqual(take(KIB, turn).buffer, pinned.buffer);
      endTurn();
    }
    assert.deepEqual(pinned, Buffer.alloc(KIB, 1));
  });

  it('has no room beyond its end, and some again with the next turn', () => {
    const { page, take, endTurn } = pageAndTurns();
    let answers = 0;
    while (page.take(16 * KIB) !== null) answers++;
    assert.equal(answers, 16);
    endTurn();
    take(KIB, 1);
  });

  it('has no room for long answers', () => {
    assert.equal(pageAndTurns().page.take(16 * KIB + 1), null);
  });

  it('is pinned by so many outboxes at most', () => {
    const { page, take } = pageAndTurns();
    for (let pins = 0; pins < 32; pins++) {
      take(KIB, 1);
      page.pin();
    }
    assert.equal(page.take(KIB), null);
    page.unpin();
    take(KIB, 1);
  });
});
