import type { Entrance } from '../member/door.ts';
import type { Admission } from './admission.ts';
import { grpcStatus, type ResponseCodec } from './response-codec.ts';
import type { Trouble } from './status.ts';

/** What a call, by itself or as a Pipe, needs of the rest. */
export interface ServiceRoom {
  readonly entrance: Entrance;
  readonly admission: Admission;
  readonly codec: ResponseCodec;
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

/** `127.0.0.1:50123` and `::ffff:127.0.0.1:50123` → `127.0.0.1`; `::1:50123` → `::1`. */
export function addressOf(peer: string): string {
  const colon = peer.lastIndexOf(':');
  const address = colon < 0 ? peer : peer.slice(0, colon);
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice('::ffff:'.length) : address;
}
