import type { Secret } from './secret.ts';
import type { Values } from './settings.ts';

/**
 * What the program runs with: each setting's value under its name in camel case (durations in milliseconds, sizes in
 * bytes), and what the files that guard the gRPC door held. Frozen, all the way down.
 */
export type Config = Omit<Values, 'config' | 'grpcTlsCert' | 'grpcTlsKey' | 'grpcTlsClientCa' | 'grpcTokenFile'> &
  Guards;

export interface Guards {
  /** Null: the gRPC door speaks plain text. */
  readonly grpcTls: GrpcTls | null;
  /** Null: no token is asked for. Otherwise at least one; any of them opens the door. */
  readonly grpcTokens: readonly Secret[] | null;
}

export interface GrpcTls {
  /** PEM. */
  readonly cert: string;
  readonly key: Secret;
  /** PEM; clients without a certificate under one of these authorities are turned away. Null: clients show none. */
  readonly clientCa: string | null;
}
