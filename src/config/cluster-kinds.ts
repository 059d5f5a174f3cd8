import { type Kind, type ListenAddress, listenAddress } from './kinds.ts';

/** In UTF-16 code units; as much as the table of partitions takes. */
const LONGEST_NAME = 253;
/** Control characters, and surrogates without their other half. */
const UNFIT = /[\p{Cc}\p{Cs}]/u;

/** An id of a member, a zone, a cluster's name: what the table of partitions can hold. */
export const name: Kind<string> = {
  placeholder: 'NAME',
  allowed: `1 to ${LONGEST_NAME} characters, none of them a control character`,
  parse: (text) => (text !== '' && isFit(text) ? text : undefined),
};

export const nameOrNothing: Kind<string> = {
  placeholder: 'NAME',
  allowed: `up to ${LONGEST_NAME} characters, none of them a control character`,
  parse: (text) => (isFit(text) ? text : undefined),
};

/** A name for whatever the machine calls itself. */
export function sanitizedName(text: string): string {
  const fit = Array.from(text).filter((character) => !UNFIT.test(character));
  while (fit.join('').length > LONGEST_NAME) fit.pop();
  return fit.length === 0 ? 'member' : fit.join('');
}

/** `supervisor` is the word between `holdfast cluster` and its members; nobody else has a use for it. */
export const coordination: Kind<'embedded' | 'etcd' | 'supervisor'> = {
  placeholder: 'embedded|etcd',
  allowed: 'embedded, etcd',
  parse: (text) => (['embedded', 'etcd', 'supervisor'] as const).find((choice) => choice === text),
};

/** URLs without a path: `https://etcd-0:2379`. */
export const etcdEndpoints: Kind<readonly string[]> = {
  placeholder: 'URL[,URL]',
  allowed: 'http://host:port, parted by commas; or all of them https://host:port',
  parse(text) {
    const urls = text.split(',').map((part) => part.trim().replace(/\/$/, ''));
    const parts = urls.map((url) => /^(https?):\/\/(.+)$/.exec(url));
    const isOneScheme = parts.every((part) => part !== null && part[1] === parts[0]?.[1]);
    return isOneScheme && parts.every((part) => isReachable(part?.[2] ?? '')) ? urls : undefined;
  },
};

export function usesTls(endpoints: readonly string[]): boolean {
  return endpoints.some((url) => url.startsWith('https:'));
}

/** What an endpoint's URL says of its host: IPv6 without brackets. */
export function hostOf(endpoint: string): string {
  return listenAddress.parse(endpoint.replace(/^https?:\/\//, ''))?.host ?? '';
}

/** Where somebody else can connect; so it names one host. */
export const reachableAddress: Kind<ListenAddress> = {
  placeholder: 'HOST:PORT',
  allowed: 'host:port or [ipv6]:port, of one host, not of all addresses; port 0 means that of cluster-listen',
  parse(text) {
    const address = listenAddress.parse(text);
    return address === undefined || isWildcard(address.host) ? undefined : address;
  },
};

/** Whether listening on `host` means listening on all addresses of the machine. */
export function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || /^[0:]+$/.test(host);
}

function isReachable(text: string): boolean {
  const address = listenAddress.parse(text);
  return address !== undefined && address.port !== 0 && !isWildcard(address.host);
}

function isFit(text: string): boolean {
  return text.length <= LONGEST_NAME && !UNFIT.test(text);
}
