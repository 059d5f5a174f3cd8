import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fakeOf, fakeWorld } from './fake-world.ts';

/** Kinds of what `a` heard of `b`, from the first of `since` on. */
function linesOf(world: ReturnType<typeof fakeWorld>, id: string, peer: string): string[] {
  return fakeOf(world, id)
    .heard.filter((input) => (input.type === 'line-up' || input.type === 'line-down') && input.peer.member === peer)
    .map(({ type }) => type);
}

describe('a line', () => {
  it('is made by itself, and told to both ends', () => {
    const world = fakeWorld(['a', 'b']);
    world.runUntil(world.now + 1_000);
    assert.deepEqual(linesOf(world, 'a', 'b'), ['line-up']);
    assert.deepEqual(linesOf(world, 'b', 'a'), ['line-up']);
    assert.ok(fakeOf(world, 'a').messages > 10);
  });

  it('keeps the order however much delays vary', () => {
    const world = fakeWorld(['a', 'b', 'c'], { network: { delay: [0, 900], tailShare: 0.2, tail: 3_000 } });
    // The stand-ins hold the host to it: a message out of order, or left out, throws.
    world.runUntil(60_000);
    assert.ok(fakeOf(world, 'a').messages > 1_000);
    assert.equal(fakeOf(world, 'a').lines, 2);
  });

  it('loses what was sent last when it breaks, at both ends, and nothing comes after its end was told', () => {
    const world = fakeWorld(['a', 'b'], { network: { delay: [50, 150] } });
    let lost = 0;
    for (let round = 0; round < 200; round++) {
      world.runUntil(world.now + 50 + (round % 7) * 60);
      const before = world.network.inFlight('a', 'b');
      if (world.network.breakLine('a', 'b')) lost += before - world.network.inFlight('a', 'b');
    }
    world.runUntil(world.now + 2_000);
    assert.ok(lost > 20, `${lost} messages were lost`);
    for (const id of ['a', 'b']) assert.ok(fakeOf(world, id).lines > 50);
  });

  it('holds what a short cut keeps back, and goes on', () => {
    const world = fakeWorld(['a', 'b']);
    const { messages } = fakeOf(world, 'b');
    world.network.cut('a', 'b');
    world.runUntil(world.now + 900);
    assert.ok(world.network.inFlight('a', 'b') > 5);
    assert.ok(fakeOf(world, 'b').messages - messages <= 8, 'what was under way may have come before the cut');
    world.network.heal('a', 'b');
    world.runUntil(world.now + 500);
    assert.deepEqual(linesOf(world, 'b', 'a'), ['line-up']);
    assert.ok(fakeOf(world, 'b').messages - messages > 12);
  });

  it('is dead to both after a cut of seconds, one way or both, and made anew when the way is free', () => {
    for (const both of [false, true]) {
      const world = fakeWorld(['a', 'b']);
      const cutAt = world.now;
      world.network.cut('a', 'b');
      if (both) world.network.cut('b', 'a');
      world.runUntil(cutAt + 900);
      assert.deepEqual(linesOf(world, 'a', 'b'), ['line-up']);
      world.runUntil(cutAt + 6_000);
      assert.deepEqual(linesOf(world, 'a', 'b'), ['line-up', 'line-down']);
      assert.deepEqual(linesOf(world, 'b', 'a'), ['line-up', 'line-down']);
      world.network.healAll();
      world.runUntil(world.now + 1_000);
      assert.ok(world.network.standsBetween('a', 'b'));
      assert.deepEqual(linesOf(world, 'a', 'b'), ['line-up', 'line-down', 'line-up']);
    }
  });

  it('breaks at once when the peer is killed, after a while when its machine dies or it is paused', () => {
    const heardAfter = (harm: (world: ReturnType<typeof fakeWorld>) => void): number => {
      const world = fakeWorld(['a', 'b']);
      const at = world.now;
      harm(world);
      assert.ok(world.settle(() => linesOf(world, 'a', 'b').length === 2, 10_000));
      return world.now - at;
    };
    assert.ok(heardAfter((world) => world.crash('b')) < 100);
    assert.ok(heardAfter((world) => world.crash('b', { quietly: true })) >= 1_000);
    assert.ok(heardAfter((world) => world.pause('b')) >= 1_000);
    assert.ok(heardAfter((world) => world.suspend('b', 60_000)) >= 1_000);
  });

  it('of a paused process is found dead by it when it goes on, after what had come', () => {
    const world = fakeWorld(['a', 'b']);
    world.pause('b');
    const { messages } = fakeOf(world, 'b');
    world.runUntil(world.now + 10_000);
    assert.equal(fakeOf(world, 'b').messages, messages);
    world.resume('b');
    world.runUntil(world.now + 2_000);
    assert.ok(fakeOf(world, 'b').messages > messages);
    assert.deepEqual(linesOf(world, 'b', 'a'), ['line-up', 'line-down', 'line-up']);
  });

  it('to a restarted process is another line', () => {
    const world = fakeWorld(['a', 'b']);
    world.restart('b');
    world.runUntil(world.now + 8_000);
    const ups = fakeOf(world, 'a').told('line-up');
    assert.deepEqual(
      ups.map(({ peer }) => peer.incarnation),
      [1, 2],
    );
    assert.ok(world.network.standsBetween('a', 'b'));
  });

  it('delivers everything that a process sent which ends in order', () => {
    for (let seed = 0; seed < 20; seed++) {
      const world = fakeWorld(['a', 'b'], { seed, network: { delay: [100, 400] } });
      world.runUntil(world.now + 1_000);
      const [underWay, { messages }] = [world.network.inFlight('b', 'a'), fakeOf(world, 'a')];
      world.drain('b');
      world.settle(() => world.process('b').over, 1_000);
      world.runUntil(world.now + 2_000);
      assert.ok(fakeOf(world, 'a').messages >= messages + underWay);
      assert.equal(linesOf(world, 'a', 'b').length, 2);
    }
  });

  it('brings some messages twice when told to, and only those that may', () => {
    const world = fakeWorld(['a', 'b']);
    const { messages } = fakeOf(world, 'a');
    world.runUntil(world.now + 20_000);
    const once = fakeOf(world, 'a').messages - messages;
    world.network.repeated = 1;
    world.runUntil(world.now + 20_000);
    // Of the four of each round, heartbeat and answer are repeated, and each repeated heartbeat is answered.
    const more = (fakeOf(world, 'a').messages - messages - once) / once;
    assert.ok(more > 1.6 && more < 2.3, `${more} times as many`);
  });

  it('lets a test choose the message it breaks at, which is lost with all behind it, and none before it', () => {
    const world = fakeWorld(['a', 'b'], { network: { delay: [50, 150] } });
    const fake = fakeOf(world, 'b');
    const sent: string[] = [];
    world.network.sift('a', 'b', (message) => {
      sent.push(message.type);
      if (sent.length < 10) return message;
      world.network.sift('a', 'b', null);
      world.network.breakLine('a', 'b', 'nothing');
      return null;
    });
    const underWay = world.network.inFlight('a', 'b');
    const { messages } = fake;
    assert.ok(world.settle(() => linesOf(world, 'b', 'a').length === 2, 5_000));
    assert.equal(sent.length, 10);
    assert.equal(fake.messages - messages, underWay + 9);
    assert.ok(world.settle(() => world.network.standsBetween('a', 'b'), 5_000));
  });

  it('lets a test change a message on its way', () => {
    const world = fakeWorld(['a', 'b']);
    // Stand-ins hold the host to the order of what they send: a number out of turn throws.
    world.network.sift('a', 'b', (message) => (message.type === 'cancel' ? { ...message, number: 0 } : message));
    assert.throws(() => world.runUntil(world.now + 1_000), /messages come in order/);
    const healed = fakeWorld(['a', 'b']);
    healed.network.sift('a', 'b', () => assert.fail('nothing is looked at any more'));
    healed.network.healAll();
    healed.runUntil(healed.now + 1_000);
    assert.ok(fakeOf(healed, 'b').messages > 10);
  });
});
