import { assert } from '../base/assert.ts';
import type { Cookie } from './command.ts';

export const MAX_COOKIE: Cookie = 2_147_483_647;

/**
 * Numbers the locks of one partition: 1 to MAX_COOKIE and round again. One counter for all its sessions, outliving
 * them, so that a number from a session's former life does not fit its next one.
 */
export class CookieCounter {
  /** The newest cookie given out, 1 to MAX_COOKIE. */
  newest: Cookie;

  /** `start` is drawn at random where the partition's memory is new. */
  constructor(start: Cookie) {
    assert(start >= 1, 'cookies are positive');
    assert(start <= MAX_COOKIE, 'cookies fit 31 bits');
    this.newest = start;
  }

  /** The next cookie, passing over `taken`: after a whole round it could be the newest of the session being locked. */
  next(taken: Cookie): Cookie {
    this.advance();
    if (this.newest === taken) this.advance();
    return this.newest;
  }

  private advance(): void {
    this.newest = this.newest === MAX_COOKIE ? 1 : this.newest + 1;
  }
}
