import type { Key } from '../base/key.ts';
import type { Cookie } from '../member/door.ts';

export type Verb = 'get' | 'put' | 'delete' | 'head' | 'unknown';

/** The header of that name; `other` is text the protocol does not know. */
export type Exclusive = 'none' | 'acquire' | 'release' | 'other';

/** `GatewayRequest.timeout` of a Timeout header that is no number of minutes up to a year. */
export const BAD_TIMEOUT = -1;

/** One whole request as it stood on the wire: framed and read, not yet judged. */
export interface GatewayRequest {
  readonly type: 'request';
  readonly verb: Verb;
  /** Made of the decoded URI; empty if that is. */
  readonly key: Key;
  readonly exclusive: Exclusive;
  /** 0 to 2147483647, NO_COOKIE or BAD_COOKIE. */
  readonly cookie: Cookie;
  /** Minutes, the default if the header is missing, or BAD_TIMEOUT. */
  readonly timeout: number;
  /** Signed 32 bits, 0 if the header is missing, or NOT_AN_INT32. */
  readonly extraFlags: number;
  /** What came with a PUT; empty for every other verb. May be a view of the chunk it came in. */
  readonly body: Uint8Array;
  /** Whether the connection stays open after the answer. */
  readonly keepAlive: boolean;
  /** Octets it holds of the budget for requests in flight. */
  readonly bytes: number;
}

/**
 * The same request, in memory of its own if it would keep much more than itself. For requests that have to wait: one
 * octet of content as a view keeps the chunk it came in, and what it holds of the budget says nothing of that.
 */
export function apart(request: GatewayRequest): GatewayRequest {
  const { body } = request;
  return body.length * 2 < body.buffer.byteLength ? { ...request, body: new Uint8Array(body) } : request;
}

/** Where the next request begins can no longer be told, or it asks for more than is allowed: 400, then close. */
export interface ProtocolError {
  readonly type: 'protocol-error';
  readonly kind: BrokenFraming;
}

export type BrokenFraming =
  | 'request-line'
  | 'header'
  | 'head-too-long'
  | 'content-length'
  | 'content-too-long'
  | 'transfer-encoding'
  | 'in-flight';

/** A well-framed request that makes no sense: 400, and the connection goes on. */
export type BadMeaning = 'unknown-verb' | 'empty-uri' | 'timeout' | 'extra-flags' | 'empty-content';

export type BadRequestKind = BrokenFraming | BadMeaning;
