import type { Address } from '../process/address.ts';

/** Where clients of one member connect. */
export interface MemberDoors {
  readonly member: string;
  readonly gateway: Address;
  readonly grpc: Address;
  /** Holds no partition. Its clients are sheltered: they go to no other member, and are to see no trouble at all. */
  readonly gatewayOnly: boolean;
}

/** What the load generator is to do. */
export interface LoadPlan {
  readonly doors: readonly MemberDoors[];
  readonly partitions: number;
  /** Sessions of which each is mostly visited by one client at a time. */
  readonly sessions: number;
  /** Sessions that many clients want at once. */
  readonly contended: number;
  /** Requests a second, all doors together. */
  readonly rate: number;
  /** The share of pages that are asked for over gRPC, 0 to 1. */
  readonly grpcShare: number;
  readonly seed: number;
  /** In milliseconds, as the members are configured. */
  readonly lockLease: number;
  readonly lockWait: number;
  /**
   * Whether a request that crossed the server's FIN is asked once more, on a new connection. Only right where servers
   * are stopped in order: a killed one may have acted on the request.
   */
  readonly asksCrossedAgain: boolean;
  /** Where the history goes. */
  readonly folder: string;
}

export type Instruction =
  | { readonly type: 'populate'; readonly plan: LoadPlan }
  | { readonly type: 'begin' }
  /** What is reported begins here. Tells how it went up to here. */
  | { readonly type: 'measure' }
  /** So many requests a second from now on. */
  | { readonly type: 'rate'; readonly rate: number }
  /** These doors are open: clients that had to leave their own go back to it; there may be new ones. */
  | { readonly type: 'doors'; readonly doors: readonly MemberDoors[] }
  /** Asks every partition at these members' doors until all have answered. */
  | { readonly type: 'probe'; readonly members: readonly string[] }
  /** Ends the load and reads every session once more. */
  | { readonly type: 'end'; readonly sweep: boolean };

export interface Numbered {
  readonly number: number;
  readonly instruction: Instruction;
}

export type Reply =
  | { readonly type: 'done' }
  | { readonly type: 'probed'; readonly probe: Probed }
  /** 99 of 100 waits were no longer, in milliseconds. */
  | { readonly type: 'measured'; readonly p99: number }
  | { readonly type: 'ended'; readonly report: LoadReport };

export interface NumberedReply {
  readonly number: number;
  /** Text: why it could not be done. */
  readonly reply: Reply | string;
}

export interface Probed {
  /** When the last partition had answered, on the clock of `monotonic`. */
  readonly lastAt: number;
  /** The longest that one of them took, in milliseconds. */
  readonly longest: number;
}

/** A request that failed, or that its client had to wait for. */
export interface Trouble {
  readonly type: 'failed' | 'slow';
  readonly why: string;
  readonly door: 'gateway' | 'grpc';
  /** Whom it was sent to, all tries. */
  readonly members: readonly string[];
  readonly sheltered: boolean;
  readonly command: string;
  readonly key: string;
  readonly planned: number;
  readonly ended: number;
  /** From the planned start, less the time in which another client held the session's lock. */
  readonly wait: number;
}

export interface LoadReport {
  /** Requests sent, each try counted. */
  readonly requests: number;
  readonly pages: number;
  readonly seconds: number;
  /** Everything that failed, and what was slower than `SLOW`. */
  readonly troubles: readonly Trouble[];
  /** Waits that are no trouble, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly longestCalm: number;
  /** Answers 423 with age 0 and cookie 0: asked again. By the member that gave them. */
  readonly askedAgain: Readonly<Record<string, number>>;
  /** Answers that somebody else holds the lock: asked again half a second later. */
  readonly polls: number;
  /** Requests that crossed a FIN, and were asked again. */
  readonly crossed: number;
  /** Tries to connect where nobody listened. */
  readonly refused: number;
  /** Locks found older than a page may run, and broken as the stock client does it. */
  readonly brokenLocks: number;
  /** Pages that gave up, because the session stayed locked for as long as a page may run. */
  readonly gaveUp: number;
  /** Pages that were turned away, because too many wanted the same session. */
  readonly turnedAway: number;
  /** For when those pages were planned that were not begun, because too many were open. */
  readonly shedAt: readonly number[];
  /** The generator's own longest absence from its event loop, in milliseconds. */
  readonly worstStall: number;
  /** The share of the time in which the generator was busy, 0 to 1. */
  readonly busy: number;
}

/** From how many milliseconds on a wait is told one by one. */
export const SLOW = 50;

/** Why a request failed that was sent over a connection which then ended in order. */
export const CLOSED = 'connection closed without an answer';
/** The same, at once, on a connection that had been idle. */
export const CROSSED = 'connection closed as it was asked';
