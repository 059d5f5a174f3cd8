import type { Duration } from '../../../src/base/instant.ts';
import type { MemberOptions } from '../../../src/member/member-options.ts';
import type { MakeMember } from './simulated-member.ts';

/** From the first to the second, both within reach. */
export type Range = readonly [from: Duration, until: Duration];

export interface WorldOptions {
  /** Decides everything that is drawn. A whole number below 2^53. */
  readonly seed: number;
  readonly partitions: number;
  readonly copies: number;
  readonly bootstrapMembers: number;
  /** Of members by id; '' for those not named. */
  readonly zones?: Readonly<Record<string, string>>;
  /** Ids of members that are gateways only: they hold nothing, and nobody sees them registered. */
  readonly gateways?: readonly string[];
  /** What members are made with beside their name, seed and the shape of the cluster. */
  readonly member?: Partial<MemberOptions>;
  readonly network?: Partial<NetworkOptions>;
  readonly store?: Partial<StoreOptions>;
  /** Clocks run fast or slow by up to this share. */
  readonly drift?: number;
  /** How long an input waits at most for its turn; all that came until then share the turn. */
  readonly turnDelay?: Range;
  /** A process that stopped itself (`stop`, not drained) starts again after this; null: it stays away. */
  readonly restartStopped?: Range | null;
  /** Tests put their own in; the real one if not given. */
  readonly makeMember?: MakeMember;
}

export interface NetworkOptions {
  /** How long what was sent in one turn takes to the other end. */
  readonly delay: Range;
  /** The share of frames that take up to `tail` instead. */
  readonly tailShare: number;
  readonly tail: Duration;
  /** How long two processes that could talk take to make a line. */
  readonly connect: Range;
  /** How long nothing has to come through until an end takes its line for dead. */
  readonly silence: Range;
}

export interface StoreOptions {
  /** One way, each way. */
  readonly latency: Range;
  /** How long a change takes to those who watch. */
  readonly watchDelay: Range;
  /** How long a client waits until it says that the store cannot be reached. */
  readonly patience: Range;
  /** How long a registration stands without a sign of life. */
  readonly ttl: Duration;
}

export const DEFAULT_NETWORK: NetworkOptions = {
  delay: [0.2, 1.5],
  tailShare: 0.01,
  tail: 30,
  connect: [50, 500],
  silence: [1_000, 3_000],
};

export const DEFAULT_STORE: StoreOptions = {
  latency: [0.5, 4],
  watchDelay: [1, 20],
  patience: [500, 2_000],
  ttl: 3_000,
};

/** Within the drift that members allow for (`lease` × (1 + drift) < `takeover`). */
export const DEFAULT_DRIFT = 0.001;
