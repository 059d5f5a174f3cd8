/** What has happened to sessions since the process started. Plain numbers, read by whoever exports them. */
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
  };
}
