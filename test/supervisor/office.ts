import { setImmediate as turn } from 'node:timers/promises';
import type { RegisteredMember, StoreWatcher } from '../../src/coordination/coordination.ts';
import { StoreMemory } from '../../src/coordination/store-memory.ts';
import { SupervisedCoordination } from '../../src/coordination/supervised-coordination.ts';
import { SupervisorLink } from '../../src/coordination/supervisor-link.ts';
import { StoreDesk } from '../../src/supervisor/store-desk.ts';

/** In seconds since 1970: where the numbers of incarnations begin. */
export const EPOCH = 1_000;

/** A desk and the members it serves, in one process, under a clock moved by hand. */
export class Office {
  readonly memory = new StoreMemory();
  readonly logged: string[] = [];
  at = 0;
  readonly clock = { now: () => this.at, wallTime: () => EPOCH * 1_000 };
  readonly log = {
    warn: (_: unknown, text: string) => void this.logged.push(text),
    info: (_: unknown, text: string) => void this.logged.push(text),
  };
  readonly desk = new StoreDesk(this.memory, this.clock, this.log);

  /** Time passes in steps as small as the desk's own timer's, and with it the ticks of those who are not frozen. */
  pass(duration: number, ...members: readonly OfficeMember[]): void {
    for (let passed = 0; passed < duration; passed += 500) {
      this.at += 500;
      for (const member of members) member.tick();
      this.desk.sweep();
    }
  }

  get registered(): string[] {
    return this.memory.members.map(nameOf);
  }
}

/** One member process's end: what its coordination says goes to the desk, and back, in order and never at once. */
export class OfficeMember {
  readonly coordination: SupervisedCoordination;
  readonly link: SupervisorLink;
  readonly ends: string[] = [];
  /** How many messages the desk sent. */
  received = 0;
  sent = 0;
  /** It does not move, and what comes in waits. */
  isFrozen = false;
  /** It moves, but what comes in waits. */
  isDeaf = false;
  private readonly arrived: unknown[] = [];
  private readonly seen: unknown[] = [];
  private readonly seat;
  private ticks: readonly (() => void)[] = [];
  private deliver = (_message: unknown): void => {};
  private closed = (): void => {};

  constructor(office: Office, member: string) {
    this.seat = office.desk.seat(member, (message) => {
      this.received++;
      this.arrived.push(message);
      queueMicrotask(() => this.takeIn());
    });
    this.link = new SupervisorLink({
      send: (message) => {
        this.sent++;
        queueMicrotask(() => this.seat.receive(message));
      },
      onMessage: (listener) => {
        this.deliver = listener;
      },
      onClose: (listener) => {
        this.closed = listener;
      },
    });
    this.link.onClusterEnd((why) => this.ends.push(why));
    const announcement = { member, zone: 'z', address: `${member}:7402`, version: '1', gatewayOnly: false };
    this.coordination = new SupervisedCoordination(announcement, this.link, office.clock, office.log, (_, run) => {
      this.ticks = [...this.ticks, run];
      return () => {
        this.ticks = this.ticks.filter((each) => each !== run);
      };
    });
  }

  readonly watcher: StoreWatcher = {
    tableSeen: (document, fresh) => this.seen.push(`${document}${fresh ? '!' : ''}`),
    membersSeen: (members) => this.seen.push(members.map(nameOf)),
    unreachable: (reason) => this.seen.push(reason),
  };

  /** Draws a number and registers under it. */
  async begin(): Promise<number> {
    const incarnation = await this.coordination.draw();
    this.coordination.begin(incarnation, this.watcher);
    await this.news();
    return incarnation;
  }

  /** What the watcher was told since this was last asked. */
  async news(): Promise<unknown[]> {
    await turn();
    return this.seen.splice(0);
  }

  tick(): void {
    if (!this.isFrozen) for (const run of this.ticks) run();
  }

  thaw(): void {
    this.isFrozen = false;
    this.isDeaf = false;
    this.takeIn();
  }

  /** The process ends. */
  end(): void {
    this.isFrozen = true;
    this.seat.gone();
  }

  /** The supervisor's process ends. */
  loseSupervisor(): void {
    this.closed();
  }

  /** Anything, as if it came over the channel to the desk. */
  say(message: unknown): void {
    this.seat.receive(message);
  }

  private takeIn(): void {
    if (!this.isFrozen && !this.isDeaf) for (const message of this.arrived.splice(0)) this.deliver(message);
  }
}

function nameOf({ member, incarnation, sawTable }: RegisteredMember): string {
  return `${member}/${incarnation}${sawTable ? '+' : ''}`;
}
