import { status } from '@grpc/grpc-js';
import { type Holder, nameOf } from '../member/door.ts';
import type { Trouble } from './status.ts';

export const NO_TABLE = trouble(
  status.UNAVAILABLE,
  'NO_TABLE',
  'there is no table of partitions yet: the cluster has not formed',
);

export const STORE_UNREACHABLE = trouble(
  status.UNAVAILABLE,
  'STORE_UNREACHABLE',
  'the coordination store does not answer, so nothing could change hands; nothing happened',
);

export const TABLE_REFUSED = refusal(
  'TABLE_REFUSED',
  'the coordination store shows a table that cannot follow ours, so nothing could change hands; see "holdfast adopt"',
);

export const NOTHING_TO_ADOPT = refusal(
  'NOTHING_TO_ADOPT',
  'the coordination store was last seen to hold our table, or one that follows it: there is nothing to adopt',
);

export const OPERATORS_NEED_TOKEN = trouble(
  status.PERMISSION_DENIED,
  'OPERATORS_ONLY',
  "this call needs an operator's token (operator-token-file) as header authorization: Bearer <token>, or a member line with TLS",
);

export const NO_OPERATORS_HERE = trouble(
  status.PERMISSION_DENIED,
  'OPERATORS_ONLY',
  'this member has no operator-token-file: ask at the member line (cluster-listen)',
);

export function memberUnknown(member: string): Trouble {
  return trouble(status.NOT_FOUND, 'MEMBER_UNKNOWN', `there is no member ${member}`);
}

export function memberUnreachable(member: string, address: string, reason: string): Trouble {
  return trouble(
    status.UNAVAILABLE,
    'MEMBER_UNREACHABLE',
    `${member} at ${address} cannot be asked (${reason}); ask it, or another member, directly`,
  );
}

export function otherIncarnation(member: string, present: number): Trouble {
  return refusal('OTHER_INCARNATION', `the newest incarnation of ${member} is ${present}`);
}

export function noOtherMember(member: string): Trouble {
  return refusal('NO_OTHER_MEMBER', `nobody else is there to take what ${member} holds; its sessions would be lost`);
}

export function anotherDrains(draining: Holder): Trouble {
  return refusal('ANOTHER_DRAINS', `${nameOf(draining)} is draining; one member drains at a time`);
}

export function tooFewCopies(partitions: number): Trouble {
  const them = partitions === 1 ? '1 partition lacks a copy' : `${partitions} partitions lack copies`;
  return refusal('TOO_FEW_COPIES', `${them} that members are there to hold; wait until all is whole`);
}

export function stillRegistered(holder: Holder): Trouble {
  return refusal(
    'STILL_REGISTERED',
    `${nameOf(holder)} is registered: end that process first; its registration outlives it by seconds`,
  );
}

export function stillHeard(holder: Holder, by: string): Trouble {
  return refusal(
    'STILL_HEARD',
    `${by} hears ${nameOf(holder)}: it lives, though it may not reach the coordination store`,
  );
}

export function holdsOtherCluster(cluster: string): Trouble {
  return refusal(
    'OTHER_CLUSTER',
    `the coordination store holds a table of another cluster; if that is to be lost, name it: --replaced-cluster ${cluster}`,
  );
}

export function holdsNotThatCluster(cluster: string): Trouble {
  return refusal('OTHER_CLUSTER', `the coordination store was last seen to hold no table of a cluster ${cluster}`);
}

export function storeNotOlder(reason: string): Trouble {
  return refusal(
    'NOT_OLDER',
    `the table that the coordination store holds is not older than ours, so it is left alone: ${reason}`,
  );
}

export function newerTableKnown(member: string, version: number): Trouble {
  return refusal('NEWER_TABLE_KNOWN', `${member} knows a newer table, version ${version}: ask there`);
}

export function otherTableKnown(holder: Holder, flaw: string): Trouble {
  return refusal(
    'OTHER_TABLE_KNOWN',
    `${nameOf(holder)} goes by a table that ours cannot follow (${flaw}): one of the two must end first`,
  );
}

/** The member's own reason. */
export function refused(reason: string): Trouble {
  return refusal('REFUSED', reason);
}

function refusal(reason: string, message: string): Trouble {
  return trouble(status.FAILED_PRECONDITION, reason, message);
}

function trouble(code: number, reason: string, message: string): Trouble {
  return { code, message, reason, metadata: {} };
}
