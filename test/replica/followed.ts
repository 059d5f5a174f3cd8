import assert from 'node:assert/strict';
import { type Instant, NEVER } from '../../src/base/instant.ts';
import { Random } from '../../src/base/random.ts';
import type { Companion, Link } from '../../src/replica/link.ts';
import type { Replicate } from '../../src/replica/messages.ts';
import { Replica } from '../../src/replica/replica.ts';
import type { Shared } from '../../src/replica/shared.ts';
import { put } from '../member/room.ts';
import { parts, Recorder, request } from './parts.ts';

export const PATIENCE = 400;

interface Follower extends Companion {
  up: boolean;
}

/** A primary of reign 1 with copies at b and c, which the test plays; d may be filled. */
export class Followed {
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
