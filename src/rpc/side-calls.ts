import { ServerInterceptingCall, type ServerInterceptingCallInterface, type ServerInterceptor } from '@grpc/grpc-js';
import { grpcStatus } from './response-codec.ts';
import { SERVICE_UNKNOWN, SIDE_REQUEST_TOO_LARGE, STOPPING, TOO_MANY_STREAMS } from './status.ts';

/** Open at a time, of all clients together: of health, and of reflection. */
const MAX_STREAMS = 200;

/** Characters of text that a request of reflection may hold. */
const MAX_TEXT = 64 * 1024;

/** Answers of one stream of reflection that wait to be sent; with so many, its next request has to wait. */
const MAX_UNSENT = 8;

const HEALTH = '/grpc.health.v1.Health/';

/**
 * The calls of health and reflection. The packages that serve them bound nothing: health keeps every name it was ever
 * asked to watch, reflection reads on whether or not its answers are taken, and one open stream keeps a server from
 * stopping.
 */
export class SideCalls {
  private readonly healthStreams = new Set<ServerInterceptingCallInterface>();
  private readonly reflectionStreams = new Set<ServerInterceptingCallInterface>();
  private readonly watchable: readonly string[];
  private readonly refused: () => void;

  /** `watchable`: the names health knows. `refused` is told of each stream that was one too many. */
  constructor(watchable: readonly string[], refused: () => void) {
    this.watchable = watchable;
    this.refused = refused;
  }

  readonly interceptor: ServerInterceptor = (method, call) => {
    if (method.path.startsWith('/holdfast.')) return new ServerInterceptingCall(call);
    const isHealth = method.path.startsWith(HEALTH);
    const streams = isHealth ? this.healthStreams : this.reflectionStreams;
    let unsent = 0;
    let waiting: (() => void) | null = null;
    return new ServerInterceptingCall(call, {
      start: (next) => {
        next({
          onReceiveMetadata: (metadata, pass) => {
            if (method.responseStream) {
              if (streams.size >= MAX_STREAMS) {
                this.refused();
                call.sendStatus(grpcStatus(TOO_MANY_STREAMS));
                return;
              }
              streams.add(call);
            }
            pass(metadata);
          },
          onReceiveMessage: (message: unknown, pass) => {
            const trouble = isHealth ? this.checkHealth(message) : checkSize(message);
            if (trouble !== null) {
              call.sendStatus(grpcStatus(trouble));
              return;
            }
            // Until a message is passed on no further one is read.
            if (++unsent <= MAX_UNSENT) pass(message);
            else waiting = () => pass(message);
          },
          onCancel: () => {
            streams.delete(call);
          },
        });
      },
      // Comes when the message before was written: the stream hands over one at a time.
      sendMessage: (message, next) => {
        next(message);
        unsent--;
        const resume = waiting;
        waiting = null;
        resume?.();
      },
    });
  };

  endAll(): void {
    for (const call of [...this.healthStreams, ...this.reflectionStreams]) call.sendStatus(grpcStatus(STOPPING));
  }

  private checkHealth(message: unknown): typeof SERVICE_UNKNOWN | null {
    const { service } = message as { readonly service?: string };
    return service === undefined || this.watchable.includes(service) ? null : SERVICE_UNKNOWN;
  }
}

function checkSize(message: unknown): typeof SIDE_REQUEST_TOO_LARGE | null {
  return textLength(message) > MAX_TEXT ? SIDE_REQUEST_TOO_LARGE : null;
}

function textLength(value: unknown): number {
  if (typeof value === 'string' || Buffer.isBuffer(value)) return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, field) => sum + textLength(field), 0);
}
