import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Followed } from './followed.ts';
import { Recorder } from './parts.ts';

describe('what goes to copies', () => {
  it('is first the question where they are, then what each of them lacks', () => {
    const scene = new Followed();
    scene.change();
    assert.deepEqual(scene.flush(), ['b 1.1:', 'c 1.1:']);
    scene.change();
    scene.change();
    assert.deepEqual(scene.flush(), ['b 1.1: 2 3', 'c 1.1: 2 3']);
    assert.deepEqual(scene.flush(), []);
    scene.c.up = false;
    scene.change();
    assert.deepEqual(scene.flush(), ['b 1.3: 4']);
    scene.c.up = true;
    scene.change();
    assert.deepEqual(scene.flush(), ['b 1.4: 5', 'c 1.3: 4 5'], 'whatever its line may have done meanwhile');
    scene.followers.onLineUp('c#1', 0);
    assert.deepEqual(scene.flush(), ['c 1.5:'], 'over a new line it is asked anew');
  });

  it('is nothing more to one that cannot be mended', () => {
    const scene = new Followed().settled();
    scene.link('c').broken = true;
    scene.change();
    assert.deepEqual(scene.flush(), ['b 0.0: 1']);
  });

  it('is nothing more to one that the log does not reach back to', () => {
    const scene = new Followed({ tailLength: 2 }).settled();
    scene.c.up = false;
    for (let count = 0; count < 5; count++) scene.change();
    scene.flush();
    scene.replica.copy.log.trim(2);
    scene.c.up = true;
    assert.deepEqual([scene.flush(), scene.link('c').broken, scene.link('b').broken], [[], true, false]);
  });

  it('counts by link: what answers an earlier one counts no more', () => {
    const scene = new Followed().settled();
    scene.change();
    scene.flush();
    const { number } = scene.link('b');
    scene.followers.onLineUp('b#1', 0);
    scene.flush();
    scene.acknowledge('b', 1, number);
    assert.equal(scene.link('b').acked, 0);
    scene.acknowledge('b', 1);
    assert.equal(scene.link('b').acked, 1);
    scene.acknowledge('b', 0);
    assert.equal(scene.link('b').acked, 1, 'it is cumulative');
  });
});

describe('what all copies have', () => {
  it('is what the last of those has that the table names', () => {
    const scene = new Followed();
    for (let count = 0; count < 3; count++) scene.change();
    scene.flush();
    assert.equal(scene.followers.confirm(), false);
    scene.acknowledge('b', 3);
    assert.deepEqual([scene.followers.confirm(), scene.followers.confirmed], [false, 0]);
    scene.acknowledge('c', 2);
    assert.deepEqual([scene.followers.confirm(), scene.followers.confirmed], [true, 2]);
    assert.deepEqual([scene.followers.confirm(), scene.replica.copy.committed], [false, 2]);
  });

  it('is not held up by a copy that is being filled, but by one that is whole', () => {
    const scene = new Followed().settled();
    scene.followers.fill(scene.d, 0, scene.recorder);
    assert.deepEqual(scene.flush(), ['d catch-up']);
    scene.change();
    for (const name of ['b', 'c']) scene.acknowledge(name, 1);
    assert.equal(scene.followers.confirm(), true);
    scene.acknowledge('d', 0);
    assert.deepEqual([scene.link('d').joined, scene.link('d').mustHave], [true, 1]);
    scene.change();
    for (const name of ['b', 'c']) scene.acknowledge(name, 2);
    assert.equal(scene.followers.confirm(), false);
    scene.acknowledge('d', 2);
    assert.equal(scene.followers.confirm(), true);
  });

  it('is nothing at the beginning of a reign', () => {
    const scene = new Followed().settled();
    scene.change();
    scene.flush();
    for (const name of ['b', 'c']) scene.acknowledge(name, 1);
    scene.followers.confirm();
    scene.replica.resign(0);
    scene.replica.becomePrimary(3, 3, [scene.b], 'takeover', 0, 0, scene.recorder);
    assert.deepEqual([scene.followers.confirmed, scene.link('b').acked], [0, -1]);
    assert.ok(!scene.followers.isNear('b#1'));
  });
});

describe('a newer table of the same reign', () => {
  function added(): Followed {
    const scene = new Followed().settled();
    scene.followers.fill(scene.d, 0, scene.recorder);
    scene.flush();
    scene.acknowledge('d', 0);
    scene.link('d').asked = true;
    scene.recorder.traces = [];
    scene.recorder.sent = [];
    return scene;
  }
  const traced = (scene: Followed) => scene.recorder.traces.map(({ type }) => type);

  it('that names what was asked for makes it a replica', () => {
    const scene = added();
    scene.followers.settle(2, ['b#1', 'c#1', 'd#1'], 0, scene.recorder);
    const { named, asked } = scene.link('d');
    assert.deepEqual([named, asked, traced(scene)], [true, false, ['replica-added']]);
  });

  it('that does not name it leaves it a copy that follows, unless its line is down', () => {
    const scene = added();
    scene.followers.settle(2, ['b#1', 'c#1'], 0, scene.recorder);
    const { named, asked, joined } = scene.link('d');
    assert.deepEqual([named, asked, joined, traced(scene)], [false, false, true, []]);
    for (const settle of ['settle', 'settleUnchanged'] as const) {
      const down = added();
      down.d.up = false;
      if (settle === 'settle') down.followers.settle(2, ['b#1', 'c#1'], 0, down.recorder);
      else down.followers.settleUnchanged(0, down.recorder);
      assert.deepEqual([down.followers.links.has('d#1'), traced(down)], [false, ['catch-up-interrupted']]);
    }
  });

  it('lets go of whom it does not name any more, and says so; with nobody left there is no history', () => {
    const scene = new Followed().settled();
    scene.recorder.traces = [];
    scene.recorder.sent = [];
    scene.followers.settle(2, ['b#1'], 0, scene.recorder);
    assert.deepEqual([scene.sent(), traced(scene)], [['c abandon'], ['replica-removed']]);
    assert.ok(scene.replica.copy.followed);
    scene.b.up = false;
    scene.followers.settle(3, [], 0, scene.recorder);
    assert.deepEqual([scene.followers.links.size, scene.replica.copy.followed], [0, false]);
    assert.deepEqual(traced(scene), ['replica-removed', 'replica-removed']);
  });

  it('cannot name whom nobody asked for', () => {
    const scene = added();
    scene.link('d').asked = false;
    assert.throws(() => scene.followers.settle(2, ['b#1', 'c#1', 'd#1'], 0, scene.recorder), /added by its primary/);
    assert.throws(() => new Followed().followers.settle(2, ['x#1'], 0, new Recorder()), /follows its primary/);
  });
});
