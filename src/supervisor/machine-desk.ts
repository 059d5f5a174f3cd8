import type { Duration, Instant } from '../base/instant.ts';
import { isToSupervisor, type ToMember, type ToSupervisor } from '../coordination/supervised-messages.ts';
import type { Clock } from '../member/door.ts';
import type { Desk, Seat } from './desk.ts';
import { mergeMetrics } from './merged-metrics.ts';
import type { StoreDesk } from './store-desk.ts';

/** A member process that says nothing for so long stands still. It speaks every second. */
const STANDS_STILL_AFTER: Duration = 10_000;
/** Longer than this nobody who asks for metrics waits for one member. */
const METRICS_PATIENCE: Duration = 1_000;

/** What is known of one member, whichever process it runs in at the moment. */
interface Attendance {
  starts: number;
  isReady: boolean;
  /** Null: there is no process, or it has not said how it stands. */
  heardAt: Instant | null;
  /** Null: there is no process. */
  send: ((message: ToMember) => void) | null;
  /** Who waits for its metrics, by `ask`. */
  readonly asked: Map<number, (text: string | null) => void>;
}

/**
 * What operators see of the members that share a machine's listeners, gathered from what these say. Their store is
 * another desk's, if it is in this process at all.
 */
export class MachineDesk implements Desk {
  private readonly store: StoreDesk | null;
  private readonly clock: Clock;
  private readonly after: (duration: Duration, run: () => void) => () => void;
  private readonly members: ReadonlyMap<string, Attendance>;
  private asks = 0;
  private isStopping = false;

  constructor(
    members: readonly string[],
    store: StoreDesk | null,
    clock: Clock,
    after: (duration: Duration, run: () => void) => () => void,
  ) {
    this.store = store;
    this.clock = clock;
    this.after = after;
    this.members = new Map(
      members.map((id) => [id, { starts: 0, isReady: false, heardAt: null, send: null, asked: new Map() }]),
    );
  }

  /** Whether every member is. */
  get ready(): boolean {
    return !this.isStopping && [...this.members.values()].every(({ isReady }) => isReady);
  }

  /** Whether the loop of every member turns that has a process; a process that has just begun is believed to. */
  get turning(): boolean {
    const now = this.clock.now();
    return [...this.members.values()].every(({ heardAt }) => heardAt === null || now - heardAt < STANDS_STILL_AFTER);
  }

  /** Nobody is to send clients here any more. */
  stopping(): void {
    this.isStopping = true;
  }

  seat(member: string, send: (message: ToMember) => void): Seat {
    const attendance = this.members.get(member);
    const inStore = this.store?.seat(member, send);
    if (attendance !== undefined) {
      attendance.starts++;
      attendance.send = send;
    }
    return {
      receive: (message) => {
        if (attendance !== undefined && isToSupervisor(message)) this.receive(attendance, message);
        inStore?.receive(message);
      },
      gone: () => {
        if (attendance !== undefined) leave(attendance);
        inStore?.gone();
      },
    };
  }

  sweep(): void {
    this.store?.sweep();
  }

  /** Of all members that answer in time. */
  async metrics(): Promise<string> {
    const pages = await Promise.all(Array.from(this.members.values(), (attendance) => this.metricsOf(attendance)));
    return mergeMetrics([this.ownMetrics(), ...pages.filter((page) => page !== null)]);
  }

  private receive(attendance: Attendance, message: ToSupervisor): void {
    switch (message.type) {
      case 'standing':
        attendance.isReady = message.ready;
        attendance.heardAt = this.clock.now();
        break;
      case 'metrics':
        attendance.asked.get(message.ask)?.(message.text);
        break;
      default:
        break;
    }
  }

  private metricsOf(attendance: Attendance): Promise<string | null> {
    const { send, asked } = attendance;
    if (send === null) return Promise.resolve(null);
    const ask = ++this.asks;
    return new Promise((resolve) => {
      const settle = (text: string | null): void => {
        cancel();
        asked.delete(ask);
        resolve(text);
      };
      const cancel = this.after(METRICS_PATIENCE, () => settle(null));
      asked.set(ask, settle);
      send({ type: 'show-metrics', ask });
    });
  }

  private ownMetrics(): string {
    const all = [...this.members];
    const samples = (name: string, of: (attendance: Attendance) => number): string[] =>
      all.map(([member, attendance]) => `${name}{member="${escapeLabel(member)}"} ${of(attendance)}`);
    const [ready, starts] = ['holdfast_member_ready', 'holdfast_member_starts_total'];
    return [
      `# HELP ${ready} Whether this member of the machine is ready.`,
      `# TYPE ${ready} gauge`,
      ...samples(ready, ({ isReady }) => (isReady ? 1 : 0)),
      `# HELP ${starts} Processes started for this member of the machine.`,
      `# TYPE ${starts} counter`,
      ...samples(starts, (attendance) => attendance.starts),
    ].join('\n');
  }
}

function leave(attendance: Attendance): void {
  attendance.isReady = false;
  attendance.heardAt = null;
  attendance.send = null;
  for (const settle of [...attendance.asked.values()]) settle(null);
}

function escapeLabel(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');
}
