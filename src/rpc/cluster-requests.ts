import { holdfast } from './generated/holdfast.js';
import { invalidField, MALFORMED_REQUEST, type Trouble } from './status.ts';

const { v1 } = holdfast;

/** A request that was read, or why it could not be. */
export type Read<R> =
  | { readonly type: 'read'; readonly request: R }
  | { readonly type: 'refused'; readonly trouble: Trouble };

export interface DrainRequest {
  readonly member: string;
  /** Null: whichever it has now. */
  readonly incarnation: number | null;
  readonly relayed: boolean;
}

export interface ForgetRequest {
  readonly member: string;
  readonly incarnation: number;
}

export interface AdoptRequest {
  /** The cluster whose table may be overwritten; '' for none but ours. */
  readonly replacedCluster: string;
}

/** As long as an id in a table may be. */
const LONGEST_NAME = 253;
/** As the service's file promises for its 64-bit fields. */
const MOST = Number.MAX_SAFE_INTEGER;

export function readNothing(_bytes: Uint8Array): Read<null> {
  return { type: 'read', request: null };
}

export function readDrain(bytes: Uint8Array): Read<DrainRequest> {
  const message = decoded(v1.DrainRequest, bytes);
  if (message === null) return { type: 'refused', trouble: MALFORMED_REQUEST };
  const { member = '', incarnation = null, relayed = false } = message;
  const trouble = checkMember(member) ?? (incarnation === null ? null : checkIncarnation(incarnation));
  return trouble === null ? { type: 'read', request: { member, incarnation, relayed } } : { type: 'refused', trouble };
}

export function readForget(bytes: Uint8Array): Read<ForgetRequest> {
  const message = decoded(v1.ForgetRequest, bytes);
  if (message === null) return { type: 'refused', trouble: MALFORMED_REQUEST };
  const { member = '', incarnation = 0 } = message;
  const trouble = checkMember(member) ?? checkIncarnation(incarnation);
  return trouble === null ? { type: 'read', request: { member, incarnation } } : { type: 'refused', trouble };
}

export function readAdopt(bytes: Uint8Array): Read<AdoptRequest> {
  const message = decoded(v1.AdoptRequest, bytes);
  if (message === null) return { type: 'refused', trouble: MALFORMED_REQUEST };
  const { replacedCluster = '' } = message;
  if (replacedCluster.length <= LONGEST_NAME) return { type: 'read', request: { replacedCluster } };
  return { type: 'refused', trouble: invalidField('replaced_cluster', `at most ${LONGEST_NAME} characters`) };
}

function checkMember(member: string): Trouble | null {
  if (member.length >= 1 && member.length <= LONGEST_NAME) return null;
  return invalidField('member', `1 to ${LONGEST_NAME} characters`);
}

function checkIncarnation(incarnation: number): Trouble | null {
  if (incarnation >= 1 && incarnation <= MOST) return null;
  return invalidField('incarnation', `1 to ${MOST}`);
}

/** Null where the bytes are no such message. */
function decoded<M>(wire: { decode(bytes: Uint8Array): M }, bytes: Uint8Array): M | null {
  try {
    return wire.decode(bytes);
  } catch {
    return null;
  }
}
