import type { Duration } from '../../../src/base/instant.ts';
import type { MemberTrace } from '../../../src/member/door.ts';
import { mostlyLow, sample, within } from './chance.ts';
import type { FaultKind, Harm } from './fault-kinds.ts';
import { garbledCopies, garbleStanding } from './garbling.ts';
import type { Range } from './world-options.ts';

/** How long an ambush is laid before it is given up. */
const LAID_FOR: Range = [4_000, 12_000];

type PeerTrace = Extract<MemberTrace, { peer: string | null }>;

/** Strikes once, at the first of these traces: `id` did something that has to do with `other`. */
function lay(harm: Harm, type: PeerTrace['type'], strike: (id: string, other: string) => boolean): void {
  const { world, random } = harm;
  let laid = true;
  harm.later(within(random, LAID_FOR), () => {
    laid = false;
  });
  world.onTrace((id, event) => {
    if (!laid || event.type !== type || !('peer' in event) || event.peer === null) return;
    if (strike(id, event.peer.slice(0, event.peer.lastIndexOf('#')))) laid = false;
  });
}

function cutFor(harm: Harm, one: string, others: readonly string[], length: Duration): void {
  const { network } = harm.world;
  network.part([one], others);
  harm.later(length, () => listen(harm, one, others));
}

function listen({ world: { network } }: Harm, one: string, others: readonly string[]): void {
  for (const other of others) {
    if (other === one) continue;
    network.heal(one, other);
    network.heal(other, one);
  }
}

function keepFromStore({ world: { store }, later }: Harm, id: string, length: Duration): void {
  store.unreachableFor(id, true);
  later(length, () => store.unreachableFor(id, false));
}

/**
 * Somebody is cut off until a replica asks for its place. The replica's swap comes true later, when the other one is
 * back and is acknowledged again; neither hears of that from the store soon.
 */
function belate(
  harm: Harm,
  after: Range,
  then: (former: string, heir: string, after: Duration) => void,
): string | null {
  const { world, random } = harm;
  const former = harm.victim(6_000);
  if (former === null) return null;
  const others = world.processes.map(({ id }) => id).filter((id) => id !== former);
  cutFor(harm, former, others, 5_000);
  lay(harm, 'asked-to-take-over', (heir, other) => {
    if (other !== former) return false;
    const delay = within(random, after);
    world.store.delayNextSwap(heir, delay);
    keepFromStore(harm, former, delay + 3_000);
    keepFromStore(harm, heir, delay + mostlyLow(random, [50, 2_000]));
    then(former, heir, delay);
    return true;
  });
  return former;
}

const belatedTakeover: FaultKind = (harm) => {
  const former = belate(harm, [150, 1_500], (id) => {
    listen(
      harm,
      id,
      harm.world.processes.map((other) => other.id),
    );
  });
  return former === null ? null : `${former} is silent until its place is asked for, and back before it is given away`;
};

/** Another replica, which the heir has not spoken to, hears of it first. */
const overlookedTakeover: FaultKind = (harm) => {
  const { world, random } = harm;
  const [one, other] = sample(random, harm.whole, 2);
  if (one === undefined || other === undefined) return null;
  cutFor(harm, one, [other], 6_000);
  keepFromStore(harm, other, 4_500);
  const former = belate(harm, [700, 1_500], (id, heir, delay) => {
    if (heir !== one) return;
    listen(harm, id, [one, other]);
    harm.later(delay, () => world.store.unreachableFor(other, false));
  });
  return former === null
    ? null
    : `${former} is silent until its place is asked for; ${one} and ${other} do not hear each other`;
};

/** The heir leaves as soon as it is one. */
const leavingHeir: FaultKind = (harm) => {
  const { world } = harm;
  const former = belate(harm, [150, 800], (id, heir, delay) => {
    listen(
      harm,
      id,
      world.processes.map((other) => other.id),
    );
    const process = world.process(heir);
    const ends = world.now + delay + 3_000;
    world.onTrace((from, event) => {
      if (from !== heir || world.now > ends || event.type !== 'became-primary' || event.how !== 'takeover') return;
      world.in(0, () => process.leave('left'));
    });
    harm.revive(heir, 8_000);
  });
  return former === null ? null : `${former} is silent until its place is asked for, by one that leaves then`;
};

/** The heir dies before anybody knows that it is one, and is forgotten at once. */
const forgottenHeir: FaultKind = (harm) => {
  const { world } = harm;
  const former = belate(harm, [700, 1_200], (id, heir, delay) => {
    listen(harm, id, [heir]);
    harm.later(delay + 5, () => {
      const { incarnation } = world.process(heir);
      const [by] = harm.whole.filter((each) => each !== id && each !== heir);
      if (by === undefined || world.process(heir).over) return;
      world.crash(heir);
      world.store.dropRegistration(heir);
      harm.revive(heir, 6_000);
      world.in(50, () => world.forget(heir, incarnation, by));
    });
  });
  return former === null ? null : `${former} is silent until its place is asked for, by one that dies then`;
};

/** One replica lags behind the other, which takes over, and falls silent before the one has heard a word of it. */
const doomedHeir: FaultKind = (harm) => {
  const { world, random } = harm;
  const ids = world.processes.map(({ id }) => id);
  const former = harm.victim(8_000);
  if (former === null) return null;
  const dawdle = (from: string, to: readonly string[], delay: Range): void => {
    for (const each of to) {
      if (each === from) continue;
      world.network.slow(from, each, delay);
      harm.later(6_000, () => world.network.slow(from, each, null));
    }
  };
  const others = ids.filter((id) => id !== former);
  dawdle(former, sample(random, others, 1), [350, 650]);
  harm.later(within(random, [800, 1_500]), () => cutFor(harm, former, others, 5_000));
  lay(harm, 'asked-to-take-over', (heir, other) => {
    if (other !== former) return false;
    dawdle(heir, ids, [300, 600]);
    harm.later(within(random, [60, 280]), () => cutFor(harm, heir, ids, 4_000));
    return true;
  });
  return `${former} falls silent, and so does its heir`;
};

/** Hears late what others have done as it said, and then, cut off from them, only from the store that it is replaced. */
const deafPrimary: FaultKind = (harm) => {
  const { world, random } = harm;
  const id = harm.victim(14_000);
  if (id === null) return null;
  const others = world.processes.map((process) => process.id).filter((other) => other !== id);
  const most = within(random, [200, 700]);
  for (const other of others) {
    world.network.slow(other, id, [most / 2, most]);
    harm.later(3_000, () => world.network.slow(other, id, null));
  }
  harm.later(within(random, [500, 1_500]), () => cutFor(harm, id, others, within(random, [9_500, 12_000])));
  return `${id} hears late, and then nothing`;
};

/** Changes pile up on their way and are lost with the line; so is who made them, when a copy is found too far behind. */
const brokenBacklog: FaultKind = (harm) => {
  const { world, random } = harm;
  const id = harm.victim(8_000);
  if (id === null) return null;
  const others = world.processes.map((process) => process.id).filter((other) => other !== id);
  for (const other of others) {
    world.network.slow(id, other, [300, 700]);
    harm.later(within(random, [1_000, 2_000]), () => {
      world.network.breakLine(id, other);
      world.network.slow(id, other, null);
    });
  }
  lay(harm, 'refill-wanted', (primary) => {
    if (primary !== id) return false;
    harm.later(within(random, [5, 80]), () => {
      if (world.process(id).over) return;
      world.crash(id);
      harm.revive(id, within(random, [3_000, 5_000]));
    });
    return true;
  });
  return `changes pile up at ${id}`;
};

/** A copy is added, and its primary, cut off from it by then, hears of that late. */
const belatedAddition: FaultKind = (harm) => {
  const { world, random } = harm;
  lay(harm, 'catch-up-done', (primary, copy) => {
    world.store.delayNextSwap(primary, within(random, [100, 1_000]));
    harm.later(within(random, [20, 90]), () => {
      const length = within(random, [2_500, 6_000]);
      cutFor(harm, primary, [copy], length);
      keepFromStore(harm, primary, length);
    });
    return true;
  });
  return 'the next copy is added late';
};

/** What somebody asks of the store is done when it has long gone on without, and it does not hear of that from the store. */
const belatedSwap: FaultKind = (harm) => {
  const { world, random } = harm;
  const [id] = harm.whole;
  if (id === undefined) return null;
  const delay = within(random, [1_200, 2_500]);
  world.store.delayNextSwap(id, delay);
  keepFromStore(harm, id, delay + 1_000);
  return `the next swap of ${id} is done ${Math.round(delay)} ms late`;
};

/** One member is long without the answers of another, which dies with them; what they tell of the copies know. */
const unheardAnswers: FaultKind = (harm) => {
  const { world, random } = harm;
  const id = harm.victim(8_000);
  const [entry] = sample(random, harm.whole, 1);
  if (id === null || entry === undefined) return null;
  world.network.slow(id, entry, [400, 900]);
  harm.later(within(random, [700, 1_500]), () => {
    world.network.slow(id, entry, null);
    if (world.process(id).over) return;
    world.crash(id);
    harm.revive(id, within(random, [3_000, 5_000]));
  });
  return `${id} dies before ${entry} has its answers`;
};

/** A copy is filled again while what it said before is still on its way, and who fills it dies. */
const filledAgain: FaultKind = (harm) => {
  const { world, random } = harm;
  const id = harm.victim(12_000);
  const [copy] = sample(random, harm.whole, 1);
  if (id === null || copy === undefined) return null;
  world.network.slow(copy, id, [300, 600]);
  harm.later(6_000, () => world.network.slow(copy, id, null));
  harm.later(1_000, () => garbleStanding(harm, copy, [id]));
  lay(harm, 'catch-up-began', (primary, other) => {
    if (primary !== id || other !== copy) return false;
    harm.later(within(random, [500, 1_500]), () => {
      if (world.process(id).over) return;
      world.crash(id);
      harm.revive(id, within(random, [3_000, 5_000]));
    });
    return true;
  });
  return `${copy} is heard late by ${id}, which fills it again and dies`;
};

/** A member that may not decide is asked all the same, and is not replaced, for longer than anybody waits for an answer. */
const longWait: FaultKind = (harm) => {
  const { world, random } = harm;
  const id = harm.victim(50_000);
  const [entry] = sample(random, harm.whole, 1);
  if (id === null || entry === undefined) return null;
  const length = within(random, [36_000, 44_000]);
  const others = world.processes.map((process) => process.id).filter((other) => other !== id && other !== entry);
  world.store.setStopped(true);
  cutFor(harm, id, others, length);
  // By then it may decide again.
  harm.later(length + 2_000, () => world.store.setStopped(false));
  return `${id} is asked by ${entry}, and by nobody else heard, for ${Math.round(length)} ms`;
};

/** Faults that no seed draws: each sets one trap, for runs that look for one kind of mistake. By name. */
export const AMBUSHES: Readonly<Record<string, FaultKind>> = {
  'belated takeover': belatedTakeover,
  'overlooked takeover': overlookedTakeover,
  'leaving heir': leavingHeir,
  'forgotten heir': forgottenHeir,
  'doomed heir': doomedHeir,
  'deaf primary': deafPrimary,
  'broken backlog': brokenBacklog,
  'belated addition': belatedAddition,
  'belated swap': belatedSwap,
  'unheard answers': unheardAnswers,
  'filled again': filledAgain,
  'long wait': longWait,
  'garbled copies': garbledCopies,
};
