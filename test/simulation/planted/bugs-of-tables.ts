import type { Ground, PlantedBug } from './planted-bug.ts';

/** Tables change all the time, and nobody is sure of what became of a swap. */
const SWAPS: Ground = {
  members: 4,
  copies: 2,
  partitions: 8,
  minutes: 3,
  faults: ['late swaps', 'slow store', 'lost answers of the store', 'two-way cut', 'isolation', 'crash'],
  pace: { gap: 3_000 },
};

/** Fills take many portions, and are interrupted. */
const FILLS: Ground = {
  ...SWAPS,
  partitions: 2,
  faults: ['crash', 'two-way cut'],
  pace: { gap: 3_000, interruption: 0.9, bold: true },
  member: { replication: { tailLength: 200, portionBytes: 100, maxUncommitted: 128, maxQueued: 256 } },
};

/** Who holds a partition: what counts while that changes. */
export const BUGS_OF_TABLES: readonly PlantedBug[] = [
  {
    name: 'unchanged-table-taken-for-an-answer',
    breaks: 'P1, P4: H8, the outcome of a swap',
    does: 'A member that reads an unchanged table takes its swap for failed, though it may still land.',
    edits: [
      {
        file: 'src/member/table-keeper.ts',
        text: "if (document === this.document) return { type: 'nothing-new' };",
        replacement:
          "if (document === this.document) {\n      this.swap = null;\n      return { type: 'nothing-new' };\n    }",
      },
      {
        file: 'src/member/table-side.ts',
        text: "if (sighting.type !== 'adopted') {",
        replacement:
          "if (sighting.type !== 'adopted') {\n      if (!this.keeper.isSwapping)\n        for (const replica of this.holdings.replicas) replica?.settleUnchanged(at, this.voice);",
      },
    ],
    ground: SWAPS,
  },
  {
    name: 'removed-copy-counts-no-more',
    breaks: 'P1, P4: rule 1, a replica counts until it is known to be out',
    does: 'A primary that asks for the removal of a replica needs neither its cover nor its acknowledgements from then on.',
    edits: [
      {
        file: 'src/member/planner.ts',
        text: 'replica.copy.sequence, at)))\n        return without(peer.holder);',
        replacement:
          'replica.copy.sequence, at))) {\n        link.named = link.joined = false;\n        return without(peer.holder);\n      }',
      },
    ],
    ground: SWAPS,
  },
  {
    name: 'added-copy-need-not-cover',
    breaks: 'P1: H9, the added copy must cover',
    does: 'A primary that asks to add a copy needs its cover only once it knows that it was added.',
    edits: [
      {
        file: 'src/replica/followers.ts',
        text: 'if (link.named || link.asked) until =',
        replacement: 'if (link.named) until =',
      },
    ],
    ground: { ...SWAPS, faults: ['belated addition', 'crash'], pace: { gap: 2_000 } },
  },
  {
    name: 'added-copy-need-not-acknowledge',
    breaks: 'P2, P4: H3, adding a copy',
    does: 'A copy is added, and its acknowledgements are required only once the primary knows that it was.',
    edits: [
      {
        file: 'src/replica/followers.ts',
        text: 'if (link.named || link.asked || link.joined) least =',
        replacement: 'if (link.named) least =',
      },
    ],
    ground: { ...SWAPS, faults: ['belated addition', 'crash'], pace: { gap: 2_000 } },
  },
  {
    name: 'half-filled-copy-is-added',
    breaks: "P4: a copy that is being filled is nobody's replica",
    does: 'A primary adds a copy as soon as it has begun to fill it.',
    edits: [
      {
        file: 'src/member/planner.ts',
        text: 'const isWhole = link.joined && !link.broken && link.acked >= link.mustHave;',
        replacement: 'const isWhole = !link.broken;',
      },
    ],
    ground: FILLS,
  },
  {
    name: 'half-filled-copy-takes-over',
    breaks: 'P4: H2, a copy that is not whole never takes over',
    does: 'A copy is taken for whole with its first portion, and added and promoted before the others have come.',
    edits: [
      {
        file: 'src/member/planner.ts',
        text: 'const isWhole = link.joined && !link.broken && link.acked >= link.mustHave;',
        replacement: 'const isWhole = !link.broken;',
      },
      {
        file: 'src/member/planner.ts',
        text: 'if (!replica.following.whole) return false;',
        replacement: 'replica.following.whole = true;',
      },
    ],
    ground: FILLS,
  },
  {
    name: 'holder-emptied-in-place',
    breaks: 'P4: H2, a holder is never emptied in place',
    does: 'A replica that cannot be mended is emptied and filled again while the table goes on naming it.',
    edits: [
      {
        file: 'src/replica/followers.ts',
        text: "link.broken = true;\n      this.trace('refill-wanted', from, effects);",
        replacement:
          'Object.assign(link, { flows: false, portion: 0, cursor: NO_SLOT, awaiting: false, acked: -1, sent: null });\n' +
          "      this.trace('refill-wanted', from, effects);",
      },
      {
        file: 'src/member/holdings.ts',
        text: 'if (message.epoch <= entry.epoch) return;',
        replacement:
          'if (message.epoch <= entry.epoch) return replica.following.onCatchUp(from, message, at, effects);',
      },
    ],
    ground: {
      ...SWAPS,
      members: 3,
      partitions: 2,
      clients: { jostling: 30, hotKeys: 15 },
      faults: ['broken backlog', 'garbled standing'],
      pace: { gap: 1_000, bold: true },
      member: { replication: { tailLength: 200, portionBytes: 100, maxUncommitted: 128, maxQueued: 256 } },
    },
  },
  {
    name: 'vanished-registration-taken-for-death',
    breaks: 'P4, P10: rule 6, a registration that vanished proves nothing',
    does: 'A member that is not registered counts as gone for good, and its partitions are given out anew.',
    edits: [
      {
        file: 'src/member/membership.ts',
        text: 'living.set(id, Math.max(incarnation, forgotten + 1));',
        replacement: 'living.set(id, registered.some(({ member }) => member === id) ? 0 : incarnation + 1);',
      },
    ],
    ground: { ...SWAPS, copies: 1, faults: ['store out of reach of one', 'dropped registration'] },
  },
  {
    name: 'given-out-anew-at-once',
    breaks: 'P1: H15, giving out anew',
    does: 'A partition is given out anew, and its new primary acts, as soon as all its holders are known to be gone.',
    edits: [
      {
        file: 'src/member/planner.ts',
        text: 'at < since + this.times.takeover || !sameHolder(target.primary, self)',
        replacement: 'at < since || !sameHolder(target.primary, self)',
      },
      {
        file: 'src/member/holdings.ts',
        text: "if (isAnew) return { how: 'anew', actAt: at + this.takeover };",
        replacement: "if (isAnew) return { how: 'anew', actAt: at };",
      },
    ],
    ground: { ...SWAPS, members: 3, faults: ['forgotten heir'], pace: { gap: 8_000, bold: true } },
  },
  {
    name: 'lost-copies-are-not-replaced',
    breaks: 'P6: every partition returns to its copies',
    does: 'A primary never fills a copy in place of one that was lost.',
    edits: [
      {
        file: 'src/member/planner.ts',
        text: 'countFills(now) < (isMissing ? MAX_FILLS : MAX_MOVES)',
        replacement: 'countFills(now) < 0',
      },
    ],
    ground: { ...SWAPS, faults: ['crash'] },
  },
  {
    name: 'drain-hands-nothing-over',
    breaks: 'P11: drain',
    does: 'A member that drains goes on holding what it holds.',
    edits: [
      {
        file: 'src/member/membership.ts',
        text: '!isOver(table, holder) && !(table.draining !== null && sameHolder(table.draining, holder));',
        replacement: '!isOver(table, holder);',
      },
    ],
    ground: { ...SWAPS, faults: ['drain'] },
  },
  {
    name: 'store-needed-per-beat',
    breaks: 'P10: the store is not needed while all is well',
    does: 'A member that cannot reach the store counts as covered by nobody for ten seconds.',
    edits: [
      {
        file: 'src/member/member.ts',
        text: "case 'store-unreachable':\n        return;",
        replacement: "case 'store-unreachable':\n        this.peers.lapse(at + 10_000);\n        return;",
      },
    ],
    ground: { ...SWAPS, faults: ['store outage', 'store out of reach of one'] },
  },
];
