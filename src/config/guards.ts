import { usesTls } from './cluster-kinds.ts';
import type { Guards } from './config.ts';
import { type Given, type Refusal, refuse } from './given-values.ts';
import { flawOfCertificates, flawOfPair } from './pem.ts';
import type { FileText } from './read-text.ts';
import { Secret } from './secret.ts';
import { SETTINGS, type SettingId } from './settings.ts';
import type { Settled } from './settled.ts';

type GuardsRead = { readonly ok: true; readonly guards: Guards } | Refusal;

const CERTIFICATES = [
  'grpcTlsCert',
  'grpcTlsClientCa',
  'clusterTlsCert',
  'clusterTlsCa',
  'etcdCert',
  'etcdCa',
] as const;
const KEYS = ['grpcTlsKey', 'clusterTlsKey', 'etcdKey'] as const;
const SECRETS = ['grpcTokenFile', 'operatorTokenFile', 'etcdPasswordFile'] as const;
const PAIRS = [
  ['grpcTlsCert', 'grpcTlsKey', 'grpcTlsClientCa'],
  ['clusterTlsCert', 'clusterTlsKey', 'clusterTlsCa'],
  ['etcdCert', 'etcdKey', 'etcdCa'],
] as const;

/**
 * Reads what guards the doors, and what is shown to etcd, and finds out now what would else fail at the first
 * connection: files that are missing, not PEM, or do not belong together. No line repeats what a file holds.
 */
export function readGuards(
  values: Settled,
  given: ReadonlyMap<SettingId, Given>,
  read: (path: string) => FileText,
): GuardsRead {
  const say = (id: SettingId) => `${SETTINGS[id].name} (${given.get(id)?.origin ?? 'default'})`;
  const files = new Map<SettingId, string>();
  for (const id of [...CERTIFICATES, ...KEYS, ...SECRETS]) {
    const path = values[id];
    if (path === null) continue;
    const content = read(path);
    if (!content.ok) return refuse(`${say(id)}: ${content.line}`);
    files.set(id, content.text);
  }
  const text = (id: SettingId): string | null => files.get(id) ?? null;

  for (const id of CERTIFICATES) {
    const content = text(id);
    const flaw = content === null ? null : flawOfCertificates(content);
    if (flaw !== null) return refuse(`${say(id)}: ${flaw}`);
  }
  for (const [certId, keyId, caId] of PAIRS) {
    const [cert, key] = [text(certId), text(keyId)];
    const flaw = cert === null || key === null ? null : flawOfPair(cert, key, text(caId));
    if (flaw !== null) {
      return refuse(`${say(keyId)}: does not work with ${say(certId)}: ${flaw}; allowed: a certificate and its key`);
    }
  }

  for (const [id, flawOf] of [
    ['grpcTokenFile', flawOfTokens],
    ['operatorTokenFile', flawOfTokens],
    ['etcdPasswordFile', flawOfPassword],
  ] as const) {
    const content = text(id);
    const flaw = content === null ? null : flawOf(content);
    if (flaw !== null) return refuse(`${say(id)}: ${flaw}`);
  }
  return { ok: true, guards: guardsOf(values, text) };
}

/** Of files in which nothing is wrong. */
function guardsOf(values: Settled, text: (id: SettingId) => string | null): Guards {
  const secret = (id: SettingId): Secret | null => {
    const content = text(id);
    return content === null ? null : new Secret(content);
  };
  const tokens = (id: SettingId): readonly Secret[] | null => {
    const content = text(id);
    return content === null ? null : tokenLines(content).map((token) => new Secret(token));
  };
  const [grpcCert, grpcKey] = [text('grpcTlsCert'), secret('grpcTlsKey')];
  const [clusterCert, clusterKey, clusterCa] = [text('clusterTlsCert'), secret('clusterTlsKey'), text('clusterTlsCa')];
  const isBare = clusterCert === null || clusterKey === null || clusterCa === null;
  const { etcdUser: user, etcdEndpoints } = values;
  const password = text('etcdPasswordFile');
  return {
    grpcTls:
      grpcCert === null || grpcKey === null
        ? null
        : { cert: grpcCert, key: grpcKey, clientCa: text('grpcTlsClientCa') },
    grpcTokens: tokens('grpcTokenFile'),
    clusterTls: isBare ? null : { cert: clusterCert, key: clusterKey, ca: clusterCa },
    operatorTokens: tokens('operatorTokenFile'),
    etcdTls: usesTls(etcdEndpoints ?? [])
      ? { ca: text('etcdCa'), cert: text('etcdCert'), key: secret('etcdKey') }
      : null,
    etcdLogin: user === null || password === null ? null : { user, password: new Secret(withoutLineEnd(password)) },
  };
}

function tokenLines(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

/** A token must be what RFC 6750 lets a bearer token be: else it could never arrive in a header. */
function flawOfTokens(text: string): string | null {
  const tokens = tokenLines(text);
  if (tokens.length === 0) return 'the file holds no token; allowed: at least one';
  if (tokens.every((token) => /^[A-Za-z0-9._~+/-]+=*$/.test(token))) return null;
  return 'a line is no token; allowed: one per line, of the letters A-Z a-z 0-9 - . _ ~ + / =';
}

function flawOfPassword(text: string): string | null {
  return /^[^\r\n]+$/.test(withoutLineEnd(text)) ? null : 'the file holds no password; allowed: one line with it';
}

/** Editors end a file so; nobody means it as a part of his password. */
function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, '');
}
