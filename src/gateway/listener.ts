import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Duration, Instant } from '../base/instant.ts';
import type { Clock, Door, Entrance } from '../member/door.ts';
import { type AddressRange, AllowList, plainAddress } from './allow-list.ts';
import { AnswerPage } from './answer-page.ts';
import { AnswerRenderer } from './answer-renderer.ts';
import { Connection } from './connection.ts';
import { GatewayCounters } from './counters.ts';
import { InFlightBudget } from './in-flight-budget.ts';
import { ReadPage } from './read-page.ts';
import type { Shared } from './shared.ts';
import { Translator } from './translate.ts';
import { UnreadAnswers } from './unread-answers.ts';

export interface GatewayOptions {
  /** What answers name as X-AspNet-Version; clients want a major number of at least 2. */
  readonly aspnetVersion: string;
  /** The largest content of one request. */
  readonly maxContentBytes: number;
  readonly maxConnections: number;
  /** Octets of requests that all connections together may hold; of answers not yet taken, as many again. */
  readonly maxBytesInFlight: number;
  /** How long a lock holds unrenewed. */
  readonly lockLease: Duration;
  /** How long a read or an acquire stays in line for a locked session; 0 for not at all. */
  readonly lockWait: Duration;
  /** Where those who may connect come from; empty for everywhere. */
  readonly allow: readonly AddressRange[];
}

export interface GatewayLog {
  warn(fields: object, message: string): void;
}

export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** How long after `stop` a connection may still be busy. */
const STOP_LIMIT: Duration = 10_000;
const BACKLOG = 1024;
/** The same limit is not warned about again for so long. */
const WARN_INTERVAL: Duration = 10_000;

type Warned = 'connections' | 'address' | 'in-flight' | 'unread' | 'accept';

/** The door for clients of the old protocol: accepts connections, and keeps them within their limits. */
export class GatewayListener {
  readonly counters: GatewayCounters;
  private readonly server: Server;
  private readonly connections = new Set<Connection>();
  private readonly entrance: Entrance;
  private readonly clock: Clock;
  private readonly log: GatewayLog;
  private readonly maxConnections: number;
  private readonly allowList: AllowList;
  private readonly unread: UnreadAnswers;
  private readonly shared: Shared & { sweptAt: Instant };
  private readonly warnedAt = new Map<Warned, Instant>();
  private stoppingSince: Instant | null = null;
  private patience: Duration = 0;
  private stopped: Promise<void> | null = null;
  private onLastClosed: (() => void) | null = null;

  constructor(options: GatewayOptions, entrance: Entrance, clock: Clock, log: GatewayLog) {
    this.entrance = entrance;
    this.clock = clock;
    this.log = log;
    this.maxConnections = options.maxConnections;
    this.allowList = new AllowList(options.allow);
    const budget = new InFlightBudget(options.maxBytesInFlight);
    const unread = new UnreadAnswers(options.maxBytesInFlight);
    this.unread = unread;
    this.counters = new GatewayCounters(budget, unread);
    this.shared = {
      entrance,
      clock,
      counters: this.counters,
      renderer: new AnswerRenderer(options.aspnetVersion, clock),
      page: new AnswerPage(entrance),
      readPage: new ReadPage(),
      translator: new Translator(options.lockLease, options.lockWait),
      budget,
      unread,
      maxContentBytes: options.maxContentBytes,
      sweptAt: clock.now(),
      onInFlightLimit: () =>
        this.warn('in-flight', { bytes: budget.held }, 'request refused: too many bytes of requests in flight'),
      onUnreadLimit: () =>
        this.warn('unread', { bytes: unread.held }, 'connection closed unanswered: too many bytes of answers not read'),
      onClosed: (connection) => this.onClosed(connection),
    };
    this.server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => this.accept(socket));
  }

  /** Octets of requests now in flight. */
  get bytesInFlight(): number {
    return this.counters.bytesInFlight;
  }

  /** For the exporter: the connections as all doors tell them. */
  doorCounts(): { door: Door; connections: number; refused: { address: number; limit: number } } {
    const { connectionsOpen, refusedByAddress, refusedAtLimit } = this.counters;
    return {
      door: 'gateway',
      connections: connectionsOpen,
      refused: { address: refusedByAddress, limit: refusedAtLimit },
    };
  }

  /** @returns the address in fact listened on, which tells the port when 0 was asked for */
  listen(address: ListenAddress): Promise<ListenAddress> {
    return new Promise((resolve, reject) => {
      const onError = (error: NodeJS.ErrnoException) =>
        reject(new Error(`gateway cannot listen on ${address.host}:${address.port}: ${error.code ?? error.message}`));
      this.server.once('error', onError);
      this.server.listen({ host: address.host, port: address.port, backlog: BACKLOG }, () => {
        this.server.off('error', onError);
        // Running out of file descriptors, say: those who are connected go on.
        this.server.on('error', (error) => this.warn('accept', { error: error.message }, 'cannot accept connections'));
        const bound = this.server.address() as AddressInfo;
        resolve({ host: bound.address, port: bound.port });
      });
    });
  }

  /** Accepts no more; the connections there are go on. */
  closeListener(): void {
    this.server.close();
  }

  /** Closes what is too slow, idle for too long, or left over from a stop; lets start what had to wait for readers. */
  sweep(): void {
    const now = this.clock.now();
    this.shared.sweptAt = now;
    const isStopOver = this.stoppingSince !== null && now - this.stoppingSince >= STOP_LIMIT;
    for (const connection of this.connections) {
      if (isStopOver) connection.destroy();
      else connection.sweep(now);
    }
    this.unread.startNext();
  }

  /**
   * Accepts no more, lets each connection end, and resolves when all are closed. Relies on `sweep` going on.
   *
   * @param patience where others serve on: for so long (milliseconds) a connection goes on as it did, unless it has been
   *   idle for as long. A client that keeps connections for its next request then seldom sends that into one that ends.
   */
  stop(patience: Duration = 0): Promise<void> {
    this.stopped ??= new Promise((resolve) => {
      const now = this.clock.now();
      this.stoppingSince = now;
      this.patience = patience;
      // The server counts a socket as closed a little before the connection has heard of it and tidied up.
      this.server.close(() => {
        if (this.connections.size === 0) resolve();
        else this.onLastClosed = resolve;
      });
      for (const connection of this.connections) connection.stop(now, patience);
    });
    return this.stopped;
  }

  private accept(socket: Socket): void {
    this.entrance.accepted();
    // Without an address the client is gone already.
    if (socket.remoteAddress === undefined) {
      drop(socket);
      return;
    }
    const address = plainAddress(socket.remoteAddress);
    if (!this.allowList.allows(address)) {
      this.counters.refusedByAddress++;
      this.warn('address', { address }, 'connection refused: its address is not among those allowed');
      drop(socket);
      return;
    }
    if (this.connections.size >= this.maxConnections) {
      this.counters.refusedAtLimit++;
      this.warn('connections', { limit: this.maxConnections }, 'connection refused: too many are open');
      drop(socket);
      return;
    }
    this.counters.connectionsAccepted++;
    const connection = new Connection(socket, this.entrance.sourceOf('gateway', address), this.shared);
    this.connections.add(connection);
    this.counters.connectionsOpen = this.connections.size;
    // Accepted by the kernel before the stop, handed to us after it.
    if (this.stoppingSince !== null) connection.stop(this.stoppingSince, this.patience);
  }

  private onClosed(connection: Connection): void {
    this.connections.delete(connection);
    this.counters.connectionsOpen = this.connections.size;
    if (this.connections.size === 0) this.onLastClosed?.();
  }

  private warn(kind: Warned, fields: object, message: string): void {
    const now = this.clock.now();
    const last = this.warnedAt.get(kind);
    if (last !== undefined && now - last < WARN_INTERVAL) return;
    this.warnedAt.set(kind, now);
    this.log.warn(fields, message);
  }
}

function drop(socket: Socket): void {
  socket.on('error', () => {});
  socket.destroy();
}
