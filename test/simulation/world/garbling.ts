import type { Duration } from '../../../src/base/instant.ts';
import type { PeerMessage } from '../../../src/member/messages.ts';
import type { Astray, CatchUp, Replicate } from '../../../src/replica/messages.ts';
import { within } from './chance.ts';
import type { FaultKind, Harm } from './fault-kinds.ts';
import type { Range } from './world-options.ts';

/** A message to the copy of a partition at a member that was altered on its way: the copy is found to differ, at most once. */
export interface Garbling {
  readonly partition: number;
  readonly member: string;
}

/** Until the copy left the table and was filled again. */
const MENDED_WITHIN: Range = [3_000, 9_000];
const LAID_FOR: Duration = 4_000;

/** On these ways, the first message that `alter` makes another of; null: it is left as it is. */
function garbleNext<Altered extends PeerMessage>(
  harm: Harm,
  ways: readonly (readonly [from: string, to: string])[],
  alter: (message: PeerMessage) => Altered | null,
  then: (altered: Altered) => void = () => {},
): void {
  const { network } = harm.world;
  let laid = true;
  harm.later(LAID_FOR, () => {
    laid = false;
  });
  for (const [from, to] of ways) {
    network.sift(from, to, (message) => {
      const altered = laid ? alter(message) : null;
      if (altered === null) return message;
      laid = false;
      then(altered);
      return altered;
    });
  }
}

function othersThan(id: string, { world }: Harm): string[] {
  return world.live.map((process) => process.id).filter((other) => other !== id);
}

/**
 * A copy is told a digest that is not its primary's, so that it takes itself for one that differs, and has to be filled
 * again. It lacks nothing, so that it may take over if its primary falls before it was removed; but once it was, its
 * primary may be alone: it counts as harmed for as long as that takes.
 */
export const garbledDigest: FaultKind = (harm) => {
  const to = harm.victim(within(harm.random, MENDED_WITHIN));
  if (to === null) return null;
  garbleNext(
    harm,
    othersThan(to, harm).map((from) => [from, to]),
    (message): Replicate | CatchUp | null => {
      const isCompared =
        (message.type === 'replicate' && message.changes.length > 0) || (message.type === 'catch-up' && message.done);
      return isCompared ? { ...message, digest: message.digest ^ 1 } : null;
    },
    ({ partition }) => harm.garbled(partition, to),
  );
  return `a digest is garbled on its way to ${to}`;
};

/** A copy that is in step seems to say that it stands where its primary knows nothing of: it has to be filled again, too. */
export const garbledStanding: FaultKind = (harm) => {
  const from = harm.victim(within(harm.random, MENDED_WITHIN));
  if (from === null) return null;
  garbleStanding(harm, from, othersThan(from, harm));
  return `what a copy at ${from} says of its standing is garbled`;
};

export function garbleStanding(harm: Harm, from: string, others: readonly string[]): void {
  const ways = others.map((to) => [from, to] as const);
  garbleNext(harm, ways, (message): Astray | null => {
    if (message.type !== 'replicated' || !message.agrees) return null;
    const { partition, reign, link, last } = message;
    return { type: 'astray', partition, reign, link, last, whole: false, tail: [] };
  });
}

/**
 * What a copy is told of one session is not what was sent. A trap: what differs might take over before anybody looks, so
 * this is nothing for runs in which members die or leave at that moment.
 */
export const garbledCopies: FaultKind = (harm) => {
  const to = harm.world.live.some(({ draining }) => draining) ? null : harm.victim(1_000);
  if (to === null) return null;
  garbleNext(
    harm,
    othersThan(to, harm).map((from) => [from, to]),
    (message) => (message.type === 'replicate' ? garbled(message) : null),
    ({ partition }) => harm.garbled(partition, to),
  );
  return `a change is garbled on its way to ${to}`;
};

function garbled(message: Replicate): Replicate | null {
  const place = message.states.findIndex(({ fields }) => fields !== null && fields.content.length > 0);
  if (place === -1) return null;
  const states = message.states.map((state, index) => {
    if (index !== place || state.fields === null) return state;
    const content = state.fields.content.map((octet, at) => (at === 0 ? octet ^ 1 : octet));
    return { ...state, fields: { ...state.fields, content } };
  });
  return { ...message, states };
}
