import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instant } from '../../src/base/instant.ts';
import { Random } from '../../src/base/random.ts';
import type { Copy } from '../../src/replica/copy.ts';
import { digestOf } from '../../src/replica/digest.ts';
import { readState } from '../../src/replica/session-state.ts';
import { NO_COOKIE } from '../../src/session/command.ts';
import type { Outcome } from '../../src/session/outcome.ts';
import { NO_SLOT } from '../../src/session/session-table.ts';
import { acquire, get, put, release, remove, resetTimeout } from '../member/room.ts';
import { copyOf, keyOf, parts, request } from './parts.ts';

const SOURCES = parts().sources;

/** From nothing, over all sessions as they lie. */
function digestFromScratch({ table }: Copy): number {
  let sum = 0;
  for (let slot = table.next(NO_SLOT); slot !== NO_SLOT; slot = table.next(slot))
    sum = (sum + digestOf(table, slot)) | 0;
  return sum;
}

function decide(copy: Copy, key: string, command: ReturnType<typeof put>, at: Instant = 0): Outcome {
  return copy.rules.decide(copy.table.find(keyOf(key)), command, request(1, key, command), at);
}

function randomOperation(copy: Copy, random: Random, at: Instant): void {
  const key = `app/${random.below(12)}`;
  const slot = copy.table.find(keyOf(key));
  switch (random.below(8)) {
    case 0:
    case 1:
      decide(copy, key, put(`${random.uint32()}`.repeat(1 + random.below(20)), { cookie: NO_COOKIE }), at);
      return;
    case 2:
      decide(copy, key, put('b', { timeoutMinutes: random.below(3), flags: random.below(2) }), at);
      return;
    case 3:
      decide(copy, key, acquire(), at);
      return;
    case 4:
      if (slot !== NO_SLOT) decide(copy, key, release(copy.table.records.cookie(slot)), at);
      return;
    case 5:
      if (slot !== NO_SLOT) decide(copy, key, remove(copy.table.records.cookie(slot)), at);
      return;
    case 6:
      if (slot !== NO_SLOT && random.below(2) === 0) copy.rules.expire(slot);
      else decide(copy, key, get(), at);
      return;
    default:
      decide(copy, key, resetTimeout, at);
  }
}

describe('a copy’s digest', () => {
  it('is what counting from nothing gives, however often it was asked for, slots used again', () => {
    let removals = 0;
    for (let seed = 0; seed < 20; seed++) {
      const random = new Random(seed);
      const shared = parts();
      const copy = copyOf(shared, seed);
      for (let before = random.below(20); before > 0; before--) randomOperation(copy, random, 0);
      copy.follow();
      for (let step = 0; step < 300; step++) {
        randomOperation(copy, random, step);
        if (random.below(40) === 0) {
          copy.unfollow();
          randomOperation(copy, random, step);
          copy.follow();
        }
        if (random.below(3) === 0) assert.equal(copy.settledDigest(), digestFromScratch(copy), `seed ${seed}, ${step}`);
        if (random.below(50) === 0) copy.commit(copy.sequence - random.below(20));
      }
      assert.equal(copy.settledDigest(), digestFromScratch(copy));
      removals += shared.counters.sessionsRemoved + shared.counters.sessionsExpired;
    }
    assert.ok(removals > 100);
  });

  it('is that of whole changes, wherever so many came that it was not waited for who asks', () => {
    for (let changes = 1_000; changes < 1_050; changes++) {
      const copy = copyOf(parts(), 1);
      decide(copy, 'app/2', put('b', { cookie: NO_COOKIE }));
      copy.follow();
      for (let change = 0; change < changes; change++) decide(copy, 'app/1', put('a', { cookie: NO_COOKIE }));
      decide(copy, 'app/2', put('c', { cookie: NO_COOKIE }));
      assert.equal(copy.settledDigest(), digestFromScratch(copy), `after ${changes} changes of another session`);
    }
  });

  it('is the same in a copy that was told the states in other portions, and not if one of them is wrong', () => {
    for (let seed = 0; seed < 20; seed++) {
      const random = new Random(seed);
      const [here, there] = [copyOf(parts(), seed), copyOf(parts({ self: 'b#1' }), seed + 1)];
      for (const copy of [here, there]) copy.follow();
      for (let step = 0; step < 60; step++) {
        for (let count = random.below(6); count >= 0; count--) randomOperation(here, random, step);
        const changes = here.log.after(there.log.last);
        const keys = new Map(changes.flatMap(({ key }) => (key === null ? [] : [[key.bytes.join(), key] as const])));
        const states = [...keys.values()].map((key) => readState(here.table, key, step, SOURCES));
        there.take(changes, states, 1_000_000 + step);
        assert.equal(there.settledDigest(), here.settledDigest());
        assert.deepEqual(there.last, here.last);
        assert.equal(there.table.size, here.table.size);
      }
      const slot = there.table.next(NO_SLOT);
      if (slot === NO_SLOT) continue;
      there.table.records.setVersion(slot, there.table.records.version(slot) + 1);
      assert.notEqual(digestFromScratch(there), here.settledDigest());
    }
  });
});

describe('what a copy keeps of its history', () => {
  it('is nothing while nobody follows, and begins behind the present when somebody does', () => {
    const copy = copyOf(parts());
    decide(copy, 'app/1', put('a'));
    decide(copy, 'app/1', put('b'));
    assert.deepEqual([copy.log.size, copy.last], [0, { reign: 1, sequence: 2 }]);
    copy.follow();
    assert.deepEqual(copy.log.first, { reign: 1, sequence: 2 });
    decide(copy, 'app/1', put('c'));
    assert.deepEqual([copy.log.size, copy.last.sequence, copy.log.newest?.key], [1, 3, keyOf('app/1')]);
    copy.unfollow();
    assert.deepEqual(copy.last, { reign: 1, sequence: 3 });
  });

  it('names removals until they are everywhere, by the newest one of each key', () => {
    const copy = copyOf(parts());
    copy.follow();
    const seen = (key: string) => copy.seenBy(keyOf(key), copy.table.find(keyOf(key)));
    decide(copy, 'app/1', put('a'));
    decide(copy, 'app/2', put('a'));
    assert.deepEqual([seen('app/1'), seen('app/3')], [1, 0]);
    decide(copy, 'app/1', remove());
    decide(copy, 'app/2', remove());
    assert.deepEqual([seen('app/1'), seen('app/2')], [3, 4]);
    decide(copy, 'app/1', put('b'));
    assert.equal(seen('app/1'), 5, 'the session itself tells');
    decide(copy, 'app/1', remove());
    copy.commit(4);
    assert.deepEqual([seen('app/1'), seen('app/2')], [6, 0]);
    copy.commit(5);
    assert.equal(seen('app/1'), 6);
    copy.commit(6);
    assert.equal(seen('app/1'), 0);
  });

  it('is told no removal while nobody follows', () => {
    const copy = copyOf(parts());
    decide(copy, 'app/1', put('a'));
    decide(copy, 'app/1', remove());
    assert.equal(copy.seenBy(keyOf('app/1'), NO_SLOT), 0);
  });

  it('is never less committed than it was', () => {
    const copy = copyOf(parts());
    copy.commit(5);
    copy.commit(3);
    assert.equal(copy.committed, 5);
  });

  it('is trimmed as it is committed', () => {
    const copy = copyOf(parts({ tailLength: 8 }));
    copy.follow();
    for (let count = 0; count < 30; count++) decide(copy, 'app/1', put(`${count}`));
    assert.equal(copy.log.size, 30);
    copy.commit(29);
    assert.equal(copy.log.size, 8);
  });
});

describe('what a copy remembers of requests', () => {
  it('goes with the changes that never came to count, and with nothing else', () => {
    const copy = copyOf(parts());
    copy.follow();
    for (const number of [1, 2, 3]) {
      const origin = { entry: 'b#1', since: 0, until: 9_000, givenUp: false, undelivered: false };
      const asked = request(number, 'app/1', put('a'), { origin, repeatId: `r${number}` });
      copy.rules.decide(copy.table.find(keyOf('app/1')), asked.command, asked, 0);
      copy.remember(asked, asked.repeatId, { type: 'removed' }, 'a#1', 0);
    }
    const remembered = () =>
      [1, 2, 3].map((number) => {
        const named = copy.named.recall(request(number, 'app/1', put('a'), { repeatId: `r${number}` }), 0);
        return [copy.numbered.recall({ entry: 'b#1', number })?.type, named?.outcome.type];
      });
    const both = ['removed', 'removed'];
    assert.deepEqual(remembered(), [both, both, both]);
    copy.apply({ reign: 1, sequence: 2 }, [], [], 0);
    assert.deepEqual(remembered(), [both, both, [undefined, undefined]]);
    assert.equal(copy.sequence, 2);
  });

  it('holds no contents', () => {
    const copy = copyOf(parts());
    copy.follow();
    decide(copy, 'app/1', put('abc'));
    const asked = request(2, 'app/1', acquire(), { repeatId: 'r' });
    const outcome = copy.rules.decide(copy.table.find(asked.key), asked.command, asked, 0);
    copy.remember(asked, 'r', outcome, 'a#1', 0);
    const kept = copy.log.newest?.record?.outcome;
    assert.ok(kept?.type === 'found');
    assert.equal(kept.content.length, 0);
    assert.equal(kept.cookie, copy.rules.newestCookie);
  });
});

it('a copy that is emptied or given up gives all its memory back', () => {
  const shared = parts();
  const copy = copyOf(shared);
  copy.follow();
  for (let number = 0; number < 40; number++) {
    decide(copy, `app/${number}`, put('a'.repeat(number + 1)));
    copy.remember(request(number, `app/${number}`, put('a'), { repeatId: 'r' }), 'r', { type: 'removed' }, 'a#1', 0);
  }
  decide(copy, 'app/3', remove());
  copy.empty({ reign: 1, sequence: 90 });
  assert.deepEqual([copy.table.size, shared.memory.usedBytes, copy.named.size, copy.numbered.size], [0, 0, 0, 0]);
  assert.deepEqual([copy.last, copy.log.size, copy.settledDigest()], [{ reign: 1, sequence: 90 }, 0, 0]);
  assert.equal(copy.seenBy(keyOf('app/3'), NO_SLOT), 0);
  decide(copy, 'app/1', put('a'));
  copy.release();
  assert.deepEqual([copy.followed, shared.memory.usedBytes], [false, 0]);
});
