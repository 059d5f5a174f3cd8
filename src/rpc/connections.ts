import type { Socket } from 'node:net';
import { ServerInterceptingCall, type ServerInterceptor } from '@grpc/grpc-js';
import type { Duration, Instant } from '../base/instant.ts';
import type { Clock } from '../member/door.ts';
import { addressOf } from './peer-address.ts';

/** A connection that moves less than this for so long, while something is under way on it, is closed. */
export const PATIENCE: Duration = 10_000;
export const LEAST_PROGRESS = 64 * 1024;

/** What is under way for so long is given up however fast the rest of its connection moves. */
export const LONGEST_TRANSFER: Duration = 60_000;

/** A request on its way in, or an answer on its way out. */
export interface Transfer {
  readonly since: Instant;
  /** The connection is gone before it was over. */
  lost(): void;
}

const UNTOLD = (): void => {};

/**
 * The connections of the door, as sockets: who is too slow, and who is idle. grpc-js tells of a call only its client's
 * address and port, by which its connection is found.
 *
 * The octets of a request are held by grpc-js until it is complete, those of an answer until its client takes them.
 * Both are given the same patience. A message of a Pipe under way is not seen, for a Pipe has no end to wait for.
 */
export class Connections {
  private readonly byPeer = new Map<string, Connection>();
  private readonly clock: Clock;
  private readonly closedSlow: () => void;

  /** `closedSlow` is told of each connection closed for being too slow. */
  constructor(clock: Clock, closedSlow: () => void) {
    this.clock = clock;
    this.closedSlow = closedSlow;
  }

  /** False if there is one with that client's address and port: from the same place to two addresses of ours. */
  add(socket: Socket): boolean {
    const peer = `${socket.remoteAddress}:${socket.remotePort}`;
    if (this.byPeer.has(peer)) return false;
    const connection = new Connection(socket, addressOf(peer));
    this.byPeer.set(peer, connection);
    socket.once('close', () => {
      this.byPeer.delete(peer);
      connection.end();
    });
    return true;
  }

  now(): Instant {
    return this.clock.now();
  }

  /** Null if the client is gone. */
  of(peer: string): Connection | null {
    return this.byPeer.get(peer) ?? null;
  }

  /** An answer for that client was handed over for writing. `over` must follow. Null if the client is gone. */
  answerLeaves(peer: string): Transfer | null {
    return this.byPeer.get(peer)?.outgoing.begin(this.clock.now()) ?? null;
  }

  answerLeft(peer: string, transfer: Transfer | null): void {
    if (transfer !== null) this.byPeer.get(peer)?.outgoing.end(transfer);
  }

  /** Sees the calls begin and end that do not see to it themselves. */
  readonly interceptor: ServerInterceptor = (method, call) =>
    new ServerInterceptingCall(call, {
      start: (next) => {
        const connection = this.byPeer.get(call.getPeer());
        let request: Transfer | null = null;
        next({
          onReceiveMetadata: (metadata, pass) => {
            if (connection !== undefined) {
              connection.calls++;
              if (!method.requestStream) request = connection.incoming.begin(this.clock.now());
            }
            pass(metadata);
          },
          onReceiveHalfClose: (pass) => {
            if (request !== null) connection?.incoming.end(request);
            pass();
          },
          onCancel: () => {
            if (request !== null) connection?.incoming.end(request);
            if (connection !== undefined) connection.calls--;
          },
        });
      },
    });

  /** Closes the connections that are too slow. */
  sweep(): void {
    const now = this.clock.now();
    for (const { socket, incoming, outgoing } of this.byPeer.values()) {
      const isSlowIn = incoming.isTooSlow(now, socket.bytesRead);
      const isSlowOut = outgoing.isTooSlow(now, socket.bytesWritten);
      if (!isSlowIn && !isSlowOut) continue;
      this.closedSlow();
      socket.destroy();
    }
  }

  /** Closes the connections that have no call open and had none the last time. */
  closeIdle(): void {
    for (const connection of this.byPeer.values()) {
      const isIdle = connection.calls === 0 && connection.outgoing.isEmpty;
      if (isIdle && connection.wasIdle) connection.socket.destroy();
      connection.wasIdle = isIdle;
    }
  }

  closeAll(): void {
    for (const { socket } of this.byPeer.values()) socket.destroy();
  }
}

export class Connection {
  readonly socket: Socket;
  /** The client's, without its port. */
  readonly address: string;
  readonly incoming = new Direction();
  readonly outgoing = new Direction();
  /** Open now, of every service. */
  calls = 0;
  wasIdle = false;

  constructor(socket: Socket, address: string) {
    this.socket = socket;
    this.address = address;
  }

  /** Nothing that was not written by now ever will be. */
  get isGone(): boolean {
    return this.socket.destroyed;
  }

  end(): void {
    this.incoming.lose();
    this.outgoing.lose();
  }
}

/** What is under way in one direction of a connection, the oldest first. */
class Direction {
  private readonly transfers = new Set<Transfer>();
  /** When the connection last had moved enough, and how much it had moved then. */
  private movedAt: Instant = Number.NEGATIVE_INFINITY;
  private movedBytes = 0;

  get isEmpty(): boolean {
    return this.transfers.size === 0;
  }

  begin(now: Instant): Transfer {
    const transfer = { since: now, lost: UNTOLD };
    this.transfers.add(transfer);
    return transfer;
  }

  /** It begins now. */
  add(transfer: Transfer): void {
    this.transfers.add(transfer);
  }

  end(transfer: Transfer): void {
    this.transfers.delete(transfer);
  }

  lose(): void {
    for (const transfer of this.transfers) transfer.lost();
    this.transfers.clear();
  }

  /** `bytes`: what the connection has moved since it was opened. */
  isTooSlow(now: Instant, bytes: number): boolean {
    const [oldest] = this.transfers;
    if (oldest === undefined || bytes - this.movedBytes >= LEAST_PROGRESS) {
      this.movedAt = now;
      this.movedBytes = bytes;
    }
    if (oldest === undefined) return false;
    return now - Math.max(this.movedAt, oldest.since) >= PATIENCE || now - oldest.since >= LONGEST_TRANSFER;
  }
}
