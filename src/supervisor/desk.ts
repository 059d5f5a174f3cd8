import type { ToMember } from '../coordination/supervised-messages.ts';

/** One member process, from its start to its end, as a desk deals with it. */
export interface Seat {
  /** Whatever came over the channel; what is not for the desk is passed by. */
  receive(message: unknown): void;
  /** The process has ended. */
  gone(): void;
}

/** Whom the member processes talk to in the supervisor. */
export interface Desk {
  /** For a process that has just been started. */
  seat(member: string, send: (message: ToMember) => void): Seat;
  /** To be called about twice a second. */
  sweep(): void;
}
