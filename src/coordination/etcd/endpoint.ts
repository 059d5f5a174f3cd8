import { type ChannelCredentials, credentials } from '@grpc/grpc-js';

/** What it takes to trust etcd, and to be trusted. */
export interface EtcdTls {
  /** PEM; null: the authorities that Node.js knows. */
  readonly ca: Buffer | null;
  /** PEM; null: no certificate is shown. */
  readonly cert: Buffer | null;
  readonly key: Buffer | null;
}

export interface Endpoint {
  /** As it was given, for logs. */
  readonly name: string;
  /** For gRPC. */
  readonly target: string;
  readonly credentials: ChannelCredentials;
}

const DEFAULT_PORT = '2379';

/** Reads `http://etcd-0:2379` or `https://[::1]:2379`. Throws where it is neither, or `tls` is of no use. */
export function parseEndpoint(url: string, { ca, cert, key }: EtcdTls): Endpoint {
  const parts = /^(https?):\/\/(\[[0-9a-fA-F:.]+\]|[^\s:/?#@[\]]+)(?::(\d{1,5}))?\/?$/.exec(url);
  if (parts === null) throw new Error(`not an endpoint of etcd: ${JSON.stringify(url)}`);
  const [, scheme, host, port = DEFAULT_PORT] = parts;
  const isSecure = scheme === 'https';
  return {
    name: url,
    target: `dns:${host}:${port}`,
    credentials: isSecure ? credentials.createSsl(ca, key, cert) : credentials.createInsecure(),
  };
}
