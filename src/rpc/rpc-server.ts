import { createServer, type Server as NetServer, type Socket } from 'node:net';
import { Server, type ServerInterceptor, setLogger } from '@grpc/grpc-js';
import { HealthImplementation } from 'grpc-health-check';
import type { Clock, Door, Entrance } from '../member/door.ts';
import { Admission, type AdmissionLimits, type RpcCounters, type RpcLog } from './admission.ts';
import {
  operatorGuard,
  requireToken,
  serverCredentials,
  type TlsFiles,
  type TokenCheck,
  tokenCheck,
} from './authentication.ts';
import type { ClusterService } from './cluster-service.ts';
import { Connections } from './connections.ts';
import { type Address, openListener } from './open-listener.ts';
import { pipeReadAhead } from './pipe-read-ahead.ts';
import { addReflection } from './reflection.ts';
import { ResponseCodec, type Sources } from './response-codec.ts';
import { SERVICE_NAME, SessionService } from './session-service.ts';
import { SideCalls } from './side-calls.ts';

export interface RpcOptions extends AdmissionLimits {
  /** The largest content of a session. A message may have 64 KiB more. */
  readonly maxContentBytes: number;
  /** Milliseconds a lock holds if the caller names no lease. */
  readonly lockLease: number;
  /** Null: the connections are not encrypted. */
  readonly tls: TlsFiles | null;
  /** Null: no token is asked for. */
  readonly tokens: readonly string[] | null;
  /** Those who bear one may drain and forget members, and adopt a table. Absent: nobody may over this door. */
  readonly operatorTokens?: readonly string[];
}

export interface DoorCounts {
  readonly door: Door;
  readonly connections: number;
  readonly refused: { readonly address: number; readonly limit: number };
}

const LISTENER = { name: 'gRPC', label: 'gRPC', shared: true };
const MESSAGE_OVERHEAD = 64 * 1024;

/** Calls still open this long after `stop` are broken off: a little before the process gives up waiting for its doors. */
const STOP_GRACE = 9_000;
/** While stopping, how often connections without a call are looked for; those found twice are closed. */
const STOP_LOOK_EVERY = 200;

// grpc-js prints headers it cannot read, and with them whatever a client put there, to stderr.
setLogger({});

/** The gRPC door: the session service, that for operators, health and reflection on one listener. */
export class RpcServer {
  private readonly log: RpcLog;
  private readonly admission: Admission;
  private readonly server: Server;
  private readonly service: SessionService;
  private readonly cluster: ClusterService | null;
  private readonly sideCalls: SideCalls;
  private readonly listener: NetServer;
  private readonly connections: Connections;
  private readonly clock: Clock;
  private readonly entrance: Entrance;
  private readonly health = new HealthImplementation();

  constructor(
    options: RpcOptions,
    entrance: Entrance,
    clock: Clock,
    log: RpcLog,
    sources: Sources,
    cluster: ClusterService | null = null,
  ) {
    this.log = log;
    this.clock = clock;
    this.entrance = entrance;
    this.admission = new Admission(clock, log, options);
    const { counters } = this.admission;
    this.connections = new Connections(clock, () => {
      counters.connectionsSlow++;
    });
    this.sideCalls = new SideCalls(['', SERVICE_NAME], () => {
      counters.refused++;
    });
    const operatorTokens = options.operatorTokens ?? [];
    const { admission, connections } = this;
    const whyKeptOut =
      options.tokens === null
        ? () => null
        : tokenCheck(options.tokens, operatorTokens, () => {
            counters.unauthenticated++;
          });
    const room = { entrance, admission, connections, codec: new ResponseCodec(clock, sources), whyKeptOut };
    this.service = new SessionService(room, options);
    this.server = new Server({
      interceptors: [this.interceptorFor(whyKeptOut)],
      'grpc.max_receive_message_length': options.maxContentBytes + MESSAGE_OVERHEAD,
      'grpc.max_concurrent_streams': 1000,
      'grpc.enable_channelz': 0,
      // A client that vanished without a word loses its place in line within half a minute.
      'grpc.keepalive_time_ms': 20_000,
      'grpc.keepalive_timeout_ms': 10_000,
    });
    this.service.register(this.server);
    this.cluster = cluster;
    cluster?.register(this.server, { mayOperate: operatorGuard(operatorTokens), connections });
    this.health.addToServer(this.server);
    addReflection(this.server, cluster !== null);
    this.setServing(false);
    // The listener is ours, not grpc-js's, so that connections can be counted and bounded.
    const injector = this.server.createConnectionInjector(serverCredentials(options.tls));
    this.listener = createServer((socket) => {
      if (this.admit(socket)) injector.injectConnection(socket);
    });
  }

  get counters(): Readonly<RpcCounters> {
    return this.admission.counters;
  }

  /** For the exporter: the connections as all doors tell them. */
  doorCounts(): DoorCounts {
    const { connections, connectionsRefused } = this.counters;
    return { door: 'grpc', connections, refused: { address: 0, limit: connectionsRefused } };
  }

  /** Resolves to the address with the real port (port 0 lets the system choose). Rejects if it cannot be had. */
  listen(address: Address): Promise<Address> {
    return openListener(this.listener, address, LISTENER, this.clock, this.log);
  }

  /** Takes no new connections; those there are go on. */
  closeListener(): void {
    this.listener.close();
  }

  /** Closes connections on which requests or answers do not move on. To be called about every second. */
  sweep(): void {
    this.connections.sweep();
  }

  /** What the health service says of the server as a whole and of the session service. */
  setServing(serving: boolean): void {
    const status = serving ? 'SERVING' : 'NOT_SERVING';
    this.health.setStatus('', status);
    this.health.setStatus(SERVICE_NAME, status);
  }

  /**
   * Takes no new calls, lets pending ones finish, and breaks off what is left after `grace` milliseconds. Whoever waits
   * in line is answered by the member, which is told to drain by whoever calls this.
   */
  async stop(grace = STOP_GRACE): Promise<void> {
    this.setServing(false);
    this.service.stop();
    this.cluster?.stop();
    this.sideCalls.endAll();
    this.closeListener();
    const looking = setInterval(() => this.connections.closeIdle(), STOP_LOOK_EVERY);
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => {
        const { commandsInWork, pipesOpen } = this.counters;
        this.log.warn(
          { commandsInWork, pipesOpen },
          'gRPC: calls still open when the time to stop was over are broken off',
        );
        this.server.forceShutdown();
        resolve();
      }, grace);
      this.server.tryShutdown(() => {
        clearTimeout(force);
        resolve();
      });
    });
    clearInterval(looking);
    // What is left never became a connection of HTTP/2.
    this.connections.closeAll();
  }

  private interceptorFor(whyKeptOut: TokenCheck): ServerInterceptor {
    // The first one sees a call first.
    const others = [requireToken(whyKeptOut), this.sideCalls.interceptor, pipeReadAhead];
    return (method, call) => {
      const taken = this.service.takeOver(method.path, call);
      if (taken !== null) return taken;
      return others.reduce((outer, next) => next(method, outer), this.connections.interceptor(method, call));
    };
  }

  private admit(socket: Socket): boolean {
    this.entrance.accepted();
    const { admission, connections } = this;
    // Without an address the client is gone already.
    if (admission.stopping || socket.remoteAddress === undefined || !admission.enterConnection()) {
      socket.destroy();
      return false;
    }
    socket.once('close', () => admission.leaveConnection());
    if (!connections.add(socket)) {
      socket.destroy();
      return false;
    }
    socket.setNoDelay(true);
    return true;
  }
}
