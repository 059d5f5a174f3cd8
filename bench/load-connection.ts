import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Address } from '../test/process/address.ts';
import type { Requests } from './load-requests.ts';

// All sockets read into one buffer: what a read brings is dealt with before the next read begins.
const shared = Buffer.alloc(64 * 1024);

/**
 * One connection of the load generator. The same for all protocols: its requests know what to say and
 * where an answer ends.
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
    const { reader } = this.requests as Requests;
    let at = 0;
    while (at < length) {
      at = reader.read(chunk, at, length);
      if (at < 0) break;
      this.answered(now, reader.ok);
    }
    this.fill(now);
  }

  private answered(now: number, ok: boolean): void {
    if (this.underWay === 0) throw new Error('the server answered what nobody asked');
    this.requests?.answered();
    this.onAnswer(now - (this.sentAt[this.oldest] as number), ok);
    this.oldest = (this.oldest + 1) % this.depth;
    this.underWay--;
  }
}
