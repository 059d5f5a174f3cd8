import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Instant, NEVER } from '../../src/base/instant.ts';
import { Random } from '../../src/base/random.ts';
import { Sources } from '../../src/member/sources.ts';
import { applyRenewal, fieldsOf, readState, renewalsOf, writeState } from '../../src/replica/session-state.ts';
import { MAX_LAG, type Slot } from '../../src/session/session-records.ts';
import { NO_SLOT, SessionTable } from '../../src/session/session-table.ts';
import { SlabAllocator } from '../../src/session/slab-allocator.ts';
import { keyOf } from './parts.ts';

const KEY = keyOf('app/1');
const MINUTE = 60_000;
/** Two members' clocks have nothing to do with each other. */
const HERE: Instant = 1_000_000;
const THERE: Instant = 77;

class Place {
  readonly memory = new SlabAllocator();
  readonly table = new SessionTable(this.memory, 1);
  readonly sources = new Sources();
}

/** A session of 20 minutes, made at `at` under sequence 5. */
function sessionIn({ table }: Place, at: Instant, minutes = 20): Slot {
  const slot = table.insert(KEY, Uint8Array.of(1, 2, 3));
  table.setTimeout(slot, minutes, at);
  table.records.setSequence(slot, 5);
  table.records.setVersion(slot, 4);
  return slot;
}

function carry(from: Place, to: Place, at: Instant, thereAt: Instant): Slot {
  return writeState(to.table, to.table.find(KEY), readState(from.table, KEY, at, from.sources), thereAt, to.sources);
}

describe('a session that travels', () => {
  it('has as much time left there as here, whatever the clocks say', () => {
    const [here, there] = [new Place(), new Place()];
    sessionIn(here, HERE);
    const slot = carry(here, there, HERE + 7 * MINUTE, THERE);
    assert.equal(there.table.records.deadline(slot), THERE + 13 * MINUTE);
    assert.equal(there.table.records.timeoutMinutes(slot), 20);
    assert.deepEqual([there.table.records.sequence(slot), there.table.records.version(slot)], [5, 4]);
    assert.deepEqual([...there.table.content(slot)], [1, 2, 3]);
  });

  it('never expires there if it does not here', () => {
    const [here, there] = [new Place(), new Place()];
    sessionIn(here, HERE, 0);
    const slot = carry(here, there, HERE + MINUTE, THERE);
    assert.equal(there.table.records.deadline(slot), NEVER);
    assert.equal(there.table.records.timeoutMinutes(slot), 0);
  });

  it('is locked there as it is here, by a holder that is known by his address', () => {
    const [here, there] = [new Place(), new Place()];
    const slot = sessionIn(here, HERE);
    there.sources.indexOf('grpc', '10.9.9.9');
    const holder = here.sources.indexOf('gateway', '10.0.0.1');
    here.table.lock(slot, 77, HERE + 1_000, 110_000, holder, 345);
    here.table.renewLease(slot, 90_000, HERE + 2_000);
    here.table.records.setToldAgain(slot);
    const copy = carry(here, there, HERE + 12_000, THERE);
    const { records } = there.table;
    assert.deepEqual([records.locked(copy), records.toldAgain(copy), records.cookie(copy)], [true, true, 77]);
    assert.deepEqual([records.since(copy), records.lease(copy)], [THERE - 11_000, 90_000]);
    assert.equal(records.leaseEnd(copy), THERE + 80_000);
    assert.deepEqual(there.sources.describe(records.holder(copy)), { door: 'gateway', address: '10.0.0.1' });
    assert.equal(records.holderRequest(copy), 345);
  });

  it('takes the place of what stood there, of its lock too', () => {
    const [here, there] = [new Place(), new Place()];
    const former = sessionIn(there, THERE);
    there.table.lock(former, 99, THERE, 110_000, 0, 1);
    there.table.records.setToldAgain(former);
    const slot = sessionIn(here, HERE);
    here.table.replaceContent(slot, new Uint8Array(1_000).fill(9));
    here.table.records.setFlags(slot, 1);
    const copy = carry(here, there, HERE, THERE);
    const { records } = there.table;
    assert.equal(there.table.size, 1);
    assert.deepEqual([records.locked(copy), records.toldAgain(copy), records.cookie(copy)], [false, false, 0]);
    assert.equal(records.flags(copy), 1);
    assert.equal(there.table.contentBytes, 1_000);
  });

  it('is gone there if it is here, and costs nothing', () => {
    const [here, there] = [new Place(), new Place()];
    assert.equal(carry(here, there, HERE, THERE), NO_SLOT);
    sessionIn(there, THERE);
    assert.equal(carry(here, there, HERE, THERE), NO_SLOT);
    assert.deepEqual([there.table.size, there.memory.usedBytes], [0, 0]);
  });

  it('shares no memory with what it came from', () => {
    const [here, there] = [new Place(), new Place()];
    const slot = sessionIn(here, HERE);
    const copy = carry(here, there, HERE, THERE);
    here.table.content(slot).fill(0);
    assert.deepEqual([...there.table.content(copy)], [1, 2, 3]);
  });

  it('is looked after by the time it has there', () => {
    const [here, there] = [new Place(), new Place()];
    sessionIn(here, HERE, 1);
    carry(here, there, HERE + 30_000, THERE);
    const due: Slot[] = [];
    there.table.collectDue(THERE + 25_000, 100, (slot) => due.push(slot));
    assert.equal(due.length, 0);
    there.table.collectDue(THERE + 33_000, 100, (slot) => {
      due.push(slot);
      there.table.remove(slot);
    });
    assert.equal(due.length, 1);
  });

  it('goes round three members and is what it was, to the last field', () => {
    const random = new Random(1);
    for (let round = 0; round < 200; round++) {
      const [first, second, third] = [new Place(), new Place(), new Place()];
      const slot = sessionIn(first, HERE, random.below(3) * 30);
      const { records } = first.table;
      if (random.below(2) === 0) {
        const holder = first.sources.indexOf('grpc', `10.0.0.${random.below(5)}`);
        first.table.lock(
          slot,
          1 + random.below(2 ** 31 - 1),
          HERE + random.below(60_000),
          1 + random.below(200_000),
          holder,
          round,
        );
        if (random.below(2) === 0) records.setToldAgain(slot);
        if (random.below(3) === 0) records.unlock(slot);
      }
      records.setFlags(slot, random.below(2));
      if (random.below(2) === 0) first.table.extend(slot);
      const told = fieldsOf(first.table, slot, HERE + 70_000, first.sources);
      carry(first, second, HERE + 70_000, THERE);
      // On its way through the second member it stays for no time at all.
      const last = carry(second, third, THERE, 5_555);
      assert.deepEqual(fieldsOf(third.table, last, 5_555, third.sources), told);
    }
  });
});

describe('renewals', () => {
  it('are told of sessions whose deadline moved since it was last told, and of no other', () => {
    const here = new Place();
    const slot = sessionIn(here, HERE);
    const other = here.table.insert(keyOf('app/2'), Uint8Array.of(1));
    here.table.setTimeout(other, 20, HERE);
    for (const each of [slot, other]) here.table.records.setLag(each, 0, false);
    assert.deepEqual(renewalsOf(here.table, HERE), []);
    here.table.renew(slot, HERE + 30_000);
    assert.deepEqual(renewalsOf(here.table, HERE + 40_000), [
      { key: KEY, sequence: 5, timeLeft: 20 * MINUTE - 10_000, lag: 30_000, extended: false },
    ]);
  });

  it('move the deadline there, and keep what others may not have been told', () => {
    const [here, there] = [new Place(), new Place()];
    const slot = sessionIn(here, HERE);
    const copy = carry(here, there, HERE, THERE);
    here.table.records.setLag(slot, 0, false);
    here.table.renew(slot, HERE + 30_000);
    for (const renewal of renewalsOf(here.table, HERE + 40_000)) applyRenewal(there.table, renewal, THERE + 50_000);
    assert.equal(there.table.records.deadline(copy), THERE + 50_000 + 20 * MINUTE - 10_000);
    assert.equal(there.table.records.lag(copy), 30_000);
  });

  it('say nothing of a session that has changed since, or of its next life', () => {
    const [here, there] = [new Place(), new Place()];
    const slot = sessionIn(here, HERE);
    const copy = carry(here, there, HERE, THERE);
    here.table.renew(slot, HERE + 30_000);
    const renewals = renewalsOf(here.table, HERE + 40_000);
    assert.equal(renewals.length, 1);
    there.table.records.setSequence(copy, 6);
    const before = there.table.records.deadline(copy);
    for (const renewal of renewals) applyRenewal(there.table, renewal, THERE + 50_000);
    assert.equal(there.table.records.deadline(copy), before);
    there.table.remove(copy);
    for (const renewal of renewals) applyRenewal(there.table, renewal, THERE + 50_000);
    assert.equal(there.table.size, 0);
  });

  it('add a takeover’s allowance once, until the session is renewed again', () => {
    const [here, there] = [new Place(), new Place()];
    const slot = sessionIn(here, HERE);
    here.table.extend(slot);
    here.table.extend(slot);
    assert.equal(here.table.records.deadline(slot), HERE + 21 * MINUTE);
    assert.equal(here.table.records.lag(slot), MAX_LAG);
    const copy = carry(here, there, HERE, THERE);
    there.table.extend(copy);
    assert.equal(there.table.records.deadline(copy), THERE + 21 * MINUTE, 'the second takeover adds nothing');
    there.table.renew(copy, THERE + MINUTE);
    there.table.extend(copy);
    assert.equal(there.table.records.deadline(copy), THERE + 22 * MINUTE);
  });
});
