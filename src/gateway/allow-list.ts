import { BlockList, isIPv4 } from 'node:net';

/** A range of addresses, as in `10.0.0.0/8`. */
export interface AddressRange {
  readonly family: 'ipv4' | 'ipv6';
  readonly address: string;
  /** How many leading bits count. */
  readonly prefix: number;
}

/** Who may speak to the gateway: ranges of addresses of either family. Without any, everybody may. */
export class AllowList {
  private readonly ranges = new BlockList();
  private readonly isOpen: boolean;

  constructor(ranges: readonly AddressRange[]) {
    this.isOpen = ranges.length === 0;
    for (const { address, prefix, family } of ranges) this.ranges.addSubnet(address, prefix, family);
  }

  /** `address` as `plainAddress` gives it. */
  allows(address: string): boolean {
    return this.isOpen || this.ranges.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
  }
}

/** An IPv4 client that came in through an IPv6 socket is the same client: `::ffff:10.0.0.1` is 10.0.0.1. Zones are dropped. */
export function plainAddress(address: string): string {
  const lower = address.toLowerCase();
  if (lower.startsWith(MAPPED) && isIPv4(lower.slice(MAPPED.length))) return lower.slice(MAPPED.length);
  const zone = lower.indexOf('%');
  return zone < 0 ? lower : lower.slice(0, zone);
}

const MAPPED = '::ffff:';
