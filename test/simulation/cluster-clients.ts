import type { Duration } from '../../src/base/instant.ts';
import { Random } from '../../src/base/random.ts';
import type { Outcome } from '../../src/member/door.ts';
import { Dozing, type Habit, type Intention, Jostling, oneOf, Visiting } from './cluster-workload.ts';
import { History } from './history.ts';
import { Workload } from './workload.ts';
import type { World } from './world/world.ts';

export interface ClientNumbers {
  /** Those who crowd a few hot sessions, and how many sessions these are. */
  readonly jostling: number;
  readonly hotKeys: number;
  /** Those who visit page after page, of some sessions each. */
  readonly visiting: number;
  /** Those who leave their session alone until it is about to expire. */
  readonly dozing: number;
}

interface Client {
  readonly number: number;
  readonly address: string;
  readonly habit: Habit;
  /** The member it talks to, while it answers. */
  home: string;
  /** Counts what it has done, so that an answer or a deadline of before is known for what it is. */
  turn: number;
}

/** A request as it is asked, perhaps again. */
interface Asked {
  readonly intention: Intention;
  readonly requestId: string | null;
  readonly tries: number;
}

/** Longer than members hold a request: only what is surely lost is given up by those who are patient. */
const PATIENCE: Duration = 12_000;
const MOST_TRIES = 6;
const HOT_LEASES: readonly Duration[] = [60, 300, 1_000, 2_500, 5_000, 5_000, 110_000];

/**
 * Clients of a cluster: each keeps to one member while that answers and goes to another when it does not; asks, waits
 * until its patience ends, and asks again, sometimes the same under the same id. Everything is drawn from one seed.
 */
export class ClusterClients {
  readonly history = new History();
  /** Requests that were asked again under their name, and those that were told the same as before. */
  repeats = 0;
  private readonly world: World;
  private readonly random: Random;
  private readonly clients: readonly Client[];
  private asking = 0;
  private stopped = false;

  constructor(world: World, numbers: ClientNumbers, seed: number) {
    this.world = world;
    this.random = new Random(seed);
    this.clients = this.habitsOf(numbers).map((habit, index) => ({
      number: index,
      address: `10.0.0.${index}`,
      habit,
      home: '',
      turn: 0,
    }));
  }

  /** Clients that wait for an answer. */
  get open(): number {
    return this.asking;
  }

  /** Once some member was started. */
  start(): void {
    for (const client of this.clients) {
      client.home = this.someMember();
      this.goOn(client);
    }
  }

  /** Nobody asks anything new. */
  stop(): void {
    this.stopped = true;
  }

  private habitsOf({ jostling, hotKeys, visiting, dozing }: ClientNumbers): Habit[] {
    const { random } = this;
    const habits: Habit[] = [];
    const hot = new Workload(random, named('app/h', hotKeys), HOT_LEASES);
    for (let count = 0; count < jostling; count++) habits.push(new Jostling(random, habits.length, hot));
    const pages = named('app/p', 2 * visiting);
    for (let count = 0; count < visiting; count++) {
      // The last of one are the first of the next: most sessions have two visitors.
      const mine = [0, 1, 2, 3].map((place) => pages[(2 * count + place) % pages.length] as string);
      habits.push(new Visiting(random, habits.length, mine));
    }
    for (const key of named('app/d', dozing)) habits.push(new Dozing(random, habits.length, key));
    return habits;
  }

  private goOn(client: Client): void {
    const intention = client.habit.next();
    const turn = ++client.turn;
    this.world.in(intention.pause, () => {
      if (this.stopped || client.turn !== turn) return;
      const requestId = this.chance(client.habit.naming) ? `${client.number}-${turn}` : null;
      this.ask(client, { intention, requestId, tries: 1 });
    });
  }

  private ask(client: Client, asked: Asked): void {
    const { world, history } = this;
    const { key, command } = asked.intention;
    const { requestId } = asked;
    const turn = ++client.turn;
    const entry = history.invoked(client.number, key, command, requestId, world.now);
    const member = this.chance(0.03) ? this.someMember() : client.home;
    this.asking++;
    const isOver = (outcome: Outcome | null): void => {
      if (client.turn !== turn) return;
      client.turn++;
      this.asking--;
      if (outcome !== null) history.returned(entry, outcome, world.now);
      client.habit.learn(asked.intention, outcome);
      if (outcome === null || outcome.type === 'unknown' || outcome.type === 'unavailable') this.moveOn(client);
      this.askAgain(client, asked, outcome);
    };
    world.in(this.delay(), () => {
      const request = { address: client.address, key, command, repeatId: requestId };
      const pending = world.submit(
        member,
        request,
        (outcome) => world.in(this.delay(), () => isOver(outcome)),
        // Refused, it surely did nothing; reset, nobody knows.
        (why) => world.in(this.delay(), () => isOver(why === 'refused' ? REFUSED : null)),
      );
      if (client.turn !== turn) pending.cancel();
      const isHasty = this.chance(client.habit.haste);
      const patience = isHasty ? 5 + this.random.fraction() * 1_500 : PATIENCE;
      world.in(patience, () => {
        if (client.turn !== turn) return;
        // Others are cut off, and their member goes on for them.
        if (this.chance(0.7)) pending.cancel();
        isOver(null);
      });
    });
  }

  /** The same again, at times long after and with others' requests in between, or something else. */
  private askAgain(client: Client, asked: Asked, outcome: Outcome | null): void {
    const { intention, requestId, tries } = asked;
    const isUncertain = outcome === null || outcome.type === 'unknown' || outcome.type === 'unavailable';
    const again = requestId !== null && tries < MOST_TRIES && this.chance(isUncertain ? 0.7 : 0.15);
    if (!again) {
      this.goOn(client);
      return;
    }
    const turn = client.turn;
    this.world.in(this.chance(0.1) ? this.random.fraction() * 20_000 : this.random.fraction() * 80, () => {
      if (this.stopped || client.turn !== turn) return;
      this.repeats++;
      if (this.chance(0.3)) this.moveOn(client);
      this.ask(client, { intention, requestId, tries: tries + 1 });
    });
  }

  private moveOn(client: Client): void {
    if (this.chance(0.8)) client.home = this.someMember();
  }

  /** Whether it runs or not: clients know addresses, no more. */
  private someMember(): string {
    return oneOf(this.random, this.world.processes).id;
  }

  private delay(): Duration {
    return this.random.fraction() * (this.chance(0.02) ? 30 : 2);
  }

  private chance(share: number): boolean {
    return this.random.fraction() < share;
  }
}

/** What a client knows that found nobody at the other end. */
const REFUSED: Outcome = { type: 'unavailable', reason: 'stopping' };

function named(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}
