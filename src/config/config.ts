import type { Secret } from './secret.ts';
import type { SettingId } from './settings.ts';
import type { Settled } from './settled.ts';

/** Those that say where to find a thing, and stand for it no more once it was read. */
export const READ_AT_START = [
  'config',
  'grpcTlsCert',
  'grpcTlsKey',
  'grpcTlsClientCa',
  'grpcTokenFile',
  'etcdCa',
  'etcdCert',
  'etcdKey',
  'etcdUser',
  'etcdPasswordFile',
  'clusterTlsCert',
  'clusterTlsKey',
  'clusterTlsCa',
  'operatorTokenFile',
] as const satisfies readonly SettingId[];
export type ReadAtStart = (typeof READ_AT_START)[number];

/**
 * What the program runs with: each setting's value under its name in camel case (durations in milliseconds, sizes in
 * bytes), and what the files that guard its doors held. Frozen, all the way down.
 */
export type Config = Omit<Settled, ReadAtStart> & Guards;

export interface Guards {
  /** Null: the gRPC door speaks plain text. */
  readonly grpcTls: GrpcTls | null;
  /** Null: no token is asked for. Otherwise at least one; any of them opens the door. */
  readonly grpcTokens: readonly Secret[] | null;
  /** Null: members speak plain text with each other. */
  readonly clusterTls: ClusterTls | null;
  /** Null: no token is asked of operators. Otherwise at least one; any of them is enough. */
  readonly operatorTokens: readonly Secret[] | null;
  /** Null: etcd is spoken to in plain text. */
  readonly etcdTls: EtcdTls | null;
  /** Null: etcd is asked without a user. */
  readonly etcdLogin: EtcdLogin | null;
}

export interface GrpcTls {
  /** PEM. */
  readonly cert: string;
  readonly key: Secret;
  /** PEM; clients without a certificate under one of these authorities are turned away. Null: clients show none. */
  readonly clientCa: string | null;
}

/** PEM. Either side of a line shows its certificate, and asks for one under these authorities. */
export interface ClusterTls {
  readonly cert: string;
  readonly key: Secret;
  readonly ca: string;
}

/** PEM. */
export interface EtcdTls {
  /** Null: Node's own list of authorities. */
  readonly ca: string | null;
  /** Null: none is shown. Comes with `key`. */
  readonly cert: string | null;
  readonly key: Secret | null;
}

export interface EtcdLogin {
  readonly user: string;
  readonly password: Secret;
}
