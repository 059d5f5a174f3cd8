import { connect, type Socket } from 'node:net';
import type { Address } from '../process/address.ts';
import { type Response, ResponseReader } from '../process/response-reader.ts';
import { CLOSED } from './load-plan.ts';
import { monotonic } from './monotonic.ts';

/** How one exchange over a pooled connection went. */
export type Exchange =
  | { readonly type: 'answered'; readonly response: Response }
  /** Nobody listened: nothing was sent. */
  | { readonly type: 'refused' }
  /**
   * The server's FIN came soon after the request was sent on a connection that had been idle, and before any byte of an
   * answer: it may have been on its way already.
   */
  | { readonly type: 'crossed' }
  | { readonly type: 'broken'; readonly why: string };

/** The stock client's stateNetworkTimeout. */
const NETWORK_TIMEOUT = 10_000;
/** The stock client throws away sockets that nobody used for 5 to 10 s. */
const IDLE_LIMIT = 5_000;
/** A FIN that was under way when the request was sent is here by then, were the machine ever so busy. */
const CROSSING = 1_000;

interface Waiting {
  readonly sent: number;
  readonly resolve: (exchange: Exchange) => void;
}

/** One application's sockets to one server as the stock client keeps them: last in, first out, as many as it takes. */
export class GatewayPool {
  private readonly address: Address;
  private readonly idle: PooledSocket[] = [];
  private readonly all = new Set<PooledSocket>();
  private readonly sweeping: NodeJS.Timeout;

  constructor(address: Address) {
    this.address = address;
    this.sweeping = setInterval(() => this.sweep(), IDLE_LIMIT);
    this.sweeping.unref();
  }

  async exchange(request: string): Promise<Exchange> {
    const exchange = await (this.idle.pop() ?? this.open()).exchange(request);
    if (exchange.type === 'crossed') {
      // The server is ending: what else is idle is of no use, and whoever asks again does so on a new connection.
      for (const socket of [...this.idle]) socket.close();
    }
    return exchange;
  }

  close(): void {
    clearInterval(this.sweeping);
    for (const socket of this.all) socket.close();
  }

  private open(): PooledSocket {
    const opened: PooledSocket = new PooledSocket(this.address, {
      free: () => this.idle.push(opened),
      gone: () => {
        this.all.delete(opened);
        const at = this.idle.indexOf(opened);
        if (at >= 0) this.idle.splice(at, 1);
      },
    });
    this.all.add(opened);
    return opened;
  }

  private sweep(): void {
    const now = monotonic();
    for (const socket of this.idle.filter(({ freeSince }) => freeSince < now - IDLE_LIMIT)) socket.close();
  }
}

interface Owner {
  readonly free: () => void;
  readonly gone: () => void;
}

/** Invariant: it is among the owner's free ones or has one request under way, never both. */
class PooledSocket {
  freeSince = 0;
  private readonly socket: Socket;
  private readonly owner: Owner;
  private readonly reader = new ResponseReader();
  private waiting: Waiting | null = null;
  private isConnected = false;
  private wasUsed = false;
  private isGone = false;

  constructor(address: Address, owner: Owner) {
    this.owner = owner;
    this.socket = connect({ host: address.host, port: address.port, noDelay: true });
    this.socket.once('connect', () => {
      this.isConnected = true;
    });
    this.socket.on('data', (chunk: Buffer) => this.read(chunk));
    this.socket.on('end', () => this.gone('ended'));
    this.socket.on('error', (error: NodeJS.ErrnoException) => this.gone(error.code ?? error.message));
    this.socket.on('timeout', () => this.gone('no answer in time'));
    this.socket.on('close', () => this.gone('closed'));
  }

  exchange(request: string): Promise<Exchange> {
    return new Promise((resolve) => {
      this.waiting = { sent: monotonic(), resolve };
      this.socket.setTimeout(NETWORK_TIMEOUT);
      this.socket.write(request, 'latin1');
    });
  }

  close(): void {
    this.gone('closed by the client');
  }

  private read(chunk: Buffer): void {
    let responses: Response[];
    try {
      responses = this.reader.push(chunk);
    } catch (error) {
      this.gone(error instanceof Error ? error.message : String(error));
      return;
    }
    const [response, more] = responses;
    if (response === undefined) return;
    const { waiting } = this;
    if (waiting === null || more !== undefined || this.reader.left.length > 0) {
      this.gone('an answer to nothing');
      return;
    }
    this.waiting = null;
    this.wasUsed = true;
    this.freeSince = monotonic();
    this.socket.setTimeout(0);
    waiting.resolve({ type: 'answered', response });
    if (!this.isGone) this.owner.free();
  }

  private gone(why: string): void {
    if (this.isGone) return;
    this.isGone = true;
    this.owner.gone();
    this.socket.destroy();
    const { waiting } = this;
    this.waiting = null;
    waiting?.resolve(this.breakOf(why, monotonic() - waiting.sent));
  }

  private breakOf(why: string, after: number): Exchange {
    if (!this.isConnected) return { type: 'refused' };
    // Whoever is told EPIPE had been sent a FIN before.
    const byFin = why === 'ended' || why === 'EPIPE';
    if (byFin && this.wasUsed && after <= CROSSING && this.reader.left.length === 0) return { type: 'crossed' };
    return { type: 'broken', why: why === 'ended' ? CLOSED : why };
  }
}
