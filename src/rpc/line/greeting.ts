import { type Holder, nameOf, sameHolder } from '../../member/door.ts';
import type { Hello } from './talk-codec.ts';

/** The wire versions that a process speaks, from the oldest to the newest. */
export interface WireVersions {
  readonly min: number;
  readonly max: number;
}

/** Of this software. Between two releases that follow each other there is at least one in common. */
export const WIRE: WireVersions = { min: 1, max: 1 };

/** What a process says of itself to every other. */
export interface Introduction {
  readonly self: Holder;
  /** The cluster's name, as configured. */
  readonly cluster: string;
  /** Holds no partitions: it dials everybody, and nobody dials it. */
  readonly gatewayOnly: boolean;
  /** Of its software. */
  readonly version: string;
  readonly speaks: WireVersions;
}

/** Whom a line leads to, and the wire version spoken over it; or why there is to be none. */
export type Verdict =
  | { readonly type: 'welcome'; readonly peer: Holder; readonly wire: number }
  | { readonly type: 'unwelcome'; readonly reason: string };

export function helloTo(to: Holder, { self, cluster, gatewayOnly, version, speaks }: Introduction): Hello {
  return {
    type: 'hello',
    minWire: speaks.min,
    maxWire: speaks.max,
    cluster,
    member: self.member,
    incarnation: self.incarnation,
    gatewayOnly,
    version,
    toMember: to.member,
    toIncarnation: to.incarnation,
  };
}

/** Of two processes one dials: whoever holds no partitions, else the one whose member comes first. */
export function mayDial(dialler: Pick<Introduction, 'gatewayOnly'>, from: string, to: string): boolean {
  return dialler.gatewayOnly || from < to;
}

/** `expected`: whom we dialled; null if we were dialled. */
export function judge(hello: Hello, expected: Holder | null, we: Introduction): Verdict {
  const peer: Holder = { member: hello.member, incarnation: hello.incarnation };
  const wire = Math.min(hello.maxWire, we.speaks.max);
  const fault = faultOf(hello, peer, wire, expected, we);
  if (fault === null) return { type: 'welcome', peer, wire };
  return { type: 'unwelcome', reason: `${nameOf(peer)} ${fault}` };
}

function faultOf(hello: Hello, peer: Holder, wire: number, expected: Holder | null, we: Introduction): string | null {
  const { self, speaks } = we;
  // Of a Hello whose version is unknown here nothing else may count.
  if (wire < hello.minWire || wire < speaks.min)
    return `speaks wire versions ${range(hello.minWire, hello.maxWire)}, not ${range(speaks.min, speaks.max)}`;
  if (hello.cluster !== we.cluster) return `belongs to cluster '${hello.cluster}', not '${we.cluster}'`;
  if (peer.member === '' || peer.incarnation === 0) return 'does not say who it is';
  const sought: Holder = { member: hello.toMember, incarnation: hello.toIncarnation };
  if (!sameHolder(sought, self)) return `looks for ${nameOf(sought)}, not ${nameOf(self)}`;
  if (peer.member === self.member) return 'bears the same id';
  if (expected !== null) return sameHolder(peer, expected) ? null : `is not ${nameOf(expected)}`;
  return we.gatewayOnly || !mayDial(hello, peer.member, self.member) ? 'is to be dialled, not to dial' : null;
}

function range(min: number, max: number): string {
  return min === max ? `${min}` : `${min} to ${max}`;
}
