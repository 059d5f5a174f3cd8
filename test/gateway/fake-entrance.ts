import { assert } from '../../src/base/assert.ts';
import type { Key } from '../../src/base/key.ts';
import type {
  Answerable,
  Asker,
  Clock,
  Command,
  Cookie,
  Door,
  Entrance,
  Flushable,
  Locked,
  Outcome,
  SourceIndex,
} from '../../src/member/door.ts';

export interface Submitted {
  readonly asker: Asker;
  readonly source: SourceIndex;
  readonly key: Key;
  readonly command: Command;
}

export const LOCKED: Locked = { type: 'locked', cookie: 7, age: 2_500, flagTaken: false };

/**
 * A loop and a core in one: turns run by themselves, `decide` says what becomes of a command, null leaves it waiting in
 * line until the test answers it or its asker cancels.
 */
export class FakeEntrance implements Entrance {
  decide: (command: Command, key: Key) => Outcome | null = () => ({ type: 'missing' });
  readonly submitted: Submitted[] = [];
  readonly inLine: Submitted[] = [];
  readonly cancelled: Asker[] = [];
  readonly dismissed: Asker[] = [];
  readonly given: { source: SourceIndex; key: Key; cookie: Cookie }[] = [];
  readonly addresses: string[] = [];
  private readonly askers = new Map<Asker, Answerable>();
  private lastAsker: Asker = 0;
  private inbox: (() => void)[] = [];
  private flushables: Flushable[] = [];
  private isTurnDue = false;

  /** Connections that may still be answered. */
  get enlisted(): number {
    return this.askers.size;
  }

  enlist(answerable: Answerable): Asker {
    this.lastAsker++;
    this.askers.set(this.lastAsker, answerable);
    return this.lastAsker;
  }

  dismiss(asker: Asker): void {
    assert(this.askers.delete(asker), 'an asker is dismissed once');
    this.dismissed.push(asker);
  }

  sourceOf(_door: Door, address: string): SourceIndex {
    this.addresses.push(address);
    return this.addresses.length;
  }

  submit(asker: Asker, source: SourceIndex, key: Key, command: Command): void {
    const request = { asker, source, key, command };
    this.submitted.push(request);
    this.atTurn(() => {
      const outcome = this.decide(command, key);
      if (outcome === null) this.inLine.push(request);
      else this.tell(asker, outcome);
    });
  }

  cancel(asker: Asker): void {
    this.cancelled.push(asker);
    this.atTurn(() => {
      const at = this.inLine.findIndex((request) => request.asker === asker);
      if (at < 0) return;
      this.inLine.splice(at, 1);
      this.tell(asker, LOCKED);
    });
  }

  undelivered(source: SourceIndex, key: Key, cookie: Cookie): void {
    this.given.push({ source, key, cookie });
  }

  flushAtEndOfTurn(flushable: Flushable): void {
    this.flushables.push(flushable);
    this.haveTurn();
  }

  accepted(): void {}

  /** Ends the wait of whoever is first in line. */
  answerFirstInLine(outcome: Outcome): void {
    const first = this.inLine.shift();
    assert(first !== undefined, 'somebody is in line');
    this.atTurn(() => this.tell(first.asker, outcome));
  }

  private tell(asker: Asker, outcome: Outcome): void {
    const answerable = this.askers.get(asker);
    assert(answerable !== undefined, 'an answer finds its asker');
    answerable.answer(outcome);
  }

  private atTurn(work: () => void): void {
    this.inbox.push(work);
    this.haveTurn();
  }

  private haveTurn(): void {
    if (this.isTurnDue) return;
    this.isTurnDue = true;
    setImmediate(() => {
      // What is submitted during the turn belongs to it.
      for (let work = this.inbox.shift(); work !== undefined; work = this.inbox.shift()) work();
      this.isTurnDue = false;
      const flushables = this.flushables;
      this.flushables = [];
      for (const flushable of flushables) flushable.flush();
    });
  }
}

export class FakeClock implements Clock {
  private time = 1_000_000;
  private readonly wallStart: number;

  constructor(wallStart = Date.UTC(2025, 10, 20, 12, 0, 0)) {
    this.wallStart = wallStart - this.time;
  }

  now(): number {
    return this.time;
  }

  wallTime(): number {
    return this.wallStart + this.time;
  }

  advance(milliseconds: number): void {
    this.time += milliseconds;
  }
}

export function found(content: string | Uint8Array, cookie = 0, flagTaken = false): Outcome {
  return {
    type: 'found',
    content: typeof content === 'string' ? Buffer.from(content, 'latin1') : content,
    timeoutMinutes: 20,
    flagTaken,
    cookie,
    lockLease: cookie === 0 ? 0 : 110_000,
    again: false,
    versionMemory: 1,
    versionSequence: 1,
  };
}

export const STORED: Outcome = { type: 'stored', created: true, versionMemory: 1, versionSequence: 1 };
