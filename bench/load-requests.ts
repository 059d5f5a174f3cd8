import type { AnswerReader } from './answer-reader.ts';
import type { LoadPlan } from './load-plan.ts';
import { Visits } from './load-sessions.ts';
import { type Wording, wordingFor } from './wording.ts';

/** Where a connection's next request comes from. */
export interface Requests {
  readonly reader: AnswerReader;
  /**
   * The next request's bytes, which hold until its answer has come; null when there are no more.
   * `isEnding`: no new work is begun, what is begun is brought to its end.
   */
  next(isEnding: boolean): Buffer | null;
  /** `reader` has read the answer to the oldest request under way. */
  answered(): void;
}

/** Beyond all sessions that are visited. */
const FIRST_NEWCOMER = 100_000_000;
/** More than any connection stores. */
const NEWCOMERS_OF_A_CONNECTION = 1_000_000;

/** The requests of connection number `index` under `plan`; `numbers`: of the plan's sessions. */
export function requestsFor(plan: LoadPlan, numbers: Uint32Array, index: number): Requests {
  if (plan.depth > 1 && plan.mix !== 'create') throw new Error('visits are a ping-pong');
  const wording = wordingFor(plan);
  switch (plan.mix) {
    case 'get':
      return new Gets(wording, Visits.ofAll(numbers, plan, index));
    case 'exclusive-set':
      return new ExclusiveSets(wording, Visits.ofOwn(numbers, plan, index), plan, index);
    case 'create':
      return new Creates(wording, numbers, plan, index);
  }
}

class Gets implements Requests {
  readonly reader: AnswerReader;
  private readonly wording: Wording;
  private readonly visits: Visits;

  constructor(wording: Wording, visits: Visits) {
    this.reader = wording.reader;
    this.wording = wording;
    this.visits = visits;
  }

  next(isEnding: boolean): Buffer | null {
    return isEnding ? null : this.wording.get(this.visits.next());
  }

  answered(): void {}
}

class ExclusiveSets implements Requests {
  readonly reader: AnswerReader;
  private readonly wording: Wording;
  private readonly visits: Visits;
  private session = 0;
  private asksForLock = false;
  private holds = false;
  /** Pairs until the next newcomer. */
  private pairsLeft: number;
  private readonly pairsPerNewcomer: number;
  private newcomer: number;

  constructor(wording: Wording, visits: Visits, plan: LoadPlan, index: number) {
    this.reader = wording.reader;
    this.wording = wording;
    this.visits = visits;
    this.pairsPerNewcomer = plan.newcomers?.every ?? Number.POSITIVE_INFINITY;
    this.pairsLeft = this.pairsPerNewcomer;
    this.newcomer = FIRST_NEWCOMER + index * NEWCOMERS_OF_A_CONNECTION;
  }

  next(isEnding: boolean): Buffer | null {
    // A lock taken is given back: the next load would have to wait for it.
    if (this.holds) {
      this.holds = false;
      this.asksForLock = false;
      return this.wording.set(this.session);
    }
    if (isEnding) return null;
    if (this.pairsLeft-- === 0) {
      this.pairsLeft = this.pairsPerNewcomer;
      this.asksForLock = false;
      return this.wording.newcomer(this.newcomer++);
    }
    this.session = this.visits.next();
    this.asksForLock = true;
    return this.wording.acquire(this.session);
  }

  answered(): void {
    this.holds = this.asksForLock && this.reader.ok;
  }
}

class Creates implements Requests {
  readonly reader: AnswerReader;
  private readonly wording: Wording;
  private readonly numbers: Uint32Array;
  private readonly step: number;
  private at: number;

  constructor(wording: Wording, numbers: Uint32Array, plan: LoadPlan, index: number) {
    this.reader = wording.reader;
    this.wording = wording;
    this.numbers = numbers;
    this.step = plan.connections;
    this.at = index;
  }

  next(isEnding: boolean): Buffer | null {
    const number = this.numbers[this.at];
    if (isEnding || number === undefined) return null;
    this.at += this.step;
    return this.wording.create(number);
  }

  answered(): void {}
}
