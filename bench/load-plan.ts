import type { Address } from '../test/process/address.ts';

/** What the load generator is told to do, over its IPC channel. */
export interface LoadPlan {
  /** Connections take turns. */
  readonly targets: readonly Address[];
  readonly connections: number;
  /**
   * `get`: every connection reads one session after another.
   * `exclusive-set`: every connection takes the lock of one of its own sessions, then stores under it, and so on.
   * `create`: all sessions are stored once; the load ends by itself.
   */
  readonly mix: 'get' | 'exclusive-set' | 'create';
  readonly sessions: number;
  readonly contentBytes: number;
  readonly timeoutMinutes: number;
  /** Requests under way on one connection: 1 is a strict ping-pong, as the stock client does it. */
  readonly depth: number;
  /**
   * Requests per second over all connections, each begun when its time has come, whatever became of those before; its
   * latency counts from then. Absent: each connection asks again as soon as it was answered.
   */
  readonly rate?: number;
}

export type Instruction<Plan = LoadPlan> =
  | { readonly type: 'begin'; readonly plan: Plan }
  /** Asks for what happened since the last mark. */
  | { readonly type: 'mark' }
  /** Waits for the end of a load that ends by itself. */
  | { readonly type: 'finish' }
  | { readonly type: 'end' };

/** What happened between two marks. Each instruction is answered by one report. */
export interface Report {
  readonly requests: number;
  /** Answers whose status was not 200. */
  readonly errors: number;
  readonly seconds: number;
  /** Share of the time in which the generator itself was busy, 0 to 1. Near 1 it may be what limits the load. */
  readonly busy: number;
  /** Latencies in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

/** The request target of the session numbered `number`, in the stock client's spelling. */
export function sessionUri(number: number): string {
  const id = `s${number.toString(36).padStart(23, '0')}`;
  return `%2fLM%2fW3SVC%2f1%2fROOT%2fshop(sx01GGAfrT%2fXm%2fAHJShXDlwTYPCa%2f39Yvs6vMn0QUyE%3d)%2f${id}`;
}
