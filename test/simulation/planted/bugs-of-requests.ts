import type { Ground, PlantedBug } from './planted-bug.ts';

/** Answers get lost, and requests are tried again. */
const RETRIES: Ground = {
  members: 3,
  copies: 2,
  partitions: 8,
  minutes: 3,
  faults: ['line breaks', 'crash', 'pause', 'two-way cut'],
  pace: { gap: 2_000 },
};

/** Nothing that a client would notice but by waiting. */
const MILD: Ground = { ...RETRIES, faults: ['line breaks', 'join'] };

/** What becomes of a request, and of its second try. */
export const BUGS_OF_REQUESTS: readonly PlantedBug[] = [
  {
    name: 'numbered-outcomes-are-not-copied',
    breaks: 'P2: H1, a request tried twice by its entry',
    does: 'Copies are not told under which number an entry made a request, so that its second try acts again.',
    edits: [
      {
        file: 'src/replica/copy.ts',
        text: 'newest.record = { name, repeatName,',
        replacement: 'newest.record = { name: null, repeatName,',
      },
    ],
    ground: { ...RETRIES, faults: ['unheard answers'], pace: { gap: 6_000 } },
  },
  {
    name: 'numbered-outcomes-are-forgotten',
    breaks: 'P2: H1, a request tried twice by its entry',
    does: 'A primary decides every try of an entry anew.',
    edits: [
      {
        file: 'src/replica/decider.ts',
        text: '(name === null ? undefined : this.copy.numbered.recall(name)) ?? named;',
        replacement: 'named;',
      },
    ],
    ground: RETRIES,
  },
  {
    name: 'named-outcomes-are-not-copied',
    breaks: 'P2: H1, a request repeated by its client',
    does: "Copies are not told the client's own name of a request, so that its repeat acts again.",
    edits: [
      {
        file: 'src/replica/copy.ts',
        text: 'newest.record = { name, repeatName,',
        replacement: 'newest.record = { name, repeatName: null,',
      },
    ],
    ground: RETRIES,
  },
  {
    name: 'open-numbers-are-closed',
    breaks: 'P2, P12: H1, records are kept until the entry is done',
    does: 'An entry says of all its numbers but the newest that it is done with them.',
    edits: [
      {
        file: 'src/member/errands.ts',
        text: 'open: open.reverse() };',
        replacement: 'open: open.slice(0, 1) };',
      },
    ],
    ground: MILD,
  },
  {
    name: 'untold-taken-for-undone',
    breaks: 'P2: what was decided may have happened',
    does: 'A primary that is one no more says of what it decided, and told nobody, that it did nothing.',
    edits: [
      {
        file: 'src/member/entry-desk.ts',
        text: 'for (const request of left.untold) this.giveBack(request, true);',
        replacement: 'for (const request of left.untold) this.giveBack(request, false);',
      },
    ],
    ground: { ...RETRIES, faults: ['deaf primary'], pace: { gap: 6_000 } },
  },
  {
    name: 'late-tries-act',
    breaks: 'P2: a late try must not act',
    does: 'A primary decides whatever was ever sent to it: over dead lines, past its time, under closed numbers.',
    edits: [
      {
        file: 'src/replica/replica.ts',
        text: 'if ((request.origin?.until ?? at) <= at)',
        replacement: 'if (request.asker === 0)',
      },
      {
        file: 'src/replica/numbered-outcomes.ts',
        text: 'return memory !== undefined && isClosed(memory, number);',
        replacement: 'return memory === undefined && number < 0;',
      },
      {
        file: 'src/member/entry-desk.ts',
        text: 'replica?.dropQueued(({ asker }) => gone.has(asker));',
        replacement: 'replica?.dropQueued(() => false);',
      },
    ],
    ground: {
      ...RETRIES,
      copies: 3,
      minutes: 5,
      clients: { visiting: 40 },
      faults: ['long wait'],
      pace: { gap: 50_000 },
    },
  },
  {
    name: 'entry-does-not-try-again',
    breaks: 'P12: an entry tries until its time is up',
    does: 'An entry whose line to the primary breaks waits for an answer that cannot come.',
    edits: [
      {
        file: 'src/member/entry-desk.ts',
        text: "sentTo === peer && state === 'sent'",
        replacement: "sentTo === peer && state !== 'sent'",
      },
    ],
    ground: MILD,
  },
  {
    name: 'answers-to-later-tries-are-dropped',
    breaks: 'P12: an entry tries until its time is up',
    does: 'A forwarded request says that it is the first try, so that the answer to a later one is taken for late.',
    edits: [
      {
        file: 'src/member/entry-desk.ts',
        text: '      attempt: errand.attempt,\n',
        replacement: '      attempt: 1,\n',
      },
    ],
    ground: MILD,
  },
  {
    name: 'tries-after-the-answer',
    breaks: 'P9: an entry is done with what is answered',
    does: 'An entry whose client has gone tries on though the request was answered.',
    edits: [
      {
        file: 'src/member/errands.ts',
        text: 'if (this.byNumber.delete(number) === undefined) return;',
        replacement: 'if (!errand.told && this.byNumber.delete(number) === undefined) return;',
      },
    ],
    ground: RETRIES,
  },
  {
    name: 'waiters-forgotten-by-who-resigns',
    breaks: 'P8: no waiter is forgotten',
    does: 'A primary that hands over, or is deposed, forgets who stands in line.',
    edits: [
      {
        file: 'src/replica/replica.ts',
        text: 'const waiters = this.decider.takeWaiters();',
        replacement: 'const waiters: Waiter[] = [];',
      },
    ],
    ground: { ...RETRIES, faults: ['pause', 'isolation', 'join', 'crash'] },
  },
  {
    name: 'newest-waiter-first',
    breaks: 'P8: first come, first served',
    does: 'Whoever comes last stands first in line.',
    edits: [
      {
        file: 'src/replica/wait-line.ts',
        text: 'let place = line.waiters.length;',
        replacement: 'let place = 0;',
      },
    ],
    // Grants are held to their order only while no fault is near.
    ground: { ...RETRIES, faults: ['wall clock'], pace: { gap: 30_000 } },
  },
  {
    name: 'queue-without-a-limit',
    breaks: 'P9: every queue has a limit',
    does: 'A primary that may not decide queues whatever comes.',
    edits: [
      {
        file: 'src/replica/replica.ts',
        text: 'if (this.queued.length >= this.shared.maxQueued) return false;',
        replacement: '',
      },
    ],
    ground: {
      ...RETRIES,
      partitions: 1,
      faults: ['two-way cut', 'one-way cut'],
      member: { replication: { tailLength: 200, portionBytes: 2_048, maxUncommitted: 128, maxQueued: 4 } },
    },
  },
  {
    name: 'tail-without-a-limit',
    breaks: 'P9: every table has a limit',
    does: 'Copies keep every change they ever had.',
    edits: [
      {
        file: 'src/replica/change-log.ts',
        text: 'if (surplus < most / 4) return;',
        replacement: 'if (surplus < Number.POSITIVE_INFINITY) return;',
      },
    ],
    ground: { ...RETRIES, partitions: 1 },
  },
];
