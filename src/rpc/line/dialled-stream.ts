import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect,
  type IncomingHttpHeaders,
  type IncomingHttpStatusHeader,
} from 'node:http2';
import { isIP, connect as openSocket, type Socket } from 'node:net';
import { connect as openTlsSocket } from 'node:tls';
import { status } from '@grpc/grpc-js';
import { type LineStream, type MemberTls, type StreamListener, TALK_PATH, WINDOW_BYTES } from './line-stream.ts';
import { framed, MessageSplitter } from './message-splitter.ts';

/** Statuses of who understood us and wants no line. */
const REFUSALS: readonly number[] = [status.FAILED_PRECONDITION, status.UNIMPLEMENTED];

/**
 * The dialling end of a line: a connection with one gRPC call on it. Not a client of grpc-js, which goes on connecting
 * after it was closed, and whose sockets nobody else can see or end.
 */
export class DialledStream implements LineStream {
  readonly address: string;
  private readonly socket: Socket;
  private readonly session: ClientHttp2Session;
  private readonly call: ClientHttp2Stream;
  private readonly splitter = new MessageSplitter();
  private listener: StreamListener | null = null;
  private status: { readonly code: number; readonly message: string } | null = null;
  private trouble: string | null = null;
  /** What is under way, and what comes after it. */
  private readonly writing: { readonly bytes: Buffer; readonly taken: () => void }[] = [];
  private isFinishing = false;

  /** `address`: as `isAddress` wants it. */
  constructor(address: string, tls: MemberTls | null) {
    this.address = address;
    this.socket = socketTo(address, tls);
    this.session = connect(`${tls === null ? 'http' : 'https'}://${address}`, {
      createConnection: () => this.socket,
      settings: { enablePush: false, initialWindowSize: WINDOW_BYTES },
      // What waits to leave is bounded by the line.
      maxSessionMemory: Number.MAX_SAFE_INTEGER,
    });
    this.session.on('error', (error) => this.note(error));
    this.session.once('connect', () => this.session.setLocalWindowSize(WINDOW_BYTES));
    this.call = this.session.request({
      ':method': 'POST',
      ':path': TALK_PATH,
      'content-type': 'application/grpc',
      te: 'trailers',
    });
  }

  get bytesRead(): number {
    return this.socket.bytesRead;
  }

  open(listener: StreamListener): void {
    this.listener = listener;
    const { call } = this;
    call.on('response', (headers) => this.learn(headers));
    call.on('trailers', (headers) => this.learn(headers));
    call.on('data', (chunk: Buffer) => this.onData(chunk));
    call.on('error', (error) => this.note(error));
    call.on('close', () => this.onClose());
    // An end without trailers: nothing more comes.
    call.on('end', () => call.end());
  }

  /** One after the other: of what is written at once Node says that it is taken when all of it is. */
  write(bytes: Buffer, taken: () => void): void {
    this.writing.push({ bytes, taken });
    if (this.writing.length === 1) this.writeNext();
  }

  finish(): void {
    this.isFinishing = true;
    if (this.writing.length === 0) this.call.end();
  }

  refuse(): void {
    this.kill();
  }

  kill(): void {
    this.listener = null;
    this.session.destroy();
    this.socket.destroy();
  }

  private writeNext(): void {
    const [next] = this.writing;
    if (next === undefined) {
      if (this.isFinishing) this.call.end();
      return;
    }
    this.call.write(framed(next.bytes), (error) => {
      if (error) return;
      this.writing.shift();
      next.taken();
      this.writeNext();
    });
  }

  private learn(headers: IncomingHttpHeaders & IncomingHttpStatusHeader): void {
    const http = headers[':status'];
    if (http !== undefined && http !== 200) this.status = { code: status.UNKNOWN, message: `HTTP status ${http}` };
    const code = headers['grpc-status'];
    if (typeof code === 'string') this.status = { code: Number(code), message: decoded(headers['grpc-message']) };
  }

  private onData(chunk: Buffer): void {
    let messages: Buffer[];
    try {
      messages = this.splitter.split(chunk);
    } catch (error) {
      this.note(error as Error);
      this.call.close();
      return;
    }
    for (const message of messages) this.listener?.received(message);
  }

  private note(error: Error): void {
    this.trouble ??= error.message;
  }

  private onClose(): void {
    const { listener, status: end } = this;
    this.kill();
    if (end === null) listener?.over(this.trouble ?? 'the connection broke', false);
    else if (end.code === status.OK) listener?.over('the other side ended it', false);
    else listener?.over(end.message, REFUSALS.includes(end.code));
  }
}

const ADDRESS = /^(?:\[([0-9a-f:.]+)\]|([0-9a-z._-]+)):([0-9]{1,5})$/i;

/** Whether these are a host, an IPv6 address in brackets, and a port. */
export function isAddress(address: string): boolean {
  const port = Number(ADDRESS.exec(address)?.[3] ?? 0);
  return port > 0 && port < 65_536 && URL.canParse(`http://${address}`);
}

function socketTo(address: string, tls: MemberTls | null): Socket {
  const [, bracketed, plain, digits] = ADDRESS.exec(address) ?? [];
  const host = bracketed ?? plain ?? '';
  const port = Number(digits);
  if (tls === null) return openSocket({ host, port });
  const servername = isIP(host) === 0 ? host : '';
  return openTlsSocket({ host, port, servername, ...tls, ALPNProtocols: ['h2'] });
}

function decoded(message: string | string[] | undefined): string {
  const text = String(message ?? '');
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
