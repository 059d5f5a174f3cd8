import { DeadlineHeap, type Timed } from '../../src/base/deadline-heap.ts';
import { type Duration, type Instant, NEVER } from '../../src/base/instant.ts';
import { Random } from '../../src/base/random.ts';
import { type Asker, type Command, type MemberEffects, makeKey, NOBODY, type Outcome } from '../../src/member/door.ts';
import type { Input } from '../../src/member/input.ts';
import type { Member } from '../../src/member/member.ts';
import type { MemberOptions } from '../../src/member/member-options.ts';
import { partitionOf } from '../../src/placement/locate.ts';
import { memberAlone } from '../member/member-alone.ts';
import { SMALL } from '../member/pair.ts';
import { History } from './history.ts';
import type { Terms } from './terms.ts';
import { LONGEST_WAIT, Workload } from './workload.ts';

export interface CrowdOptions {
  readonly seed: number;
  readonly clients: number;
  readonly requests: number;
  readonly keys: number;
  /** The share of messages, requests and answers alike, that are lost. */
  readonly loss: number;
}

const MEMBER: MemberOptions = { ...SMALL, partitions: 2, rememberFor: 15_000 };

const SLOWEST_MESSAGE: Duration = 40;
/** How long a request takes to get in line at most. */
export const SLOWEST_ARRIVAL: Duration = SLOWEST_MESSAGE;
const LATEST_TICK: Duration = 20;
const DRIFT = 0.001;

/** What a member promises to this crowd. */
export const CROWD_TERMS: Terms = {
  staleWrites: 'reject',
  rememberFor: MEMBER.rememberFor,
  clockDrift: DRIFT,
  expiryLateness: () => 0,
  leaseLateness: 0,
  // A request that waits in line does so for as long as it said, whether or not its client has gone.
  lingering: () => LONGEST_WAIT * (1 + DRIFT) + SLOWEST_MESSAGE + LATEST_TICK,
  triedAnew: () => false,
  takeoverLateness: () => 0,
  transferDelay: 0,
};

interface Client {
  readonly number: number;
  /** Counts what it has done, so that an answer or a deadline of before is known for what it is. */
  turn: number;
}

interface Due extends Timed {
  readonly run: () => void;
}

/**
 * Concurrent clients of one real member over a line that delays and loses: each asks, waits for its answer until its
 * patience ends, and asks again, sometimes the same under the same id. The member's clock runs a little fast or slow,
 * and its ticks come late. Everything is drawn from one seed, and nothing waits for a real clock.
 */
export class Crowd {
  readonly history = new History();
  private readonly options: CrowdOptions;
  private readonly random: Random;
  private readonly workload: Workload;
  private readonly member: Member;
  private readonly effects: MemberEffects;
  private readonly due = new DeadlineHeap<Due>();
  private readonly waiting = new Map<Asker, (outcome: Outcome) => void>();
  private readonly clockRate: number;
  private now: Instant = 0;
  private slowUntil: Instant = 0;
  /** Requests yet to be made, and clients that still make some. */
  private left: number;
  private active: number;
  private asked = 0;
  private nextTick: Instant = NEVER;

  constructor(options: CrowdOptions) {
    this.options = options;
    this.left = options.requests;
    this.active = options.clients;
    this.random = new Random(options.seed);
    this.clockRate = 1 + (this.random.fraction() * 2 - 1) * DRIFT;
    this.workload = new Workload(
      this.random,
      Array.from({ length: options.keys }, (_, index) => `app/${index}`),
    );
    this.member = memberAlone({ ...MEMBER, seed: options.seed });
    this.effects = {
      answer: (asker, outcome) => {
        const answer = this.waiting.get(asker);
        this.waiting.delete(asker);
        answer?.(outcome.type === 'found' ? { ...outcome, content: Uint8Array.from(outcome.content) } : outcome);
      },
      trace: () => undefined,
      propose: needless,
      send: needless,
      readStore: needless,
      stop: needless,
    };
  }

  /** Plays to the end: everybody has asked, and been answered or given up. */
  play(): History {
    for (let number = 0; number < this.options.clients; number++) {
      const client: Client = { number, turn: 0 };
      this.in(this.random.fraction() * 50, () => this.askNext(client));
    }
    while (this.active > 0) {
      this.now = this.due.nextDueAt();
      this.due.popDue(this.now)?.run();
    }
    return this.history;
  }

  partitionOf(key: string): number {
    return partitionOf(makeKey(Buffer.from(key)), MEMBER.partitions);
  }

  private in(delay: Duration, run: () => void): void {
    this.due.add({ dueAt: this.now + delay, heapIndex: -1, run });
  }

  private chance(share: number): boolean {
    return this.random.fraction() < share;
  }

  private askNext(client: Client): void {
    // Now and then all grow slow, so that sessions and leases run out, some of them untouched and some hardly in time.
    if (this.chance(0.006)) this.slowUntil = this.now + 30_000 + this.random.fraction() * 120_000;
    if (this.now < this.slowUntil) {
      this.in(this.slowness(), () => this.askNow(client));
      return;
    }
    this.askNow(client);
  }

  private slowness(): Duration {
    const rest = this.slowUntil - this.now;
    if (this.chance(0.5)) return rest + this.random.fraction() * 30;
    return this.random.fraction() * (this.chance(0.5) ? rest : 70_000);
  }

  private askNow(client: Client): void {
    if (this.left <= 0) {
      this.active--;
      return;
    }
    const { key, command } = this.workload.next(client.number);
    const requestId = this.chance(0.4) ? `${client.number}-${this.asked}` : null;
    this.ask(client, key, command, requestId);
  }

  private ask(client: Client, key: string, command: Command, requestId: string | null): void {
    this.left--;
    const turn = ++client.turn;
    const asker = ++this.asked;
    const entry = this.history.invoked(client.number, key, command, requestId, this.now);
    let answered = false;
    this.waiting.set(asker, (outcome) => {
      answered = true;
      const isLost = this.chance(this.options.loss);
      if (outcome.type === 'found' && outcome.cookie !== 0 && isLost && requestId === null && this.chance(0.5)) {
        const release: Command = { type: 'releaseExclusive', cookie: outcome.cookie };
        this.in(this.delay(), () => this.request(NOBODY, client.number, key, release, null));
      }
      if (isLost) return;
      this.in(this.delay(), () => {
        if (client.turn !== turn) return;
        this.history.returned(entry, outcome, this.now);
        this.workload.learn(client.number, key, outcome);
        this.goOn(client, key, command, requestId);
      });
    });
    if (!this.chance(this.options.loss)) {
      this.in(this.delay(), () => this.request(asker, client.number, key, command, requestId));
    }
    this.in(100 + this.random.fraction() * 1_400, () => {
      if (client.turn !== turn) return;
      if (!answered && this.chance(0.5)) this.in(this.delay(), () => this.step({ type: 'cancel', asker }));
      this.goOn(client, key, command, requestId);
    });
  }

  /** The same again, at times long after and with others' requests in between, or something else. */
  private goOn(client: Client, key: string, command: Command, requestId: string | null): void {
    client.turn++;
    const again = requestId !== null && this.left > 0 && this.chance(0.35);
    const pause = this.chance(0.02) ? this.random.fraction() * 20_000 : this.random.fraction() * 60;
    this.in(pause, () => (again ? this.ask(client, key, command, requestId) : this.askNext(client)));
  }

  private delay(): Duration {
    return this.random.fraction() * (this.chance(0.1) ? SLOWEST_MESSAGE : 5);
  }

  private request(asker: Asker, source: number, key: string, command: Command, repeatId: string | null): void {
    // The core may keep what is in a command, and so may this client: each has its own.
    const own = command.type === 'set' ? { ...command, content: Uint8Array.from(command.content) } : command;
    const request = { type: 'request', asker, number: asker, source, key: makeKey(Buffer.from(key)) } as const;
    this.step({ ...request, command: own, repeatId });
  }

  private step(input: Input): void {
    this.member.step(input, this.now * this.clockRate, this.effects);
    const wake = this.member.wakeAt();
    if (wake === NEVER) return;
    const at = Math.max(this.now, wake / this.clockRate) + this.random.fraction() * LATEST_TICK;
    if (at >= this.nextTick) return;
    this.nextTick = at;
    const run = (): void => {
      // An earlier one may have taken its place.
      if (this.nextTick !== at) return;
      this.nextTick = NEVER;
      this.step({ type: 'tick' });
    };
    this.due.add({ dueAt: at, heapIndex: -1, run });
  }
}

function needless(): never {
  throw new Error('a member alone has no dealings with others');
}
