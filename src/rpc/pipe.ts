import type { ServerDuplexStream } from '@grpc/grpc-js';
import { assert } from '../base/assert.ts';
import type { Key } from '../base/key.ts';
import type { Answerable, Asker, CommandType, Flushable, Outcome, SourceIndex } from '../member/door.ts';
import { AnswerGatherer, type AnswersMessage, type Grant } from './answer-gatherer.ts';
import { cookieToGiveBack, endOnError, fail, type ServiceRoom, withoutRoom } from './call.ts';
import type { Connection, Transfer } from './connections.ts';
import { addressOf } from './peer-address.ts';
import type { PipeMessage } from './pipe-read-ahead.ts';
import type { Asked, PipedRequest } from './request-codec.ts';
import { encodeTroubleAnswer } from './response-codec.ts';
import { STOPPING, type Trouble } from './status.ts';

export type PipeStream = ServerDuplexStream<PipeMessage, Buffer>;

/** Commands of one stream taken up and not yet answered to the client (that is, their answer not yet written). */
export const MAX_IN_FLIGHT = 1024;

/** While more bytes of answers than this wait to be written, no further command of the stream is taken up. */
const MAX_UNWRITTEN_BYTES = 4 * 1024 * 1024;

/**
 * One stream of commands and answers.
 *
 * Invariants: a command counts in `inFlight` from being taken up until its answer was written. The next message
 * comes only when nothing of the one before is left to take up. A lock granted here is either in an answer that was written,
 * or in `gathered` or `writing`; if the stream breaks, these are given back.
 */
export class Pipe implements Flushable {
  private readonly room: ServiceRoom;
  private readonly call: PipeStream;
  private readonly connection: Connection | null;
  private readonly source: SourceIndex;
  private readonly closed: () => void;

  /** The message being taken up, and how far. */
  private message: PipeMessage | null = null;
  private commands: readonly PipedRequest[] = [];
  private next = 0;

  private inFlight = 0;
  private unwrittenBytes = 0;
  /** With the core. */
  private readonly asking = new Set<PipedCommand>();
  /** Answers that leave when the turn ends. */
  private readonly gathered = new AnswerGatherer();
  private isFlushing = false;
  /** What the messages handed to the stream and not yet written hold, in that order. */
  private readonly writing: WrittenMessage[] = [];

  private clientEnded = false;
  private state: 'open' | 'stopping' | 'ended' | 'gone' = 'open';

  /** `closed` is called once, when the stream is over for whatever reason. */
  constructor(room: ServiceRoom, call: PipeStream, closed: () => void) {
    this.room = room;
    this.call = call;
    const peer = call.getPeer();
    this.connection = room.connections.of(peer);
    this.source = room.entrance.sourceOf('grpc', addressOf(peer));
    this.closed = closed;
  }

  begin(): void {
    this.call.on('data', (message: PipeMessage) => endOnError(() => this.onMessage(message)));
    this.call.on('end', () => endOnError(() => this.onClientEnd()));
    this.call.on('cancelled', () => endOnError(() => this.onGone()));
  }

  /** Answers what is in work, then ends the stream. */
  stop(): void {
    if (this.state === 'open') this.state = 'stopping';
    this.endIfDone();
  }

  private onMessage(message: PipeMessage): void {
    if (this.isOver()) return;
    const { request } = message;
    if (request.type === 'refused') {
      this.room.admission.counters.invalid++;
      this.state = 'ended';
      fail(this.call, request.trouble);
      return;
    }
    this.message = message;
    this.commands = request.commands;
    this.next = 0;
    this.takeUp();
  }

  private takeUp(): void {
    while (this.next < this.commands.length && this.hasRoom()) {
      const command = this.commands[this.next++];
      if (command !== undefined) this.take(command);
    }
    if (this.next < this.commands.length) return;
    const { message } = this;
    this.message = null;
    this.commands = [];
    this.next = 0;
    // Last, for the next message may come from within.
    message?.takenUp();
  }

  private hasRoom(): boolean {
    return this.inFlight < MAX_IN_FLIGHT && this.unwrittenBytes < MAX_UNWRITTEN_BYTES;
  }

  private take({ id, request }: PipedRequest): void {
    const { admission, entrance } = this.room;
    this.inFlight++;
    if (request.type === 'refused') {
      admission.counters.invalid++;
      this.refuse(id, request.trouble);
    } else if (this.state === 'stopping') {
      this.refuse(id, STOPPING);
    } else {
      const trouble = admission.enterCommand();
      if (trouble !== null) {
        this.refuse(id, trouble);
        return;
      }
      const command = new PipedCommand(this.room, this, id, request);
      this.asking.add(command);
      entrance.submit(command.asker, this.source, request.key, request.command, request.repeatId);
    }
  }

  answered(command: PipedCommand, outcome: Outcome): void {
    const { admission, entrance, codec } = this.room;
    entrance.dismiss(command.asker);
    admission.leaveCommand();
    this.asking.delete(command);
    const cookie = cookieToGiveBack(outcome);
    const grant = cookie === 0 ? null : { key: command.key, cookie };
    if (this.isOver()) {
      this.giveBack(grant);
      return;
    }
    if (outcome.type === 'found' && !admission.hasRoomFor(outcome.content.length)) {
      this.giveBack(grant);
      this.refuse(command.id, withoutRoom(outcome));
      return;
    }
    this.added(codec.addAnswer(this.gathered, command.id, command.type, outcome, grant));
  }

  private refuse(id: number, trouble: Trouble): void {
    this.added(this.gathered.add(encodeTroubleAnswer(id, trouble)));
  }

  /** An answer of so many octets was gathered. */
  private added(bytes: number): void {
    this.unwrittenBytes += bytes;
    this.room.admission.counters.unwrittenBytes += bytes;
    if (this.isFlushing) return;
    this.isFlushing = true;
    this.room.entrance.flushAtEndOfTurn(this);
  }

  flush(): void {
    this.isFlushing = false;
    if (this.isOver()) return;
    for (const message of this.gathered.take()) this.write(message);
  }

  private write(message: AnswersMessage): void {
    this.writing.push({ message, leaving: this.connection?.outgoing.begin(this.room.connections.now()) ?? null });
    this.call.write(message.bytes, (error: Error | null | undefined) => {
      if (!error) endOnError(() => this.onWritten());
    });
  }

  /**
   * Messages are written in the order they were handed over. When a stream is destroyed, Node reports its unwritten
   * messages as written too, but not before the stream was seen to be gone, or its connection is.
   */
  private onWritten(): void {
    if (this.state === 'gone' || this.connection?.isGone) return;
    const written = this.writing.shift();
    assert(written !== undefined, 'a message written was handed over before');
    const { message, leaving } = written;
    this.inFlight -= message.answers;
    this.unwrittenBytes -= message.bytes.length;
    this.room.admission.counters.unwrittenBytes -= message.bytes.length;
    if (leaving !== null) this.connection?.outgoing.end(leaving);
    if (this.isOver()) return;
    this.takeUp();
    this.endIfDone();
  }

  /** The client sends no more, but wants its answers. */
  private onClientEnd(): void {
    this.clientEnded = true;
    this.endIfDone();
  }

  private endIfDone(): void {
    if (this.isOver() || this.inFlight > 0 || this.next < this.commands.length) return;
    if (this.clientEnded) {
      this.state = 'ended';
      this.call.end();
    } else if (this.state === 'stopping') {
      this.state = 'ended';
      fail(this.call, STOPPING);
    }
  }

  /** Comes once for every stream: when it is cancelled or breaks, and also at its end, when nothing is left to do. */
  private onGone(): void {
    this.state = 'gone';
    for (const command of this.asking) {
      this.room.admission.counters.cancelled++;
      this.room.entrance.cancel(command.asker);
    }
    for (const { message, leaving } of this.writing) {
      this.giveBackAll(message);
      if (leaving !== null) this.connection?.outgoing.end(leaving);
    }
    this.room.admission.counters.unwrittenBytes -= this.unwrittenBytes;
    this.unwrittenBytes = 0;
    for (const message of this.gathered.take()) this.giveBackAll(message);
    this.writing.length = 0;
    this.commands = [];
    this.closed();
  }

  private giveBackAll({ grants }: AnswersMessage): void {
    for (const grant of grants) this.giveBack(grant);
  }

  private giveBack(grant: Grant | null): void {
    if (grant === null) return;
    this.room.admission.counters.undelivered++;
    this.room.entrance.undelivered(this.source, grant.key, grant.cookie);
  }

  private isOver(): boolean {
    return this.state === 'ended' || this.state === 'gone';
  }
}

/** A message handed to the stream, and its way to the client. */
interface WrittenMessage {
  readonly message: AnswersMessage;
  readonly leaving: Transfer | null;
}

/** A command of a Pipe that is with the core. Stays enlisted until answered, as a call of its own does. */
class PipedCommand implements Answerable {
  readonly id: number;
  readonly type: CommandType;
  readonly key: Key;
  readonly asker: Asker;
  private readonly pipe: Pipe;

  constructor(room: ServiceRoom, pipe: Pipe, id: number, request: Asked) {
    this.pipe = pipe;
    this.id = id;
    this.type = request.command.type;
    this.key = request.key;
    this.asker = room.entrance.enlist(this);
  }

  answer(outcome: Outcome): void {
    this.pipe.answered(this, outcome);
  }
}
