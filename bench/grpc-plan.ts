import type { Address } from '../test/process/address.ts';

/** What the load generator of the gRPC door is told to do. */
export interface GrpcPlan {
  readonly target: Address;
  /** A call for each command, or one Pipe on each connection. */
  readonly way: 'unary' | 'pipe';
  /**
   * `get`: every place reads one session after another. `exclusive-set`: every place takes the lock of one of its own
   * sessions, then stores under it, and so on. `create`: all sessions are stored once; the load ends by itself.
   */
  readonly mix: 'get' | 'exclusive-set' | 'create';
  readonly connections: number;
  /** Commands under way on one connection: each has a place, which asks again as soon as it was answered. */
  readonly inFlight: number;
  /** Of a Pipe: what a message to the server holds at most. */
  readonly commandsPerMessage: number;
  readonly sessions: number;
  readonly contentBytes: number;
}
