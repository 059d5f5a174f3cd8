import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SCENES } from './every-role.ts';
import { happening } from './happening.ts';

/** Whatever is not listed comes to nothing: nothing is sent, told or traced, and the member is what it was. */
const NOTHING = 'nothing';

const GROWS = 'last 1.3 -> 1.4, sessions 3 -> 4, another digest';
const TAIL_GROWS = 'tail 3 -> 4, records 3 -> 4';
const IS_EMPTIED = 'sessions 3 -> 0, in step true -> false, another digest, tail 3 -> 0, records 3 -> 0';
const BEGINS = 'last none -> 1.3, committed none -> 0, sessions none -> 1, in step none -> false, another digest';
const BEGINS_WITH_NOTHING = BEGINS.replace('1.3', '0.0').replace('none -> 1', 'none -> 0');
const ASTRAY_NOWHERE = 'a: astray at 0.0, not whole: -';
const ASTRAY_EMPTY = 'a: astray at 0.0, not whole: 0.0';
const ASTRAY_HALF = 'a: astray at 1.3, not whole: 1.3';
const HEARD = 'traces goodbye-heard';
const ALL_TOLD = 'tells 1 stored, tells 2 stored, tells 3 stored';
const ALL_COMMITTED = 'committed 0 -> 3, in step false -> true, heldAnswers 3 -> 0, errands 3 -> 0';

/** Every message that a primary could send to a copy, of its reign. */
function anyReplicate(answer: string): Record<string, string> {
  const names = ['in step', 'of nothing', 'again', 'of another link', 'with another digest', 'to a copy further on'];
  names.push('that takes back', 'that takes back too much', 'that closes numbers');
  return Object.fromEntries(names.map((name) => [`replicate ${name}`, answer]));
}

const EXPECTED: Readonly<Record<keyof typeof SCENES, Readonly<Record<string, string>>>> = {
  'a replica': {
    'replicate in step': `a: replicated 1.4, last 1.3 -> 1.4, committed 2 -> 3, sessions 3 -> 4, another digest, ${TAIL_GROWS}`,
    'replicate of nothing': 'a: replicated 1.3, but otherwise, committed 2 -> 3',
    'replicate again': 'a: astray at 1.3: 1.2 1.3',
    'replicate of another link': `a: replicated 1.4, last 1.3 -> 1.4, committed 2 -> 3, sessions 3 -> 4, another digest, ${TAIL_GROWS}`,
    'replicate with another digest': `a: replicated 1.4, but otherwise, last 1.3 -> 1.4, committed 2 -> 3, sessions 3 -> 4, another digest, ${TAIL_GROWS}`,
    'replicate to a copy further on': 'a: astray at 1.3: 1.2 1.3',
    'replicate that takes back': 'a: replicated 1.2, but otherwise, last 1.3 -> 1.2, tail 3 -> 2, records 3 -> 2',
    'replicate that takes back too much': 'a: astray at 1.3: 1.2 1.3',
    'replicate that closes numbers': 'a: replicated 1.3, but otherwise, committed 2 -> 3, records 3 -> 1',
    // A newer table, unknown here, does not name it any more: else it is never emptied.
    'catch-up under a newer table': `a: caught-up 1, role replica -> filling, committed 2 -> 0, ${IS_EMPTIED.replace('3 -> 0', '3 -> 1')}`,
    'catch-up out of turn': `role replica -> filling, last 1.3 -> 0.0, committed 2 -> 0, ${IS_EMPTIED}`,
    'catch-up of another fill': `role replica -> filling, last 1.3 -> 0.0, committed 2 -> 0, ${IS_EMPTIED}`,
    goodbye: `${HEARD}, traces asked-to-take-over, asks for another table`,
    'goodbye of another reign': HEARD,
  },
  'a replica that is not whole': {
    ...anyReplicate(ASTRAY_EMPTY),
    'catch-up under a newer table':
      'a: caught-up 1, role replica -> filling, last 0.0 -> 1.3, sessions 0 -> 1, another digest',
    'catch-up out of turn': 'role replica -> filling',
    'catch-up of another fill': 'role replica -> filling',
    goodbye: HEARD,
    'goodbye of another reign': HEARD,
  },
  'no copy': {
    ...anyReplicate(ASTRAY_NOWHERE),
    'catch-up': `a: caught-up 1, role none -> filling, ${BEGINS}`,
    'catch-up under a newer table': `a: caught-up 1, role none -> filling, ${BEGINS}`,
    'catch-up out of turn': `role none -> filling, ${BEGINS_WITH_NOTHING}`,
    'catch-up of another fill': `role none -> filling, ${BEGINS_WITH_NOTHING}`,
    goodbye: HEARD,
    'goodbye of another reign': HEARD,
  },
  'a copy half filled': {
    ...anyReplicate(ASTRAY_HALF),
    'catch-up': 'a: caught-up 2, committed 0 -> 3, sessions 1 -> 2, another digest',
    'catch-up under a newer table': 'a: caught-up 1',
    abandon:
      'role filling -> none, last 1.3 -> none, committed 0 -> none, sessions 1 -> none, in step false -> none, another digest',
    goodbye: HEARD,
    'goodbye of another reign': HEARD,
  },
  'a copy filled': {
    'replicate in step': `a: replicated 1.4, ${GROWS}, tail 0 -> 1, records 0 -> 1`,
    'replicate of nothing': 'a: replicated 1.3, but otherwise',
    'replicate again': 'a: astray at 1.3: 1.3',
    'replicate of another link': `a: replicated 1.4, ${GROWS}, tail 0 -> 1, records 0 -> 1`,
    'replicate with another digest': `a: replicated 1.4, but otherwise, ${GROWS}, tail 0 -> 1, records 0 -> 1`,
    'replicate to a copy further on': 'a: astray at 1.3: 1.3',
    'replicate that takes back': 'a: astray at 1.3: 1.3',
    'replicate that takes back too much': 'a: astray at 1.3: 1.3',
    'replicate that closes numbers': 'a: replicated 1.3, but otherwise',
    'catch-up': 'a: caught-up 1, sessions 3 -> 1, in step true -> false, another digest',
    'catch-up under a newer table': 'a: caught-up 1, sessions 3 -> 1, in step true -> false, another digest',
    abandon:
      'role filling -> none, last 1.3 -> none, committed 3 -> none, sessions 3 -> none, in step true -> none, another digest',
    goodbye: HEARD,
    'goodbye of another reign': HEARD,
  },
  'a primary': {
    replicated: `${ALL_TOLD}, ${ALL_COMMITTED}`,
    'replicated in part': 'tells 1 stored, committed 0 -> 1, heldAnswers 3 -> 2, errands 3 -> 2',
    'replicated, but otherwise': 'traces digest-mismatch',
    'astray behind': 'a: replicate after 1.1: 1.2 1.3 with 2, traces realigned',
    'astray ahead': 'a: replicate after 0.4 back to 1.3: - with 0, traces ahead-mended',
    'astray for good': 'traces refill-wanted',
    'astray, not whole': 'traces refill-wanted',
    goodbye: HEARD,
    'goodbye of another reign': HEARD,
  },
  'a primary that waits': {
    'hand-over': 'traces handover-heard, acts 1500 -> 0',
    goodbye: HEARD,
    'goodbye of another reign': HEARD,
  },
  'a primary that fills': {
    'caught-up': 'a: catch-up 2',
    goodbye: HEARD,
    'goodbye of another reign': HEARD,
  },
  'a primary that has filled': {
    replicated: 'traces catch-up-done',
    'replicated in part': 'traces catch-up-done',
    'replicated, but otherwise': 'traces digest-mismatch',
    'astray behind': 'traces refill-wanted',
    'astray ahead': 'a: replicate after 0.4 back to 1.3: 1.4 with 1, traces ahead-mended',
    'astray for good': 'traces refill-wanted',
    'astray, not whole': 'traces refill-wanted',
    goodbye: HEARD,
    'goodbye of another reign': HEARD,
  },
};

for (const [role, makeScene] of Object.entries(SCENES)) {
  const expected = EXPECTED[role as keyof typeof SCENES];
  describe(`${role}, told`, () => {
    const names = Object.keys(makeScene().messages);
    for (const name of names) {
      const comes = expected[name] ?? NOTHING;
      it(`${name}: ${comes}`, () => assert.equal(happening(makeScene(), name), comes));
    }
    it('was told all that is listed', () => {
      assert.deepEqual(
        Object.keys(expected).filter((name) => !names.includes(name)),
        [],
      );
    });
  });
}
