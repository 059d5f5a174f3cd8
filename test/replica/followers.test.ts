import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Instant, NEVER } from '../../src/base/instant.ts';
import { Random } from '../../src/base/random.ts';
import type { Companion, Link } from '../../src/replica/followers.ts';
import type { Replicate } from '../../src/replica/messages.ts';
import { Replica } from '../../src/replica/replica.ts';
import type { Shared } from '../../src/replica/shared.ts';
import { put } from '../member/room.ts';
import { parts, Recorder, request } from './parts.ts';

const PATIENCE = 400;

interface Follower extends Companion {
  up: boolean;
}

/** A primary of reign 1 with copies at b and c; d may be filled. */
class Scene {
  readonly recorder = new Recorder();
  readonly replica: Replica;
  readonly b: Follower = { name: 'b#1', up: true, coveredUntil: NEVER };
  readonly c: Follower = { name: 'c#1', up: true, coveredUntil: NEVER };
  readonly d: Follower = { name: 'd#1', up: true, coveredUntil: NEVER };
  at: Instant = 0;
  private asked = 0;

  constructor(given: Partial<Shared> = {}) {
    this.replica = new Replica(0, parts(given), new Random(1), true);
    this.replica.becomePrimary(1, 1, [this.b, this.c], 'first', 0, 0, this.recorder);
  }

  get followers() {
    return this.replica.followers;
  }

  link(name: string): Link {
    const link = this.followers.links.get(`${name}#1`);
    assert.ok(link !== undefined, `${name} does not follow`);
    return link;
  }

  change(): void {
    const asked = request(++this.asked, `app/${this.asked}`, put('a'));
    this.replica.onRequest(asked, true, this.at, this.recorder);
  }

  /** What goes out now, as `b 1.0: 1 2`: to whom, after which change, which changes. */
  flush(): string[] {
    this.recorder.sent = [];
    this.followers.flush(this.at, this.recorder);
    return this.sent();
  }

  sent(): string[] {
    return this.recorder.sent.map(({ to, message }) => {
      if (message.type !== 'replicate') return `${to.slice(0, 1)} ${message.type}`;
      return `${to.slice(0, 1)} ${textOf(message)}`.trimEnd();
    });
  }

  acknowledge(name: string, sequence: number, number = this.link(name).number): void {
    const last = { reign: 1, sequence };
    const message = { type: 'replicated', partition: 0, reign: 1, link: number, last, agrees: true } as const;
    this.followers.onReplicated(`${name}#1`, message, this.at, this.recorder);
  }

  /** Asks for progress, and tells what was sent or traced for want of it. */
  probe(): string[] {
    this.recorder.sent = [];
    this.recorder.traces = [];
    this.followers.probeSilent(this.at, PATIENCE, this.recorder);
    return [...this.sent(), ...this.recorder.traces.map(({ type }) => type), ...this.flush()];
  }

  /** Both copies have all there is. */
  settled(): this {
    this.flush();
    for (const name of ['b', 'c']) this.acknowledge(name, 0);
    return this;
  }
}

function textOf({ after, common, changes }: Replicate): string {
  assert.deepEqual(after, common);
  return `${after.reign}.${after.sequence}: ${changes.map(({ sequence }) => sequence).join(' ')}`;
}

describe('what goes to copies', () => {
  it('is first the question where they are, then what each of them lacks', () => {
    const scene = new Scene();
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
    const scene = new Scene().settled();
    scene.link('c').broken = true;
    scene.change();
    assert.deepEqual(scene.flush(), ['b 0.0: 1']);
  });

  it('is nothing more to one that the log does not reach back to', () => {
    const scene = new Scene({ tailLength: 2 }).settled();
    scene.c.up = false;
    for (let count = 0; count < 5; count++) scene.change();
    scene.flush();
    scene.replica.copy.log.trim(2);
    scene.c.up = true;
    assert.deepEqual([scene.flush(), scene.link('c').broken, scene.link('b').broken], [[], true, false]);
  });

  it('counts by link: what answers an earlier one counts no more', () => {
    const scene = new Scene().settled();
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
    const scene = new Scene();
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
    const scene = new Scene().settled();
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
    const scene = new Scene().settled();
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

describe('a copy that says nothing', () => {
  it('is asked again when something is due for long, and not again before it can have answered', () => {
    const scene = new Scene().settled();
    scene.at = 10_000;
    assert.deepEqual(scene.probe(), [], 'nothing is due');
    scene.change();
    scene.flush();
    scene.acknowledge('c', 1);
    for (const [after, sent] of [
      [PATIENCE - 1, []],
      [PATIENCE, ['b 1.1:']],
      [PATIENCE + 100, []],
      [2 * PATIENCE - 1, []],
      [2 * PATIENCE, ['b 1.1:']],
    ] as const) {
      scene.at = 10_000 + after;
      assert.deepEqual(scene.probe(), sent, `after ${after}`);
    }
    scene.acknowledge('b', 1);
    scene.at += 10_000;
    assert.deepEqual(scene.probe(), []);
  });

  it('is given up soon if it is whole and nobody counts on it, for it holds everybody up', () => {
    const scene = new Scene().settled();
    scene.followers.fill(scene.d, 0, scene.recorder);
    scene.flush();
    scene.acknowledge('d', 0);
    scene.change();
    scene.flush();
    for (const name of ['b', 'c']) scene.acknowledge(name, 1);
    scene.at = 999;
    assert.ok(!scene.probe().includes('d abandon'));
    scene.at = 1_000;
    assert.deepEqual(scene.probe(), ['d abandon', 'catch-up-interrupted']);
    assert.equal(scene.followers.confirm(), true);
  });

  it('is given up late if it is being filled', () => {
    const scene = new Scene().settled();
    scene.followers.fill(scene.d, 0, scene.recorder);
    scene.flush();
    scene.at = 4_999;
    assert.deepEqual(scene.probe(), []);
    scene.at = 5_000;
    assert.deepEqual(scene.probe(), ['d abandon', 'catch-up-interrupted']);
  });

  it('is kept if a table may name it', () => {
    const scene = new Scene().settled();
    scene.followers.fill(scene.d, 0, scene.recorder);
    scene.flush();
    scene.acknowledge('d', 0);
    scene.link('d').asked = true;
    scene.change();
    scene.flush();
    scene.at = 60_000;
    assert.deepEqual(scene.probe(), ['b 1.1:', 'c 1.1:', 'd 1.1:']);
    for (const name of ['b', 'c', 'd']) scene.followers.drop(scene.link(name), scene.at, scene.recorder);
    assert.equal(scene.followers.links.size, 3);
  });
});

describe('a newer table of the same reign', () => {
  function added(): Scene {
    const scene = new Scene().settled();
    scene.followers.fill(scene.d, 0, scene.recorder);
    scene.flush();
    scene.acknowledge('d', 0);
    scene.link('d').asked = true;
    scene.recorder.traces = [];
    scene.recorder.sent = [];
    return scene;
  }
  const traced = (scene: Scene) => scene.recorder.traces.map(({ type }) => type);

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
    const scene = new Scene().settled();
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
    assert.throws(() => new Scene().followers.settle(2, ['x#1'], 0, new Recorder()), /follows its primary/);
  });
});
