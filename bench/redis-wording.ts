import { contentOf, type LoadPlan } from './load-plan.ts';
import { LoadTemplate } from './load-template.ts';
import { redisCommand, redisKeys, SCRIPTS, type Script } from './redis-scripts.ts';
import { RespReader } from './resp-reader.ts';
import type { Wording } from './wording.ts';

const LOCK_SECONDS = '110';
const LOCK_ID = '638000000000000001';
/** Behind a write: its answer is how many replicas have it. Milliseconds it is waited for. */
const WAIT = redisCommand('WAIT', '1', '1000');

/** Redis as a session provider uses it. A client makes up its lock ids; nobody else visits its sessions here. */
export class RedisWording implements Wording {
  readonly reader = new RespReader();
  private readonly gets = new LoadTemplate(evalOf(SCRIPTS.read));
  private readonly acquires: LoadTemplate;
  private readonly sets: LoadTemplate;
  private readonly creates: LoadTemplate;
  private readonly newcomers: LoadTemplate;
  private readonly acquireReplies: number;
  private readonly setReplies: number;

  constructor({ contentBytes, timeoutMinutes, newcomers, waits }: LoadPlan) {
    const content = contentOf(contentBytes);
    const afterAcquire = waits === 'all' ? WAIT : '';
    const afterSet = waits === undefined ? '' : WAIT;
    const write = (script: Script, seconds: number): string =>
      evalOf(script, LOCK_ID, String(seconds), 'data', content) + afterSet;
    this.acquires = new LoadTemplate(evalOf(SCRIPTS.lockAndRead, LOCK_ID, LOCK_SECONDS) + afterAcquire);
    this.sets = new LoadTemplate(write(SCRIPTS.writeAndUnlock, timeoutMinutes * 60));
    this.creates = new LoadTemplate(write(SCRIPTS.write, timeoutMinutes * 60));
    this.newcomers = new LoadTemplate(write(SCRIPTS.write, newcomers?.lifeSeconds ?? 60));
    this.acquireReplies = afterAcquire === '' ? 1 : 2;
    this.setReplies = afterSet === '' ? 1 : 2;
  }

  get(session: number): Buffer {
    this.reader.replies = 1;
    return this.gets.of(session);
  }

  acquire(session: number): Buffer {
    this.reader.replies = this.acquireReplies;
    return this.acquires.of(session);
  }

  set(session: number): Buffer {
    this.reader.replies = this.setReplies;
    return this.sets.of(session);
  }

  create(session: number): Buffer {
    this.reader.replies = this.setReplies;
    return Buffer.from(this.creates.of(session));
  }

  newcomer(session: number): Buffer {
    this.reader.replies = this.setReplies;
    return Buffer.from(this.newcomers.of(session));
  }
}

function evalOf({ sha }: Script, ...values: readonly string[]): string {
  const { lock, data, timeout } = redisKeys(0);
  return redisCommand('EVALSHA', sha, '3', lock, data, timeout, ...values);
}
