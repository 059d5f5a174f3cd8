import assert from 'node:assert/strict';
import { NEVER } from '../../src/base/instant.ts';
import { Random } from '../../src/base/random.ts';
import type { PeerMessage } from '../../src/member/messages.ts';
import type { Companion } from '../../src/replica/link.ts';
import type { CatchUp, ReplicaMessage, Replicate } from '../../src/replica/messages.ts';
import { Replica } from '../../src/replica/replica.ts';
import { Among, keysIn } from '../member/among.ts';
import { put } from '../member/room.ts';
import { tableWritten } from '../placement/written.ts';
import { parts, Recorder, request } from './parts.ts';

const PARTITIONS = 2;
const KEYS = keysIn(0, PARTITIONS, 8) as [string, string, string, string, string, string, string, string];
/** Of the other partition, to which nothing may happen. */
const ELSEWHERE = '1.1.0 c a';

/** The primary of the member's copy, which the test plays with the code of one. */
class Author {
  readonly recorder = new Recorder();
  readonly replica = new Replica(0, parts({ self: 'a#1', portionBytes: 300 }), new Random(3), true);
  private asked = 0;

  constructor(replicas: readonly string[]) {
    const companions = replicas.map((name): Companion => ({ name, up: true, coveredUntil: NEVER }));
    this.replica.becomePrimary(1, 1, companions, 'first', 0, 0, this.recorder);
  }

  decide(key: string, content: string): void {
    this.replica.onRequest(request(++this.asked, key, put(content)), true, 0, this.recorder);
  }

  /** The newest message that it sends now. */
  flush<T extends 'replicate' | 'catch-up'>(type: T): Extract<ReplicaMessage, { type: T }> {
    this.replica.followers.flush(0, this.recorder);
    const message = this.recorder.sent.at(-1)?.message;
    assert.ok(message?.type === type);
    return message as Extract<ReplicaMessage, { type: T }>;
  }

  /** What the member says to it. */
  hear(message: PeerMessage): void {
    const { followers } = this.replica;
    if (message.type === 'replicated') followers.onReplicated('b#1', message, 0, this.recorder);
    if (message.type === 'caught-up') followers.onCaughtUp('b#1', message, 0);
    this.replica.confirm(0, this.recorder);
  }
}

export interface Scene {
  readonly among: Among;
  readonly messages: Readonly<Record<string, { readonly from?: string; readonly message: PeerMessage }>>;
}

function memberB(): Among {
  const among = new Among({ self: { member: 'b', incarnation: 1 }, partitions: PARTITIONS });
  among.register('a', 'b', 'c');
  return among;
}

/** What a copy may be told: three changes are in it, all in one reign, if it has any. */
function fromPrimary(inStep: Replicate, catchUp: CatchUp) {
  const [, second, third] = [1, 2, 3].map((sequence) => ({ reign: 1, sequence }));
  const [fourth] = inStep.changes;
  assert.ok(second !== undefined && third !== undefined && fourth !== undefined);
  const nothing = { ...inStep, after: third, common: third, changes: [], states: [] };
  return {
    'replicate in step': inStep,
    'replicate of nothing': nothing,
    'replicate again': { ...inStep, after: second, common: second, changes: [{ ...fourth, sequence: 3 }], states: [] },
    'replicate of another link': { ...inStep, link: inStep.link + 9 },
    'replicate with another digest': { ...inStep, digest: inStep.digest ^ 1 },
    'replicate to a copy further on': { ...nothing, after: fourth, common: fourth },
    'replicate that takes back': { ...nothing, common: second },
    'replicate that takes back too much': { ...nothing, common: { reign: 0, sequence: 2 } },
    'replicate that closes numbers': { ...nothing, openNumbers: [{ entry: 'a#1', upTo: 3, open: [2] }] },
    'replicate of another reign': { ...inStep, reign: 2 },
    'replicate of an older reign': { ...inStep, reign: 0 },
    'catch-up': catchUp,
    'catch-up under a newer table': { ...catchUp, epoch: 9 },
    'catch-up of an older reign': { ...catchUp, reign: 0, epoch: 9 },
    'catch-up out of turn': { ...catchUp, portion: 7, epoch: 9 },
    'catch-up of another fill': { ...catchUp, portion: 2, link: 77, epoch: 9 },
    abandon: { type: 'abandon', partition: 0, reign: 1, link: inStep.link },
    'abandon of an older reign': { type: 'abandon', partition: 0, reign: 0, link: inStep.link },
  } satisfies Record<string, ReplicaMessage>;
}

/** What somebody may say who follows, or takes this member for who follows him. */
function fromCopy(link: number) {
  const followed = { partition: 0, reign: 1, link };
  const tail = [1, 2, 3, 4].map((sequence) => ({ reign: 1, sequence, key: null }));
  const ahead = [...tail.slice(0, 2), { reign: 1, sequence: 3, key: null }, { reign: 0, sequence: 4, key: null }];
  const [first, , third] = tail as [(typeof tail)[0], (typeof tail)[0], (typeof tail)[0]];
  return {
    replicated: { type: 'replicated', ...followed, last: third, agrees: true },
    'replicated in part': { type: 'replicated', ...followed, last: first, agrees: true },
    'replicated of an earlier link': { type: 'replicated', ...followed, link: link - 1, last: third, agrees: true },
    'replicated in another reign': { type: 'replicated', ...followed, reign: 2, last: third, agrees: true },
    'replicated, but otherwise': { type: 'replicated', ...followed, last: third, agrees: false },
    'astray behind': { type: 'astray', ...followed, last: first, whole: true, tail: [first] },
    'astray ahead': { type: 'astray', ...followed, last: { reign: 0, sequence: 4 }, whole: true, tail: ahead },
    'astray for good': { type: 'astray', ...followed, last: first, whole: true, tail: [{ ...first, reign: 7 }] },
    'astray, not whole': { type: 'astray', ...followed, last: first, whole: false, tail: [] },
    'astray on an earlier link': {
      type: 'astray',
      ...followed,
      link: link - 1,
      last: first,
      whole: true,
      tail: [first],
    },
    'caught-up': { type: 'caught-up', ...followed, portion: 1 },
    'caught-up of another portion': { type: 'caught-up', ...followed, portion: 2 },
    'caught-up of an earlier fill': { type: 'caught-up', ...followed, link: link - 1, portion: 1 },
  } satisfies Record<string, ReplicaMessage>;
}

/** What one member says to another of who is primary. */
function fromMember(reign: number) {
  return {
    'hand-over': { type: 'hand-over', partition: 0, reign, waiters: [], renewals: [] },
    'hand-over in another reign': { type: 'hand-over', partition: 0, reign: 9, waiters: [], renewals: [] },
    'hand-over in an older reign': { type: 'hand-over', partition: 0, reign: 0, waiters: [], renewals: [] },
    goodbye: { type: 'goodbye', partitions: [{ partition: 0, reign }] },
    'goodbye of another reign': { type: 'goodbye', partitions: [{ partition: 0, reign: 9 }] },
  } satisfies Record<string, ReplicaMessage>;
}

function sceneOf(among: Among, primary: ReturnType<typeof fromPrimary>, link: number, reign = 1): Scene {
  const told: Record<string, ReplicaMessage> = { ...primary, ...fromCopy(link), ...fromMember(reign) };
  const messages = Object.entries(told).map(([name, message]) => [name, { message }] as const);
  const stranger = { 'replicate by who is no primary': { from: 'c', message: primary['replicate in step'] } };
  among.forget();
  return { among, messages: { ...Object.fromEntries(messages), ...stranger } };
}

/** Messages of a primary for a copy that holds nothing, which is not asked. */
function unrelated(): ReturnType<typeof fromPrimary> {
  const author = new Author(['b#1']);
  author.flush('replicate');
  for (const key of KEYS.slice(0, 3)) author.decide(key, key);
  author.flush('replicate');
  author.decide(KEYS[3], 'new');
  return fromPrimary(author.flush('replicate'), firstPortion());
}

function filler(): Author {
  const author = new Author([]);
  for (const key of KEYS.slice(0, 3)) author.decide(key, key.repeat(40));
  author.replica.followers.fill({ name: 'b#1', up: true, coveredUntil: NEVER }, 0, author.recorder);
  return author;
}

function firstPortion(): CatchUp {
  return filler().flush('catch-up');
}

function following(table: readonly string[]): { among: Among; author: Author } {
  const among = memberB();
  among.see(tableWritten(1, [...table, ELSEWHERE]));
  among.lineUp('a', 'c');
  among.forget();
  const author = new Author(['b#1']);
  const exchange = (): void => {
    among.deliver('a', author.flush('replicate'));
    for (const { message } of among.sent) author.hear(message);
    among.forget();
  };
  exchange();
  for (const key of KEYS.slice(0, 3)) {
    author.decide(key, key);
    exchange();
  }
  // That the third is in every copy travels with the next message.
  return { among, author };
}

/** Alone with three sessions so large, the member has begun to fill a copy. */
function filling(size: number): { among: Among; link: number } {
  const among = memberB();
  among.see(tableWritten(1, ['1.1.0 b', ELSEWHERE]));
  for (const key of KEYS.slice(0, 3)) among.ask(key, put(key.repeat(size)));
  among.join('a', 'c');
  among.move(200);
  const { link } = among.only('catch-up');
  return { among, link };
}

export const SCENES = {
  'a replica': () => {
    const { among, author } = following(['1.1.0 a b']);
    author.decide(KEYS[3], 'new');
    const inStep = author.flush('replicate');
    return sceneOf(among, fromPrimary(inStep, firstPortion()), inStep.link);
  },
  'a replica that is not whole': () => {
    const among = memberB();
    among.see(tableWritten(1, ['1.1.0 a c', ELSEWHERE]));
    among.lineUp('a', 'c');
    among.see(tableWritten(2, ['2.1.0 a c b', ELSEWHERE]));
    return sceneOf(among, unrelated(), 1);
  },
  'no copy': () => {
    const among = memberB();
    among.see(tableWritten(1, ['1.1.0 a c', ELSEWHERE]));
    among.lineUp('a', 'c');
    return sceneOf(among, unrelated(), 1);
  },
  'a copy half filled': () => {
    const among = memberB();
    among.see(tableWritten(1, ['1.1.0 a c', ELSEWHERE]));
    among.lineUp('a', 'c');
    const author = filler();
    const first = author.flush('catch-up');
    among.deliver('a', first);
    author.hear({ type: 'caught-up', partition: 0, reign: 1, link: first.link, portion: 1 });
    return sceneOf(among, { ...unrelated(), 'catch-up': author.flush('catch-up') }, first.link);
  },
  'a copy filled': () => {
    const among = memberB();
    among.see(tableWritten(1, ['1.1.0 a c', ELSEWHERE]));
    among.lineUp('a', 'c');
    const author = filler();
    for (let done = false; !done; ) {
      const portion = author.flush('catch-up');
      among.deliver('a', portion);
      for (const { message } of among.sent) author.hear(message);
      among.forget();
      ({ done } = portion);
    }
    author.decide(KEYS[3], 'new');
    const inStep = author.flush('replicate');
    return sceneOf(among, fromPrimary(inStep, firstPortion()), inStep.link);
  },
  'a primary': () => {
    const among = memberB();
    among.see(tableWritten(1, ['1.1.0 b a', ELSEWHERE]));
    among.join('a', 'c');
    for (const key of KEYS.slice(0, 3)) among.ask(key, put(key));
    const sent = among.take('replicate');
    return sceneOf(among, unrelated(), sent.at(-1)?.message.link ?? 0);
  },
  'a primary that waits': () => {
    const { among } = following(['1.1.0 a b']);
    among.deliver('a', { type: 'heartbeat', cluster: 'cluster', tableVersion: 1, sentAt: 0 });
    among.see(tableWritten(2, ['2.2.0 b', ELSEWHERE], { others: 'a' }));
    return sceneOf(among, unrelated(), 1, 2);
  },
  'a primary that fills': () => {
    const { among, link } = filling(4_000);
    const scene = sceneOf(among, unrelated(), link);
    // A copy says nothing else while it waits for the next portion.
    const heard = Object.entries(scene.messages).filter(([name]) => !/^(replicated|astray)/.test(name));
    return { among, messages: Object.fromEntries(heard) };
  },
  'a primary that has filled': () => {
    const { among, link } = filling(1);
    among.ask(KEYS[3], put('new'));
    among.deliver('a', { type: 'caught-up', partition: 0, reign: 1, link, portion: 1 });
    return sceneOf(among, unrelated(), link);
  },
} satisfies Record<string, () => Scene>;
