import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duration } from '../base/instant.ts';
import { parseDuration } from '../config/kinds.ts';
import type { RenderedMetrics } from './metrics.ts';

/** What the admin listener shows, and may move. */
export interface AdminView {
  /** Whether every loop turns that this one speaks for; its own does, or it would not be asked. */
  turning(): boolean;
  /** Whether this member serves. */
  ready(): boolean;
  metrics(): Promise<RenderedMetrics>;
  /** Moves the clock on and returns how far it has been moved in all; null unless the test clock is on. */
  readonly advance: ((by: Duration) => Duration) | null;
}

/** What of a log this needs. */
export interface AdminLog {
  error(fields: object, message: string): void;
}

const MAX_CONNECTIONS = 64;
const MAX_HEADER_BYTES = 8192;
const REQUEST_TIMEOUT: Duration = 10_000;
const IDLE_TIMEOUT: Duration = 30_000;
/** How long `stop` lets answers under way finish. */
const STOP_GRACE: Duration = 500;
/** How far the clock may be moved in all: 50 years, beyond which dates and deadlines leave their ranges. */
const FURTHEST: Duration = 50 * 365 * 86_400_000;

type Method = 'GET' | 'POST';

/** Health, metrics and (for tests) the clock, over HTTP/1.1. It runs on the loop that serves sessions, so its answers say that the loop turns. */
export class AdminServer {
  private readonly view: AdminView;
  private readonly log: AdminLog;
  private readonly server: Server;
  private stopping = false;
  private movedBy: Duration = 0;

  constructor(view: AdminView, log: AdminLog) {
    this.view = view;
    this.log = log;
    this.server = createServer(
      {
        maxHeaderSize: MAX_HEADER_BYTES,
        requestTimeout: REQUEST_TIMEOUT,
        headersTimeout: REQUEST_TIMEOUT,
        keepAliveTimeout: IDLE_TIMEOUT,
      },
      (request, response) => this.onRequest(request, response),
    );
    this.server.maxConnections = MAX_CONNECTIONS;
  }

  /** Resolves with the real address once it listens; rejects when it cannot. */
  listen(address: { readonly host: string; readonly port: number }): Promise<{ host: string; port: number }> {
    return new Promise((resolve, reject) => {
      const onError = (error: NodeJS.ErrnoException): void =>
        reject(new Error(`admin cannot listen on ${address.host}:${address.port}: ${error.code ?? error.message}`));
      this.server.once('error', onError);
      this.server.listen(address.port, address.host, () => {
        this.server.off('error', onError);
        this.server.on('error', (error) => this.log.error({ err: error }, 'admin listener failed'));
        const bound = this.server.address() as AddressInfo;
        resolve({ host: bound.address, port: bound.port });
      });
    });
  }

  /** Takes no more connections, ends idle ones, and resolves when the last is closed: at most STOP_GRACE later. */
  stop(): Promise<void> {
    this.stopping = true;
    return new Promise((resolve) => {
      const force = setTimeout(() => this.server.closeAllConnections(), STOP_GRACE);
      this.server.close(() => {
        clearTimeout(force);
        resolve();
      });
      this.server.closeIdleConnections();
    });
  }

  private onRequest(request: IncomingMessage, response: ServerResponse): void {
    // No request here has a use for a body. One that comes is not waited for: the connection ends with the answer.
    const hasBody =
      request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
    if (hasBody || this.stopping) response.setHeader('Connection', 'close');
    response.setHeader('Cache-Control', 'no-store');
    // Aborted by its client: nobody is left to tell.
    response.on('error', () => undefined);

    const target = request.url ?? '/';
    const queryAt = target.indexOf('?');
    const path = queryAt < 0 ? target : target.slice(0, queryAt);
    const query = new URLSearchParams(queryAt < 0 ? '' : target.slice(queryAt + 1));
    switch (path) {
      case '/healthz':
        if (!this.allows('GET', request, response)) return;
        return this.view.turning() ? answer(response, 200, 'ok') : answer(response, 503, 'a member stands still');
      case '/readyz':
        if (!this.allows('GET', request, response)) return;
        return this.view.ready() ? answer(response, 200, 'ready') : answer(response, 503, 'not ready');
      case '/metrics':
        if (this.allows('GET', request, response)) this.sendMetrics(response);
        return;
      case '/test/clock':
        if (this.view.advance === null) return answer(response, 404, 'not found');
        if (this.allows('POST', request, response)) this.moveClock(this.view.advance, query.get('advance'), response);
        return;
      default:
        return answer(response, 404, 'not found');
    }
  }

  private allows(method: Method, request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method === method || (method === 'GET' && request.method === 'HEAD')) return true;
    response.setHeader('Allow', method === 'GET' ? 'GET, HEAD' : method);
    answer(response, 405, 'method not allowed');
    return false;
  }

  private moveClock(advance: (by: Duration) => Duration, text: string | null, response: ServerResponse): void {
    const by = parseDuration(text ?? '');
    if (by === undefined) return answer(response, 400, 'advance is a whole number with ms, s, m, h or d: ?advance=60s');
    if (this.movedBy + by > FURTHEST)
      return answer(response, 400, 'the clock cannot be moved on by more than 50 years');
    this.movedBy = advance(by);
    answer(response, 200, `${this.movedBy}ms`);
  }

  private sendMetrics(response: ServerResponse): void {
    this.view.metrics().then(
      ({ contentType, text }) => {
        response.setHeader('Content-Type', contentType);
        response.end(text);
      },
      (error: unknown) => {
        this.log.error({ err: error }, 'metrics could not be rendered');
        answer(response, 500, 'metrics could not be rendered');
      },
    );
  }
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(`${text}\n`);
}
