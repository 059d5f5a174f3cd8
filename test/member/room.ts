import assert from 'node:assert/strict';
import {
  BAD_COOKIE,
  type Command,
  type Cookie,
  NO_COOKIE,
  type Outcome,
  type OutcomeType,
} from '../../src/member/door.ts';
import type { MemberOptions } from '../../src/member/member-options.ts';
import { Pair, SMALL } from './pair.ts';

export { BAD_COOKIE, NO_COOKIE };

export const KEY = '/lm/w3svc/1/root/shop(h=)/id';
export const LEASE = 110_000;
export const MINUTE = 60_000;

export const get = (wait = 0): Command => ({ type: 'get', wait });
export const acquire = (wait = 0, lockLease = LEASE): Command => ({ type: 'getExclusive', wait, lockLease });
export const release = (cookie: Cookie): Command => ({ type: 'releaseExclusive', cookie });
export const renew = (cookie: Cookie, lockLease = LEASE): Command => ({ type: 'renewExclusive', cookie, lockLease });
export const remove = (cookie: Cookie = NO_COOKIE): Command => ({ type: 'remove', cookie });
export const resetTimeout: Command = { type: 'resetTimeout' };
export const look: Command = { type: 'describe' };

type SetCommand = Extract<Command, { type: 'set' }>;

export function put(text: string, rest: Partial<Omit<SetCommand, 'type' | 'content'>> = {}): Command {
  return {
    type: 'set',
    content: Buffer.from(text),
    cookie: NO_COOKIE,
    timeoutMinutes: 20,
    flags: 0,
    onlyIfAbsent: false,
    onlyIfVersion: null,
    ...rest,
  };
}

export interface How {
  readonly source?: number;
  readonly key?: string;
  readonly repeatId?: string;
}

/** A pair to ask by hand, for tests of one rule each: the model has to agree there too. */
export class Room {
  readonly pair: Pair;

  constructor(options: Partial<MemberOptions> = {}) {
    this.pair = new Pair({ ...SMALL, ...options });
  }

  /** Asks for what is answered at once, in this way. */
  ask<T extends OutcomeType>(command: Command, as: T, how: How = {}): Extract<Outcome, { type: T }> {
    return this.told(this.submit(command, how), as);
  }

  /** Asks for what has to be waited for; returns who waits. */
  waits(command: Command, how: How = {}): number {
    const asker = this.submit(command, how);
    assert.ok(this.isWaiting(asker), 'it was answered at once');
    return asker;
  }

  isWaiting(asker: number): boolean {
    return !this.pair.outcomes.has(asker);
  }

  told<T extends OutcomeType>(asker: number, as: T): Extract<Outcome, { type: T }> {
    const outcome = this.pair.outcomes.get(asker);
    assert.equal(outcome?.type, as);
    return outcome as Extract<Outcome, { type: T }>;
  }

  private submit(command: Command, { source = 1, key = KEY, repeatId }: How): number {
    return this.pair.ask({ source, key, command, repeatId: repeatId ?? null });
  }
}

export function textOf(outcome: { readonly content: Uint8Array }): string {
  return Buffer.from(outcome.content).toString();
}

export function versionOf(outcome: { readonly versionMemory: number; readonly versionSequence: number }) {
  return { memory: outcome.versionMemory, sequence: outcome.versionSequence };
}
