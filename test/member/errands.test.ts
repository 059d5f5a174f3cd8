import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Command, NOBODY } from '../../src/member/door.ts';
import { Errands } from '../../src/member/errands.ts';
import { request } from '../replica/parts.ts';
import { acquire, get, look, put, release, remove, renew, resetTimeout } from './room.ts';

const HOLDS = { holdReads: 3_000, holdWrites: 8_000 };
const LONG = 110_000;

function begun(errands: Errands, number: number, command: Command, partition = 0, asker = number) {
  errands.saw(number);
  return errands.begin(request(number, 'app/1', command, { asker }), partition, 'held', 1_000);
}

describe('an errand', () => {
  it('is held as long as its kind of command allows, and for as long as it would wait for a lock besides', () => {
    for (const [command, hold] of [
      [get(), 3_000],
      [get(500), 3_500],
      [acquire(5_000), 8_000],
      [look, 3_000],
      [put('a'), 8_000],
      [release(1), 8_000],
      [renew(1), 8_000],
      [remove(), 8_000],
      [resetTimeout, 8_000],
    ] as const) {
      assert.equal(begun(new Errands(1, HOLDS), 1, command).until, 1_000 + hold, command.type);
    }
  });

  it('of nobody, which gives a grant back, goes on for as long as the lock could stand', () => {
    const errand = begun(new Errands(1, HOLDS), 1, release(5), 0, NOBODY);
    assert.deepEqual([errand.until, errand.told], [1_000 + LONG, true]);
  });

  it('is found by its number and its asker until it ends', () => {
    const errands = new Errands(1, HOLDS);
    const errand = begun(errands, 7, get(), 0, 70);
    assert.deepEqual([errands.numbered(7), errands.of(70), errands.size], [errand, errand, 1]);
    assert.deepEqual([errands.numbered(70), errands.of(7)], [undefined, undefined]);
    errands.end(errand);
    assert.deepEqual([errands.numbered(7), errands.of(70), errands.size], [undefined, undefined, 0]);
  });

  it('goes on without its client only where it could leave a lock behind', () => {
    for (const [command, goesOn, givesBack] of [
      [acquire(), true, true],
      [put('a', { cookie: 5 }), true, false],
      [release(5), true, false],
      [remove(5), true, false],
      [renew(5), true, false],
      [put('a'), false, false],
      [put('a', { cookie: 0 }), false, false],
      [remove(), false, false],
      [get(), false, false],
      [resetTimeout, false, false],
      [look, false, false],
    ] as const) {
      const errands = new Errands(1, HOLDS);
      const errand = begun(errands, 1, command);
      errand.state = 'sent';
      assert.equal(errands.goesOn(errand, 5_000), goesOn, command.type);
      assert.equal(errand.givenUp, givesBack);
      assert.equal(errand.state, givesBack ? 'held' : 'sent', 'what only gives back is tried at once');
      if (goesOn) assert.equal(errand.until, 5_000 + LONG);
    }
  });
});

describe('open numbers', () => {
  it('are those of the partition, of all that were ever seen', () => {
    const errands = new Errands(3, HOLDS);
    assert.deepEqual(errands.openIn(0), { upTo: 0, open: [] });
    const first = begun(errands, 3, get(), 0);
    begun(errands, 5, get(), 1);
    begun(errands, 6, get(), 0);
    errands.saw(9);
    errands.saw(8);
    assert.deepEqual(
      [0, 1, 2].map((partition) => errands.openIn(partition)),
      [
        { upTo: 9, open: [3, 6] },
        { upTo: 9, open: [5] },
        { upTo: 9, open: [] },
      ],
    );
    errands.end(first);
    assert.deepEqual(errands.openIn(0), { upTo: 9, open: [6] });
  });

  it('stay open while the errand goes on, told or not', () => {
    const errands = new Errands(1, HOLDS);
    const errand = begun(errands, 3, acquire());
    errand.told = true;
    errands.goesOn(errand, 5_000);
    assert.deepEqual(errands.openIn(0).open, [3]);
    assert.deepEqual(errands.all(), [errand]);
  });
});
