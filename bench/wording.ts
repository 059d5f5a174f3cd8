import type { AnswerReader } from './answer-reader.ts';
import { GatewayWording } from './gateway-wording.ts';
import type { LoadPlan } from './load-plan.ts';
import { MemcachedWording } from './memcached-wording.ts';
import { RedisPlainWording } from './redis-plain-wording.ts';
import { RedisWording } from './redis-wording.ts';

/**
 * How one protocol words what the load asks for, on one connection. What is returned holds until the next call; only
 * what `create` and `newcomer` return is not written to again.
 */
export interface Wording {
  readonly reader: AnswerReader;
  /** Reads without a lock. */
  get(session: number): Buffer;
  /** Takes the lock and reads. */
  acquire(session: number): Buffer;
  /** Stores under the lock that was taken last, whose answer `reader` has read. */
  set(session: number): Buffer;
  /** Stores anew. */
  create(session: number): Buffer;
  /** Stores anew what expires soon. */
  newcomer(session: number): Buffer;
}

export function wordingFor(plan: LoadPlan): Wording {
  switch (plan.protocol ?? 'gateway') {
    case 'gateway':
      return new GatewayWording(plan);
    case 'redis':
      return new RedisWording(plan);
    case 'redis-plain':
      return new RedisPlainWording(plan);
    case 'memcached':
      return new MemcachedWording(plan);
  }
}
