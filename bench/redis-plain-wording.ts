import { contentOf, type LoadPlan, sessionId } from './load-plan.ts';
import { LoadTemplate } from './load-template.ts';
import { redisCommand } from './redis-scripts.ts';
import { RespReader } from './resp-reader.ts';
import type { Wording } from './wording.ts';

const KEY = `plain_${sessionId(0)}`;

/** Bare GET and SET: what Redis does when it is no session store. */
export class RedisPlainWording implements Wording {
  readonly reader = new RespReader();
  private readonly gets = new LoadTemplate(redisCommand('GET', KEY));
  private readonly creates: LoadTemplate;

  constructor({ contentBytes, timeoutMinutes }: LoadPlan) {
    this.creates = new LoadTemplate(
      redisCommand('SET', KEY, contentOf(contentBytes), 'EX', String(timeoutMinutes * 60)),
    );
  }

  get(session: number): Buffer {
    return this.gets.of(session);
  }

  acquire(): never {
    throw new Error('bare GET and SET know no locks');
  }

  set(): never {
    return this.acquire();
  }

  create(session: number): Buffer {
    return Buffer.from(this.creates.of(session));
  }

  newcomer(session: number): Buffer {
    return this.create(session);
  }
}
