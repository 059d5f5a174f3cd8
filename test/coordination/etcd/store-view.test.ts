import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encodeRegistration } from '../../../src/coordination/etcd/registration-document.ts';
import { StoreKeys } from '../../../src/coordination/etcd/store-keys.ts';
import { StoreView } from '../../../src/coordination/etcd/store-view.ts';

const keys = new StoreKeys('c');
const [PUT, DELETE] = [0, 1] as const;

function keyValue(key: Buffer, text: string, modRevision = 1) {
  return { key, value: Buffer.from(text), modRevision };
}

const table = (text: string) => keyValue(keys.table, text);

function registration(member: string, incarnation: number) {
  const rest = { zone: '', address: `${member}:1`, version: '1', gatewayOnly: false, sawTable: false };
  return keyValue(keys.member(member), encodeRegistration({ member, incarnation, ...rest }));
}

function event(type: 0 | 1, kv: ReturnType<typeof keyValue>, modRevision: number) {
  return { type, kv: { ...kv, modRevision } };
}

function view() {
  const unreadable: string[] = [];
  const seen = new StoreView(keys, (key) => unreadable.push(key));
  const state = () => [seen.table, ...seen.members.map((each) => `${each.member}/${each.incarnation}`)];
  return { seen, state, unreadable };
}

describe('what is seen of a store', () => {
  it('is what an answer says, and then what the watch tells', () => {
    const { seen, state } = view();
    seen.takeAll(5, undefined, [registration('b', 1), registration('a', 1)]);
    assert.deepEqual(state(), [null, 'a/1', 'b/1']);
    assert.deepEqual([seen.revision, seen.watchFrom], [5, 6]);
    assert.deepEqual(seen.takeEvents([event(PUT, table('first'), 6)]), { table: true, members: false });
    const events = [event(DELETE, registration('a', 1), 7), event(PUT, registration('c', 2), 8)];
    assert.deepEqual(seen.takeEvents(events), { table: false, members: true });
    assert.deepEqual(state(), ['first', 'b/1', 'c/2']);
    assert.deepEqual(seen.takeEvents([event(DELETE, table(''), 9)]), { table: true, members: false });
    assert.deepEqual(state(), [null, 'b/1', 'c/2']);
    assert.deepEqual([seen.revision, seen.watchFrom, seen.membersRevision], [9, 10, 9]);
  });

  it('does not go back: not by an old answer, nor by what the watch tells late', () => {
    const { seen, state } = view();
    seen.takeAll(5, table('fifth'), [registration('a', 5)]);
    const late = [event(PUT, table('fourth'), 4), event(PUT, registration('b', 1), 5)];
    assert.deepEqual(seen.takeEvents(late), { table: false, members: false });
    seen.takeAll(4, table('fourth'), []);
    seen.takeTable(4, undefined);
    assert.deepEqual(state(), ['fifth', 'a/5']);
    assert.equal(seen.revision, 5);
  });

  it('knows its halves as of different revisions', () => {
    const { seen, state } = view();
    seen.takeAll(5, table('fifth'), [registration('a', 1)]);
    seen.takeTable(8, table('eighth'));
    assert.equal(seen.watchFrom, 6);
    const between = [event(PUT, table('seventh'), 7), event(PUT, registration('b', 1), 7)];
    assert.deepEqual(seen.takeEvents(between), { table: false, members: true });
    assert.deepEqual(state(), ['eighth', 'a/1', 'b/1']);
    seen.takeAll(7, table('seventh'), [registration('c', 1)]);
    assert.deepEqual(state(), ['eighth', 'c/1']);
  });

  it('takes everything that changed at one revision', () => {
    const { seen, state } = view();
    seen.takeAll(1, undefined, [registration('a', 1)]);
    seen.takeEvents([
      event(DELETE, registration('a', 1), 2),
      event(PUT, registration('b', 1), 2),
      event(PUT, table('first'), 2),
    ]);
    assert.deepEqual(state(), ['first', 'b/1']);
  });

  it('begins anew with a store that forgot', () => {
    const { seen, state } = view();
    seen.takeAll(50, table('fiftieth'), [registration('a', 1)]);
    seen.forget();
    seen.takeTable(3, undefined);
    assert.deepEqual(state(), [null, 'a/1']);
    seen.takeAll(3, undefined, []);
    assert.deepEqual(state(), [null]);
    assert.equal(seen.watchFrom, 4);
  });

  it('has no use for other keys, nor for registrations that are none', () => {
    const { seen, state, unreadable } = view();
    const wrong = [
      keyValue(keys.member('a'), '{'),
      keyValue(keys.member('b'), '[]'),
      keyValue(keys.member('c'), 'null'),
      { ...registration('d', 1), key: keys.member('e') },
      registration('f', 0),
      registration('g', 1.5),
    ];
    seen.takeAll(1, undefined, [...wrong, registration('h', 1)]);
    assert.deepEqual(state(), [null, 'h/1']);
    assert.deepEqual(
      unreadable,
      ['a', 'b', 'c', 'e', 'f', 'g'].map((id) => `holdfast/c/members/${id}`),
    );
    assert.deepEqual(seen.takeEvents([event(PUT, keyValue(keys.incarnation('a'), '7'), 2)]), {
      table: false,
      members: false,
    });
    assert.equal(seen.watchFrom, 3);
    // One that is overwritten with what is none is no more.
    seen.takeEvents([event(PUT, { ...keyValue(keys.member('h'), '{') }, 3)]);
    assert.deepEqual(state(), [null]);
  });
});
