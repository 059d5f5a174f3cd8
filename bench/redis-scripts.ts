import { createHash } from 'node:crypto';
import { sessionId } from './load-plan.ts';

/** A script, and the name it is called by. */
export interface Script {
  readonly text: string;
  readonly sha: string;
}

/**
 * What Microsoft's session provider for Redis asks of it, in scripts of our own. A session is a hash of its items, a hash
 * of its timeout, and a lock while somebody has it; whoever reads or writes renews the first two. The provider sets a
 * lock and its expiry with two calls; here one does it.
 */
function scriptOf(text: string): Script {
  return { text, sha: createHash('sha1').update(text).digest('hex') };
}

const READ_AND_RENEW = `
local items = redis.call('HGETALL', KEYS[2])
local timeout = redis.call('HGET', KEYS[3], 'SessionTimeout')
if timeout then
  redis.call('EXPIRE', KEYS[2], timeout)
  redis.call('EXPIRE', KEYS[3], timeout)
end
return { 1, items, timeout }`;

const WRITE_AND_RENEW = `
redis.call('HSET', KEYS[2], ARGV[3], ARGV[4])
redis.call('EXPIRE', KEYS[2], ARGV[2])
redis.call('HSET', KEYS[3], 'SessionTimeout', ARGV[2])
redis.call('EXPIRE', KEYS[3], ARGV[2])`;

/** Each takes the keys of the lock, of the data and of the timeout. */
export const SCRIPTS = {
  /** Unless somebody has the lock. */
  read: scriptOf(`
local holder = redis.call('GET', KEYS[1])
if holder then return { 0, holder } end
${READ_AND_RENEW}`),
  /** Lock id, seconds the lock lasts. */
  lockAndRead: scriptOf(`
if not redis.call('SET', KEYS[1], ARGV[1], 'NX', 'EX', ARGV[2]) then return { 0, redis.call('GET', KEYS[1]) } end
${READ_AND_RENEW}`),
  /** Lock id, seconds of the timeout, name of the item, the item. */
  writeAndUnlock: scriptOf(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
${WRITE_AND_RENEW}
redis.call('DEL', KEYS[1])
return 1`),
  /** As before, without a lock. */
  write: scriptOf(`${WRITE_AND_RENEW}
return 1`),
} as const;

/** The keys of a session as the provider spells them. */
export function redisKeys(session: number): { readonly lock: string; readonly data: string; readonly timeout: string } {
  const both = `{/shop_${sessionId(session)}}`;
  return {
    lock: `${both}_WriteLock`,
    data: `${both}_SessionStateItemCollection`,
    timeout: `${both}_SessionTimeout`,
  };
}

/** A command as Redis reads it, one octet per character. */
export function redisCommand(...words: readonly string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`;
}
