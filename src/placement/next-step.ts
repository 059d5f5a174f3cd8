import { type Holder, type Holders, holds, sameHolder } from './holder.ts';

/** A small change that a partition's primary makes to bring it nearer to its target. */
export type Step =
  /** Fill a copy at this member, then add it. */
  | { readonly type: 'add'; readonly holder: Holder }
  /** Hand the partition over to this replica. The former primary stays, as a replica. */
  | { readonly type: 'hand-over'; readonly holder: Holder }
  | { readonly type: 'drop'; readonly holder: Holder };

/**
 * The next step from the present holders towards the target, or null if the primary has nothing left to do.
 *
 * A copy is added before another is dropped, so that a move never leaves fewer copies than before it; so while it lasts
 * there is one holder more than `copies`, never two. A member that restarted cannot be added beside its former self:
 * that one, whose memory is gone, is dropped first.
 */
export function nextStep(present: Holders, target: Holders, copies: number): Step | null {
  const surplus = present.replicas.filter((replica) => !holds(target, replica));
  const missing = [target.primary, ...target.replicas].filter(
    (holder) => !holds(present, holder) && holder.member !== present.primary.member,
  );
  const formerSelf = surplus.find((replica) => missing.some(({ member }) => member === replica.member));
  if (formerSelf !== undefined) return { type: 'drop', holder: formerSelf };

  const [toAdd] = missing;
  if (toAdd !== undefined && present.replicas.length < copies) return { type: 'add', holder: toAdd };
  if (!sameHolder(present.primary, target.primary) && holds(present, target.primary)) {
    return { type: 'hand-over', holder: target.primary };
  }
  const [toDrop] = surplus;
  return toDrop === undefined ? null : { type: 'drop', holder: toDrop };
}
