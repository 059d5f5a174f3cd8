import { type LoadPlan, sessionUri } from './load-plan.ts';

/** Where a connection's next request comes from. */
export interface Requests {
  /**
   * The next request's bytes, which hold until its answer has come; null when there are no more.
   * `isEnding`: no new work is begun, what is begun is brought to its end.
   */
  next(isEnding: boolean): Buffer | null;
  /** Whether answers carry a lock cookie that a later request needs. */
  readonly wantsCookie: boolean;
  /** The digits of the cookie in the answer that just came. */
  cookie(buffer: Buffer, start: number, end: number): void;
}

const HOST = 'Host: 127.0.0.1:42424\r\n';

/** The requests of connection number `index` under `plan`. */
export function requestsFor(plan: LoadPlan, index: number): Requests {
  switch (plan.mix) {
    case 'get':
      return new Gets(plan, index);
    case 'exclusive-set':
      return new ExclusiveSets(plan, index);
    case 'create':
      return new Creates(plan, index);
  }
}

class Gets implements Requests {
  readonly wantsCookie = false;
  private readonly requests: Buffer[] = [];
  private nextSession: number;

  constructor(plan: LoadPlan, index: number) {
    for (let session = 0; session < plan.sessions; session++) {
      this.requests.push(Buffer.from(`GET ${sessionUri(session)} HTTP/1.1\r\n${HOST}\r\n`, 'latin1'));
    }
    // Connections start apart, so that they do not walk through the sessions in step.
    this.nextSession = Math.floor((index * plan.sessions) / plan.connections);
  }

  next(isEnding: boolean): Buffer | null {
    if (isEnding) return null;
    const request = this.requests[this.nextSession] as Buffer;
    this.nextSession = this.nextSession + 1 === this.requests.length ? 0 : this.nextSession + 1;
    return request;
  }

  cookie(): void {}
}

/** Every connection has sessions of its own, so that it never meets another's lock. */
class ExclusiveSets implements Requests {
  readonly wantsCookie = true;
  private readonly acquires: Buffer[] = [];
  private readonly setHeads: Buffer[] = [];
  private readonly setTail: Buffer;
  /** The Set being built; written over only after its predecessor was answered. */
  private readonly set: Buffer;
  private session = 0;
  private holds = false;
  private setLength = 0;

  constructor(plan: LoadPlan, index: number) {
    for (let session = index; session < plan.sessions; session += plan.connections) {
      const uri = sessionUri(session);
      this.acquires.push(Buffer.from(`GET ${uri} HTTP/1.1\r\n${HOST}Exclusive: acquire\r\n\r\n`, 'latin1'));
      const length = `Content-Length: ${plan.contentBytes}\r\n`;
      const head = `PUT ${uri} HTTP/1.1\r\n${HOST}${length}Timeout: ${plan.timeoutMinutes}\r\nLockCookie: `;
      this.setHeads.push(Buffer.from(head, 'latin1'));
    }
    this.setTail = Buffer.from(`\r\nExtraFlags: 0\r\n\r\n${'x'.repeat(plan.contentBytes)}`, 'latin1');
    this.set = Buffer.alloc(512 + this.setTail.length);
  }

  next(isEnding: boolean): Buffer | null {
    // A lock taken is given back: the next load would have to wait for it.
    if (!this.holds) return isEnding ? null : (this.acquires[this.session] as Buffer);
    this.holds = false;
    this.session = this.session + 1 === this.acquires.length ? 0 : this.session + 1;
    return this.set.subarray(0, this.setLength);
  }

  cookie(buffer: Buffer, start: number, end: number): void {
    const head = this.setHeads[this.session] as Buffer;
    head.copy(this.set, 0);
    buffer.copy(this.set, head.length, start, end);
    const at = head.length + end - start;
    this.setTail.copy(this.set, at);
    this.setLength = at + this.setTail.length;
    this.holds = true;
  }
}

class Creates implements Requests {
  readonly wantsCookie = false;
  private readonly plan: LoadPlan;
  private readonly tail: string;
  private session: number;

  constructor(plan: LoadPlan, index: number) {
    this.plan = plan;
    this.session = index;
    const head = `Content-Length: ${plan.contentBytes}\r\nTimeout: ${plan.timeoutMinutes}\r\nExtraFlags: 0\r\n\r\n`;
    this.tail = ` HTTP/1.1\r\n${HOST}${head}${'x'.repeat(plan.contentBytes)}`;
  }

  next(isEnding: boolean): Buffer | null {
    if (isEnding || this.session >= this.plan.sessions) return null;
    const request = Buffer.from(`PUT ${sessionUri(this.session)}${this.tail}`, 'latin1');
    this.session += this.plan.connections;
    return request;
  }

  cookie(): void {}
}
