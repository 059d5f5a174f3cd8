import { type Holder, type Holders, holds, sameHolder } from './holder.ts';

/** One small step of a partition towards its target, for its primary to take. */
export type Step =
  | { readonly type: 'add'; readonly holder: Holder }
  | { readonly type: 'drop'; readonly holder: Holder }
  | { readonly type: 'hand-over'; readonly holder: Holder };

/**
 * Null once nothing is left to do but what somebody else must. Copies are added before others are dropped; so there is
 * one holder too many at times, never one too few. A member's former self goes first, since nobody holds twice.
 */
export function nextStep(present: Holders, target: Holders, copies: number): Step | null {
  const wanted = [target.primary, ...target.replicas];
  const missing = wanted.find((holder) => !holds(present, holder));
  const surplus = present.replicas.find((replica) => !holds(target, replica));
  if (missing !== undefined) {
    const former = present.replicas.find(({ member }) => member === missing.member);
    if (former !== undefined) return { type: 'drop', holder: former };
    if (present.replicas.length < copies) return { type: 'add', holder: missing };
    return surplus === undefined ? null : { type: 'drop', holder: surplus };
  }
  const isReplica = present.replicas.some((replica) => sameHolder(replica, target.primary));
  if (isReplica) return { type: 'hand-over', holder: target.primary };
  return surplus === undefined ? null : { type: 'drop', holder: surplus };
}
