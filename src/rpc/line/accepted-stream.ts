import type { Socket } from 'node:net';
import { type ServerDuplexStream, status } from '@grpc/grpc-js';
import type { LineStream, StreamListener } from './line-stream.ts';

/** How long the other side has to hear why it was refused, or that a call has ended. */
const LAST_WORD = 1_000;

/** The end of a line that was dialled. */
export class AcceptedStream implements LineStream {
  readonly address: string;
  private readonly call: ServerDuplexStream<Buffer, Buffer>;
  private readonly socket: Socket;
  private listener: StreamListener | null = null;

  /** `socket` has nothing else on it. */
  constructor(call: ServerDuplexStream<Buffer, Buffer>, socket: Socket) {
    this.address = call.getPeer();
    this.call = call;
    this.socket = socket;
  }

  get bytesRead(): number {
    return this.socket.bytesRead;
  }

  open(listener: StreamListener): void {
    this.listener = listener;
    const { call } = this;
    call.on('data', (bytes: Buffer) => this.listener?.received(bytes));
    call.once('end', () => this.over('the other side ended it'));
    call.once('cancelled', () => this.over('the connection broke, or the other side ended it at once'));
    call.on('error', (error: Error) => this.over(error.message));
  }

  write(bytes: Buffer, taken: () => void): void {
    this.call.write(bytes, (error: Error | null | undefined) => {
      if (!error) taken();
    });
  }

  finish(): void {
    this.call.end();
  }

  refuse(reason: string): void {
    this.listener = null;
    this.call.emit('error', { code: status.FAILED_PRECONDITION, details: reason });
    this.killLater();
  }

  kill(): void {
    this.listener = null;
    // A call that cannot write cannot be ended otherwise.
    this.socket.destroy();
  }

  private over(reason: string): void {
    const { listener } = this;
    this.listener = null;
    this.call.end();
    this.killLater();
    listener?.over(reason, false);
  }

  private killLater(): void {
    setTimeout(() => this.socket.destroy(), LAST_WORD).unref();
  }
}
