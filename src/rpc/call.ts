import type { Metadata } from '@grpc/grpc-js';
import type { Entrance, Found, Outcome } from '../member/door.ts';
import type { Admission } from './admission.ts';
import type { Connections } from './connections.ts';
import { grpcStatus, type ResponseCodec } from './response-codec.ts';
import { OUTCOME_UNKNOWN, TOO_MANY_BYTES, type Trouble } from './status.ts';

/** What a call, by itself or as a Pipe, needs of the rest. */
export interface ServiceRoom {
  readonly entrance: Entrance;
  readonly admission: Admission;
  readonly connections: Connections;
  readonly codec: ResponseCodec;
  /** Null if a call of the method `path` that bears `metadata` may be served. */
  whyKeptOut(path: string, metadata: Metadata): Trouble | null;
}

/**
 * The cookie of the lock that is given back if the answer is not delivered; 0 if none. A lock granted before, to the
 * first try of the same request, is none: that answer may have been delivered, and its client relies on the lock.
 */
export function cookieToGiveBack(outcome: Outcome): number {
  return outcome.type === 'found' && !outcome.again ? outcome.cookie : 0;
}

/** What is answered instead of content there is no room for; the lock it grants is given back. */
export function withoutRoom(outcome: Found): Trouble {
  return outcome.flagTaken ? OUTCOME_UNKNOWN : TOO_MANY_BYTES;
}

/** Ends a call with an error. The stream hands the error's code, details and metadata on as its status. */
export function fail(call: { emit(event: 'error', status: object): boolean }, trouble: Trouble): void {
  call.emit('error', grpcStatus(trouble));
}

/**
 * grpc-js would turn what a handler throws into a status and go on. What is thrown here is a broken assumption, and the
 * process must not go on.
 */
export function endOnError(handle: () => void): void {
  try {
    handle();
  } catch (error) {
    process.nextTick(() => {
      throw error;
    });
  }
}
