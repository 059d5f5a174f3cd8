import { type Duration, type Instant, NEVER } from '../../../src/base/instant.ts';
import type { MemberTrace } from '../../../src/member/door.ts';
import type { PeerMessage } from '../../../src/member/messages.ts';
import { chance, mostlyLow, within } from './chance.ts';
import type { FaultKind, Harm } from './fault-kinds.ts';
import type { Range } from './world-options.ts';

/** How long an ambush is laid before it is given up. */
const LAID_FOR: Range = [4_000, 12_000];

/** Does something, once, at the next trace of this type that `strikes` accepts. */
function layFor(
  harm: Harm,
  type: MemberTrace['type'],
  strike: (id: string, event: Extract<MemberTrace, { peer: string | null }>) => boolean,
): Instant {
  const { world, random } = harm;
  let until = world.now + within(random, LAID_FOR);
  const end = until;
  harm.later(end - world.now, () => {
    until = -NEVER;
  });
  world.onTrace((id, event) => {
    if (world.now >= until || event.type !== type || !('peer' in event)) return;
    if (strike(id, event)) until = -NEVER;
  });
  return end;
}

function idOf(peer: string | null): string | null {
  return peer === null ? null : peer.slice(0, peer.lastIndexOf('#'));
}

function cutOff(harm: Harm, one: string, others: readonly string[], length: Duration): void {
  const { network } = harm.world;
  network.part([one], others);
  harm.later(length, () => {
    for (const other of others) {
      network.heal(one, other);
      network.heal(other, one);
    }
  });
}

function outOfStoresReach(harm: Harm, id: string, length: Duration): void {
  const { store } = harm.world;
  store.unreachableFor(id, true);
  harm.later(length, () => store.unreachableFor(id, false));
}

/** Cuts a member off for long enough that its replicas ask for its place, which it gets back before they have it. */
function silence(harm: Harm): string | null {
  const { world } = harm;
  const id = harm.victim(4_000);
  if (id === null) return null;
  const others = world.processes.map((process) => process.id).filter((other) => other !== id);
  world.network.part([id], others);
  harm.later(6_000, () => speakAgain(harm, id));
  return id;
}

function speakAgain({ world }: Harm, id: string): void {
  for (const { id: other } of world.processes) {
    world.network.heal(id, other);
    world.network.heal(other, id);
  }
}

/** A takeover is asked for, and comes true when its predecessor is back, is acknowledged, and decides. */
const belatedTakeover: FaultKind = (harm) => {
  const { world, random } = harm;
  const silent = silence(harm);
  if (silent === null) return null;
  layFor(harm, 'asked-to-take-over', (id, { peer }) => {
    if (idOf(peer) !== silent) return false;
    const after = within(random, [150, 1_500]);
    world.store.delayNextSwap(id, after);
    speakAgain(harm, silent);
    // Neither shall hear of it from the store at once.
    if (chance(random, 0.5)) outOfStoresReach(harm, silent, after + 2_000);
    if (chance(random, 0.5)) outOfStoresReach(harm, id, after + mostlyLow(random, [100, 2_000]));
    return true;
  });
  return `${silent} is silent until its place is asked for`;
};

/** The same, and the new primary leaves as soon as it is one. */
const leavingHeir: FaultKind = (harm) => {
  const { world } = harm;
  const what = belatedTakeover(harm);
  if (what === null) return null;
  layFor(harm, 'became-primary', () => false);
  world.onTrace(() => undefined);
  return `${what}, by one that leaves then`;
};

/** A copy is added, and its primary, cut off from it by then, hears of that late. */
const belatedAddition: FaultKind = (harm) => {
  const { world, random } = harm;
  const until = layFor(harm, 'catch-up-done', (id, { peer }) => {
    const copy = idOf(peer);
    if (copy === null) return false;
    world.store.delayNextSwap(id, within(random, [100, 1_000]));
    harm.later(within(random, [20, 90]), () => {
      const length = within(random, [2_500, 6_000]);
      cutOff(harm, id, [copy], length);
      outOfStoresReach(harm, id, length);
    });
    return true;
  });
  return `a copy is added late, if one is until ${until}`;
};

/** What a copy is told of one session is not what was sent. */
const garbledCopies: FaultKind = ({ world: { network }, whole: [from, to] }) => {
  if (from === undefined || to === undefined) return null;
  network.sift(from, to, (message) => {
    const garbled = garble(message);
    if (garbled !== message) network.sift(from, to, null);
    return garbled;
  });
  return `a change is garbled on its way from ${from} to ${to}`;
};

function garble(message: PeerMessage): PeerMessage {
  if (message.type !== 'replicate') return message;
  const place = message.states.findIndex(({ fields }) => fields !== null && fields.content.length > 0);
  const states = message.states.map((state, index) => {
    if (index !== place || state.fields === null) return state;
    const content = state.fields.content.map((octet, at) => (at === 0 ? octet ^ 1 : octet));
    return { ...state, fields: { ...state.fields, content } };
  });
  return place === -1 ? message : { ...message, states };
}

/** Faults that no seed draws: each sets one trap, for runs that look for one kind of mistake. By name. */
export const AMBUSHES: Readonly<Record<string, FaultKind>> = {
  'belated takeover': belatedTakeover,
  'leaving heir': leavingHeir,
  'belated addition': belatedAddition,
  'garbled copies': garbledCopies,
};
