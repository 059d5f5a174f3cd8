import type { Duration } from '../../src/base/instant.ts';
import type { Random } from '../../src/base/random.ts';
import { type Command, type Cookie, NO_COOKIE, type Outcome } from '../../src/member/door.ts';
import type { Workload } from './workload.ts';

const MINUTE: Duration = 60_000;

/** What a client is about to do. */
export interface Intention {
  /** How long it thinks before. */
  readonly pause: Duration;
  readonly key: string;
  readonly command: Command;
}

/** What kind of client it is. */
export interface Habit {
  /** The share of requests to which it gives a name, so that it can repeat them. */
  readonly naming: number;
  /** The share of requests for which it has little patience. */
  readonly haste: number;
  next(): Intention;
  /** `outcome` is null if it never heard. */
  learn(intention: Intention, outcome: Outcome | null): void;
}

/** One of many at a few hot sessions: any command, with numbers fresh, old, of others and made up. */
export class Jostling implements Habit {
  readonly naming = 0.4;
  readonly haste = 0.12;
  private readonly random: Random;
  private readonly client: number;
  /** Shared with all others of the kind. */
  private readonly workload: Workload;

  constructor(random: Random, client: number, workload: Workload) {
    this.random = random;
    this.client = client;
    this.workload = workload;
  }

  next(): Intention {
    const pause = this.random.fraction() < 0.7 ? this.random.fraction() * 150 : this.random.fraction() * 1_500;
    return { pause, ...this.workload.next(this.client) };
  }

  learn({ key }: Intention, outcome: Outcome | null): void {
    if (outcome !== null) this.workload.learn(this.client, key, outcome);
  }
}

/** A web page after another: takes the session's lock, works, stores; now and then only reads, leaves or is aborted. */
export class Visiting implements Habit {
  readonly naming = 0.15;
  readonly haste = 0.04;
  private readonly random: Random;
  private readonly keys: readonly string[];
  private readonly client: number;
  private pages = 0;
  private held: { readonly key: string; readonly cookie: Cookie } | null = null;
  private missing: string | null = null;

  constructor(random: Random, client: number, keys: readonly string[]) {
    this.random = random;
    this.client = client;
    this.keys = keys;
  }

  next(): Intention {
    const { held, missing } = this;
    this.missing = null;
    if (held !== null) {
      return { pause: 5 + this.random.fraction() * 250, key: held.key, command: this.finish(held.cookie) };
    }
    if (missing !== null) return { pause: 5, key: missing, command: this.store(NO_COOKIE) };
    const key = oneOf(this.random, this.keys);
    return { pause: 30 + this.random.fraction() ** 2 * 4_000, key, command: this.begin() };
  }

  learn({ key, command }: Intention, outcome: Outcome | null): void {
    if (outcome?.type === 'found' && outcome.cookie !== 0) this.held = { key, cookie: outcome.cookie };
    else if (command.type !== 'renewExclusive' || outcome?.type !== 'renewed') this.held = null;
    if (outcome?.type === 'missing' && this.random.fraction() < 0.9) this.missing = key;
    // The page is aborted: nobody stores what it did.
    if (this.random.fraction() < 0.03) this.held = null;
  }

  private begin(): Command {
    const draw = this.random.fraction();
    if (draw < 0.72) {
      return { type: 'getExclusive', wait: oneOf(this.random, [500, 500, 2_500]), lockLease: this.lease() };
    }
    if (draw < 0.88) return { type: 'get', wait: 500 };
    if (draw < 0.92) return this.store(NO_COOKIE);
    return draw < 0.96 ? { type: 'resetTimeout' } : { type: 'describe' };
  }

  private finish(cookie: Cookie): Command {
    const draw = this.random.fraction();
    if (draw < 0.76) return this.store(cookie);
    if (draw < 0.88) return { type: 'releaseExclusive', cookie };
    if (draw < 0.93) return { type: 'remove', cookie };
    return { type: 'renewExclusive', cookie, lockLease: this.lease() };
  }

  private store(cookie: Cookie): Command {
    return {
      type: 'set',
      cookie,
      content: Buffer.from(`p${this.client}.${++this.pages}`),
      timeoutMinutes: oneOf(this.random, [1, 2, 20, 20]),
      flags: cookie === NO_COOKIE && this.random.fraction() < 0.3 ? 1 : 0,
      onlyIfAbsent: false,
      onlyIfVersion: null,
    };
  }

  private lease(): Duration {
    return oneOf(this.random, [2_000, 10_000, 110_000, 110_000]);
  }
}

/**
 * Alone with one session, which it leaves alone for almost, or little more than, its timeout (or the lease of its
 * lock): nobody else blurs when it must still be there and when no more.
 */
export class Dozing implements Habit {
  readonly naming = 0;
  readonly haste = 0;
  private readonly random: Random;
  private readonly client: number;
  private readonly key: string;
  private plan: Intention[] = [];
  private contents = 0;

  constructor(random: Random, client: number, key: string) {
    this.random = random;
    this.client = client;
    this.key = key;
  }

  next(): Intention {
    if (this.plan.length === 0) {
      if (this.random.fraction() < 0.75) this.doze();
      else this.nap();
      this.plan.reverse();
    }
    return this.plan.pop() as Intention;
  }

  learn(_intention: Intention, outcome: Outcome | null): void {
    // What was not stored, or is locked, is nothing to wait for.
    if (outcome === null || outcome.type === 'unknown' || outcome.type === 'unavailable') this.plan = [];
  }

  private doze(): void {
    const { random } = this;
    const timeout = oneOf(random, [1, 1, 1, 2]);
    this.set(timeout);
    // Renewals that change nothing else, so close that they may travel late.
    for (let left = random.below(5); left > 0; left--) {
      this.intend(300 + random.fraction() * 2_700, oneOf<Command>(random, [{ type: 'resetTimeout' }, READ]));
    }
    const gap = this.around(timeout * MINUTE);
    this.intend(gap, oneOf<Command>(random, [READ, READ, { type: 'describe' }, { type: 'resetTimeout' }]));
  }

  private nap(): void {
    this.set(2);
    const lockLease = oneOf(this.random, [1_000, 5_000, 20_000]);
    this.intend(10, { type: 'getExclusive', wait: 0, lockLease });
    this.intend(this.around(lockLease), oneOf<Command>(this.random, [READ, { type: 'describe' }]));
    this.intend(this.around(lockLease), READ);
  }

  private around(length: Duration): Duration {
    const draw = this.random.fraction();
    if (draw < 0.4) return length * (0.9 + this.random.fraction() * 0.099);
    if (draw < 0.9) return length * (1.001 + this.random.fraction() * 0.15);
    return length * this.random.fraction();
  }

  private set(timeoutMinutes: number): void {
    const content = Buffer.from(`d${this.client}.${++this.contents}`);
    const rest = { flags: 0, onlyIfAbsent: false, onlyIfVersion: null };
    this.intend(100, { type: 'set', cookie: NO_COOKIE, content, timeoutMinutes, ...rest });
  }

  private intend(pause: Duration, command: Command): void {
    this.plan.push({ pause, key: this.key, command });
  }
}

const READ: Command = { type: 'get', wait: 0 };

export function oneOf<T>(random: Random, choices: readonly T[]): T {
  return choices[random.below(choices.length)] as T;
}
