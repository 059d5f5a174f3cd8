import { type Holder, type Holders, holds, sameHolder } from './holder.ts';

/** One small step of a partition towards its target, for its primary to take. */
export type Step =
  | { readonly type: 'add'; readonly holder: Holder }
  | { readonly type: 'drop'; readonly holder: Holder }
  | { readonly type: 'hand-over'; readonly holder: Holder };

/**
 * Null once nothing is left to do but what somebody else must. Copies are added before others are dropped; so there is
 * one holder too many at times, never one too few. The former self of a member that is wanted goes before all else: its
 * memory is lost already, and nobody holds twice. A primary that leaves the cluster (`isLeaving`) hands over as soon as
 * the heir has a copy: that is quick, and filling others is the heir's to do then.
 */
export function nextStep(present: Holders, target: Holders, copies: number, isLeaving: boolean): Step | null {
  const wanted = [target.primary, ...target.replicas];
  const missing = wanted.find((holder) => !holds(present, holder));
  const surplus = present.replicas.filter((replica) => !holds(target, replica));
  const former = surplus.find(({ member }) => wanted.some((each) => each.member === member));
  if (former !== undefined) return { type: 'drop', holder: former };
  const isHeirThere = present.replicas.some((replica) => sameHolder(replica, target.primary));
  if (isHeirThere && isLeaving) return { type: 'hand-over', holder: target.primary };
  const [first] = surplus;
  if (missing !== undefined) {
    if (present.replicas.length < copies) return { type: 'add', holder: missing };
    return first === undefined ? null : { type: 'drop', holder: first };
  }
  if (isHeirThere) return { type: 'hand-over', holder: target.primary };
  return first === undefined ? null : { type: 'drop', holder: first };
}
