import type $protobuf from 'protobufjs';
import { etcdserverpb as etcd } from '../generated/etcd.js';

/** A method of etcd's API, and how its messages are written and read. */
export interface Method<Request, Response> {
  readonly path: string;
  /** Of a stream both ways; only the first answer counts. */
  readonly streams: boolean;
  readonly encode: (request: Request) => Buffer;
  readonly decode: (bytes: Buffer) => Response;
}

interface Encoder<Request> {
  encode(request: Request): $protobuf.Writer;
}

interface Decoder<Response> {
  decode(bytes: Uint8Array): Response;
}

function method<Request, Response>(
  path: string,
  request: Encoder<Request>,
  response: Decoder<Response>,
  streams = false,
): Method<Request, Response> {
  return {
    path: `/etcdserverpb.${path}`,
    streams,
    encode: (message) => Buffer.from(request.encode(message).finish()),
    decode: (bytes) => response.decode(bytes),
  };
}

export const TXN = method('KV/Txn', etcd.TxnRequest, etcd.TxnResponse);
export const WATCH = method('Watch/Watch', etcd.WatchRequest, etcd.WatchResponse, true);
export const GRANT = method('Lease/LeaseGrant', etcd.LeaseGrantRequest, etcd.LeaseGrantResponse);
export const REVOKE = method('Lease/LeaseRevoke', etcd.LeaseRevokeRequest, etcd.LeaseRevokeResponse);
export const KEEP_ALIVE = method('Lease/LeaseKeepAlive', etcd.LeaseKeepAliveRequest, etcd.LeaseKeepAliveResponse, true);
export const AUTHENTICATE = method('Auth/Authenticate', etcd.AuthenticateRequest, etcd.AuthenticateResponse);
