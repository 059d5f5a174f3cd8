import { ServerInterceptingCall, type ServerInterceptingCallInterface, type ServerInterceptor } from '@grpc/grpc-js';
import { grpcStatus } from './response-codec.ts';
import { STOPPING, TOO_MANY_STREAMS } from './status.ts';

/** Open at a time, of all clients together. */
const MAX_SIDE_CALLS = 200;

/**
 * The streams of health and reflection. The packages that serve them neither bound them nor end them, and one open
 * stream keeps a server from stopping.
 */
export class SideCalls {
  private readonly open = new Set<ServerInterceptingCallInterface>();
  private readonly refused: () => void;

  /** `refused` is told of each that was one too many. */
  constructor(refused: () => void) {
    this.refused = refused;
  }

  readonly interceptor: ServerInterceptor = (method, call) => {
    if (method.path.startsWith('/holdfast.') || !method.responseStream) return new ServerInterceptingCall(call);
    return new ServerInterceptingCall(call, {
      start: (next) => {
        next({
          onReceiveMetadata: (metadata, pass) => {
            if (this.open.size >= MAX_SIDE_CALLS) {
              this.refused();
              call.sendStatus(grpcStatus(TOO_MANY_STREAMS));
              return;
            }
            this.open.add(call);
            pass(metadata);
          },
          onCancel: () => {
            this.open.delete(call);
          },
        });
      },
    });
  };

  endAll(): void {
    for (const call of this.open) call.sendStatus(grpcStatus(STOPPING));
  }
}
