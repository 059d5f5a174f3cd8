import { Metadata, status } from '@grpc/grpc-js';
import type { Duration, Instant } from '../../base/instant.ts';
import type { QuietLog } from '../quiet-log.ts';
import { Connection } from './connection.ts';
import type { Endpoint } from './endpoint.ts';
import { AUTHENTICATE, type Method } from './methods.ts';
import {
  isAnswer,
  isOfEndpoint,
  isOutOfSpace,
  isTrouble,
  isWithoutUsers,
  textOf,
  trouble,
  wantsToken,
} from './trouble.ts';

export interface EtcdUser {
  readonly name: string;
  readonly password: string;
}

/** What became of the calls, for those who count. */
export interface CallCounters {
  failures: number;
  lastSuccess: Instant | null;
}

/** A call is given up after this, connecting and all. */
export const CALL_LIMIT: Duration = 2_000;
/** With less time than this left, another try would only blame an endpoint that had no chance. */
const LEAST_FOR_A_TRY: Duration = 300;
/** Sooner than a member asks again for a swap: that must not go the way on which the first one may be lost. */
const SLOW_AFTER: Duration = 400;

const SLOW = 'an endpoint of etcd is slow to answer: asking the next one';
const TROUBLE = 'etcd cannot be reached, or cannot answer';
const NO_SPACE =
  'etcd is out of space: nothing can be changed until its history is compacted, its members are defragmented and the alarm is disarmed';
const REFUSED = 'etcd refuses what it is asked';

/**
 * Asks one endpoint as long as it answers soon, then the next; what it was asked by then it may still answer. Every
 * call carries that it wants a leader, and the token of the user, which is asked for anew whenever the server does not
 * know it.
 */
export class EtcdClient {
  private readonly endpoints: readonly Endpoint[];
  private readonly user: EtcdUser | null;
  private readonly now: () => Instant;
  private readonly log: QuietLog;
  private readonly counters: CallCounters;
  private readonly closing = new AbortController();
  private connection: Connection | null = null;
  /** Of the present endpoint. */
  private place: number;
  /** '' where etcd asks for none. */
  private token: string | null = null;
  private authenticating: Promise<string> | null = null;
  private isTroubled = false;

  /** `first`: the place of the endpoint to begin with. */
  constructor(
    endpoints: readonly Endpoint[],
    user: EtcdUser | null,
    now: () => Instant,
    log: QuietLog,
    counters: CallCounters,
    first = 0,
  ) {
    this.endpoints = endpoints;
    this.user = user;
    this.now = now;
    this.log = log;
    this.counters = counters;
    this.place = first;
  }

  /** Tried once; whether it was done is not known when this rejects. */
  async once<Request, Response>(
    method: Method<Request, Response>,
    request: Request,
    within: Duration = CALL_LIMIT,
  ): Promise<Response> {
    const until = this.now() + within;
    const connection = this.connect();
    const slow = this.endpoints.length > 1 ? setTimeout(() => this.passOver(connection), SLOW_AFTER) : undefined;
    try {
      const answer = await this.authorized(connection, until, (metadata) =>
        connection.call(method, request, metadata, this.left(until)),
      );
      this.succeeded();
      return answer;
    } catch (error) {
      this.failed(connection, error);
      throw error;
    } finally {
      clearTimeout(slow);
    }
  }

  /** For what may be done twice: each endpoint is tried, while there is time. */
  async call<Request, Response>(
    method: Method<Request, Response>,
    request: Request,
    within: Duration = CALL_LIMIT,
  ): Promise<Response> {
    const until = this.now() + within;
    for (let tries = 1; ; tries++) {
      try {
        return await this.once(method, request, this.left(until));
      } catch (error) {
        const isWorthIt = isTrouble(error) && isOfEndpoint(error) && tries < this.endpoints.length;
        if (!isWorthIt || this.left(until) < LEAST_FOR_A_TRY || this.closing.signal.aborted) throw error;
      }
    }
  }

  /** Follows a stream until it ends, by whichever side. */
  async follow<Request, Response>(
    method: Method<Request, Response>,
    request: Request,
    signal: AbortSignal,
    onMessage: (message: Response) => void,
  ): Promise<void> {
    const connection = this.connect();
    const end = await this.authorized(connection, this.now() + CALL_LIMIT, async (metadata) => {
      const ended = await connection.follow(method, request, metadata, CALL_LIMIT, signal, onMessage);
      if (wantsToken(ended)) throw ended;
      return ended;
    }).catch((error: unknown) => {
      if (isTrouble(error)) return error;
      throw error;
    });
    if (!signal.aborted) this.failed(connection, end);
  }

  /** Nothing is asked any more; what is under way rejects. */
  close(): void {
    this.closing.abort();
    this.connection?.close();
    this.connection = null;
  }

  private connect(): Connection {
    const endpoint = this.endpoints[this.place % this.endpoints.length];
    if (endpoint === undefined || this.closing.signal.aborted) throw trouble(status.CANCELLED, 'closed');
    this.connection ??= new Connection(endpoint);
    return this.connection;
  }

  /** What is asked from now on may wait for nobody; what was sent there already is not asked elsewhere. */
  private passOver(connection: Connection): void {
    if (connection !== this.connection) return;
    this.log.warn({ endpoint: connection.name }, SLOW);
    this.moveOn(connection);
    this.connect().open();
  }

  private moveOn(from: Connection): void {
    from.retire();
    this.connection = null;
    this.place++;
  }

  private left(until: Instant): Duration {
    return Math.max(until - this.now(), 1);
  }

  /** Asks with the token at hand, and once more with a new one where the server does not know it: then nothing was done. */
  private async authorized<T>(
    connection: Connection,
    until: Instant,
    ask: (metadata: Metadata) => Promise<T>,
  ): Promise<T> {
    const { user } = this;
    if (user === null) return await ask(metadataWith(''));
    const token = this.token ?? (await this.authenticate(connection, user, until));
    try {
      return await ask(metadataWith(token));
    } catch (error) {
      if (!isTrouble(error) || !wantsToken(error)) throw error;
      if (this.token === token) this.token = null;
      return await ask(metadataWith(this.token ?? (await this.authenticate(connection, user, until))));
    }
  }

  /** One at a time: the server takes its time over passwords. */
  private async authenticate(connection: Connection, user: EtcdUser, until: Instant): Promise<string> {
    this.authenticating ??= connection
      .call(AUTHENTICATE, user, metadataWith(''), this.left(until))
      .then(({ token }) => token)
      .catch((error: unknown) => {
        if (!isTrouble(error) || !isWithoutUsers(error)) throw error;
        this.log.warn({ user: user.name }, 'etcd has its users switched off: it takes everybody');
        return '';
      })
      .finally(() => {
        this.authenticating = null;
      });
    this.token = await this.authenticating;
    return this.token;
  }

  private succeeded(): void {
    this.counters.lastSuccess = this.now();
    if (!this.isTroubled) return;
    this.isTroubled = false;
    this.log.forget(TROUBLE);
    this.log.info({ endpoint: this.connection?.name }, 'etcd answers again');
  }

  private failed(connection: Connection, error: unknown): void {
    if (!isTrouble(error) || this.closing.signal.aborted) return;
    if (isAnswer(error)) {
      this.succeeded();
      return;
    }
    this.counters.failures++;
    // Of a connection that was given up before: that was told then.
    if (connection !== this.connection) return;
    const fields = { endpoint: connection.name, reason: textOf(error) };
    if (isOfEndpoint(error)) {
      this.isTroubled = true;
      this.log.warn(fields, TROUBLE);
      this.moveOn(connection);
    } else {
      this.log.error(fields, isOutOfSpace(error) ? NO_SPACE : REFUSED);
    }
  }
}

function metadataWith(token: string): Metadata {
  const metadata = new Metadata();
  metadata.set('hasleader', 'true');
  if (token !== '') metadata.set('token', token);
  return metadata;
}
