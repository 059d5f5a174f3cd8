import { createServer, type Server as NetServer, type Socket } from 'node:net';
import { Server, type ServerDuplexStream, type ServerInterceptor, setLogger, status } from '@grpc/grpc-js';
import { assert } from '../../base/assert.ts';
import type { Clock } from '../../member/door.ts';
import { serverCredentials } from '../authentication.ts';
import { endOnError } from '../call.ts';
import { type Address, openListener } from '../open-listener.ts';
import type { PeerLog } from './line-log.ts';
import { type MemberTls, TALK_PATH } from './line-stream.ts';
import { MAX_TALK_BYTES } from './talk-codec.ts';
import { widenWindow } from './wide-window.ts';

export interface MemberListenerOptions {
  /** Null: connections are not encrypted, and nobody has to show a certificate. */
  readonly tls: MemberTls | null;
  /** See every call, the first one first. Absent: none. */
  readonly interceptors?: readonly ServerInterceptor[];
  /** Absent: a thousand. */
  readonly maxConnections?: number;
}

type Talk = (call: ServerDuplexStream<Buffer, Buffer>, socket: Socket) => void;

const NAMES = { name: 'the member line', label: 'member line' };
const MAX_CONNECTIONS = 1_000;
/** At one time, on one connection: a line is alone on its own, and operators ask little. */
const MAX_CALLS = 64;
/** Calls still open this long after `stop` are broken off. */
const STOP_GRACE = 1_000;

// grpc-js prints headers it cannot read to stderr.
setLogger({});

/** Where other members dial in, and operators: one gRPC server, to which further services may be added. */
export class MemberListener {
  /** Other services are registered here. */
  readonly server: Server;
  private readonly clock: Clock;
  private readonly log: PeerLog;
  private readonly maxConnections: number;
  private readonly listener: NetServer;
  /** By the address and port they come from, which is all that grpc-js tells of a call. */
  private readonly sockets = new Map<string, Socket>();
  private talk: Talk | null = null;

  /** Throws if the files are no certificates and keys. */
  constructor(options: MemberListenerOptions, clock: Clock, log: PeerLog) {
    this.clock = clock;
    this.log = log;
    this.maxConnections = options.maxConnections ?? MAX_CONNECTIONS;
    this.server = new Server({
      interceptors: [...(options.interceptors ?? [])],
      'grpc.max_receive_message_length': MAX_TALK_BYTES,
      'grpc.max_concurrent_streams': MAX_CALLS,
      'grpc.enable_channelz': 0,
      'grpc.keepalive_time_ms': 20_000,
      'grpc.keepalive_timeout_ms': 10_000,
    });
    const handle = (call: ServerDuplexStream<Buffer, Buffer>): void => endOnError(() => this.onTalkCall(call));
    const added = this.server.register(TALK_PATH, handle, asBytes, asBytes, 'bidi');
    assert(added, 'Talk is registered once');
    const { tls } = options;
    const files = tls === null ? null : { cert: tls.cert, key: tls.key, clientCa: tls.ca };
    const injector = this.server.createConnectionInjector(serverCredentials(files));
    this.listener = createServer((socket) => {
      if (this.admit(socket)) injector.injectConnection(socket);
    });
  }

  /** Connections now open. */
  get connections(): number {
    return this.sockets.size;
  }

  /** Is handed the calls of other members, each with its connection. Until then they are told to try again. */
  onTalk(talk: Talk): void {
    this.talk = talk;
  }

  /** Resolves to the address with the real port (port 0 lets the system choose). Rejects if it cannot be had. */
  listen(address: Address): Promise<Address> {
    return openListener(this.listener, address, NAMES, this.clock, this.log);
  }

  /** Takes no new calls, and breaks off what is left after a second. Lines are to be closed before. */
  async stop(): Promise<void> {
    this.listener.close();
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => {
        this.server.forceShutdown();
        resolve();
      }, STOP_GRACE);
      this.server.tryShutdown(() => {
        clearTimeout(force);
        resolve();
      });
    });
    for (const socket of this.sockets.values()) socket.destroy();
  }

  private onTalkCall(call: ServerDuplexStream<Buffer, Buffer>): void {
    const socket = this.sockets.get(call.getPeer());
    if (this.talk === null || socket === undefined) {
      call.emit('error', { code: status.UNAVAILABLE, details: 'not ready yet' });
      return;
    }
    widenWindow(call);
    this.talk(call, socket);
  }

  private admit(socket: Socket): boolean {
    const from = `${socket.remoteAddress}:${socket.remotePort}`;
    // Without an address whoever came is gone already.
    if (socket.remoteAddress === undefined || this.sockets.size >= this.maxConnections || this.sockets.has(from)) {
      socket.destroy();
      return false;
    }
    this.sockets.set(from, socket);
    socket.once('close', () => this.sockets.delete(from));
    return true;
  }
}

function asBytes(bytes: Buffer): Buffer {
  return bytes;
}
