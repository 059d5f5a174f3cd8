import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Answerable, Asker, Command, CommandType, Outcome, SourceIndex } from '../member/door.ts';
import { addressOf, cookieToGiveBack, endOnError, fail, type ServiceRoom, withoutRoom } from './call.ts';
import type { Transfer } from './connections.ts';
import type { Asked, CheckedRequest } from './request-codec.ts';
import { STOPPING } from './status.ts';

export type UnaryStream = ServerWritableStream<CheckedRequest, Buffer>;

/** Answers a call that carries one command. */
export function serveUnary(room: ServiceRoom, type: CommandType, call: UnaryStream): void {
  const { admission } = room;
  const { request } = call;
  if (request.type === 'refused') {
    admission.counters.invalid++;
    fail(call, request.trouble);
  } else if (admission.stopping) {
    fail(call, STOPPING);
  } else {
    const trouble = admission.enterCommand();
    if (trouble !== null) fail(call, trouble);
    else new UnaryCall(room, type, call, request).submit();
  }
}

/**
 * A call whose command was taken up. It counts as in work until it is answered and over, for until then its answer
 * takes memory.
 *
 * Invariant: from `submit` until its answer the asker stays enlisted even if the client has gone, because the lock may
 * be granted in the very turn in which it goes, and must then be given back.
 */
class UnaryCall implements Answerable {
  private readonly room: ServiceRoom;
  private readonly type: CommandType;
  private readonly call: UnaryStream;
  private readonly request: Asked;
  private readonly source: SourceIndex;
  private readonly asker: Asker;
  private readonly peer: string;
  private state: 'asking' | 'answered' | 'delivered' = 'asking';
  /** The cookie of the lock that the answer grants; 0 if none. */
  private granted = 0;
  private answerBytes = 0;
  private leaving: Transfer | null = null;

  constructor(room: ServiceRoom, type: CommandType, call: UnaryStream, request: Asked) {
    this.room = room;
    this.type = type;
    this.call = call;
    this.request = request;
    this.peer = call.getPeer();
    this.source = room.entrance.sourceOf('grpc', addressOf(this.peer));
    this.asker = room.entrance.enlist(this);
  }

  submit(): void {
    const { key, command, repeatId } = this.request;
    this.call.on('cancelled', () => endOnError(() => this.onEnd()));
    this.room.entrance.submit(this.asker, this.source, key, withinDeadline(command, this.call.getDeadline()), repeatId);
  }

  answer(outcome: Outcome): void {
    const { admission, connections, entrance, codec } = this.room;
    entrance.dismiss(this.asker);
    this.state = 'answered';
    this.granted = cookieToGiveBack(outcome);
    if (this.call.cancelled) {
      admission.leaveCommand();
      this.giveBack();
      return;
    }
    if (outcome.type === 'found' && !admission.hasRoomFor(outcome.content.length)) {
      this.giveBack();
      fail(this.call, withoutRoom(outcome));
      return;
    }
    const encoded = codec.encode(this.type, outcome);
    if (encoded.type === 'trouble') {
      fail(this.call, encoded.trouble);
      return;
    }
    this.answerBytes = encoded.bytes.length;
    admission.counters.unwrittenBytes += this.answerBytes;
    this.leaving = connections.answerLeaves(this.peer);
    this.call.write(encoded.bytes, (error: Error | null | undefined) => {
      // When a stream is destroyed Node reports what it did not write as written, but sets `cancelled` first.
      if (!error && !this.call.cancelled) this.state = 'delivered';
    });
    this.call.end();
  }

  /** Comes once for every call: when the client cancels, the deadline passes or the connection breaks; else at its end. */
  private onEnd(): void {
    const { admission, connections, entrance } = this.room;
    if (this.state === 'asking') {
      admission.counters.cancelled++;
      entrance.cancel(this.asker);
      return;
    }
    admission.leaveCommand();
    admission.counters.unwrittenBytes -= this.answerBytes;
    connections.answerLeft(this.peer, this.leaving);
    if (this.state === 'answered') this.giveBack();
  }

  private giveBack(): void {
    if (this.granted === 0) return;
    this.room.admission.counters.undelivered++;
    this.room.entrance.undelivered(this.source, this.request.key, this.granted);
    this.granted = 0;
  }
}

/** A tenth of the time left, at most this many milliseconds, is kept for the answer's way back. */
const WAY_BACK = 100;

/** A wait that ends before the deadline does, so that the caller learns who holds the lock. gRPC's deadlines go by `Date`. */
function withinDeadline(command: Command, deadline: Date | number): Command {
  if (deadline === Number.POSITIVE_INFINITY) return command;
  if (command.type !== 'get' && command.type !== 'getExclusive') return command;
  const left = Math.max(0, Number(deadline) - Date.now());
  const longest = Math.floor(left - Math.min(left / 10, WAY_BACK));
  return command.wait <= longest ? command : { ...command, wait: longest };
}
