import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Address } from '../test/process/address.ts';
import type { Requests } from './load-requests.ts';

const END_OF_HEAD = Buffer.from('\r\n\r\n', 'latin1');
const COOKIE = Buffer.from('LockCookie: ', 'latin1');
const TWO = 0x32;
const ZERO = 0x30;
const NINE = 0x39;
const STATUS_AT = 'HTTP/1.1 '.length;

// All sockets read into one buffer: what a read brings is dealt with before the next read begins.
const shared = Buffer.alloc(64 * 1024);

/**
 * One connection of the load generator. It knows as little of the protocol as it can, to stay cheaper than any server.
 */
export class LoadConnection {
  readonly connected: Promise<void>;
  private readonly socket: Socket;
  private readonly depth: number;
  /** Milliseconds between two planned requests; 0: none is planned. */
  private readonly every: number;
  private dueAt = 0;
  private readonly onAnswer: (milliseconds: number, ok: boolean) => void;
  /** When the requests under way were sent, oldest at `oldest`. */
  private readonly sentAt: Float64Array;
  private oldest = 0;
  private underWay = 0;
  private requests: Requests | null = null;
  private onIdle: () => void = () => {};
  private isEnding = false;
  /** Octets still to come of the body whose head has been read. */
  private bodyLeft = 0;
  private ok = true;
  /** The beginning of a head that a read cut in two. */
  private held: Buffer | null = null;

  constructor(target: Address, depth: number, every: number, onAnswer: (milliseconds: number, ok: boolean) => void) {
    this.depth = depth;
    this.every = every;
    this.onAnswer = onAnswer;
    this.sentAt = new Float64Array(depth);
    const onread = {
      buffer: shared,
      callback: (length: number): boolean => {
        this.read(shared, length);
        return true;
      },
    };
    this.socket = connect({ host: target.host, port: target.port, noDelay: true, onread });
    this.connected = new Promise((resolve) => this.socket.once('connect', resolve));
    this.socket.once('close', () => {
      if (this.underWay > 0) throw new Error('the server closed a connection of the load generator');
    });
  }

  /** Sends `requests` until there are no more; resolves when the last one was answered. */
  run(requests: Requests): Promise<void> {
    this.requests = requests;
    const idle = new Promise<void>((resolve) => {
      this.onIdle = resolve;
    });
    const now = performance.now();
    // Not all at once.
    this.dueAt = now + Math.random() * this.every;
    this.fill(now);
    return idle;
  }

  /** Begins what has come due. To be called all the time where requests are planned. */
  pace(now: number): void {
    if (this.dueAt <= now || this.isEnding) this.fill(now);
  }

  /** Begins nothing new. */
  stop(): void {
    this.isEnding = true;
  }

  close(): void {
    this.socket.destroy();
  }

  private fill(now: number): void {
    while (this.underWay < this.depth) {
      if (this.every > 0 && this.dueAt > now && !this.isEnding) return;
      const request = this.requests?.next(this.isEnding) ?? null;
      if (request === null) break;
      this.sentAt[(this.oldest + this.underWay) % this.depth] = this.every > 0 && !this.isEnding ? this.dueAt : now;
      this.dueAt += this.every;
      this.underWay++;
      this.socket.write(request);
    }
    if (this.underWay === 0) this.onIdle();
  }

  private read(chunk: Buffer, length: number): void {
    const now = performance.now();
    let at = 0;
    while (at < length) {
      if (this.bodyLeft === 0) {
        at = this.readHead(chunk, at, length);
        if (at < 0) break;
      }
      const body = Math.min(this.bodyLeft, length - at);
      this.bodyLeft -= body;
      at += body;
      if (this.bodyLeft === 0) this.answered(now);
    }
    this.fill(now);
  }

  /** @returns where the body begins, or -1 when the head has not come whole */
  private readHead(chunk: Buffer, start: number, length: number): number {
    if (this.held !== null) return this.readHeldHead(chunk, start, length);
    // The buffer still has older bytes behind `length`: what is found there does not count.
    const end = chunk.indexOf(END_OF_HEAD, start);
    if (end < 0 || end + 4 > length) {
      this.held = Buffer.from(chunk.subarray(start, length));
      return -1;
    }
    this.takeHead(chunk, start, end);
    return end + 4;
  }

  private readHeldHead(chunk: Buffer, start: number, length: number): number {
    const before = (this.held as Buffer).length;
    const joined = Buffer.concat([this.held as Buffer, chunk.subarray(start, length)]);
    const end = joined.indexOf(END_OF_HEAD);
    this.held = end < 0 ? joined : null;
    if (end < 0) return -1;
    this.takeHead(joined, 0, end);
    return start + end + 4 - before;
  }

  private takeHead(bytes: Buffer, start: number, end: number): void {
    this.ok = bytes[start + STATUS_AT] === TWO;
    // Content-Length is the last header of every answer.
    let value = 0;
    for (let at = end - 1, weight = 1; isDigit(bytes[at]); at--, weight *= 10)
      value += ((bytes[at] as number) - ZERO) * weight;
    this.bodyLeft = value;
    if (this.requests?.wantsCookie !== true || !this.ok) return;
    const name = bytes.indexOf(COOKIE, start);
    if (name < 0 || name > end) return;
    const digits = name + COOKIE.length;
    let digitsEnd = digits;
    while (isDigit(bytes[digitsEnd])) digitsEnd++;
    this.requests.cookie(bytes, digits, digitsEnd);
  }

  private answered(now: number): void {
    this.onAnswer(now - (this.sentAt[this.oldest] as number), this.ok);
    this.oldest = (this.oldest + 1) % this.depth;
    this.underWay--;
  }
}

function isDigit(octet: number | undefined): boolean {
  return octet !== undefined && octet >= ZERO && octet <= NINE;
}
