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
  Outcome,
  SourceIndex,
} from '../../src/member/door.ts';

export interface Submitted {
  readonly asker: Asker;
  readonly source: SourceIndex;
  /** The key's octets as text. */
  readonly name: string;
  readonly key: Key;
  readonly command: Command;
  /** As latin1, or null. */
  readonly repeatId: string | null;
}

/** Stands in for the loop: keeps what was submitted, and answers in a turn of its own what the test says. */
export class FakeEntrance implements Entrance {
  readonly submitted: Submitted[] = [];
  readonly cancelled: Asker[] = [];
  readonly givenBack: { readonly name: string; readonly cookie: Cookie }[] = [];
  readonly sources: string[] = [];
  /** What a command is told in the coming turn; null lets it wait for `answer`. */
  decide: (submitted: Submitted) => Outcome | null = () => null;
  private readonly askers = new Map<Asker, Answerable>();
  private readonly queue: (() => void)[] = [];
  private flushables: Flushable[] = [];
  private lastAsker = 0;
  private scheduled = false;

  get enlisted(): number {
    return this.askers.size;
  }

  enlist(answerable: Answerable): Asker {
    this.lastAsker++;
    this.askers.set(this.lastAsker, answerable);
    return this.lastAsker;
  }

  dismiss(asker: Asker): void {
    this.askers.delete(asker);
  }

  sourceOf(door: Door, address: string): SourceIndex {
    this.sources.push(`${door} ${address}`);
    return 7;
  }

  submit(asker: Asker, source: SourceIndex, key: Key, command: Command, repeatId: string | null): void {
    const submitted = { asker, source, name: Buffer.from(key.bytes).toString('utf8'), key, command, repeatId };
    this.submitted.push(submitted);
    this.inTurn(() => {
      const outcome = this.decide(submitted);
      if (outcome !== null) this.askers.get(asker)?.answer(outcome);
    });
  }

  cancel(asker: Asker): void {
    this.cancelled.push(asker);
  }

  undelivered(_source: SourceIndex, key: Key, cookie: Cookie): void {
    this.givenBack.push({ name: Buffer.from(key.bytes).toString('utf8'), cookie });
  }

  flushAtEndOfTurn(flushable: Flushable): void {
    this.flushables.push(flushable);
    this.inTurn(() => {});
  }

  accepted(): void {}

  /** Answers what waits, all in one turn. */
  answer(...answers: readonly (readonly [Submitted, Outcome])[]): void {
    this.inTurn(() => {
      for (const [{ asker }, outcome] of answers) this.askers.get(asker)?.answer(outcome);
    });
  }

  private inTurn(work: () => void): void {
    this.queue.push(work);
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      for (const queued of this.queue.splice(0)) queued();
      const flushables = this.flushables;
      this.flushables = [];
      for (const flushable of flushables) flushable.flush();
    });
  }
}

/** A clock that stands still. */
export const CLOCK: Clock = { now: () => 5_000, wallTime: () => 1_700_000_000_500 };
