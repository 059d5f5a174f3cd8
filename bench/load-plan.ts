import type { Address } from '../test/process/address.ts';

/**
 * What is spoken. `redis`: as a session provider for Redis does it, with scripts; `redis-plain`: bare GET and SET, which
 * have no locks; `memcached`: `gets` and `cas` in the place of a lock.
 */
export type Protocol = 'gateway' | 'redis' | 'redis-plain' | 'memcached';

/** What the load generator is told to do, over its IPC channel. */
export interface LoadPlan {
  /** Absent: the gateway's. */
  readonly protocol?: Protocol;
  /** Redis: behind which requests `WAIT 1` follows in the same write. Absent: behind none. */
  readonly waits?: 'sets' | 'all';
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
  /** The number of the first of them. Absent: 0. */
  readonly first?: number;
  /** The sessions are of these partitions alone. Absent: of all. */
  readonly partitions?: readonly number[];
  /** Absent: sessions are visited in turn. */
  readonly atRandom?: boolean;
  /**
   * After every so many locked pairs a connection stores a session that is new, is never visited, and expires after so
   * many seconds (through the gateway: minutes, rounded up).
   */
  readonly newcomers?: { readonly every: number; readonly lifeSeconds: number };
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

/** As ASP.NET makes them: 24 characters. */
export function sessionId(number: number): string {
  return `s${number.toString(36).padStart(23, '0')}`;
}

/** The request target of the session numbered `number`, in the stock client's spelling. */
export function sessionUri(number: number): string {
  return `%2fLM%2fW3SVC%2f1%2fROOT%2fshop(sx01GGAfrT%2fXm%2fAHJShXDlwTYPCa%2f39Yvs6vMn0QUyE%3d)%2f${sessionId(number)}`;
}

/** What sessions hold. It ends with a line feed: by that the floor server knows the end of a request. */
export function contentOf(bytes: number): string {
  return `${'x'.repeat(bytes - 1)}\n`;
}
