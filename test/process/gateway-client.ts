import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Address } from './address.ts';
import { type Response, ResponseReader } from './response-reader.ts';
import { within } from './within.ts';

/** How long an answer may take unless the caller says otherwise, in milliseconds. */
const ANSWER_BOUND = 2_000;

/**
 * A raw socket to the gateway. Sends bytes as they are, each `send` in a segment of its own where the kernel lets it,
 * and hands out the answers in the order in which they come.
 */
export class GatewayClient {
  private readonly socket: Socket;
  private readonly reader = new ResponseReader();
  private readonly answers: Response[] = [];
  private readonly takers: Array<(answer: Response | 'closed') => void> = [];
  /** Settles when the server has ended or reset the connection, or it was closed here. */
  readonly closed: Promise<void>;
  private ended = false;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk: Buffer) => {
      for (const answer of this.reader.push(chunk)) {
        const taker = this.takers.shift();
        if (taker === undefined) this.answers.push(answer);
        else taker(answer);
      }
    });
    // A reset or a broken pipe means the same to a client as an end: 'close' follows.
    socket.on('error', () => {});
    this.closed = new Promise((resolve) => {
      const end = (): void => {
        this.ended = true;
        for (const taker of this.takers.splice(0)) taker('closed');
        resolve();
      };
      socket.on('end', end);
      socket.on('close', end);
    });
  }

  static async connect(address: Address): Promise<GatewayClient> {
    const socket = connect({ host: address.host, port: address.port, noDelay: true, allowHalfOpen: true });
    await within(once(socket, 'connect'), ANSWER_BOUND, `connecting to ${address.host}:${address.port}`);
    return new GatewayClient(socket);
  }

  get isClosed(): boolean {
    return this.ended;
  }

  /** Text is sent one octet per character. */
  send(bytes: Uint8Array | string): void {
    this.socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  }

  /** The next answer, or `closed` when the connection ends without one. */
  next(bound = ANSWER_BOUND): Promise<Response | 'closed'> {
    const answer = this.answers.shift();
    if (answer !== undefined) return Promise.resolve(answer);
    if (this.ended) return Promise.resolve('closed');
    const coming = new Promise<Response | 'closed'>((resolve) => this.takers.push(resolve));
    return within(coming, bound, 'waiting for an answer');
  }

  /** Sends one request and waits for its answer; the connection may not end instead. */
  async ask(request: Uint8Array | string, bound = ANSWER_BOUND): Promise<Response> {
    this.send(request);
    const answer = await this.next(bound);
    if (answer === 'closed') throw new Error('the connection ended instead of an answer');
    return answer;
  }

  /** Whether an answer is there already, unasked for or not yet taken. */
  get hasAnswer(): boolean {
    return this.answers.length > 0;
  }

  /** FIN: nothing more will be sent, answers are still read. */
  finish(): void {
    this.socket.end();
  }

  /** RST: gone without a word. */
  reset(): void {
    this.socket.resetAndDestroy();
  }

  close(): void {
    this.socket.destroy();
  }
}
