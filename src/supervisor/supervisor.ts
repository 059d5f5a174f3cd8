import { assert } from '../base/assert.ts';
import type { Duration, Instant } from '../base/instant.ts';
import type { Clock } from '../member/door.ts';
import { BackOff } from './back-off.ts';
import type { Desk, Seat } from './desk.ts';
import type { Exit, Launch, Launched } from './launch.ts';

/** One member, whichever process it runs in at the moment. */
export interface MemberPlan {
  readonly id: string;
  /** What its processes are started with. */
  readonly args: readonly string[];
}

interface SupervisorLog {
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** What a supervisor needs of the machine. */
export interface Surroundings {
  readonly launch: Launch;
  readonly clock: Clock;
  readonly log: SupervisorLog;
  /** Runs it after that time; returns how to prevent that. */
  after(duration: Duration, run: () => void): () => void;
  /** A line that a member wrote to its standard output. */
  line(text: string): void;
}

/** What the end of any member takes besides handing over what it holds. */
export const STOP_LIMIT: Duration = 15_000;
const SWEEP_EVERY: Duration = 500;

/** At any time a place has a process, or a restart ahead of it, or neither once all stop. */
interface Place {
  readonly plan: MemberPlan;
  readonly backOff: BackOff;
  process: { readonly launched: Launched; readonly seat: Seat } | null;
  cancelRestart: () => void;
}

/** Keeps members running: what ends is started again, until all are told to stop. They talk to the desk meanwhile. */
export class Supervisor {
  private readonly surroundings: Surroundings;
  private readonly desk: Desk;
  private readonly stopLimit: Duration;
  private readonly places: readonly Place[];
  private isStopping = false;
  private hadTrouble = false;
  private resolveEnded = (_status: number): void => {};
  private cancelTimers = (): void => {};
  /** The status to end with, once every process has ended: 0 if each stopped as it was told to. */
  readonly ended: Promise<number> = new Promise((resolve) => {
    this.resolveEnded = resolve;
  });

  /** @param stopLimit for how long members may go on that were told to stop */
  constructor(plans: readonly MemberPlan[], desk: Desk, surroundings: Surroundings, stopLimit: Duration = STOP_LIMIT) {
    this.surroundings = surroundings;
    this.desk = desk;
    this.stopLimit = stopLimit;
    this.places = plans.map((plan) => ({ plan, backOff: new BackOff(), process: null, cancelRestart: () => {} }));
  }

  start(): void {
    for (const place of this.places) this.run(place);
    const sweep = (): void => {
      this.desk.sweep();
      this.cancelTimers = this.surroundings.after(SWEEP_EVERY, sweep);
    };
    this.cancelTimers = this.surroundings.after(SWEEP_EVERY, sweep);
  }

  /** All members stop; whether they hand anything over is theirs to know. Those that have not after a while are killed. */
  stop(): void {
    if (this.isStopping) return;
    this.isStopping = true;
    this.cancelTimers();
    for (const place of this.places) {
      place.cancelRestart();
      place.process?.launched.send({ type: 'stop' });
    }
    this.cancelTimers = this.surroundings.after(this.stopLimit, () => this.kill());
    this.endIfAllHave();
  }

  /** Every member that is still there ends at once. */
  kill(): void {
    this.stop();
    for (const { plan, process } of this.places) {
      if (process === null) continue;
      this.hadTrouble = true;
      this.surroundings.log.error({ member: plan.id }, 'killing a member');
      process.launched.kill();
    }
  }

  private run(place: Place): void {
    assert(place.process === null, 'a member runs once at a time');
    const { surroundings, desk } = this;
    const startedAt = surroundings.clock.now();
    const seat: Seat = desk.seat(place.plan.id, (message) => launched.send(message));
    const launched: Launched = surroundings.launch(place.plan.args, {
      message: (message) => seat.receive(message),
      line: (text) => surroundings.line(text),
      ended: (exit) => {
        place.process = null;
        seat.gone();
        this.onEnd(place, exit, startedAt);
      },
    });
    place.process = { launched, seat };
  }

  private onEnd(place: Place, exit: Exit, startedAt: Instant): void {
    const { clock, log, after } = this.surroundings;
    const member = place.plan.id;
    if (this.isStopping) {
      if (exit.code !== 0) this.hadTrouble = true;
      this.endIfAllHave();
      return;
    }
    const pause = place.backOff.after(clock.now() - startedAt);
    log.warn({ member, ...exit, pause }, 'a member has ended: starting it again');
    place.cancelRestart = after(pause, () => this.run(place));
  }

  private endIfAllHave(): void {
    if (this.places.some(({ process }) => process !== null)) return;
    this.cancelTimers();
    this.resolveEnded(this.hadTrouble ? 1 : 0);
  }
}
