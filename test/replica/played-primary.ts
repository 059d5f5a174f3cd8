import { type Instant, NEVER } from '../../src/base/instant.ts';
import { Random } from '../../src/base/random.ts';
import type { RoleChanged } from '../../src/replica/effects.ts';
import type { Companion } from '../../src/replica/link.ts';
import { Replica } from '../../src/replica/replica.ts';
import type { Request } from '../../src/replica/request.ts';
import type { Shared } from '../../src/replica/shared.ts';
import type { Command } from '../../src/session/command.ts';
import { parts, Recorder, request } from './parts.ts';

export interface Follower extends Companion {
  up: boolean;
  coveredUntil: Instant;
}

/** A primary with one copy, which does what the test says. */
export class PlayedPrimary {
  readonly recorder = new Recorder();
  readonly replica: Replica;
  readonly shared: Shared;
  readonly b: Follower = { name: 'b#1', up: true, coveredUntil: NEVER };
  at: Instant = 0;
  private asked = 0;

  constructor(given: Partial<Shared> = {}, how: RoleChanged['how'] = 'first', actAt: Instant = 0) {
    this.shared = parts(given);
    this.replica = new Replica(0, this.shared, new Random(1), true);
    this.replica.becomePrimary(1, 1, [this.b], how, actAt, 0, this.recorder);
  }

  ask(key: string, command: Command): number {
    this.replica.onRequest(request(++this.asked, key, command), true, this.at, this.recorder);
    return this.asked;
  }

  /** An entry's try: since when it waits, and until when it may be decided. */
  forwarded(key: string, command: Command, since: Instant, until: Instant): Request {
    const origin = { entry: 'c#1', since, until, givenUp: false, undelivered: false };
    return request(++this.asked, key, command, { origin });
  }

  told(number: number): string | undefined {
    return this.recorder.answers.find(({ asker }) => asker === number)?.outcome.type;
  }

  flush(): void {
    this.replica.followers.flush(this.at, this.recorder);
  }

  /** The copy says that it ends in this change; by default in the newest. */
  acknowledge(sequence = this.replica.copy.sequence): void {
    this.flush();
    const { number } = this.replica.followers.links.get('b#1') ?? { number: 0 };
    const last = { reign: 1, sequence };
    const message = { type: 'replicated', partition: 0, reign: 1, link: number, last, agrees: true } as const;
    this.replica.followers.onReplicated('b#1', message, this.at, this.recorder);
    this.replica.confirm(this.at, this.recorder);
  }
}
