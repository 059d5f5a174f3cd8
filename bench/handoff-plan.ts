/** What one client of a session does when its turn comes, or before. */
export type Role =
  /** Is granted the lock, holds it for a while and releases it. */
  | 'holds'
  /** Resets its connection while it waits. */
  | 'leaves'
  /**
   * Resets its connection at the moment its turn comes: right after the release that would grant it the lock was sent.
   */
  | 'vanishes-after-release'
  /** Likewise, but right before that release is sent. */
  | 'vanishes-before-release'
  /**
   * Reads its grant, then resets its connection: the lock is still its own, and is released over another connection.
   */
  | 'resets-while-holding';

/** The roles of each session's clients, in order of arrival. */
export type CrowdPlan = ReadonlyArray<readonly Role[]>;

const ABANDONING: readonly Role[] = ['vanishes-after-release', 'vanishes-before-release', 'resets-while-holding'];

/** One waiter in ten leaves the line, and of those who stay one in ten abandons its grant, by each way in turn. */
export function planCrowd(sessions: number, clients: number, round: number): CrowdPlan {
  let waiters = round;
  let grants = round;
  return Array.from({ length: sessions }, () =>
    Array.from({ length: clients }, (_, position): Role => {
      if (position === 0) return 'holds';
      if (waiters++ % 10 === 9) return 'leaves';
      const grant = grants++;
      return grant % 10 === 4 ? (ABANDONING[Math.floor(grant / 10) % ABANDONING.length] as Role) : 'holds';
    }),
  );
}
