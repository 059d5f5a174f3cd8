import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EPOCH, Office, OfficeMember } from './office.ts';

async function two() {
  const office = new Office();
  const a = new OfficeMember(office, 'a');
  const b = new OfficeMember(office, 'b');
  await a.begin();
  await b.begin();
  await a.news();
  return { office, a, b };
}

describe('the store of a supervised member', () => {
  it('draws incarnations that grow with every process of a member', async () => {
    const office = new Office();
    const first = new OfficeMember(office, 'a');
    assert.equal(await first.begin(), EPOCH);
    first.end();
    assert.equal(await new OfficeMember(office, 'a').begin(), EPOCH + 1);
    assert.equal(await new OfficeMember(office, 'b').begin(), EPOCH);
    assert.deepEqual(office.registered, [`a/${EPOCH + 1}`, `b/${EPOCH}`]);
  });

  it('registers, and is told of all others', async () => {
    const office = new Office();
    const a = new OfficeMember(office, 'a');
    a.coordination.begin(7, a.watcher);
    assert.deepEqual(await a.news(), [['a/7'], 'null!', ['a/7']]);
    const b = new OfficeMember(office, 'b');
    b.coordination.begin(8, b.watcher);
    assert.deepEqual(await a.news(), [['a/7', 'b/8']]);
    a.coordination.tableKnown();
    a.coordination.tableKnown();
    assert.deepEqual(await b.news(), [['a/7', 'b/8'], 'null!', ['a/7', 'b/8'], ['a/7+', 'b/8']]);
    assert.deepEqual(office.memory.members[0], {
      ...{ member: 'a', zone: 'z', address: 'a:7402', version: '1', gatewayOnly: false },
      ...{ incarnation: 7, sawTable: true },
    });
  });

  it('lets one of two swaps win, and tells both what it holds then', async () => {
    const { office, a, b } = await two();
    a.coordination.swap(null, 'of a');
    b.coordination.swap(null, 'of b');
    assert.deepEqual(await a.news(), ['of a', 'of a!']);
    assert.deepEqual(await b.news(), ['of a', 'of a!']);
    b.coordination.swap('of a', 'of b');
    assert.deepEqual(await b.news(), ['of b', 'of b!']);
    assert.deepEqual(await a.news(), ['of b']);
    const { swaps, swapsLost } = b.coordination.counters;
    assert.deepEqual({ swaps, swapsLost }, { swaps: 2, swapsLost: 1 });
    assert.equal(office.memory.table, 'of b');
  });

  it('answers a read with all it holds', async () => {
    const { office, a } = await two();
    office.at = 70;
    a.coordination.read();
    assert.deepEqual(await a.news(), ['null!', [`a/${EPOCH}`, `b/${EPOCH}`]]);
    assert.equal(a.coordination.counters.reads, 2);
    assert.equal(a.coordination.counters.lastSuccess, 70);
  });

  it('tells for fresh only what answers the newest question', async () => {
    const { a, b } = await two();
    a.isDeaf = true;
    a.coordination.swap(null, 'of a');
    a.coordination.read();
    await a.news();
    b.coordination.swap('of a', 'of b');
    await b.news();
    a.coordination.read();
    await a.news();
    const both = [`a/${EPOCH}`, `b/${EPOCH}`];
    a.thaw();
    assert.deepEqual(await a.news(), ['of a', 'of a', 'of a', both, 'of b', 'of b!', both]);
    a.coordination.read();
    a.coordination.swap('of b', 'more');
    assert.deepEqual(await a.news(), ['of b!', both, 'more', 'more!']);
  });

  it('tells nothing within a call', async () => {
    const { a } = await two();
    const c = new OfficeMember(new Office(), 'c');
    let told = 0;
    const count = () => void told++;
    c.coordination.begin(1, { tableSeen: count, membersSeen: count, unreachable: count });
    c.coordination.swap(null, 'x');
    c.coordination.read();
    assert.equal(told, 0);

    a.loseSupervisor();
    await a.news();
    const { failures } = a.coordination.counters;
    a.coordination.read();
    a.coordination.swap(null, 'x');
    assert.equal(a.coordination.counters.failures, failures);
    assert.deepEqual(await a.news(), ['the supervisor is gone', 'the supervisor is gone']);
  });

  it('ends a registration when its process leaves, and when it ends', async () => {
    const { office, a, b } = await two();
    await a.coordination.leave();
    assert.deepEqual(office.registered, [`b/${EPOCH}`]);
    office.pass(20_000, a, b);
    await a.news();
    assert.deepEqual(office.registered, [`b/${EPOCH}`]);
    b.end();
    assert.deepEqual(office.registered, []);
    b.say({ type: 'begin', incarnation: 1, announcement: { member: 'b' } });
    assert.deepEqual(office.registered, []);
  });

  it('says nothing any more when it is closed', async () => {
    const { office, a, b } = await two();
    a.coordination.swap(null, 'x');
    a.coordination.close();
    b.coordination.swap(null, 'x');
    a.coordination.read();
    office.pass(2_000, a);
    assert.deepEqual(await a.news(), []);
    await a.coordination.leave();
  });

  it('passes by what others say on the same channel', async () => {
    const { office, a } = await two();
    for (const message of [{ type: 'dependency', path: 'x' }, null, 'stop', 7, {}, { type: 'stop' }]) a.say(message);
    assert.deepEqual(await a.news(), []);
    assert.deepEqual(office.registered, [`a/${EPOCH}`, `b/${EPOCH}`]);
  });
});

describe('a frozen process', () => {
  it('is no longer registered after five seconds, and is again when it moves', async () => {
    const { office, a, b } = await two();
    a.isFrozen = true;
    office.pass(4_500, b);
    await b.news();
    assert.deepEqual(office.registered, [`a/${EPOCH}`, `b/${EPOCH}`]);
    office.pass(500, b);
    assert.deepEqual(await b.news(), [[`b/${EPOCH}`]]);
    office.pass(60_000, b);
    b.coordination.swap(null, 'meanwhile');
    await b.news();

    a.thaw();
    office.pass(500, a, b);
    assert.deepEqual(await b.news(), [[`b/${EPOCH}`, `a/${EPOCH}`]]);
    const news = await a.news();
    assert.ok(news.includes('meanwhile'));
    assert.deepEqual(news.at(-1), [`b/${EPOCH}`, `a/${EPOCH}`]);
  });

  it('is sent nothing while it is silent', async () => {
    const { office, a, b } = await two();
    a.isFrozen = true;
    office.pass(5_000, b);
    await b.news();
    const before = a.received;
    b.coordination.swap(null, 'first');
    b.coordination.swap('first', 'second');
    b.coordination.tableKnown();
    await b.news();
    assert.equal(a.received, before);
  });

  it('is not registered anew if it had left', async () => {
    const { office, a, b } = await two();
    await a.coordination.leave();
    a.isFrozen = true;
    office.pass(10_000, b);
    await b.news();
    a.thaw();
    office.pass(500, a, b);
    await a.news();
    assert.deepEqual(office.registered, [`b/${EPOCH}`]);
  });

  it('is not taken for one when it was the supervisor that stood still', async () => {
    const { office } = await two();
    office.at += 30_000;
    office.desk.sweep();
    assert.deepEqual(office.registered, [`a/${EPOCH}`, `b/${EPOCH}`]);
    office.pass(4_500);
    assert.deepEqual(office.registered, [`a/${EPOCH}`, `b/${EPOCH}`]);
    office.pass(500);
    assert.deepEqual(office.registered, []);
  });

  it('does not count before it has begun', async () => {
    const office = new Office();
    const a = new OfficeMember(office, 'a');
    office.pass(20_000);
    await a.begin();
    assert.deepEqual(office.registered, [`a/${EPOCH}`]);
    assert.deepEqual(office.logged, []);
  });
});

describe('a supervisor that does not answer', () => {
  const PATIENCE = 1_000;

  it('is unreachable after a while, and its late answers are dropped', async () => {
    const { office, a, b } = await two();
    const silent = 'the supervisor does not answer';
    a.isDeaf = true;
    a.coordination.read();
    a.coordination.swap(null, 'x');
    office.pass(PATIENCE - 500, a, b);
    assert.deepEqual(await a.news(), []);
    office.pass(500, a, b);
    assert.deepEqual(await a.news(), [silent, silent]);
    assert.deepEqual(office.logged, [silent]);
    a.thaw();
    assert.deepEqual(await a.news(), ['x']);
    assert.equal(a.coordination.counters.failures, 2);
    assert.deepEqual(office.logged, [silent, 'the supervisor answers again']);
  });

  it('keeps nobody from leaving', async () => {
    const { office, a } = await two();
    a.isDeaf = true;
    let hasLeft = false;
    const leaving = a.coordination.leave().then(() => {
      hasLeft = true;
    });
    await a.news();
    assert.equal(hasLeft, false);
    office.pass(PATIENCE, a);
    await leaving;
    assert.ok(hasLeft);
  });

  it('is not asked for ever', async () => {
    const office = new Office();
    const a = new OfficeMember(office, 'a');
    await a.begin();
    a.isDeaf = true;
    const before = a.sent;
    for (let i = 0; i < 1_000; i++) a.coordination.swap(null, `${i}`);
    assert.equal(a.sent - before, 64);
    const told = await a.news();
    assert.equal(told.length, 1_000 - 64);
    a.thaw();
    await a.news();
    a.coordination.read();
    assert.deepEqual(await a.news(), ['0!', [`a/${EPOCH}`]]);
  });

  it('ends its members when it is gone', async () => {
    const { a, b } = await two();
    a.coordination.read();
    a.loseSupervisor();
    assert.deepEqual(await a.news(), ['the supervisor is gone']);
    assert.deepEqual(a.ends, ['supervisor-lost']);
    await a.coordination.leave();
    const late: string[] = [];
    a.link.onClusterEnd((why) => late.push(why));
    assert.deepEqual(late, ['supervisor-lost']);
    assert.deepEqual(b.ends, []);
  });
});
