import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import type { GrpcTls, Guards } from './config.ts';
import { type Given, oneLine, type Refusal, refuse } from './given-values.ts';
import type { FileText } from './read-text.ts';
import { Secret } from './secret.ts';
import { SETTINGS, type SettingId, type Values } from './settings.ts';

type GuardsRead = (Guards & { readonly ok: true }) | Refusal;

/**
 * Reads what guards the gRPC door, and finds out now what would else fail at the first client: files that are missing,
 * not PEM, or do not belong together. No line repeats what a file holds.
 */
export function readGuards(
  values: Values,
  given: ReadonlyMap<SettingId, Given>,
  read: (path: string) => FileText,
): GuardsRead {
  const name = (id: SettingId) => `${SETTINGS[id].name} (${given.get(id)?.origin ?? 'default'})`;
  const files = new Map<SettingId, string>();
  for (const id of ['grpcTlsCert', 'grpcTlsKey', 'grpcTlsClientCa', 'grpcTokenFile'] as const) {
    const path = values[id];
    if (path === null) continue;
    const content = read(path);
    if (!content.ok) return refuse(`${name(id)}: ${content.line}`);
    files.set(id, content.text);
  }

  for (const id of ['grpcTlsCert', 'grpcTlsClientCa'] as const) {
    const text = files.get(id);
    if (text === undefined) continue;
    const blocks = certificateBlocks(text);
    if (blocks.length === 0) {
      return refuse(`${name(id)}: the file holds no certificate; allowed: PEM text with at least one`);
    }
    // TLS would start with authorities it cannot read, and then turn every client away.
    const unreadable = blocks.findIndex((block) => !isCertificate(block));
    if (unreadable >= 0) {
      return refuse(`${name(id)}: certificate ${unreadable + 1} of the file cannot be read; allowed: PEM text`);
    }
  }
  const cert = files.get('grpcTlsCert');
  const key = files.get('grpcTlsKey');
  const clientCa = files.get('grpcTlsClientCa') ?? null;
  let grpcTls: GrpcTls | null = null;
  if (cert !== undefined && key !== undefined) {
    try {
      createSecureContext({ cert, key, ...(clientCa === null ? {} : { ca: clientCa }) });
    } catch (error) {
      const reason = oneLine(error instanceof Error ? error.message : String(error));
      return refuse(
        `${name('grpcTlsKey')}: does not work with ${name('grpcTlsCert')}: ${reason}; allowed: a certificate and its key`,
      );
    }
    grpcTls = { cert, key: new Secret(key), clientCa };
  }

  const tokenText = files.get('grpcTokenFile');
  if (tokenText === undefined) return { ok: true, grpcTls, grpcTokens: null };
  const grpcTokens = parseTokens(tokenText);
  if (grpcTokens === null) {
    return refuse(
      `${name('grpcTokenFile')}: a line is no token; allowed: one per line, of the letters A-Z a-z 0-9 - . _ ~ + / =`,
    );
  }
  if (grpcTokens.length === 0)
    return refuse(`${name('grpcTokenFile')}: the file holds no token; allowed: at least one`);
  return { ok: true, grpcTls, grpcTokens };
}

/** From each opening line to its closing one, or to the end of the file. */
function certificateBlocks(text: string): string[] {
  const [, ...rest] = text.split(BEGIN);
  return rest.map((body) => {
    const end = body.indexOf(END);
    return BEGIN + (end < 0 ? body : body.slice(0, end + END.length));
  });
}

const BEGIN = '-----BEGIN CERTIFICATE-----';
const END = '-----END CERTIFICATE-----';

function isCertificate(block: string): boolean {
  try {
    new X509Certificate(block);
    return true;
  } catch {
    return false;
  }
}

/** Null if a line is not what RFC 6750 lets a bearer token be: it could never arrive in a header. */
function parseTokens(text: string): Secret[] | null {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const tokens = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return tokens.every((token) => /^[A-Za-z0-9._~+/-]+=*$/.test(token))
    ? tokens.map((token) => new Secret(token))
    : null;
}
