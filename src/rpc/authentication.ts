import { createHash, timingSafeEqual } from 'node:crypto';
import { type Metadata, ServerCredentials, ServerInterceptingCall, type ServerInterceptor } from '@grpc/grpc-js';
import { NO_OPERATORS_HERE, OPERATORS_NEED_TOKEN } from './cluster-trouble.ts';
import { grpcStatus } from './response-codec.ts';
import { TOKEN_MISSING, TOKEN_UNKNOWN, type Trouble } from './status.ts';

/** The contents of the files, in PEM. With `clientCa` every client must show a certificate signed by it. */
export interface TlsFiles {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly clientCa: Buffer | null;
}

/** Probes ask without a token: they are run by whoever runs the server, and learn nothing of any session. */
const OPEN_TO_ALL = '/grpc.health.v1.Health/';

/** What an operator's token opens besides: how cluster and sessions stand, and no session. */
const OPEN_TO_OPERATORS = [
  '/holdfast.v1.ClusterService/',
  '/holdfast.v1.SessionService/Describe',
  '/grpc.reflection.',
] as const;

/** Throws if the files are no certificate and key. */
export function serverCredentials(tls: TlsFiles | null): ServerCredentials {
  if (tls === null) return ServerCredentials.createInsecure();
  const pair = { cert_chain: tls.cert, private_key: tls.key };
  return ServerCredentials.createSsl(tls.clientCa, [pair], tls.clientCa !== null);
}

/** Null if a call of the method `path` that bears `metadata` may be served. */
export type TokenCheck = (path: string, metadata: Metadata) => Trouble | null;

/** Asks for one of the tokens, or an operator's where that is enough. `refused` is told of each call without. */
export function tokenCheck(
  tokens: readonly string[],
  operatorTokens: readonly string[],
  refused: () => void,
): TokenCheck {
  const ofClients = tokens.map(digest);
  const ofAll = [...ofClients, ...operatorTokens.map(digest)];
  return (path, metadata) => {
    if (path.startsWith(OPEN_TO_ALL)) return null;
    const trouble = check(metadata, OPEN_TO_OPERATORS.some((open) => path.startsWith(open)) ? ofAll : ofClients);
    if (trouble !== null) refused();
    return trouble;
  };
}

/** Lets through only calls that may be served. */
export function requireToken(whyKeptOut: TokenCheck): ServerInterceptor {
  return (method, call) =>
    new ServerInterceptingCall(call, {
      start: (next) => {
        next({
          onReceiveMetadata: (metadata, pass) => {
            const trouble = whyKeptOut(method.path, metadata);
            if (trouble === null) pass(metadata);
            else call.sendStatus(grpcStatus(trouble));
          },
        });
      },
    });
}

/** Null if the call bears an operator's token; else why it may not change the cluster. */
export function operatorGuard(operatorTokens: readonly string[]): (metadata: Metadata) => Trouble | null {
  if (operatorTokens.length === 0) return () => NO_OPERATORS_HERE;
  const digests = operatorTokens.map(digest);
  return (metadata) => (check(metadata, digests) === null ? null : OPERATORS_NEED_TOKEN);
}

function check(metadata: Metadata, digests: readonly Buffer[]): Trouble | null {
  const header = metadata.get('authorization')[0];
  const match = typeof header === 'string' ? /^Bearer +(\S+)$/i.exec(header) : null;
  const token = match?.[1];
  if (token === undefined) return TOKEN_MISSING;
  const shown = digest(token);
  // Digests have one length, and each of them is compared to its end: the time taken tells nothing of the tokens.
  let known = false;
  for (const accepted of digests) {
    if (timingSafeEqual(shown, accepted)) known = true;
  }
  return known ? null : TOKEN_UNKNOWN;
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
