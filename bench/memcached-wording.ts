import { contentOf, type LoadPlan, sessionUri } from './load-plan.ts';
import { LoadTail, LoadTemplate } from './load-template.ts';
import { MemcachedReader } from './memcached-reader.ts';
import type { Wording } from './wording.ts';

const KEY = sessionUri(0);
/** Seconds above this are taken for a date. */
const LONGEST = 30 * 24 * 60 * 60;

/** memcached's text protocol. It has no locks: `gets` reads, and `cas` stores unless somebody else did meanwhile. */
export class MemcachedWording implements Wording {
  readonly reader = new MemcachedReader();
  private readonly gets = new LoadTemplate(`get ${KEY}\r\n`);
  private readonly acquires = new LoadTemplate(`gets ${KEY}\r\n`);
  private readonly setHeads: LoadTemplate;
  private readonly setTail: LoadTail;
  private readonly creates: LoadTemplate;
  private readonly newcomers: LoadTemplate;

  constructor({ contentBytes, timeoutMinutes, newcomers }: LoadPlan) {
    const seconds = Math.min(timeoutMinutes * 60, LONGEST);
    const content = contentOf(contentBytes);
    const setting = (life: number) => new LoadTemplate(`set ${KEY} 0 ${life} ${contentBytes}\r\n${content}\r\n`);
    this.setHeads = new LoadTemplate(`cas ${KEY} 0 ${seconds} ${contentBytes} `);
    this.setTail = new LoadTail(`\r\n${content}\r\n`);
    this.creates = setting(seconds);
    this.newcomers = setting(newcomers?.lifeSeconds ?? 60);
  }

  get(session: number): Buffer {
    return this.gets.of(session);
  }

  acquire(session: number): Buffer {
    return this.acquires.of(session);
  }

  set(session: number): Buffer {
    return this.setTail.behind(this.setHeads.of(session), this.reader.token, this.reader.tokenLength);
  }

  create(session: number): Buffer {
    return Buffer.from(this.creates.of(session));
  }

  newcomer(session: number): Buffer {
    return Buffer.from(this.newcomers.of(session));
  }
}
