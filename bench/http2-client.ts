import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Address } from '../test/process/address.ts';
import { FLAG, FRAME, frameHead, HEAD_BYTES, HeaderTable, PREFACE, WIDE_WINDOW } from './http2-frames.ts';

/** What a client is told. */
export interface Http2Events {
  onMessage(stream: number, message: Buffer): void;
  /** The stream is over, well or not. */
  onEnd(stream: number): void;
  /** All that came in one piece has been told: what it led to may leave in one piece. */
  onRead(): void;
}

const MOST_PER_FRAME = 16_384;
/** After so many octets received the windows are opened again. */
const REOPEN_AFTER = 4 * 1024 * 1024;
const EMPTY = Buffer.alloc(0);

interface Unsent {
  readonly stream: number;
  readonly isLast: boolean;
  rest: Buffer;
}

/**
 * As much of HTTP/2 and gRPC as a load needs, on bytes: Node's own client takes more CPU time for a call than the
 * server under test. It never reads what headers say; an answer's message tells whether it is the right one.
 */
export class Http2Client {
  readonly connected: Promise<unknown>;
  private readonly socket: Socket;
  private readonly events: Http2Events;
  private readonly headers: HeaderTable;
  private received: Buffer = EMPTY;
  private readonly partial = new Map<number, Buffer>();
  private leaving: Buffer[] = [];
  private unsent: Unsent[] = [];
  private nextStream = 1;
  private connectionWindow = 65_535;
  private initialWindow = 65_535;
  private readonly windows = new Map<number, number>();
  private receivedBytes = 0;
  private isClosing = false;

  constructor({ host, port }: Address, events: Http2Events) {
    this.events = events;
    this.headers = new HeaderTable(`${host}:${port}`);
    this.socket = connect({ host, port, noDelay: true });
    this.socket.on('data', (chunk) => this.onBytes(chunk));
    this.socket.on('close', () => {
      if (!this.isClosing) throw new Error('the server closed a connection under load');
    });
    this.connected = once(this.socket, 'connect');
    this.leaving.push(PREFACE);
    this.flush();
  }

  close(): void {
    this.isClosing = true;
    this.socket.destroy();
  }

  /** Begins a call and gives back its stream. */
  open(path: string): number {
    const stream = this.nextStream;
    this.nextStream += 2;
    this.windows.set(stream, this.initialWindow);
    const block = this.headers.blockFor(path);
    this.leaving.push(frameHead(block.length, FRAME.headers, FLAG.endHeaders, stream), block);
    return stream;
  }

  send(stream: number, message: Uint8Array, isLast: boolean): void {
    const framed = Buffer.allocUnsafe(5 + message.length);
    framed.writeUInt8(0, 0);
    framed.writeUInt32BE(message.length, 1);
    framed.set(message, 5);
    this.unsent.push({ stream, isLast, rest: framed });
    this.sendWhatFits();
  }

  /** Writes what was gathered. */
  flush(): void {
    if (this.leaving.length === 0) return;
    this.socket.write(Buffer.concat(this.leaving));
    this.leaving = [];
  }

  private sendWhatFits(): void {
    while (this.unsent.length > 0) {
      const [first] = this.unsent;
      if (first === undefined) return;
      const window = this.windows.get(first.stream) ?? 0;
      const size = Math.min(first.rest.length, window, this.connectionWindow, MOST_PER_FRAME);
      if (size <= 0) return;
      const isEnd = first.isLast && size === first.rest.length;
      this.leaving.push(frameHead(size, FRAME.data, isEnd ? FLAG.endStream : 0, first.stream));
      this.leaving.push(first.rest.subarray(0, size));
      first.rest = first.rest.subarray(size);
      this.windows.set(first.stream, window - size);
      this.connectionWindow -= size;
      if (first.rest.length === 0) this.unsent.shift();
    }
  }

  private onBytes(chunk: Buffer): void {
    const bytes = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    let at = 0;
    while (bytes.length - at >= HEAD_BYTES) {
      const end = at + HEAD_BYTES + bytes.readUIntBE(at, 3);
      if (end > bytes.length) break;
      const stream = bytes.readUInt32BE(at + 5);
      this.onFrame(bytes[at + 3] ?? 0, bytes[at + 4] ?? 0, stream, bytes.subarray(at + HEAD_BYTES, end));
      at = end;
    }
    this.received = bytes.subarray(at);
    this.events.onRead();
    this.flush();
  }

  private onFrame(type: number, flags: number, stream: number, payload: Buffer): void {
    switch (type) {
      case FRAME.data:
        this.onData(stream, payload);
        break;
      case FRAME.settings:
        if ((flags & FLAG.ack) === 0) this.onSettings(payload);
        break;
      case FRAME.ping:
        if ((flags & FLAG.ack) === 0) this.leaving.push(frameHead(8, FRAME.ping, FLAG.ack, 0), Buffer.from(payload));
        break;
      case FRAME.windowUpdate:
        this.onWindow(stream, payload.readUInt32BE(0));
        break;
      case FRAME.goAway:
        throw new Error(`the server closed the connection with code ${payload.readUInt32BE(4)}`);
      default:
    }
    if (
      type === FRAME.resetStream ||
      ((flags & FLAG.endStream) !== 0 && (type === FRAME.headers || type === FRAME.data))
    ) {
      this.windows.delete(stream);
      this.partial.delete(stream);
      this.events.onEnd(stream);
    }
  }

  private onData(stream: number, payload: Buffer): void {
    this.receivedBytes += payload.length;
    if (this.receivedBytes >= REOPEN_AFTER) {
      this.leaving.push(windowUpdate(0, this.receivedBytes));
      // Only the stream of a Pipe lives long enough to need it; one more window for another does no harm.
      this.leaving.push(windowUpdate(stream, this.receivedBytes));
      this.receivedBytes = 0;
    }
    const before = this.partial.get(stream);
    let bytes = before === undefined ? payload : Buffer.concat([before, payload]);
    while (bytes.length >= 5) {
      const end = 5 + bytes.readUInt32BE(1);
      if (end > bytes.length) break;
      this.events.onMessage(stream, bytes.subarray(5, end));
      bytes = bytes.subarray(end);
    }
    if (bytes.length > 0) this.partial.set(stream, bytes);
    else if (before !== undefined) this.partial.delete(stream);
  }

  private onSettings(payload: Buffer): void {
    for (let at = 0; at + 6 <= payload.length; at += 6) {
      if (payload.readUInt16BE(at) !== WIDE_WINDOW.setting) continue;
      const initial = payload.readUInt32BE(at + 2);
      for (const [stream, window] of this.windows) this.windows.set(stream, window + initial - this.initialWindow);
      this.initialWindow = initial;
    }
    this.leaving.push(frameHead(0, FRAME.settings, FLAG.ack, 0));
    this.sendWhatFits();
  }

  private onWindow(stream: number, more: number): void {
    if (stream === 0) this.connectionWindow += more;
    else if (this.windows.has(stream)) this.windows.set(stream, (this.windows.get(stream) ?? 0) + more);
    this.sendWhatFits();
  }
}

function windowUpdate(stream: number, more: number): Buffer {
  const bytes = Buffer.concat([frameHead(4, FRAME.windowUpdate, 0, stream), Buffer.alloc(4)]);
  bytes.writeUInt32BE(more, HEAD_BYTES);
  return bytes;
}
