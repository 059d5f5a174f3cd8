/**
 * Everything an edge may know of the pure rooms: their vocabulary, and what the loop offers to a door.
 * Edges import from here and from `base/` alone.
 */
import type { Instant } from '../base/instant.ts';
import type { Key } from '../base/key.ts';
import type { Asker } from '../replica/request.ts';
import type { Command, Cookie } from '../session/command.ts';
import type { Outcome } from '../session/outcome.ts';
import type { Door, SourceIndex } from '../session/source.ts';

export { type Holder, nameOf, sameHolder } from '../placement/holder.ts';
export { makeKey } from '../placement/locate.ts';
export type { PartitionEntry, PartitionTable } from '../placement/partition-table.ts';
export { successionFlaw } from '../placement/succession.ts';
export type {
  Effects,
  LeaseEnded,
  Limit,
  LimitReached,
  PartitionEvent,
  RoleChanged,
  StaleWrite,
  Trace,
} from '../replica/effects.ts';
export type * from '../replica/messages.ts';
export { type Asker, NOBODY, type Request } from '../replica/request.ts';
export * from '../session/command.ts';
export type { CoreCounters, CoreGauges } from '../session/core-counters.ts';
export * from '../session/outcome.ts';
export type { Door, Source, SourceIndex } from '../session/source.ts';
export type { Version } from '../session/version.ts';
export type { MemberEffects, MemberTrace, TableAdopted, TableRefused } from './effects.ts';
export type { Cancel, Drain, Input, MembersSeen, TableSeen, Tick, Told } from './input.ts';
export type * from './messages.ts';
export type { Registration } from './registration.ts';

/** Whoever asked. Called once per submitted command, within a turn of the loop, never from within `submit`. */
export interface Answerable {
  /** `Found.content` holds during this call only: copy it, or write it out. */
  answer(outcome: Outcome): void;
}

/** Has bytes gathered during a turn that want to leave when the turn ends. */
export interface Flushable {
  flush(): void;
}

/** The way into the member, as the loop offers it to a door. */
export interface Entrance {
  /** A reference under which `answerable` may ask, one request at a time, until dismissed. */
  enlist(answerable: Answerable): Asker;
  /** Ends the reference. An answer still under way to it is dropped, a lock granted by it released. */
  dismiss(asker: Asker): void;
  /** The index for a client's address; 0 when the table of sources is full. */
  sourceOf(door: Door, address: string): SourceIndex;
  /**
   * Queues a command for the coming turn; it is answered to `asker` exactly once, then or (if it waits in line) later.
   * `repeatId`: the client's own name for the request, or null.
   */
  submit(asker: Asker, source: SourceIndex, key: Key, command: Command, repeatId: string | null): void;
  /** The asker's client is gone: if its request waits in line, it is answered `locked` in the coming turn. */
  cancel(asker: Asker): void;
  /** A granted lock could not be delivered: it is released, and passes to the next in line. */
  undelivered(source: SourceIndex, key: Key, cookie: Cookie): void;
  /** Calls `flush` once when the present turn ends (or, outside a turn, when the coming one does). */
  flushAtEndOfTurn(flushable: Flushable): void;
  /** A connection was accepted, and others may wait to be: Node accepts one at a time, in each round of its loop. */
  accepted(): void;
}

/** Time, as `main` hands it to the doors. It may be moved on by tests. */
export interface Clock {
  now(): Instant;
  /** Milliseconds since 1970. */
  wallTime(): number;
}
