import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { put } from '../member/room.ts';
import { Followed, PATIENCE } from './followed.ts';
import { request } from './parts.ts';

describe('a fill', () => {
  it('tells each session once, and what is remembered first; a portion when the one before was taken', () => {
    const scene = new Followed({ portionBytes: 500 }).settled();
    for (let count = 0; count < 8; count++) scene.change();
    scene.flush();
    scene.followers.fill(scene.d, 0, scene.recorder);
    const keys: string[] = [];
    const records: number[] = [];
    for (let portion = 1; portion <= 3; portion++) {
      assert.deepEqual(scene.flush(), ['d catch-up']);
      const message = scene.recorder.sent[0]?.message;
      assert.ok(message?.type === 'catch-up');
      assert.deepEqual([message.portion, message.done], [portion, portion === 3]);
      keys.push(...message.states.map(({ key }) => new TextDecoder().decode(key.bytes)));
      records.push(message.records.length);
      assert.deepEqual(scene.flush(), [], 'it was not taken yet');
      const { partition, reign, link } = message;
      scene.followers.onCaughtUp('d#1', { type: 'caught-up', partition, reign, link, portion }, 0);
    }
    assert.deepEqual(
      keys.toSorted(),
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `app/${number}`),
    );
    assert.deepEqual(records, [8, 0, 0]);
    assert.deepEqual(scene.flush(), []);
  });

  it('is whole once all of it was sent, whatever the copy says before', () => {
    const scene = new Followed({ portionBytes: 1 }).settled();
    for (let count = 0; count < 2; count++) scene.change();
    scene.flush();
    scene.followers.fill(scene.d, 0, scene.recorder);
    assert.deepEqual(scene.flush(), ['d catch-up']);
    scene.acknowledge('d', 2);
    const { flows, joined, acked } = scene.link('d');
    assert.deepEqual([flows, joined, acked], [false, false, -1]);
    const { number } = scene.link('d');
    for (let portion = 1; portion <= 2; portion++) {
      scene.followers.onCaughtUp('d#1', { type: 'caught-up', partition: 0, reign: 1, link: number, portion }, 0);
      scene.flush();
    }
    scene.acknowledge('d', 2);
    assert.deepEqual([scene.link('d').flows, scene.link('d').joined, scene.link('d').acked], [true, true, 2]);
  });

  it('tells no more at once than one message may carry, however much has changed meanwhile', () => {
    const scene = new Followed({ portionBytes: 1 }).settled();
    const store = (key: string): void => {
      scene.replica.onRequest(request(1, key, put('x'.repeat(100))), true, 0, scene.recorder);
    };
    for (const key of ['app/8', 'app/9']) store(key);
    scene.followers.fill(scene.d, 0, scene.recorder);
    scene.flush();
    for (const key of ['app/1', 'app/1', 'app/2', 'app/3', 'app/1', 'app/4', 'app/2', 'app/5']) store(key);
    const told: string[] = [];
    for (let portion = 1; !scene.link('d').flows; portion++) {
      const { number } = scene.link('d');
      scene.followers.onCaughtUp('d#1', { type: 'caught-up', partition: 0, reign: 1, link: number, portion }, 0);
      scene.flush();
      const message = scene.recorder.sent.find(({ to }) => to === 'd#1')?.message;
      assert.ok(message?.type === 'catch-up');
      const keys = message.states.map(({ key }) => new TextDecoder().decode(key.bytes).slice(4));
      told.push(`${message.changes.map(({ sequence }) => sequence).join(' ')}: ${keys.join(' ')} ${message.done}`);
    }
    assert.deepEqual(told.slice(0, 3), ['3 4 5 6 7: 1 2 3 false', '8 9 10: 4 2 5 false', ': 9 false']);
    assert.deepEqual(told.slice(3), [': 1 false', ': 2 false', ': 3 false', ': 4 false', ': 5 true']);
  });

  it('and what follows it tell a session once, as it stands, however often it changed', () => {
    const scene = new Followed().settled();
    for (const content of ['a', 'b', 'c']) {
      scene.replica.onRequest(request(1, 'app/1', put(content)), true, 0, scene.recorder);
    }
    assert.deepEqual(scene.flush(), ['b 0.0: 1 2 3', 'c 0.0: 1 2 3']);
    const message = scene.recorder.sent[0]?.message;
    assert.ok(message?.type === 'replicate');
    assert.equal(message.states.length, 1);
    assert.equal(Buffer.from(message.states[0]?.fields?.content ?? []).toString(), 'c');
  });
});

describe('a copy that says nothing', () => {
  it('is asked again when something is due for long, and not again before it can have answered', () => {
    const scene = new Followed().settled();
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
    const scene = new Followed().settled();
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
    const scene = new Followed().settled();
    scene.followers.fill(scene.d, 0, scene.recorder);
    scene.flush();
    scene.at = 4_999;
    assert.deepEqual(scene.probe(), []);
    scene.at = 5_000;
    assert.deepEqual(scene.probe(), ['d abandon', 'catch-up-interrupted']);
  });

  it('is kept if a table may name it', () => {
    const scene = new Followed().settled();
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
