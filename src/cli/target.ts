import { createSecureContext } from 'node:tls';
import { type ChannelCredentials, type ChannelOptions, credentials } from '@grpc/grpc-js';
import { listenAddress } from '../config/kinds.ts';
import type { CliIo } from './cli-io.ts';
import type { FlagSpecs } from './flags.ts';

/** Whom to ask, and as whom. */
export interface Target {
  readonly address: string;
  readonly credentials: ChannelCredentials;
  readonly options: ChannelOptions;
  /** Null: none is shown. */
  readonly token: string | null;
}

export type FoundTarget =
  | { readonly type: 'target'; readonly target: Target }
  | { readonly type: 'error'; readonly line: string };

const DEFAULT_ADDRESS = '127.0.0.1:7400';

/** Where a member runs these name its own doors and tokens: a command beside it needs no flags. */
const LISTEN_VARIABLE = 'HOLDFAST_GRPC_LISTEN';
const TOKEN_VARIABLES = ['HOLDFAST_OPERATOR_TOKEN_FILE', 'HOLDFAST_GRPC_TOKEN_FILE'];

export const TARGET_FLAGS: FlagSpecs = {
  address: { value: 'HOST:PORT', help: `The member to ask. Default: ${LISTEN_VARIABLE}, else ${DEFAULT_ADDRESS}.` },
  'token-file': { value: 'FILE', help: 'Holds a token; the first is shown. Default: HOLDFAST_OPERATOR_TOKEN_FILE.' },
  tls: { value: null, help: 'Speak TLS. Implied by the flags below.' },
  'tls-ca': { value: 'FILE', help: "Authorities (PEM) to trust. Default: Node.js's own list." },
  'tls-cert': { value: 'FILE', help: 'Certificate (PEM) to show. Needs --tls-key.' },
  'tls-key': { value: 'FILE', help: 'Private key (PEM) of --tls-cert.' },
  'tls-name': { value: 'NAME', help: "The name in the member's certificate, where it is not that of the address." },
};

export function targetOf(flags: ReadonlyMap<string, string>, io: CliIo): FoundTarget {
  const address = flags.get('address') ?? addressBeside(io.env) ?? DEFAULT_ADDRESS;
  const parsed = listenAddress.parse(address);
  if (parsed === undefined || parsed.port === 0) {
    return error(`--address ${JSON.stringify(address)}; allowed: host:port or [ipv6]:port`);
  }
  const files = new Map<string, string>();
  for (const name of ['token-file', 'tls-ca', 'tls-cert', 'tls-key']) {
    const path = flags.get(name) ?? (name === 'token-file' ? tokenFileBeside(io.env) : undefined);
    if (path === undefined) continue;
    try {
      files.set(name, io.readFile(path));
    } catch (failed) {
      const code = failed instanceof Error && 'code' in failed ? String(failed.code) : String(failed);
      return error(`--${name}: cannot read ${JSON.stringify(path)} (${code})`);
    }
  }
  const tokens = files.get('token-file');
  const token = tokens === undefined ? null : firstToken(tokens);
  if (tokens !== undefined && token === null) return error('--token-file: the file holds no token');
  const channel = channelOf(flags, files);
  if (channel.type === 'error') return channel;
  return { type: 'target', target: { address, token, credentials: channel.credentials, options: channel.options } };
}

function channelOf(flags: ReadonlyMap<string, string>, files: ReadonlyMap<string, string>) {
  const options: ChannelOptions = { 'grpc.enable_http_proxy': 0, 'grpc.enable_retries': 0 };
  const isTls = ['tls', 'tls-ca', 'tls-cert', 'tls-key', 'tls-name'].some((name) => flags.has(name));
  if (!isTls) return { type: 'channel' as const, credentials: credentials.createInsecure(), options };
  const [ca, cert, key] = ['tls-ca', 'tls-cert', 'tls-key'].map((name) => files.get(name));
  if ((cert === undefined) !== (key === undefined)) return error('--tls-cert and --tls-key go together');
  const name = flags.get('tls-name');
  if (name !== undefined) options['grpc.ssl_target_name_override'] = name;
  try {
    const pair = cert === undefined || key === undefined ? {} : { cert, key };
    const context = createSecureContext({ ...(ca === undefined ? {} : { ca }), ...pair });
    return { type: 'channel' as const, credentials: credentials.createFromSecureContext(context), options };
  } catch (failed) {
    const reason = failed instanceof Error ? failed.message : String(failed);
    return error(`--tls-ca, --tls-cert, --tls-key: cannot be used (${reason.replaceAll(/\s+/g, ' ')})`);
  }
}

function addressBeside(env: CliIo['env']): string | null {
  const listen = listenAddress.parse(env[LISTEN_VARIABLE] ?? '');
  if (listen === undefined || listen.port === 0) return null;
  const host = { '0.0.0.0': '127.0.0.1', '::': '::1' }[listen.host] ?? listen.host;
  return host.includes(':') ? `[${host}]:${listen.port}` : `${host}:${listen.port}`;
}

function tokenFileBeside(env: CliIo['env']): string | undefined {
  return TOKEN_VARIABLES.map((name) => env[name]).find((path) => path !== undefined && path !== '');
}

/** As the server reads such files: a token per line, some lines empty or after #. */
function firstToken(text: string): string | null {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.find((line) => line !== '' && !line.startsWith('#')) ?? null;
}

function error(line: string) {
  return { type: 'error' as const, line };
}
