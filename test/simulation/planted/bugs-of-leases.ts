import type { Ground, PlantedBug } from './planted-bug.ts';

/** Primaries come and go: they stand still, or are cut off, for about as long as promises last. */
const TAKEOVERS: Ground = {
  members: 3,
  copies: 2,
  partitions: 8,
  minutes: 3,
  faults: ['pause', 'isolation', 'two-way cut', 'one-way cut', 'slow link'],
  pace: { gap: 3_000 },
};

/** Who may decide, and until when. */
export const BUGS_OF_LEASES: readonly PlantedBug[] = [
  {
    name: 'decides-without-cover',
    breaks: 'P1, P2: the lease',
    does: 'A primary decides, though its replicas do not cover it.',
    edits: [
      {
        file: 'src/replica/replica.ts',
        text: 'return at < this.followers.coveredUntil();',
        replacement: 'return true;',
      },
    ],
    ground: TAKEOVERS,
  },
  {
    name: 'cover-counts-from-its-arrival',
    breaks: 'P1: the lease runs from when the heartbeat was sent',
    does: 'A primary counts itself covered from when the acknowledgement arrived.',
    edits: [
      {
        file: 'src/member/member.ts',
        text: 'peers.onHeartbeatSeen(peer, message, keeper.version);',
        replacement: 'peers.onHeartbeatSeen(peer, { ...message, sentAt: at }, keeper.version);',
      },
    ],
    ground: { ...TAKEOVERS, faults: ['slow link', 'delay storm', 'one-way cut'] },
  },
  {
    name: 'covered-by-its-successor',
    breaks: 'P1: H7, an acknowledgement under a newer table',
    does: 'A deposed primary counts itself covered by who knows, and does not tell, the newer table that deposed it.',
    edits: [
      {
        file: 'src/member/peers.ts',
        text: 'if (tableVersion <= known) this.cover(peer, sentAt);',
        replacement: 'if (tableVersion > -1) this.cover(peer, sentAt);',
      },
      // Else it would learn of that table in the same turn.
      {
        file: 'src/member/table-side.ts',
        text: 'if (version < this.keeper.version) this.pass(peer);',
        replacement: 'if (version < 0) this.pass(peer);',
      },
    ],
    ground: TAKEOVERS,
  },
  {
    name: 'takes-over-on-a-closed-line',
    breaks: 'P1: rule 4, nothing shortens the wait',
    does: 'A replica takes over, and acts at once, as soon as its line to the primary is down.',
    edits: [
      {
        file: 'src/member/planner.ts',
        text: 'return at >= since + this.times.takeover;',
        replacement:
          'return at >= since + this.times.takeover || now.peers.named(nameOf(entry.primary))?.up === false;',
      },
      {
        file: 'src/member/holdings.ts',
        text: 'actAt: Math.max(promised, knewReignAt) + this.takeover }',
        replacement: 'actAt: at }',
      },
    ],
    ground: { ...TAKEOVERS, faults: ['line breaks', 'two-way cut', 'isolation'] },
  },
  {
    name: 'acts-as-soon-as-it-is-named',
    breaks: 'P1: H6, asking is not acting',
    does: 'A new primary acts at once, though it acknowledged its predecessor once more after it had asked.',
    edits: [
      {
        file: 'src/member/holdings.ts',
        text: 'actAt: Math.max(promised, knewReignAt) + this.takeover }',
        replacement: 'actAt: at }',
      },
    ],
    ground: { ...TAKEOVERS, faults: ['pause', 'one-way cut', 'slow store', 'late swaps'] },
  },
  {
    name: 'reign-learned-late',
    breaks: 'P1: H6, its second clause',
    does: 'A replica takes over, and acts, at once from a primary whose reign it has only just learned of.',
    edits: [
      {
        file: 'src/member/planner.ts',
        text: 'Math.max(now.peers.promisedTo(entry.primary), now.reignKnownAt[partition] as Instant);',
        replacement: 'now.peers.promisedTo(entry.primary);',
      },
      {
        file: 'src/member/holdings.ts',
        text: 'actAt: Math.max(promised, knewReignAt) + this.takeover }',
        replacement: 'actAt: promised + this.takeover }',
      },
    ],
    ground: { ...TAKEOVERS, copies: 3, faults: ['overlooked takeover'], pace: { gap: 8_000, bold: true } },
  },
  {
    name: 'goodbye-of-an-earlier-reign',
    breaks: 'P1: rule 4, the goodbye of that very reign',
    does: 'Whoever once heard a goodbye for a partition takes it over, and acts, at once ever after.',
    edits: [
      {
        file: 'src/member/planner.ts',
        text: 'if (now.goodbyes.get(partition) === entry.reign) return true;',
        replacement: 'if (now.goodbyes.has(partition)) return true;',
      },
      {
        file: 'src/member/holdings.ts',
        text: 'if (this.goodbyes.get(partition) === before.reign)',
        replacement: 'if (this.goodbyes.has(partition))',
      },
    ],
    ground: { ...TAKEOVERS, faults: ['drain', 'pause'] },
  },
  {
    name: 'goodbye-without-the-right',
    breaks: 'P1: H16, only who may act may pass that on',
    does: 'A new primary that must still wait says goodbye, and its replica acts at once.',
    edits: [
      {
        file: 'src/member/holdings.ts',
        text: 'if (at >= replica.actAt) {',
        replacement: 'if (at >= 0) {',
      },
    ],
    ground: { ...TAKEOVERS, copies: 3, faults: ['leaving heir'], pace: { gap: 8_000, bold: true } },
  },
  {
    name: 'handover-without-a-word',
    breaks: 'P1: H6, a handover whose outcome its primary does not know',
    does: 'Who is named by a handover acts at once, and not when its predecessor says that it has stopped.',
    edits: [
      {
        file: 'src/member/holdings.ts',
        text: 'if (this.goodbyes.get(partition) === before.reign) return { how, actAt: at };',
        replacement:
          "if (how === 'handover' || this.goodbyes.get(partition) === before.reign) return { how, actAt: at };",
      },
    ],
    ground: { ...TAKEOVERS, members: 4, faults: ['belated swap', 'crash'], pace: { gap: 1_500 } },
  },
  {
    name: 'sleep-goes-unnoticed',
    breaks: 'P1, P2: H24, a clock that stood still',
    does: 'A member whose machine slept goes on by the promises of before.',
    edits: [
      {
        file: 'src/member/member.ts',
        text: 'this.peers.lapse(at);',
        replacement: '',
      },
    ],
    ground: { ...TAKEOVERS, faults: ['suspend'] },
  },
  {
    name: 'promise-shorter-than-the-lease',
    breaks: 'P1: lease < takeover',
    does: 'A replica keeps its promise for half a second only.',
    edits: [
      {
        file: 'src/member/planner.ts',
        text: 'return at >= since + this.times.takeover;',
        replacement: 'return at >= since + 500;',
      },
      {
        file: 'src/member/holdings.ts',
        text: 'actAt: Math.max(promised, knewReignAt) + this.takeover }',
        replacement: 'actAt: Math.max(promised, knewReignAt) + 500 }',
      },
    ],
    ground: TAKEOVERS,
  },
];
