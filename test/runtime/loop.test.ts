import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Instant, NEVER } from '../../src/base/instant.ts';
import {
  type Answerable,
  type Asker,
  type Clock,
  type Command,
  type Input,
  type MemberEffects,
  makeKey,
  NOBODY,
  type Outcome,
  type Request,
} from '../../src/member/door.ts';
import { type Core, Loop, type LoopObserver } from '../../src/runtime/loop.ts';

const KEY = makeKey(new TextEncoder().encode('app/1'));
const LOOK: Command = { type: 'describe' };
const ACQUIRE: Command = { type: 'getExclusive', wait: 0, lockLease: 1_000 };
const MISSING: Outcome = { type: 'missing' };

function grant(cookie: number): Outcome {
  return {
    type: 'found',
    content: new Uint8Array(1),
    timeoutMinutes: 20,
    flagTaken: false,
    cookie,
    lockLease: 1_000,
    again: false,
    versionMemory: 1,
    versionSequence: 1,
  };
}

/** Keeps every input, and answers only when told to, or by `reply`. */
class FakeCore implements Core {
  readonly inputs: Input[] = [];
  readonly sources = { indexOf: () => 7 };
  wake: Instant = NEVER;
  reply: ((request: Request) => Outcome) | null = null;
  effects: MemberEffects | null = null;

  readonly turns: string[] = [];

  beginTurn(at: Instant, wall: number): void {
    this.turns.push(`begin ${at} ${wall}`);
  }
  endTurn(at: Instant): void {
    this.turns.push(`end ${at}`);
  }
  step(input: Input, _at: Instant, effects: MemberEffects): void {
    this.inputs.push(input);
    this.effects = effects;
    if (input.type === 'tick') this.wake = NEVER;
    if (input.type === 'request' && this.reply !== null) effects.answer(input.asker, this.reply(input));
  }
  wakeAt(): Instant {
    return this.wake;
  }
  types(): string[] {
    return this.inputs.map((input) => input.type);
  }
}

class FakeClock implements Clock {
  at = 0;
  now(): Instant {
    return this.at;
  }
  wallTime(): number {
    return this.at;
  }
}

function world() {
  const core = new FakeCore();
  const clock = new FakeClock();
  const counted: string[] = [];
  const observer: LoopObserver = {
    count: (door, command, outcome, latency) => counted.push(`${door} ${command} ${outcome} ${latency}`),
    trace: () => {},
    stop: (reason) => counted.push(`stop ${reason}`),
  };
  const swaps: unknown[] = [];
  const sent: string[] = [];
  const loop = new Loop(
    core,
    clock,
    { swap: (expected, next) => swaps.push([expected, next]), read: () => swaps.push('read') },
    {
      send: ({ member }, { type }) => sent.push(`${member} ${type}`),
      flush: () => sent.push('flush'),
    },
    observer,
  );
  return { core, clock, counted, loop, swaps, sent, door: loop.entranceFor('gateway') };
}

/** One turn runs in the check phase of Node's loop; what it queues for a further turn runs in the next. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function heard(): Answerable & { outcomes: string[] } {
  const outcomes: string[] = [];
  return { outcomes, answer: (outcome) => outcomes.push(outcome.type) };
}

test('steps nothing inside submit, then everything in order of arrival in one turn, and flushes after the last step', async () => {
  const { core, door } = world();
  core.reply = () => MISSING;
  const order: string[] = [];
  const askers = [1, 2, 3].map((n) => door.enlist({ answer: () => order.push(`answer ${n}`) }));
  for (const asker of askers) door.submit(asker, 7, KEY, LOOK, null);
  door.flushAtEndOfTurn({ flush: () => order.push('flush') });
  assert.deepEqual(core.inputs, []);
  await turn();
  assert.deepEqual(order, ['answer 1', 'answer 2', 'answer 3', 'flush']);
});

test('puts a turn off for one round while connections are accepted, and for no longer than 5 ms', async () => {
  const { core, clock, door } = world();
  core.reply = () => MISSING;
  const client = heard();
  const asker = door.enlist(client);
  door.submit(asker, 7, KEY, LOOK, null);
  door.accepted();
  await turn();
  assert.deepEqual(client.outcomes, [], 'there may be another one to accept');
  await turn();
  assert.deepEqual(client.outcomes, ['missing'], 'there was none');
  door.submit(asker, 7, KEY, LOOK, null);
  for (let ms = 1; ms <= 4; ms++) {
    clock.at = ms;
    door.accepted();
    await turn();
    assert.deepEqual(client.outcomes, ['missing']);
  }
  clock.at = 5;
  door.accepted();
  await turn();
  assert.deepEqual(client.outcomes, ['missing', 'missing']);
});

test('runs in the same turn what is submitted while answering', async () => {
  const { core, door } = world();
  core.reply = () => MISSING;
  let left = 3;
  const order: string[] = [];
  const asker: Asker = door.enlist({
    answer: () => {
      order.push('answer');
      if (--left > 0) door.submit(asker, 7, KEY, LOOK, null);
    },
  });
  door.submit(asker, 7, KEY, LOOK, null);
  door.flushAtEndOfTurn({ flush: () => order.push('flush') });
  await turn();
  assert.deepEqual(order, ['answer', 'answer', 'answer', 'flush']);
});

test('counts each answer with the time since its request came', async () => {
  const { core, clock, counted, door } = world();
  const asker = door.enlist(heard());
  clock.at = 10;
  door.submit(asker, 7, KEY, LOOK, null);
  await turn();
  clock.at = 35;
  door.flushAtEndOfTurn({ flush: () => {} });
  await turn();
  core.effects?.answer(asker, MISSING);
  assert.deepEqual(counted, ['gateway describe missing 25']);
});

test('a lock granted to an asker who left meanwhile is given back', async () => {
  const { core, door } = world();
  const left = heard();
  const asker = door.enlist(left);
  door.submit(asker, 7, KEY, ACQUIRE, null);
  await turn();
  door.dismiss(asker);
  await turn();
  assert.deepEqual(core.types(), ['request', 'cancel']);
  core.effects?.answer(asker, grant(5));
  await turn();
  const last = core.inputs.at(-1);
  assert.ok(last?.type === 'request');
  assert.equal(last.asker, NOBODY);
  assert.deepEqual(last.command, { type: 'releaseExclusive', cookie: 5 });
  assert.equal(last.key, KEY);
  assert.deepEqual(left.outcomes, []);
});

test('a place is not given to another before its request is answered', async () => {
  const { core, door } = world();
  const first = door.enlist(heard());
  door.submit(first, 7, KEY, LOOK, null);
  await turn();
  door.dismiss(first);
  const other = heard();
  const second = door.enlist(other);
  core.effects?.answer(first, MISSING);
  assert.deepEqual(other.outcomes, []);
  door.submit(second, 7, KEY, LOOK, null);
  core.effects?.answer(second, MISSING);
  assert.deepEqual(other.outcomes, ['missing']);
  assert.throws(() => core.effects?.answer(second, MISSING), /answered once/);
});

test('one request under way per asker, and none by the dismissed', () => {
  const { door } = world();
  const asker = door.enlist(heard());
  door.submit(asker, 7, KEY, LOOK, null);
  assert.throws(() => door.submit(asker, 7, KEY, LOOK, null), /one request under way/);
  const gone = door.enlist(heard());
  door.dismiss(gone);
  assert.throws(() => door.dismiss(gone), /dismissed once/);
});

test('ticks when something is due, before the requests of the same turn', async () => {
  const { core, clock, loop, door } = world();
  core.wake = 50;
  clock.at = 60;
  core.reply = () => MISSING;
  door.submit(door.enlist(heard()), 7, KEY, LOOK, null);
  await turn();
  assert.deepEqual(core.types(), ['tick', 'request']);
  loop.tell({ type: 'drain' });
  loop.clockMoved();
  await turn();
  assert.deepEqual(core.types().slice(2), ['drain', 'tick']);
  loop.dropTimer();
});

test('sends what a turn has for others when it is over, before bytes leave through the doors', async () => {
  const { core, loop, sent, counted, door } = world();
  core.reply = () => MISSING;
  door.submit(
    door.enlist({
      answer: () => {
        core.effects?.send({ member: 'b', incarnation: 2 }, { type: 'table', document: '' });
        door.flushAtEndOfTurn({ flush: () => sent.push('door') });
      },
    }),
    7,
    KEY,
    LOOK,
    null,
  );
  await turn();
  assert.deepEqual(sent, ['b table', 'flush', 'door']);
  loop.tell({ type: 'line-up', peer: { member: 'b', incarnation: 2 } });
  await turn();
  assert.deepEqual(core.types(), ['request', 'line-up']);
  core.effects?.stop('over');
  assert.equal(counted.at(-1), 'stop over');
});

test('goes on by itself, turn by turn, while there is more to do at once', async () => {
  const { core, clock, loop } = world();
  clock.at = 100;
  let portions = 3;
  core.step = (input, _at, effects) => {
    core.effects = effects;
    core.inputs.push(input);
    core.wake = --portions > 0 ? clock.at : NEVER;
  };
  loop.clockMoved();
  while (portions > 0) await turn();
  assert.deepEqual(core.types(), ['tick', 'tick', 'tick']);
});

test('steps thousands of inputs over several turns, in order, with writes in between', async () => {
  const { core, door } = world();
  const order: string[] = [];
  core.reply = (request) => {
    order.push(String(request.number));
    return MISSING;
  };
  for (let i = 0; i < 5_000; i++) door.submit(door.enlist(heard()), 7, KEY, LOOK, null);
  door.flushAtEndOfTurn({ flush: () => order.push('flush') });
  await turn();
  assert.equal(order.at(-1), 'flush');
  assert.ok(order.length < 5_001, 'all in one turn');
  await turn();
  const numbers = order.filter((entry) => entry !== 'flush');
  assert.deepEqual(
    numbers,
    Array.from({ length: 5_000 }, (_, i) => String(i + 1)),
  );
});

test('what is seen in the store is told to the core in the coming turn, and what it proposes goes to the store', async () => {
  const { core, loop, swaps } = world();
  loop.tell({ type: 'table-seen', document: null, fresh: true });
  assert.deepEqual(core.inputs, []);
  await turn();
  assert.deepEqual(core.types(), ['table-seen']);
  core.effects?.propose(null, 'first');
  core.effects?.readStore();
  assert.deepEqual(swaps, [[null, 'first'], 'read']);
  assert.deepEqual(core.turns, ['begin 0 0', 'end 0']);
});

test('what belongs to an input is called right before its step, and not for another', async () => {
  const { core, loop } = world();
  const order: string[] = [];
  core.step = (input) => order.push(input.type);
  loop.tell({ type: 'line-down', peer: { member: 'b', incarnation: 1 } });
  loop.tell({ type: 'store-unreachable' });
  loop.tell({ type: 'line-up', peer: { member: 'b', incarnation: 1 } }, () => order.push('before'));
  loop.tell({ type: 'leave' });
  assert.deepEqual(order, []);
  await turn();
  loop.tell({ type: 'leave' });
  await turn();
  assert.deepEqual(order, ['line-down', 'store-unreachable', 'before', 'line-up', 'leave', 'leave']);
});

test('a lock that the first try of a request may have heard of is not given back for its repeat', async () => {
  const { core, door } = world();
  const asker = door.enlist(heard());
  door.submit(asker, 7, KEY, ACQUIRE, 'mine');
  await turn();
  door.dismiss(asker);
  await turn();
  const granted = grant(5);
  assert.ok(granted.type === 'found');
  core.effects?.answer(asker, { ...granted, again: true });
  await turn();
  assert.deepEqual(core.types(), ['request', 'cancel']);
});
