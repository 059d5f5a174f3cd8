import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { status } from '@grpc/grpc-js';
import { FakeCluster, held, holder, process, startDoor } from './cluster-harness.ts';
import { operatorOf, refusal, withOthers } from './operators.ts';

describe('Drain', () => {
  it('of the member asked begins at once, and is the same when repeated', async (t) => {
    const view = new FakeCluster();
    const client = await operatorOf(t, view);
    assert.deepEqual(await client.call('Drain', { member: 'a' }), { draining: holder('a') });
    view.adopt({ type: 'draining', holder: holder('a') });
    assert.deepEqual(await client.call('Drain', { member: 'a', incarnation: 1 }), { draining: holder('a') });
    assert.deepEqual(view.drains, ['a', 'a']);
  });

  it('of another is handed on to it', async (t) => {
    const view = new FakeCluster();
    const { b, c } = await withOthers(t, view);
    const { client } = await startDoor(t, view, { operatorTokens: ['operator'] });
    assert.deepEqual(await client.call('Drain', { member: 'b' }, 'operator'), { draining: holder('b') });
    assert.deepEqual([view.drains, b.drains, c.drains], [[], ['b'], []]);
  });

  it('is handed on with a token that the other knows', async (t) => {
    const view = new FakeCluster();
    const { b, c } = await withOthers(t, view, ['old', 'new']);
    const client = await operatorOf(t, view, ['old', 'new']);
    assert.deepEqual(await client.call('Drain', { member: 'b' }, 'new'), { draining: holder('b') });
    await refusal(client.call('Drain', { member: 'c' }), 'OPERATORS_ONLY', status.PERMISSION_DENIED);
    assert.deepEqual([view.drains, b.drains, c.drains], [[], ['b'], []]);
  });

  it('is not handed on by who knows no token to one that asks for it', async (t) => {
    const view = new FakeCluster();
    const { b } = await withOthers(t, view, ['operator']);
    const client = await operatorOf(t, view);
    await refusal(client.call('Drain', { member: 'b' }), 'OPERATORS_ONLY', status.PERMISSION_DENIED);
    assert.deepEqual(b.drains, []);
  });

  it('is handed on with that member’s own answer', async (t) => {
    const view = new FakeCluster();
    const { b } = await withOthers(t, view);
    b.adopt({ type: 'draining', holder: holder('c') });
    const client = await operatorOf(t, view);
    const details = await refusal(client.call('Drain', { member: 'b' }), 'ANOTHER_DRAINS');
    assert.equal(details, 'c#1 is draining; one member drains at a time');
    assert.deepEqual(b.drains, []);
  });

  it('is handed on once, and to the process it was meant for', async (t) => {
    const view = new FakeCluster();
    const { c } = await withOthers(t, view);
    // Where b was, c listens now.
    const [, , third] = view.list;
    view.list[1] = process('b', 1, { address: third?.address ?? '' });
    const client = await operatorOf(t, view);
    const details = await refusal(client.call('Drain', { member: 'b' }), 'MEMBER_UNREACHABLE', status.UNAVAILABLE);
    assert.match(details, /^b at .* cannot be asked \(c answers there\)/);
    // It has restarted meanwhile.
    c.self = process('c', 2);
    await refusal(client.call('Drain', { member: 'c' }), 'OTHER_INCARNATION');
    assert.deepEqual(c.drains, []);
  });

  it('of who cannot be reached, or is not there, says so', async (t) => {
    const view = new FakeCluster();
    view.list[1] = process('b', 1, { address: '127.0.0.1:1' });
    const client = await operatorOf(t, view);
    const unreachable = await refusal(client.call('Drain', { member: 'b' }), 'MEMBER_UNREACHABLE', status.UNAVAILABLE);
    assert.match(unreachable, /^b at 127\.0\.0\.1:1 cannot be asked \(.*ECONNREFUSED/);
    view.lose('b');
    const gone = await refusal(client.call('Drain', { member: 'b' }), 'MEMBER_UNREACHABLE', status.UNAVAILABLE);
    assert.match(gone, /it is not registered/);
    await refusal(client.call('Drain', { member: 'x' }), 'MEMBER_UNKNOWN', status.NOT_FOUND);
  });

  it('of an incarnation is not done to another', async (t) => {
    const view = new FakeCluster();
    await withOthers(t, view);
    const client = await operatorOf(t, view);
    await refusal(client.call('Drain', { member: 'a', incarnation: 2 }), 'OTHER_INCARNATION');
    await refusal(client.call('Drain', { member: 'b', incarnation: 2 }), 'OTHER_INCARNATION');
    assert.deepEqual(view.drains, []);
  });

  it('is refused where what the member holds could not pass to others safely', async (t) => {
    const cases: readonly (readonly [string, (view: FakeCluster) => void, number?])[] = [
      ['ANOTHER_DRAINS', (view) => void view.adopt({ type: 'draining', holder: holder('b') })],
      ['TOO_FEW_COPIES', (view) => void view.adopt({ type: 'holders', partition: 1, holders: held('b') })],
      [
        'NO_OTHER_MEMBER',
        (view) => {
          view.lose('b');
          view.lose('c');
        },
      ],
      ['STORE_UNREACHABLE', (view) => view.loseStore(), status.UNAVAILABLE],
      ['TABLE_REFUSED', (view) => view.disbelieve({ type: 'none' })],
    ];
    for (const [reason, arrange, code] of cases) {
      const view = new FakeCluster();
      arrange(view);
      await refusal((await operatorOf(t, view)).call('Drain', { member: 'a' }), reason, code);
      assert.deepEqual(view.drains, []);
    }
  });

  it('is not held up by copies that nobody could hold, nor by a drain that ended with its process', async (t) => {
    const view = new FakeCluster();
    view.adopt({ type: 'draining', holder: holder('c') });
    view.lose('c');
    for (const partition of [0, 1, 2, 3]) view.adopt({ type: 'holders', partition, holders: held('a', 'b') });
    view.adopt({ type: 'copies', copies: 3 });
    const client = await operatorOf(t, view);
    await client.call('Drain', { member: 'a' });
    assert.deepEqual(view.drains, ['a']);
  });

  it('of a member that holds nothing is always granted', async (t) => {
    const view = new FakeCluster();
    view.self = process('gate', 4, { gatewayOnly: true });
    view.loseStore();
    await (await operatorOf(t, view)).call('Drain', { member: 'gate' });
    assert.deepEqual(view.drains, ['gate']);
  });
});

describe('Forget', () => {
  /** `a` and `b` live; `c` is neither registered nor heard by either. */
  async function withoutC(t: TestContext) {
    const view = new FakeCluster();
    const { b } = await withOthers(t, view);
    view.lose('c');
    b.lose('c');
    return { view, b, client: await operatorOf(t, view) };
  }

  it('tells the member, and how much is lost', async (t) => {
    const { view, client } = await withoutC(t);
    assert.deepEqual(await client.call('Forget', { member: 'c', incarnation: 1 }), {
      ...{ forgotten: false, partitions_lost: 0 },
    });
    assert.deepEqual(view.forgets, [holder('c')]);
    view.adopt({ type: 'holders', partition: 2, holders: held('c') });
    view.adopt({ type: 'holders', partition: 3, holders: held('c', 'a') });
    assert.equal((await client.call('Forget', { member: 'c', incarnation: 1 }))['partitions_lost'], 1);
  });

  it('counts as lost what only former selves hold besides', async (t) => {
    const { view, client } = await withoutC(t);
    view.adopt({ type: 'holders', partition: 2, holders: held('c', 'b') });
    view.list = view.list.map((each) => (each.member === 'b' ? { ...each, incarnation: 2 } : each));
    assert.equal((await client.call('Forget', { member: 'c', incarnation: 1 }))['partitions_lost'], 2);
  });

  it('is the same when repeated', async (t) => {
    const { view, client } = await withoutC(t);
    view.adopt({ type: 'forget', id: 'c', incarnation: 1 });
    assert.deepEqual(await client.call('Forget', { member: 'c', incarnation: 1 }), {
      ...{ forgotten: true, partitions_lost: 0 },
    });
    assert.deepEqual(view.forgets, []);
  });

  it('is refused while there is a sign of life, here or at another member', async (t) => {
    const { view, b, client } = await withoutC(t);
    const forget = () => client.call('Forget', { member: 'c', incarnation: 1 });
    b.hear(holder('c'));
    assert.match(await refusal(forget(), 'STILL_HEARD'), /^b hears c#1/);
    view.hear(holder('c'));
    assert.match(await refusal(forget(), 'STILL_HEARD'), /^a hears c#1/);
    view.list.push(process('c'));
    assert.match(await refusal(forget(), 'STILL_REGISTERED'), /^c#1 is registered/);
    await refusal(client.call('Forget', { member: 'a', incarnation: 1 }), 'STILL_REGISTERED');
    view.list = view.list.filter(({ member }) => member !== 'a');
    await refusal(client.call('Forget', { member: 'a', incarnation: 1 }), 'STILL_HEARD');
    assert.deepEqual(view.forgets, []);
  });

  it('means all selves up to that one, and none after', async (t) => {
    const { view, b, client } = await withoutC(t);
    view.adopt({ type: 'member', id: 'c', incarnation: 4, zone: '' });
    b.hear(holder('c', 2));
    await refusal(client.call('Forget', { member: 'c', incarnation: 4 }), 'STILL_HEARD');
    b.lines.delete('c#2');
    b.hear(holder('c', 5));
    await client.call('Forget', { member: 'c', incarnation: 4 });
    assert.deepEqual(view.forgets, [holder('c', 4)]);
  });

  it('of one that a newer self followed has nothing to do', async (t) => {
    const { view, client } = await withoutC(t);
    view.adopt({ type: 'member', id: 'c', incarnation: 4, zone: '' });
    view.list.push(process('c', 4));
    assert.equal((await client.call('Forget', { member: 'c', incarnation: 3 }))['forgotten'], true);
    assert.deepEqual(view.forgets, []);
  });

  it('is refused where another member cannot be asked', async (t) => {
    const { view, client } = await withoutC(t);
    view.list[1] = process('b', 1, { address: '127.0.0.1:1' });
    const reply = client.call('Forget', { member: 'c', incarnation: 1 });
    assert.match(await refusal(reply, 'MEMBER_UNREACHABLE', status.UNAVAILABLE), /^b at 127\.0\.0\.1:1/);
    assert.deepEqual(view.forgets, []);
  });

  it('of what the cluster never knew is refused', async (t) => {
    const { view, client } = await withoutC(t);
    await refusal(client.call('Forget', { member: 'x', incarnation: 1 }), 'MEMBER_UNKNOWN', status.NOT_FOUND);
    const details = await refusal(client.call('Forget', { member: 'c', incarnation: 2 }), 'OTHER_INCARNATION');
    assert.equal(details, 'the newest incarnation of c is 1');
    assert.deepEqual(view.forgets, []);
  });

  it('is refused without table or store, and where the member refuses it', async (t) => {
    const { view, client } = await withoutC(t);
    const forget = () => client.call('Forget', { member: 'c', incarnation: 1 });
    view.refusal = 'it holds no partitions itself';
    assert.equal(await refusal(forget(), 'REFUSED'), 'it holds no partitions itself');
    view.disbelieve({ type: 'none' });
    await refusal(forget(), 'TABLE_REFUSED');
    view.loseStore();
    await refusal(forget(), 'STORE_UNREACHABLE', status.UNAVAILABLE);
    view.present = null;
    await refusal(forget(), 'NO_TABLE', status.UNAVAILABLE);
    assert.deepEqual(view.forgets, []);
  });
});
