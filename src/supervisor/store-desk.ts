import { assert } from '../base/assert.ts';
import type { Duration, Instant } from '../base/instant.ts';
import type { RegisteredMember } from '../coordination/coordination.ts';
import type { StoreMemory } from '../coordination/store-memory.ts';
import { isToSupervisor, type ToMember, type ToSupervisor } from '../coordination/supervised-messages.ts';
import type { Clock } from '../member/door.ts';
import type { Desk, Seat } from './desk.ts';

interface DeskLog {
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
}

interface Sitter {
  readonly member: string;
  readonly send: (message: ToMember) => void;
  /** What it wants to be registered as; null before it begins and after it leaves. */
  registration: RegisteredMember | null;
  /** Whether it watches. */
  hasBegun: boolean;
  heardAt: Instant;
  /** Not heard for so long that it is told no news, so that none pile up on the way to a process that stands still. */
  isSilent: boolean;
}

/** A registration ends when its owner gives no sign of life for this long. */
export const SILENT_AFTER: Duration = 5_000;
/** If we ourselves stood still for this long, nobody's silence means anything. */
const STOOD_STILL: Duration = 2_000;

/**
 * Serves the store in this process's memory to the member processes: each has a seat. A registration stands while its
 * process lives, gives signs of life and does not leave.
 */
export class StoreDesk implements Desk {
  private readonly memory: StoreMemory;
  private readonly clock: Clock;
  private readonly log: DeskLog;
  private readonly sitters = new Set<Sitter>();
  private sweptAt: Instant;

  constructor(memory: StoreMemory, clock: Clock, log: DeskLog) {
    this.memory = memory;
    this.clock = clock;
    this.log = log;
    this.sweptAt = clock.now();
    memory.watch({
      tableChanged: (document) => this.tellAll({ type: 'table', document }),
      membersChanged: (members) => this.tellAll({ type: 'members', members }),
    });
  }

  /** For a process that has just been started. */
  seat(member: string, send: (message: ToMember) => void): Seat {
    assert(![...this.sitters].some((other) => other.member === member), 'a member has one process at a time');
    const heardAt = this.clock.now();
    const sitter: Sitter = { member, send, registration: null, hasBegun: false, heardAt, isSilent: false };
    this.sitters.add(sitter);
    return {
      receive: (message) => {
        if (this.sitters.has(sitter) && isToSupervisor(message)) this.receive(sitter, message);
      },
      gone: () => {
        this.sitters.delete(sitter);
        this.deregister(sitter);
      },
    };
  }

  /** To be called several times in `SILENT_AFTER`. */
  sweep(): void {
    const now = this.clock.now();
    const stoodStill = now - this.sweptAt >= STOOD_STILL;
    this.sweptAt = now;
    for (const sitter of this.sitters) {
      if (stoodStill) sitter.heardAt = now;
      if (!sitter.hasBegun || sitter.isSilent || now - sitter.heardAt < SILENT_AFTER) continue;
      sitter.isSilent = true;
      this.log.warn({ member: sitter.member }, 'a member gives no sign of life: its registration ends');
      this.memory.deregister(sitter.member, sitter.registration?.incarnation ?? 0);
    }
  }

  private receive(sitter: Sitter, message: ToSupervisor): void {
    sitter.heardAt = this.clock.now();
    if (sitter.isSilent) this.welcomeBack(sitter);
    switch (message.type) {
      case 'alive':
      case 'standing':
      case 'metrics':
        break;
      case 'draw': {
        const incarnation = this.memory.draw(sitter.member, this.clock.wallTime() / 1_000);
        sitter.send({ type: 'drawn', ask: message.ask, incarnation });
        break;
      }
      case 'begin': {
        const { announcement, incarnation } = message;
        sitter.hasBegun = true;
        this.register(sitter, { ...announcement, member: sitter.member, incarnation, sawTable: false });
        break;
      }
      case 'table-known':
        if (sitter.registration !== null) this.register(sitter, { ...sitter.registration, sawTable: true });
        break;
      case 'swap': {
        const document = this.memory.swap(message.expected, message.next);
        sitter.send({ type: 'swapped', ask: message.ask, document });
        break;
      }
      case 'read': {
        const { table: document, members } = this.memory;
        sitter.send({ type: 'read', ask: message.ask, document, members });
        break;
      }
      case 'leave':
        this.deregister(sitter);
        sitter.send({ type: 'left', ask: message.ask });
        break;
    }
  }

  private welcomeBack(sitter: Sitter): void {
    sitter.isSilent = false;
    this.log.info({ member: sitter.member }, 'a member gives signs of life again');
    const { table: document, members } = this.memory;
    sitter.send({ type: 'table', document });
    sitter.send({ type: 'members', members });
    if (sitter.registration !== null) this.register(sitter, sitter.registration);
  }

  private register(sitter: Sitter, registration: RegisteredMember): void {
    sitter.registration = registration;
    this.memory.register(registration);
  }

  private deregister(sitter: Sitter): void {
    if (sitter.registration === null) return;
    const { member, incarnation } = sitter.registration;
    sitter.registration = null;
    this.memory.deregister(member, incarnation);
  }

  private tellAll(news: ToMember): void {
    for (const { hasBegun, isSilent, send } of this.sitters) if (hasBegun && !isSilent) send(news);
  }
}
