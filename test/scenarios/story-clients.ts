import type { Duration } from '../../src/base/instant.ts';
import { COMMAND_TYPES, type Command, NO_COOKIE } from '../../src/member/door.ts';
import type { Pending } from '../simulation/world/client-desk.ts';
import type { World } from '../simulation/world/world.ts';
import { readDuration } from './durations.ts';
import type { Nicknames } from './nicknames.ts';
import { tellOutcome } from './outcome-words.ts';

/** How long a client that is not answered is looked at before the story goes on without it. */
const GLANCE: Duration = 50;
/** So much longer, for what comes of it at once. */
const MOMENT: Duration = 10;
const USUAL_LEASE: Duration = 110_000;
const USUAL_TIMEOUT = 20;

/** The clients of a story, each with one request open at a time. */
export class StoryClients {
  private readonly world: World;
  private readonly names: Nicknames;
  private readonly report: (line: string) => void;
  private readonly pending = new Map<string, Pending>();

  constructor(world: World, names: Nicknames, report: (line: string) => void) {
    this.world = world;
    this.names = names;
    this.report = report;
  }

  /**
   * A client asks a member, and is told at once or some time later, while the story goes on. `wish` is a command's name
   * in small letters, the session, and what else there is to say: `set app/1 "text" cookie=#1 timeout=1m as=r1`
   * (`as`: the client's own name for the request).
   */
  ask(client: string, member: string, wish: string): void {
    if (this.pending.get(client)?.open) throw new Error(`${client} waits for an answer already`);
    const { key, command, repeatId } = this.read(wish);
    const pending = this.world.submit(
      member,
      { address: client, key, command, repeatId },
      (outcome) => this.report(`${client}: ${tellOutcome(outcome, this.names)}`),
      (why) => this.report(`${client}: ${LOST[why]}`),
    );
    this.pending.set(client, pending);
    this.world.settle(() => !pending.open, GLANCE);
    if (pending.open) this.report(`${client} waits`);
    else this.world.runUntil(this.world.now + MOMENT);
  }

  private read(wish: string): { key: string; command: Command; repeatId: string | null } {
    const [, name = '', key = '', rest = ''] = /^(\w+) (\S+)(.*)$/.exec(wish) ?? [];
    const type = COMMAND_TYPES.find((each) => each.toLowerCase() === name);
    if (type === undefined) throw new Error(`there is no command ${name}`);
    const given = new Map<string, string>();
    for (const [, word = '', text, value = ''] of rest.matchAll(/(?:(\w+)=)?(?:"([^"]*)"|(\S+))/g)) {
      given.set(word, text ?? value);
    }
    const take = (word: string): string | undefined => {
      const value = given.get(word);
      given.delete(word);
      return value;
    };
    const time = (word: string, usual: Duration): Duration => {
      const value = take(word);
      return value === undefined ? usual : readDuration(value);
    };
    const cookie = (): number => {
      const value = take('cookie');
      return value === undefined ? NO_COOKIE : this.names.cookieOf(value);
    };
    const repeatId = take('as') ?? null;
    const command = ((): Command => {
      switch (type) {
        case 'get':
          return { type, wait: time('wait', 0) };
        case 'getExclusive':
          return { type, wait: time('wait', 0), lockLease: time('lease', USUAL_LEASE) };
        case 'renewExclusive':
          return { type, cookie: cookie(), lockLease: time('lease', USUAL_LEASE) };
        case 'set': {
          const content = Uint8Array.from(Buffer.from(take('') ?? ''));
          const timeoutMinutes = time('timeout', USUAL_TIMEOUT * 60_000) / 60_000;
          return {
            type,
            cookie: cookie(),
            content,
            timeoutMinutes,
            flags: 0,
            onlyIfAbsent: false,
            onlyIfVersion: null,
          };
        }
        case 'releaseExclusive':
        case 'remove':
          return { type, cookie: cookie() };
        case 'resetTimeout':
        case 'describe':
          return { type };
      }
    })();
    if (given.size > 0) throw new Error(`${name} takes no ${[...given.keys()].join(', ')}`);
    return { key, command, repeatId };
  }
}

const LOST = {
  refused: 'nobody is there, nothing happened',
  reset: 'its connection broke, nobody knows whether it happened',
} as const;
