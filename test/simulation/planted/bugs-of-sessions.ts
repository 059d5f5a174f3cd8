import type { Ground, PlantedBug } from './planted-bug.ts';

/** Many sessions that are left alone for almost their timeout, and many takeovers meanwhile. */
const IDLE: Ground = {
  members: 3,
  copies: 2,
  partitions: 4,
  minutes: 5,
  clients: { dozing: 60, jostling: 3, visiting: 3 },
  faults: ['pause', 'crash', 'isolation'],
  pace: { gap: 4_000 },
};

/** How long sessions and locks live, and whose they are. */
export const BUGS_OF_SESSIONS: readonly PlantedBug[] = [
  {
    name: 'renewals-are-never-told',
    breaks: 'P7: H10, a renewal that copies do not know',
    does: 'However far a deadline has moved, copies hear of it with the next change only.',
    edits: [
      {
        file: 'src/session/session-table.ts',
        text: 'return this.records.lag(slot) > slackOf(this.records.timeoutMinutes(slot));',
        replacement: 'return this.records.lag(slot) > 60_000;',
      },
    ],
    ground: IDLE,
  },
  {
    name: 'no-allowance-at-a-takeover',
    breaks: 'P7: a lost renewal shortens no session',
    does: 'A new primary does not allow for renewals that its predecessor took to its grave.',
    edits: [
      {
        file: 'src/session/session-table.ts',
        text: 'const slack = records.extended(slot) ? 0 : slackOf(records.timeoutMinutes(slot));',
        replacement: 'const slack = 0;',
      },
    ],
    ground: IDLE,
  },
  {
    name: 'allowance-at-every-takeover',
    breaks: 'P7: the allowance does not add up',
    does: 'Each new primary moves deadlines on, however often that was done.',
    edits: [
      {
        file: 'src/session/session-table.ts',
        text: 'const slack = records.extended(slot) ? 0 : slackOf(records.timeoutMinutes(slot));',
        replacement: 'const slack = slackOf(records.timeoutMinutes(slot));',
      },
    ],
    ground: { ...IDLE, partitions: 2, faults: ['isolation'], pace: { gap: 2_500 } },
  },
  {
    name: 'renewals-are-not-handed-over',
    breaks: 'P7, P11: H30, a handover tells of all renewals',
    does: 'A primary that hands over keeps to itself which deadlines have moved.',
    edits: [
      {
        file: 'src/member/entry-desk.ts',
        text: 'waiters, renewals: left.renewals });',
        replacement: 'waiters, renewals: left.renewals && [] });',
      },
    ],
    ground: { ...IDLE, partitions: 8, faults: ['drain', 'join'], pace: { gap: 6_000 } },
  },
  {
    name: 'replicas-expire',
    breaks: 'P7, P6: only the primary expires',
    does: 'Every copy forgets sessions past their deadline by itself.',
    edits: [
      {
        file: 'src/member/sweeper.ts',
        text: 'if (!replica?.mayDecide(at)) continue;',
        replacement: 'if (!replica) continue;',
      },
    ],
    ground: IDLE,
  },
  {
    name: 'locks-are-not-taken-over',
    breaks: 'P3: a lock survives its primary',
    does: 'A new primary finds every session unlocked.',
    edits: [
      {
        file: 'src/replica/decider.ts',
        text: 'if (records.locked(slot)) table.renewLease(slot, records.lease(slot), at);',
        replacement: 'if (records.locked(slot)) records.unlock(slot);',
      },
    ],
    ground: { ...IDLE, clients: {} },
  },
  {
    name: 'stale-writes-are-stored',
    breaks: 'P3: a write under a lock that has passed on is refused',
    does: 'A Set or Remove under an old cookie of an unlocked session is carried out.',
    edits: [
      {
        file: 'src/session/session-rules.ts',
        text: "if (this.options.staleWrites === 'accept' || cookie === NO_COOKIE || cookie === 0) return false;",
        replacement: 'if (cookie < 2 ** 31) return false;',
      },
    ],
    ground: { ...IDLE, clients: {}, faults: ['crash'] },
  },
  {
    name: 'leases-never-end',
    breaks: 'P3, P8: a lock nobody renews is freed',
    does: 'A lock stands until its holder lets go.',
    edits: [
      {
        file: 'src/session/session-rules.ts',
        text: 'return this.table.records.locked(slot) && this.table.records.leaseEnd(slot) <= at;',
        replacement: 'return this.table.records.locked(slot) && this.table.records.leaseEnd(slot) <= -at;',
      },
    ],
    ground: { ...IDLE, clients: {}, faults: ['crash'] },
  },
];
