import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DeadlineWheel, type WheelLinks } from '../../src/base/deadline-wheel.ts';
import { NEVER } from '../../src/base/instant.ts';

const SECOND = 1_000;
const DAY = 86_400 * SECOND;
const IDS = 40;

function links(): WheelLinks {
  const [next, previous, filed] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  return {
    next: (id) => next.get(id) ?? 0,
    setNext: (id, to) => next.set(id, to),
    previous: (id) => previous.get(id) ?? 0,
    setPrevious: (id, to) => previous.set(id, to),
    filed: (id) => filed.get(id) ?? 0,
    setFiled: (id, to) => filed.set(id, to),
  };
}

type Act =
  | { type: 'file'; id: number; ahead: number }
  | { type: 'later'; id: number; by: number }
  | { type: 'remove'; id: number }
  | { type: 'pass'; time: number; budget: number };

const span = fc.oneof(
  fc.integer({ min: 0, max: 3 * SECOND }),
  fc.integer({ min: 0, max: 70 * SECOND }),
  fc.integer({ min: 0, max: 2 * 3_600 * SECOND }),
  fc.integer({ min: 0, max: 400 * DAY }),
);
const id = fc.integer({ min: 0, max: IDS - 1 });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ type: fc.constant('file' as const), id, ahead: fc.oneof(span, fc.constant(NEVER)) }),
  fc.record({ type: fc.constant('later' as const), id, by: span }),
  fc.record({ type: fc.constant('remove' as const), id }),
  fc.record({ type: fc.constant('pass' as const), time: span, budget: fc.integer({ min: 1, max: 50 }) }),
);

test('hands out every id after its deadline, within two seconds of it, and never before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: DAY }), fc.array(act, { maxLength: 120 }), (start, acts) => {
      const deadlines = new Array<number>(IDS).fill(NEVER);
      const filed = new Set<number>();
      const wheel = new DeadlineWheel(links(), (i) => deadlines[i] as number);
      let now = start;
      for (const next of acts) {
        if (next.type === 'file') {
          deadlines[next.id] = now + next.ahead;
          wheel.file(next.id, now);
          if (next.ahead === NEVER) filed.delete(next.id);
          else filed.add(next.id);
        } else if (next.type === 'later') {
          deadlines[next.id] = (deadlines[next.id] as number) + next.by;
        } else if (next.type === 'remove') {
          wheel.remove(next.id);
          filed.delete(next.id);
        } else {
          now += next.time;
          let left: number;
          do {
            left = wheel.advance(now, next.budget, (due) => {
              assert.ok((deadlines[due] as number) < now, 'due only after its deadline');
              assert.ok(filed.delete(due), 'due only if filed, and once');
            });
          } while (left === 0);
          for (const waiting of filed) {
            assert.ok((deadlines[waiting] as number) >= now - 2 * SECOND, `${waiting} is overdue`);
          }
        }
        // One whose deadline became NEVER stays until it comes up, and is dropped then.
        for (const waiting of filed) assert.ok(wheel.has(waiting));
      }
    }),
    { numRuns: 300 },
  );
});

test('touches no more ids in one call than its budget', () => {
  const wheel = new DeadlineWheel(links(), () => 5 * SECOND);
  for (let i = 0; i < 1_000; i++) wheel.file(i, 0);
  const portions: number[] = [];
  for (let left = 0; left === 0; ) {
    let portion = 0;
    left = wheel.advance(10 * SECOND, 300, () => portion++);
    portions.push(portion);
  }
  assert.deepEqual(portions, [300, 300, 300, 100]);
});
