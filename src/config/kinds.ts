import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';
import type { Duration } from '../base/instant.ts';

/** What a setting's text may look like, and the value it stands for. */
export interface Kind<T> {
  /** Stands for the value in help: `--lock-lease DURATION`. Empty for a switch that takes none. */
  readonly placeholder: string;
  /** Completes the sentence "allowed: …". */
  readonly allowed: string;
  /** The value, or undefined for text that is not allowed. */
  parse(text: string): T | undefined;
}

/** Where to listen. */
export interface ListenAddress {
  /** A name or an address, IPv6 without brackets. */
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
}

/** A range of addresses, as in `10.0.0.0/8`. */
export interface Cidr {
  readonly family: 'ipv4' | 'ipv6';
  readonly address: string;
  /** How many leading bits count. */
  readonly prefix: number;
}

/** The least that `max-memory` can be: room for a session or two. */
export const LEAST_MEMORY = 64 * 1024;

const MILLISECONDS_IN = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const BYTES_IN = { KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };

/** Milliseconds of `500ms`, `110s`, `2m`, `24h`, `366d`; undefined for anything else. */
export function parseDuration(text: string): Duration | undefined {
  const match = /^(\d{1,12})(ms|s|m|h|d)$/.exec(text);
  if (match === null) return undefined;
  const milliseconds = Number(match[1]) * MILLISECONDS_IN[match[2] as keyof typeof MILLISECONDS_IN];
  return Number.isSafeInteger(milliseconds) ? milliseconds : undefined;
}

/** Bytes of `1048576`, `64KiB`, `32MiB`, `2GiB`; undefined for anything else. */
export function parseSize(text: string): number | undefined {
  const match = /^(\d{1,16})(KiB|MiB|GiB)?$/.exec(text);
  if (match === null) return undefined;
  const bytes = Number(match[1]) * (match[2] === undefined ? 1 : BYTES_IN[match[2] as keyof typeof BYTES_IN]);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** The shortest text that `parseSize` reads as `bytes`. */
export function formatSize(bytes: number): string {
  for (const unit of ['GiB', 'MiB', 'KiB'] as const) {
    if (bytes > 0 && bytes % BYTES_IN[unit] === 0) return `${bytes / BYTES_IN[unit]}${unit}`;
  }
  return String(bytes);
}

/** The longest whole unit that says `milliseconds` exactly. */
export function formatDuration(milliseconds: Duration): string {
  for (const unit of ['d', 'h', 'm', 's'] as const) {
    if (milliseconds > 0 && milliseconds % MILLISECONDS_IN[unit] === 0) {
      return `${milliseconds / MILLISECONDS_IN[unit]}${unit}`;
    }
  }
  return `${milliseconds}ms`;
}

export function duration(least: Duration, most: Duration): Kind<Duration> {
  const range = `${least === 0 ? '0s' : formatDuration(least)} to ${formatDuration(most)}`;
  return {
    placeholder: 'DURATION',
    allowed: `a whole number with ms, s, m, h or d; ${range}`,
    parse: (text) => within(parseDuration(text), least, most),
  };
}

export function size(least: number, most: number): Kind<number> {
  return {
    placeholder: 'SIZE',
    allowed: `bytes, or a whole number with KiB, MiB or GiB; ${formatSize(least)} to ${formatSize(most)}`,
    parse: (text) => within(parseSize(text), least, most),
  };
}

export function wholeNumber(least: number, most: number): Kind<number> {
  return {
    placeholder: 'NUMBER',
    allowed: `a whole number, ${least} to ${most}`,
    parse: (text) => (/^\d{1,15}$/.test(text) ? within(Number(text), least, most) : undefined),
  };
}

export function oneOf<const T extends string>(...choices: readonly T[]): Kind<T> {
  return {
    placeholder: choices.length > 3 ? 'NAME' : choices.join('|'),
    allowed: choices.join(', '),
    parse: (text) => choices.find((choice) => choice === text),
  };
}

export const listenAddress: Kind<ListenAddress> = {
  placeholder: 'HOST:PORT',
  allowed: 'host:port or [ipv6]:port; port 0 takes any free one',
  parse(text) {
    const match = /^(?:\[([^\]]+)\]|([A-Za-z0-9._-]+)):(\d{1,5})$/.exec(text);
    if (match === null) return undefined;
    const port = Number(match[3]);
    const host = match[1] ?? (match[2] as string);
    if (port > 65_535) return undefined;
    if (match[1] !== undefined && !isIPv6(host)) return undefined;
    // A name that looks like an IPv4 address and is none would go to the resolver and fail there, later and less clearly.
    if (match[2] !== undefined && /^[\d.]+$/.test(host) && !isIPv4(host)) return undefined;
    return { host, port };
  },
};

export const cidrs: Kind<readonly Cidr[]> = {
  placeholder: 'CIDR[,CIDR]',
  allowed: 'addresses or ranges such as 10.0.0.0/8 or fd00::/8, parted by commas',
  parse(text) {
    const ranges: Cidr[] = [];
    for (const part of text.split(',')) {
      const range = parseCidr(part.trim());
      if (range === undefined) return undefined;
      ranges.push(range);
    }
    return ranges;
  },
};

function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const version = isIP(address);
  if (version === 0) return undefined;
  const bits = version === 4 ? 32 : 128;
  if (slash >= 0 && !/^\d{1,3}$/.test(text.slice(slash + 1))) return undefined;
  const prefix = slash < 0 ? bits : Number(text.slice(slash + 1));
  if (prefix > bits || address.includes('%')) return undefined;
  return { family: version === 4 ? 'ipv4' : 'ipv6', address, prefix };
}

export const aspnetVersion: Kind<string> = {
  placeholder: 'VERSION',
  allowed: 'two to four numbers parted by dots, the first at least 2',
  parse: (text) => (/^\d{1,5}(\.\d{1,5}){1,3}$/.test(text) && Number.parseInt(text, 10) >= 2 ? text : undefined),
};

/** Whether the file is there and fit for its use is checked when it is read. */
export const file: Kind<string> = {
  placeholder: 'FILE',
  allowed: 'the path of a readable file',
  parse: (text) => (text === '' || text.includes('\0') ? undefined : text),
};

export const flag: Kind<boolean> = {
  placeholder: '',
  allowed: 'true, false',
  parse: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
};

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether only this machine can reach a listener on `host`. A name other than `localhost` counts as reachable. */
export function isLoopback(host: string): boolean {
  if (host.toLowerCase() === 'localhost') return true;
  const version = isIP(host);
  return version !== 0 && loopback.check(host, version === 4 ? 'ipv4' : 'ipv6');
}

function within(value: number | undefined, least: number, most: number): number | undefined {
  return value !== undefined && value >= least && value <= most ? value : undefined;
}
