import type { Duration } from '../../src/base/instant.ts';
import type { Random } from '../../src/base/random.ts';
import { BAD_COOKIE, type Command, type Cookie, NO_COOKIE, type Outcome, type Version } from '../../src/member/door.ts';
import { MAX_COOKIE } from '../../src/session/cookie-counter.ts';

export const LONGEST_WAIT: Duration = 2_000;

/** So many numbers back a client or a whole crowd remembers. */
const MEMORY = 6;

const LEASES: readonly Duration[] = [60, 300, 1_000, 5_000, 110_000, 110_000];
const WAITS: readonly Duration[] = [0, 0, 20, 100, 500, LONGEST_WAIT];
const MINUTES = [1, 1, 1, 1, 2, 0];

/** By how often they are asked. */
const MIX: readonly Command['type'][] = [
  ...Array<'get'>(4).fill('get'),
  ...Array<'getExclusive'>(7).fill('getExclusive'),
  ...Array<'set'>(8).fill('set'),
  ...Array<'releaseExclusive'>(4).fill('releaseExclusive'),
  'renewExclusive',
  'remove',
  'resetTimeout',
  'describe',
];

/** What clients ask of a few hot sessions: every command, with cookies and versions fresh, old, of others and made up. */
export class Workload {
  private readonly random: Random;
  private readonly keys: readonly string[];
  private readonly leases: readonly Duration[];
  /** The lock each client believes to hold, by client and key. */
  private readonly held = new Map<string, Cookie>();
  /** Told to anybody, newest last, by key. */
  private readonly cookies = new Map<string, Cookie[]>();
  private readonly versions = new Map<string, Version[]>();
  private contents = 0;

  constructor(random: Random, keys: readonly string[], leases = LEASES) {
    this.random = random;
    this.keys = keys;
    this.leases = leases;
  }

  next(client: number): { readonly key: string; readonly command: Command } {
    const key = this.oneOf(this.keys);
    return { key, command: this.command(client, key) };
  }

  learn(client: number, key: string, outcome: Outcome): void {
    switch (outcome.type) {
      case 'found':
        this.note(this.versions, key, { memory: outcome.versionMemory, sequence: outcome.versionSequence });
        if (outcome.cookie === 0) return;
        this.held.set(`${client} ${key}`, outcome.cookie);
        this.note(this.cookies, key, outcome.cookie);
        return;
      case 'stored':
        this.note(this.versions, key, { memory: outcome.versionMemory, sequence: outcome.versionSequence });
        return;
      case 'locked':
        this.note(this.cookies, key, outcome.cookie);
        return;
    }
  }

  private command(client: number, key: string): Command {
    const type = this.oneOf(MIX);
    switch (type) {
      case 'get':
        return { type, wait: this.oneOf(WAITS) };
      case 'getExclusive':
        return { type, wait: this.oneOf(WAITS), lockLease: this.oneOf(this.leases) };
      case 'set':
        return {
          type,
          cookie: this.cookie(client, key),
          content: Buffer.from(`c${++this.contents}`),
          timeoutMinutes: this.oneOf(MINUTES),
          flags: this.chance(0.15) ? 1 : 0,
          onlyIfAbsent: this.chance(0.08),
          onlyIfVersion: this.chance(0.15) ? this.version(key) : null,
        };
      case 'renewExclusive':
        return { type, cookie: this.cookie(client, key), lockLease: this.oneOf(this.leases) };
      case 'releaseExclusive':
      case 'remove':
        return { type, cookie: this.cookie(client, key) };
      case 'resetTimeout':
      case 'describe':
        return { type };
    }
  }

  private cookie(client: number, key: string): Cookie {
    const held = this.held.get(`${client} ${key}`);
    if (held !== undefined && this.chance(0.75)) {
      if (this.chance(0.7)) this.held.delete(`${client} ${key}`);
      return held;
    }
    if (this.chance(0.3)) return this.oneOf(this.cookies.get(key) ?? [NO_COOKIE]);
    return this.oneOf([NO_COOKIE, NO_COOKIE, NO_COOKIE, NO_COOKIE, 0, BAD_COOKIE, this.inventedCookie(key)]);
  }

  /** One that is no lock's: half a round away from the partition's counter, which moves on by one with each grant. */
  private inventedCookie(key: string): Cookie {
    const known = this.cookies.get(key)?.at(-1);
    return known === undefined ? 0 : 1 + ((known + 2 ** 30 + this.random.below(1_000)) % MAX_COOKIE);
  }

  private version(key: string): Version | null {
    const known = this.versions.get(key);
    if (known === undefined) return this.chance(0.5) ? null : { memory: 1, sequence: 1 };
    return this.chance(0.6) ? (known.at(-1) ?? null) : this.oneOf(known);
  }

  private note<T>(known: Map<string, T[]>, key: string, value: T): void {
    const list = known.get(key) ?? [];
    list.push(value);
    if (list.length > MEMORY) list.shift();
    known.set(key, list);
  }

  private chance(share: number): boolean {
    return this.random.fraction() < share;
  }

  private oneOf<T>(choices: readonly T[]): T {
    return choices[this.random.below(choices.length)] as T;
  }
}
