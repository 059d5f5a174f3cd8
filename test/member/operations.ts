import fc from 'fast-check';
import { type Duration, type Instant, NEVER } from '../../src/base/instant.ts';
import { BAD_COOKIE, type Command, type Cookie, NO_COOKIE, type Version } from '../../src/member/door.ts';
import type { Pair, Sent } from './pair.ts';
import { NOBODYS_COOKIE, NOBODYS_VERSION } from './translation.ts';

/** Five sessions in four partitions: some share one, and the first two share their hash. */
export const KEYS = ['/lm/shop(h=)/23238', '/lm/shop(h=)/198598', '/lm/blog(h=)/a', 'x', '/é/ü'];
const CLIENTS = 3;

/** Which cookie a client names: that of a lock granted so many grants ago, on this key or on any; or none that fits. */
type CookieChoice = { readonly of: 'key' | 'all'; readonly back: number } | 'none' | 'zero' | 'bad' | "nobody's";
type VersionChoice = { readonly of: 'key' | 'all'; readonly back: number } | 'any' | "nobody's";

type Wish =
  | { readonly type: 'get' | 'getExclusive'; readonly wait: Duration; readonly lease: Duration }
  | {
      readonly type: 'set';
      readonly cookie: CookieChoice;
      readonly size: number;
      readonly minutes: number;
      readonly flags: number;
      readonly onlyIfAbsent: boolean;
      readonly version: VersionChoice;
    }
  | { readonly type: 'releaseExclusive' | 'remove'; readonly cookie: CookieChoice }
  | { readonly type: 'renewExclusive'; readonly cookie: CookieChoice; readonly lease: Duration }
  | { readonly type: 'resetTimeout' | 'describe' };

export type Operation =
  | { readonly do: 'ask'; readonly client: number; readonly key: number; readonly wish: Wish; readonly named: boolean }
  /** Sends a named request of before once more. */
  | { readonly do: 'repeat'; readonly back: number }
  /** Somebody in line goes away, or (`beyond` the line) somebody who was answered long ago. */
  | { readonly do: 'cancel'; readonly pick: number }
  /** The newest grant of a key turns out not to have reached its client. */
  | { readonly do: 'undelivered'; readonly key: number }
  | { readonly do: 'move'; readonly by: Duration; readonly ticking: boolean }
  /** To the next instant at which something ends, or right beside it. */
  | {
      readonly do: 'moveTo';
      readonly end: 'deadline' | 'lease' | 'wait' | 'memory';
      readonly beside: number;
      readonly ticking: boolean;
    }
  | { readonly do: 'lookAtAll' }
  | { readonly do: 'drain' };

const lease = fc.constantFrom(1, 40, 100, 1_000, 70_000, 70_000, 200_000, 200_000);
const wait = fc.constantFrom(0, 10, 60, 100, 1_500, 65_000, 130_000);
const back = fc.integer({ min: 0, max: 3 });
const granted = fc.record({ of: fc.constantFrom('key' as const, 'key' as const, 'all' as const), back });
const newest = fc.constant({ of: 'key' as const, back: 0 });

const cookie: fc.Arbitrary<CookieChoice> = fc.oneof(
  { weight: 8, arbitrary: newest },
  { weight: 4, arbitrary: granted },
  {
    weight: 4,
    arbitrary: fc.constantFrom('none' as const, 'none' as const, 'zero' as const, 'bad' as const, "nobody's" as const),
  },
);
const version: fc.Arbitrary<VersionChoice> = fc.oneof(
  { weight: 20, arbitrary: fc.constant('any' as const) },
  { weight: 1, arbitrary: fc.constant("nobody's" as const) },
  { weight: 3, arbitrary: fc.oneof(newest, granted) },
);

const wish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('get' as const), wait, lease }) },
  { weight: 8, arbitrary: fc.record({ type: fc.constant('getExclusive' as const), wait, lease }) },
  {
    weight: 7,
    arbitrary: fc.record({
      type: fc.constant('set' as const),
      cookie,
      size: fc.constantFrom(1, 2, 7, 100),
      minutes: fc.constantFrom(1, 1, 1, 2, 0),
      flags: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 2, 3, -1, -2),
      onlyIfAbsent: fc.constantFrom(false, false, false, false, false, true),
      version,
    }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('releaseExclusive' as const), cookie }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('renewExclusive' as const), cookie, lease }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('remove' as const), cookie }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('resetTimeout' as const, 'describe' as const) }) },
);

const ticking = fc.constantFrom(true, true, true, false);

const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 24,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      client: fc.nat(CLIENTS - 1),
      // Most of what happens, happens to one session.
      key: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(KEYS.length - 1) }),
      wish,
      named: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('repeat' as const), back: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), pick: fc.nat(5) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('undelivered' as const), key: fc.constantFrom(0, 0, 1) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('move' as const), by: fc.constantFrom(0, 1, 10, 50, 61_000), ticking }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('moveTo' as const),
      end: fc.constantFrom('deadline' as const, 'lease' as const, 'wait' as const, 'memory' as const),
      beside: fc.constantFrom(-1, 0, 1),
      ticking,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'lookAtAll' as const }) },
);

const create: fc.Arbitrary<Operation> = fc.record({
  do: fc.constant('ask' as const),
  client: fc.nat(CLIENTS - 1),
  key: fc.oneof(fc.constant(0), fc.nat(KEYS.length - 1)),
  wish: fc.record({
    type: fc.constant('set' as const),
    cookie: fc.constant('none' as const),
    size: fc.constantFrom(1, 7),
    minutes: fc.constantFrom(1, 2, 0),
    flags: fc.constantFrom(0, 1),
    onlyIfAbsent: fc.constant(false),
    version: fc.constant('any' as const),
  }),
  named: fc.boolean(),
});

/** A life of a member: some sessions to begin with, then anything; few are drained before their end. */
export const operations: fc.Arbitrary<Operation[]> = fc
  .tuple(
    fc.array(create, { maxLength: 4, size: 'max' }),
    fc.array(operation, { maxLength: 60, size: 'max' }),
    fc.oneof(
      { weight: 9, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.array(operation, { maxLength: 10 }).map((rest) => [{ do: 'drain' as const }, ...rest]),
      },
    ),
  )
  .map((parts) => parts.flat());

interface Numbered<T> {
  readonly key: string;
  readonly value: T;
}

/** Plays operations on a pair: remembers what clients were told, and turns their wishes into commands. */
export class Player {
  private readonly pair: Pair;
  private readonly grants: Numbered<Cookie>[] = [];
  private readonly versions: Numbered<Version>[] = [];
  private readonly namedRequests: Sent[] = [];
  private bytes = 0;

  constructor(pair: Pair) {
    this.pair = pair;
  }

  play(operation: Operation): void {
    const { pair } = this;
    switch (operation.do) {
      case 'ask': {
        const key = KEYS[operation.key] as string;
        const repeatId = operation.named ? `request ${this.namedRequests.length}` : null;
        const sent = { source: operation.client + 1, key, command: this.commandFor(operation.wish, key), repeatId };
        if (repeatId !== null) this.namedRequests.push(sent);
        this.ask(sent);
        return;
      }
      case 'repeat': {
        const sent = this.namedRequests.at(-1 - operation.back);
        if (sent !== undefined && !this.isBeingForgotten(sent)) this.ask(sent);
        return;
      }
      case 'cancel': {
        const waiting = pair.model.waiters();
        pair.cancel(waiting[operation.pick]?.request.asker ?? Math.max(1, pair.newestAsker - operation.pick));
        return;
      }
      case 'move':
        pair.moveTo(pair.at + operation.by, operation.ticking);
        return;
      case 'undelivered': {
        const key = KEYS[operation.key] as string;
        this.learn(key);
        const cookie = chosen(this.grants, { of: 'key', back: 0 }, key);
        if (cookie !== undefined) pair.undelivered({ source: 1, key }, cookie);
        return;
      }
      case 'moveTo': {
        const next = Math.min(...this.ends(operation.end).filter((end) => end + operation.beside >= pair.at));
        if (next < NEVER) pair.moveTo(next + operation.beside, operation.ticking);
        return;
      }
      case 'lookAtAll':
        for (const key of KEYS) this.ask({ source: 1, key, command: { type: 'describe' }, repeatId: null });
        return;
      case 'drain':
        pair.drain();
    }
  }

  /** After the last operation: everybody is answered and every session goes, those too that never expire. */
  end(): void {
    this.play({ do: 'lookAtAll' });
    this.pair.drain();
    for (const [key, session] of this.pair.model.sessions) {
      if (session.deadline < NEVER) continue;
      this.ask({ source: 1, key, command: { type: 'remove', cookie: session.lock?.cookie ?? 0 }, repeatId: null });
    }
    this.pair.outlive(2 * 60_000);
  }

  private ask(sent: Sent): void {
    this.pair.ask(sent);
    this.learn(sent.key);
  }

  // What clients are told of cookies and versions is in the model too.
  private learn(key: string): void {
    const session = this.pair.model.sessions.get(key);
    if (session === undefined) return;
    if (session.newest > 0 && !this.grants.some((grant) => grant.value === session.newest)) {
      this.grants.push({ key, value: session.newest });
    }
    if (!this.versions.some((known) => known.value.sequence === session.version)) {
      this.versions.push({ key, value: { memory: 0, sequence: session.version } });
    }
  }

  private commandFor(wish: Wish, key: string): Command {
    this.learn(key);
    switch (wish.type) {
      case 'get':
        return { type: 'get', wait: wish.wait };
      case 'getExclusive':
        return { type: 'getExclusive', wait: wish.wait, lockLease: wish.lease };
      case 'set':
        return {
          type: 'set',
          cookie: this.cookieFor(wish.cookie, key),
          content: new Uint8Array(wish.size).fill(++this.bytes),
          timeoutMinutes: wish.minutes,
          flags: wish.flags,
          onlyIfAbsent: wish.onlyIfAbsent,
          onlyIfVersion: this.versionFor(wish.version, key),
        };
      case 'renewExclusive':
        return { type: 'renewExclusive', cookie: this.cookieFor(wish.cookie, key), lockLease: wish.lease };
      case 'releaseExclusive':
      case 'remove':
        return { type: wish.type, cookie: this.cookieFor(wish.cookie, key) };
      case 'resetTimeout':
      case 'describe':
        return { type: wish.type };
    }
  }

  private cookieFor(choice: CookieChoice, key: string): Cookie {
    switch (choice) {
      case 'none':
        return NO_COOKIE;
      case 'zero':
        return 0;
      case 'bad':
        return BAD_COOKIE;
      case "nobody's":
        return NOBODYS_COOKIE;
      default:
        return chosen(this.grants, choice, key) ?? NO_COOKIE;
    }
  }

  private versionFor(choice: VersionChoice, key: string): Version | null {
    if (choice === 'any') return null;
    if (choice === "nobody's") return NOBODYS_VERSION;
    return chosen(this.versions, choice, key) ?? NOBODYS_VERSION;
  }

  private ends(of: 'deadline' | 'lease' | 'wait' | 'memory'): Instant[] {
    const { model } = this.pair;
    const sessions = [...model.sessions.values()];
    switch (of) {
      case 'deadline':
        return sessions.map((session) => session.deadline);
      case 'lease':
        return sessions.map((session) => session.lock?.leaseEnd ?? NEVER);
      case 'wait':
        return model.waiters().map((waiter) => waiter.deadline);
      case 'memory':
        return this.namedRequests.map(({ key, repeatId }) => model.rememberedUntil(key, repeatId ?? '') ?? NEVER);
    }
  }

  // At the very instant, and until the next tick after it, whether an outcome is still remembered is not decided.
  private isBeingForgotten(sent: Sent): boolean {
    return (this.pair.model.rememberedUntil(sent.key, sent.repeatId ?? '') ?? NEVER) <= this.pair.at;
  }
}

function chosen<T>(
  known: readonly Numbered<T>[],
  choice: { readonly of: 'key' | 'all'; readonly back: number },
  key: string,
): T | undefined {
  const among = choice.of === 'all' ? known : known.filter((each) => each.key === key);
  return among.at(-1 - choice.back)?.value;
}
