import assert from 'node:assert/strict';
import { mock, type TestContext, test } from 'node:test';
import { farewell, type Leaving } from '../../src/wiring/farewell.ts';

const LIMITS = { whole: 60_000, doors: 10_000 };

function leaving(order: string[], drained: () => boolean, closed: Promise<void>): Leaving {
  const note = (what: string) => (): void => void order.push(what);
  return {
    unready: note('unready'),
    drain: note('drain'),
    drained,
    closeDoors: () => {
      order.push('close');
      return closed;
    },
    goodbye: async () => void order.push('goodbye'),
    release: async () => void order.push('release'),
  };
}

function byHand(t: TestContext): void {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
}

/** Promises that depend on no timer are settled when this resolves. */
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

test('serves until all has passed to others, then closes the doors, and says goodbye last', async (t) => {
  byHand(t);
  const order: string[] = [];
  let isDrained = false;
  const done = farewell(
    leaving(order, () => isDrained, Promise.resolve()),
    LIMITS,
  );
  await settle();
  mock.timers.tick(30_000);
  await settle();
  assert.deepEqual(order, ['unready', 'drain']);
  isDrained = true;
  mock.timers.tick(20);
  assert.equal(await done, 'stopped');
  assert.deepEqual(order, ['unready', 'drain', 'close', 'goodbye', 'release']);
});

test('leaves what nobody takes in time, and keeps time for the doors', async (t) => {
  byHand(t);
  const order: string[] = [];
  const done = farewell(
    leaving(order, () => false, Promise.resolve()),
    LIMITS,
  );
  await settle();
  mock.timers.tick(49_999);
  await settle();
  assert.deepEqual(order, ['unready', 'drain']);
  mock.timers.tick(1);
  assert.equal(await done, 'stopped with copies that had not passed to others');
  assert.deepEqual(order, ['unready', 'drain', 'close', 'goodbye', 'release']);
});

test('does not wait for connections beyond its limit', async (t) => {
  byHand(t);
  const order: string[] = [];
  const done = farewell(
    leaving(order, () => true, new Promise(() => {})),
    LIMITS,
  );
  await settle();
  assert.deepEqual(order, ['unready', 'drain', 'close']);
  mock.timers.tick(60_000);
  assert.equal(await done, 'stopped with connections open');
  assert.deepEqual(order.slice(3), ['goodbye', 'release']);
});
