import type { Ground, PlantedBug } from './planted-bug.ts';

/** Primaries die with what they had not told all copies yet. */
const DEATHS: Ground = {
  members: 3,
  copies: 2,
  partitions: 8,
  minutes: 3,
  faults: ['crash', 'pause', 'two-way cut', 'slow link', 'delay storm'],
  pace: { gap: 3_000 },
};

/** Of three copies one lags behind, and takeover follows on takeover. */
const SECOND_DEATHS: Ground = { ...DEATHS, members: 4, copies: 3, pace: { gap: 3_000, heels: 0.8, bold: true } };

/** What every copy has, and in which order. */
export const BUGS_OF_HISTORY: readonly PlantedBug[] = [
  {
    name: 'answers-before-the-copies-have-it',
    breaks: 'P4, P2: an answered change is in every copy',
    does: 'A primary answers at once what its replicas have not acknowledged.',
    edits: [
      {
        file: 'src/replica/replica.ts',
        text: '|| needed <= confirmed) {',
        replacement: '|| needed <= this.copy.sequence) {',
      },
    ],
    ground: DEATHS,
  },
  {
    name: 'shows-what-is-not-acknowledged',
    breaks: 'P2: H11, outcomes that change nothing',
    does: 'What changes nothing (found, locked, stale) is answered at once, whatever it saw.',
    edits: [
      {
        file: 'src/replica/decider.ts',
        text: 'changed ? copy.sequence : copy.seenBy(request.key, slot), at, effects);',
        replacement: 'changed ? copy.sequence : 0, at, effects);',
      },
    ],
    ground: DEATHS,
  },
  {
    name: 'missing-before-the-removal-is-acknowledged',
    breaks: 'P2: H11, a removal counts as something seen',
    does: 'That a session is missing is answered at once, though its removal is not acknowledged.',
    edits: [
      {
        file: 'src/replica/copy.ts',
        text: 'return this.removals.size === 0 ? 0 : (this.removals.get(textOf(key)) ?? 0);',
        replacement: 'return 0;',
      },
    ],
    ground: {
      ...DEATHS,
      clients: { jostling: 25, hotKeys: 8 },
      faults: ['one-way cut', 'two-way cut', 'isolation'],
      pace: { gap: 2_500 },
    },
  },
  {
    name: 'inherited-counts-as-acknowledged',
    breaks: 'P2, P4: H5, after a takeover nothing is acknowledged',
    does: 'A new primary takes everything it holds for acknowledged by the other copies.',
    edits: [
      {
        file: 'src/replica/followers.ts',
        text: '    this.confirmed = 0;\n',
        replacement: '    this.confirmed = this.copy.sequence;\n',
      },
    ],
    ground: {
      ...DEATHS,
      copies: 3,
      partitions: 2,
      clients: { jostling: 40, hotKeys: 15 },
      faults: ['doomed heir'],
      pace: { gap: 8_000, bold: true },
    },
  },
  {
    name: 'sequence-alone-names-a-change',
    breaks: 'P2, P4: H4, one sequence, two changes',
    does: 'A replica takes changes of one number for the same, whichever reign they are of.',
    edits: [
      {
        file: 'src/replica/change-log.ts',
        text: 'return a.sequence === b.sequence && a.reign === b.reign;',
        replacement: 'return a.sequence === b.sequence;',
      },
    ],
    ground: SECOND_DEATHS,
  },
  {
    name: 'surplus-is-kept',
    breaks: 'P2, P6: H2, a copy that is ahead',
    does: 'A copy that is ahead of its new primary forgets the names of its surplus, and keeps what it led to.',
    edits: [
      {
        file: 'src/replica/followers.ts',
        text: 'this.statesOf([...surplus, ...changes], at, 0)',
        replacement: 'this.statesOf(changes, at, 0)',
      },
    ],
    ground: SECOND_DEATHS,
  },
  {
    name: 'content-of-the-surplus-is-kept',
    breaks: 'P2, P6: H2, a copy that is ahead',
    does: 'A copy that is ahead of its new primary keeps the contents that its surplus stored.',
    edits: [
      {
        file: 'src/replica/followers.ts',
        text: 'this.statesOf([...surplus, ...changes], at, 0)',
        replacement: 'this.statesOf([...surplus, ...changes], at, message.last.sequence)',
      },
    ],
    ground: SECOND_DEATHS,
  },
  {
    name: 'content-stays-at-home',
    breaks: 'P2, P6: a copy has what was stored',
    does: 'A primary leaves out contents that were stored since its copies last heard of the session.',
    edits: [
      {
        file: 'src/replica/followers.ts',
        text: 'this.statesOf(changes, at, sent.sequence)',
        replacement: 'this.statesOf(changes, at, last.sequence)',
      },
    ],
    ground: DEATHS,
  },
  {
    name: 'copy-follows-a-deposed-primary',
    breaks: 'P2: a copy does what the primary of its table says',
    does: 'A copy applies whatever any member sends it, in whichever reign.',
    edits: [
      {
        file: 'src/member/holdings.ts',
        text: 'if (entry.reign !== reign || !sameHolder(entry.primary, sender)) return;',
        replacement: '',
      },
    ],
    ground: DEATHS,
  },
  {
    name: 'acknowledgement-of-an-earlier-link',
    breaks: 'P4: H17, the wrong fill',
    does: 'A primary counts acknowledgements that a copy gave when it followed before.',
    edits: [
      {
        file: 'src/replica/followers.ts',
        text: 'onReplicated(from: string, message: Replicated, at: Instant, effects: ReplicaEffects): void {',
        replacement:
          'onReplicated(from: string, told: Replicated, at: Instant, effects: ReplicaEffects): void {\n    const message = { ...told, link: this.links.get(from)?.number ?? 0 };',
      },
      // Else most of them would be found out as long as portions are under way.
      {
        file: 'src/replica/followers.ts',
        text: '      if (!link.flows) return;\n',
        replacement: '',
      },
    ],
    ground: {
      ...DEATHS,
      partitions: 4,
      faults: ['filled again'],
      pace: { gap: 10_000, bold: true },
      member: { replication: { tailLength: 200, portionBytes: 100, maxUncommitted: 128, maxQueued: 256 } },
    },
  },
  {
    name: 'removal-is-not-carried',
    breaks: 'P2, P6: H12, removals travel too',
    does: 'A primary tells its copies of sessions that changed, and not of those that are gone.',
    edits: [
      {
        file: 'src/replica/followers.ts',
        text: 'states.push(state);',
        replacement: 'if (state.fields !== null) states.push(state);',
      },
    ],
    ground: DEATHS,
  },
  {
    name: 'portion-read-too-early',
    breaks: 'P2, P6: H12, a portion is read in the step that sends it',
    does: 'What is read for a portion of a fill travels with the next one, behind what changed since.',
    edits: [
      {
        file: 'src/replica/followers.ts',
        text: 'const PER_SESSION = 200;',
        replacement: 'const PER_SESSION = 200;\nconst early = new WeakMap<Link, SessionState[]>();',
      },
      {
        file: 'src/replica/followers.ts',
        text: 'const done = slot === NO_SLOT && told === since.length;\n',
        replacement:
          'const done = slot === NO_SLOT && told === since.length;\n' +
          '    const read = done ? [] : states.splice(0).filter(({ key }) => !changes.some((each) => each.key === key));\n' +
          '    if (!done) states.push(...this.statesOf(changes, at));\n' +
          '    states.push(...(early.get(link) ?? []));\n' +
          '    early.set(link, read);\n',
      },
    ],
    ground: {
      ...DEATHS,
      faults: ['crash', 'slow link', 'delay storm'],
      member: { replication: { tailLength: 200, portionBytes: 300, maxUncommitted: 128, maxQueued: 256 } },
    },
  },
  {
    name: 'digests-are-not-compared',
    breaks: 'P6: digests',
    does: 'A copy that differs from its primary says that it agrees.',
    edits: [
      {
        file: 'src/replica/following.ts',
        text: '    this.learn(message, at);\n    const agrees = copy.settledDigest() === message.digest;',
        replacement: '    this.learn(message, at);\n    const agrees = true;',
      },
    ],
    // Nobody takes over what differs before it was looked at.
    ground: { ...DEATHS, faults: ['garbled copies', 'drain'], pace: { gap: 800, heels: 0, interruption: 0 } },
  },
  {
    name: 'cookies-are-told-with-fills-alone',
    breaks: 'P5: a cookie is not issued twice',
    does: 'A replica learns where the counter of cookies stands when it is filled, and never after.',
    edits: [
      {
        file: 'src/replica/following.ts',
        text: 'copy.rules.newestCookie = message.newestCookie;',
        replacement: "if (message.type === 'catch-up') copy.rules.newestCookie = message.newestCookie;",
      },
    ],
    ground: DEATHS,
  },
  {
    name: 'cookies-begin-at-one',
    breaks: 'P5: H25, after lost memory numbers start elsewhere',
    does: 'A partition that lost its memory numbers its locks from one.',
    edits: [
      {
        file: 'src/session/session-rules.ts',
        text: 'new CookieCounter(1 + random.below(MAX_COOKIE));',
        replacement: 'new CookieCounter(1 + 0 * random.below(MAX_COOKIE));',
      },
    ],
    ground: { ...DEATHS, copies: 1, faults: ['crash'] },
  },
];
