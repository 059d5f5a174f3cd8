import { ServerInterceptingCall, type ServerInterceptor } from '@grpc/grpc-js';
import type { CheckedPipeRequest } from './request-codec.ts';

export const PIPE_PATH = '/holdfast.v1.SessionService/Pipe';

/** A message of a Pipe, as its handler gets it. */
export interface PipeMessage {
  readonly request: CheckedPipeRequest;
  /** To be called once its commands are taken up: until then the next message is kept back, and none after it read. */
  takenUp(): void;
}

/**
 * Keeps back the next message of a Pipe while one is being taken up. The stream that grpc-js hands out would read
 * sixteen ahead, however large they are.
 */
export const pipeReadAhead: ServerInterceptor = (method, call) => {
  if (method.path !== PIPE_PATH) return new ServerInterceptingCall(call);
  let isTakingUp = false;
  let keptBack: CheckedPipeRequest | null = null;
  let handOn: (message: PipeMessage) => void = () => {};
  const takenUp = (): void => {
    isTakingUp = false;
    if (keptBack === null) return;
    const request = keptBack;
    keptBack = null;
    isTakingUp = true;
    handOn({ request, takenUp });
  };
  return new ServerInterceptingCall(call, {
    start: (next) => {
      next({
        onReceiveMessage: (request: CheckedPipeRequest, pass) => {
          handOn = pass;
          if (isTakingUp) {
            keptBack = request;
            return;
          }
          isTakingUp = true;
          pass({ request, takenUp });
        },
      });
    },
  });
};
