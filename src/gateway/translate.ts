import type { Duration } from '../base/instant.ts';
import { BAD_COOKIE, type Command, type Get, type GetExclusive, NO_COOKIE, type ResetTimeout } from '../member/door.ts';
import { BAD_TIMEOUT, type BadMeaning, type GatewayRequest } from './gateway-request.ts';
import { NOT_AN_INT32 } from './int32.ts';

/** What a request was, as far as the answer's form depends on it. */
export type Rendering = 'read' | 'acquire' | 'release' | 'put' | 'delete' | 'head' | 'refusal';

const RESET_TIMEOUT: ResetTimeout = { type: 'resetTimeout' };

/**
 * From the old protocol's words to the core's: the only file that knows both.
 *
 * The order of checks decides which of two errors wins and whether the session is renewed. What is checked here is
 * checked before the session is looked up; what must be found out later travels in the command (BAD_COOKIE).
 */
export class Translator {
  private readonly get: Get;
  private readonly getNow: Get;
  private readonly getExclusive: GetExclusive;
  private readonly getExclusiveNow: GetExclusive;

  constructor(lockLease: Duration, lockWait: Duration) {
    this.get = { type: 'get', wait: lockWait };
    this.getNow = { type: 'get', wait: 0 };
    this.getExclusive = { type: 'getExclusive', wait: lockWait, lockLease };
    this.getExclusiveNow = { type: 'getExclusive', wait: 0, lockLease };
  }

  /**
   * The command; or why the request is answered 400 without one.
   *
   * @param mayWait whether the client is still there to wait in line
   */
  translate(request: GatewayRequest, mayWait: boolean): Command | BadMeaning {
    if (request.verb === 'unknown') return 'unknown-verb';
    if (request.key.bytes.length === 0) return 'empty-uri';
    switch (request.verb) {
      case 'get':
        return this.translateGet(request, mayWait);
      case 'put':
        if (request.timeout === BAD_TIMEOUT) return 'timeout';
        if (request.extraFlags === NOT_AN_INT32) return 'extra-flags';
        // A session stored empty traps the stock client: it takes an empty answer for "not found" while it holds the lock.
        if (request.body.length === 0) return 'empty-content';
        return {
          type: 'set',
          cookie: request.cookie,
          content: request.body,
          timeoutMinutes: request.timeout,
          flags: request.extraFlags,
          onlyIfAbsent: false,
          onlyIfVersion: null,
        };
      case 'delete':
        return { type: 'remove', cookie: request.cookie };
      case 'head':
        return RESET_TIMEOUT;
    }
  }

  private translateGet(request: GatewayRequest, mayWait: boolean): Command {
    switch (request.exclusive) {
      case 'none':
        return mayWait ? this.get : this.getNow;
      case 'acquire':
        return mayWait ? this.getExclusive : this.getExclusiveNow;
      case 'release':
        // Unlike PUT and DELETE, a release must name a cookie.
        return { type: 'releaseExclusive', cookie: request.cookie === NO_COOKIE ? BAD_COOKIE : request.cookie };
      case 'other':
        // 404 where there is nothing; else the session is renewed, its flag kept, and the answer is 400 all the same.
        return RESET_TIMEOUT;
    }
  }
}

export function renderingOf(request: GatewayRequest): Rendering {
  switch (request.verb) {
    case 'get':
      return RENDERING_OF_GET[request.exclusive];
    case 'put':
    case 'delete':
    case 'head':
      return request.verb;
    case 'unknown':
      return 'refusal';
  }
}

const RENDERING_OF_GET = { none: 'read', acquire: 'acquire', release: 'release', other: 'refusal' } as const;
