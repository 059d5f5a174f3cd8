import { HttpReader } from './http-reader.ts';
import { contentOf, type LoadPlan, sessionUri } from './load-plan.ts';
import { LoadTail, LoadTemplate } from './load-template.ts';
import type { Wording } from './wording.ts';

const HOST = 'Host: 127.0.0.1:42424\r\n';
const URI = sessionUri(0);

/** The state-server protocol as the stock client words it. */
export class GatewayWording implements Wording {
  readonly reader = new HttpReader();
  private readonly gets = new LoadTemplate(`GET ${URI} HTTP/1.1\r\n${HOST}\r\n`);
  private readonly acquires = new LoadTemplate(`GET ${URI} HTTP/1.1\r\n${HOST}Exclusive: acquire\r\n\r\n`);
  private readonly setHeads: LoadTemplate;
  private readonly setTail: LoadTail;
  private readonly creates: LoadTemplate;
  private readonly newcomers: LoadTemplate;

  constructor({ contentBytes, timeoutMinutes, newcomers }: LoadPlan) {
    const content = contentOf(contentBytes);
    const put = (minutes: number): string =>
      `PUT ${URI} HTTP/1.1\r\n${HOST}Content-Length: ${contentBytes}\r\nTimeout: ${minutes}\r\n`;
    const creating = (minutes: number) => new LoadTemplate(`${put(minutes)}ExtraFlags: 0\r\n\r\n${content}`);
    this.setHeads = new LoadTemplate(`${put(timeoutMinutes)}LockCookie: `);
    this.setTail = new LoadTail(`\r\nExtraFlags: 0\r\n\r\n${content}`);
    this.creates = creating(timeoutMinutes);
    this.newcomers = creating(Math.ceil((newcomers?.lifeSeconds ?? 60) / 60));
  }

  get(session: number): Buffer {
    return this.gets.of(session);
  }

  acquire(session: number): Buffer {
    this.reader.wantsCookie = true;
    return this.acquires.of(session);
  }

  set(session: number): Buffer {
    this.reader.wantsCookie = false;
    return this.setTail.behind(this.setHeads.of(session), this.reader.token, this.reader.tokenLength);
  }

  create(session: number): Buffer {
    return Buffer.from(this.creates.of(session));
  }

  newcomer(session: number): Buffer {
    this.reader.wantsCookie = false;
    return Buffer.from(this.newcomers.of(session));
  }
}
