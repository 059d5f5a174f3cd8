/** What has happened to sessions and their copies since the process started. Plain numbers, read by whoever exports them. */
export interface CoreCounters {
  sessionsCreated: number;
  sessionsExpired: number;
  /** By Remove: "abandoned" in the stock service's words. */
  sessionsRemoved: number;
  locksGranted: number;
  /** Requests that went into a line. */
  lockWaits: number;
  /** Requests that were granted the lock or answered from a line because it freed. */
  handOffs: number;
  leasesEnded: number;
  staleWrites: number;
  /** Repeats that were given the first outcome. */
  outcomesReplayed: number;
  /** Partitions of which this member became primary without its predecessor's word, and with it. */
  takeovers: number;
  handovers: number;
  /** Partitions that began anew here, with nothing, because every copy was lost. */
  livesBegun: number;
  /** Octets of contents that went to copies being filled. */
  catchUpBytes: number;
  /** Copies that were found to differ from what this member has as primary. */
  digestMismatches: number;
}

/** How the core stands now. */
export interface CoreGauges {
  readonly sessions: number;
  readonly contentBytes: number;
  /** What counts against the limit: contents, keys and records. */
  readonly memoryBytes: number;
  readonly memoryLimit: number;
  /** Requests in line for locked sessions. */
  readonly waiters: number;
  /** Requests that wait until some member may decide them. */
  readonly heldRequests: number;
  /** Answers that wait until every copy has what they tell. */
  readonly heldAnswers: number;
  /** Copies held here, as primary, as replica, and being filled. */
  readonly primaryCopies: number;
  readonly replicaCopies: number;
  readonly fillingCopies: number;
  /** Partitions of which this member is primary by the table, and which have fewer copies than they should. */
  readonly underCopied: number;
}

export function newCoreCounters(): CoreCounters {
  return {
    sessionsCreated: 0,
    sessionsExpired: 0,
    sessionsRemoved: 0,
    locksGranted: 0,
    lockWaits: 0,
    handOffs: 0,
    leasesEnded: 0,
    staleWrites: 0,
    outcomesReplayed: 0,
    takeovers: 0,
    handovers: 0,
    livesBegun: 0,
    catchUpBytes: 0,
    digestMismatches: 0,
  };
}
