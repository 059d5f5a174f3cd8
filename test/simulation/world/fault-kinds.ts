import type { Duration } from '../../../src/base/instant.ts';
import type { Random } from '../../../src/base/random.ts';
import { chance, mostlyLow, sample, within } from './chance.ts';
import { garbledDigest, garbledStanding } from './garbling.ts';
import type { World } from './world.ts';
import type { Range } from './world-options.ts';

/** What faults are made with. */
export interface Harm {
  readonly world: World;
  readonly random: Random;
  /** Seeds that are bold harm more members at once than there are copies to lose, and do not wait for recovery. */
  readonly bold: boolean;
  /** Members that run and that nothing harms now, the order drawn. */
  readonly whole: string[];
  /** A member to harm, counted as harmed for so long; null if enough are already. */
  victim(harmedFor: Duration): string | null;
  /** An id that was not used yet. */
  newcomer(): string | null;
  /** Runs later, unless all was healed meanwhile. */
  later(delay: Duration, run: () => void): void;
  /** Starts it when it is over, unless it shall stay away. */
  revive(id: string, after: Duration): void;
  /** It never comes back, if it is for the world to decide. */
  loseForGood(id: string): void;
  /** What was said of a member's copy of a partition is not what was meant: it may be found to differ, once. */
  garbled(partition: number, member: string): void;
}

/** Returns what it did, in words; null if there was no occasion. */
export type FaultKind = (harm: Harm) => string | null;

/** How long a member is not harmed again after it came back, so that what it holds is made whole. */
const RECOVERY: Range = [2_000, 9_000];
const LONGEST_OUTAGE: Duration = 30_000;
const LONGEST_RARE_OUTAGE: Duration = 180_000;

function ms(duration: Duration): string {
  return `${Math.round(duration)} ms`;
}

function onNetwork(kind: (harm: Harm, length: Duration) => string | null, lengths: Range): FaultKind {
  return (harm) => kind(harm, mostlyLow(harm.random, lengths));
}

/** Ways that are cut for a time. Two-way where both are named. */
function cutFor(harm: Harm, ways: readonly (readonly [from: string, to: string])[], length: Duration): void {
  const { network } = harm.world;
  for (const [from, to] of ways) network.cut(from, to);
  harm.later(length, () => {
    for (const [from, to] of ways) network.heal(from, to);
  });
}

function both(one: string, other: string): [string, string][] {
  return [
    [one, other],
    [other, one],
  ];
}

const delayStorm = onNetwork(
  (harm, length) => {
    const { network } = harm.world;
    const most = mostlyLow(harm.random, [10, 2_000]);
    network.delay = [0, most];
    harm.later(length, () => {
      network.delay = network.usualDelay;
    });
    return `messages take up to ${ms(most)} for ${ms(length)}`;
  },
  [200, 8_000],
);

const slowLink = onNetwork(
  (harm, length) => {
    const [from, to] = harm.whole;
    if (from === undefined || to === undefined) return null;
    const { network } = harm.world;
    const extra = mostlyLow(harm.random, [5, 3_000]);
    network.slow(from, to, [0, extra]);
    harm.later(length, () => network.slow(from, to, null));
    return `${from} to ${to} takes up to ${ms(extra)} more for ${ms(length)}`;
  },
  [500, 25_000],
);

const lineBreaks: FaultKind = (harm) => {
  const { world, random } = harm;
  const ids = world.live.map(({ id }) => id);
  const ways = sample(
    random,
    ids.flatMap((one) => ids.map((other) => [one, other] as const)),
    1 + random.below(4),
  );
  const broken = ways.filter(([one, other]) => one !== other && world.network.breakLine(one, other));
  return broken.length === 0 ? null : `lines break: ${broken.map((way) => way.join('-')).join(' ')}`;
};

const repetition = onNetwork(
  (harm, length) => {
    const { network } = harm.world;
    network.repeated = mostlyLow(harm.random, [0.02, 1]);
    harm.later(length, () => {
      network.repeated = 0;
    });
    return `${Math.round(network.repeated * 100)} % of messages come twice for ${ms(length)}`;
  },
  [500, 30_000],
);

const oneWayCut = onNetwork(
  (harm, length) => {
    const [from, to] = harm.whole;
    if (from === undefined || to === undefined) return null;
    cutFor(harm, [[from, to]], length);
    return `${from} to ${to} is cut for ${ms(length)}`;
  },
  [50, 12_000],
);

const twoWayCut = onNetwork(
  (harm, length) => {
    const [one, other] = harm.whole;
    if (one === undefined || other === undefined) return null;
    cutFor(harm, both(one, other), length);
    return `${one} and ${other} are cut off from each other for ${ms(length)}`;
  },
  [50, 15_000],
);

/** From some, not all; or one way from all. */
const partialPartition = onNetwork(
  (harm, length) => {
    const id = harm.victim(length);
    if (id === null) return null;
    const others = harm.world.live.map((process) => process.id).filter((other) => other !== id);
    const from = sample(harm.random, others, 1 + harm.random.below(Math.max(others.length - 1, 1)));
    const oneWay = harm.random.below(3);
    const ways = from.flatMap((other): [string, string][] => {
      if (oneWay === 0) return [[id, other]];
      return oneWay === 1 ? [[other, id]] : both(id, other);
    });
    cutFor(harm, ways, length);
    return `${id} is cut off from ${from.join(' ')} (${['out', 'in', 'both ways'][oneWay]}) for ${ms(length)}`;
  },
  [50, 15_000],
);

/** From all its peers, at times from the store too. */
const isolation = onNetwork(
  (harm, length) => {
    const id = harm.victim(length);
    if (id === null) return null;
    const { world, random } = harm;
    cutFor(
      harm,
      world.processes.flatMap((other) => (other.id === id ? [] : both(id, other.id))),
      length,
    );
    const storeToo = chance(random, 0.5);
    if (storeToo) {
      world.store.unreachableFor(id, true);
      harm.later(length, () => world.store.unreachableFor(id, false));
    }
    return `${id} is cut off from all${storeToo ? ' and the store' : ''} for ${ms(length)}`;
  },
  [50, 15_000],
);

/** The members fall apart into two groups. */
const split = onNetwork(
  (harm, length) => {
    const ids = sample(
      harm.random,
      harm.world.live.map(({ id }) => id),
      Number.POSITIVE_INFINITY,
    );
    if (ids.length < 3) return null;
    const some = ids.splice(0, 1 + harm.random.below(ids.length - 1));
    cutFor(
      harm,
      some.flatMap((one) => ids.flatMap((other) => both(one, other))),
      length,
    );
    return `${some.join(' ')} and ${ids.join(' ')} are cut off from each other for ${ms(length)}`;
  },
  [50, 8_000],
);

const pause: FaultKind = (harm) => {
  const length = mostlyLow(harm.random, [300, 12_000]);
  const id = harm.victim(length);
  if (id === null) return null;
  pauseFor(harm, id, length);
  return `${id} is paused for ${ms(length)}`;
};

export function pauseFor({ world, later }: Harm, id: string, length: Duration): void {
  const process = world.process(id);
  world.pause(id);
  later(length, () => process.resume());
}

const suspend: FaultKind = (harm) => {
  const length = mostlyLow(harm.random, [100, 15_000]);
  const id = harm.victim(length);
  if (id === null) return null;
  harm.world.suspend(id, length);
  return `the machine of ${id} sleeps for ${ms(length)}`;
};

/** Too busy to take turns in time, though it runs. */
const slowTurns: FaultKind = (harm) => {
  const { world, random } = harm;
  const length = mostlyLow(random, [500, 20_000]);
  const id = harm.victim(length);
  if (id === null) return null;
  const most = mostlyLow(random, [20, 1_500]);
  world.slowTurns(id, [0, most]);
  harm.later(length, () => world.slowTurns(id, null));
  return `turns of ${id} wait up to ${ms(most)} for ${ms(length)}`;
};

const wallClock: FaultKind = ({ world, random, whole: [id] }) => {
  if (id === undefined) return null;
  const by = mostlyLow(random, [50, 60_000]) * (chance(random, 0.5) ? 1 : -1);
  world.stepWallClock(id, by);
  return `the wall clock of ${id} is set by ${ms(by)}`;
};

const crash: FaultKind = (harm) => {
  const { random } = harm;
  const away = chance(random, 0.6) ? within(random, [50, 1_500]) : mostlyLow(random, [1_500, 30_000]);
  const id = harm.victim(away + within(random, RECOVERY));
  if (id === null) return null;
  const quietly = chance(random, 0.3);
  harm.world.crash(id, { quietly });
  harm.revive(id, away);
  return `${id} dies${quietly ? ' with its machine' : ''}, for ${ms(away)}`;
};

/** Rare: with them, all copies of some partitions may be lost. */
const crashOfSeveral: FaultKind = (harm) => {
  const { random, world } = harm;
  const ids = sample(random, harm.whole, 2 + random.below(2));
  if (!harm.bold && !chance(random, 0.2)) return null;
  for (const id of ids) {
    world.crash(id);
    harm.revive(id, within(random, [100, 6_000]));
  }
  return ids.length === 0 ? null : `${ids.join(' ')} die at once`;
};

const join: FaultKind = (harm) => {
  const id = harm.newcomer();
  if (id === null) return null;
  harm.world.start(id);
  return `${id} joins`;
};

/** A rolling update, of one member; at times it is stopped before it is done. */
const drain: FaultKind = (harm) => {
  const { world, random } = harm;
  const id = harm.victim(within(random, [5_000, 20_000]));
  if (id === null) return null;
  const process = world.process(id);
  world.drain(id);
  const deadline = chance(random, 0.3) ? mostlyLow(random, [50, 10_000]) : 60_000;
  harm.later(deadline, () => process.leave('left'));
  harm.revive(id, within(random, [100, 8_000]));
  return `${id} drains, within ${ms(deadline)}`;
};

const lossForGood: FaultKind = (harm) => {
  const { world, random } = harm;
  if (world.live.length <= world.options.copies + 1) return null;
  const id = harm.victim(within(random, [10_000, 25_000]));
  if (id === null) return null;
  const { incarnation } = world.process(id);
  world.crash(id, { quietly: chance(random, 0.5) });
  harm.loseForGood(id);
  // The operator looks whether it was done: who was told may have died with it.
  const isDone = (): boolean =>
    world.live.some(({ member }) => member.table?.members.some((one) => one.id === id && one.forgotten >= incarnation));
  const tell = (): void => {
    if (isDone()) return;
    const told = world.forget(id, incarnation);
    world.in(told ? 5_000 : 500, tell);
  };
  // Whoever may forget a member knows that it is dead; this the world decides, so it is told though all is healed.
  world.in(mostlyLow(random, [500, 12_000]), tell);
  return `${id} is lost for good`;
};

const slowStore: FaultKind = (harm) => {
  const { store } = harm.world;
  const length = mostlyLow(harm.random, [1_000, 30_000]);
  const most = mostlyLow(harm.random, [20, 3_000]);
  store.latency = [most / 10, most];
  store.watchDelay = [most / 10, most];
  harm.later(length, () => store.usualSpeed());
  return `the store takes up to ${ms(most)} for ${ms(length)}`;
};

function outageLength(random: Random): Duration {
  return mostlyLow(random, [200, chance(random, 0.04) ? LONGEST_RARE_OUTAGE : LONGEST_OUTAGE]);
}

const storeOutOfReachOfOne: FaultKind = (harm) => {
  const [id] = harm.whole;
  if (id === undefined) return null;
  const { store } = harm.world;
  const length = outageLength(harm.random);
  store.unreachableFor(id, true);
  harm.later(length, () => store.unreachableFor(id, false));
  return `${id} cannot reach the store for ${ms(length)}`;
};

const storeOutage: FaultKind = (harm) => {
  const { store } = harm.world;
  const length = outageLength(harm.random);
  const stops = chance(harm.random, 0.5);
  if (stops) store.setStopped(true);
  else store.unreachable = true;
  harm.later(length, () => {
    if (stops) store.setStopped(false);
    else store.unreachable = false;
  });
  return `the store ${stops ? 'stands still' : 'is out of reach of all'} for ${ms(length)}`;
};

/** One of the store's bad habits, for a time. */
function habit(name: 'loseAnswers' | 'lateSwaps' | 'repeatSwaps' | 'staleWatches', what: string): FaultKind {
  return ({ world: { store }, random, later }) => {
    const length = mostlyLow(random, [2_000, 40_000]);
    store[name] = within(random, [0.1, 1]);
    later(length, () => {
      store[name] = 0;
    });
    return `${Math.round(store[name] * 100)} % of ${what} for ${ms(length)}`;
  };
}

const droppedRegistration: FaultKind = ({ world, whole: [id] }) => {
  if (id === undefined) return null;
  world.store.dropRegistration(id);
  return `the registration of ${id} is deleted`;
};

/** By name. */
export const FAULT_KINDS: Readonly<Record<string, FaultKind>> = {
  'delay storm': delayStorm,
  'slow link': slowLink,
  'line breaks': lineBreaks,
  repetition,
  'one-way cut': oneWayCut,
  'two-way cut': twoWayCut,
  'partial partition': partialPartition,
  isolation,
  split,
  pause,
  suspend,
  'slow turns': slowTurns,
  'wall clock': wallClock,
  crash,
  'crash of several': crashOfSeveral,
  join,
  drain,
  'loss for good': lossForGood,
  'slow store': slowStore,
  'store out of reach of one': storeOutOfReachOfOne,
  'store outage': storeOutage,
  'lost answers of the store': habit('loseAnswers', "the store's answers are lost"),
  'late swaps': habit('lateSwaps', 'swaps land late or never'),
  'repeated swaps': habit('repeatSwaps', 'swaps come again later'),
  'stale watches': habit('staleWatches', 'sightings show what was'),
  'dropped registration': droppedRegistration,
  'garbled digest': garbledDigest,
  'garbled standing': garbledStanding,
};
