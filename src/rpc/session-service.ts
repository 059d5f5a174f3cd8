import { type Server, ServerInterceptingCall, type ServerInterceptingCallInterface } from '@grpc/grpc-js';
import { assert } from '../base/assert.ts';
import { COMMAND_TYPES } from '../member/door.ts';
import { endOnError, fail, type ServiceRoom } from './call.ts';
import { Pipe, type PipeStream } from './pipe.ts';
import { PIPE_PATH } from './pipe-read-ahead.ts';
import { decodePipeRequest, decodeRequest, type RequestLimits } from './request-codec.ts';
import { STOPPING, TOO_MANY_STREAMS } from './status.ts';
import { type UnaryAnswer, UnaryCall, type UnaryMethod } from './unary-call.ts';

export const SERVICE_NAME = 'holdfast.v1.SessionService';

/** `holdfast.v1.SessionService`: brings commands to the entrance, and outcomes back. */
export class SessionService {
  private readonly room: ServiceRoom;
  private readonly limits: RequestLimits;
  private readonly pipes = new Set<Pipe>();
  private readonly unary: ReadonlyMap<string, UnaryMethod> = new Map(
    COMMAND_TYPES.map((type) => {
      const path = `/${SERVICE_NAME}/${type.charAt(0).toUpperCase()}${type.slice(1)}`;
      return [path, { type, path }];
    }),
  );

  constructor(room: ServiceRoom, limits: RequestLimits) {
    this.room = room;
    this.limits = limits;
  }

  /**
   * Requests are decoded and checked, and responses encoded, in the words of this room: grpc-js only carries bytes. It
   * would call the eight's handlers if `takeOver` let it come so far.
   */
  register(server: Server): void {
    for (const { type, path } of this.unary.values()) {
      const added = server.register(
        path,
        () => assert(false, 'calls of one command are taken over'),
        (answer: UnaryAnswer) => answer.takeBytes(),
        (bytes) => decodeRequest(type, bytes, this.limits),
        'serverStream',
      );
      assert(added, `${type} is registered once`);
    }
    const added = server.register(
      PIPE_PATH,
      (call: PipeStream) => endOnError(() => this.openPipe(call)),
      asBytes,
      (bytes) => decodePipeRequest(bytes, this.limits),
      'bidi',
    );
    assert(added, 'Pipe is registered once');
  }

  /** Serves a call of one command; null if it is none. To be asked before anything else sees the call. */
  takeOver(path: string, call: ServerInterceptingCallInterface): ServerInterceptingCall | null {
    const method = this.unary.get(path);
    if (method === undefined) return null;
    return new ServerInterceptingCall(call, { start: () => call.start(new UnaryCall(this.room, method, call)) });
  }

  /** New commands are refused from now on, and each Pipe ends when what it has in work is answered. */
  stop(): void {
    this.room.admission.stopping = true;
    for (const pipe of this.pipes) pipe.stop();
  }

  private openPipe(call: PipeStream): void {
    const { admission } = this.room;
    if (admission.stopping) {
      fail(call, STOPPING);
    } else if (!admission.enterPipe()) {
      fail(call, TOO_MANY_STREAMS);
    } else {
      const pipe = new Pipe(this.room, call, () => {
        admission.leavePipe();
        this.pipes.delete(pipe);
      });
      this.pipes.add(pipe);
      pipe.begin();
    }
  }
}

function asBytes(bytes: Buffer): Buffer {
  return bytes;
}
