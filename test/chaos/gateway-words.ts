import { NO_COOKIE } from '../../src/member/door.ts';
import { acquire, get, head, release, remove, set } from '../process/requests.ts';
import type { Response } from '../process/response-reader.ts';
import { type HistoryCommand, type HistoryOutcome, tagOf } from '../simulation/history.ts';

/** What is asked through a door, content as it is; the history knows it by its tag. */
export interface Wish {
  readonly command: HistoryCommand;
  /** Of a Set. */
  readonly content: string;
}

/** The request as the stock client words it, one octet per character. */
export function gatewayRequest(uri: string, { command, content }: Wish): string {
  switch (command.type) {
    case 'get':
      return get(uri);
    case 'getExclusive':
      return acquire(uri);
    case 'releaseExclusive':
      return release(uri, command.cookie);
    case 'set': {
      const lock = command.cookie === NO_COOKIE ? {} : { cookie: command.cookie };
      return set(uri, { content, timeout: command.timeoutMinutes, extraFlags: command.flags, ...lock });
    }
    case 'remove':
      return command.cookie === NO_COOKIE ? remove(uri) : remove(uri, command.cookie);
    case 'resetTimeout':
      return head(uri);
    default:
      throw new Error(`the gateway knows no ${command.type}`);
  }
}

/**
 * What an answer of the gateway tells; `unknown` where it asks a reader to come again (423 with age 0 and cookie 0).
 * Null if it is no answer that a healthy cluster gives to this command: a stock client would take most of them for an
 * empty session, or for success.
 */
export function toldByGateway(
  command: HistoryCommand,
  { status, headers, body }: Pick<Response, 'status' | 'headers' | 'body'>,
  lockLease: number,
): HistoryOutcome | null {
  const number = (name: string): number => Number(headers.get(name) ?? Number.NaN);
  const flagTaken = headers.get('actionflags') === '1';
  if (status === 404) return command.type === 'set' ? null : { type: 'missing' };
  if (status === 423) {
    const [cookie, age] = [number('lockcookie'), number('lockage') * 1000];
    if (!Number.isInteger(cookie) || !(age >= 0)) return null;
    return refused(command, cookie, age, flagTaken);
  }
  if (status !== 200) return null;
  switch (command.type) {
    case 'get':
    case 'getExclusive': {
      const cookie = command.type === 'get' ? 0 : number('lockcookie');
      const timeoutMinutes = number('timeout');
      const isGrant = command.type === 'getExclusive';
      if (body.length === 0 || !Number.isInteger(timeoutMinutes) || isGrant !== cookie > 0) return null;
      const lease = isGrant ? lockLease : 0;
      return {
        type: 'found',
        content: tagOf(body),
        version: null,
        timeoutMinutes,
        flagTaken,
        cookie,
        lockLease: lease,
      };
    }
    case 'set':
      return { type: 'stored', created: null, version: null };
    case 'releaseExclusive':
      return { type: 'released', flagTaken };
    case 'remove':
      return { type: 'removed' };
    case 'resetTimeout':
      return { type: 'renewed', lockLease: 0 };
    default:
      return null;
  }
}

/** The old protocol has one status for a lock that stands and for a cookie that is over. */
function refused(command: HistoryCommand, cookie: number, age: number, flagTaken: boolean): HistoryOutcome | null {
  switch (command.type) {
    case 'get':
    case 'getExclusive':
      return cookie === 0 && age === 0 ? { type: 'unknown' } : { type: 'locked', cookie, age, flagTaken };
    case 'releaseExclusive':
      return { type: 'locked', cookie, age, flagTaken };
    case 'set':
    case 'remove':
      if (command.cookie <= 0) return { type: 'locked', cookie, age, flagTaken };
      return { type: 'stale', newest: cookie, locked: null, age };
    default:
      return null;
  }
}
