import { StoreMemory } from '../../src/coordination/store-memory.ts';
import type { ToMember } from '../../src/coordination/supervised-messages.ts';
import type { Exit, Launch, LaunchEvents } from '../../src/supervisor/launch.ts';
import { StoreDesk } from '../../src/supervisor/store-desk.ts';
import { Supervisor } from '../../src/supervisor/supervisor.ts';

/** A process that does nothing but what a test makes it do. */
export class FakeProcess {
  readonly args: readonly string[];
  readonly events: LaunchEvents;
  readonly told: ToMember[] = [];
  isKilled = false;

  constructor(args: readonly string[], events: LaunchEvents) {
    this.args = args;
    this.events = events;
  }

  end(exit: Partial<Exit> = {}): void {
    this.events.ended({ code: null, signal: null, ...exit });
  }
}

/** Processes, timers, clock and log of a supervisor, all moved by hand. */
export class FakeMachine {
  readonly processes: FakeProcess[] = [];
  readonly lines: string[] = [];
  readonly logged: unknown[] = [];
  readonly memory = new StoreMemory();
  readonly supervisor: Supervisor;
  private at = 0;
  private timers: readonly { readonly at: number; readonly run: () => void }[] = [];

  constructor(...ids: readonly string[]) {
    const clock = { now: () => this.at, wallTime: () => 1_000_000 };
    const note = (fields: Readonly<Record<string, unknown>>, text: string) =>
      void this.logged.push({ ...fields, text });
    const log = { error: note, warn: note, info: note };
    const launch: Launch = (args, events) => {
      const process = new FakeProcess(args, events);
      this.processes.push(process);
      return {
        send: (message) => void process.told.push(message),
        kill: () => {
          process.isKilled = true;
        },
      };
    };
    this.supervisor = new Supervisor(
      ids.map((id) => ({ id, args: [`--member-id=${id}`] })),
      new StoreDesk(this.memory, clock, log),
      {
        ...{ launch, clock, log },
        after: (duration, run) => {
          const timer = { at: this.at + duration, run };
          this.timers = [...this.timers, timer];
          return () => {
            this.timers = this.timers.filter((each) => each !== timer);
          };
        },
        line: (text) => void this.lines.push(text),
      },
    );
  }

  /** The newest process of all. */
  get newest(): FakeProcess {
    const process = this.processes.at(-1);
    if (process === undefined) throw new Error('nothing was started');
    return process;
  }

  get timersSet(): number {
    return this.timers.length;
  }

  /** What falls due in this time is done in its order. */
  pass(duration: number): void {
    const end = this.at + duration;
    for (;;) {
      const [next] = this.timers.toSorted((a, b) => a.at - b.at);
      if (next === undefined || next.at > end) break;
      this.timers = this.timers.filter((each) => each !== next);
      this.at = next.at;
      next.run();
    }
    this.at = end;
  }
}
