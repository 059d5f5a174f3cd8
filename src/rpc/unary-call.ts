import { Metadata, type ServerInterceptingCallInterface, status } from '@grpc/grpc-js';
import type { Instant } from '../base/instant.ts';
import type { Answerable, Asker, Command, CommandType, Outcome, SourceIndex } from '../member/door.ts';
import { cookieToGiveBack, type ServiceRoom, withoutRoom } from './call.ts';
import type { Connection, Transfer } from './connections.ts';
import { addressOf } from './peer-address.ts';
import type { Asked, CheckedRequest } from './request-codec.ts';
import { grpcStatus } from './response-codec.ts';
import { STOPPING, type Trouble } from './status.ts';

export interface UnaryMethod {
  readonly type: CommandType;
  readonly path: string;
}

/** What is handed to grpc-js as an answer. It asks for the bytes only if the call's stream still stands. */
export interface UnaryAnswer {
  takeBytes(): Buffer;
}

/**
 * A call that carries one command, seen from right above HTTP/2: the streams that grpc-js makes for handlers, and
 * whatever else lies between, would cost more than the command.
 *
 * Once taken up it counts as in work until its answer was written or is lost, for until then its answer takes memory.
 *
 * Invariant: from `submit` until its answer the asker stays enlisted even if the client has gone, because the lock may
 * be granted in the very turn in which it goes, and must then be given back.
 */
export class UnaryCall implements Answerable, UnaryAnswer, Transfer {
  private readonly room: ServiceRoom;
  private readonly method: UnaryMethod;
  private readonly call: ServerInterceptingCallInterface;
  private readonly connection: Connection | null;
  private readonly source: SourceIndex;
  private request: CheckedRequest | null = null;
  private arriving: Transfer | null = null;
  private asker: Asker | null = null;
  /** The answer, once there is one, until it was written or is lost. */
  private bytes: Buffer | null = null;
  private wasTaken = false;
  /** When the answer was handed over. */
  since: Instant = 0;
  /** Nothing more comes of the call, and nothing more goes out that has not been handed over. */
  private isOver = false;
  /** The cookie of the lock that the answer grants; 0 if none, or if it was delivered or given back. */
  private granted = 0;

  constructor(room: ServiceRoom, method: UnaryMethod, call: ServerInterceptingCallInterface) {
    this.room = room;
    this.method = method;
    this.call = call;
    const peer = call.getPeer();
    this.connection = room.connections.of(peer);
    this.source = room.entrance.sourceOf('grpc', this.connection?.address ?? addressOf(peer));
  }

  onReceiveMetadata(metadata: Metadata): void {
    const { connection, room } = this;
    if (connection !== null) {
      connection.calls++;
      this.arriving = connection.incoming.begin(room.connections.now());
    }
    const trouble = room.whyKeptOut(this.method.path, metadata);
    if (trouble === null) this.call.startRead();
    else this.fail(trouble);
  }

  onReceiveMessage(request: CheckedRequest): void {
    if (this.request !== null) {
      this.call.sendStatus(TWO_REQUESTS);
      return;
    }
    this.request = request;
    this.call.startRead();
  }

  onReceiveHalfClose(): void {
    this.arrived();
    const { request } = this;
    const { admission } = this.room;
    if (request === null) {
      this.call.sendStatus(NO_REQUEST);
    } else if (request.type === 'refused') {
      admission.counters.invalid++;
      this.fail(request.trouble);
    } else if (admission.stopping) {
      this.fail(STOPPING);
    } else {
      const trouble = admission.enterCommand();
      if (trouble !== null) this.fail(trouble);
      else this.submit(request);
    }
  }

  /** Comes once for every call: when the client cancels, the deadline passes or the connection breaks; else at its end. */
  onCancel(): void {
    this.isOver = true;
    this.arrived();
    if (this.connection !== null) this.connection.calls--;
    if (this.asker !== null) {
      this.room.admission.counters.cancelled++;
      this.room.entrance.cancel(this.asker);
    } else if (this.granted !== 0 || this.connection === null) {
      this.giveBack();
      this.leave();
    }
  }

  answer(outcome: Outcome): void {
    const { admission, entrance, codec } = this.room;
    if (this.asker !== null) entrance.dismiss(this.asker);
    this.asker = null;
    this.granted = cookieToGiveBack(outcome);
    if (this.isOver || this.connection?.isGone) {
      admission.leaveCommand();
      this.giveBack();
    } else if (outcome.type === 'found' && !admission.hasRoomFor(outcome.content.length)) {
      admission.leaveCommand();
      this.giveBack();
      this.fail(withoutRoom(outcome));
    } else {
      const encoded = codec.encode(this.method.type, outcome);
      if (encoded.type === 'message') {
        this.send(encoded.bytes);
      } else {
        admission.leaveCommand();
        this.fail(encoded.trouble);
      }
    }
  }

  takeBytes(): Buffer {
    this.wasTaken = true;
    return this.bytes ?? NOTHING;
  }

  /** The connection broke before the answer was written. */
  lost(): void {
    this.giveBack();
    this.leave();
  }

  private submit({ key, command, repeatId }: Asked): void {
    const { entrance } = this.room;
    this.asker = entrance.enlist(this);
    entrance.submit(this.asker, this.source, key, withinDeadline(command, this.call.getDeadline()), repeatId);
  }

  private send(bytes: Buffer): void {
    const { admission, connections } = this.room;
    this.bytes = bytes;
    admission.counters.unwrittenBytes += bytes.length;
    this.since = connections.now();
    this.connection?.outgoing.add(this);
    this.call.sendMetadata(NO_METADATA);
    this.call.sendMessage(this satisfies UnaryAnswer, () => this.onWritten());
    if (!this.wasTaken) {
      this.giveBack();
      this.leave();
    } else if (this.granted === 0) {
      // Message and status leave in one piece. The call is then over before it is known whether the message was
      // written, which matters to nobody where no lock hangs on it.
      this.call.sendStatus(DONE);
    }
  }

  /**
   * When a stream is destroyed Node reports what it did not write as written, but lets `onCancel` come first. When a
   * connection is, it does not even do that.
   */
  private onWritten(): void {
    if (this.connection?.isGone) this.giveBack();
    this.leave();
    if (this.granted === 0) return;
    this.granted = 0;
    this.call.sendStatus(DONE);
  }

  private leave(): void {
    if (this.bytes === null) return;
    const { admission } = this.room;
    admission.leaveCommand();
    admission.counters.unwrittenBytes -= this.bytes.length;
    this.bytes = null;
    this.connection?.outgoing.end(this);
  }

  private giveBack(): void {
    const { granted, request } = this;
    if (granted === 0 || request?.type !== 'asked') return;
    this.granted = 0;
    this.room.admission.counters.undelivered++;
    this.room.entrance.undelivered(this.source, request.key, granted);
  }

  private arrived(): void {
    if (this.arriving !== null) this.connection?.incoming.end(this.arriving);
    this.arriving = null;
  }

  private fail(trouble: Trouble): void {
    this.call.sendStatus(grpcStatus(trouble));
  }
}

const NOTHING = Buffer.alloc(0);
const NO_METADATA = new Metadata();
const DONE = { code: status.OK, details: 'OK', metadata: null };
const TWO_REQUESTS = { code: status.UNIMPLEMENTED, details: 'the method takes one request', metadata: null };
const NO_REQUEST = { code: status.UNIMPLEMENTED, details: 'the method takes a request', metadata: null };

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
