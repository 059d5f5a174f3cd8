import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AddressRange } from '../../src/gateway/allow-list.ts';
import { GatewayListener, type GatewayOptions } from '../../src/gateway/listener.ts';
import { FakeClock, FakeEntrance } from './fake-entrance.ts';

const PATIENCE_MS = 5_000;

/** Polls until it holds; fails if it does not within a bound. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  const start = performance.now();
  while (!holds()) {
    assert.ok(performance.now() - start < PATIENCE_MS, `not in time: ${what}`);
    await nextTurn();
  }
}

/** A client that keeps its own side open until told otherwise, and remembers what it saw. */
export class RawClient {
  readonly socket: Socket;
  chunks: string[] = [];
  hasEnded = false;
  isClosed = false;

  constructor(port: number, host = '127.0.0.1') {
    this.socket = connect({ port, host, allowHalfOpen: true, noDelay: true });
    this.socket.on('data', (chunk: Buffer) => this.chunks.push(chunk.toString('latin1')));
    this.socket.on('end', () => {
      this.hasEnded = true;
    });
    this.socket.on('error', () => {});
    this.socket.on('close', () => {
      this.isClosed = true;
    });
  }

  get text(): string {
    return this.chunks.join('');
  }

  /** Statuses of the answers so far, as long as none of their contents looks like one. */
  get statuses(): string[] {
    return Array.from(this.text.matchAll(/HTTP\/1\.1 (\d{3}) /g), (match) => match[1] as string);
  }

  send(text: string): this {
    this.socket.write(text, 'latin1');
    return this;
  }

  end(): this {
    this.socket.end();
    return this;
  }

  reset(): void {
    this.socket.resetAndDestroy();
  }

  async hasStatuses(...statuses: string[]): Promise<void> {
    await until(() => this.statuses.length >= statuses.length, `${statuses.length} answers, have ${this.statuses}`);
    assert.deepEqual(this.statuses, statuses);
  }
}

/** A listener on loopback with a fake member behind it, and its clients. */
export class Stage {
  readonly clock = new FakeClock();
  readonly entrance = new FakeEntrance();
  readonly warnings: string[] = [];
  readonly listener: GatewayListener;
  private readonly clients: RawClient[] = [];
  private port = 0;

  constructor(options: Partial<GatewayOptions> = {}) {
    this.listener = new GatewayListener(
      {
        aspnetVersion: '2.0.50727',
        maxContentBytes: 1_000_000,
        maxConnections: 100,
        maxBytesInFlight: 100_000_000,
        lockLease: 110_000,
        lockWait: 500,
        allow: [],
        ...options,
      },
      this.entrance,
      this.clock,
      { warn: (_fields, message) => this.warnings.push(message) },
    );
  }

  async open(host = '127.0.0.1'): Promise<this> {
    this.port = (await this.listener.listen({ host, port: 0 })).port;
    return this;
  }

  client(host?: string): RawClient {
    const client = new RawClient(this.port, host);
    this.clients.push(client);
    return client;
  }

  /** A client whose connection the listener has. */
  async connected(): Promise<RawClient> {
    const { connectionsAccepted } = this.listener.counters;
    const client = this.client();
    await until(() => this.listener.counters.connectionsAccepted > connectionsAccepted, 'the connection is accepted');
    return client;
  }

  /** Moves the clock on and looks what fell due. */
  advance(milliseconds: number): void {
    this.clock.advance(milliseconds);
    this.listener.sweep();
  }

  /** Ends everything; at the end, nothing is held for anybody. */
  async close(): Promise<void> {
    for (const client of this.clients) client.socket.destroy();
    let isStopped = false;
    void this.listener.stop().then(() => {
      isStopped = true;
    });
    await until(() => {
      if (!isStopped) this.advance(250);
      return isStopped;
    }, 'the listener stops');
    await until(() => this.entrance.enlisted === this.entrance.inLine.length, 'all askers are dismissed');
    if (this.entrance.inLine.length === 0) assert.equal(this.listener.bytesInFlight, 0, 'no bytes left in flight');
    assert.equal(this.listener.counters.unreadBytes, 0, 'no answers left unread');
    assert.equal(this.listener.counters.connectionsOpen, 0);
  }
}

/** `10.0.0.0/8`, or a single address, as a range. */
export function rangeOf(text: string): AddressRange {
  const [address = '', prefix] = text.split('/');
  const family = address.includes(':') ? 'ipv6' : 'ipv4';
  return { family, address, prefix: Number(prefix ?? (family === 'ipv6' ? 128 : 32)) };
}

export function get(key: string, fields = ''): string {
  return `GET /${key} HTTP/1.1\r\nHost: x\r\n${fields}\r\n`;
}

export function acquire(key: string): string {
  return get(key, 'Exclusive: acquire\r\n');
}

export function put(key: string, content: string, fields = ''): string {
  return `PUT /${key} HTTP/1.1\r\nContent-Length: ${content.length}\r\n${fields}\r\n${content}`;
}
